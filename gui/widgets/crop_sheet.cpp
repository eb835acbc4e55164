// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/crop_sheet.h"

#include "gui/look/colours.h"

#include <QFocusEvent>
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
constexpr int sheetMargin = 6, sheetGap = 10;
/// Smaller than this with numbers, pictures are shown without.
constexpr double leastNumbered = 56;
} // namespace

CropSheet::CropSheet(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CropSheet::setItems(std::vector<Item> items)
{
    m_items = std::move(items);
    if (m_chosen >= static_cast<int>(m_items.size()))
        choose(-1);
    update();
}

void CropSheet::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void CropSheet::setHeading(const QString& heading)
{
    m_heading = heading;
    update();
}

void CropSheet::setChosen(int item)
{
    m_chosen = item < static_cast<int>(m_items.size()) ? item : -1;
    update();
}

QFont CropSheet::small() const
{
    QFont smaller = font();
    smaller.setPointSizeF(font().pointSizeF() * 0.85);
    return smaller;
}

double CropSheet::widestText() const
{
    const QFontMetrics metrics(small());
    int widest = 0;
    for (const Item& item : m_items)
        widest = std::max({widest, metrics.horizontalAdvance(item.first), metrics.horizontalAdvance(item.second)});
    return widest;
}

QRectF CropSheet::room() const
{
    const int line = fontMetrics().height() + 4;
    return QRectF(sheetMargin, line, std::max(1, width() - 2 * sheetMargin),
                  std::max(1, height() - line - sheetMargin));
}

CropSheet::Grid CropSheet::grid() const
{
    const Grid numbered = gridWith(true);
    if (numbered.side >= leastNumbered)
        return numbered;
    const Grid bare = gridWith(false);
    return bare.side > numbered.side ? bare : numbered;
}

double CropSheet::wordsBelow(const Grid& grid) const
{
    return grid.numbered ? 2.0 * QFontMetrics(small()).height() + 2 : 0;
}

CropSheet::Grid CropSheet::gridWith(bool numbers) const
{
    Grid grid;
    grid.numbered = numbers;
    static_cast<PictureGrid&>(grid) = PictureGrid::largest(static_cast<int>(m_items.size()), room().size(), sheetGap,
                                                           wordsBelow(grid), numbers ? widestText() : 0);
    return grid;
}

int CropSheet::columns() const
{
    return grid().columns;
}

QRectF CropSheet::pictureRect(int item) const
{
    const Grid place = grid();
    const double words = wordsBelow(place);
    const double wide = (room().width() + sheetGap) / place.columns; // of a cell with its sheetGap
    const double high = place.side + words + sheetGap;
    const double top = room().top() + std::max(0.0, (room().height() - place.rows * high + sheetGap) / 2);
    return {std::round(sheetMargin + item % place.columns * wide + (wide - sheetGap - place.side) / 2),
            std::round(top + item / place.columns * high), place.side, place.side};
}

void CropSheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_items.empty()) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(sheetMargin, sheetMargin, -sheetMargin, -sheetMargin),
                         Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    painter.setPen(palette().color(QPalette::Text));
    const Grid places = grid();
    QString heading = m_heading;
    if (!places.numbered && m_chosen >= 0) {
        const Item& item = m_items[static_cast<std::size_t>(m_chosen)];
        heading = QStringLiteral("%1   %2").arg(item.first, item.second);
    }
    painter.drawText(QRectF(sheetMargin, 0, room().width(), room().top()), Qt::AlignCenter,
                     fontMetrics().elidedText(heading, Qt::ElideRight, static_cast<int>(room().width())));
    painter.setFont(small());
    const QFontMetrics metrics(small());
    const double cell = (room().width() + sheetGap) / places.columns - sheetGap;
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i) {
        const Item& item = m_items[static_cast<std::size_t>(i)];
        const QRectF place = pictureRect(i);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, place.width() < item.picture.width());
        painter.drawImage(place, item.picture);
        if (i == m_chosen) {
            painter.setPen(QPen(okabeIto::orange, 2));
            painter.drawRect(place.adjusted(-2, -2, 2, 2));
        }
        if (!places.numbered)
            continue;
        QRectF line(place.center().x() - cell / 2, place.bottom() + 1, cell, metrics.height());
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(line, Qt::AlignCenter, metrics.elidedText(item.first, Qt::ElideRight, static_cast<int>(cell)));
        line.translate(0, metrics.height());
        painter.setPen(quietText(palette()));
        painter.drawText(line, Qt::AlignCenter,
                         metrics.elidedText(item.second, Qt::ElideRight, static_cast<int>(cell)));
    }
    if (hasFocus() && m_focusByKey) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void CropSheet::choose(int item)
{
    if (item == m_chosen)
        return;
    setChosen(item);
    emit chosenChanged(m_chosen);
}

void CropSheet::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const int item = itemAt(event->position()); item >= 0)
        choose(item == m_chosen ? -1 : item);
}

int CropSheet::itemAt(QPointF position) const
{
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i)
        if (pictureRect(i).contains(position))
            return i;
    return -1;
}

bool CropSheet::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const int at = itemAt(help->pos()); at >= 0) {
        const Item& item = m_items[static_cast<std::size_t>(at)];
        QToolTip::showText(help->globalPos(), QStringLiteral("%1\n%2").arg(item.first, item.second), this);
        return true;
    }
    return QWidget::event(event);
}

void CropSheet::keyPressEvent(QKeyEvent* event)
{
    const int items = static_cast<int>(m_items.size());
    int target = m_chosen;
    switch (event->key()) {
    case Qt::Key_Left:
        --target;
        break;
    case Qt::Key_Right:
        ++target;
        break;
    case Qt::Key_Up:
        target -= columns();
        break;
    case Qt::Key_Down:
        target += columns();
        break;
    case Qt::Key_Home:
        target = 0;
        break;
    case Qt::Key_End:
        target = items - 1;
        break;
    case Qt::Key_Escape:
        return choose(-1);
    default:
        return QWidget::keyPressEvent(event);
    }
    if (m_chosen < 0)
        target = 0;
    if (target >= 0 && target < items)
        choose(target);
}

void CropSheet::focusInEvent(QFocusEvent* event)
{
    m_focusByKey = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
    update();
}

void CropSheet::focusOutEvent(QFocusEvent* event)
{
    m_focusByKey = false;
    QWidget::focusOutEvent(event);
    update();
}

} // namespace alexscope::gui
