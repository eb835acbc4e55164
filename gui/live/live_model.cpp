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
    m_initial.setRun(m_run);
    m_snapshot = nullptr;
    m_firstWeights = m_initialWeights = nullptr;
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
        const auto weights = m_snapshot->parameters.find(firstWeightName());
        if (weights != m_snapshot->parameters.end()) {
            m_firstWeights = weights->second.values;
            if (m_snapshot->iteration == 0)
                m_initialWeights = m_firstWeights;
        }
    }
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
