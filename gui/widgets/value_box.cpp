// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/value_box.h"

#include "gui/look/numbers.h"

#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace alexscope::gui {

namespace {

constexpr int decimalsKept = 12;
constexpr double smallestPlain = 1e-6; ///< below, the box writes 1e-07: it has to be able to read it again

/// The number as people would write it: 0.1 + 0.2 is 0.3.
double tidy(double value)
{
    return QString::number(value, 'g', decimalsKept).toDouble();
}

} // namespace

double nextRung(double value, bool up, double lowest)
{
    constexpr double same = 1e-9; // a rung reached by arithmetic is that rung
    if (up && value < lowest * (1 - same))
        return lowest;
    if (!up && value <= lowest * (1 + same))
        return 0;
    const int decade = static_cast<int>(std::floor(std::log10(value)));
    std::array<double, 9> rungs{};
    for (std::size_t i = 0; i < rungs.size(); ++i) // from a decade below to one above
        rungs[i] = tidy(std::array{1.0, 2.0, 5.0}[i % 3] * std::pow(10.0, decade - 1 + static_cast<int>(i / 3)));
    if (up)
        return *std::find_if(rungs.begin(), rungs.end(), [&](double rung) { return rung > value * (1 + same); });
    return *std::find_if(rungs.rbegin(), rungs.rend(), [&](double rung) { return rung < value * (1 - same); });
}

ValueBox::ValueBox(Steps steps, QWidget* parent) : QDoubleSpinBox(parent), m_steps(steps)
{
    setKeyboardTracking(false); // a number half typed is not meant
    setFocusPolicy(Qt::StrongFocus);
    setDecimals(decimalsKept);
    setAlignment(Qt::AlignRight);
    connect(this, &QDoubleSpinBox::valueChanged, this, &ValueBox::wanted);
    // Typed and taken: from now on it may be overwritten again.
    connect(this, &QDoubleSpinBox::editingFinished, this, [this] { lineEdit()->setModified(false); });
}

bool ValueBox::isBeingTyped() const
{
    return hasFocus() && lineEdit()->isModified();
}

void ValueBox::showValue(double value)
{
    if (isBeingTyped() || this->value() == value)
        return;
    const QSignalBlocker quiet(this);
    setValue(value);
}

void ValueBox::stepBy(int steps)
{
    if (m_steps == Steps::Even) {
        setValue(tidy(value() + steps * singleStep()));
    } else {
        double to = value();
        for (int i = 0; i < std::abs(steps); ++i)
            to = nextRung(to, steps > 0, m_lowest);
        setValue(to);
    }
    lineEdit()->selectAll();
}

QString ValueBox::textFromValue(double value) const
{
    return value != 0 && value < smallestPlain ? locale().toString(value, 'g', 4) : chosenNumber(value);
}

double ValueBox::valueFromText(const QString& text) const
{
    bool good = false;
    const double value = locale().toDouble(text, &good);
    return good ? value : text.toDouble();
}

QValidator::State ValueBox::validate(QString& text, int&) const
{
    bool good = false;
    double value = locale().toDouble(text, &good);
    if (!good)
        value = text.toDouble(&good); // a point is understood everywhere
    if (good && value >= minimum() && value <= maximum())
        return QValidator::Acceptable;
    const bool couldBecome = std::all_of(text.begin(), text.end(), [this](QChar c) {
        return c.isDigit() || QStringLiteral(".eE+-").contains(c) || locale().decimalPoint().contains(c);
    });
    return couldBecome ? QValidator::Intermediate : QValidator::Invalid;
}

void ValueBox::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QDoubleSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace alexscope::gui
