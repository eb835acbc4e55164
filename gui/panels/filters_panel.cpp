// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/filters_panel.h"

#include "core/error.h"
#include "gui/look/engine_sentences.h"
#include "gui/look/numbers.h"
#include "gui/panels/filter_detail.h"
#include "gui/widgets/colour_legend.h"
#include "gui/widgets/eliding_label.h"
#include "gui/widgets/label_room.h"
#include "gui/widgets/tile_view.h"

#include <QLabel>
#include <QResizeEvent>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr int leastWidthForBoth = 620;

TensorKind kindOf(FilterContent content)
{
    return content == FilterContent::Weights    ? TensorKind::Parameter
           : content == FilterContent::Gradient ? TensorKind::Gradient
                                                : TensorKind::Update;
}

bool hasTwoTowers(const NetworkSpec& network)
{
    return std::any_of(network.layers.begin(), network.layers.end(), [](const LayerSpec& layer) {
        const auto* convolution = layer.as<ConvolutionSpec>();
        return convolution && convolution->groups == 2;
    });
}

} // namespace

FiltersPanel::FiltersPanel(LiveModel& model, Selection& selection, QWidget* parent)
    : Panel(model, selection, parent), m_header(new FiltersHeader(this)), m_figure(new QWidget(this)),
      m_splitter(new QSplitter(Qt::Horizontal, m_figure)), m_tiles(new TileView(m_splitter)),
      m_detail(new FilterDetail(m_splitter)), m_legend(new ColourLegend(m_figure)),
      m_pointed(new ElidingLabel(m_figure)), m_values(model), m_bias(model), m_response(model)
{
    m_pointed->setObjectName(QStringLiteral("filterUnderMouse"));
    m_tiles->setObjectName(QStringLiteral("filterTiles"));
    m_legend->setObjectName(QStringLiteral("filterLegend"));
    m_detail->setObjectName(QStringLiteral("filterDetail"));
    m_pointed->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_splitter->setChildrenCollapsible(false);
    m_detail->hide();
    auto* footer = new QHBoxLayout;
    footer->setContentsMargins(8, 4, 8, 4);
    footer->addWidget(m_legend);
    footer->addWidget(new LabelRoom(m_pointed, m_figure), 1);
    auto* figure = new QVBoxLayout(m_figure);
    figure->setContentsMargins(0, 0, 0, 0);
    figure->setSpacing(0);
    figure->addWidget(m_splitter, 1);
    figure->addLayout(footer);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_figure, 1);
    connectHeader();
    connectModel();
    createShortcuts();
    takeRun();
    finishConstruction();
}

void FiltersPanel::connectHeader()
{
    connect(m_header, &FiltersHeader::layerChosen, this, [this](int index) {
        const auto layer = static_cast<std::size_t>(m_layers[static_cast<std::size_t>(index)]);
        selection().select(QString::fromStdString(model().run()->network.layers[layer].name));
    });
    connect(m_header, &FiltersHeader::contentChanged, this, [this] {
        m_header->unlock();
        watchTensors();
        invalidate();
        emit explanationChanged();
    });
    connect(m_header, &FiltersHeader::scaleChanged, this, &Panel::invalidate);
    connect(m_header, &FiltersHeader::momentChanged, this, &Panel::invalidate);
    connect(m_header, &FiltersHeader::pageChanged, this, &Panel::invalidate);
    connect(m_header, &FiltersHeader::lockChanged, this, [this](bool locked) {
        m_lockedLimit = locked ? m_limit : 0;
        invalidate();
    });
    connect(m_header, &FiltersHeader::channelChosen, this, [this](int channel) {
        m_channel = channel;
        invalidate();
    });
    connect(m_header, &FiltersHeader::backWanted, this, [this] { selection().select(layerName()); });
}

void FiltersPanel::connectModel()
{
    connect(m_tiles, &TileView::pointedAt, this, [this](int tile, QPoint pixel) {
        m_pointedTile = tile;
        m_pointedPixel = pixel;
        describePoint();
    });
    connect(m_tiles, &TileView::chosenChanged, this, &FiltersPanel::chooseTile);
    connect(m_detail, &FilterDetail::pointed, this, &FiltersPanel::say);
    connect(m_detail, &FilterDetail::neighbourWanted, this, [this](int step) {
        if (const int next = m_filter + step; next >= 0 && next < m_layout.filters)
            selection().select(layerName(), next);
    });
    connect(&selection(), &Selection::changed, this, &FiltersPanel::follow);
    connect(&model(), &LiveModel::runChanged, this, &FiltersPanel::takeRun);
    connect(&model(), &LiveModel::snapshotChanged, this, &Panel::invalidate);
    connect(&model(), &LiveModel::statusChanged, this, [this, rate = 0.0]() mutable {
        if (std::exchange(rate, model().status().learningRate) != rate)
            emit explanationChanged(); // which quotes it
    });
    connect(&model().initial(), &InitialWeights::arrived, this, &Panel::invalidate);
    for (TensorFeed* feed : {&m_values, &m_bias, &m_response})
        connect(feed, &TensorFeed::interestChanged, this, &Panel::interestChanged);
    connect(this, &Panel::sightChanged, this, [this] {
        for (TensorFeed* feed : {&m_values, &m_bias, &m_response})
            feed->setActive(inSight());
    });
}

void FiltersPanel::createShortcuts()
{
    const auto add = [this](QKeySequence keys, auto slot) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
        connect(shortcut, &QShortcut::activatedAmbiguously, this,
                slot); // the panel worked in is nearer than the window
        return shortcut;
    };
    add(Qt::Key_PageUp, [this] { m_header->previousPage(); });
    add(Qt::Key_PageDown, [this] { m_header->nextPage(); });
    m_back = add(Qt::Key_Escape, [this] { selection().select(layerName()); });
    m_back->setEnabled(false);
}

QString FiltersPanel::layerName() const
{
    return m_layout.isEmpty() || !model().run()
               ? QString()
               : QString::fromStdString(model().run()->network.layers[static_cast<std::size_t>(m_layout.layer)].name);
}

// ---- What is shown

void FiltersPanel::takeRun()
{
    m_layers.clear();
    m_layout = {};
    m_pictured = nullptr; // another network may cut it out otherwise
    m_picture = {};
    QStringList names, descriptions;
    if (const auto& run = model().run())
        for (std::size_t i = 0; i < run->network.layers.size(); ++i)
            if (run->network.layers[i].hasParameters()) {
                m_layers.push_back(static_cast<int>(i));
                names.append(QString::fromStdString(run->network.layers[i].name));
                descriptions.append(QString::fromStdString(toText(run->geometry[i].weightShape)));
            }
    m_header->setLayers(names, descriptions);
    m_header->unlock();
    m_header->setMoment(1);
    follow();
    emit interestChanged();
    emit explanationChanged();
}

/// Brings the view to what is selected now.
void FiltersPanel::follow()
{
    const auto& run = model().run();
    const std::string chosen = selection().layer().toStdString();
    const int layer = run ? weightLayerFor(*run, chosen) : -1;
    if (layer != m_layout.layer) {
        m_layout = run ? layoutOf(*run, layer) : FilterLayout{};
        m_channel = 0;
        m_header->unlock();
        m_header->setLayer(static_cast<int>(std::find(m_layers.begin(), m_layers.end(), layer) - m_layers.begin()));
        m_header->setPages(0, m_layout.usualPage(), m_layout.isEmpty() ? 0 : static_cast<int>(m_layout.filters),
                           m_layout.largestPage());
        emit explanationChanged();
    }
    const bool belongs = run && !m_layout.isEmpty() && run->network.indexOf(chosen) >= layer;
    const int filter = belongs && selection().unit() < m_layout.filters ? selection().unit() : -1;
    if (filter >= 0 && (filter < m_header->first() || filter >= m_header->first() + m_header->page()))
        m_header->turnToPageOf(filter);
    m_filter = filter;
    showLarge(filter >= 0);
    watchTensors();
    m_sinceDetail.invalidate();
    invalidate();
}

void FiltersPanel::watchTensors()
{
    if (m_layout.isEmpty()) {
        for (TensorFeed* feed : {&m_values, &m_bias, &m_response})
            feed->watch({});
        return;
    }
    m_values.watch({kindOf(m_header->content()), m_layout.parameter});
    const auto& layers = model().run()->network.layers;
    const auto nameOf = [&](int layer) { return layers[static_cast<std::size_t>(layer)].name; };
    const bool large = m_filter >= 0;
    m_bias.watch(large ? TensorSource{TensorKind::Parameter, nameOf(m_layout.layer) + ".bias"} : TensorSource{});
    m_response.watch(large
                         ? TensorSource{TensorKind::Activation, nameOf(responseLayerOf(*model().run(), m_layout.layer))}
                         : TensorSource{});
}

void FiltersPanel::look(ProbeRequest& request) const
{
    for (const TensorFeed* feed : {&m_values, &m_bias, &m_response})
        feed->look(request);
}

void FiltersPanel::showLarge(bool large)
{
    m_header->setLarge(large);
    m_header->setChannel(m_channel, large ? m_layout.tilesPerFilter() : 1);
    m_back->setEnabled(large);
    if (large == m_detail->isVisibleTo(m_splitter))
        return;
    m_detail->setVisible(large);
    makeRoom();
    if (large)
        m_splitter->setSizes({m_splitter->width() * 3 / 10, m_splitter->width() * 7 / 10});
    else
        m_tiles->setFocus();
}

/// A narrow panel shows the tiles or the filter, not both.
void FiltersPanel::makeRoom()
{
    const bool large = m_detail->isVisibleTo(m_splitter);
    const bool tiles = !large || width() >= leastWidthForBoth;
    if (!tiles && m_tiles->hasFocus())
        m_detail->setFocus();
    m_tiles->setVisible(tiles);
}

void FiltersPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    makeRoom();
}

void FiltersPanel::chooseTile(int tile)
{
    if (tile < 0)
        return selection().select(layerName());
    m_channel = tile % m_layout.tilesPerFilter();
    selection().select(layerName(), m_header->first() + tile / m_layout.tilesPerFilter());
    m_header->setChannel(m_channel, m_filter >= 0 ? m_layout.tilesPerFilter() : 1);
    m_sinceDetail.invalidate();
    invalidate(); // another channel of the same filter is no other selection
}

int FiltersPanel::tileOfFilter() const
{
    const int row = m_filter - m_header->first();
    const bool onPage = m_filter >= 0 && row >= 0 && row < m_header->page();
    return onPage ? row * m_layout.tilesPerFilter() + (m_layout.tilesPerFilter() > 1 ? m_channel : 0) : -1;
}

void FiltersPanel::showInitial(bool initial)
{
    m_header->setMoment(initial ? 0 : 1);
}

bool FiltersPanel::showsInitial() const
{
    return m_header->moment() <= 0;
}

std::shared_ptr<const HostTensor> FiltersPanel::initialValues() const
{
    return m_header->content() == FilterContent::Weights ? model().initial().of(m_layout.parameter) : nullptr;
}

Moments FiltersPanel::moments() const
{
    return {m_values.values(), initialValues(), m_header->moment()};
}

/// One scale for both ends of the slider, so that growth shows while it moves.
double FiltersPanel::layerReach()
{
    const auto reachOnce = [](Reach& kept, const std::shared_ptr<const HostTensor>& tensor) {
        if (kept.of != tensor)
            kept = {tensor, tensor ? reachOf(*tensor) : 0};
        return kept.reach;
    };
    const double reach = std::max(reachOnce(m_reachNow, m_values.values()), reachOnce(m_reachBefore, initialValues()));
    return reach > 0 ? reach : 1;
}

// ---- Refreshing

void FiltersPanel::refresh()
{
    m_header->setPast(model().isPast());
    m_header->setMomentEnabled(!m_layout.isEmpty() && initialValues() != nullptr);
    showCaption();
    if (!m_values.values() || m_layout.isEmpty())
        return showEmpty(emptyText());
    showTiles();
    showDetail();
    if (m_pointedTile >= 0)
        describePoint();
}

void FiltersPanel::showEmpty(const QString& why)
{
    m_tiles->setEmptyText(why);
    m_tiles->setSheet({});
    m_legend->setLimit(0);
    m_limit = 0;
    m_detail->setVisible(false);
    makeRoom();
    say({});
}

void FiltersPanel::showTiles()
{
    const std::int64_t first = m_header->first();
    const std::int64_t shown = std::min<std::int64_t>(m_header->page(), m_layout.filters - first);
    m_limit = m_lockedLimit > 0 ? m_lockedLimit : layerReach();
    TileOptions options;
    options.columns = m_layout.columns(static_cast<int>(shown), m_filter >= 0);
    options.order = model().run()->network.preprocessing.order;
    if (m_header->scale() == FiltersHeader::Scale::Tile)
        options.scope = TileScope::Tile;
    else
        options.locked = ValueRange{-m_limit, m_limit};
    try {
        TileSheet sheet = tileFilters(filterPage(m_layout, moments(), first, shown), options);
        m_legend->setLimit(sheet.ranges.size() == 1 ? sheet.ranges.front().high : 0);
        m_tiles->setSheet(std::move(sheet));
    } catch (const Error& error) {
        return showEmpty(shownSentence(error.what()));
    }
    showBands(static_cast<int>(shown));
    m_tiles->setChosen(tileOfFilter());
    if (m_pointedTile < 0 && !m_pointed->property("detail").toBool())
        describePoint();
}

void FiltersPanel::showBands(int filtersShown)
{
    std::vector<TileBand> bands;
    const int columns = m_tiles->sheet().columns, tiles = m_layout.tilesPerFilter();
    if (tiles > 1) {
        const int rows = tiles / columns;
        for (int i = 0; i < filtersShown; ++i)
            bands.push_back({i * rows, (i + 1) * rows - 1, count(m_header->first() + i), true});
    } else if (m_layout.layer == model().firstConvolution() && hasTwoTowers(model().run()->network)) {
        const int rows = filtersShown / columns;
        if (filtersShown == m_layout.filters && rows >= 2 && filtersShown % (2 * columns) == 0)
            bands = {{0, rows / 2 - 1, tr("tower 1")}, {rows / 2, rows - 1, tr("tower 2")}};
    }
    m_tiles->setBands(std::move(bands));
}

void FiltersPanel::recolour()
{
    m_header->recolour();
    m_detail->recolour();
}

} // namespace alexscope::gui
