// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/open_model.h"
#include "cli/progress.h"
#include "core/network/network_text.h"
#include "core/verification/self_test.h"

namespace alexscope::cli {

namespace {

struct SelfTestCommandOptions {
    std::string device = "auto", precision = "auto", against = "reference";
    std::vector<std::string> networks{"alexnet"};
    bool quick = false;
};

std::vector<Precision> precisionsOf(const Backend& backend, const std::string& asked)
{
    if (asked != "auto")
        return {namedPrecision(backend, asked)};
    std::vector<Precision> all{Precision::Fp32};
    if (!backend.whyNot(Precision::Bf16))
        all.push_back(Precision::Bf16);
    return all;
}

Answer runSelfTest(Environment& environment, const SelfTestCommandOptions& options)
{
    const std::unique_ptr<Backend> backend = environment.catalogue.make(options.device);
    const BackendInfo info = backend->info();
    const std::vector<std::string> networks = options.quick ? std::vector<std::string>{} : options.networks;
    for (const std::string& network : networks)
        (void)loadNetwork(network); // a wrong name is said before minutes of work
    Answer answer;
    answer.json = {{"device", info.name}, {"processor", info.device}, {"against", options.against}};
    answer.json["rows"] = nlohmann::ordered_json::array();
    Table table({{"what"},
                 {"precision", true},
                 {"quantity", true},
                 {"error"},
                 {"allowed"},
                 {"", true},
                 {"implementation", true}});
    Progress progress(environment, "compared");
    std::size_t count = 0, wrong = 0;
    for (const Precision precision : precisionsOf(*backend, options.precision)) {
        SelfTestOptions test;
        test.precision = precision;
        test.networks = networks;
        test.onRow = [&](const CheckRow& row) {
            if (environment.isInterrupted())
                throw Error("interrupted");
            ++count;
            wrong += !row.passed();
            answer.json["rows"].push_back({{"item", row.item},
                                           {"precision", toText(precision)},
                                           {"quantity", row.quantity},
                                           {"error", row.error},
                                           {"tolerance", row.tolerance},
                                           {"passed", row.passed()},
                                           {"implementation", row.implementation}});
            table.add({row.item, toText(precision), row.quantity, significant(row.error, 2),
                       significant(row.tolerance, 2), row.passed() ? "" : "WRONG", row.implementation});
            progress.show(count, count, row.item);
        };
        selfTest(*backend, test);
        if (environment.isInterrupted())
            throw Error(concat("interrupted after ", count, " comparisons, ", wrong, " of them wrong"));
    }
    progress.end();
    answer.good = wrong == 0;
    answer.json["comparisons"] = count;
    answer.json["wrong"] = wrong;
    answer.text =
        concat(info.name, " (", info.device, ") against plain loops; error is max|difference| / max|reference|\n",
               table.text(), count, " comparisons, ",
               wrong == 0 ? "all good\n" : concat(wrong, " wrong: do not trust this device here\n"));
    return answer;
}

} // namespace

void addSelftest(Registrar registrar)
{
    auto options = std::make_shared<SelfTestCommandOptions>();
    Command command = registrar.add("selftest", "Compare every kind of layer and whole networks with plain loops",
                                    options, runSelfTest);
    addDeviceOptions(command, options->device, options->precision);
    command.option("--against", options->against, "What is taken for the truth").oneOf({"reference"}).showDefault();
    command
        .option("--network", options->networks,
                "Whose layers are compared at their own shapes, too (half a minute for alexnet)")
        .showDefault();
    command.flag("--quick", options->quick, "Only small shapes");
}

} // namespace alexscope::cli
