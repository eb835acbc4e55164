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
    /// Room for the longest name below a picture, as far as it leaves several pictures in a row.
    void setNames(const QStringList& names) { m_names = names; }
    /// Room a picture takes.
    QSize cellSize(const QFontMetrics& metrics) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    std::optional<PictureId> m_pinned;
    QStringList m_names;
};

/// Thumbnails with a frame around the picture that is pinned. GUI thread.
class PictureView : public ThumbnailView {
    Q_OBJECT
public:
    explicit PictureView(QWidget* parent = nullptr);

    void setPinned(std::optional<PictureId> picture);
    /// What may stand below pictures: columns become wide enough to have it whole.
    void setNames(const QStringList& names);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fitCells();

    PictureDelegate* m_delegate;
};

} // namespace alexscope::gui
