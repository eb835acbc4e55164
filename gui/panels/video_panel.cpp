// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/video_panel.h"

#include "gui/look/likeliest.h"
#include "gui/look/numbers.h"
#include "gui/look/pictures.h"
#include "gui/video_bar.h"
#include "gui/widgets/input_picture_view.h"
#include "gui/widgets/prediction_card.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

VideoPanel::VideoPanel(LiveModel& model, Selection& selection, PinnedPicture& pinned, LiveVideo& video, QWidget* parent)
    : Panel(model, selection, parent), m_pinned(pinned), m_video(video), m_pages(new QStackedWidget(this)),
      m_figure(new QWidget(this)), m_empty(new QWidget(this)), m_words(new QLabel(this)), m_nothing(new QLabel(this)),
      m_picture(new InputPictureView(this)), m_card(new PredictionCard(this)), m_open(new QToolButton(this)),
      m_camera(new QToolButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::StrongFocus);
    m_words->setObjectName(QStringLiteral("videoSentence"));
    m_words->setWordWrap(true);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_picture->setObjectName(QStringLiteral("videoFrame"));
    m_picture->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_card->setObjectName(QStringLiteral("videoPrediction"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);

    auto* views = new QHBoxLayout;
    views->setSpacing(8);
    views->addWidget(m_picture, 3);
    views->addWidget(m_card, 2);
    auto* figure = new QVBoxLayout(m_figure);
    figure->setContentsMargins(8, 4, 8, 4);
    figure->addLayout(views, 1);
    figure->addWidget(m_words);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_open);
    buttons->addWidget(m_camera);
    buttons->addStretch(1);
    auto* empty = new QVBoxLayout(m_empty);
    empty->addStretch(1);
    empty->addWidget(m_nothing);
    empty->addLayout(buttons);
    empty->addStretch(1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_figure);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);

    connect(&model, &LiveModel::snapshotChanged, this, &Panel::invalidate);
    connect(&model, &LiveModel::runChanged, this, [this] {
        m_shown = nullptr; // the square may be another
        invalidate();
        emit interestChanged();
    });
    connect(&video, &LiveVideo::changed, this, [this, was = false]() mutable {
        if (std::exchange(was, m_video.isOpen()) != m_video.isOpen())
            emit interestChanged();
        invalidate();
    });
    finishConstruction();
}

void VideoPanel::offer(VideoBar& bar)
{
    m_open->setDefaultAction(bar.openAction());
    m_camera->setMenu(&bar.cameraMenu());
    m_camera->setPopupMode(QToolButton::InstantPopup);
}

QString VideoPanel::title() const
{
    return tr("Video");
}

QString VideoPanel::explanation() const
{
    return tr(
        "<p><b>What you see.</b> A video file or a camera, frame by frame as the network gets it: the square is "
        "cut out of the middle and shrunk to the input's size. Beside it are the five classes the network finds "
        "likeliest, in test mode.</p>"
        "<p>While it plays the frame is the pinned picture of all views: Activations, Filters and LRN answer to it "
        "live, whether the run trains or holds. The file plays at its own pace and the newest frame wins: what comes "
        "while the network is busy is dropped. “As fast as the network” lets every frame go through it, several at a "
        "time, and shows the latest; what it said of the last thousand is in the exported numbers. Training gives "
        "looking three percent of its time.</p>"
        "<p><b>What to look for.</b> Turn, cover or move something slowly: which units answer to an edge, a colour, "
        "a texture, and which answers stay when it moves? Space freezes a frame; a frame can be kept as the "
        "pinned picture.</p>");
}

QString VideoPanel::caption() const
{
    return m_pinned.isFrame() ? QStringLiteral("%1 – %2").arg(Panel::caption(), m_pinned.name()) : Panel::caption();
}

Numbers VideoPanel::numbers() const
{
    Numbers numbers;
    if (const auto values = probabilities())
        numbers.tensors.push_back({lastLayer() + ".activation", values});
    const auto& snapshot = model().snapshot();
    if (!m_pinned.isFrame() || !snapshot || !snapshot->frames)
        return numbers;
    numbers.columns = {QStringLiteral("likeliest class"), QStringLiteral("frame"), QStringLiteral("class"),
                       QStringLiteral("probability"), QStringLiteral("iteration")};
    for (const FrameAnswer& answer : *snapshot->frames) {
        numbers.rowNames.append(shownOutput(*model().run(), answer.likeliest));
        numbers.rows.push_back({static_cast<double>(answer.frame), static_cast<double>(answer.likeliest),
                                static_cast<double>(answer.probability), static_cast<double>(answer.iteration)});
    }
    return numbers;
}

std::string VideoPanel::lastLayer() const
{
    const auto& run = model().run();
    return run && !run->network.layers.empty() ? run->network.layers.back().name : std::string();
}

void VideoPanel::look(ProbeRequest& request) const
{
    if (const std::string layer = lastLayer(); m_video.isOpen() && !layer.empty())
        request.activations.push_back(layer);
}

std::shared_ptr<const HostTensor> VideoPanel::probabilities() const
{
    const auto& snapshot = model().snapshot();
    if (!snapshot || !m_pinned.isFrame() || snapshot->pinned != m_pinned.image())
        return nullptr;
    const auto found = snapshot->activations.find(lastLayer());
    return found == snapshot->activations.end() ? nullptr : found->second.values;
}

/// What of the frame becomes the input, in its own pixels.
QRect VideoPanel::cropInFrame() const
{
    const auto& run = model().run();
    if (!run || !run->augmenter)
        return {};
    const Image& frame = *m_pinned.image();
    const int side = run->augmenter->resizedSide(), shorter = std::min(frame.width, frame.height);
    const SampleTransform centre = run->augmenter->centreTransform();
    const bool stretch = run->network.preprocessing.stretch;
    const double x = static_cast<double>(stretch ? frame.width : shorter) / side,
                 y = static_cast<double>(stretch ? frame.height : shorter) / side;
    const double left = stretch ? 0 : (frame.width - shorter) / 2.0, top = stretch ? 0 : (frame.height - shorter) / 2.0;
    const auto pixel = [](double value) { return static_cast<int>(std::lround(value)); };
    return {pixel(left + centre.x * x), pixel(top + centre.y * y), pixel(static_cast<double>(run->network.input.w) * x),
            pixel(static_cast<double>(run->network.input.h) * y)};
}

void VideoPanel::refresh()
{
    const bool plays = m_video.isOpen() && m_pinned.isFrame();
    m_pages->setCurrentWidget(m_video.isOpen() ? m_figure : m_empty);
    m_words->setText(m_video.summary());
    const Image* frame = plays ? m_pinned.image().get() : nullptr;
    if (frame != m_shown) {
        const auto& run = model().run();
        m_picture->setPicture(frame ? toQImage(*frame) : QImage());
        m_picture->setField(frame ? cropInFrame() : QRect());
        m_card->setPicture(frame && run && run->augmenter
                               ? toQImage(run->augmenter->applyForDisplay(*frame, run->augmenter->centreTransform()))
                               : QImage(),
                           {});
        m_shown = frame;
    }
    const auto values = probabilities();
    m_card->setBars(values ? likeliest(*model().run(), values->values, -1) : std::vector<PredictionBar>());
}

void VideoPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && m_video.isOpen())
        return m_video.toggleFrozen();
    Panel::keyPressEvent(event);
}

void VideoPanel::retranslate()
{
    m_nothing->setText(tr("No video plays. Open a file or a camera, or drop a video file on the window: its frames go "
                          "through the network, and all views follow."));
    m_camera->setText(tr("Camera"));
    m_camera->setToolTip(tr("Choose a camera"));
    m_picture->setAccessibleName(tr("The frame, and the square of it that the network gets"));
    m_words->setAccessibleName(tr("What the video does"));
}

} // namespace alexscope::gui
