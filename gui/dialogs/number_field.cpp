// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/number_field.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"

#include <QGuiApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {

constexpr std::size_t mostNumbers = 64; // as many as a network's text may hold

/// As people write it and as parse() reads it back exactly.
QString written(double value)
{
    const double size = std::abs(value);
    const char form = size == 0 || (size >= 1e-6 && size < 1e12) ? 'f' : 'g'; // 0.0005, not 5e-04
    return QString::number(value, form, QLocale::FloatingPointShortest);
}

} // namespace

NumberField::NumberField(Kind kind, double low, double high, QWidget* parent)
    : QLineEdit(parent), m_kind(kind), m_low(low), m_high(high)
{
    setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00000000")) + 16);
}

void NumberField::setCaption(const QString& caption)
{
    m_caption = caption;
    setAccessibleName(caption);
}

void NumberField::setValue(double value)
{
    setText(m_kind == Kind::Whole ? QString::number(static_cast<qint64>(value)) : written(value));
}

void NumberField::setValues(const std::vector<double>& values)
{
    QStringList texts;
    for (const double value : values)
        texts.append(written(value));
    setText(texts.join(QLatin1Char(' ')));
}

std::optional<double> NumberField::parse(QString text) const
{
    text = text.trimmed();
    text.replace(QChar(0x2212), QLatin1Char('-'));
    bool good = false;
    double value = QLocale::c().toDouble(text, &good);
    if (!good)
        value = QLocale().toDouble(text, &good);
    if (!good || !std::isfinite(value) || value < m_low || value > m_high || (m_aboveZero && value <= 0))
        return std::nullopt;
    if (m_kind == Kind::Whole && value != std::floor(value))
        return std::nullopt;
    return value;
}

std::optional<double> NumberField::value() const
{
    return parse(text());
}

std::optional<std::int64_t> NumberField::whole() const
{
    const auto number = value();
    return number ? std::optional(static_cast<std::int64_t>(*number)) : std::nullopt;
}

std::optional<std::vector<double>> NumberField::values() const
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    std::vector<double> numbers;
    for (const QString& part : text().split(blanks, Qt::SkipEmptyParts)) {
        const auto number = parse(part);
        if (!number || (!numbers.empty() && *number <= numbers.back()))
            return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers.size() <= mostNumbers ? std::optional(numbers) : std::nullopt;
}

QString NumberField::fault() const
{
    if (!isEnabled())
        return {};
    const QString high = chosenNumber(m_high);
    if (m_kind == Kind::Reals) {
        const auto numbers = values();
        if (!numbers)
            return tr("%1: write up to 64 numbers from 0 to %2 with blanks between them, each larger than the one "
                      "before.")
                .arg(m_caption, high);
        return numbers->empty() ? tr("%1: write at least one number.").arg(m_caption) : QString();
    }
    if (value())
        return {};
    if (m_aboveZero)
        return m_kind == Kind::Whole ? tr("%1: write a whole number from 1 to %2.")
                                           .arg(m_caption, count(static_cast<std::int64_t>(m_high)))
                                     : tr("%1: write a number above 0 and up to %2.").arg(m_caption, high);
    return m_kind == Kind::Whole
               ? tr("%1: write a whole number from %2 to %3.")
                     .arg(m_caption, count(static_cast<std::int64_t>(m_low)), count(static_cast<std::int64_t>(m_high)))
               : tr("%1: write a number from %2 to %3.").arg(m_caption, chosenNumber(m_low), high);
}

void NumberField::mark(bool wrong)
{
    QPalette colours; // an empty one takes everything from the parent
    if (wrong)
        colours.setColor(QPalette::Base,
                         mixed(okabeIto::vermillion, QGuiApplication::palette().color(QPalette::Base), 0.75));
    setPalette(colours);
}

} // namespace alexscope::gui
