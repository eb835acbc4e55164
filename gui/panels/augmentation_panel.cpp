// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/augmentation_panel.h"

#include "core/error.h"
#include "gui/look/engine_sentences.h"
#include "gui/look/pictures.h"
#include "gui/widgets/colour_cloud.h"
#include "gui/widgets/crop_frames.h"
#include "gui/widgets/crop_sheet.h"
#include "gui/widgets/eliding_label.h"

#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {

/// More numbers than this to move are moved in another thread.
constexpr std::int64_t numbersAtOnce = 200'000;
constexpr std::size_t cloudPictures = 64;
constexpr int pixelsAPicture = 40;

bool isSameStep(const Snapshot& a, const Snapshot& b)
{
    const auto& first = a.stepPicture;
    const auto& second = b.stepPicture;
    return first && second && a.iteration == b.iteration && first->number == second->number &&
           first->index == second->index && (first->input != nullptr) == (second->input != nullptr);
}

} // namespace

AugmentationPanel::AugmentationPanel(LiveModel& model, Selection& selection, PinnedPicture& pinned, QWidget* parent)
    : Panel(model, selection, parent), m_pinned(pinned), m_figure(new QWidget(this)), m_previous(new QToolButton(this)),
      m_next(new QToolButton(this)), m_source(new ElidingLabel(this)), m_facts(new QLabel(this)),
      m_axes(new QLabel(this)), m_frames(new CropFrames(this)), m_mean(new CropFrames(this)),
      m_sheet(new CropSheet(this)), m_cloud(new ColourCloud(this))
{
    build();
    connect(m_previous, &QToolButton::clicked, this, &AugmentationPanel::showPrevious);
    connect(m_next, &QToolButton::clicked, this, &AugmentationPanel::showNext);
    connect(m_sheet, &CropSheet::chosenChanged, m_frames, &CropFrames::setChosen);
    connect(&m_pinned, &PinnedPicture::changed, this, &Panel::invalidate);
    connect(&model, &LiveModel::snapshotChanged, this, [this] {
        if (m_mode == Mode::Step)
            invalidate();
    });
    connect(&model, &LiveModel::runChanged, this, [this] {
        m_first = 0;
        invalidate();
        emit explanationChanged();
    });
    finishConstruction();
    setMode(Mode::Training);
}

std::shared_ptr<const Augmenter> AugmentationPanel::augmenter() const
{
    return model().run() ? model().run()->augmenter : nullptr;
}

void AugmentationPanel::setMode(Mode mode)
{
    m_mode = mode;
    m_modes[static_cast<std::size_t>(mode)]->setChecked(true);
    m_sheet->setChosen(-1);
    m_frames->setChosen(-1);
    recolour();
    invalidate();
    emit interestChanged();
}

void AugmentationPanel::showNext()
{
    m_first += samplesShown;
    invalidate();
}

void AugmentationPanel::showPrevious()
{
    m_first -= std::min<std::uint64_t>(m_first, samplesShown);
    invalidate();
}

void AugmentationPanel::look(ProbeRequest& request) const
{
    if (m_mode == Mode::Step)
        request.input = true;
}

void AugmentationPanel::refresh()
{
    showSet();
    m_facts->setText(factsText());
    m_previous->setEnabled(m_mode == Mode::Training && m_first > 0);
    m_next->setEnabled(m_mode == Mode::Training && augmenter() && m_pinned.image());
    if (m_mode == Mode::Step)
        askForStep();
    else
        askForVersions();
}

/// The set's own figures: they stay the same for the whole run.
void AugmentationPanel::showSet()
{
    const auto now = augmenter();
    if (now != m_shownSet) {
        m_shownSet = now;
        m_cloud->setStatistics(now ? now->statistics() : SetStatistics());
        retranslate(); // the run's numbers are in the words
        m_mean->setPicture({}, 0);
        if (now && now->statistics().picturesUsed > 0) {
            const SetStatistics& set = now->statistics();
            const int side = std::max(set.meanSide, 1);
            Image mean(side, side);
            const auto area = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
            for (std::size_t i = 0; i < mean.rgb.size(); ++i) {
                const double value = set.meanSide > 0 ? static_cast<double>(set.meanPicture[i % 3 * area + i / 3])
                                                      : set.channelMean[i % 3];
                mean.rgb[i] = static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0));
            }
            m_mean->setPicture(toQImage(mean), 0);
        }
    }
    const auto training = now ? model().run()->data.training : nullptr;
    if (training == m_colouredBy)
        return;
    m_colouredBy = training;
    m_colourJob.cancel();
    m_cloud->setColours({});
    if (training)
        m_colourJob.start([this, training, preprocessing = now->preprocessing(), side = now->resizedSide()] {
            auto colours = coloursOf(*training, preprocessing, side, cloudPictures, pixelsAPicture);
            return [this, colours = std::move(colours)] { m_cloud->setColours(colours); };
        });
}

void AugmentationPanel::askForVersions()
{
    m_step.reset();
    m_stepAsked.reset();
    if (!augmenter() || !m_pinned.image()) {
        m_pictureJob.cancel();
        m_asked.reset();
        m_versions.reset();
        showEmpty(tr("The versions appear as soon as a run is open and a picture pinned."));
        return;
    }
    AugmentationQuestion question;
    question.augmenter = augmenter();
    question.picture = m_pinned.image();
    question.of = m_mode == Mode::Test ? AugmentationQuestion::Of::Test : AugmentationQuestion::Of::Training;
    if (m_mode == Mode::Training) {
        question.seed = model().run()->spec.seed;
        question.first = m_first;
        question.count = samplesShown;
    }
    if (m_asked && *m_asked == question)
        return;
    m_asked = question;
    const auto take = [this](AugmentationAnswer answer) {
        m_versions = std::move(answer);
        showVersions();
    };
    const std::int64_t work = samplesShown * question.augmenter->input().perPicture() +
                              static_cast<std::int64_t>(question.picture->rgb.size());
    if (work <= numbersAtOnce || !isVisible()) {
        m_pictureJob.cancel();
        take(versionsOf(question));
        return;
    }
    m_pictureJob.start([take, question] {
        auto answer = std::make_shared<AugmentationAnswer>(versionsOf(question));
        return [take, answer] { take(std::move(*answer)); };
    });
}

void AugmentationPanel::askForStep()
{
    m_versions.reset();
    m_asked.reset();
    const auto& snapshot = model().snapshot();
    if (!augmenter() || !snapshot || !snapshot->stepPicture || !snapshot->stepPicture->input) {
        m_pictureJob.cancel();
        m_step.reset();
        m_stepAsked.reset();
        showEmpty(
            tr("Pause and step into an iteration (F7) to see a picture of the batch as it was really transformed."));
        return;
    }
    if (m_stepAsked && isSameStep(*m_stepAsked, *snapshot))
        return;
    m_stepAsked = snapshot;
    const auto training = model().run()->data.training;
    m_pictureJob.start([this, snapshot, training, by = augmenter()] {
        std::optional<StepAugmentation> step;
        QString fault;
        try {
            step = retrace(*by, *training, *snapshot->stepPicture);
        } catch (const Error& error) {
            fault = shownSentence(error.what());
        }
        return [this, step = std::move(step), fault] {
            m_step = step;
            m_stepFault = fault;
            showStep();
        };
    });
}

/// What is exported is what was asked for, also when the answer is still on its way.
void AugmentationPanel::finishJobs()
{
    if (!m_pictureJob.isBusy())
        return;
    m_pictureJob.cancel();
    if (m_mode == Mode::Step && m_stepAsked) {
        try {
            m_step = retrace(*augmenter(), *model().run()->data.training, *m_stepAsked->stepPicture);
            m_stepFault.clear();
        } catch (const Error& error) {
            m_stepFault = shownSentence(error.what());
        }
        showStep();
    } else if (m_asked) {
        m_versions = versionsOf(*m_asked);
        showVersions();
    }
}

QWidget& AugmentationPanel::figure()
{
    finishJobs();
    return *m_figure;
}

std::vector<AugmentationPanel::Transformed> AugmentationPanel::transforms() const
{
    std::vector<Transformed> all;
    if (m_mode == Mode::Step) {
        if (m_step)
            all.push_back({m_stepAsked->stepPicture->index, m_stepAsked->stepPicture->transform});
    } else if (m_versions) {
        for (const AugmentedPicture& version : m_versions->versions)
            all.push_back({version.sample, version.transform});
    }
    return all;
}

Numbers AugmentationPanel::numbers() const
{
    Numbers numbers;
    const auto all = transforms();
    if (all.empty())
        return numbers;
    numbers.columns = {m_mode == Mode::Step ? tr("picture of the training set") : tr("sample"),
                       QStringLiteral("x"),
                       QStringLiteral("y"),
                       tr("mirrored"),
                       tr("red shift"),
                       tr("green shift"),
                       tr("blue shift")};
    for (const auto& [sample, transform] : all)
        numbers.rows.push_back({static_cast<double>(sample), static_cast<double>(transform.x),
                                static_cast<double>(transform.y), transform.mirrored ? 1.0 : 0.0,
                                transform.colourShift[0], transform.colourShift[1], transform.colourShift[2]});
    return numbers;
}

void AugmentationPanel::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_PageDown:
        return m_next->click();
    case Qt::Key_PageUp:
        return m_previous->click();
    case Qt::Key_T:
        return setMode(static_cast<Mode>((static_cast<int>(m_mode) + 1) % static_cast<int>(m_modes.size())));
    default:
        Panel::keyPressEvent(event);
    }
}

} // namespace alexscope::gui
