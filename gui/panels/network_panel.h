// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/panels/panel.h"

#include <QImage>

class QLabel;
class QToolButton;

namespace alexscope::gui {

class DiagramLegend;
class DiagramView;
class LayerReadout;
class NetworkDiagram;

/// The network's diagram, live: maps of the pinned picture on its boxes (inside a step: of the step's own picture, as
/// far as it has come), and the step cursor walking over it. Choosing a layer here chooses it everywhere.
class NetworkPanel : public Panel {
    Q_OBJECT
public:
    NetworkPanel(LiveModel& model, Selection& selection, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QWidget& figure() override { return *m_figure; }
    Numbers numbers() const override;
    void look(ProbeRequest& request) const override;

    NetworkDiagram& diagram() const;
    DiagramView& view() const { return *m_view; }
    /// What it says the trainer does next.
    QString nextText() const;

protected:
    void refresh() override;
    double pace() const override { return 12; }
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void openNetwork();
    void showLegend();
    void showPicture(const std::shared_ptr<const HostTensor>& input);
    void showReadout();
    void showNext();
    /// Of each block with maps small enough, the layers one of which is shown, the better ones first.
    std::vector<std::vector<int>> shownLayers() const;

    QLabel* m_next;
    QToolButton* m_fit;
    QWidget* m_figure;
    DiagramView* m_view;
    DiagramLegend* m_legend;
    LayerReadout* m_readout;
    std::shared_ptr<const HostTensor> m_input; ///< what the picture shown was made of
    SessionState m_state = SessionState::Empty;
    int m_pointed = -2;
};

} // namespace alexscope::gui
