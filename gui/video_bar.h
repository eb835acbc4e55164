// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/live_video.h"

#include <QToolBar>

class QAction;
class QLabel;
class QMenu;

namespace alexscope::gui {

class MessageBar;

/// The controls of a video: freeze, keep the frame, loop, every frame, end, and what goes on in words. It is there
/// while a video is open. Its actions for opening one stand in the File menu and in the Video panel.
class VideoBar : public QToolBar {
    Q_OBJECT
public:
    /// `remember`: the folder of the last video is read from and written to QSettings.
    VideoBar(LiveVideo& video, MessageBar& messages, bool remember, QWidget* parent = nullptr);

    /// Asks for a file.
    QAction* openAction() const { return m_open; }
    /// Lists the cameras whenever it is opened.
    QMenu& cameraMenu() const { return *m_cameras; }
    QAction* freezeAction() const { return m_freeze; }
    QAction* keepAction() const { return m_keep; }
    /// A message below everything makes room first.
    void setVisible(bool visible) override;

public slots:
    /// Brings texts and visibility up to the video.
    void follow();

protected:
    void changeEvent(QEvent* event) override;

private:
    QAction* add(const QString& name, const QString& drawing, const QKeySequence& shortcut);
    void nameAction(QAction* action, const QString& text, const QString& what);
    void askForFile();
    void fillCameras(const std::vector<CameraInfo>& cameras);
    void retranslate();

    LiveVideo& m_video;
    MessageBar& m_messages;
    const bool m_remember;
    QAction *m_open, *m_freeze, *m_keep, *m_loop, *m_every, *m_end;
    QMenu* m_cameras;
    QLabel* m_words;
};

} // namespace alexscope::gui
