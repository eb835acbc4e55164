// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/panels/panel.h"

class QFormLayout;
class QLabel;

namespace alexscope::gui {

class HistogramView;

/// Numbers of what is chosen: the first layer's weights, or one filter of them; live, beside the initial ones.
class InspectorPanel : public Panel {
    Q_OBJECT
public:
    InspectorPanel(LiveModel& model, Selection& selection, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    void look(ProbeRequest& request) const override;
    /// The text shown for one row by its object name; for tests.
    QString value(const QString& name) const;

protected:
    void refresh() override;
    void retranslate() override;
    void recolour() override;

private:
    QLabel* addRow(const QString& name);
    bool unitChosen() const;
    /// The chosen part of a weight tensor.
    std::span<const float> chosenPart(const HostTensor& weights) const;

    QFormLayout* m_form;
    QLabel *m_heading, *m_shape, *m_count, *m_min, *m_max, *m_mean, *m_deviation, *m_initialDeviation, *m_zeros,
        *m_nonFinite;
    HistogramView* m_histogram;
};

} // namespace alexscope::gui
