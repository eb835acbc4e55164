// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "cli/commands.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <new>

namespace alexscope::cli {

namespace {

constexpr const char* footer =
    "Data D is textures, cifar10:DIR, folder:DIR, idx:DIR or packed:FILE; shuffled:D deals its labels out at random (a "
    "control).\n"
    "--json prints one JSON object instead of text. Exit status: 0 good, 1 failed, 2 wrong use.";

void addAll(const Registrar& registrar)
{
    for (const auto add : {addDevices, addNetworks, addDescribe, addTrain, addEvaluate, addForward, addGradient,
                           addFilters, addActivations, addPredict, addIndex, addNeighbours, addFeatures, addData,
                           addImport, addExport, addSelftest, addBench})
        add(registrar);
}

/// Errors in both forms: the sentence for people, and an object on the answer's stream where one was asked for.
int fail(Environment& environment, bool json, const std::string& sentence, int status)
{
    environment.err << "alexscope-cli: " << sentence << "\n";
    if (json)
        environment.out << toLine({{"error", sentence}}) << "\n";
    return status;
}

/// The first word that nobody knows, of which CLI11 often only says that another is missing; else what it says.
std::string faultOf(const CLI::App& app, const CLI::ParseError& error)
{
    const std::vector<std::string> unknown = app.remaining(true);
    if (unknown.empty())
        return error.what();
    const CLI::App* command = &app;
    while (!command->get_subcommands().empty())
        command = command->get_subcommands().front();
    const std::string& word = unknown.front();
    if (word.starts_with("-"))
        return concat(command->get_name(), " has no option ", word);
    if (!command->get_subcommands([](const CLI::App*) { return true; }).empty())
        return concat("there is no command \"", word, "\"");
    return concat(command->get_name(), " does not take \"", word, "\"");
}

/// `status`, if what was said has also arrived.
int arrived(Environment& environment, int status)
{
    if (environment.out << std::flush)
        return status;
    return fail(environment, false, "the answer could not be written; is the disk full or the reader gone?", Failed);
}

int act(Environment& environment, const Action& action, bool json)
{
    try {
        const Answer answer = action();
        environment.out << (json ? toLine(answer.json) + "\n" : answer.text);
        return arrived(environment, answer.good ? Good : Failed);
    } catch (const WrongUse& e) {
        return fail(environment, json, e.what(), Misused);
    } catch (const std::bad_alloc&) {
        return fail(environment, json, "there is not enough memory for this; take a smaller batch or network.", Failed);
    } catch (const std::exception& e) {
        return fail(environment, json, e.what(), Failed);
    }
}

} // namespace

int runCommandLine(Environment& environment, const std::vector<std::string>& arguments)
{
    CLI::App app("Trains AlexNet and lets one look inside.", "alexscope-cli");
    app.footer(footer);
    app.set_version_flag("--version", "alexscope-cli " ALEXSCOPE_VERSION);
    app.require_subcommand(1);
    bool json = false;
    app.add_flag("--json", json, "Print one JSON object");
    app.fallthrough(); // --json may stand after the command, too
    Action action;
    addAll({Command(app), environment, action});
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError& e) {
        const bool wantsJson = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
        if (e.get_exit_code() == 0) { // --help, --version
            app.exit(e, environment.out, environment.err);
            return arrived(environment, Good);
        }
        return fail(environment, wantsJson, faultOf(app, e) + "; see alexscope-cli --help", Misused);
    }
    return act(environment, action, json);
}

} // namespace alexscope::cli
