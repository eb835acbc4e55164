// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/data/picture_view.h"

#include "gui/data/class_model.h"
#include "gui/look/colours.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace alexscope::gui {

namespace {

constexpr int cellMargin = 4, dotGap = 3, slack = 2;        ///< of texts, whose widths are rounded
constexpr int widestName = 2 * PictureModel::thumbnailSide; ///< longer ones are cut: pictures count more

int dotSize(const QFontMetrics& metrics)
{
    return metrics.height() / 3;
}

} // namespace

QSize PictureDelegate::cellSize(const QFontMetrics& metrics) const
{
    int name = 0;
    for (const QString& one : m_names)
        name = std::max(name, metrics.horizontalAdvance(one) + dotSize(metrics) + dotGap + slack);
    const int side = PictureModel::thumbnailSide;
    return {std::max(side, std::min(name, widestName)) + 2 * cellMargin, side + 2 * cellMargin + metrics.lineSpacing()};
}

QSize PictureDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return cellSize(option.fontMetrics);
}

void PictureDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const PictureModel*>(index.model());
    const QPalette& colours = option.palette;
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (chosen)
        painter->fillRect(option.rect, colours.color(QPalette::Highlight));
    const QRect picture(option.rect.left() + (option.rect.width() - PictureModel::thumbnailSide) / 2,
                        option.rect.top() + cellMargin, PictureModel::thumbnailSide, PictureModel::thumbnailSide);
    const auto image = index.data(Qt::DecorationRole).value<QImage>();
    if (image.isNull()) {
        painter->setPen(hairline(colours));
        painter->drawRect(picture.adjusted(0, 0, -1, -1));
        if (!index.data(PictureModel::FaultRole).toString().isEmpty()) {
            painter->setPen(QPen(okabeIto::vermillion, 2));
            painter->drawLine(picture.center() - QPoint(8, 8), picture.center() + QPoint(8, 8));
            painter->drawLine(picture.center() - QPoint(8, -8), picture.center() + QPoint(8, -8));
        }
    } else {
        QRect target(QPoint(), image.deviceIndependentSize().toSize());
        target.moveCenter(picture.center());
        painter->drawImage(target.topLeft(), image);
    }
    if (model && m_pinned == model->at(index.row())) {
        painter->setPen(QPen(okabeIto::orange, 3));
        painter->drawRect(picture);
    }
    const QString name = index.data(PictureModel::ClassNameRole).toString();
    const int dot = dotSize(option.fontMetrics), room = option.rect.width() - 2 * cellMargin;
    const int wide =
        std::min(room, dot + dotGap + option.fontMetrics.horizontalAdvance(name) + slack); // below the middle
    const QRect below(option.rect.left() + cellMargin + (room - wide) / 2, picture.bottom() + 1, wide,
                      option.fontMetrics.height());
    const bool training = index.data(PictureModel::TrainingRole).toBool();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colourOf(training ? PictureSet::Training : PictureSet::Validation, colours));
    painter->drawEllipse(QRect(below.left(), below.center().y() - dot / 2, dot, dot));
    painter->setPen(chosen ? colours.color(QPalette::HighlightedText) : quietText(colours));
    const QRect text = below.adjusted(dot + dotGap, 0, 0, 0);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(name, Qt::ElideRight, text.width()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colours.color(QPalette::WindowText), 1, Qt::DotLine));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

PictureView::PictureView(QWidget* parent) : ThumbnailView(parent), m_delegate(new PictureDelegate(this))
{
    setItemDelegate(m_delegate);
    fitCells();
}

void PictureView::setNames(const QStringList& names)
{
    m_delegate->setNames(names);
    fitCells();
}

void PictureView::fitCells()
{
    setCell(m_delegate->cellSize(fontMetrics()));
}

void PictureView::setPinned(std::optional<PictureId> picture)
{
    m_delegate->setPinned(picture);
    viewport()->update();
}

void PictureView::changeEvent(QEvent* event)
{
    ThumbnailView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitCells();
}

} // namespace alexscope::gui
