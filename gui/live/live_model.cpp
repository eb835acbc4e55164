// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/live_model.h"

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

std::string LiveModel::firstWeightName() const
{
    if (m_firstConvolution < 0)
        return {};
    return m_run->network.layers[static_cast<std::size_t>(m_firstConvolution)].name + ".weight";
}

void LiveModel::setStatus(const SessionStatus& status)
{
    m_status = status;
    emit statusChanged();
}

void LiveModel::setRun(std::shared_ptr<const RunDescription> run)
{
    const bool rowsBelong = !m_run && run;
    m_run = std::move(run);
    m_initial.setRun(m_run);
    m_snapshot = nullptr;
    m_firstWeights = m_initialWeights = nullptr;
    m_predictions = nullptr;
    setMoments(nullptr);
    m_firstConvolution = -1;
    if (m_run) {
        const auto& layers = m_run->network.layers;
        const auto first = std::find_if(layers.begin(), layers.end(),
                                        [](const LayerSpec& layer) { return layer.as<ConvolutionSpec>() != nullptr; });
        if (first != layers.end())
            m_firstConvolution = static_cast<int>(first - layers.begin());
    }
    if (!rowsBelong)
        restartRows();
    emit runChanged();
}

void LiveModel::editRun(std::shared_ptr<const RunDescription> run)
{
    m_run = std::move(run);
    emit runEdited();
}

void LiveModel::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    if (m_snapshot) {
        if (auto weights = firstWeightsOf(*m_snapshot)) {
            m_firstWeights = std::move(weights);
            if (m_snapshot->iteration == 0)
                m_initialWeights = m_firstWeights;
        }
    }
    if (!m_past) // else nothing that is looked at has changed
        emit snapshotChanged();
}

std::shared_ptr<const HostTensor> LiveModel::firstWeightsOf(const Snapshot& snapshot) const
{
    const auto weights = snapshot.parameters.find(firstWeightName());
    return weights == snapshot.parameters.end() ? nullptr : weights->second.values;
}

void LiveModel::setMoments(std::shared_ptr<const MomentList> moments)
{
    if (moments == m_moments)
        return;
    const bool samePast = moments && m_moments && moments->folder == m_moments->folder;
    m_moments = std::move(moments);
    if (!samePast)
        showPast(nullptr);
    emit momentsChanged();
}

void LiveModel::setPredictions(std::shared_ptr<const SetPredictions> predictions)
{
    if (predictions == m_predictions)
        return;
    m_predictions = std::move(predictions);
    if (!m_past)
        emit predictionsChanged();
}

void LiveModel::showPast(std::shared_ptr<const Snapshot> past)
{
    if (past == m_past)
        return;
    m_past = std::move(past);
    m_pastWeights = m_past ? firstWeightsOf(*m_past) : nullptr;
    emit pastChanged();
    emit snapshotChanged();
    if (m_predictions)
        emit predictionsChanged();
}

void LiveModel::setInitialWeights(std::shared_ptr<const HostTensor> weights)
{
    m_initialWeights = std::move(weights);
    emit snapshotChanged();
}

void LiveModel::appendRows(const std::vector<MetricsRow>& rows)
{
    if (rows.empty())
        return;
    for (const MetricsRow& row : rows) {
        m_extending->append(row);
        if (!std::isnan(row.validationTop1))
            m_validation = row;
    }
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    if (m_rows.size() >= 2 * rowsKept)
        m_rows.erase(m_rows.begin(), m_rows.end() - static_cast<std::ptrdiff_t>(rowsKept));
    emit rowsAppended(m_rows.size() - std::min(rows.size(), m_rows.size()));
}

void LiveModel::appendRatios(const std::vector<UpdateRatios>& ratios)
{
    if (ratios.empty())
        return;
    for (const UpdateRatios& one : ratios)
        m_extending->append(one);
    emit ratiosAppended();
}

void LiveModel::appendChanges(const std::vector<HyperParameterChange>& changes)
{
    if (changes.empty())
        return;
    m_changes.insert(m_changes.end(), changes.begin(), changes.end());
    emit changesAppended();
}

void LiveModel::restartRows()
{
    m_rows.clear();
    m_validation.reset();
    m_changes.clear();
    m_extending = std::make_shared<RunCurves>();
    m_curves = m_extending;
    emit rowsRestarted();
}

} // namespace alexscope::gui
