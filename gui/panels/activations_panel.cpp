// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/activations_panel.h"

#include "core/error.h"
#include "gui/look/colours.h"
#include "gui/look/likeliest.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/look/pictures.h"
#include "gui/panels/arithmetic_view.h"
#include "gui/widgets/input_picture_view.h"
#include "gui/widgets/map_legend.h"
#include "gui/widgets/maps_view.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace alexscope::gui {

namespace {

enum Content { Activations, Gradients };
enum Scale { Layer, Tile };

} // namespace

QString ActivationsPanel::title() const
{
    return tr("Activations");
}

QString ActivationsPanel::layerName() const
{
    return m_layer < 0 ? QString()
                       : QString::fromStdString(model().run()->network.layers[static_cast<std::size_t>(m_layer)].name);
}

QString ActivationsPanel::className(int label) const
{
    const auto& run = model().run();
    if (run && label >= 0 && static_cast<std::size_t>(label) < run->data.classNames.size())
        return shownClassName(run->data.classNames[static_cast<std::size_t>(label)]);
    return noValue();
}

Numbers ActivationsPanel::numbers() const
{
    Numbers numbers;
    if (!m_arithmetic->text().isEmpty())
        numbers = m_arithmetic->text().numbers();
    if (const auto maps = shownMaps())
        numbers.tensors.push_back(
            {(layerName() + (showsGradients() ? QStringLiteral(".activation_gradient") : QStringLiteral(".activation")))
                 .toStdString(),
             maps});
    return numbers;
}

void ActivationsPanel::look(ProbeRequest& request) const
{
    if (m_layer < 0)
        return;
    const std::string name = layerName().toStdString();
    request.activations.push_back(name);
    if (m_content->currentIndex() == Gradients)
        request.activationGradients.push_back(name);
    if (m_preferStep) { // for the picture of a step
        request.input = true;
        request.batchPicture = m_batchPicture;
    }
    if (auto wanted = wantedArithmetic())
        request.arithmetic = std::move(wanted);
}

std::optional<ArithmeticRequest> ActivationsPanel::wantedArithmetic() const
{
    if (m_layer < 0 || selection().layer() != layerName() || selection().unit() < 0)
        return std::nullopt;
    const Shape& out = model().run()->geometry[static_cast<std::size_t>(m_layer)].output;
    const QPoint place = out.area() == 1 ? QPoint(0, 0) : selection().position();
    if (place.x() < 0 || place.x() >= out.w || place.y() >= out.h || selection().unit() >= out.c)
        return std::nullopt;
    return ArithmeticRequest{layerName().toStdString(),
                             selection().unit(),
                             place.y(),
                             place.x(),
                             showsStep(),
                             model().run()->otherClasses ? -1 : m_pinned.label()};
}

/// Whether the step under way has gone through the layer without leaving its output behind: in a free run several
/// layers are one kernel.
bool ActivationsPanel::livesInsideKernel() const
{
    const Snapshot& snapshot = *model().snapshot();
    const std::string name = layerName().toStdString();
    const bool done = snapshot.next.kind != PieceKind::Forward || m_layer < snapshot.next.firstLayer;
    return done && snapshot.activations.contains(name) && !snapshot.stepActivations.contains(name);
}

bool ActivationsPanel::showsStep() const
{
    const auto& snapshot = model().snapshot();
    return m_preferStep && m_layer >= 0 && snapshot && snapshot->stepPicture && !livesInsideKernel();
}

bool ActivationsPanel::showsGradients() const
{
    return showsStep() && m_content->currentIndex() == Gradients;
}

/// Of the past the picture itself is recorded: it may be another one than is pinned now.
std::shared_ptr<const Image> ActivationsPanel::shownPicture() const
{
    return model().isPast() ? model().snapshot()->pinned : m_pinned.image();
}

QString ActivationsPanel::pictureName() const
{
    const auto picture = shownPicture();
    if (!picture)
        return noValue();
    return m_pinned.isPicture(picture) ? shownPictureName(m_pinned.name()) : tr("the picture pinned at that time");
}

std::shared_ptr<const HostTensor> ActivationsPanel::shownMaps() const
{
    const auto& snapshot = model().snapshot();
    if (!snapshot || m_layer < 0)
        return nullptr;
    if (!showsStep() && snapshot->pinned != shownPicture())
        return nullptr; // still of the picture before
    const auto& tensors = showsGradients() ? snapshot->stepGradients
                          : showsStep()    ? snapshot->stepActivations
                                           : snapshot->activations;
    const auto found = tensors.find(layerName().toStdString());
    return found == tensors.end() ? nullptr : found->second.values;
}

QRect ActivationsPanel::receptiveField(QPoint position) const
{
    if (m_layer < 0 || position.x() < 0)
        return {};
    const LayerGeometry& geometry = model().run()->geometry[static_cast<std::size_t>(m_layer)];
    const Shape& input = model().run()->network.input;
    const QRect field(geometry.receptiveOffset + position.x() * geometry.receptiveStride,
                      geometry.receptiveOffset + position.y() * geometry.receptiveStride, geometry.receptiveField,
                      geometry.receptiveField);
    const QRect whole(0, 0, static_cast<int>(input.w), static_cast<int>(input.h));
    return geometry.output.area() == 1 && field.contains(whole) ? whole : field;
}

// ---- What happens

void ActivationsPanel::showLayer(int layer)
{
    if (!model().run() || layer < 0 || layer >= static_cast<int>(model().run()->network.layers.size()) ||
        layer == m_layer)
        return;
    m_layer = layer;
    {
        const QSignalBlocker quiet(m_layers);
        m_layers->setCurrentIndex(layer);
    }
    m_previousLayer->setEnabled(layer > 0);
    m_nextLayer->setEnabled(layer + 1 < m_layers->count());
    if (selection().layer() != layerName())
        selection().select(layerName());
    followSelection();
    emit explanationChanged();
}

void ActivationsPanel::runChanged()
{
    m_layer = m_mapsLayer = -1;
    m_batchPicture = 0;
    m_shownPicture = nullptr;
    fillLayers();
    if (const auto& run = model().run()) {
        m_batchBox->setMaximum(std::max(1, static_cast<int>(run->spec.recipe.batch)));
        m_layer = std::max(0, model().firstConvolution());
        const QSignalBlocker quiet(m_layers);
        m_layers->setCurrentIndex(m_layer);
    }
    m_previousLayer->setEnabled(m_layer > 0);
    m_nextLayer->setEnabled(m_layer >= 0 && m_layer + 1 < m_layers->count());
    followSelection();
    emit explanationChanged();
}

void ActivationsPanel::fillLayers()
{
    const QSignalBlocker quiet(m_layers);
    m_layers->clear();
    if (const auto& run = model().run())
        for (const LayerSpec& layer : run->network.layers)
            m_layers->addItem(QString::fromStdString(layer.name));
    m_layers->setEnabled(m_layers->count() > 0);
}

/// The selection is the whole window's: a layer chosen elsewhere is shown here.
void ActivationsPanel::followSelection()
{
    const int wanted = model().run() ? model().run()->network.indexOf(selection().layer().toStdString()) : -1;
    if (wanted >= 0 && wanted != m_layer)
        return showLayer(wanted);
    const bool here = wanted >= 0 && wanted == m_layer;
    m_maps->setChosenUnit(here ? selection().unit() : -1, here ? selection().position() : QPoint(-1, -1));
    m_picture->setField(here ? receptiveField(selection().position()) : QRect());
    emit interestChanged();
    invalidate();
}

void ActivationsPanel::chooseUnit(int channel, QPoint position)
{
    selection().select(layerName(), channel, position);
}

void ActivationsPanel::preferStep(bool step)
{
    m_preferStep = step;
    emit interestChanged();
    invalidate();
}

void ActivationsPanel::pictureChanged()
{
    emit interestChanged();
    invalidate();
}

void ActivationsPanel::describePoint(int channel, QPoint position)
{
    m_pointedChannel = channel;
    m_pointedPosition = position;
    const auto& maps = m_maps->maps();
    if (channel < 0 || !maps || channel >= maps->shape.c || position.x() >= maps->shape.w ||
        position.y() >= maps->shape.h) {
        m_pointed->setText({}); // which, other than clear(), asks for no other layout where it is empty already
        shareFooter();
        const bool here = selection().layer() == layerName();
        m_picture->setField(here ? receptiveField(selection().position()) : QRect());
        return;
    }
    const QString value = number(static_cast<double>(maps->at(0, channel, position.y(), position.x())));
    const QRect field = receptiveField(position);
    m_picture->setField(field);
    m_pointed->setText(maps->shape.area() == 1 ? tr("unit %1: %2").arg(channel).arg(value)
                                               : tr("channel %1 at x %2, y %3: %4 · sees x %5 to %6, y %7 to %8")
                                                     .arg(channel)
                                                     .arg(position.x())
                                                     .arg(position.y())
                                                     .arg(value, count(field.left()), count(field.right()),
                                                          count(field.top()), count(field.bottom())));
    shareFooter();
}

// ---- Bringing the screen up to the model

void ActivationsPanel::refresh()
{
    const bool step = showsStep();
    if (step != m_showedStep) {
        m_showedStep = step;
        emit interestChanged(); // the arithmetic is wanted of the other picture
    }
    const bool stepThere =
        m_layer >= 0 && model().snapshot() && model().snapshot()->stepPicture && !livesInsideKernel();
    m_batchButton->setEnabled(stepThere);
    m_batchBox->setEnabled(step);
    m_content->setEnabled(step);
    (step ? m_batchButton : m_pinnedButton)->setChecked(true);
    const bool hasOthers = step || (!model().isPast() && m_pinned.setSize() > 1);
    m_previousPicture->setEnabled(hasOthers);
    m_nextPicture->setEnabled(hasOthers);
    showMaps();
    if (m_pointedChannel >= 0)
        describePoint(m_pointedChannel, m_pointedPosition); // the value is live
    showPicture();
    showFacts();
    showArithmetic();
}

QString ActivationsPanel::emptyText() const
{
    if (m_layer < 0)
        return tr("Start a run to see what its layers answer to a picture.");
    if (showsGradients())
        return tr("The backward pass of this step has not come to %1 yet. Step on (F7), and its gradients appear.")
            .arg(layerName());
    if (showsStep())
        return tr("This step has not computed %1 yet. Step on (F7), and its maps appear.").arg(layerName());
    if (model().isPast())
        return tr("Of this moment the maps of %1 were not recorded.").arg(layerName());
    if (!m_pinned.image())
        return tr("There is no picture yet. Open a run with pictures, or drop one of your own on the window.");
    return tr("The maps of %1 come with the next look at the device.").arg(layerName());
}

void ActivationsPanel::showMaps()
{
    const auto maps = shownMaps();
    const bool waits =
        !maps && !model().isPast() && !showsStep() && m_pinned.image() && m_maps->maps() && m_mapsLayer == m_layer;
    if (waits)
        return; // the same layer's maps stay until those of the new picture come
    m_mapsLayer = m_layer;
    m_maps->setEmptyText(emptyText());
    try {
        m_maps->setMaps(maps, m_scale->currentIndex() == Tile ? TileScope::Tile : TileScope::Layer);
    } catch (const Error&) { // more than a picture can hold
        m_maps->setEmptyText(tr("The maps of %1 are too many to be shown at once.").arg(layerName()));
        m_maps->setMaps(nullptr, TileScope::Layer);
    }
    const TileSheet& sheet = m_maps->sheet();
    if (sheet.count == 0)
        m_legend->clear();
    else if (sheet.ranges.size() == 1)
        m_legend->setScale(sheet.map, sheet.ranges.front());
    else
        m_legend->setScaleWithoutNumbers(sheet.map);
    const QString dead =
        maps && maps->shape.area() == 1 ? tr("%1 of %2 units are 0") : tr("%1 of %2 maps are dead (all 0)");
    m_dead->setText(maps ? dead.arg(count(m_maps->deadCount()), count(maps->shape.c)) : QString());
}

void ActivationsPanel::showPicture()
{
    const auto& run = model().run();
    const auto& snapshot = model().snapshot();
    QImage image;
    const void* source = nullptr;
    if (showsStep()) {
        source = snapshot->stepPicture->input.get();
        if (source && source != m_shownPicture && run->augmenter)
            image = toQImage(run->augmenter->toDisplay(snapshot->stepPicture->input->values));
    } else if (const auto picture = shownPicture(); run && run->augmenter && picture) {
        source = picture.get();
        if (source != m_shownPicture)
            image = toQImage(run->augmenter->applyForDisplay(*picture, run->augmenter->centreTransform()));
    }
    if (source != m_shownPicture || !source)
        m_picture->setPicture(image);
    m_shownPicture = source;
}

void ActivationsPanel::showFacts()
{
    const auto& snapshot = model().snapshot();
    const bool step = showsStep();
    m_mode->setText(step ? tr("training mode") : tr("test mode"));
    m_mode->setToolTip(step ? tr("A picture of the step's own batch: cropped and mirrored at random, dropout draws")
                            : tr("The pinned picture: centre crop, dropout scales instead of drawing"));
    QPalette pill = palette();
    pill.setColor(QPalette::Window, mixed(step ? okabeIto::orange : okabeIto::skyBlue, palette().color(QPalette::Base),
                                          isDark(palette()) ? 0.5 : 0.35));
    m_mode->setPalette(pill);
    if (step) {
        const StepPicture& picture = *snapshot->stepPicture;
        m_pictureName->setText(tr("picture %1 of %2 in the batch (number %3 of the set)%4")
                                   .arg(picture.number + 1)
                                   .arg(picture.batch)
                                   .arg(count(static_cast<std::int64_t>(picture.index)),
                                        picture.transform.mirrored ? tr(", mirrored") : QString()));
        m_pictureClass->setText(className(picture.label));
    } else {
        m_pictureName->setText(pictureName());
        m_pictureClass->setText(className(m_pinned.isPicture(shownPicture()) ? m_pinned.label() : -1));
    }
    if (m_layer < 0) {
        m_facts->setText(noValue());
        return;
    }
    const LayerGeometry& geometry = model().run()->geometry[static_cast<std::size_t>(m_layer)];
    const QString iteration = snapshot ? count(snapshot->iteration) : noValue();
    m_facts->setText(geometry.output.area() == 1 ? tr("%1 units, iteration %2").arg(count(geometry.output.c), iteration)
                                                 : tr("%1 maps of %2×%3, iteration %4")
                                                       .arg(count(geometry.output.c), count(geometry.output.w),
                                                            count(geometry.output.h), iteration));
}

void ActivationsPanel::showArithmetic()
{
    const auto& snapshot = model().snapshot();
    const auto wanted = wantedArithmetic();
    std::shared_ptr<const Arithmetic> value = snapshot ? snapshot->arithmetic : nullptr;
    if (wanted && value && value->place != *wanted && !m_arithmetic->text().isEmpty())
        return; // the one before stays until the one asked for comes
    if (!wanted || (value && value->place != *wanted))
        value = nullptr;
    m_arithmetic->setEmptyText(
        !wanted ? tr("Click a unit in a map: how its number comes about is written out here.")
        : showsStep() && !value
            ? tr("The operands of %1 are not there in this step: they are still to be computed, or "
                 "live inside a fused kernel. Step layer by layer (F7), or choose the pinned picture.")
                  .arg(layerName())
        : model().isPast() ? tr("How a number came about is not recorded. Back to now (Esc), and it is written out.")
                           : tr("The calculation comes with the next look at the device."));
    RunNames names;
    if (value) {
        const auto& run = *model().run();
        names.classes = shownOutputs(run);
        if (run.network.input.c == 3) {
            names.inputChannels = {tr("red"), tr("green"), tr("blue")};
            if (run.network.preprocessing.order == ChannelOrder::Bgr)
                names.inputChannels.swapItemsAt(0, 2);
        }
        const auto next = static_cast<std::size_t>(m_layer) + 1;
        const bool product = run.network.layers[next - 1].hasParameters();
        if (product && next < run.network.layers.size())
            if (const auto* activation = run.network.layers[next].as<ActivationSpec>()) {
                names.next = activation->kind;
                names.nextLayer = QString::fromStdString(run.network.layers[next].name);
            }
    }
    m_arithmetic->setArithmetic(std::move(value), std::move(names));
}

} // namespace alexscope::gui
