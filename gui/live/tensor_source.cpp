// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/tensor_source.h"

#include <QCoreApplication>

#include <algorithm>

namespace alexscope::gui {

namespace {

bool belongsToParameter(TensorKind kind)
{
    return kind == TensorKind::Parameter || kind == TensorKind::Gradient || kind == TensorKind::Update;
}

const std::map<std::string, SnapshotTensor>& storeOf(const Snapshot& snapshot, TensorKind kind)
{
    switch (kind) {
    case TensorKind::Gradient:
        return snapshot.gradients;
    case TensorKind::Update:
        return snapshot.updates;
    case TensorKind::Activation:
        return snapshot.activations;
    case TensorKind::StepActivation:
        return snapshot.stepActivations;
    case TensorKind::StepGradient:
        return snapshot.stepGradients;
    case TensorKind::Parameter:
        break;
    }
    return snapshot.parameters;
}

} // namespace

Shape shapeOf(const TensorSource& source, const RunDescription& run)
{
    if (!belongsToParameter(source.kind)) {
        const int layer = run.network.indexOf(source.name);
        return layer < 0 ? Shape{0, 0, 0, 0} : run.geometry[static_cast<std::size_t>(layer)].output.withBatch(1);
    }
    const std::vector<ParameterInfo> parameters = parametersOf(run.network);
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [&](const ParameterInfo& info) { return info.name == source.name; });
    return found == parameters.end() ? Shape{0, 0, 0, 0} : found->shape;
}

void askFor(const TensorSource& source, ProbeRequest& request)
{
    switch (source.kind) {
    case TensorKind::Parameter:
        request.parameters.push_back(source.name);
        break;
    case TensorKind::Gradient:
        request.gradients.push_back(source.name);
        break;
    case TensorKind::Update:
        request.updates.push_back(source.name);
        break;
    case TensorKind::Activation:
    case TensorKind::StepActivation:
        request.activations.push_back(source.name);
        break;
    case TensorKind::StepGradient:
        request.activationGradients.push_back(source.name);
        break;
    }
}

const SnapshotTensor* findIn(const Snapshot& snapshot, const TensorSource& source)
{
    const auto& store = storeOf(snapshot, source.kind);
    const auto found = store.find(source.name);
    return found == store.end() || !found->second.values ? nullptr : &found->second;
}

std::string exportName(const TensorSource& source)
{
    switch (source.kind) {
    case TensorKind::Gradient:
        return source.name + ".gradient";
    case TensorKind::Update:
        return source.name + ".update";
    case TensorKind::Activation:
        return source.name + ".activation";
    case TensorKind::StepActivation:
        return source.name + ".step.activation";
    case TensorKind::StepGradient:
        return source.name + ".step.gradient";
    case TensorKind::Parameter:
        break;
    }
    return source.name;
}

QString whyAbsent(const TensorSource& source, const RunDescription& run, const SessionStatus& status)
{
    const bool ofStep = source.kind == TensorKind::Gradient || source.kind == TensorKind::Update;
    if (ofStep && status.shown)
        return QCoreApplication::translate(
            "TensorSource", "This run is only shown as it ended. Press Run to train one of your own: its "
                            "first iteration makes gradients and updates.");
    if (source.isEmpty() || (source.kind != TensorKind::Gradient && source.kind != TensorKind::StepGradient))
        return {};
    const std::string layer = source.name.substr(0, source.name.find('.'));
    if (run.network.indexOf(layer) >= run.lowestLearningLayer)
        return {};
    return QCoreApplication::translate("TensorSource",
                                       "Nothing goes backward to %1: it and all layers below it are frozen.")
        .arg(QString::fromStdString(layer));
}

} // namespace alexscope::gui
