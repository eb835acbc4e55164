// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/frame_source.h"
#include "gui/live/live_model.h"
#include "gui/live/pinned_picture.h"
#include "gui/live/session_bridge.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace alexscope::gui {

/// How the window comes by moving pictures. All are called on other threads and throw Error.
struct VideoOpeners {
    std::function<std::unique_ptr<FrameReader>(const std::filesystem::path& file)> file;
    std::function<std::unique_ptr<FrameReader>(int number)> camera;
    std::function<std::vector<CameraInfo>()> cameras;
};

/// A video file or camera whose frames go through the network in place of the pinned picture: as the session takes
/// them, the pinned picture becomes the frame that the newest snapshot is of, so all views follow. Whoever pins another
/// picture ends the video. GUI thread; files and cameras are opened and read on others.
class LiveVideo : public QObject {
    Q_OBJECT
public:
    LiveVideo(LiveModel& model, SessionBridge& bridge, PinnedPicture& pinned, VideoOpeners openers,
              QObject* parent = nullptr);
    /// Does not use the bridge any more; waits a moment for the reading to end.
    ~LiveVideo() override;

    /// By its name, without reading it.
    static bool looksLikeVideo(const QString& path);
    /// What dialogs offer: "*.avi *.mp4 …".
    static QString namePatterns();

    void openFile(const QString& path);
    void openCamera(const CameraInfo& camera);
    /// Answers with camerasFound.
    void lookForCameras();
    /// Back to the picture pinned before.
    void end();
    /// The frame that is shown becomes the pinned picture, and the video ends.
    void keepFrame();
    void setFrozen(bool frozen);
    /// Freezes, goes on, or plays again what has ended.
    void toggleFrozen();
    /// A file begins again at its end; true at first, and for all that are opened later.
    void setLooping(bool looping);
    /// A file waits for the network, and no frame is dropped; false at first.
    void setEveryFrame(bool every);

    bool isOpen() const { return m_source != nullptr; }
    bool isCamera() const { return m_isCamera; }
    bool isLooping() const { return m_looping; }
    bool takesEveryFrame() const { return m_everyFrame; }
    /// File or camera; empty when there is none.
    const QString& name() const { return m_name; }
    /// As of the last look, five times a second.
    const FrameStatus& status() const { return m_status; }
    /// Frames a second through the network, over the last two seconds.
    double framesPerSecond() const { return m_rate; }
    /// What goes on, as a sentence.
    QString summary() const;

signals:
    /// Anything of the above.
    void changed();
    /// Another one is being opened.
    void opened();
    /// It cannot be played, or not any more; why, as a sentence.
    void failed(const QString& why);
    /// It plays, but something is amiss with it, as a sentence.
    void remarked(const QString& what);
    void camerasFound(const std::vector<alexscope::CameraInfo>& cameras);

private:
    struct Mark {
        double time = 0; ///< seconds on m_clock
        std::int64_t taken = 0;
    };
    void open(FrameSource::Open open, const QString& name, bool isCamera);
    void close();
    void look();
    void followSnapshot();
    void measureRate();

    LiveModel& m_model;
    SessionBridge& m_bridge;
    PinnedPicture& m_pinned;
    const VideoOpeners m_openers;
    std::shared_ptr<FrameSource> m_source;
    QString m_name;
    FrameStatus m_status;
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::deque<Mark> m_marks;
    double m_rate = 0;
    bool m_isCamera = false, m_looping = true, m_everyFrame = false, m_remarked = false;
};

} // namespace alexscope::gui
