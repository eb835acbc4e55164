// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pickle.h"

#include "core/formats/unpickler.h"

#include <utility>

namespace alexscope {

Pickle::Pickle(std::span<const std::uint8_t> bytes, const std::string& origin)
{
    Unpickler machine(bytes, origin);
    machine.run();
    m_values = std::move(machine.values);
    m_root = machine.root;
    m_length = machine.position;
}

const PickleValue* Pickle::find(const PickleValue& dictionary, std::string_view key) const
{
    for (std::size_t i = 0; i + 1 < dictionary.items.size(); i += 2)
        if (at(dictionary.items[i]).kind == PickleKind::Text && at(dictionary.items[i]).text == key)
            return &at(dictionary.items[i + 1]);
    return nullptr;
}

} // namespace alexscope
