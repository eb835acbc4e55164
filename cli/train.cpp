// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/open_model.h"
#include "cli/progress.h"
#include "cli/recipe_options.h"
#include "cli/set_warnings.h"
#include "core/formats/import.h"
#include "core/network/network_text.h"
#include "core/session/session.h"
#include "core/storage/run_folder.h"

#include <cmath>
#include <thread>

namespace alexscope::cli {

namespace {

struct TrainOptions {
    std::string network, data, out, weights;
    std::string device = "auto", precision = "auto";
    std::optional<std::uint64_t> seed;
    RecipeOptions recipe;
    std::vector<std::string> learn; ///< the only layers that do
    std::string layerRates;
    bool resume = false;

    /// The run goes on meaning the same file wherever it is resumed.
    std::string weightsPath() const
    {
        return weights.empty() ? weights : std::filesystem::absolute(weights).lexically_normal().string();
    }
    void applyTo(Recipe& to, const NetworkSpec& spec) const
    {
        recipe.applyTo(to);
        if (!learn.empty())
            to.layerRates = onlyLearning(spec, learn);
        if (layerRates.empty())
            return;
        auto rates = layerRatesFrom(layerRates);
        if (!rates)
            throw WrongUse(concat("--layer-rates takes layers with factors from 0 to ", largestLayerRate,
                                  ", such as conv1=0,conv2=0.1, not \"", layerRates, "\""));
        to.layerRates = std::move(*rates);
    }
};

/// The one asked for, else the one the weights come from, for the classes of any set.
NetworkSpec networkOf(const TrainOptions& options)
{
    if (!options.network.empty())
        return loadNetwork(options.network);
    const std::optional<NetworkSpec> network = networkOfWeights(options.weights);
    if (!network)
        throw WrongUse(concat(options.weights, " does not say of which network it is; add --network"));
    return network->withOpenClasses();
}

RunSpec newRun(const TrainOptions& options)
{
    if ((options.network.empty() && options.weights.empty()) || options.data.empty())
        throw WrongUse(
            "train needs --data and a --network (or the --weights of one), or --resume with the --out of a run");
    const NetworkSpec network = networkOf(options);
    RunSpec spec;
    spec.networkText = formatNetwork(network);
    spec.recipe = network.recipe;
    options.applyTo(spec.recipe, network);
    spec.data = options.data;
    spec.weights = options.weightsPath();
    spec.seed = options.seed.value_or(spec.seed);
    spec.device = options.device;
    spec.precision = options.precision;
    return spec;
}

/// A run goes on as it was begun: whatever is given besides --resume has to say the same. Throws WrongUse with what
/// differs.
void checkSameRun(const RunSpec& stored, const TrainOptions& options)
{
    RunSpec asked = stored;
    if (!options.network.empty())
        asked.networkText = formatNetwork(loadNetwork(options.network));
    if (!options.data.empty())
        asked.data = options.data;
    if (!options.weights.empty())
        asked.weights = options.weightsPath();
    asked.seed = options.seed.value_or(asked.seed);
    if (options.device != "auto")
        asked.device = options.device;
    if (options.precision != "auto")
        asked.precision = options.precision;
    options.applyTo(asked.recipe, parseNetwork(asked.networkText, "network"));
    std::string list;
    for (const RunDifference& d : difference(stored, asked))
        list += concat(list.empty() ? "" : ", ", d.field,
                       d.first.size() + d.second.size() < 80 ? concat(" (", d.first, " → ", d.second, ")") : "");
    if (!list.empty())
        throw WrongUse(concat("the run in ", options.out, " goes on as it was begun, but these differ: ", list));
}

/// Follows a session from outside until it ends, fails or is interrupted.
class Watch {
public:
    Watch(Environment& environment, Session& session)
        : m_environment(environment), m_session(session), m_progress(environment, "iteration")
    {
    }

    /// Whether the run is finished; false: interrupted. Throws Error when it failed or can learn no more.
    bool follow()
    {
        while (true) {
            const SessionStatus status = m_session.status(); // before the rows and events: none of its time is missed
            const bool stopped = status.pendingCommands == 0 && status.state != SessionState::Running &&
                                 status.state != SessionState::Preparing;
            if (status.state == SessionState::Running)
                sayErrors(); // those taken before: the run has survived them
            takeEvents();
            takeRows();
            if (stopped)
                return end(status.state);
            if (m_environment.isInterrupted() && !m_paused) {
                m_session.pause();
                m_paused = true;
                m_progress.line("stopping after this step …");
            }
            show(status);
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }

    const MetricsRow& lastRow() const { return m_last; }
    const std::optional<MetricsRow>& lastValidation() const { return m_validated; }
    float bestValidation() const { return m_best; }

private:
    /// A run that holds without having been asked to has lost its weights, and the session has said so.
    bool end(SessionState state)
    {
        m_progress.end();
        if (state == SessionState::Failed || (state != SessionState::Finished && !m_paused))
            throw Error(!m_errors.empty() ? m_errors.front() : !m_said.empty() ? m_said : "training failed");
        sayErrors();
        return state == SessionState::Finished;
    }

    void takeEvents()
    {
        for (const SessionEvent& event : m_session.takeEvents()) {
            if (event.kind == EventKind::Error)
                m_errors.push_back(event.text); // a failure is the command's answer: it is not said twice
            else
                m_progress.line(concat(event.kind == EventKind::Warning ? "warning: " : "", event.text));
        }
    }

    void sayErrors()
    {
        for (const std::string& error : m_errors)
            m_progress.line("error: " + (m_said = error));
        m_errors.clear();
    }

    void takeRows()
    {
        const JournalPart part = m_session.journal().read(m_generation, m_seen);
        m_generation = part.generation;
        m_seen = part.next;
        for (const MetricsRow& row : part.rows) {
            if (row.iteration <= m_last.iteration)
                continue;
            m_last = row;
            if (!std::isnan(row.validationTop1))
                validated(row);
        }
    }

    void validated(const MetricsRow& row)
    {
        m_validated = row;
        m_best = std::isnan(m_best) ? row.validationTop1 : std::min(m_best, row.validationTop1);
        m_progress.line(concat("epoch ", significant(row.epoch), "  iteration ", grouped(row.iteration),
                               "  training loss ", significant(row.loss), "  validation loss ",
                               significant(row.validationLoss), ", error ", percent(row.validationTop1), ", top-5 ",
                               percent(row.validationTop5), "  rate ", significant(row.learningRate), "  ",
                               significant(row.seconds), " s"));
    }

    void show(const SessionStatus& status)
    {
        if (status.state != SessionState::Running || m_last.iteration == 0)
            return;
        m_progress.show(
            static_cast<std::size_t>(status.iteration), static_cast<std::size_t>(status.lastIteration),
            concat("epoch ", significant(status.epoch), "  loss ", significant(m_last.loss), "  error ",
                   percent(m_last.top1Error), "  ", significant(status.picturesPerSecond), " pictures/s",
                   status.secondsLeft > 0 ? concat("  ", grouped(std::llround(status.secondsLeft)), " s left") : ""));
    }

    Environment& m_environment;
    Session& m_session;
    Progress m_progress;
    std::vector<std::string> m_errors; ///< not said yet; what follows the first is a consequence
    std::string m_said;                ///< the latest that was
    std::size_t m_seen = 0;
    std::uint64_t m_generation = 0;
    bool m_paused = false;
    MetricsRow m_last;
    std::optional<MetricsRow> m_validated;
    float m_best = notMeasured;
};

nlohmann::ordered_json measured(float value)
{
    return std::isnan(value) ? nlohmann::ordered_json() : nlohmann::ordered_json(value);
}

/// What the run has left in its folder. Not good when that is not what it should be: training was for nothing.
void addRemains(const TrainOptions& options, std::int64_t iteration, bool finished, Answer& answer)
{
    const RunFolder folder = RunFolder::open(options.out);
    if (finished) {
        answer.good = std::filesystem::exists(folder.weights());
        answer.json["weights"] =
            answer.good ? nlohmann::ordered_json(folder.weights().string()) : nlohmann::ordered_json();
        answer.text +=
            answer.good
                ? concat("weights: ", folder.weights().string(), "\n")
                : concat(
                      "The weights could not be written; where they can, this writes them: alexscope-cli train --out ",
                      options.out, " --resume\n");
        return;
    }
    const std::int64_t kept = folder.checkpointIteration();
    answer.good = kept == iteration;
    answer.json["checkpoint"] =
        kept >= 0 ? nlohmann::ordered_json(folder.checkpoint().string()) : nlohmann::ordered_json();
    answer.json["checkpointIteration"] = kept >= 0 ? nlohmann::ordered_json(kept) : nlohmann::ordered_json();
    if (!answer.good)
        answer.text += concat("No checkpoint of this iteration could be written: going on begins ",
                              kept < 0 ? "anew" : concat("at iteration ", grouped(kept)), "\n");
    answer.text += concat("go on: alexscope-cli train --out ", options.out, " --resume\n");
}

Answer answerOf(const Watch& watch, const Session& session, const TrainOptions& options, bool finished)
{
    const SessionStatus status = session.status();
    const MetricsRow& last = watch.lastRow();
    const MetricsRow validation = watch.lastValidation().value_or(MetricsRow{});
    Answer answer;
    answer.json = {{"run", options.out},
                   {"finished", finished},
                   {"iteration", status.iteration},
                   {"lastIteration", status.lastIteration},
                   {"epoch", status.epoch}};
    answer.json["loss"] = measured(last.loss);
    answer.json["top1Error"] = measured(last.top1Error);
    answer.json["validationLoss"] = measured(validation.validationLoss);
    answer.json["validationTop1"] = measured(validation.validationTop1);
    answer.json["validationTop5"] = measured(validation.validationTop5);
    answer.json["bestValidationTop1"] = measured(watch.bestValidation());
    answer.json["seconds"] = last.seconds;
    answer.json["device"] = status.device;
    answer.json["precision"] = status.precision;
    const std::string validated =
        watch.lastValidation() ? concat(", validation error ", percent(validation.validationTop1)) : "";
    answer.text = concat(finished ? "finished" : "stopped", " at iteration ", grouped(status.iteration), " (epoch ",
                         significant(status.epoch), "): loss ", significant(last.loss), validated, ", ",
                         significant(last.seconds), " s of training\n");
    addRemains(options, status.iteration, finished, answer);
    return answer;
}

Answer runTrain(Environment& environment, const TrainOptions& options)
{
    Session session(environment.catalogue, environment.openData, openAnyKnownWeights);
    if (options.resume) {
        checkSameRun(RunFolder::open(options.out).spec(), options);
        session.resume(options.out);
    } else {
        const RunSpec spec = newRun(options);
        if (RunFolder::holdsRun(options.out))
            throw WrongUse(
                concat(options.out, " holds a run already; add --resume to go on with it, or choose another --out"));
        session.start(spec, options.out);
    }
    session.run();
    Watch watch(environment, session);
    const bool finished = watch.follow();
    Answer answer = answerOf(watch, session, options, finished);
    addReplaced(session.description()->data, answer, environment.err);
    return answer;
}

} // namespace

void addTrain(Registrar registrar)
{
    auto options = std::make_shared<TrainOptions>();
    Command command =
        registrar.add("train", "Train a network; Ctrl-C ends after the step with a checkpoint", options, runTrain);
    command.option("--network", options->network, "A built-in network or a .net file");
    command.option("--data", options->data, "Pictures to learn from");
    command.option("--out", options->out, "The run's folder: metrics.csv, checkpoint and weights").required();
    command.option("--weights", options->weights,
                   "Begin with these: a weights file, or the folder of another run; layers that fit are taken");
    const Argument learn =
        command.option("--learn", options->learn, "The only layers that learn, such as fc8 or fc7,fc8")
            .separatedBy(',');
    command.option("--layer-rates", options->layerRates, "Factors on the learning rate, 0 freezes: conv1=0,conv2=0.1")
        .excludes(learn);
    command.option("--seed", options->seed, "Of weights, order, crops and dropout; 2012 by default");
    addDeviceOptions(command, options->device, options->precision);
    addRecipeOptions(command, options->recipe);
    command.flag("--resume", options->resume, "Go on with the run in --out from its checkpoint");
}

} // namespace alexscope::cli
