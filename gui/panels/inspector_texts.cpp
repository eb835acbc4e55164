// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector says in words.
#include "gui/look/numbers.h"
#include "gui/panels/inspector_panel.h"
#include "gui/widgets/histogram_view.h"
#include "gui/widgets/label_room.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

namespace alexscope::gui {

QString InspectorPanel::title() const
{
    return tr("Inspector");
}

QString InspectorPanel::subjectName(Subject subject) const
{
    switch (subject) {
    case Subject::Weights:
        break;
    case Subject::Bias:
        return tr("bias");
    case Subject::Gradient:
        return tr("gradient of the weights");
    case Subject::Update:
        return tr("last update of the weights");
    case Subject::Activation:
        return tr("activation, pinned picture");
    case Subject::StepActivation:
        return tr("activation in this step");
    case Subject::StepGradient:
        return tr("gradient of the activation in this step");
    }
    return tr("weights");
}

QString InspectorPanel::explanation() const
{
    QString text =
        tr("<p><b>What you see.</b> The numbers behind the picture: of the layer that is selected, or of the one "
           "unit of it that you clicked. The box above says which: its weights and bias, the gradient of the "
           "loss by the weights, what the last update added, or what the layer answers.</p>");
    switch (m_shown) {
    case Subject::Weights:
    case Subject::Bias:
        text +=
            tr("<p>Filled: now. Outline: at the start; each to its own height.</p>"
               "<p><b>What to look for.</b> While the layer learns, its weights spread: the deviation grows and the "
               "histogram gets longer tails. Values that are not finite mean that training has broken down; a smaller "
               "learning rate helps.</p>"
               "<p>§5: the weights start from N(0, σ); weight decay pulls them back towards 0 at every update.</p>");
        break;
    case Subject::Gradient:
    case Subject::Update:
        text += tr("<p><b>What to look for.</b> The deviation of an update should be near a thousandth of that of the "
                   "weights: much more shakes them, much less leaves them as they are.</p>");
        if (const auto& run = model().run())
            text +=
                tr("<p>§5: v ← %1·v − %2·ε·w − ε·∂L/∂w, then w ← w + v, with ε = %3 now. The update shown is v.</p>")
                    .arg(chosenNumber(run->spec.recipe.momentum), chosenNumber(run->spec.recipe.weightDecay),
                         chosenNumber(model().status().learningRate));
        break;
    case Subject::Activation:
        text +=
            tr("<p>Test mode: the picture goes through the network as it does when the network is tested. Dropout does "
               "not draw, it scales.</p>"
               "<p><b>What to look for.</b> Behind a ReLU a good part is exactly zero (§3.1): only some units answer "
               "to a picture. If all of them are, the layer is dead.</p>");
        break;
    case Subject::StepActivation:
    case Subject::StepGradient:
        text += tr(
            "<p>Training mode: the numbers of the step that is under way, of one picture of its batch, cropped and "
            "coloured as the step has drawn it. Dropout has drawn its mask (§4.2).</p>"
            "<p><b>What to look for.</b> Where a ReLU's output is zero the gradient in front of it is zero too; from "
            "layer to layer backward it should neither vanish nor explode.</p>");
        break;
    }
    return text;
}

QString InspectorPanel::whyNothing() const
{
    const auto& snapshot = model().snapshot();
    if (!model().run() || m_feed.source().isEmpty())
        return tr("The numbers appear as soon as a run is open.");
    if (m_feed.isTooLarge())
        return tr("%1 numbers: too large to fetch (%2 MB, the limit is %3 MB).")
            .arg(count(m_feed.count()), count(m_feed.count() * 4 / 1'000'000),
                 count(static_cast<std::int64_t>(ProbeRequest{}.byteBudget) / 1'000'000));
    if (m_feed.isCrowdedOut())
        return tr("No room beside the other views' tensors. Close one of them.");
    if (const QString why = whyAbsent(m_feed.source(), *model().run(), model().status()); !why.isEmpty())
        return why;
    if (m_shown == Subject::StepActivation)
        return tr("Only while holding inside a step, behind this layer.");
    if (m_shown == Subject::StepGradient)
        return tr("Only inside a step, once backward has reached this layer.");
    if (m_shown == Subject::Activation && snapshot && !snapshot->pinned)
        return tr("No picture is pinned.");
    const bool atStart = snapshot && snapshot->iteration == 0;
    if (m_shown == Subject::Gradient && atStart)
        return tr("No gradient yet: the first backward pass makes it.");
    if (m_shown == Subject::Update && atStart)
        return tr("No update yet: the first iteration makes it.");
    return tr("On its way from the device.");
}

/// Which moment and mode the numbers are of.
QString InspectorPanel::noteOf() const
{
    const QString when = count(m_feed.iteration());
    switch (m_feed.mode()) {
    case TensorMode::TestMode:
        return tr("Test mode: dropout scales. Iteration %1.").arg(when);
    case TensorMode::TrainingMode:
        if (const auto& step = model().snapshot()->stepPicture)
            return tr("Training mode: dropout masks. Picture %1 of %2, iteration %3.")
                .arg(count(step->number + 1), count(step->batch), when);
        return tr("Training mode: dropout masks. Iteration %1.").arg(when);
    case TensorMode::Parameter:
        break;
    }
    if (m_feed.isLarge() && model().status().state == SessionState::Running)
        return tr("Iteration %1. So large a tensor is fetched every %2 seconds.")
            .arg(when, count(TensorFeed::largePaceMilliseconds / 1000));
    return tr("Iteration %1.").arg(when);
}

void InspectorPanel::showNote()
{
    const QString note = m_feed.values() ? noteOf() : whyNothing();
    m_note->setText(note);
    m_note->setToolTip(note);
}

void InspectorPanel::retranslate()
{
    const auto name = [this](LabelRoom* value, const QString& caption) {
        qobject_cast<QLabel*>(m_form->labelForField(value))->setText(caption);
        value->label().setAccessibleName(caption);
    };
    const QString subjects[] = {tr("Weights"),
                                tr("Bias"),
                                tr("Gradient of the weights"),
                                tr("Last update of the weights"),
                                tr("Activation, pinned picture (test mode)"),
                                tr("Activation in this step (training mode)"),
                                tr("Gradient of the activation in this step")};
    for (int i = 0; i < m_subjects->count(); ++i)
        m_subjects->setItemText(i, subjects[i]);
    m_subjects->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_subjects->view()->setMinimumWidth(m_subjects->view()->sizeHintForColumn(0) + 16); // the box may be narrower
    m_subjects->setToolTip(tr("Which numbers of the selected layer or unit are counted"));
    m_subjects->setAccessibleName(tr("What of the layer is inspected"));
    m_heading->setAccessibleName(tr("What is inspected"));
    m_note->setAccessibleName(tr("Moment and mode of these numbers"));
    name(m_shape, tr("Shape"));
    name(m_count, tr("Values"));
    name(m_min, tr("Minimum"));
    name(m_max, tr("Maximum"));
    name(m_mean, tr("Mean"));
    name(m_deviation, tr("Standard deviation"));
    name(m_initialDeviation, tr("… at the start"));
    name(m_zeros, tr("Exactly zero"));
    name(m_nonFinite, tr("Not finite"));
    m_histogram->setNames(model().isPast() ? tr("then") : tr("now"), QString(), subjectName(m_shown));
    m_histogram->setAccessibleName(tr("Histogram of what is inspected"));
}

} // namespace alexscope::gui
