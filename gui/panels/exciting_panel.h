// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/newest_job.h"
#include "gui/live/pinned_picture.h"
#include "gui/live/set_indexer.h"
#include "gui/panels/exciting_answer.h"
#include "gui/panels/panel.h"

#include <optional>

class QLabel;
class QSpinBox;
class QToolButton;

namespace alexscope::gui {

class IndexBar;
class InputPictureView;
class NeighbourStrip;

/// The patches of the set that excite the chosen unit most, cut to what it sees; of a whole layer the one that excites
/// each unit most. Found along with the index, in the background. Choosing one pins its picture and frames the place.
class ExcitingPanel : public Panel {
    Q_OBJECT
public:
    ExcitingPanel(LiveModel& model, Selection& selection, SetIndexer& indexer, PinnedPicture& pinned,
                  QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QWidget& figure() override { return *m_figure; }
    QString caption() const override;
    Numbers numbers() const override;

    /// What is on the screen; null while there is nothing.
    const ExcitingAnswer* answer() const { return m_answer ? &*m_answer : nullptr; }
    NeighbourStrip& strip() const { return *m_strip; }
    const InputPictureView& picture() const { return *m_picture; }

protected:
    void refresh() override;
    void retranslate() override;
    void recolour() override;

private:
    void build();
    void ask();
    void take(const ExcitingAnswer& answer);
    void showAnswer();
    void showNothing();
    void showChoice();
    void showPicture();
    void choose(int patch);
    void chooseUnit(int unit);
    QString layerName() const;
    int units() const;
    QString heading() const;
    QString words() const;

    SetIndexer& m_indexer;
    PinnedPicture& m_pinned;
    IndexBar* m_bar;
    QSpinBox* m_unit;
    QToolButton* m_whole;
    QLabel* m_unitLabel;
    QWidget* m_figure;
    NeighbourStrip* m_strip;
    InputPictureView* m_picture;
    QLabel *m_pictureName, *m_words;
    NewestJob m_job;
    std::optional<ExcitingQuestion> m_asked; ///< answered, or being answered
    std::optional<ExcitingAnswer> m_answer;
    int m_shown = 0; ///< the patch whose picture is shown
    QString m_fault; ///< why the question asked has no answer
};

} // namespace alexscope::gui
