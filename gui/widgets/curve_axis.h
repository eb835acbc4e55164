// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace alexscope::gui {

/// An axis of iterations or epochs, even or logarithmic. It writes its unit before the first number instead of a title
/// beside it: the room belongs to the curves.
class CountAxis {
public:
    explicit CountAxis(QCPAxis* axis);

    void setUnit(const QString& unit);
    /// Without numbers the unit stands alone, so that nothing moves when they come.
    void setNumbersShown(bool shown);
    void setLogarithmic(bool logarithmic);

private:
    void apply();

    QCPAxis* m_axis;
    QString m_unit;
    bool m_shown = true, m_logarithmic = false;
};

/// Numbers of an upright axis, even or logarithmic: those that would lie on each other are left out, powers of ten
/// last.
QSharedPointer<QCPAxisTicker> valueTicker(QCPAxis* axis, bool logarithmic);

} // namespace alexscope::gui
