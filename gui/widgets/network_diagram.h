// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/host_tensor.h"
#include "gui/widgets/network_layout.h"

#include <QImage>
#include <QWidget>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace alexscope::gui {

/// The network as in the paper's Figure 2, drawn from its text: boxes for convolutions, bars for fully connected
/// layers, slabs for what is attached to them, in towers where it computes in groups; live maps on the fronts, the
/// receptive field framed in the input, and where the step under way stands. Flows down when higher than wide, else to
/// the right. Keyboard: arrows walk the layers, Home and End, Escape gives the choice up.
class NetworkDiagram : public QWidget {
    Q_OBJECT
public:
    explicit NetworkDiagram(QWidget* parent = nullptr);

    void setNetwork(const NetworkSpec& network, const std::vector<LayerGeometry>& geometry);
    void clear();
    /// What is shown while there is no network.
    void setEmptyText(const QString& text);
    /// The room it lies in; it fills it, or is larger when texts would become illegible or `zoom` is above 1.
    void setRoom(QSize room, double zoom = 1);

    /// The input as people see it; a null image: none.
    void setPicture(const QImage& picture);
    /// Activations by layer, of one picture. A block shows the last of its layers that is there.
    void setMaps(std::map<int, std::shared_ptr<const HostTensor>> maps);
    /// What the trainer does next; nothing when it runs too fast to be followed.
    void setNext(const std::optional<Piece>& next);
    void setChosen(int layer); ///< −1: none

    const NetworkStructure& structure() const { return m_structure; }
    const NetworkLayout& plan() const { return m_plan; }
    bool isEmpty() const { return m_network.layers.empty(); }
    int chosen() const { return m_chosen; }
    StepMark markOf(int layer) const;
    /// What the tooltip and a screen reader say of a layer; −1: the input.
    QString textOf(int layer) const;
    /// The square of input pixels that the middle unit of the layer pointed at (or else the chosen one) sees, cut at
    /// the picture's edges; empty for none.
    QRectF framedField() const;
    /// The front in which the map of a layer's tower is shown, and that map; null when there is none.
    QImage shownMap(std::size_t part) const;

    QSize sizeHint() const override;

signals:
    void chosenChanged(int layer);
    /// −1: the input, NetworkLayout::nothing: nothing.
    void pointedAt(int layer);
    /// plan().flow is another one now.
    void flowChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void lay();
    void choose(int layer);
    void point(int layer);
    void describe();
    std::vector<QString> labelLines(std::size_t block) const;
    int mapLayerOf(const NetworkBlock& block) const;
    void remakeMaps();
    const LayerSpec& spec(int layer) const { return m_network.layers[static_cast<std::size_t>(layer)]; }

    NetworkLayout planFor(Qt::Orientation flow);
    // Each where it touches what is stale: the maps change, and all else stays.
    void paintLinks(QPainter& painter, const QRegion& stale) const;
    void paintBox(QPainter& painter, std::size_t index, const QRegion& stale) const;
    void paintOutline(QPainter& painter, const DiagramPart& part) const;
    void paintSlab(QPainter& painter, const DiagramPart& part) const;
    void paintField(QPainter& painter, const QRectF& picture) const;
    void paintLabels(QPainter& painter, const QRegion& stale) const;
    void paintRail(QPainter& painter, const QRegion& stale) const;
    void paintFrames(QPainter& painter) const;

    NetworkSpec m_network;
    std::vector<LayerGeometry> m_geometry;
    NetworkStructure m_structure;
    NetworkLayout m_plan;
    Qt::Orientation m_flow = Qt::Vertical; ///< of the plan before it was made anew
    QString m_emptyText;
    QSize m_room{260, 480};
    double m_zoom = 1;
    QImage m_picture;
    std::map<int, std::shared_ptr<const HostTensor>> m_maps;
    struct Shown {
        QImage image;
        std::shared_ptr<const HostTensor> of;
    };
    std::vector<Shown> m_shown; ///< parallel to the plan's parts
    std::optional<Piece> m_next;
    int m_chosen = -1, m_pointed = NetworkLayout::nothing;
    bool m_focusByKey = false;
};

/// A slab as diagrams and legends draw it; its pattern tells the kinds of layers apart without colour.
void paintSlabFilling(QPainter& painter, const LayerSpec& layer, const QRectF& rect, const QPalette& palette);
/// The mark of a step on the rail and in legends: a triangle along the flow (forward) or against it (backward), large
/// for what comes next, small for what is done; a diamond for the update.
void paintStepMark(QPainter& painter, StepMark mark, QPointF centre, Qt::Orientation flow, const QPalette& palette);

} // namespace alexscope::gui
