// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/neighbour_strip.h"

#include "gui/look/colours.h"

#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {

constexpr int neighbourMargin = 6, neighbourGap = 10, bareGap = 4, tileGap = 2, frame = 3, shortestNames = 64;
constexpr double lowestPicture = 28; ///< with words below it

QString mark(NeighbourStrip::Verdict verdict)
{
    return verdict == NeighbourStrip::Verdict::Right   ? QStringLiteral("✓ ")
           : verdict == NeighbourStrip::Verdict::Wrong ? QStringLiteral("✗ ")
                                                       : QString();
}

} // namespace

QColor NeighbourStrip::colourOf(Verdict verdict, const QPalette& palette)
{
    if (verdict == Verdict::Unknown)
        return {};
    if (verdict == Verdict::Wrong)
        return okabeIto::orange;
    return isDark(palette) ? okabeIto::skyBlue : okabeIto::blue;
}

NeighbourStrip::NeighbourStrip(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void NeighbourStrip::setItems(std::vector<Item> items)
{
    m_items = std::move(items);
    m_cursor = std::min(m_cursor, static_cast<int>(m_items.size()) - 1);
    QStringList all;
    for (const Item& item : m_items)
        all.append(mark(item.verdict) + item.name + QStringLiteral(", ") + item.number);
    setAccessibleDescription(m_left + QLatin1Char('\n') + all.join(QLatin1Char('\n')));
    update();
}

void NeighbourStrip::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void NeighbourStrip::setTiles(bool tiles)
{
    m_tiles = tiles;
    update();
}

void NeighbourStrip::setHeading(const QString& left, const QString& right)
{
    m_left = left;
    m_right = right;
    update();
}

// ---- Places

QFont NeighbourStrip::small() const
{
    QFont smaller = font();
    smaller.setPointSizeF(font().pointSizeF() * 0.85);
    return smaller;
}

QRectF NeighbourStrip::room() const
{
    const int line = fontMetrics().height() + 6;
    return QRectF(neighbourMargin, line, std::max(1, width() - 2 * neighbourMargin),
                  std::max(1, height() - line - neighbourMargin));
}

/// Height below a picture.
double NeighbourStrip::words(int lines) const
{
    return lines > 0 ? lines * static_cast<double>(QFontMetrics(small()).height()) + frame : 0;
}

int NeighbourStrip::space(int lines) const
{
    return m_tiles ? tileGap : lines > 0 ? neighbourGap : bareGap;
}

/// First the numbers give way to the pictures, then the names, which need wide cells, too.
NeighbourStrip::Arrangement NeighbourStrip::arrangement() const
{
    for (int lines = m_tiles ? 0 : 2;; --lines) {
        const PictureGrid grid = PictureGrid::largest(static_cast<int>(m_items.size()), room().size(), space(lines),
                                                      words(lines), lines > 0 ? shortestNames : 1);
        if (lines == 0 || grid.side >= lowestPicture)
            return {grid, lines};
    }
}

QRectF NeighbourStrip::pictureRect(int item) const
{
    const auto [place, lines] = arrangement();
    const int gap = space(lines);
    const double wide = std::min((room().width() + gap) / place.columns, // of a cell with its gap
                                 std::max(place.side, lines > 0 ? 1.6 * shortestNames : 0) + gap);
    const double high = place.side + words(lines) + gap;
    const double top = room().top() + std::max(0.0, (room().height() - place.rows * high + gap) / 2);
    return {std::round(neighbourMargin + item % place.columns * wide + (wide - gap - place.side) / 2),
            std::round(top + item / place.columns * high), place.side, place.side};
}

int NeighbourStrip::itemAt(QPointF place) const
{
    const double below = words(lines()), beside = space(lines()) / 2.0;
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i)
        if (pictureRect(i).adjusted(-beside, 0, beside, below).contains(place))
            return i;
    return -1;
}

// ---- Painting

void NeighbourStrip::paintItem(QPainter& painter, int index) const
{
    const Item& item = m_items[static_cast<std::size_t>(index)];
    const int inside = m_tiles ? 0 : frame;
    const QRectF outer = pictureRect(index), place = outer.adjusted(inside, inside, -inside, -inside);
    const QColor verdict = colourOf(item.verdict, palette());
    if (item.picture.isNull()) {
        painter.setPen(hairline(palette()));
        painter.drawRect(place.adjusted(0, 0, -1, -1));
    } else if (!place.isEmpty()) {
        QSizeF size = QSizeF(item.picture.size()).scaled(place.size(), Qt::KeepAspectRatio);
        QRectF target(QPointF(), size);
        target.moveCenter(place.center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform, target.width() < item.picture.width());
        painter.drawImage(target, item.picture);
    }
    if (verdict.isValid()) {
        QPen pen(verdict, frame, item.verdict == Verdict::Right ? Qt::SolidLine : Qt::DashLine, Qt::FlatCap,
                 Qt::MiterJoin);
        if (item.verdict == Verdict::Wrong && outer.width() < shortestNames)
            pen.setDashPattern({2, 1}); // longer dashes are no frame around a small picture
        painter.setPen(pen);
        painter.drawRect(outer.adjusted(frame / 2.0, frame / 2.0, -frame / 2.0, -frame / 2.0));
    }
    if (lines() > 0)
        paintWords(painter, item, outer);
    if (index == m_cursor && hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
        painter.drawRect(outer.adjusted(-inside, -inside, inside, inside));
    }
}

void NeighbourStrip::paintWords(QPainter& painter, const Item& item, const QRectF& outer) const
{
    const QFontMetrics metrics(small());
    const auto [all, lines] = arrangement();
    const double cell =
        std::max((room().width() + neighbourGap) / all.columns - neighbourGap, all.side) + neighbourGap - 4;
    const double wide = std::min(cell, std::max<double>(all.side, 1.6 * shortestNames) + neighbourGap - 4);
    QRectF line(outer.center().x() - wide / 2, outer.bottom() + 1, wide, metrics.height());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(line, Qt::AlignCenter,
                     metrics.elidedText(mark(item.verdict) + item.name, Qt::ElideRight, static_cast<int>(wide)));
    if (lines < 2)
        return;
    line.translate(0, metrics.height());
    painter.setPen(quietText(palette()));
    painter.drawText(line, Qt::AlignCenter, metrics.elidedText(item.number, Qt::ElideRight, static_cast<int>(wide)));
}

void NeighbourStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    QFont bold = font();
    bold.setBold(true);
    const QRectF head(neighbourMargin, 0, room().width(), room().top());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, m_right);
    painter.setFont(bold);
    const double left = head.width() - fontMetrics().horizontalAdvance(m_right) - neighbourGap;
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(bold).elidedText(m_left, Qt::ElideRight, static_cast<int>(std::max(0.0, left))));
    if (m_items.empty()) {
        painter.setFont(font());
        painter.setPen(quietText(palette()));
        painter.drawText(room(), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    }
    painter.setFont(small());
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i)
        paintItem(painter, i);
    if (hasFocus() && m_focusByKey) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

// ---- Mouse and keys

bool NeighbourStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const int item = itemAt(help->pos()); item >= 0)
        QToolTip::showText(help->globalPos(), m_items[static_cast<std::size_t>(item)].tip, this);
    else
        QToolTip::hideText();
    return true;
}

void NeighbourStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed.reset();
    const int item = itemAt(event->position());
    if (item < 0)
        return;
    m_cursor = item;
    m_pressed = m_items[static_cast<std::size_t>(item)].id;
    update();
    emit wanted(*m_pressed);
}

void NeighbourStrip::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_pressed)
        emit pinned(*m_pressed);
}

void NeighbourStrip::moveCursor(int to)
{
    const int items = static_cast<int>(m_items.size());
    m_cursor = m_cursor < 0 ? 0 : std::clamp(to, 0, items - 1);
    QToolTip::hideText();
    update();
}

void NeighbourStrip::keyPressEvent(QKeyEvent* event)
{
    if (m_items.empty())
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(m_cursor - 1);
    case Qt::Key_Right:
        return moveCursor(m_cursor + 1);
    case Qt::Key_Up:
        return moveCursor(m_cursor - arrangement().grid.columns);
    case Qt::Key_Down:
        return moveCursor(m_cursor + arrangement().grid.columns);
    case Qt::Key_Home:
        return moveCursor(0);
    case Qt::Key_End:
        return moveCursor(static_cast<int>(m_items.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cursor >= 0)
            emit wanted(m_items[static_cast<std::size_t>(m_cursor)].id);
        return;
    case Qt::Key_P:
        if (m_cursor >= 0)
            emit pinned(m_items[static_cast<std::size_t>(m_cursor)].id);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void NeighbourStrip::focusInEvent(QFocusEvent* event)
{
    m_focusByKey = event->reason() != Qt::MouseFocusReason;
    if (m_focusByKey && m_cursor < 0 && !m_items.empty())
        m_cursor = 0;
    QWidget::focusInEvent(event);
    update();
}

void NeighbourStrip::focusOutEvent(QFocusEvent* event)
{
    m_focusByKey = false;
    QWidget::focusOutEvent(event);
    update();
}

} // namespace alexscope::gui
