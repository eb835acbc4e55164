// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/newest_job.h"
#include "gui/live/pinned_picture.h"
#include "gui/panels/augmented_pictures.h"
#include "gui/panels/panel.h"

#include <array>
#include <optional>

class QLabel;
class QToolButton;

namespace alexscope::gui {

class ColourCloud;
class CropFrames;
class CropSheet;

/// What becomes of a picture on its way into the network (§4.1): random crops, reflections and colours of the pinned
/// picture exactly as training makes them, the ten test crops, inside a step its batch's own picture, and the colour
/// axes of the training set.
class AugmentationPanel : public Panel {
    Q_OBJECT
public:
    static constexpr int samplesShown = 12;
    enum class Mode { Training, Test, Step };

    AugmentationPanel(LiveModel& model, Selection& selection, PinnedPicture& pinned, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QWidget& figure() override;
    QString caption() const override;
    Numbers numbers() const override;
    void look(ProbeRequest& request) const override;

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    /// The number of the training sample whose transform is shown first.
    std::uint64_t firstSample() const { return m_first; }
    const CropSheet& sheet() const { return *m_sheet; }
    const CropFrames& frames() const { return *m_frames; }
    const ColourCloud& cloud() const { return *m_cloud; }
    /// The versions on the screen; null while there are none, and in mode Step.
    const AugmentationAnswer* versions() const { return m_versions ? &*m_versions : nullptr; }
    /// In mode Step, inside a step; else null.
    const StepAugmentation* step() const { return m_step ? &*m_step : nullptr; }

public slots:
    /// Further samples' transforms of the same picture, and back.
    void showNext();
    void showPrevious();

protected:
    void refresh() override;
    void retranslate() override;
    void recolour() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Transformed {
        std::uint64_t sample = 0;
        SampleTransform transform;
    };
    void build();
    std::shared_ptr<const Augmenter> augmenter() const;
    void showSet();
    void askForVersions();
    void showVersions();
    void askForStep();
    void showStep();
    void showEmpty(const QString& why);
    void finishJobs();
    std::vector<Transformed> transforms() const;
    QString offsetText(const SampleTransform& transform) const;
    QString colourText(const SampleTransform& transform) const;
    QString factsText() const;
    QString axesText() const;
    QString stepName() const;
    QString cropName(int crop) const;

    PinnedPicture& m_pinned;
    Mode m_mode = Mode::Training;
    std::uint64_t m_first = 0;
    QWidget* m_figure;
    std::array<QToolButton*, 3> m_modes{};
    QToolButton *m_previous, *m_next;
    QLabel *m_source, *m_facts, *m_axes;
    CropFrames *m_frames, *m_mean;
    CropSheet* m_sheet;
    ColourCloud* m_cloud;

    NewestJob m_pictureJob, m_colourJob;
    std::optional<AugmentationQuestion> m_asked; ///< answered, or being answered
    std::optional<AugmentationAnswer> m_versions;
    std::shared_ptr<const Snapshot> m_stepAsked; ///< whose step picture m_step is, or will be
    std::optional<StepAugmentation> m_step;
    QString m_stepFault;
    std::shared_ptr<const Augmenter> m_shownSet; ///< whose statistics are drawn
    std::shared_ptr<const Dataset> m_colouredBy;
};

} // namespace alexscope::gui
