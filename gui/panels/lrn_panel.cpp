// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/lrn_panel.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"
#include "gui/widgets/channel_bars.h"
#include "gui/widgets/eliding_label.h"
#include "gui/widgets/lrn_controls.h"
#include "gui/widgets/response_maps.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace alexscope::gui {

namespace {

/// Maps with more numbers than this are worked on in another thread: a frame has no time for them.
constexpr std::int64_t atOnce = 40'000;

/// Layers that keep channels apart: what is chosen on one side is the same channel on the other.
bool keepsChannels(const LayerSpec& layer)
{
    return layer.as<ActivationSpec>() || layer.as<LrnSpec>() || layer.as<PoolingSpec>() || layer.as<DropoutSpec>();
}

std::shared_ptr<const HostTensor> tensorOf(const std::map<std::string, SnapshotTensor>& tensors,
                                           const std::string& name)
{
    const auto found = tensors.find(name);
    return found == tensors.end() ? nullptr : found->second.values;
}

/// Where the strongest answer of the layer is.
std::pair<int, QPoint> strongest(const HostTensor& tensor)
{
    const auto most = std::max_element(tensor.values.begin(), tensor.values.end());
    const std::int64_t at = most - tensor.values.begin(), area = tensor.shape.area(), w = tensor.shape.w;
    return {static_cast<int>(at / area), QPoint(static_cast<int>(at % area % w), static_cast<int>(at % area / w))};
}

} // namespace

LrnPanel::LrnPanel(LiveModel& model, Selection& selection, PinnedPicture& pinned, QWidget* parent)
    : Panel(model, selection, parent), m_pinned(pinned), m_pages(new QStackedWidget(this)), m_none(new QLabel(this)),
      m_source(new ElidingLabel(this)), m_pointed(new ElidingLabel(this)), m_difference(new ElidingLabel(this)),
      m_formula(new QLabel(this)), m_layerBox(new QComboBox(this)), m_showBox(new QComboBox(this)),
      m_scaleBox(new QComboBox(this)), m_channelBox(new QSpinBox(this)), m_figure(new QWidget(this)),
      m_maps(new ResponseMaps(this)), m_profile(new ChannelBars(this)), m_kept(new ChannelBars(this)),
      m_controls(new LrnControls(this))
{
    build();
    connectAll();
    takeRun();
    finishConstruction();
}

void LrnPanel::connectAll()
{
    connect(m_layerBox, &QComboBox::activated, this, [this](int at) {
        takeLayer(m_layerBox->itemData(at).toInt());
        selection().select(layerName(m_layer), m_channel, m_position);
    });
    connect(m_channelBox, &QSpinBox::valueChanged, this, [this](int channel) { choose(channel, m_position); });
    connect(m_showBox, &QComboBox::currentIndexChanged, this, &Panel::invalidate);
    connect(m_scaleBox, &QComboBox::currentIndexChanged, this, &Panel::invalidate);
    connect(m_maps, &ResponseMaps::picked, this,
            [this](int tile, QPoint pixel) { choose(showsAll() ? tile : m_channel, pixel); });
    connect(m_maps, &ResponseMaps::pointedAt, this, &LrnPanel::describePoint);
    for (ChannelBars* bars : {m_profile, m_kept}) {
        connect(bars, &ChannelBars::channelPicked, this, [this](int channel) {
            choose(channel, m_position);
            m_maps->setFocus(Qt::MouseFocusReason); // the arrow keys go on from here
        });
        connect(bars, &ChannelBars::pointedAt, this,
                [this, bars](int channel) { describeChannel(channel, bars == m_kept); });
    }
    connect(m_controls, &LrnControls::valuesChanged, this, [this] {
        invalidate();
        emit explanationChanged();
    });
    connect(&selection(), &Selection::changed, this, &LrnPanel::takeSelection);
    connect(&m_pinned, &PinnedPicture::changed, this, &Panel::invalidate);
    connect(&model(), &LiveModel::snapshotChanged, this, &Panel::invalidate);
    connect(&model(), &LiveModel::runChanged, this, &LrnPanel::takeRun);
}

void LrnPanel::takeRun()
{
    m_job.cancel(); // of another network, or of other weights
    m_answer.reset();
    const auto& run = model().run();
    const bool same = run && isSameLayer(*run); // a reset: what somebody has chosen and set stays
    m_run = run;
    if (same)
        return invalidate();
    m_layerBox->clear();
    int first = -1;
    for (std::size_t i = 0; run && i < run->network.layers.size(); ++i)
        if (run->network.layers[i].as<LrnSpec>()) {
            m_layerBox->addItem(QString::fromStdString(run->network.layers[i].name), static_cast<int>(i));
            first = first < 0 ? static_cast<int>(i) : first;
        }
    m_layerBox->setVisible(m_layerBox->count() > 1);
    m_layer = -1;
    takeLayer(first);
}

bool LrnPanel::isSameLayer(const RunDescription& run) const
{
    return m_run && m_layer >= 0 && m_run->network.name == run.network.name &&
           m_run->network.layers == run.network.layers && m_run->network.input == run.network.input;
}

void LrnPanel::takeLayer(int layer)
{
    if (layer == m_layer && layer >= 0)
        return;
    m_layer = layer;
    m_controls->setEnabled(layer >= 0);
    m_channelBox->setEnabled(layer >= 0);
    m_channel = -1;
    m_position = {-1, -1};
    m_job.cancel();
    m_answer.reset();
    if (layer >= 0) {
        m_controls->setNetworkValues(spec());
        m_layerBox->setCurrentIndex(m_layerBox->findData(layer));
        const QSignalBlocker quiet(m_channelBox);
        m_channelBox->setRange(0,
                               static_cast<int>(model().run()->geometry[static_cast<std::size_t>(layer)].input.c) - 1);
    }
    invalidate();
    emit interestChanged();
    emit explanationChanged();
}

/// The normalisation whose channels are those of `layer`: behind it, or else before it; −1 without.
int LrnPanel::normalisationNear(int layer) const
{
    const auto& layers = model().run()->network.layers;
    for (std::size_t i = static_cast<std::size_t>(layer); i < layers.size(); ++i) {
        if (layers[i].as<LrnSpec>())
            return static_cast<int>(i);
        if (i > static_cast<std::size_t>(layer) && !keepsChannels(layers[i]))
            break;
    }
    for (int i = layer; i >= 0 && keepsChannels(layers[static_cast<std::size_t>(i)]); --i)
        if (layers[static_cast<std::size_t>(i)].as<LrnSpec>())
            return i;
    return -1;
}

void LrnPanel::takeSelection()
{
    if (!model().run() || m_layer < 0)
        return;
    const int chosen = model().run()->network.indexOf(selection().layer().toStdString());
    const int normalisation = chosen < 0 ? -1 : normalisationNear(chosen);
    if (normalisation < 0)
        return; // nothing of this layer's concern is chosen: keep what is shown
    takeLayer(normalisation);
    const auto& geometry = model().run()->geometry;
    const Shape here = geometry[static_cast<std::size_t>(m_layer)].input,
                there = geometry[static_cast<std::size_t>(chosen)].output;
    if (selection().unit() >= 0 && selection().unit() < here.c)
        m_channel = selection().unit();
    const bool samePlaces = here.h == there.h && here.w == there.w;
    if (samePlaces && QRect(0, 0, static_cast<int>(here.w), static_cast<int>(here.h)).contains(selection().position()))
        m_position = selection().position();
    invalidate();
}

void LrnPanel::choose(int channel, QPoint position)
{
    if (m_layer < 0)
        return;
    const Shape shape = model().run()->geometry[static_cast<std::size_t>(m_layer)].input;
    m_channel = std::clamp(channel, 0, static_cast<int>(shape.c) - 1);
    m_position = {std::clamp(position.x(), 0, static_cast<int>(shape.w) - 1),
                  std::clamp(position.y(), 0, static_cast<int>(shape.h) - 1)};
    invalidate();
    selection().select(layerName(m_layer), m_channel, m_position);
}

QString LrnPanel::layerName(int layer) const
{
    return layer < 0 ? QString()
                     : QString::fromStdString(model().run()->network.layers[static_cast<std::size_t>(layer)].name);
}

QString LrnPanel::inputName() const
{
    return m_layer > 0 ? layerName(m_layer - 1) : tr("input");
}

const LrnSpec& LrnPanel::spec() const
{
    return *model().run()->network.layers[static_cast<std::size_t>(m_layer)].as<LrnSpec>();
}

void LrnPanel::look(ProbeRequest& request) const
{
    if (m_layer < 0)
        return;
    request.activations.push_back(layerName(m_layer).toStdString());
    if (m_layer > 0)
        request.activations.push_back(layerName(m_layer - 1).toStdString());
    else
        request.input = true;
}

/// Inside a step its own tensors, as soon as it has come so far; else those of the pinned picture.
LrnPanel::Source LrnPanel::source() const
{
    const auto& snapshot = model().snapshot();
    if (m_layer < 0 || !snapshot)
        return {};
    const std::string own = layerName(m_layer).toStdString(),
                      before = m_layer > 0 ? layerName(m_layer - 1).toStdString() : std::string();
    if (snapshot->stepPicture) {
        const auto input = m_layer > 0 ? tensorOf(snapshot->stepActivations, before) : snapshot->stepPicture->input;
        if (input)
            return {input, tensorOf(snapshot->stepActivations, own), true};
    }
    return {m_layer > 0 ? tensorOf(snapshot->activations, before) : snapshot->pinnedInput,
            tensorOf(snapshot->activations, own), false};
}

LrnQuestion LrnPanel::question(const Source& source) const
{
    LrnQuestion question;
    question.before = source.before;
    question.device = source.after;
    question.network = spec();
    question.shown = m_controls->values();
    question.channel = showsAll() ? -1 : m_channel;
    question.layerScale = m_scaleBox->currentIndex() == 0;
    return question;
}

/// Nobody has chosen yet: the strongest answer of the layer has the most to show.
void LrnPanel::keepChoiceValid(const HostTensor& before)
{
    const auto [channel, place] = strongest(before);
    if (m_channel < 0)
        m_channel = channel;
    if (m_position.x() < 0)
        m_position = m_channel == channel
                         ? place
                         : QPoint(static_cast<int>(before.shape.w) / 2, static_cast<int>(before.shape.h) / 2);
    m_channel = std::min(m_channel, static_cast<int>(before.shape.c) - 1);
    const QSignalBlocker quiet(m_channelBox);
    m_channelBox->setValue(m_channel);
}

void LrnPanel::refresh()
{
    m_pages->setCurrentIndex(model().run() && m_layer < 0 ? 1 : 0);
    m_scaleBox->setEnabled(!showsAll()); // all of them can only be compared on one scale
    const Source now = source();
    showSource(now);
    if (!now.before) {
        showNothing();
        return;
    }
    keepChoiceValid(*now.before);
    showPlace(now);
    LrnQuestion wanted = question(now);
    if (now.before->shape.count() <= atOnce || !isVisible()) {
        m_job.cancel();
        apply(answerTo(wanted));
        return;
    }
    m_job.start([this, wanted = std::move(wanted)] {
        auto answer = std::make_shared<LrnAnswer>(answerTo(wanted));
        return [this, answer] { apply(std::move(*answer)); };
    });
}

QWidget& LrnPanel::figure()
{
    if (const Source now = source(); now.before && m_job.isBusy()) { // what is exported is what is chosen
        m_job.cancel();
        apply(answerTo(question(now)));
    }
    return *m_figure;
}

bool LrnPanel::showsAll() const
{
    return m_showBox->currentIndex() == 1;
}

bool LrnPanel::precisionIsRounded() const
{
    return model().status().precision == "bf16";
}

void LrnPanel::step(int channels)
{
    if (m_channel >= 0)
        choose(m_channel + channels, m_position);
}

void LrnPanel::move(QPoint by)
{
    if (m_channel >= 0)
        choose(m_channel, m_position + by);
}

void LrnPanel::keyPressEvent(QKeyEvent* event)
{
    const bool moves = event->modifiers() & Qt::ShiftModifier;
    const int row = showsAll() && m_answer ? m_answer->before.columns : 10;
    switch (event->key()) {
    case Qt::Key_Left:
        return moves ? move({-1, 0}) : step(-1);
    case Qt::Key_Right:
        return moves ? move({1, 0}) : step(1);
    case Qt::Key_Up:
        return moves ? move({0, -1}) : step(-row);
    case Qt::Key_Down:
        return moves ? move({0, 1}) : step(row);
    case Qt::Key_Home:
        return choose(0, m_position);
    case Qt::Key_End:
        return choose(std::numeric_limits<int>::max(), m_position);
    case Qt::Key_A:
        return m_showBox->setCurrentIndex(showsAll() ? 0 : 1);
    case Qt::Key_R:
        return m_controls->restore();
    default:
        Panel::keyPressEvent(event);
    }
}

} // namespace alexscope::gui
