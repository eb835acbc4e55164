// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/what_if.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace alexscope {

namespace {

std::vector<float> downloaded(Backend& backend, const Tensor& tensor)
{
    std::vector<float> values(static_cast<std::size_t>(tensor.shape().count()));
    backend.download(tensor, std::span<float>(values));
    return values;
}

} // namespace

WhatIf::Unit WhatIf::read(const std::string& layer, int unit) const
{
    const Parameter* weight = m_trainer.parameters()->find(layer + ".weight");
    if (!weight)
        throw Error(concat("There is no layer ", layer, " with weights to change"));
    if (unit < 0 || unit >= weight->info.shape.n)
        throw Error(concat("Layer ", layer, " has no unit ", unit, "; its units are 0 to ", weight->info.shape.n - 1));
    Unit state;
    for (const char* suffix : {".weight", ".bias"}) {
        const Parameter* parameter = m_trainer.parameters()->find(layer + suffix);
        if (!parameter)
            continue;
        for (const Tensor& tensor : {parameter->value, parameter->velocity}) {
            const std::vector<float> all = downloaded(m_backend, tensor);
            const auto length = static_cast<std::ptrdiff_t>(tensor.shape().perPicture());
            const auto begin = all.begin() + unit * length;
            state.push_back({tensor, unit, {begin, begin + length}});
        }
    }
    return state;
}

void WhatIf::write(const Unit& unit)
{
    for (const Piece& piece : unit) {
        std::vector<float> all = downloaded(m_backend, piece.tensor);
        std::copy(piece.values.begin(), piece.values.end(), all.begin() + piece.unit * std::ssize(piece.values));
        m_backend.upload(piece.tensor, std::span<const float>(all));
    }
}

void WhatIf::switchOff(const std::string& layer, int unit)
{
    Unit before = read(layer, unit), off = before;
    for (Piece& piece : off)
        std::fill(piece.values.begin(), piece.values.end(), 0.0f);
    write(off);
    m_changes.push_back({layer, unit, -1, 0, 0, m_trainer.iteration()});
    m_before.push_back(std::move(before));
}

void WhatIf::setWeight(const std::string& layer, int unit, std::ptrdiff_t weight, float value)
{
    Unit before = read(layer, unit);
    const std::vector<float>& weights = before.front().values;
    if (weight < 0 || weight >= std::ssize(weights))
        throw Error(concat("Unit ", unit, " of layer ", layer, " has no weight ", weight, "; it has ", weights.size()));
    if (!std::isfinite(value))
        throw Error(concat("A weight of layer ", layer, " cannot be ", value, "; give a finite number"));
    const float former = weights[static_cast<std::size_t>(weight)];
    Unit after = before;
    after.front().values[static_cast<std::size_t>(weight)] = value;
    write(after);
    m_changes.push_back({layer, unit, weight, former, value, m_trainer.iteration()});
    m_before.push_back(std::move(before));
}

void WhatIf::undo()
{
    if (m_changes.empty())
        return;
    write(m_before.back());
    m_before.pop_back();
    m_changes.pop_back();
}

void WhatIf::forget()
{
    m_changes.clear();
    m_before.clear();
}

} // namespace alexscope
