// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/data/prediction_model.h"
#include "gui/data/thumbnail_view.h"
#include "gui/widgets/prediction_painting.h"

#include <QStyledItemDelegate>

#include <optional>

namespace alexscope::gui {

/// Draws a prediction as Figure 4 of the paper does, with a frame around the picture that is pinned.
class PredictionDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setRoom(const PredictionRoom& room) { m_room = room; }
    /// At least that of the room.
    void setCardSize(const QSize& size) { m_card = size; }
    const QSize& cardSize() const { return m_card; }
    const PredictionRoom& room() const { return m_room; }
    void setPinned(std::optional<PictureId> picture) { m_pinned = picture; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    PredictionRoom m_room;
    QSize m_card;
    std::optional<PictureId> m_pinned;
};

/// Predictions of a PredictionModel as cards, thousands of them: only what is in sight is drawn and read. GUI thread.
class PredictionView : public ThumbnailView {
    Q_OBJECT
public:
    explicit PredictionView(QWidget* parent = nullptr);

    /// So that no card cuts a name.
    void setClassNames(const QStringList& names);
    void setPinned(std::optional<PictureId> picture);
    QSize cardSize() const { return m_delegate->cardSize(); }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void measure();
    void share();

    PredictionDelegate* m_delegate;
    QStringList m_names;
};

} // namespace alexscope::gui
