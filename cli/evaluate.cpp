// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/confusion_report.h"
#include "cli/open_model.h"
#include "cli/progress.h"
#include "cli/set_warnings.h"
#include "core/data/spread_pictures.h"
#include "core/training/set_predictions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <optional>
#include <span>
#include <thread>

namespace alexscope::cli {

namespace {

struct EvaluateOptions {
    ModelOptions model;
    std::string data, split = "validation";
    int crops = 1;
    int batch = 100;
    std::int64_t limit = 0;
    std::string confusion;
};

/// The crops of pictures one after the other, prepared by all processors.
std::vector<float> prepare(const Dataset& set, const Augmenter& augmenter, const std::vector<SampleTransform>& crops,
                           std::span<const std::size_t> pictures)
{
    const std::size_t count = pictures.size();
    const auto perCrop = static_cast<std::size_t>(augmenter.input().perPicture());
    std::vector<float> input(count * crops.size() * perCrop);
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failureMutex;
    const auto work = [&] {
        try {
            Image scratch;
            for (std::size_t i = next++; i < count; i = next++) {
                const ImageView picture = set.image(pictures[i], scratch);
                for (std::size_t c = 0; c < crops.size(); ++c)
                    augmenter.apply(picture, crops[c],
                                    std::span(input).subspan((i * crops.size() + c) * perCrop, perCrop));
            }
        } catch (...) {
            const std::lock_guard lock(failureMutex);
            failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> workers;
        for (unsigned i = 1; i < std::clamp(std::thread::hardware_concurrency(), 1u, 16u); ++i)
            workers.emplace_back(work);
        work();
    }
    if (failure)
        std::rethrow_exception(failure);
    return input;
}

struct Sums {
    std::int64_t pictures = 0, top1 = 0, top5 = 0;
    double loss = 0;
    Confusion confusion;

    /// Averages the crops' probabilities (§4.1) and compares with the label.
    void take(std::span<const std::vector<float>> crops, int label)
    {
        std::vector<double> mean(crops.front().size());
        for (const std::vector<float>& crop : crops)
            for (std::size_t i = 0; i < mean.size(); ++i)
                mean[i] += crop[i] / static_cast<double>(crops.size());
        const auto truth = static_cast<std::size_t>(label);
        std::int64_t before = 0; // classes that rank above the true one; equal ones by number
        for (std::size_t i = 0; i < mean.size(); ++i)
            before += mean[i] > mean[truth] || (mean[i] == mean[truth] && i < truth);
        ++pictures;
        confusion.add(label, predictionOf(0, label, std::span<const double>(mean)).classes[0]);
        top1 += before >= 1;
        top5 += before >= 5;
        loss -= std::log(std::max(mean[truth], std::numeric_limits<double>::min()));
    }
};

void checkLabels(const DataSource& data, const Model& model, std::ostream& err)
{
    const int outputs = model.weights.network.outputClasses();
    if (static_cast<int>(data.classNames.size()) > outputs)
        throw Error(concat(data.specification, " has ", data.classNames.size(), " classes, the network tells only ",
                           outputs, " apart"));
    if (!model.weights.classNames.empty() && model.weights.classNames != data.classNames)
        err << "warning: the classes of " << data.specification
            << " are not those the network was trained on; errors compare numbers, not names\n";
}

Answer runEvaluate(Environment& environment, const EvaluateOptions& options)
{
    const Model model = openModel(environment, options.model);
    const DataSource data = environment.openData(options.data, model.weights.network);
    const Dataset& set = options.split == "training" ? *data.training : *data.validation;
    warnOfLeftOut(data, environment.err);
    checkLabels(data, model, environment.err);
    const std::vector<std::size_t> chosen =
        spreadPictures(set.size(), options.limit > 0 ? static_cast<std::size_t>(options.limit) : set.size());
    const std::size_t pictures = chosen.size();
    if (pictures == 0)
        throw Error(concat(data.specification, " has no ", options.split, " pictures"));

    std::optional<AtomicFile> confusionFile; // opened first: a place that cannot be written to is said before the work
    if (!options.confusion.empty())
        confusionFile.emplace(options.confusion);
    const Augmenter augmenter = model.augmenter();
    const std::vector<SampleTransform> crops =
        options.crops == 10 ? augmenter.tenCrops() : std::vector{augmenter.centreTransform()};
    const std::unique_ptr<Network> network =
        model.makeNetwork(std::min<std::int64_t>(options.batch, static_cast<std::int64_t>(pictures)), false, true);
    const auto chunk = static_cast<std::size_t>(network->options().batch);
    Sums sums;
    sums.confusion = Confusion(model.weights.network.outputClasses());
    Progress progress(environment, "evaluated");
    for (std::size_t first = 0; first < pictures; first += chunk) {
        if (environment.isInterrupted())
            throw Error(concat("interrupted after ", first, " of ", pictures, " pictures"));
        const std::size_t count = std::min(chunk, pictures - first);
        const std::span<const std::size_t> part = std::span(chosen).subspan(first, count);
        const std::vector<float> input = prepare(set, augmenter, crops, part);
        const std::vector<std::vector<float>> probabilities = classify(*network, input);
        for (std::size_t i = 0; i < count; ++i)
            sums.take(std::span(probabilities).subspan(i * crops.size(), crops.size()), set.label(part[i]));
        progress.show(
            first + count, pictures,
            concat("top-1 error ", percent(static_cast<double>(sums.top1) / static_cast<double>(sums.pictures))));
    }
    progress.end();

    const auto total = static_cast<double>(sums.pictures);
    const bool top5 = model.weights.network.outputClasses() > 5;
    Answer answer;
    answer.json = {{"data", data.specification},
                   {"split", options.split},
                   {"pictures", sums.pictures},
                   {"crops", options.crops},
                   {"top1Error", static_cast<double>(sums.top1) / total},
                   {"top5Error", static_cast<double>(sums.top5) / total},
                   {"loss", sums.loss / total},
                   {"device", model.backend->info().name},
                   {"precision", toText(model.precision)}};
    answer.text = concat(grouped(sums.pictures), " ", options.split, " pictures of ", data.specification, ", ",
                         options.crops, options.crops == 1 ? " crop" : " crops", "\ntop-1 error  ",
                         percent(static_cast<double>(sums.top1) / total),
                         top5 ? concat("\ntop-5 error  ", percent(static_cast<double>(sums.top5) / total)) : "",
                         "\nloss         ", significant(sums.loss / total), "\n");
    const auto nameOf = [&](int i) {
        return i < std::ssize(data.classNames) ? data.classNames[static_cast<std::size_t>(i)]
                                               : model.className(static_cast<std::size_t>(i));
    };
    addClassErrors(answer, sums.confusion, nameOf);
    addReplaced(data, answer, environment.err);
    if (confusionFile) {
        writeConfusion(*confusionFile, sums.confusion, nameOf);
        answer.json["confusion"] = options.confusion;
        answer.text += concat("\nThe confusion matrix is in ", options.confusion, "\n");
    }
    return answer;
}

} // namespace

void addEvaluate(Registrar registrar)
{
    auto options = std::make_shared<EvaluateOptions>();
    Command command = registrar.add("evaluate", "The error of a trained network on data", options, runEvaluate);
    addModelOptions(command, options->model);
    command.option("--data", options->data, "Pictures with labels").required();
    command.option("--crops", options->crops, "1: the centre; 10: corners and centre and their mirrors, averaged")
        .oneOf({"1", "10"})
        .showDefault();
    command.option("--split", options->split, "Which pictures").oneOf({"validation", "training"}).showDefault();
    command.option("--batch", options->batch, "Pictures at a time").between(1, 65536).showDefault();
    command.option("--limit", options->limit, "Only so many pictures, spread over the set")
        .between(1, std::int64_t{1} << 40);
    command.option("--confusion", options->confusion,
                   "Write a CSV: how many pictures of each class (rows) are taken for which (columns)");
}

} // namespace alexscope::cli
