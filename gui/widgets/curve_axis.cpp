// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/curve_axis.h"

#include <QLocale>

namespace alexscope::gui {

namespace {

template <typename Ticker> class UnitTicker : public Ticker {
public:
    UnitTicker(const QString& unit, bool shown) : m_unit(unit), m_shown(shown) {}

protected:
    void generate(const QCPRange& range, const QLocale& locale, QChar format, int precision, QVector<double>& ticks,
                  QVector<double>* subTicks, QVector<QString>* tickLabels) override
    {
        Ticker::generate(range, locale, format, precision, ticks, subTicks, tickLabels);
        if (!tickLabels || tickLabels->isEmpty())
            return;
        if (!m_shown)
            tickLabels->fill(QString());
        // On the first number in sight: ticks just outside the axis are generated too.
        qsizetype first = 0;
        while (first + 1 < ticks.size() && ticks[first] < range.lower)
            ++first;
        if (first < tickLabels->size())
            (*tickLabels)[first] = m_unit + QLatin1Char(' ') + tickLabels->at(first);
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return QLocale().toString(tick, 'g', 7); }

private:
    QString m_unit;
    bool m_shown;
};

} // namespace

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
        m_axis->setTicker(QSharedPointer<UnitTicker<QCPAxisTickerLog>>::create(m_unit, m_shown));
    else
        m_axis->setTicker(QSharedPointer<UnitTicker<QCPAxisTicker>>::create(m_unit, m_shown));
}

} // namespace alexscope::gui
