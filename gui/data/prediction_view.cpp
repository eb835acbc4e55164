// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/data/prediction_view.h"

#include "gui/look/colours.h"
#include "gui/look/likeliest.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace alexscope::gui {

QSize PredictionDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return m_card;
}

void PredictionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const PredictionModel*>(index.model());
    if (!model)
        return;
    const PicturePrediction& prediction = model->prediction(index.row());
    PredictionDrawing drawing;
    drawing.picture = index.data(Qt::DecorationRole).value<QImage>();
    drawing.picture.setDevicePixelRatio(1);
    drawing.trueLabel = shownClass(model->source(), prediction.label);
    drawing.bars = likeliest(model->source(), prediction);
    drawing.font = option.font;
    drawing.palette = option.palette;
    drawing.room = m_room;
    const QRect card(option.rect.topLeft(), m_card);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(card,
                          mixed(option.palette.color(QPalette::Highlight), option.palette.color(QPalette::Base), 0.6));
    paintPrediction(*painter, card, drawing);
    if (m_pinned == model->at(index.row())) {
        painter->setPen(QPen(okabeIto::orange, 2));
        painter->drawRect(card.adjusted(1, 1, -1, -1));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(option.palette.color(QPalette::WindowText), 1, Qt::DotLine));
        painter->drawRect(card.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

PredictionView::PredictionView(QWidget* parent) : ThumbnailView(parent), m_delegate(new PredictionDelegate(this))
{
    setItemDelegate(m_delegate);
    measure();
}

void PredictionView::setClassNames(const QStringList& names)
{
    m_names = names;
    measure();
}

void PredictionView::measure()
{
    m_delegate->setRoom(predictionRoom(font(), m_names));
    share();
    viewport()->update();
}

/// As many cards a row as fit, in a narrow view a narrower one; they share the width, so that longer bars take what
/// would be left over. A row that is full to the last pixel is one too many for QListView: it would go on below, and
/// leave the place of the very first card empty.
void PredictionView::share()
{
    const QSize least = m_delegate->room().size();
    const int wide = viewport()->width() - 1;
    const int columns = std::max(1, wide / (least.width() + cellGap));
    m_delegate->setCardSize({std::max(1, wide / columns - cellGap), least.height()});
    setCell(cardSize());
}

void PredictionView::resizeEvent(QResizeEvent* event)
{
    share();
    ThumbnailView::resizeEvent(event);
}

void PredictionView::setPinned(std::optional<PictureId> picture)
{
    m_delegate->setPinned(picture);
    viewport()->update();
}

void PredictionView::changeEvent(QEvent* event)
{
    ThumbnailView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
}

} // namespace alexscope::gui
