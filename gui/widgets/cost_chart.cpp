// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/cost_chart.h"

#include "gui/look/colours.h"
#include "gui/look/layer_texts.h"
#include "gui/look/numbers.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr double chartMargin = 8, columnGap = 16, highestRow = 26;
constexpr double headingFont = 0.84;
constexpr CostChart::Column chartColumns[] = {CostChart::Column::Parameters, CostChart::Column::MultiplyAdds,
                                              CostChart::Column::Time};

double orZero(double seconds)
{
    return std::isfinite(seconds) ? seconds : 0;
}

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * headingFont);
    return font;
}

QColor colourOf(CostChart::Column column, const QPalette& palette)
{
    switch (column) {
    case CostChart::Column::Parameters:
        return okabeIto::purple;
    case CostChart::Column::MultiplyAdds:
        return okabeIto::green;
    case CostChart::Column::Time:
        break;
    }
    return isDark(palette) ? okabeIto::skyBlue : okabeIto::blue;
}

} // namespace

double CostSpan::total() const
{
    return orZero(forward) + orZero(backward);
}

CostChart::CostChart(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CostChart::setCosts(std::vector<CostRow> rows, std::vector<CostSpan> spans)
{
    const bool otherRows = rows.size() != m_rows.size();
    m_rows = std::move(rows);
    m_spans = std::move(spans);
    m_chosen = std::min(m_chosen, static_cast<int>(m_rows.size()) - 1);
    if (otherRows)
        updateGeometry();
    update();
}

void CostChart::setNoTimesText(const QString& text)
{
    m_noTimes = text;
    update();
}

// ---- Values

int CostChart::spanOf(int row) const
{
    for (std::size_t i = 0; i < m_spans.size(); ++i)
        if (row >= m_spans[i].firstRow && row < m_spans[i].firstRow + m_spans[i].rowCount)
            return static_cast<int>(i);
    return -1;
}

double CostChart::value(Column column, int row) const
{
    const CostRow& shown = m_rows[static_cast<std::size_t>(row)];
    if (column == Column::Parameters)
        return static_cast<double>(shown.parameters);
    if (column == Column::MultiplyAdds)
        return static_cast<double>(shown.multiplyAdds);
    const int span = spanOf(row);
    return span < 0 ? 0 : m_spans[static_cast<std::size_t>(span)].total();
}

double CostChart::largest(Column column) const
{
    double most = 0;
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
        most = std::max(most, value(column, row));
    return most;
}

double CostChart::sum(Column column) const
{
    double sum = 0;
    if (column == Column::Time)
        for (const CostSpan& span : m_spans)
            sum += span.total();
    else
        for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
            sum += value(column, row);
    return sum;
}

QString CostChart::barText(Column column, int row) const
{
    const double number = value(column, row);
    if (number <= 0)
        return {};
    const QString text =
        column == Column::Time ? timeText(number) : shortCount(static_cast<std::int64_t>(std::llround(number)));
    return QStringLiteral("%1  %2").arg(text, percent(number / sum(column)));
}

QString CostChart::headerText(Column column) const
{
    const double whole = sum(column);
    switch (column) {
    case Column::Parameters:
        return tr("%1 parameters").arg(shortCount(std::llround(whole)));
    case Column::MultiplyAdds:
        return tr("%1 multiply-adds a picture").arg(shortCount(std::llround(whole)));
    case Column::Time:
        break;
    }
    return tr("%1 a step").arg(whole > 0 ? timeText(whole) : noValue());
}

QString CostChart::textOf(int row) const
{
    const CostRow& shown = m_rows[static_cast<std::size_t>(row)];
    QStringList lines{shown.name};
    if (shown.isLayer) {
        lines.append(tr("%1 parameters").arg(count(shown.parameters)));
        lines.append(tr("%1 multiply-adds a picture").arg(count(shown.multiplyAdds)));
    }
    const int index = spanOf(row);
    if (index < 0)
        return lines.join(QLatin1Char('\n'));
    const CostSpan& span = m_spans[static_cast<std::size_t>(index)];
    lines.append(shown.isLayer ? tr("%1 forward, %2 backward").arg(timeText(span.forward), timeText(span.backward))
                               : timeText(span.forward));
    if (span.rowCount > 1)
        lines.append(tr("together: %1 to %2 are computed in one go")
                         .arg(m_rows[static_cast<std::size_t>(span.firstRow)].name,
                              m_rows[static_cast<std::size_t>(span.firstRow + span.rowCount - 1)].name));
    return lines.join(QLatin1Char('\n'));
}

// ---- Places

double CostChart::headerHeight() const
{
    return fontMetrics().height() + 8;
}

/// Smaller where the rows would not all be seen otherwise.
QFont CostChart::rowFont() const
{
    const double room =
        (height() - headerHeight() - chartMargin) / std::max<double>(1, static_cast<double>(m_rows.size()));
    return room < fontMetrics().height() ? smaller(font()) : font();
}

double CostChart::rowHeight() const
{
    const double room =
        (height() - headerHeight() - chartMargin) / std::max<double>(1, static_cast<double>(m_rows.size()));
    return std::clamp(room, QFontMetricsF(rowFont()).height(), highestRow);
}

double CostChart::nameWidth() const
{
    double widest = 48;
    for (const CostRow& row : m_rows)
        widest = std::max(widest, fontMetrics().horizontalAdvance(row.name) + 0.0);
    return widest;
}

QRectF CostChart::columnRect(Column column) const
{
    const double left = chartMargin + nameWidth() + columnGap / 2, all = width() - chartMargin - left;
    const double each = (all - 2 * columnGap) / 3;
    return {left + static_cast<int>(column) * (each + columnGap), headerHeight(), std::max(1.0, each),
            rowHeight() * static_cast<double>(m_rows.size())};
}

QRectF CostChart::bar(Column column, int row) const
{
    const double number = value(column, row), most = largest(column);
    if (number <= 0)
        return {};
    int first = row, rowCount = 1;
    if (column == Column::Time) {
        const CostSpan& span = m_spans[static_cast<std::size_t>(spanOf(row))];
        first = span.firstRow;
        rowCount = span.rowCount;
    }
    const QRectF place = columnRect(column);
    const double written = fontMetrics().horizontalAdvance(QStringLiteral("000.0 ms  00.00 %")) + 8;
    const double longest = std::max(12.0, place.width() - written);
    return {place.left(), place.top() + first * rowHeight() + 1.5, std::max(1.0, longest * number / most),
            rowCount * rowHeight() - 3};
}

int CostChart::rowAt(QPointF place) const
{
    const int row = static_cast<int>(std::floor((place.y() - headerHeight()) / rowHeight()));
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? row : -1;
}

QSize CostChart::sizeHint() const
{
    return {640, minimumSizeHint().height()};
}

QSize CostChart::minimumSizeHint() const
{
    const int rows = static_cast<int>(m_rows.size());
    return {420, static_cast<int>(headerHeight() + chartMargin) +
                     static_cast<int>(std::ceil(rows * QFontMetricsF(smaller(font())).height()))};
}

// ---- Painting

void CostChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_rows.empty())
        return;
    const double high = rowHeight();
    painter.setFont(rowFont());
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        const QRectF place(0, headerHeight() + row * high, width(), high);
        if (row == m_chosen) {
            QColor behind = okabeIto::orange;
            behind.setAlpha(56);
            painter.fillRect(place, behind);
        }
        const CostRow& shown = m_rows[static_cast<std::size_t>(row)];
        const bool costly = shown.parameters > 0;
        painter.setPen(costly ? palette().color(QPalette::Text) : quietText(palette()));
        painter.drawText(QRectF(chartMargin, place.top(), nameWidth(), high), Qt::AlignLeft | Qt::AlignVCenter,
                         shown.name);
    }
    for (const Column column : chartColumns) {
        paintHeader(painter, column);
        paintBars(painter, column);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void CostChart::paintHeader(QPainter& painter, Column column) const
{
    const QRectF place = columnRect(column);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    const QString text =
        QFontMetricsF(bold).elidedText(headerText(column), Qt::ElideRight, place.width() + columnGap - 4);
    painter.drawText(QRectF(place.left(), 0, place.width() + columnGap, headerHeight()),
                     Qt::AlignLeft | Qt::AlignVCenter, text);
    painter.setFont(rowFont());
    painter.setPen(QPen(hairline(palette()), 1));
    painter.drawLine(place.topLeft(), place.bottomLeft());
}

void CostChart::paintBars(QPainter& painter, Column column) const
{
    if (column == Column::Time && m_spans.empty()) {
        painter.setPen(quietText(palette()));
        painter.drawText(columnRect(column).adjusted(8, 8, 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                         m_noTimes);
        return;
    }
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        const QRectF place = bar(column, row);
        if (place.isEmpty())
            continue;
        if (column == Column::Time) {
            const CostSpan& span = m_spans[static_cast<std::size_t>(spanOf(row))];
            if (row != span.firstRow)
                continue;
            paintTime(painter, span, place);
        } else {
            painter.fillRect(place, colourOf(column, palette()));
        }
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRectF(place.right() + 6, place.top() - 4, width(), place.height() + 8),
                         Qt::AlignLeft | Qt::AlignVCenter, barText(column, row));
    }
}

/// Forward filled, backward hatched; a bracket holds together what is computed in one go.
void CostChart::paintTime(QPainter& painter, const CostSpan& span, const QRectF& bar) const
{
    const QColor colour = colourOf(Column::Time, palette());
    const double total = span.total();
    const double forward = total > 0 ? bar.width() * orZero(span.forward) / total : 0;
    painter.fillRect(QRectF(bar.left(), bar.top(), forward, bar.height()), colour);
    const QRectF back = bar.adjusted(forward, 0, 0, 0);
    painter.fillRect(back, mixed(colour, palette().color(QPalette::Base), 0.75));
    painter.save();
    painter.setClipRect(back);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    for (double x = back.left() - back.height(); x < back.right(); x += 5)
        painter.drawLine(QPointF(x, back.bottom()), QPointF(x + back.height(), back.top()));
    painter.restore();
    painter.setPen(QPen(colour, 1));
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    if (span.rowCount < 2)
        return;
    painter.setPen(QPen(quietText(palette()), 1));
    const double x = bar.left() - 5;
    painter.drawPolyline(QPolygonF(
        {QPointF(x + 3, bar.top()), QPointF(x, bar.top()), QPointF(x, bar.bottom()), QPointF(x + 3, bar.bottom())}));
}

// ---- Choosing

void CostChart::setChosen(int row)
{
    row = row < static_cast<int>(m_rows.size()) ? std::max(-1, row) : -1;
    if (row == m_chosen)
        return;
    m_chosen = row;
    setAccessibleDescription(row >= 0 ? textOf(row) : QString());
    update();
}

void CostChart::choose(int row)
{
    if (row == m_chosen)
        return;
    setChosen(row);
    emit chosenChanged(m_chosen);
}

bool CostChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const int row = rowAt(help->pos()); row >= 0)
        QToolTip::showText(help->globalPos(), textOf(row), this);
    else
        QToolTip::hideText();
    return true;
}

void CostChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int row = rowAt(event->position());
    choose(row == m_chosen ? -1 : row);
}

void CostChart::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_rows.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Down:
        return choose(std::min(m_chosen + 1, last));
    case Qt::Key_Up:
        return choose(std::max(m_chosen - 1, std::min(0, last)));
    case Qt::Key_Home:
        return choose(std::min(0, last));
    case Qt::Key_End:
        return choose(last);
    case Qt::Key_Escape:
        return choose(-1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void CostChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        updateGeometry();
        update();
    }
}

} // namespace alexscope::gui
