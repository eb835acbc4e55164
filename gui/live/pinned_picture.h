// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "gui/live/live_model.h"

#include <QObject>
#include <QString>

#include <memory>

namespace alexscope::gui {

/// Which of a run's two sets a picture is in.
enum class PictureSet { Training, Validation };

/// The one picture that activations, receptive fields and arithmetic are shown of. It comes from the open run's
/// validation set (its training set where there is none) or is somebody's own. GUI thread; files are read on another.
class PinnedPicture : public QObject {
    Q_OBJECT
public:
    /// Pins the first picture of every run that is opened, unless somebody's own is pinned.
    explicit PinnedPicture(LiveModel& model, QObject* parent = nullptr);

    /// Null before the first.
    const std::shared_ptr<const Image>& image() const { return m_image; }
    /// Where it comes from: a file, "textures 17".
    const QString& name() const { return m_name; }
    /// Its true class; −1 when nobody knows.
    int label() const { return m_label; }
    /// Which picture of the set; −1 for somebody's own.
    std::ptrdiff_t index() const { return m_index; }
    /// The set it comes from, or would if somebody's own were given up.
    PictureSet setKind() const;
    std::size_t setSize() const;
    bool isOwn() const { return m_image && m_index < 0; }
    /// Whether a picture is the pinned one, or what a moment of the run's past has kept of it.
    bool isPicture(const std::shared_ptr<const Image>& picture) const;
    /// A video plays in its place: the next frame comes soon.
    bool isFrame() const { return m_isFrame; }

    /// The picture `by` places on in the set, round the end.
    void move(int by);
    void pinFromSet(std::size_t index);
    void pinFromSet(PictureSet kind, std::size_t index);
    void pinOwn(std::shared_ptr<const Image> image, const QString& name);
    /// A video's frame takes the picture's place until endFrames() or another picture is pinned.
    void showFrame(std::shared_ptr<const Image> frame, const QString& name);
    /// Back to what was pinned before the first frame.
    void endFrames();

signals:
    void changed();
    /// The picture cannot be read; why, as a sentence.
    void failed(const QString& why);

private:
    std::shared_ptr<const Dataset> set() const;
    void take(std::shared_ptr<const Image> image, const QString& name, int label, std::ptrdiff_t index);

    LiveModel& m_model;
    std::shared_ptr<const Image> m_image;
    QString m_name;
    int m_label = -1;
    std::ptrdiff_t m_index = -1, m_wanted = -1;
    PictureSet m_kind = PictureSet::Validation; ///< wanted; the training set also stands in for an empty validation set
    std::uint64_t m_ticket = 0;                 ///< of the newest reading; older ones come too late
    bool m_isFrame = false;
    mutable std::shared_ptr<const Image> m_kept; ///< what moments keep of the image, once somebody asked
    std::shared_ptr<const Image> m_ownBefore;    ///< somebody's own, in whose place a video plays
    QString m_ownNameBefore;
};

} // namespace alexscope::gui
