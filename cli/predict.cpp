// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/open_model.h"
#include "cli/picture_input.h"

#include <algorithm>
#include <numeric>

namespace alexscope::cli {

namespace {

struct Options {
    ModelOptions model;
    std::vector<std::string> pictures;
    int top = 5;
};

std::vector<std::size_t> best(const std::vector<float>& probabilities, int count)
{
    std::vector<std::size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return probabilities[a] > probabilities[b]; });
    order.resize(std::min(order.size(), static_cast<std::size_t>(count)));
    return order;
}

Answer run(Environment& environment, const Options& options)
{
    const Model model = openModel(environment, options.model);
    const Augmenter augmenter = model.augmenter();
    const std::unique_ptr<Network> network = model.makeNetwork(1, false, true);
    Answer answer;
    answer.json["predictions"] = nlohmann::ordered_json::array();
    for (const std::string& file : options.pictures) {
        const std::vector<float> probabilities = classify(*network, centreCrop(environment, file, augmenter)).front();
        nlohmann::ordered_json classes = nlohmann::ordered_json::array();
        Table table({{file, true}, {""}});
        for (const std::size_t i : best(probabilities, options.top)) {
            classes.push_back({{"class", i}, {"name", model.className(i)}, {"probability", probabilities[i]}});
            table.add({concat("  ", model.className(i)), percent(probabilities[i])});
        }
        answer.json["predictions"].push_back({{"file", file}, {"classes", classes}});
        answer.text += table.text();
    }
    return answer;
}

} // namespace

void addPredict(Registrar registrar)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = registrar.add("predict", "What a trained network takes pictures for", options, run);
    addModelOptions(*command, options->model);
    command->add_option("pictures", options->pictures, "Picture files")->required();
    command->add_option("--top", options->top, "How many classes to name")->check(CLI::Range(1, 1000))->capture_default_str();
}

} // namespace alexscope::cli
