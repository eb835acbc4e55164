// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/network_panel.h"

#include "gui/look/icons.h"
#include "gui/look/layer_texts.h"
#include "gui/look/numbers.h"
#include "gui/look/pictures.h"
#include "gui/widgets/diagram_legend.h"
#include "gui/widgets/diagram_view.h"
#include "gui/widgets/eliding_label.h"
#include "gui/widgets/layer_readout.h"
#include "gui/widgets/network_diagram.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace alexscope::gui {

namespace {

/// Maps of more numbers than this are left out, and all together: they are thumbnails, not worth a slow refresh.
constexpr std::int64_t largestMap = 1 << 20, largestSum = 4 << 20;
/// The strip of facts is worth its room only where the diagram keeps enough.
constexpr int heightForReadout = 560, wideEnough = 600, heightWhenWide = 330;

} // namespace

NetworkPanel::NetworkPanel(LiveModel& model, Selection& selection, QWidget* parent)
    : Panel(model, selection, parent), m_next(new ElidingLabel(this)), m_fit(new QToolButton(this)),
      m_figure(new QWidget(this)), m_view(new DiagramView(m_figure)), m_legend(new DiagramLegend(m_figure)),
      m_readout(new LayerReadout(this))
{
    m_next->setObjectName(QStringLiteral("networkNext"));
    m_fit->setObjectName(QStringLiteral("networkFit"));
    m_fit->setIcon(icon(QStringLiteral("fit")));
    m_fit->setAutoRaise(true);
    m_view->setObjectName(QStringLiteral("networkView"));
    diagram().setObjectName(QStringLiteral("networkDiagram"));
    m_legend->setObjectName(QStringLiteral("networkLegend"));
    m_readout->setObjectName(QStringLiteral("networkReadout"));
    m_readout->hide();

    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 2, 4, 2);
    header->addWidget(m_next, 1);
    header->addWidget(m_fit);
    auto* drawn = new QVBoxLayout(m_figure);
    drawn->setContentsMargins(0, 0, 0, 0);
    drawn->setSpacing(0);
    drawn->addWidget(m_view, 1);
    drawn->addWidget(m_legend);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_figure, 1);
    layout->addWidget(m_readout);

    connect(m_fit, &QToolButton::clicked, m_view, [this] { m_view->setZoom(1); });
    connect(m_view, &DiagramView::zoomChanged, this, [this] { m_fit->setEnabled(m_view->zoom() > 1); });
    m_fit->setEnabled(false);
    connect(&diagram(), &NetworkDiagram::pointedAt, this, [this](int layer) {
        m_pointed = layer;
        showReadout();
    });
    connect(&diagram(), &NetworkDiagram::chosenChanged, this, [this](int layer) {
        m_view->show(layer);
        const auto& run = this->model().run();
        this->selection().select(layer >= 0 && run
                                     ? QString::fromStdString(run->network.layers[static_cast<std::size_t>(layer)].name)
                                     : QString());
        showReadout();
    });
    connect(&diagram(), &NetworkDiagram::flowChanged, this, &NetworkPanel::showLegend);
    connect(&selection, &Selection::changed, this, [this] {
        const auto& run = this->model().run();
        const int layer = run ? run->network.indexOf(this->selection().layer().toStdString()) : -1;
        if (layer == diagram().chosen())
            return;
        diagram().setChosen(layer);
        m_view->show(layer);
        showReadout();
    });
    connect(&model, &LiveModel::snapshotChanged, this, &Panel::invalidate);
    connect(&model, &LiveModel::statusChanged, this, [this] {
        if (std::exchange(m_state, this->model().status().state) != m_state)
            invalidate();
    });
    connect(&model, &LiveModel::runChanged, this, &NetworkPanel::openNetwork);
    openNetwork();
    finishConstruction();
}

NetworkDiagram& NetworkPanel::diagram() const
{
    return m_view->diagram();
}

void NetworkPanel::openNetwork()
{
    const auto& run = model().run();
    m_input = nullptr;
    m_pointed = NetworkLayout::nothing;
    m_readout->setPicture({});
    if (run)
        diagram().setNetwork(run->network, run->geometry);
    else
        diagram().clear();
    diagram().setPicture({});
    m_view->setZoom(1);
    m_view->fit();
    if (run)
        diagram().setChosen(run->network.indexOf(selection().layer().toStdString()));
    showLegend();
    showReadout();
    invalidate();
    emit interestChanged();
    emit explanationChanged();
}

void NetworkPanel::showLegend()
{
    const auto& run = model().run();
    m_legend->setNetwork(run ? run->network : NetworkSpec{}, diagram().structure(), diagram().plan().flow);
}

void NetworkPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    m_readout->setVisible(height() >= heightForReadout || (width() >= wideEnough && height() >= heightWhenWide));
}

QString NetworkPanel::title() const
{
    return tr("Network");
}

QString NetworkPanel::explanation() const
{
    QString text = tr("<p><b>What you see.</b> The network as in the paper's Figure 2, from the input to the "
                      "probabilities. A box is a convolution: its front is as large as its maps, its depth tells how "
                      "many there are (both on a logarithmic scale). A bar is a fully connected layer. Thin slabs are "
                      "what works on a layer's output without weights of its own.</p>");
    if (const auto& run = model().run()) {
        const NetworkTotals totals = totalsOf(run->geometry);
        std::int64_t linear = 0, convolution = 0;
        for (std::size_t i = 0; i < run->geometry.size(); ++i) {
            const LayerGeometry& g = run->geometry[i];
            linear += run->network.layers[i].as<LinearSpec>() ? g.weights + g.biases : 0;
            convolution += run->network.layers[i].as<ConvolutionSpec>() ? g.multiplyAdds : 0;
        }
        const auto share = [](std::int64_t part, std::int64_t whole) {
            return percent(whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0);
        };
        text += tr("<p>%1 has %2 parameters, %3 of them in fully connected layers, and needs %4 multiply-adds for one "
                   "picture forward, %5 of them in convolutions. Beside each name stands the shape of its output, "
                   "below it parameters · multiply-adds.</p>")
                    .arg(QString::fromStdString(run->network.name), count(totals.parameters),
                         share(linear, totals.parameters), count(totals.multiplyAdds),
                         share(convolution, totals.multiplyAdds));
        if (const int first = model().firstConvolution(); first >= 0) {
            const auto& layer = *run->network.layers[static_cast<std::size_t>(first)].as<ConvolutionSpec>();
            const LayerGeometry& g = run->geometry[static_cast<std::size_t>(first)];
            text += tr("<p>The side of a map: (in + 2·padding − size) / stride + 1. For %1: (%2 + 2·%3 − %4) / %5 + 1 "
                       "= %6%7.</p>")
                        .arg(QString::fromStdString(run->network.layers[static_cast<std::size_t>(first)].name))
                        .arg(g.input.w)
                        .arg(layer.pad)
                        .arg(layer.size)
                        .arg(layer.stride)
                        .arg(g.output.w)
                        .arg(layer.rounding == Rounding::Ceil ? tr(", rounded up") : QString());
        }
    }
    text +=
        tr("<p><b>What to look for.</b> The colours on the boxes are the layer's mean map of the pinned picture; on "
           "the bars each cell is one unit. Maps shrink and multiply on the way: where something is gets lost, what "
           "it is comes out. Point at a layer: the frame in the input is what one of its units sees.</p>"
           "<p><b>The step.</b> Hold, or go in slow motion: the mark on the line walks down layer by layer (solid "
           "frame), then back up with the gradients (dashed frame), then all weights are updated (dotted frame). "
           "Small marks say how far this step has come.</p>"
           "<p>§3.2 and §3.5: the two towers are the two graphics cards of 2012. They exchange maps only where "
           "lines cross.</p>");
    return text;
}

/// The last layer whose maps are not pooled yet tells most. A step of free running that was held keeps only what its
/// kernels hand on: then the block's last layer has to do.
std::vector<std::vector<int>> NetworkPanel::shownLayers() const
{
    const auto outputOf = [this](int layer) -> const Shape& {
        return model().run()->geometry[static_cast<std::size_t>(layer)].output;
    };
    std::vector<std::vector<int>> layers;
    std::int64_t sum = 0;
    for (const NetworkBlock& block : diagram().structure().blocks) {
        if (block.layer < 0)
            continue;
        int unpooled = block.layer;
        for (const int slab : block.slabs)
            if (outputOf(slab) == outputOf(block.layer))
                unpooled = slab;
        std::vector<int> candidates;
        for (const int layer : {unpooled, block.slabs.empty() ? block.layer : block.slabs.back()}) {
            const std::int64_t numbers = outputOf(layer).perPicture();
            if (numbers > largestMap || sum + numbers > largestSum || (!candidates.empty() && layer == unpooled))
                continue;
            sum += numbers;
            candidates.push_back(layer);
        }
        layers.push_back(std::move(candidates));
    }
    return layers;
}

void NetworkPanel::look(ProbeRequest& request) const
{
    if (!model().run())
        return;
    request.input = true;
    for (const std::vector<int>& candidates : shownLayers())
        for (const int layer : candidates)
            request.thumbnails.push_back(model().run()->network.layers[static_cast<std::size_t>(layer)].name);
}

void NetworkPanel::refresh()
{
    const auto& run = model().run();
    const auto& snapshot = model().snapshot();
    showNext();
    if (!run || !snapshot)
        return diagram().setMaps({});
    const bool ownPicture = snapshot->stepPicture.has_value();
    std::map<int, std::shared_ptr<const HostTensor>> maps;
    const auto& activations = ownPicture ? snapshot->stepActivations : snapshot->activations;
    for (const std::vector<int>& candidates : shownLayers()) // not what other panels have asked for besides
        for (const int layer : candidates) {
            const auto found = activations.find(run->network.layers[static_cast<std::size_t>(layer)].name);
            if (found == activations.end())
                continue;
            maps[layer] = found->second.values;
            break;
        }
    showPicture(ownPicture ? snapshot->stepPicture->input : snapshot->pinnedInput);
    diagram().setMaps(std::move(maps));
}

void NetworkPanel::showPicture(const std::shared_ptr<const HostTensor>& input)
{
    if (input == m_input)
        return;
    m_input = input;
    const auto& augmenter = model().run()->augmenter;
    const QImage picture = input && augmenter ? toQImage(augmenter->toDisplay(input->values)) : QImage();
    diagram().setPicture(picture);
    m_readout->setPicture(picture);
}

/// In free running the pieces pass too fast to be followed, and no snapshot is taken of them.
void NetworkPanel::showNext()
{
    const auto& run = model().run();
    const auto& snapshot = model().snapshot();
    const SessionState state = model().status().state;
    const bool walking = run && snapshot && snapshot->walking && state != SessionState::Finished;
    diagram().setNext(walking ? std::optional(snapshot->next) : std::nullopt);
    m_next->setText(walking                           ? tr("Next: %1").arg(pieceText(run->network, snapshot->next))
                    : state == SessionState::Running  ? tr("Running")
                    : state == SessionState::Finished ? tr("The run is done")
                                                      : noValue());
}

QString NetworkPanel::nextText() const
{
    return m_next->text();
}

void NetworkPanel::showReadout()
{
    const auto& run = model().run();
    const int layer = m_pointed >= -1 ? m_pointed : diagram().chosen();
    const bool none = !run || (layer < 0 && m_pointed < -1);
    const QSize input =
        run ? QSize(static_cast<int>(run->network.input.w), static_cast<int>(run->network.input.h)) : QSize(1, 1);
    m_readout->setLayer(none ? QStringList() : layerFacts(run->network, run->geometry, layer), diagram().framedField(),
                        input);
}

Numbers NetworkPanel::numbers() const
{
    Numbers numbers;
    const auto& run = model().run();
    if (!run)
        return numbers;
    numbers.columns = {
        QStringLiteral("layer"),         QStringLiteral("width"),           QStringLiteral("height"),
        QStringLiteral("channels"),      QStringLiteral("weights"),         QStringLiteral("biases"),
        QStringLiteral("multiply-adds"), QStringLiteral("receptive field"), QStringLiteral("receptive stride")};
    for (std::size_t i = 0; i < run->geometry.size(); ++i) {
        const LayerGeometry& g = run->geometry[i];
        numbers.rowNames.append(QString::fromStdString(run->network.layers[i].name));
        std::vector<double> row;
        for (const std::int64_t value : {g.output.w, g.output.h, g.output.c, g.weights, g.biases, g.multiplyAdds,
                                         std::int64_t(g.receptiveField), std::int64_t(g.receptiveStride)})
            row.push_back(static_cast<double>(value));
        numbers.rows.push_back(std::move(row));
    }
    return numbers;
}

void NetworkPanel::retranslate()
{
    m_fit->setToolTip(tr("Show the whole network (0); + and −, or Ctrl and the wheel, zoom"));
    m_fit->setAccessibleName(tr("Show the whole network"));
    m_next->setAccessibleName(tr("What comes next"));
    m_view->setAccessibleName(tr("Room of the network's diagram"));
    diagram().setAccessibleName(tr("Diagram of the network"));
    diagram().setEmptyText(tr("The network is drawn here as soon as a run is open. Choose a network and data above."));
    m_legend->setAccessibleName(tr("Legend of the diagram"));
    m_readout->setAccessibleName(tr("What is known of the layer"));
    m_readout->setHint(tr("Point at a layer, or choose it with the arrow keys, to read what is known of it."));
    showNext();
    showReadout();
}

} // namespace alexscope::gui
