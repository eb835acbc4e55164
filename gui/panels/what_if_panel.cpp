// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/what_if_panel.h"

#include "gui/look/likeliest.h"
#include "gui/look/numbers.h"
#include "gui/look/pictures.h"
#include "gui/widgets/prediction_card.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {

/// Larger tensors are not downloaded just to fill a number box.
constexpr std::int64_t mostWeightsShown = 1'000'000;
constexpr double largestWeight = 1e6;
constexpr int heightForList = 340;

template <typename Widget>
Widget* named(Widget* widget, const char* name)
{
    widget->setObjectName(QString::fromLatin1(name));
    return widget;
}

} // namespace

WhatIfPanel::WhatIfPanel(LiveModel& model, Selection& selection, PinnedPicture& pinned, QWidget* parent)
    : Panel(model, selection, parent), m_pinned(pinned), m_layer(named(new QComboBox(this), "whatIfLayer")),
      m_unit(named(new QSpinBox(this), "whatIfUnit")), m_channel(named(new QSpinBox(this), "whatIfChannel")),
      m_row(named(new QSpinBox(this), "whatIfRow")), m_column(named(new QSpinBox(this), "whatIfColumn")),
      m_layerLabel(new QLabel(this)), m_unitLabel(new QLabel(this)), m_indexLabel(new QLabel(this)),
      m_valueLabel(new QLabel(this)), m_beforeLabel(new QLabel(this)), m_nowLabel(new QLabel(this)),
      m_changesLabel(new QLabel(this)), m_value(named(new QDoubleSpinBox(this), "whatIfValue")),
      m_off(named(new QPushButton(this), "whatIfOff")), m_set(named(new QPushButton(this), "whatIfSet")),
      m_undo(named(new QPushButton(this), "whatIfUndo")), m_backToNow(named(new QPushButton(this), "whatIfBackToNow")),
      m_pastText(named(new QLabel(this), "whatIfPast")), m_past(new QWidget(this)),
      m_before(named(new PredictionCard(this), "whatIfBefore")), m_now(named(new PredictionCard(this), "whatIfNow")),
      m_changes(named(new QListWidget(this), "whatIfChanges"))
{
    m_value->setDecimals(5);
    m_value->setRange(-largestWeight, largestWeight);
    m_value->setSingleStep(0.01);
    m_value->setKeyboardTracking(false);
    layOut();
    connect(m_layer, &QComboBox::activated, this, [this] { this->selection().select(m_layer->currentText(), 0); });
    connect(m_unit, &QSpinBox::valueChanged, this, &WhatIfPanel::chooseUnit);
    for (QSpinBox* index : {m_channel, m_row, m_column})
        connect(index, &QSpinBox::valueChanged, this, &WhatIfPanel::showWeight);
    connect(m_off, &QPushButton::clicked, this,
            [this] { emit switchOffWanted(m_layer->currentText(), m_unit->value()); });
    connect(m_set, &QPushButton::clicked, this, [this] {
        emit weightWanted(m_layer->currentText(), m_unit->value(), weightIndex(), static_cast<float>(m_value->value()));
    });
    connect(m_undo, &QPushButton::clicked, this, &WhatIfPanel::undoWanted);
    connect(m_backToNow, &QPushButton::clicked, this, &WhatIfPanel::nowWanted);
    connect(&selection, &Selection::changed, this, &WhatIfPanel::follow);
    connect(&model, &LiveModel::runChanged, this, [this] {
        m_probabilitiesBefore = nullptr;
        fillLayers();
        invalidate();
        emit interestChanged();
    });
    connect(&model, &LiveModel::snapshotChanged, this, &Panel::invalidate);
    connect(&model, &LiveModel::statusChanged, this, [this, seen = std::vector<WhatIfChange>()]() mutable {
        if (seen != this->model().status().whatIf) {
            seen = this->model().status().whatIf;
            invalidate();
        }
    });
    connect(&pinned, &PinnedPicture::changed, this, [this] {
        m_probabilitiesBefore = nullptr;
        invalidate();
    });
    finishConstruction();
    fillLayers();
}

void WhatIfPanel::layOut()
{
    auto* choice = new QGridLayout;
    choice->setSpacing(8);
    choice->addWidget(m_layerLabel, 0, 0);
    choice->addWidget(m_layer, 0, 1);
    choice->addWidget(m_unitLabel, 0, 2);
    choice->addWidget(m_unit, 0, 3);
    choice->addWidget(m_off, 0, 4);
    auto* index = new QHBoxLayout;
    index->setSpacing(4);
    for (QSpinBox* box : {m_channel, m_row, m_column})
        index->addWidget(box);
    choice->addWidget(m_indexLabel, 1, 0);
    choice->addLayout(index, 1, 1);
    choice->addWidget(m_valueLabel, 1, 2);
    choice->addWidget(m_value, 1, 3);
    choice->addWidget(m_set, 1, 4);
    choice->setColumnStretch(5, 1);
    auto* predictions = new QGridLayout;
    predictions->setSpacing(8);
    predictions->addWidget(m_beforeLabel, 0, 0);
    predictions->addWidget(m_nowLabel, 0, 1);
    predictions->addWidget(m_before, 1, 0);
    predictions->addWidget(m_now, 1, 1);
    auto* head = new QHBoxLayout;
    head->addWidget(m_changesLabel, 1);
    head->addWidget(m_undo);
    auto* history = new QVBoxLayout;
    history->addLayout(head);
    history->addWidget(m_changes);
    m_body = new QBoxLayout(QBoxLayout::TopToBottom);
    m_body->setSpacing(8);
    m_body->addLayout(predictions, 3);
    m_body->addLayout(history, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    auto* past = new QHBoxLayout(m_past);
    past->setContentsMargins(0, 0, 0, 0);
    past->addWidget(m_pastText, 1);
    past->addWidget(m_backToNow);
    m_pastText->setWordWrap(true);
    m_past->hide();
    layout->addLayout(choice);
    layout->addWidget(m_past);
    layout->addLayout(m_body, 1);
}

/// A low panel has the list of changes beside the predictions, which need the height.
void WhatIfPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    m_body->setDirection(height() < heightForList ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QString WhatIfPanel::title() const
{
    return tr("What if");
}

QString WhatIfPanel::explanation() const
{
    return tr(
        "<p><b>What you see.</b> What the network says of the pinned picture without your changes and with them. "
        "Choose a "
        "filter (here, in Filters or in Activations), switch it off or set one of its weights.</p>"
        "<p><b>What to look for.</b> Most single filters hardly matter: dropout (§4.2) taught the network not to rely "
        "on "
        "any of them. Some do; then look at what they answer to. While training goes on, the next points of the curves "
        "show what the change costs, and how soon the others make up for it.</p>"
        "<p>A unit is off when its weights, its bias and their momentum are 0. Behind a ReLU it stays off: where the "
        "output is 0 no gradient comes through. Elsewhere training may bring it back.</p>"
        "<p>Taking a change back restores that unit as it was when you changed it.</p>");
}

void WhatIfPanel::look(ProbeRequest& request) const
{
    if (const auto& run = model().run(); run && !run->network.layers.empty())
        request.activations.push_back(run->network.layers.back().name);
    if (const LayerGeometry* chosen = layer(); chosen && chosen->weights <= mostWeightsShown)
        request.parameters.push_back(weightName());
}

void WhatIfPanel::fillLayers()
{
    const QSignalBlocker quiet(m_layer);
    m_layer->clear();
    if (const auto& run = model().run())
        for (std::size_t i = 0; i < run->network.layers.size(); ++i)
            if (run->geometry[i].weights > 0)
                m_layer->addItem(QString::fromStdString(run->network.layers[i].name), static_cast<int>(i));
    follow();
}

/// Shows the selected layer and unit; a selected layer without weights changes nothing.
void WhatIfPanel::follow()
{
    if (const int found = m_layer->findText(selection().layer()); found >= 0)
        m_layer->setCurrentIndex(found);
    limitIndices();
    if (selection().layer() == m_layer->currentText() && selection().unit() >= 0) {
        const QSignalBlocker quiet(m_unit);
        m_unit->setValue(selection().unit());
    }
    showWeight();
    emit interestChanged();
}

void WhatIfPanel::chooseUnit()
{
    selection().select(m_layer->currentText(), m_unit->value());
    showWeight();
}

const LayerGeometry* WhatIfPanel::layer() const
{
    const auto& run = model().run();
    const QVariant index = m_layer->currentData();
    const auto number = static_cast<std::size_t>(index.toInt());
    return run && index.isValid() && number < run->geometry.size() ? &run->geometry[number] : nullptr;
}

std::string WhatIfPanel::weightName() const
{
    return m_layer->currentText().toStdString() + ".weight";
}

void WhatIfPanel::limitIndices()
{
    const LayerGeometry* chosen = layer();
    const Shape shape = chosen ? chosen->weightShape : Shape{1, 1, 1, 1};
    const auto limit = [](QSpinBox* box, std::int64_t size) {
        const QSignalBlocker quiet(box);
        box->setRange(0, static_cast<int>(std::max<std::int64_t>(size, 1) - 1));
        box->setEnabled(size > 1);
    };
    limit(m_unit, shape.n);
    limit(m_channel, shape.c);
    limit(m_row, shape.h);
    limit(m_column, shape.w);
    m_off->setEnabled(chosen);
    m_set->setEnabled(chosen);
}

std::ptrdiff_t WhatIfPanel::weightIndex() const
{
    const Shape shape = layer()->weightShape;
    return static_cast<std::ptrdiff_t>((m_channel->value() * shape.h + m_row->value()) * shape.w + m_column->value());
}

std::shared_ptr<const HostTensor> WhatIfPanel::weights() const
{
    if (!model().snapshot() || !layer())
        return nullptr;
    const auto found = model().snapshot()->parameters.find(weightName());
    return found == model().snapshot()->parameters.end() ? nullptr : found->second.values;
}

/// The box shows the weight as it is, unless somebody is typing another one into it.
void WhatIfPanel::showWeight()
{
    if (m_value->hasFocus())
        return;
    const auto values = weights();
    if (values && m_unit->value() < values->shape.n)
        m_value->setValue(values->at(m_unit->value(), m_channel->value(), m_row->value(), m_column->value()));
}

const HostTensor* WhatIfPanel::probabilities() const
{
    const auto& run = model().run();
    const auto& snapshot = model().snapshot();
    const bool same = snapshot && (model().isPast() ? m_pinned.isPicture(snapshot->pinned)
                                                    : m_pinned.image() && snapshot->pinned == m_pinned.image());
    if (!run || !same)
        return nullptr;
    const auto found = snapshot->activations.find(run->network.layers.back().name);
    return found == snapshot->activations.end() ? nullptr : found->second.values.get();
}

void WhatIfPanel::refresh()
{
    showWeight();
    showPast();
    showPredictions();
    showChanges();
    const bool now = !model().isPast(); // the past cannot be changed
    m_off->setEnabled(now && layer());
    m_set->setEnabled(now && layer());
    m_undo->setEnabled(now && !model().status().whatIf.empty());
}

/// The past cannot be changed, and what it said of the picture is there only where it was recorded.
void WhatIfPanel::showPast()
{
    const bool past = model().isPast();
    const QString when = count(model().shownIteration());
    m_past->setVisible(past);
    m_beforeLabel->setVisible(!past);
    m_before->setVisible(!past);
    m_nowLabel->setText(past ? tr("At iteration %1").arg(when) : tr("Now"));
    if (past)
        m_pastText->setText(
            probabilities()
                ? tr("This is the past: what the network said at iteration %1. It can be changed only now.").arg(when)
                : tr("This is the past, and what the network said of this picture at iteration %1 was not recorded. It "
                     "can be changed only now.")
                      .arg(when));
}

void WhatIfPanel::showPredictions()
{
    const auto& run = model().run();
    if (!run || !m_pinned.image()) {
        for (PredictionCard* card : {m_before, m_now})
            card->setPicture({}, {});
        return;
    }
    const QImage picture = toQImage(*m_pinned.image());
    const QString label = m_pinned.label() < 0 ? noValue() : shownClass(run->data, m_pinned.label());
    for (PredictionCard* card : {m_before, m_now})
        card->setPicture(picture, label);
    const HostTensor* now = probabilities();
    if (!now)
        return;
    if (model().isPast())
        return m_now->setBars(likeliest(*run, now->values, m_pinned.label()));
    if (model().status().whatIf.empty() || !m_probabilitiesBefore)
        m_probabilitiesBefore = std::make_shared<HostTensor>(*now);
    m_before->setBars(likeliest(*run, m_probabilitiesBefore->values, m_pinned.label()));
    m_now->setBars(likeliest(*run, now->values, m_pinned.label()));
}

QString WhatIfPanel::describe(const WhatIfChange& change) const
{
    const QString layerName = QString::fromStdString(change.layer);
    if (change.weight < 0)
        return tr("%1, unit %2: switched off at iteration %3")
            .arg(layerName)
            .arg(change.unit)
            .arg(count(change.iteration));
    return tr("%1, unit %2: %3 from %4 to %5 at iteration %6")
        .arg(layerName)
        .arg(change.unit)
        .arg(weightText(change), number(change.before), number(change.after), count(change.iteration));
}

/// Which weight of its unit, as the boxes above name it.
QString WhatIfPanel::weightText(const WhatIfChange& change) const
{
    const auto& run = model().run();
    const int layer = run ? run->network.indexOf(change.layer) : -1;
    if (layer < 0)
        return tr("weight %1").arg(change.weight);
    const Shape& shape = run->geometry[static_cast<std::size_t>(layer)].weightShape;
    if (shape.area() == 1)
        return tr("weight of input %1").arg(change.weight);
    return tr("weight of channel %1, row %2, column %3")
        .arg(change.weight / shape.area())
        .arg(change.weight % shape.area() / shape.w)
        .arg(change.weight % shape.w);
}

void WhatIfPanel::showChanges()
{
    const std::vector<WhatIfChange>& changes = model().status().whatIf;
    m_undo->setEnabled(!changes.empty());
    m_changes->clear();
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        m_changes->addItem(describe(*change));
}

Numbers WhatIfPanel::numbers() const
{
    Numbers numbers;
    const HostTensor* now = probabilities();
    if (!now || (!model().isPast() && !m_probabilitiesBefore))
        return numbers;
    if (model().isPast()) {
        numbers.columns = {tr("class"), tr("at iteration %1").arg(count(model().shownIteration()))};
        for (std::size_t i = 0; i < now->values.size(); ++i)
            numbers.rows.push_back({static_cast<double>(i), now->values[i]});
        return numbers;
    }
    numbers.columns = {tr("class"), tr("before"), tr("now")};
    for (std::size_t i = 0; i < now->values.size(); ++i)
        numbers.rows.push_back({static_cast<double>(i), m_probabilitiesBefore->values[i], now->values[i]});
    return numbers;
}

void WhatIfPanel::retranslate()
{
    const QKeySequence off(Qt::CTRL | Qt::Key_D), undo(Qt::CTRL | Qt::Key_Z);
    const auto button = [](QPushButton* one, const QString& text, const QString& what, const QKeySequence& keys) {
        one->setText(text);
        one->setShortcut(keys);
        one->setToolTip(keys.isEmpty() ? what
                                       : QStringLiteral("%1 (%2)").arg(what, keys.toString(QKeySequence::NativeText)));
    };
    const auto named = [](QWidget* control, const QString& name) {
        control->setAccessibleName(name);
        control->setToolTip(name);
    };
    m_layerLabel->setText(tr("Layer"));
    m_unitLabel->setText(tr("Unit"));
    m_indexLabel->setText(tr("Weight"));
    m_valueLabel->setText(tr("Value"));
    m_beforeLabel->setText(tr("Without your changes"));
    m_changesLabel->setText(tr("Changes, the latest first"));
    named(m_layer, tr("The layer to change"));
    named(m_unit, tr("The filter or unit to change"));
    named(m_channel, tr("Input channel of the weight"));
    named(m_row, tr("Row of the weight"));
    named(m_column, tr("Column of the weight"));
    named(m_value, tr("The weight's value"));
    named(m_changes, tr("Changes made by hand"));
    button(m_off, tr("Switch off"), tr("Set the unit's weights and bias to 0"), off);
    button(m_set, tr("Set weight"), tr("Give this weight the value beside"), {});
    button(m_undo, tr("Take back"), tr("Restore the unit changed last"), undo);
    button(m_backToNow, tr("Back to now"), tr("Show the network as it is now, which can be changed"), {});
    m_pastText->setAccessibleName(tr("Which moment is shown"));
    showPast();
}

} // namespace alexscope::gui
