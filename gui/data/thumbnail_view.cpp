// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/data/thumbnail_view.h"

#include "gui/look/colours.h"

#include <QPainter>
#include <QScrollBar>

namespace alexscope::gui {

ThumbnailView::ThumbnailView(QWidget* parent) : QListView(parent)
{
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setMovement(QListView::Static);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its coming and going would change how many fit in a row
    setFrameShape(QFrame::NoFrame);
}

void ThumbnailView::setCell(const QSize& cell)
{
    setGridSize(cell + QSize(cellGap, cellGap));
    verticalScrollBar()->setSingleStep(gridSize().height() / 2);
}

void ThumbnailView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void ThumbnailView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    if (roles == QList<int>{Qt::DecorationRole})
        viewport()->update();
    else
        QListView::dataChanged(topLeft, bottomRight, roles);
}

void ThumbnailView::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (model() && model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(quietText(palette()));
    painter.drawText(viewport()->rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

} // namespace alexscope::gui
