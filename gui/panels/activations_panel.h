// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/pinned_picture.h"
#include "gui/panels/panel.h"

#include <optional>

class QBoxLayout;
class QComboBox;
class QLabel;
class QScrollArea;
class QSpinBox;
class QSplitter;
class QToolButton;

namespace alexscope::gui {

class ArithmeticView;
class InputPictureView;
class MapLegend;
class MapsView;

/// Any layer's maps for the pinned picture (test mode) or, while a step is under way, for a picture of its batch
/// (training mode), and then their gradients. Beside them the picture with the receptive field of the unit under the
/// mouse, and the arithmetic of the unit that was clicked.
class ActivationsPanel : public Panel {
    Q_OBJECT
public:
    ActivationsPanel(LiveModel& model, Selection& selection, PinnedPicture& pinned, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QWidget& figure() override { return *m_figure; }
    QString caption() const override;
    Numbers numbers() const override;
    void look(ProbeRequest& request) const override;

    /// Index of the layer shown; −1 without a run.
    int layer() const { return m_layer; }
    void showLayer(int layer);
    /// Whether what is shown is the step's own picture.
    bool showsStep() const;
    bool showsGradients() const;
    /// The square of the input that a position of the layer's maps sees, in pixels; may reach into the padding.
    QRect receptiveField(QPoint position) const;

protected:
    void refresh() override;
    void retranslate() override;
    void recolour() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectAll();
    QBoxLayout* makeHeader();
    QWidget* makeSide();
    void fillLayers();
    void followSelection();
    void runChanged();
    void chooseUnit(int channel, QPoint position);
    void preferStep(bool step);
    void pictureChanged();
    void shareFooter();
    void describePoint(int channel, QPoint position);
    void showPicture();
    void showFacts();
    void showMaps();
    void showArithmetic();
    QString layerName() const;
    bool livesInsideKernel() const;
    QString emptyText() const;
    QString className(int label) const;
    QString pictureName() const;
    std::shared_ptr<const Image> shownPicture() const;
    std::shared_ptr<const HostTensor> shownMaps() const;
    std::optional<ArithmeticRequest> wantedArithmetic() const;

    PinnedPicture& m_pinned;
    int m_layer = -1, m_batchPicture = 0;
    int m_mapsLayer = -1;      ///< whose maps are on the screen
    int m_pointedChannel = -1; ///< under the mouse
    QPoint m_pointedPosition;
    bool m_preferStep = true, m_showedStep = false;
    const void* m_shownPicture = nullptr; ///< what the picture view shows: an Image or a HostTensor

    QToolButton *m_previousLayer, *m_nextLayer, *m_pinnedButton, *m_batchButton, *m_previousPicture, *m_nextPicture;
    QComboBox *m_layers, *m_content, *m_scale;
    QSpinBox* m_batchBox;
    QLabel *m_mode, *m_facts, *m_pictureName, *m_pictureClass, *m_pointed, *m_dead;
    MapsView* m_maps;
    MapLegend* m_legend;
    InputPictureView* m_picture;
    ArithmeticView* m_arithmetic;
    QWidget* m_figure;
    QSplitter* m_splitter;
    QBoxLayout* m_pictureRow;
};

} // namespace alexscope::gui
