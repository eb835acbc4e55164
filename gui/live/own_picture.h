// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"
#include "gui/live/pinned_picture.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>

class QImage;
class QMimeData;

namespace alexscope::gui {

/// Pixels kept on the shorter side of a large picture: networks look at 256 or fewer, and averaging wants something to
/// average.
inline constexpr int shorterSideKept = 512;

/// Decodes a picture file as the data sets do; throws Error. Called on other threads.
using ReadPicture = std::function<Image(const std::filesystem::path&)>;

/// Pins somebody's own picture: a file, what was dropped, what the clipboard holds. Decoding happens on another thread,
/// the newest wish wins, and what is larger than any network looks at is shrunk. GUI thread.
class OwnPicture : public QObject {
    Q_OBJECT
public:
    /// `read` comes first; Qt's own readers are asked for the formats it does not know, or when it is empty.
    OwnPicture(PinnedPicture& pinned, ReadPicture read, QObject* parent = nullptr);

    /// Whether there is something in it that take() could open, judged without reading it.
    static bool looksLikePicture(const QMimeData& mime);
    void openFile(const QString& path);
    /// The first file named, else the picture itself.
    void take(const QMimeData& mime);

signals:
    /// Why nothing new is pinned, as a sentence.
    void failed(const QString& why);

private:
    void start(const QString& name, std::function<Image()> decode);

    PinnedPicture& m_pinned;
    ReadPicture m_read;
    std::uint64_t m_ticket = 0; ///< of the newest wish
};

/// The picture, or it shrunk by a whole number when it has more pixels than the screen and any network need: at least
/// 512 pixels stay on the shorter side unless the picture is absurdly long.
Image withoutExcess(Image picture);
/// 8-bit RGB, what is transparent shown on white. Throws Error for a null image.
Image fromQImage(const QImage& image);

} // namespace alexscope::gui
