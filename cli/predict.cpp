// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/open_model.h"
#include "cli/picture_input.h"
#include "cli/set_warnings.h"

#include <algorithm>
#include <numeric>

namespace alexscope::cli {

namespace {

struct PredictOptions {
    ModelOptions model;
    std::vector<std::string> pictures;
    std::string data, split = "validation";
    std::vector<std::size_t> numbers;
    int top = 5;
};

std::vector<std::size_t> best(const std::vector<float>& probabilities, int count)
{
    std::vector<std::size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return probabilities[a] > probabilities[b]; });
    order.resize(std::min(order.size(), static_cast<std::size_t>(count)));
    return order;
}

struct Work {
    Environment& environment;
    const PredictOptions& options;
    const Model& model;
    const Augmenter augmenter;
    Network& network;
    Answer answer;
};

/// Adds what the network says of one input. `label`: its true class, which then is marked; −1: nobody knows.
void addPrediction(Work& work, const std::string& name, std::span<const float> input, int label)
{
    const Model& model = work.model;
    const std::vector<float> probabilities = classify(work.network, input).front();
    const auto truth = static_cast<std::size_t>(label);
    nlohmann::ordered_json prediction = {{label < 0 ? "file" : "picture", name}};
    nlohmann::ordered_json classes = nlohmann::ordered_json::array();
    Table table({{"", true}, {""}, {"", true}}, name);
    bool marked = label < 0;
    for (const std::size_t i : best(probabilities, work.options.top)) {
        const bool isTrue = label >= 0 && i == truth;
        marked |= isTrue;
        classes.push_back({{"class", i}, {"name", model.className(i)}, {"probability", probabilities[i]}});
        table.add({concat("  ", model.className(i)), percent(probabilities[i]), isTrue ? "← true class" : ""});
    }
    if (!marked)
        table.add({concat("  … ", model.className(truth)), percent(probabilities.at(truth)), "← true class"});
    if (label >= 0)
        prediction["label"] = {
            {"class", label}, {"name", model.className(truth)}, {"probability", probabilities.at(truth)}};
    prediction["classes"] = std::move(classes);
    work.answer.json["predictions"].push_back(std::move(prediction));
    work.answer.text += table.text();
}

/// Pictures of a set, by number, with their true classes.
void predictFromSet(Work& work)
{
    const PredictOptions& options = work.options;
    const NetworkSpec& network = work.model.weights.network;
    const DataSource data = work.environment.openData(options.data, network);
    warnOfLeftOut(data, work.environment.err);
    const Dataset& set = options.split == "training" ? *data.training : *data.validation;
    std::vector<float> input(static_cast<std::size_t>(work.augmenter.input().perPicture()));
    Image scratch;
    for (const std::size_t number : options.numbers) {
        if (number >= set.size())
            throw Error(concat(data.specification, " has ", set.size(), " ", options.split,
                               " pictures, counted from 0; there is no picture ", number));
        const int label = set.label(number);
        if (label < 0 || label >= network.outputClasses())
            throw Error(concat(set.name(number), " is of class ", label, ", but the network tells only ",
                               network.outputClasses(), " apart"));
        work.augmenter.apply(set.image(number, scratch), work.augmenter.centreTransform(), input);
        addPrediction(work, set.name(number), input, label);
    }
    addReplaced(data, work.answer, work.environment.err);
}

Answer runPredict(Environment& environment, const PredictOptions& options)
{
    if (options.data.empty() != options.numbers.empty())
        throw WrongUse("--data and --picture belong together: a set, and the numbers of pictures in it");
    if (options.data.empty() && options.pictures.empty())
        throw WrongUse("there is no picture to predict: name files, or a set with --data and --picture");
    const Model model = openModel(environment, options.model);
    const std::unique_ptr<Network> network = model.makeNetwork(1, false, true);
    Work work{environment, options, model, model.augmenter(), *network, {}};
    work.answer.json["predictions"] = nlohmann::ordered_json::array();
    for (const std::string& file : options.pictures)
        addPrediction(work, file, centreCrop(environment, file, work.augmenter), -1);
    if (!options.data.empty())
        predictFromSet(work);
    return std::move(work.answer);
}

} // namespace

void addPredict(Registrar registrar)
{
    auto options = std::make_shared<PredictOptions>();
    Command command = registrar.add("predict", "What a trained network takes pictures for", options, runPredict);
    addModelOptions(command, options->model);
    command.option("pictures", options->pictures, "Picture files");
    command.option("--data", options->data, "A set to take pictures from, with their true classes");
    command.option("--picture", options->numbers, "Which of them, counted from 0; may be given several times")
        .between(0, std::int64_t{1} << 40);
    command.option("--split", options->split, "Of which pictures of the set")
        .oneOf({"validation", "training"})
        .showDefault();
    command.option("--top", options->top, "How many classes to name").between(1, 1000).showDefault();
}

} // namespace alexscope::cli
