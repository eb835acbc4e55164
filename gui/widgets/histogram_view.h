// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/host_tensor.h"

#include <QWidget>

class QCustomPlot;
class QCPGraph;

namespace alexscope::gui {

/// A histogram, and behind it as an outline the one it is compared with; each drawn to its own height.
class HistogramView : public QWidget {
    Q_OBJECT
public:
    explicit HistogramView(QWidget* parent = nullptr);

    /// An empty histogram (no counts) leaves its curve out.
    void show(const Histogram& now, const Histogram& before);
    void setNames(const QString& now, const QString& before, const QString& valueAxis);
    void recolour();

    QSize sizeHint() const override { return {260, 170}; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void replot();

    QCustomPlot* m_plot;
    QCPGraph* m_now;
    QCPGraph* m_before;
};

} // namespace alexscope::gui
