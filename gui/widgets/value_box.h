// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace alexscope::gui {

/// A box for one number that is in force somewhere else. Enter and the arrows give a new one; what the other side says
/// is shown unless somebody is typing. Scrolling over it changes nothing unless it has the focus.
class ValueBox : public QDoubleSpinBox {
    Q_OBJECT
public:
    enum class Steps {
        Even,   ///< by singleStep()
        Ladder, ///< 1, 2, 5, 10, 20 …: for numbers whose order of magnitude matters; below `lowest` comes 0
    };
    explicit ValueBox(Steps steps, QWidget* parent = nullptr);

    /// The lowest rung above 0.
    void setLowest(double lowest) { m_lowest = lowest; }
    /// Shows what is in force; emits nothing.
    void showValue(double value);

    void stepBy(int steps) override;
    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;

signals:
    /// Somebody wants another value.
    void wanted(double value);

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    bool isBeingTyped() const;

    Steps m_steps;
    double m_lowest = 1e-6;
};

/// The next of 1, 2, 5, 10, 20 … above (or below) a value; below `lowest` 0, above 0 `lowest`.
double nextRung(double value, bool up, double lowest);

} // namespace alexscope::gui
