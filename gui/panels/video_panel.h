// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/live_video.h"
#include "gui/panels/panel.h"

class QLabel;
class QStackedWidget;
class QToolButton;

namespace alexscope::gui {

class InputPictureView;
class PredictionCard;
class VideoBar;

/// The video that plays: its frame with the square the network gets, and the five classes it finds likeliest. Without
/// one it offers to open a file or a camera. Space freezes and lets go on.
class VideoPanel : public Panel {
    Q_OBJECT
public:
    /// Both outlive it.
    VideoPanel(LiveModel& model, Selection& selection, PinnedPicture& pinned, LiveVideo& video,
               QWidget* parent = nullptr);
    /// The buttons of the empty panel.
    void offer(VideoBar& bar);

    QString title() const override;
    QString explanation() const override;
    QWidget& figure() override { return *m_figure; }
    QString caption() const override;
    Numbers numbers() const override;
    void look(ProbeRequest& request) const override;

    const InputPictureView& picture() const { return *m_picture; }
    const PredictionCard& card() const { return *m_card; }

protected:
    void refresh() override;
    void retranslate() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::string lastLayer() const;
    std::shared_ptr<const HostTensor> probabilities() const;
    QRect cropInFrame() const;

    PinnedPicture& m_pinned;
    LiveVideo& m_video;
    QStackedWidget* m_pages;
    QWidget *m_figure, *m_empty;
    QLabel *m_words, *m_nothing;
    InputPictureView* m_picture;
    PredictionCard* m_card;
    QToolButton *m_open, *m_camera;
    const Image* m_shown = nullptr; ///< the frame on the screen
};

} // namespace alexscope::gui
