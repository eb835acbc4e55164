// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/live_video.h"

#include "core/error.h"
#include "gui/look/engine_sentences.h"
#include "gui/look/numbers.h"
#include "gui/look/paths.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>

namespace alexscope::gui {

namespace {

constexpr int videoLookMilliseconds = 200;
constexpr double rateWindow = 2;         ///< seconds
constexpr double patienceAtTheEnd = 0.3; ///< seconds; a camera that hangs is left to itself

const char* const videoEndings[] = {"avi", "mp4", "m4v", "mkv", "mov", "webm", "mpg",  "mpeg",
                                    "ogv", "wmv", "flv", "3gp", "ts",  "mjpg", "mjpeg"};

} // namespace

LiveVideo::LiveVideo(LiveModel& model, SessionBridge& bridge, PinnedPicture& pinned, VideoOpeners openers,
                     QObject* parent)
    : QObject(parent), m_model(model), m_bridge(bridge), m_pinned(pinned), m_openers(std::move(openers))
{
    m_timer.setInterval(videoLookMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &LiveVideo::look);
    connect(&model, &LiveModel::snapshotChanged, this, &LiveVideo::followSnapshot);
    connect(&pinned, &PinnedPicture::changed, this, [this, was = false]() mutable {
        const bool hadFrame = std::exchange(was, m_pinned.isFrame());
        if (m_source && hadFrame && !m_pinned.isFrame())
            close();
    });
}

LiveVideo::~LiveVideo()
{
    if (!m_source)
        return;
    m_source->stop();
    m_source->waitForEnd(patienceAtTheEnd);
}

bool LiveVideo::looksLikeVideo(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return std::any_of(std::begin(videoEndings), std::end(videoEndings),
                       [&](const char* known) { return ending == QLatin1String(known); });
}

QString LiveVideo::namePatterns()
{
    QStringList patterns;
    for (const char* ending : videoEndings)
        patterns.append(QStringLiteral("*.") + QLatin1String(ending));
    return patterns.join(QLatin1Char(' '));
}

// ---- Opening and ending

void LiveVideo::openFile(const QString& path)
{
    open(
        [opener = m_openers.file, path] {
            if (!opener)
                throw Error(tr("This program was built without a way to play videos.").toStdString());
            return opener(toPath(path));
        },
        QFileInfo(path).fileName(), false);
}

void LiveVideo::openCamera(const CameraInfo& camera)
{
    if (!camera.fault.empty()) {
        emit failed(shownSentence(camera.fault));
        return;
    }
    const QString name = camera.name.empty() ? tr("Camera %1").arg(camera.number) : QString::fromStdString(camera.name);
    open(
        [opener = m_openers.camera, number = camera.number] {
            if (!opener)
                throw Error(tr("This program was built without a way to read cameras.").toStdString());
            return opener(number);
        },
        name, true);
}

void LiveVideo::lookForCameras()
{
    QThreadPool::globalInstance()->start([look = m_openers.cameras, self = QPointer<LiveVideo>(this)] {
        std::vector<CameraInfo> cameras = look ? look() : std::vector<CameraInfo>();
        QMetaObject::invokeMethod(qApp, [self, cameras = std::move(cameras)] {
            if (self)
                emit self->camerasFound(cameras);
        });
    });
}

void LiveVideo::open(FrameSource::Open open, const QString& name, bool isCamera)
{
    if (m_source)
        m_source->stop();
    m_source = std::make_shared<FrameSource>(std::move(open));
    m_source->setLooping(m_looping);
    m_source->setEveryFrame(m_everyFrame);
    m_name = name;
    m_isCamera = isCamera;
    m_status = {};
    m_marks.clear();
    m_rate = 0;
    m_remarked = false;
    m_clock.start();
    m_timer.start();
    m_bridge.setFrames(m_source);
    emit changed();
    emit opened();
}

void LiveVideo::close()
{
    m_source->stop();
    m_source = nullptr;
    m_timer.stop();
    m_name.clear();
    m_status = {};
    m_bridge.setFrames(nullptr);
    emit changed();
}

void LiveVideo::end()
{
    if (!m_source)
        return;
    close();
    m_pinned.endFrames();
}

void LiveVideo::keepFrame()
{
    if (m_source && m_pinned.isFrame())
        m_pinned.pinOwn(m_pinned.image(), QString(m_pinned.name())); // which ends the video
}

// ---- Playing

void LiveVideo::setFrozen(bool frozen)
{
    if (!m_source)
        return;
    m_source->setFrozen(frozen);
    look();
}

void LiveVideo::toggleFrozen()
{
    if (m_source)
        setFrozen(m_status.state == FrameState::Playing || m_status.state == FrameState::Opening);
}

void LiveVideo::setLooping(bool looping)
{
    m_looping = looping;
    if (m_source)
        m_source->setLooping(looping);
    emit changed();
}

void LiveVideo::setEveryFrame(bool every)
{
    m_everyFrame = every;
    if (m_source)
        m_source->setEveryFrame(every);
    emit changed();
}

void LiveVideo::look()
{
    m_status = m_source->status();
    if (m_status.state == FrameState::Failed) {
        const QString why = shownSentence(m_status.fault);
        end();
        emit failed(why);
        return;
    }
    measureRate();
    if (!m_status.remark.empty() && !std::exchange(m_remarked, true))
        emit remarked(shownSentence(m_status.remark));
    emit changed();
}

void LiveVideo::measureRate()
{
    const double now = static_cast<double>(m_clock.nsecsElapsed()) * 1e-9;
    m_marks.push_back({now, m_status.taken});
    while (m_marks.size() > 2 && now - m_marks[1].time > rateWindow)
        m_marks.pop_front();
    const double time = now - m_marks.front().time;
    m_rate = time > 0 ? static_cast<double>(m_status.taken - m_marks.front().taken) / time : 0;
}

/// Before the panels hear of the snapshot (this was connected first), so that picture and maps are of one frame.
void LiveVideo::followSnapshot()
{
    if (!m_source || m_model.isPast())
        return;
    const auto& snapshot = m_model.snapshot();
    if (snapshot && snapshot->frame > 0 && snapshot->pinned != m_pinned.image())
        m_pinned.showFrame(snapshot->pinned, tr("%1, frame %2").arg(m_name, count(snapshot->frame)));
}

QString LiveVideo::summary() const
{
    const auto decimal = [](double value) { return QLocale().toString(value, 'f', 1); };
    if (!m_source)
        return {};
    switch (m_status.state) {
    case FrameState::Opening:
        return tr("%1 is being opened…").arg(m_name);
    case FrameState::Frozen:
        return tr("%1 stands still.").arg(m_pinned.isFrame() ? m_pinned.name() : m_name);
    case FrameState::Ended:
        return tr("%1 is at its end.").arg(m_name);
    case FrameState::Playing:
    case FrameState::Failed:
        break;
    }
    const QString paces = m_isCamera ? tr("%1: %2 frames a second go through the network.").arg(m_name, decimal(m_rate))
                                     : tr("%1: %2 frames a second go through the network; the file has %3.")
                                           .arg(m_name, decimal(m_rate), decimal(m_status.perSecond));
    return paces + QLatin1Char(' ') +
           (m_status.dropped == 0
                ? tr("No frame was dropped.")
                : tr("Frames dropped because newer ones came first: %1.").arg(count(m_status.dropped)));
}

} // namespace alexscope::gui
