// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/environment.h"

#include <functional>
#include <memory>

namespace alexscope::cli {

/// What the command given on the line does once all arguments are read; set by its callback.
using Action = std::function<Answer()>;

/// Where a command registers itself.
struct Registrar {
    Command app;
    Environment& environment;
    Action& action;

    /// A command whose options lie in `options` and whose work is `run`.
    template <typename Options>
    Command add(const char* name, const char* description, std::shared_ptr<Options> options,
                Answer (*run)(Environment&, const Options&))
    {
        Command command = app.command(name, description);
        command.whenChosen([this_ = *this, options, run] {
            this_.action = [&environment = this_.environment, options, run] { return run(environment, *options); };
        });
        return command;
    }
};

// One file each
void addDevices(Registrar);
void addNetworks(Registrar);
void addDescribe(Registrar);
void addTrain(Registrar);
void addEvaluate(Registrar);
void addForward(Registrar);
void addGradient(Registrar);
void addFilters(Registrar);
void addActivations(Registrar);
void addPredict(Registrar);
void addData(Registrar);
void addSelftest(Registrar);
void addBench(Registrar);
void addIndex(Registrar);
void addNeighbours(Registrar);
void addFeatures(Registrar);
void addImport(Registrar);
void addExport(Registrar);

} // namespace alexscope::cli
