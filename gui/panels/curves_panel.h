// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/panels/panel.h"

#include <QTimer>

class QLabel;
class QToolButton;

namespace alexscope::gui {

class CurvePlot;

/// Loss and error over the run, from the journal: every row, nothing smoothed. Training solid, validation dashed and
/// held between tests, ln(classes) as the level of guessing, the best validation ringed.
class CurvesPanel : public Panel {
    Q_OBJECT
public:
    CurvesPanel(LiveModel& model, Selection& selection, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;

    const CurvePlot& lossPlot() const { return *m_loss; }
    const CurvePlot& errorPlot() const { return *m_error; }
    /// The numbers at an iteration as one line of text.
    QString valuesAt(double iteration) const;

public slots:
    void resetView();
    void setLogarithmic(bool logarithmic);

protected:
    void refresh() override;
    void retranslate() override;
    void recolour() override;

private:
    void restart();
    void addRow(const MetricsRow& row);
    void pointAt(double iteration);
    void nameSeries();

    CurvePlot *m_loss, *m_error;
    QToolButton *m_logButton, *m_resetButton;
    QLabel* m_values;
    int m_trainingLoss, m_validationLoss, m_trainingError, m_validationTop1, m_validationTop5, m_best;
    std::size_t m_rowsShown = 0;
    double m_bestError, m_bestIteration = 0;
    QTimer m_throttle;
};

} // namespace alexscope::gui
