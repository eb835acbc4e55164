// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/curve_axis.h"

#include "gui/look/numbers.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace alexscope::gui {

namespace {

/// The first number in sight says what is counted; a number that would touch the one before is left out.
template <typename Ticker>
class UnitTicker : public Ticker {
public:
    UnitTicker(QCPAxis* axis, const QString& unit, bool shown) : m_axis(axis), m_unit(unit), m_shown(shown) {}

protected:
    void generate(const QCPRange& range, const QLocale& locale, QChar format, int precision, QVector<double>& ticks,
                  QVector<double>* subTicks, QVector<QString>* tickLabels) override
    {
        Ticker::generate(range, locale, format, precision, ticks, subTicks, tickLabels);
        if (!tickLabels || tickLabels->isEmpty())
            return;
        if (!m_shown)
            tickLabels->fill(QString());
        qsizetype first = 0; // ticks just outside the axis are generated too
        while (first + 1 < ticks.size() && ticks[first] < range.lower)
            ++first;
        if (first < tickLabels->size())
            (*tickLabels)[first] = m_unit + QLatin1Char(' ') + tickLabels->at(first);
        const QFontMetricsF metrics(m_axis->tickLabelFont());
        double taken = -std::numeric_limits<double>::infinity();
        for (qsizetype i = first; i < std::min(ticks.size(), tickLabels->size()); ++i) {
            const double half = metrics.horizontalAdvance(tickLabels->at(i)) / 2,
                         place = m_axis->coordToPixel(ticks[i]);
            if (place - half < taken)
                (*tickLabels)[i].clear();
            else
                taken = place + half + metrics.averageCharWidth();
        }
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return axisNumber(tick); }

private:
    QCPAxis* m_axis;
    QString m_unit;
    bool m_shown;
};

/// Leaves out what has no room. Ticks stay, so that the grid does not depend on the font.
template <typename Ticker>
class RoomyTicker : public Ticker {
public:
    explicit RoomyTicker(QCPAxis* axis) : m_axis(axis) {}

protected:
    void generate(const QCPRange& range, const QLocale& locale, QChar format, int precision, QVector<double>& ticks,
                  QVector<double>* subTicks, QVector<QString>* tickLabels) override
    {
        Ticker::generate(range, locale, format, precision, ticks, subTicks, tickLabels);
        if (!tickLabels)
            return;
        const double room = QFontMetricsF(m_axis->tickLabelFont()).height();
        std::vector<double> taken;
        const auto takePlace = [&](double tick) {
            const double place = m_axis->coordToPixel(tick);
            const bool isFree =
                std::none_of(taken.begin(), taken.end(), [&](double other) { return std::abs(other - place) < room; });
            if (isFree)
                taken.push_back(place);
            return isFree;
        };
        std::vector<bool> shown(static_cast<std::size_t>(ticks.size()), false);
        for (const bool powersOfTen : {true, false})
            for (qsizetype i = 0; i < std::min(ticks.size(), tickLabels->size()); ++i)
                if (range.contains(ticks[i]) && isPowerOfTen(ticks[i]) == powersOfTen)
                    shown[static_cast<std::size_t>(i)] = takePlace(ticks[i]);
        for (qsizetype i = 0; i < tickLabels->size(); ++i)
            if (i >= ticks.size() || !shown[static_cast<std::size_t>(i)])
                (*tickLabels)[i].clear();
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return axisNumber(tick); }

private:
    static bool isPowerOfTen(double value)
    {
        const double exponent = std::log10(std::abs(value));
        return std::isfinite(exponent) && std::abs(exponent - std::round(exponent)) < 1e-9;
    }

    QCPAxis* m_axis;
};

} // namespace

QSharedPointer<QCPAxisTicker> valueTicker(QCPAxis* axis, bool logarithmic)
{
    if (logarithmic)
        return QSharedPointer<RoomyTicker<QCPAxisTickerLog>>::create(axis);
    return QSharedPointer<RoomyTicker<QCPAxisTicker>>::create(axis);
}

CountAxis::CountAxis(QCPAxis* axis) : m_axis(axis)
{
    apply();
}

void CountAxis::setUnit(const QString& unit)
{
    m_unit = unit;
    apply();
}

void CountAxis::setNumbersShown(bool shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    apply();
}

void CountAxis::setLogarithmic(bool logarithmic)
{
    m_logarithmic = logarithmic;
    apply();
}

void CountAxis::apply()
{
    m_axis->setScaleType(m_logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (m_logarithmic)
        m_axis->setTicker(QSharedPointer<UnitTicker<QCPAxisTickerLog>>::create(m_axis, m_unit, m_shown));
    else
        m_axis->setTicker(QSharedPointer<UnitTicker<QCPAxisTicker>>::create(m_axis, m_unit, m_shown));
}

} // namespace alexscope::gui
