// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/filters_panel.h"

#include "gui/look/numbers.h"
#include "gui/widgets/colour_legend.h"
#include "gui/widgets/tile_view.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr int tilesARow = 16;

} // namespace

FiltersPanel::FiltersPanel(LiveModel& model, Selection& selection, QWidget* parent)
    : Panel(model, selection, parent), m_initial(new QToolButton(this)), m_now(new QToolButton(this)),
      m_scale(new QComboBox(this)), m_lock(new QCheckBox(this)), m_caption(new QLabel(this)),
      m_pointed(new QLabel(this)), m_tiles(new TileView(this)), m_legend(new ColourLegend(this))
{
    m_initial->setObjectName(QStringLiteral("initialWeights"));
    m_now->setObjectName(QStringLiteral("weightsNow"));
    m_scale->setObjectName(QStringLiteral("filterScale"));
    m_lock->setObjectName(QStringLiteral("lockScale"));
    m_caption->setObjectName(QStringLiteral("filtersCaption"));
    m_pointed->setObjectName(QStringLiteral("filterUnderMouse"));
    m_tiles->setObjectName(QStringLiteral("filterTiles"));
    m_legend->setObjectName(QStringLiteral("filterLegend"));
    auto* moments = new QButtonGroup(this);
    for (QToolButton* button : {m_initial, m_now}) {
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        moments->addButton(button);
    }
    m_now->setChecked(true);
    m_initial->setShortcut(Qt::Key_B);
    m_now->setShortcut(Qt::Key_N);
    m_scale->addItems({QString(), QString()});
    m_pointed->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_pointed->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 4, 8, 4);
    header->setSpacing(8);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(0);
    pair->addWidget(m_initial);
    pair->addWidget(m_now);
    header->addLayout(pair);
    header->addWidget(m_scale);
    header->addWidget(m_lock);
    header->addWidget(m_caption, 1);
    auto* footer = new QHBoxLayout;
    footer->setContentsMargins(8, 4, 8, 4);
    footer->addWidget(m_legend);
    footer->addWidget(m_pointed, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_tiles, 1);
    layout->addLayout(footer);

    connect(m_initial, &QToolButton::toggled, this, [this] {
        recolour();
        invalidate();
    });
    connect(m_scale, &QComboBox::currentIndexChanged, this, [this] {
        m_lock->setEnabled(m_scale->currentIndex() == static_cast<int>(Scale::Layer));
        invalidate();
    });
    connect(m_lock, &QCheckBox::toggled, this, [this](bool locked) {
        m_lockedLimit = locked ? m_legend->limit() : 0;
        invalidate();
    });
    connect(m_tiles, &TileView::pointedAt, this, &FiltersPanel::describePoint);
    connect(m_tiles, &TileView::chosenChanged, this, [this](int tile) { this->selection().select(layerName(), tile); });
    connect(&selection, &Selection::changed, this,
            [this] { m_tiles->setChosen(this->selection().layer() == layerName() ? this->selection().unit() : -1); });
    connect(&model, &LiveModel::snapshotChanged, this, &Panel::invalidate);
    connect(&model, &LiveModel::runChanged, this, [this] {
        m_lock->setChecked(false);
        m_now->setChecked(true);
        showTowers();
        invalidate();
        emit interestChanged();
        emit explanationChanged();
    });
    finishConstruction();
}

QString FiltersPanel::layerName() const
{
    const int first = model().firstConvolution();
    return first < 0 ? QString()
                     : QString::fromStdString(model().run()->network.layers[static_cast<std::size_t>(first)].name);
}

QString FiltersPanel::title() const
{
    return tr("Filters");
}

QString FiltersPanel::explanation() const
{
    QString text;
    if (const int first = model().firstConvolution(); first >= 0) {
        const auto& layer = *model().run()->network.layers[static_cast<std::size_t>(first)].as<ConvolutionSpec>();
        const Shape weights = model().run()->geometry[static_cast<std::size_t>(first)].weightShape;
        text =
            tr("<p><b>What you see.</b> The %1 filters of %2, each %3×%3 pixels over %4 input channels, at stride %5. "
               "Red, green and blue are the weights of the three colour channels around mid grey, which is 0: what a "
               "filter shows is "
               "the picture patch it answers to most strongly.</p>")
                .arg(count(weights.n), layerName(), count(weights.w), count(weights.c), count(layer.stride));
    }
    text += tr("<p><b>What to look for.</b> At the start, noise: weights drawn from a normal distribution. While the "
               "loss falls, edges of many "
               "orientations and frequencies appear, then blobs of colour. Nobody draws them: they are what helps to "
               "tell the classes "
               "apart. Filters that stay noise have not been needed yet.</p>"
               "<p>§3.1 and Figure 3: on two GPUs the paper's two towers specialised, one free of colour, the other "
               "full of it, in every run.</p>"
               "<p>One scale for the whole layer keeps relative strength visible; the scale of each tile shows weak "
               "filters too. Lock the "
               "scale to see the weights grow.</p>");
    return text;
}

void FiltersPanel::look(ProbeRequest& request) const
{
    if (const std::string name = model().firstWeightName(); !name.empty())
        request.parameters.push_back(name);
}

void FiltersPanel::showInitial(bool initial)
{
    (initial ? m_initial : m_now)->setChecked(true);
}

bool FiltersPanel::showsInitial() const
{
    return m_initial->isChecked();
}

std::shared_ptr<const HostTensor> FiltersPanel::shownWeights() const
{
    return showsInitial() ? model().initialWeights() : model().firstWeights();
}

void FiltersPanel::refresh()
{
    const auto weights = shownWeights();
    m_initial->setEnabled(model().initialWeights() != nullptr);
    showCaption(weights.get());
    if (!weights) {
        m_tiles->setSheet({});
        m_legend->setLimit(0);
        return;
    }
    TileOptions options;
    options.columns = tilesARow;
    options.order = model().run()->network.preprocessing.order;
    options.scope = m_scale->currentIndex() == static_cast<int>(Scale::Tile) ? TileScope::Tile : TileScope::Layer;
    if (m_lockedLimit > 0 && options.scope == TileScope::Layer)
        options.locked = ValueRange{-m_lockedLimit, m_lockedLimit};
    TileSheet sheet = tileFilters(*weights, options);
    m_legend->setLimit(sheet.ranges.size() == 1 ? sheet.ranges.front().high : 0);
    m_tiles->setSheet(std::move(sheet));
}

void FiltersPanel::showCaption(const HostTensor* weights)
{
    if (!weights) {
        m_caption->setText(noValue());
        return;
    }
    const std::int64_t iteration = showsInitial() ? 0 : model().snapshot()->iteration;
    m_caption->setText(tr("%1: %2 filters of %3×%4×%5, iteration %6")
                           .arg(layerName(), count(weights->shape.n), count(weights->shape.w), count(weights->shape.h),
                                count(weights->shape.c), count(iteration)));
}

void FiltersPanel::showTowers()
{
    std::vector<TileBand> bands;
    if (const auto& run = model().run(); run && model().firstConvolution() >= 0) {
        const auto& layers = run->network.layers;
        const bool twoTowers = std::any_of(layers.begin(), layers.end(), [](const LayerSpec& layer) {
            const auto* convolution = layer.as<ConvolutionSpec>();
            return convolution && convolution->groups == 2;
        });
        const auto filters = run->geometry[static_cast<std::size_t>(model().firstConvolution())].weightShape.n;
        const int rows = static_cast<int>(filters) / tilesARow;
        if (twoTowers && rows >= 2 && filters % (2 * tilesARow) == 0)
            bands = {{0, rows / 2 - 1, tr("tower 1")}, {rows / 2, rows - 1, tr("tower 2")}};
    }
    m_tiles->setBands(std::move(bands));
}

void FiltersPanel::describePoint(int tile, QPoint pixel)
{
    const auto weights = shownWeights();
    if (tile < 0 || !weights || tile >= weights->shape.n) {
        m_pointed->clear();
        return;
    }
    QStringList values;
    for (std::int64_t c = 0; c < weights->shape.c; ++c)
        values.append(number(weights->at(tile, c, pixel.y(), pixel.x())));
    m_pointed->setText(
        tr("filter %1 at (%2, %3): %4").arg(tile).arg(pixel.x()).arg(pixel.y()).arg(values.join(QStringLiteral("  "))));
}

void FiltersPanel::retranslate()
{
    const auto shortcut = [](const QToolButton* button) {
        return button->shortcut().toString(QKeySequence::NativeText);
    };
    const QKeySequence before = m_initial->shortcut(),
                       now = m_now->shortcut(); // a text without a mnemonic takes the shortcut away
    m_initial->setText(tr("Initial"));
    m_now->setText(tr("Now"));
    m_initial->setShortcut(before);
    m_now->setShortcut(now);
    m_initial->setToolTip(tr("The filters before training, at iteration 0 (%1)").arg(shortcut(m_initial)));
    m_initial->setAccessibleName(tr("Show initial filters"));
    m_now->setToolTip(tr("The filters as they are (%1)").arg(shortcut(m_now)));
    m_now->setAccessibleName(tr("Show filters as they are"));
    m_scale->setItemText(static_cast<int>(Scale::Layer), tr("Scale: layer"));
    m_scale->setItemText(static_cast<int>(Scale::Tile), tr("Scale: each tile"));
    m_scale->setToolTip(tr("One scale for all filters, or each filter on its own"));
    m_scale->setAccessibleName(tr("Scale of the filters"));
    m_lock->setText(tr("Lock"));
    m_lock->setToolTip(tr("Keep today's scale, so that growth stays visible"));
    m_lock->setAccessibleName(tr("Lock the scale"));
    m_tiles->setAccessibleName(tr("Filters of the first layer"));
    m_tiles->setToolTip(tr("Click a filter to inspect it; arrow keys move, Escape gives it up"));
    m_tiles->setEmptyText(tr("The filters appear as soon as a run is open. Choose a network and data above."));
    showTowers();
}

/// The moment shown has the accent colour: a pressed button alone is hard to tell on a dark ground.
void FiltersPanel::recolour()
{
    for (QToolButton* button : {m_initial, m_now}) {
        QPalette colours = palette();
        if (button->isChecked()) {
            colours.setColor(QPalette::Button, colours.color(QPalette::Highlight));
            colours.setColor(QPalette::ButtonText, colours.color(QPalette::HighlightedText));
        }
        button->setPalette(colours);
    }
}

} // namespace alexscope::gui
