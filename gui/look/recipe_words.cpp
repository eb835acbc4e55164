// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/recipe_words.h"

#include "gui/look/numbers.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("RecipeWords", text);
}

QString yesOrNo(bool yes)
{
    return yes ? QCoreApplication::translate("RecipeWords", "yes") : QCoreApplication::translate("RecipeWords", "no");
}

QString length(const Recipe& recipe)
{
    return recipe.iterations > 0
               ? QCoreApplication::translate("RecipeWords", "%1 iterations").arg(count(recipe.iterations))
               : QCoreApplication::translate("RecipeWords", "%1 epochs").arg(chosenNumber(recipe.epochs));
}

QString schedule(const Recipe& recipe)
{
    const Schedule& schedule = recipe.schedule;
    switch (schedule.kind) {
    case ScheduleKind::Fixed:
        return QCoreApplication::translate("RecipeWords", "fixed");
    case ScheduleKind::Steps: {
        QStringList epochs;
        for (const double epoch : schedule.epochs)
            epochs.append(chosenNumber(epoch));
        return QCoreApplication::translate("RecipeWords", "÷%1 at epoch %2")
            .arg(chosenNumber(schedule.divisor), epochs.join(QStringLiteral(", ")));
    }
    case ScheduleKind::Plateau:
        return QCoreApplication::translate("RecipeWords", "÷%1 after %2 validations without gain, up to %3 times")
            .arg(chosenNumber(schedule.divisor))
            .arg(schedule.patience)
            .arg(schedule.reductions);
    }
    return noValue();
}

QString crops(const Recipe& recipe)
{
    const Augmentation& augmentation = recipe.augmentation;
    const QString kind = yesOrNo(augmentation.randomCrop);
    return augmentation.pad > 0
               ? QCoreApplication::translate("RecipeWords", "%1, %2 pixels padded").arg(kind).arg(augmentation.pad)
               : kind;
}

QString colours(const Recipe& recipe)
{
    const double sigma = recipe.augmentation.colourSigma;
    return sigma > 0 ? QStringLiteral("σ = ") + chosenNumber(sigma) : yesOrNo(false);
}

QString calmEnd(const Recipe& recipe)
{
    return recipe.colourOffLast > 0 ? QCoreApplication::translate("RecipeWords", "the last %1 epochs")
                                          .arg(chosenNumber(recipe.colourOffLast))
                                    : QCoreApplication::translate("RecipeWords", "never");
}

QString layerRates(const Recipe& recipe)
{
    QStringList frozen, others;
    for (const auto& [layer, factor] : recipe.layerRates)
        if (factor == 0)
            frozen.append(QString::fromStdString(layer));
        else
            others.append(QStringLiteral("%1 ×%2").arg(QString::fromStdString(layer), chosenNumber(factor)));
    if (!frozen.isEmpty())
        others.prepend(QCoreApplication::translate("RecipeWords", "frozen: %1").arg(frozen.join(QStringLiteral(", "))));
    return others.isEmpty() ? QCoreApplication::translate("RecipeWords", "all alike")
                            : others.join(QStringLiteral("; "));
}

QString validation(const Recipe& recipe)
{
    return recipe.validateEvery > 0
               ? QCoreApplication::translate("RecipeWords", "every %1 epochs").arg(chosenNumber(recipe.validateEvery))
               : QCoreApplication::translate("RecipeWords", "never");
}

} // namespace

std::vector<RecipeFact> recipeFacts(const Recipe& first, const Recipe& second)
{
    const auto fact = [&](const QString& name, auto describe) {
        return RecipeFact{name, describe(first), describe(second)};
    };
    const auto tell = [](const char* text) { return words(text); };
    return {fact(tell(QT_TRANSLATE_NOOP("RecipeWords", "Pictures a batch")),
                 [](const Recipe& recipe) { return count(recipe.batch); }),
            fact(tell(QT_TRANSLATE_NOOP("RecipeWords", "Length")), length),
            fact(tell(QT_TRANSLATE_NOOP("RecipeWords", "Learning rate")), schedule),
            fact(tell(QT_TRANSLATE_NOOP("RecipeWords", "Layers learn")), layerRates),
            fact(tell(QT_TRANSLATE_NOOP("RecipeWords", "Random crops")), crops),
            fact(tell(QT_TRANSLATE_NOOP("RecipeWords", "Reflections")),
                 [](const Recipe& recipe) { return yesOrNo(recipe.augmentation.reflect); }),
            fact(tell(QT_TRANSLATE_NOOP("RecipeWords", "Colour noise")), colours),
            fact(tell(QT_TRANSLATE_NOOP("RecipeWords", "Crops and noise end")), calmEnd),
            fact(tell(QT_TRANSLATE_NOOP("RecipeWords", "Validation")), validation)};
}

} // namespace alexscope::gui
