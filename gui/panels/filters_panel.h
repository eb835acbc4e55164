// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/panels/panel.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QToolButton;

namespace alexscope::gui {

class ColourLegend;
class TileView;

/// The first layer's filters as pictures, 16 a row, live; before and after on one scale.
class FiltersPanel : public Panel {
    Q_OBJECT
public:
    FiltersPanel(LiveModel& model, Selection& selection, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    void look(ProbeRequest& request) const override;

    /// Shows the weights of iteration 0 instead of today's.
    void showInitial(bool initial);
    bool showsInitial() const;
    const TileView& tiles() const { return *m_tiles; }

protected:
    void refresh() override;
    void retranslate() override;
    void recolour() override;

private:
    enum class Scale { Layer, Tile };
    std::shared_ptr<const HostTensor> shownWeights() const;
    void showTowers();
    void showCaption(const HostTensor* weights);
    void describePoint(int tile, QPoint pixel);
    QString layerName() const;

    QToolButton *m_initial, *m_now;
    QComboBox* m_scale;
    QCheckBox* m_lock;
    QLabel *m_caption, *m_pointed;
    TileView* m_tiles;
    ColourLegend* m_legend;
    double m_lockedLimit = 0;
};

} // namespace alexscope::gui
