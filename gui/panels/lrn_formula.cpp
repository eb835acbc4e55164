// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/lrn_formula.h"

#include "gui/look/numbers.h"

#include <QStringList>

namespace alexscope::gui {

namespace {

/// Of a sum that is longer, only so many terms are written: the first ones and the last.
constexpr std::int64_t termsShown = 9;

QString square(double a, bool own)
{
    const QString text = a < 0 ? QStringLiteral("(%1)").arg(number(a)) : number(a);
    return (own ? QStringLiteral("<b>%1</b>").arg(text) : text) + QStringLiteral("²");
}

QString sumOfSquares(const ChannelWindow& window, std::span<const float> column, int channel)
{
    QStringList squares;
    const std::int64_t size = window.end - window.begin;
    for (std::int64_t i = 0; i < size; ++i) {
        const bool left = size <= termsShown || i < termsShown - 2 || i == size - 1;
        if (left)
            squares.append(square(static_cast<double>(column[static_cast<std::size_t>(window.begin + i)]),
                                  window.begin + i == channel));
        else if (i == termsShown - 2)
            squares.append(QStringLiteral("…"));
    }
    return squares.join(QStringLiteral(" + "));
}

} // namespace

QString writtenOut(const ResponseTerms& terms, std::span<const float> column, const LrnSpec& spec, int channel)
{
    const bool divided = spec.convention == AlphaConvention::DividedByN;
    const QString index = QStringLiteral("<sub>%1</sub>").arg(channel),
                  power = QStringLiteral("<sup>%1</sup>").arg(chosenNumber(spec.beta)), a = number(terms.a),
                  k = chosenNumber(spec.k), alpha = chosenNumber(spec.alpha);
    const QString factor = divided ? QStringLiteral("%1/%2").arg(alpha).arg(spec.n) : alpha;
    return QStringLiteral("b%1 = a%1 / (k + %2 Σ a²)<sup>β</sup> = %3 / (%4 + %5 · (%6))%7")
               .arg(index, divided ? QStringLiteral("α/n") : QStringLiteral("α"), a, k, factor,
                    sumOfSquares(terms.window, column, channel), power) +
           QStringLiteral(" = %1 / (%2 + %3)%4 = %1 / %5 = <b>%6</b>")
               .arg(a, k, number(spec.scale() * terms.sumOfSquares), power, number(1 / terms.factor), number(terms.b));
}

} // namespace alexscope::gui
