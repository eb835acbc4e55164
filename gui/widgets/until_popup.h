// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/live_model.h"
#include "gui/widgets/popup.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace alexscope::gui {

/// Asks where a run is to stop: an iteration, an epoch, a validation error, a piece of a step, or several of these
/// together. Enter runs, Escape does not. What was chosen last stands there the next time.
class UntilPopup : public Popup {
    Q_OBJECT
public:
    explicit UntilPopup(LiveModel& model, QWidget* parent = nullptr);

    StopCondition condition() const;
    /// Below (or beside) a widget, with numbers that lie ahead of where the run stands.
    void openAt(const QWidget& anchor);

signals:
    void runWanted(const alexscope::StopCondition& until);

protected:
    void retranslate() override;

private:
    void suggest();
    void fillLayers();

    LiveModel& m_model;
    QCheckBox *m_iterationBox, *m_epochBox, *m_errorBox, *m_pieceBox;
    QSpinBox* m_iteration;
    QDoubleSpinBox *m_epoch, *m_error;
    QComboBox *m_layer, *m_direction;
    QLabel* m_note;
    QPushButton* m_go;
};

} // namespace alexscope::gui
