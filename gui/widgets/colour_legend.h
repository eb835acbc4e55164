// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace alexscope::gui {

/// A strip of grey from dark to bright with its numbers: what value a pixel of a weight picture stands for. Zero is mid
/// grey.
class ColourLegend : public QWidget {
    Q_OBJECT
public:
    explicit ColourLegend(QWidget* parent = nullptr);

    /// Values run from −limit to +limit. 0: each tile has a scale of its own and only the direction can be told.
    void setLimit(double limit);
    double limit() const { return m_limit; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    double m_limit = 0;
};

} // namespace alexscope::gui
