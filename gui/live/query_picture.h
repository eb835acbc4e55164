// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/data/set_index.h"
#include "gui/live/pinned_picture.h"

#include <QObject>

#include <memory>
#include <optional>

namespace alexscope::gui {

/// The picture whose neighbours are asked for: the pinned one, until another of the set is chosen; pinning a picture
/// makes that the question again. GUI thread.
class QueryPicture : public QObject {
    Q_OBJECT
public:
    explicit QueryPicture(PinnedPicture& pinned, QObject* parent = nullptr);

    /// Of the run's data; nothing: somebody's own picture, which is the pinned one, or none yet.
    const std::optional<PictureId>& picture() const { return m_picture; }
    bool isPinned() const { return m_picture == pinnedPicture(); }
    PinnedPicture& pinned() const { return m_pinned; }
    void choose(PictureId picture);
    /// Makes it the window's picture.
    void pin(PictureId picture);
    /// The pinned one again.
    void followPinned();

signals:
    void changed();

private:
    std::optional<PictureId> pinnedPicture() const;

    PinnedPicture& m_pinned;
    std::optional<PictureId> m_picture;
};

} // namespace alexscope::gui
