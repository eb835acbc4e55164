// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/pinned_picture.h"
#include "gui/panels/panel.h"

class QBoxLayout;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace alexscope::gui {

class PredictionCard;

/// Switches a unit of a layer off or sets one of its weights, and shows what the network says of the pinned picture
/// before and after; every change can be taken back. It only asks: who owns it passes the wishes to the session.
class WhatIfPanel : public Panel {
    Q_OBJECT
public:
    WhatIfPanel(LiveModel& model, Selection& selection, PinnedPicture& pinned, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    Numbers numbers() const override;
    void look(ProbeRequest& request) const override;

    const PredictionCard& before() const { return *m_before; }
    const PredictionCard& now() const { return *m_now; }

signals:
    void switchOffWanted(const QString& layer, int unit);
    void weightWanted(const QString& layer, int unit, std::ptrdiff_t weight, float value);
    void undoWanted();
    /// Back from the past: only the network as it is now can be changed.
    void nowWanted();

protected:
    void refresh() override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void fillLayers();
    void follow();
    void chooseUnit();
    void limitIndices();
    void showWeight();
    void showChanges();
    void showPast();
    void showPredictions();
    const LayerGeometry* layer() const;
    std::string weightName() const;
    std::shared_ptr<const HostTensor> weights() const;
    std::ptrdiff_t weightIndex() const;
    const HostTensor* probabilities() const;
    QString describe(const WhatIfChange& change) const;
    QString weightText(const WhatIfChange& change) const;

    PinnedPicture& m_pinned;
    QComboBox* m_layer;
    QSpinBox *m_unit, *m_channel, *m_row, *m_column;
    QLabel *m_layerLabel, *m_unitLabel, *m_indexLabel, *m_valueLabel, *m_beforeLabel, *m_nowLabel, *m_changesLabel;
    QDoubleSpinBox* m_value;
    QPushButton *m_off, *m_set, *m_undo, *m_backToNow;
    QLabel* m_pastText;
    QWidget* m_past; ///< shown while the moment looked at is not now
    PredictionCard *m_before, *m_now;
    QListWidget* m_changes;
    QBoxLayout* m_body = nullptr;
    std::shared_ptr<const HostTensor> m_probabilitiesBefore; ///< of the pinned picture, without any change
};

} // namespace alexscope::gui
