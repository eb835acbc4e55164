// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/numbers.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {

constexpr int significantDigits = 4;

/// A real minus sign: a hyphen is narrower than the plus and the digits.
QString withMinusSign(QString text)
{
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

/// Decimal exponent after rounding to the digits shown: 9.9999 is written 10.00 and counts as 1.
int exponentOf(double value)
{
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value))));
    const double unit = std::pow(10.0, exponent - significantDigits + 1);
    return std::round(std::abs(value) / unit) >= std::pow(10.0, significantDigits) ? exponent + 1 : exponent;
}

QString superscript(int value)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = value < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(value)))
        text += digits.at(digit.digitValue());
    return text;
}

} // namespace

QString noValue()
{
    return QStringLiteral("–");
}

QString number(double value)
{
    if (!std::isfinite(value))
        return noValue();
    if (value == 0)
        return QStringLiteral("0");
    const int exponent = exponentOf(value);
    if (exponent >= -4 && exponent <= 6)
        return withMinusSign(QLocale().toString(value, 'f', std::max(0, significantDigits - 1 - exponent)));
    return withMinusSign(QLocale().toString(value / std::pow(10.0, exponent), 'f', significantDigits - 1)) +
           QStringLiteral("×") + powerOfTen(exponent);
}

QString chosenNumber(double value)
{
    if (!std::isfinite(value))
        return noValue();
    const double size = std::abs(value);
    if (size != 0 && (size < 1e-6 || size >= 1e7))
        return number(value);
    QString text = QLocale().toString(value, 'f', 10);
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (!text.isEmpty() && !text.back().isDigit())
        text.chop(1);
    return withMinusSign(text);
}

QString powerOfTen(int exponent)
{
    return QStringLiteral("10") + superscript(exponent);
}

QString count(std::int64_t value)
{
    return withMinusSign(QLocale().toString(static_cast<qlonglong>(value)));
}

QString percent(double fraction)
{
    if (!std::isfinite(fraction))
        return noValue();
    const double value = 100 * fraction;
    return withMinusSign(QLocale().toString(value, 'f', std::abs(value) >= 99.995 ? 1 : 2)) + QStringLiteral(" %");
}

QString duration(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return noValue();
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    const auto twoDigits = [](std::int64_t value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    const std::int64_t hours = whole / 3600, minutes = whole / 60 % 60, rest = whole % 60;
    if (hours > 0)
        return QStringLiteral("%1:%2:%3").arg(count(hours), twoDigits(minutes), twoDigits(rest));
    return QStringLiteral("%1:%2").arg(minutes).arg(twoDigits(rest));
}

} // namespace alexscope::gui
