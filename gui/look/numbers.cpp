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

QString withoutTrailingZeros(QString text)
{
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (!text.isEmpty() && !text.back().isDigit())
        text.chop(1);
    return text;
}

QString superscript(int value)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = value < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(value)))
        text += digits.at(digit.digitValue());
    return text;
}

/// 3×10⁻⁷, or 10⁻⁷ alone.
QString factorAndPower(double value)
{
    const int exponent = exponentOf(value);
    const QString factor =
        withoutTrailingZeros(QLocale().toString(value / std::pow(10.0, exponent), 'f', significantDigits - 1));
    return factor == QLocale().toString(1) ? powerOfTen(exponent)
                                           : withMinusSign(factor) + QStringLiteral("×") + powerOfTen(exponent);
}

/// Written out where its size is from `least` to below 10⁷.
QString shortNumber(double value, double least)
{
    const double size = std::abs(value);
    if (!std::isfinite(value))
        return noValue();
    if (size != 0 && (size < least || size >= 1e7))
        return factorAndPower(value);
    return withMinusSign(withoutTrailingZeros(QLocale().toString(value, 'f', 10)));
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
    return shortNumber(value, 1e-6);
}

QString axisNumber(double value)
{
    return shortNumber(value, 0.9999e-4); // a tick at 0.0001 is a sum of steps
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
