// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/video_bar.h"

#include "gui/look/icons.h"
#include "gui/widgets/message_bar.h"

#include <QAction>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>
#include <QToolButton>

namespace alexscope::gui {

namespace {
const QString videoFolderKey = QStringLiteral("videoFolder");
}

VideoBar::VideoBar(LiveVideo& video, MessageBar& messages, bool remember, QWidget* parent)
    : QToolBar(parent), m_video(video), m_messages(messages), m_remember(remember), m_open(new QAction(this)),
      m_cameras(new QMenu(this)), m_words(new QLabel(this))
{
    setObjectName(QStringLiteral("videoBar"));
    setMovable(false);
    setIconSize(QSize(16, 16));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toggleViewAction()->setVisible(false); // it comes and goes with the video
    m_open->setObjectName(QStringLiteral("openVideo"));
    m_open->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_V);
    window()->addAction(m_open);
    m_cameras->setObjectName(QStringLiteral("cameras"));
    m_cameras->menuAction()->setObjectName(QStringLiteral("camerasOpen"));
    m_words->setObjectName(QStringLiteral("videoWords"));
    m_words->setContentsMargins(8, 0, 8, 0);
    m_words->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_words->setMinimumWidth(1); // numbers that change push nothing aside
    m_freeze = add(QStringLiteral("freezeVideo"), QStringLiteral("pause"), Qt::Key_F3);
    m_keep = add(QStringLiteral("keepFrame"), QString(), Qt::CTRL | Qt::Key_F3);
    m_loop = add(QStringLiteral("loopVideo"), QString(), {});
    m_every = add(QStringLiteral("everyFrame"), QString(), {});
    m_end = add(QStringLiteral("endVideo"), QStringLiteral("close"), Qt::SHIFT | Qt::Key_F3);
    addWidget(m_words);
    m_loop->setCheckable(true);
    m_every->setCheckable(true);

    connect(m_open, &QAction::triggered, this, &VideoBar::askForFile);
    connect(m_cameras, &QMenu::aboutToShow, this, [this] {
        m_cameras->clear();
        m_cameras->addAction(tr("Looking for cameras…"))->setEnabled(false);
        m_video.lookForCameras();
    });
    connect(&video, &LiveVideo::camerasFound, this, &VideoBar::fillCameras);
    connect(m_freeze, &QAction::triggered, &video, &LiveVideo::toggleFrozen);
    connect(m_keep, &QAction::triggered, &video, &LiveVideo::keepFrame);
    connect(m_loop, &QAction::triggered, &video, &LiveVideo::setLooping);
    connect(m_every, &QAction::triggered, &video, &LiveVideo::setEveryFrame);
    connect(m_end, &QAction::triggered, &video, &LiveVideo::end);
    connect(&video, &LiveVideo::changed, this, &VideoBar::follow);
    const auto say = [&messages](const QString& text) { messages.say(MessageBar::Kind::Warning, text); };
    connect(&video, &LiveVideo::failed, &messages, say);
    connect(&video, &LiveVideo::remarked, &messages, say);
    retranslate();
}

void VideoBar::setVisible(bool visible)
{
    if (visible && isHidden())
        m_messages.giveWay();
    QToolBar::setVisible(visible);
}

QAction* VideoBar::add(const QString& name, const QString& drawing, const QKeySequence& shortcut)
{
    auto* action = new QAction(this);
    action->setObjectName(name);
    if (!drawing.isEmpty())
        action->setIcon(icon(drawing));
    action->setShortcut(shortcut);
    addAction(action);
    return action;
}

void VideoBar::askForFile()
{
    QString folder = m_remember ? QSettings().value(videoFolderKey).toString() : QString();
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::MoviesLocation);
    auto* dialog = new QFileDialog(window(), tr("Open a video"), folder,
                                   tr("Videos (%1);;All files (*)").arg(LiveVideo::namePatterns()));
    dialog->setObjectName(QStringLiteral("openVideoDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& chosen) {
        if (m_remember)
            QSettings().setValue(videoFolderKey, QFileInfo(chosen).absolutePath());
        m_video.openFile(chosen);
    });
    dialog->open();
}

void VideoBar::fillCameras(const std::vector<CameraInfo>& cameras)
{
    m_cameras->clear();
    for (const CameraInfo& camera : cameras) {
        QString name = camera.name.empty() ? tr("Camera %1").arg(camera.number) : QString::fromStdString(camera.name);
        name.replace(QLatin1Char('&'), QStringLiteral("&&"));
        m_cameras->addAction(camera.fault.empty() ? name : tr("%1 (cannot be used)").arg(name), this,
                             [this, camera] { m_video.openCamera(camera); });
    }
    if (cameras.empty())
        m_cameras->addAction(tr("There is no camera: connect one and open this menu again"))->setEnabled(false);
}

void VideoBar::nameAction(QAction* action, const QString& text, const QString& what)
{
    action->setText(text);
    const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(shortcut.isEmpty() ? what : tr("%1 (%2)").arg(what, shortcut));
    if (auto* button = qobject_cast<QToolButton*>(widgetForAction(action))) {
        button->setAccessibleName(what);
        button->setFocusPolicy(Qt::TabFocus);
    }
}

void VideoBar::follow()
{
    const bool open = m_video.isOpen();
    const FrameState state = m_video.status().state;
    const bool stands = state == FrameState::Frozen || state == FrameState::Ended;
    for (QAction* action : {m_freeze, m_keep, m_end})
        action->setEnabled(open); // their keys belong to others while there is no video
    m_loop->setEnabled(open && !m_video.isCamera());
    m_every->setEnabled(open && !m_video.isCamera());
    m_loop->setChecked(m_video.isLooping());
    m_every->setChecked(m_video.takesEveryFrame());
    m_freeze->setIcon(icon(stands ? QStringLiteral("run") : QStringLiteral("pause")));
    if (state == FrameState::Ended)
        nameAction(m_freeze, tr("Play again"), tr("Play the video from its beginning"));
    else if (stands)
        nameAction(m_freeze, tr("Continue"), tr("Let the video go on"));
    else
        nameAction(m_freeze, tr("Freeze"), tr("Hold the frame that is shown"));
    m_words->setText(m_video.summary());
    m_words->setToolTip(m_video.summary());
    setVisible(open);
}

void VideoBar::retranslate()
{
    setWindowTitle(tr("Video"));
    nameAction(m_open, tr("Open video…"),
               tr("Let the frames of a video file go through the network; dropping it on the window does too"));
    m_cameras->setTitle(tr("Camera"));
    nameAction(m_keep, tr("Keep frame"), tr("Pin the frame that is shown, and end the video"));
    nameAction(m_loop, tr("Loop"), tr("Begin again at the end of the file"));
    nameAction(
        m_every, tr("As fast as the network"),
        tr("Every frame of the file goes through the network, as fast as it can, and the screen shows the latest; "
           "otherwise the file plays at its own pace"));
    nameAction(m_end, tr("End video"), tr("End the video, back to the picture pinned before"));
    m_words->setAccessibleName(tr("What the video does"));
    follow();
}

void VideoBar::changeEvent(QEvent* event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace alexscope::gui
