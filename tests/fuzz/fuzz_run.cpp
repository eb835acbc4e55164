// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/run_curves.h"
#include "core/storage/run_folder.h"
#include "tests/fuzz/fuzz_input.h"

#include <array>

using namespace alexscope;

namespace {

constexpr std::array<const char*, 3> names{"run.json", "metrics.csv", "events.csv"};

/// A run's folder, whole; one of its files at a time becomes the input.
struct Run {
    fuzz::InputFolder folder;
    std::array<std::string, names.size()> whole;

    Run()
    {
        RunSpec spec;
        spec.networkText = "[network]\nname = x\n";
        spec.data = "textures";
        RunFolder::create(folder.path() / "run", spec);
        for (std::size_t i = 0; i < names.size(); ++i) {
            std::ifstream in(folder.path() / "run" / names[i], std::ios::binary);
            whole[i].assign(std::istreambuf_iterator<char>(in), {});
        }
    }
};

void drawn(const RunFolder& folder)
{
    RunCurves curves({4, 4, 4});
    folder.forEachRow([&](const MetricsRow& row) { curves.append(row); });
    for (std::size_t i = 0; i < curveCount; ++i) {
        const CurvePyramid& curve = curves.curve(static_cast<Curve>(i));
        (void)curve.range(0, curves.lastIteration(), 10);
        (void)curve.at(curves.lastIteration() / 2);
    }
}

} // namespace

/// The description, the rows and the events of a recorded run.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Run run;
    fuzz::Bytes bytes(data, size);
    const std::size_t changed = fuzz::choice(bytes, names.size());
    const std::string name = concat("run/", names[changed]);
    run.folder.put(name.c_str(), bytes);
    fuzz::goodOrRefused([&] {
        const RunFolder folder = RunFolder::open(run.folder.path() / "run");
        fuzz::require(difference(folder.spec(), runSpecFromJson(toJson(folder.spec()), "fuzz")).empty());
        drawn(folder);
        (void)folder.readEvents();
    });
    const std::string& whole = run.whole[changed];
    run.folder.put(name.c_str(), {reinterpret_cast<const std::uint8_t*>(whole.data()), whole.size()});
    return 0;
}
