// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_text.h"
#include "tests/fuzz/fuzz_input.h"

using namespace alexscope;

/// A network's text; what was understood has one canonical form.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::goodOrRefused([&] {
        const NetworkSpec network = parseNetwork({reinterpret_cast<const char*>(data), size}, "fuzz");
        (void)parametersOf(network.withClasses(network.outputClasses()));
        const std::string text = formatNetwork(network);
        bool again = false;
        fuzz::goodOrRefused([&] { again = formatNetwork(parseNetwork(text, "fuzz")) == text; });
        fuzz::require(again);
    });
    return 0;
}
