// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/safetensors_header.h"
#include "tests/fuzz/fuzz_input.h"

using namespace alexscope;

/// The header of a safetensors file; the input's first byte says, in fours, how many bytes of numbers would follow.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Bytes bytes(data, size);
    const std::size_t numbers = 4 * fuzz::choice(bytes, 256);
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    fuzz::goodOrRefused([&] {
        const SafetensorsHeader header = parseSafetensorsHeader(text, numbers, "fuzz");
        const std::string again = formatSafetensorsHeader(header, "fuzz");
        fuzz::require(parseSafetensorsHeader(again, numbers, "fuzz").tensors.size() == header.tensors.size());
    });
    return 0;
}
