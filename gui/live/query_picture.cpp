// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/query_picture.h"

namespace alexscope::gui {

QueryPicture::QueryPicture(PinnedPicture& pinned, QObject* parent)
    : QObject(parent), m_pinned(pinned), m_picture(pinnedPicture())
{
    connect(&pinned, &PinnedPicture::changed, this, &QueryPicture::followPinned);
}

std::optional<PictureId> QueryPicture::pinnedPicture() const
{
    if (m_pinned.index() < 0)
        return std::nullopt;
    return PictureId{m_pinned.setKind(), static_cast<std::uint32_t>(m_pinned.index())};
}

void QueryPicture::choose(PictureId picture)
{
    if (m_picture == picture)
        return;
    m_picture = picture;
    emit changed();
}

void QueryPicture::pin(PictureId picture)
{
    m_pinned.pinFromSet(picture.set, picture.index);
}

void QueryPicture::followPinned()
{
    m_picture = pinnedPicture();
    emit changed(); // also when one of somebody's own takes the place of another
}

} // namespace alexscope::gui
