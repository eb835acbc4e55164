// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/data/picture_model.h"
#include "gui/data/thumbnail_view.h"

#include <QStyledItemDelegate>

#include <optional>

namespace alexscope::gui {

/// Draws a thumbnail, its class below where several are shown, a dot for the validation set, and a frame around the
/// picture that is pinned.
class PictureDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setPinned(std::optional<PictureId> picture) { m_pinned = picture; }
    /// Room a picture takes.
    static QSize cellSize(const QFontMetrics& metrics);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    std::optional<PictureId> m_pinned;
};

/// Thumbnails with a frame around the picture that is pinned. GUI thread.
class PictureView : public ThumbnailView {
    Q_OBJECT
public:
    explicit PictureView(QWidget* parent = nullptr);

    void setPinned(std::optional<PictureId> picture);

protected:
    void changeEvent(QEvent* event) override;

private:
    PictureDelegate* m_delegate;
};

} // namespace alexscope::gui
