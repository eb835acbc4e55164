// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/recipe_options.h"

#include "cli/environment.h"
#include "core/network/text_reader.h"

namespace alexscope::cli {

namespace {

Augmentation namedAugmentation(const std::string& name, Augmentation usual)
{
    if (name == "paper") {
        usual.randomCrop = true;
        usual.reflect = true;
        usual.colourSigma = 0.1;
        return usual;
    }
    Augmentation calm;
    calm.randomCrop = false;
    calm.reflect = name == "flip";
    return calm;
}

/// The same reader as for a network's text, so that keys, ranges and messages are the same.
void assign(const std::vector<std::string>& assignments, Recipe& recipe)
{
    TextSection section{"recipe", 0, {}};
    for (const std::string& assignment : assignments) {
        const std::size_t equals = assignment.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == assignment.size())
            throw WrongUse(concat("--set takes key=value with a key of [recipe], not ", inQuotes(assignment)));
        section.entries.push_back({assignment.substr(0, equals), assignment.substr(equals + 1),
                                   static_cast<int>(section.entries.size()) + 1});
    }
    const std::string origin = "--set";
    SectionReader reader(section, origin);
    visitFields(reader, recipe);
    reader.finish();
    const bool schedule = reader.take("schedule"), epochs = reader.take("stepEpochs");
    if (schedule && !epochs && recipe.schedule.kind != ScheduleKind::Steps)
        recipe.schedule.epochs.clear(); // those of the network's own schedule
    if (schedule || epochs)
        checkSchedule(reader, origin, recipe.schedule);
}

} // namespace

void RecipeOptions::applyTo(Recipe& recipe) const
{
    recipe.batch = batch.value_or(recipe.batch);
    recipe.learningRate = learningRate.value_or(recipe.learningRate);
    if (epochs) {
        recipe.epochs = *epochs;
        recipe.iterations = 0;
    }
    recipe.iterations = iterations.value_or(recipe.iterations);
    if (augment)
        recipe.augmentation = namedAugmentation(*augment, recipe.augmentation);
    assign(assignments, recipe);
}

void addRecipeOptions(Command command, RecipeOptions& options)
{
    command.option("--batch", options.batch, "Pictures a step").between(1, 65536);
    const Argument epochs =
        command.option("--epochs", options.epochs, "Passes over the training pictures").finite(0, 1e6);
    command.option("--iterations", options.iterations, "Steps, instead of epochs")
        .between(1, 1'000'000'000)
        .excludes(epochs);
    command.option("--learning-rate", options.learningRate, "ε at the start").finite(0, 1000);
    command.option("--augment", options.augment, "none; flip: mirrored only; paper: crops, mirrors and colour noise")
        .oneOf({"none", "flip", "paper"});
    command.option("--set", options.assignments, "Any other key of a network's [recipe]: momentum=0.8 weightDecay=0")
        .called("KEY=VALUE");
}

} // namespace alexscope::cli
