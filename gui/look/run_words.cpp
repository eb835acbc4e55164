// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/run_words.h"

#include "core/error.h"
#include "core/network/network_text.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace alexscope::gui {

namespace {

struct FieldName {
    const char* field; ///< as RunDifference has it
    const char* words;
};

constexpr std::array fieldNames{
    FieldName{"networkText", QT_TRANSLATE_NOOP("RunField", "network")},
    FieldName{"data", QT_TRANSLATE_NOOP("RunField", "data")},
    FieldName{"weights", QT_TRANSLATE_NOOP("RunField", "weights from")},
    FieldName{"seed", QT_TRANSLATE_NOOP("RunField", "seed")},
    FieldName{"resolvedDevice", QT_TRANSLATE_NOOP("RunField", "device")},
    FieldName{"resolvedPrecision", QT_TRANSLATE_NOOP("RunField", "precision")},
    FieldName{"recipe.batch", QT_TRANSLATE_NOOP("RunField", "batch")},
    FieldName{"recipe.epochs", QT_TRANSLATE_NOOP("RunField", "epochs")},
    FieldName{"recipe.iterations", QT_TRANSLATE_NOOP("RunField", "iterations")},
    FieldName{"recipe.learningRate", QT_TRANSLATE_NOOP("RunField", "learning rate")},
    FieldName{"recipe.momentum", QT_TRANSLATE_NOOP("RunField", "momentum")},
    FieldName{"recipe.weightDecay", QT_TRANSLATE_NOOP("RunField", "weight decay")},
    FieldName{"recipe.layerRates", QT_TRANSLATE_NOOP("RunField", "factors on the learning rate")},
    FieldName{"recipe.validateEvery", QT_TRANSLATE_NOOP("RunField", "epochs between validations")},
    FieldName{"recipe.colourOffLast", QT_TRANSLATE_NOOP("RunField", "last epochs without augmentation")},
    FieldName{"recipe.schedule.kind", QT_TRANSLATE_NOOP("RunField", "schedule")},
    FieldName{"recipe.schedule.divisor", QT_TRANSLATE_NOOP("RunField", "divisor of the learning rate")},
    FieldName{"recipe.schedule.epochs", QT_TRANSLATE_NOOP("RunField", "divided at epochs")},
    FieldName{"recipe.schedule.patience", QT_TRANSLATE_NOOP("RunField", "patience")},
    FieldName{"recipe.schedule.reductions", QT_TRANSLATE_NOOP("RunField", "most divisions")},
    FieldName{"recipe.augmentation.randomCrop", QT_TRANSLATE_NOOP("RunField", "random crops")},
    FieldName{"recipe.augmentation.pad", QT_TRANSLATE_NOOP("RunField", "padding")},
    FieldName{"recipe.augmentation.reflect", QT_TRANSLATE_NOOP("RunField", "reflections")},
    FieldName{"recipe.augmentation.colourSigma", QT_TRANSLATE_NOOP("RunField", "colour noise")},
};

constexpr std::array machineFields{"device", "precision", "instructions", "libraries", "threads", "weightsDigest"};

QString words(const std::string& field)
{
    for (const FieldName& name : fieldNames)
        if (field == name.field)
            return QCoreApplication::translate("RunField", name.words);
    return QString::fromStdString(field);
}

QString networkName(const std::string& text)
{
    try {
        return QString::fromStdString(parseNetwork(text, "run").name);
    } catch (const Error&) {
        return {}; // a newer program's network: the line that differs has to do
    }
}

QString shownValue(const std::string& field, const std::string& value)
{
    if (value.empty())
        return noValue();
    if (value == "true")
        return QCoreApplication::translate("RunField", "on");
    if (value == "false")
        return QCoreApplication::translate("RunField", "off");
    if (value == "fixed")
        return QCoreApplication::translate("RunField", "fixed");
    if (value == "steps")
        return QCoreApplication::translate("RunField", "in steps");
    if (value == "plateau")
        return QCoreApplication::translate("RunField", "on a plateau");
    if (field == "data")
        return shownDataName(QString::fromStdString(value));
    if (field == "resolvedDevice")
        return shownDeviceName(value);
    bool isNumber = false;
    const QString text = QString::fromStdString(value);
    const double number = text.toDouble(&isNumber);
    return isNumber && field != "seed" ? chosenNumber(number) : text;
}

/// What a field is called in a label, and one value a run.
using Fields = std::vector<std::pair<std::string, QStringList>>;

QStringList& valuesOf(Fields& fields, const RunDifference& found, qsizetype runs)
{
    for (auto& [field, values] : fields)
        if (field == found.field)
            return values;
    // Who does not differ from the first run has its value.
    QStringList values;
    values.fill(shownValue(found.field, found.first), runs);
    return fields.emplace_back(found.field, values).second;
}

} // namespace

QStringList runLabels(const std::vector<const RunSpec*>& runs)
{
    const auto count = static_cast<qsizetype>(runs.size());
    Fields fields;
    for (qsizetype i = 1; i < count; ++i) {
        const RunSpec &first = *runs[0], &other = *runs[static_cast<std::size_t>(i)];
        for (RunDifference& found : difference(first, other)) {
            if (std::find(machineFields.begin(), machineFields.end(), found.field) != machineFields.end())
                continue;
            if (found.field == "networkText") {
                const QString a = networkName(first.networkText), b = networkName(other.networkText);
                if (!a.isEmpty() && !b.isEmpty() && a != b)
                    found = {found.field, a.toStdString(), b.toStdString()};
            }
            valuesOf(fields, found, count)[i] = shownValue(found.field, found.second);
        }
    }
    QStringList labels;
    for (qsizetype i = 0; i < count; ++i) {
        QStringList parts;
        for (const auto& [field, values] : fields)
            parts.append(QStringLiteral("%1 %2").arg(words(field), values.at(i)));
        labels.append(parts.join(QStringLiteral(", ")));
    }
    return labels;
}

namespace {

QString nameOf(HyperParameter parameter)
{
    switch (parameter) {
    case HyperParameter::LearningRate:
        return QCoreApplication::translate("RunField", "learning rate");
    case HyperParameter::Momentum:
        return QCoreApplication::translate("RunField", "momentum");
    case HyperParameter::WeightDecay:
        return QCoreApplication::translate("RunField", "weight decay");
    case HyperParameter::Dropout:
        return QCoreApplication::translate("RunField", "dropout");
    }
    return {};
}

QString fromTo(const HyperParameterChange& change)
{
    return QStringLiteral("%1 → %2").arg(chosenNumber(change.from), chosenNumber(change.to));
}

} // namespace

QString changeText(const HyperParameterChange& change)
{
    const QString text = QStringLiteral("%1 %2").arg(nameOf(change.parameter), fromTo(change));
    return change.byHand ? QCoreApplication::translate("RunField", "%1, by hand").arg(text) : text;
}

QString briefChangeText(const HyperParameterChange& change)
{
    return change.parameter == HyperParameter::LearningRate
               ? fromTo(change)
               : QStringLiteral("%1 %2").arg(nameOf(change.parameter), fromTo(change));
}

} // namespace alexscope::gui
