// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/live_model.h"

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

const MetricsRow* LiveModel::validation() const
{
    return m_validationRow < 0 ? nullptr : &m_rows[static_cast<std::size_t>(m_validationRow)];
}

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
    m_run = std::move(run);
    m_snapshot = nullptr;
    m_firstWeights = m_initialWeights = nullptr;
    setMoments(nullptr);
    m_firstConvolution = -1;
    if (m_run) {
        const auto& layers = m_run->network.layers;
        const auto first = std::find_if(layers.begin(), layers.end(),
                                        [](const LayerSpec& layer) { return layer.as<ConvolutionSpec>() != nullptr; });
        if (first != layers.end())
            m_firstConvolution = static_cast<int>(first - layers.begin());
    }
    restartRows();
    emit runChanged();
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

void LiveModel::showPast(std::shared_ptr<const Snapshot> past)
{
    if (past == m_past)
        return;
    m_past = std::move(past);
    m_pastWeights = m_past ? firstWeightsOf(*m_past) : nullptr;
    emit pastChanged();
    emit snapshotChanged();
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
    const std::size_t first = m_rows.size();
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    for (std::size_t i = first; i < m_rows.size(); ++i)
        if (!std::isnan(m_rows[i].validationTop1))
            m_validationRow = static_cast<std::ptrdiff_t>(i);
    emit rowsAppended(first);
}

void LiveModel::restartRows()
{
    m_rows.clear();
    m_validationRow = -1;
    emit rowsRestarted();
}

} // namespace alexscope::gui
