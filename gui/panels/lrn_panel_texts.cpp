// SPDX-License-Identifier: GPL-3.0-or-later
// What the LRN view looks like and says: its widgets, words and numbers.
#include "gui/panels/lrn_panel.h"

#include "gui/look/colours.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/panels/lrn_formula.h"
#include "gui/widgets/channel_bars.h"
#include "gui/widgets/lrn_controls.h"
#include "gui/widgets/response_maps.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>
#include <limits>

namespace alexscope::gui {

namespace {

/// A lower panel has its charts side by side.
constexpr int heightForCharts = 400;

QString place(QPoint position)
{
    return QStringLiteral("(%1, %2)").arg(position.x()).arg(position.y());
}

} // namespace

void LrnPanel::build()
{
    m_layerBox->setObjectName(QStringLiteral("lrnLayer"));
    m_channelBox->setObjectName(QStringLiteral("lrnChannel"));
    m_showBox->setObjectName(QStringLiteral("lrnShow"));
    m_scaleBox->setObjectName(QStringLiteral("lrnScale"));
    m_source->setObjectName(QStringLiteral("lrnSource"));
    m_pointed->setObjectName(QStringLiteral("lrnUnderMouse"));
    m_difference->setObjectName(QStringLiteral("lrnDifference"));
    m_formula->setObjectName(QStringLiteral("lrnFormula"));
    m_none->setObjectName(QStringLiteral("lrnNone"));
    m_maps->setObjectName(QStringLiteral("lrnMaps"));
    m_profile->setObjectName(QStringLiteral("lrnProfile"));
    m_kept->setObjectName(QStringLiteral("lrnKept"));
    m_showBox->addItems({QString(), QString()});
    m_scaleBox->addItems({QString(), QString()});
    m_scaleBox->setCurrentIndex(1);
    m_pointed->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setMargin(32);
    m_formula->setWordWrap(true);
    m_formula->setTextFormat(Qt::RichText);
    m_formula->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_formula->setMargin(6);
    m_formula->setAutoFillBackground(true);
    m_formula->setBackgroundRole(QPalette::Base);
    m_formula->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 4, 8, 4);
    header->setSpacing(8);
    for (QWidget* widget : {static_cast<QWidget*>(m_layerBox), static_cast<QWidget*>(m_channelBox),
                            static_cast<QWidget*>(m_showBox), static_cast<QWidget*>(m_scaleBox)})
        header->addWidget(widget);
    header->addWidget(m_source, 1);
    m_charts = new QBoxLayout(QBoxLayout::LeftToRight);
    m_charts->setSpacing(1);
    m_charts->addWidget(m_profile, 3);
    m_charts->addWidget(m_kept, 2);
    m_views = new QBoxLayout(QBoxLayout::TopToBottom);
    m_views->setSpacing(1);
    m_views->addWidget(m_maps, 5);
    m_views->addLayout(m_charts, 3);
    auto* figure = new QVBoxLayout(m_figure);
    figure->setContentsMargins(0, 0, 0, 0);
    figure->setSpacing(1);
    figure->addLayout(m_views, 1);
    figure->addWidget(m_formula);
    auto* footer = new QHBoxLayout;
    footer->setContentsMargins(8, 2, 8, 0);
    footer->addWidget(m_difference, 1);
    footer->addWidget(m_pointed, 1);

    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_figure, 1);
    layout->addLayout(footer);
    layout->addWidget(m_controls);
    m_pages->addWidget(page);
    m_pages->addWidget(m_none);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
}

/// A wide place has the charts beside the maps. Heights follow from the panel's size alone, never from the numbers.
void LrnPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    const bool wide = width() > 1.5 * height();
    m_views->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const bool low = height() < heightForCharts; // then they stand side by side, or their scales would have no room
    m_charts->setDirection(wide && !low ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_views->setStretch(0, wide && low ? 1 : 5);
    m_views->setStretch(1, wide && low ? 1 : 3);
    const int lines = width() >= 1000 ? 2 : width() >= 640 ? 3 : 4;
    m_formula->setFixedHeight(lines * (fontMetrics().height() + 3) + 12);
}

QString LrnPanel::title() const
{
    return tr("LRN");
}

QString LrnPanel::constants() const
{
    const LrnSpec& shown = m_controls->values();
    return tr("k = %1, n = %2, α = %3 (%4), β = %5")
        .arg(chosenNumber(shown.k), count(shown.n), chosenNumber(shown.alpha),
             shown.convention == AlphaConvention::Paper ? tr("as printed") : tr("divided by n"),
             chosenNumber(shown.beta));
}

QString LrnPanel::explanation() const
{
    QString text;
    if (m_layer >= 0) {
        text = tr("<p><b>What you see.</b> The maps of %1 before and after %2, on one scale, and what is left of each "
                  "number: after ÷ before. Below, all channels at the place you chose: the input, and over it the "
                  "output. The shaded channels are the ones whose squares suppress the chosen one.</p>")
                   .arg(inputName(), layerName(m_layer));
        const LrnSpec& own = m_controls->networkValues();
        const QString scale = own.convention == AlphaConvention::Paper ? QStringLiteral("α") : QStringLiteral("α/n");
        text += tr("<p>b = a / (k + %1 · Σ a²)<sup>β</sup>, summed over n = %2 channels; here k = %3, α = %4, β = %5. "
                   "A channel among silent neighbours keeps k<sup>−β</sup> = %6 of itself.</p>")
                    .arg(scale, count(own.n), chosenNumber(own.k), chosenNumber(own.alpha), chosenNumber(own.beta),
                         number(unsuppressed(own)));
        if (own.groups > 1)
            text += tr("<p>The channels are split into %1 groups (dotted lines); no window reaches across.</p>")
                        .arg(count(own.groups));
    } else if (model().run()) {
        text = tr("<p>This network has no local response normalisation, so there is nothing to see here.</p>");
    }
    text +=
        tr("<p><b>What to look for.</b> A strong answer dims its neighbours: channels compete at every place of the "
           "picture, like neurons that inhibit each other. Move the sliders: with small activations the sum hardly "
           "counts against k and everything is scaled alike; with a larger α the peaks stand alone.</p>"
           "<p>The sliders change this view only, never the network or its training.</p>"
           "<p>§3.3: it lowered the top-1 error by 1.4 % and the top-5 error by 1.2 %. The paper multiplies the sum "
           "by α; its own code, Caffe, cuDNN and PyTorch by α/n, which is n times less.</p>");
    return text;
}

QString LrnPanel::caption() const
{
    if (m_layer < 0)
        return Panel::caption();
    return tr("%1; %2, channel %3 at %4, %5")
        .arg(Panel::caption(), layerName(m_layer), QString::number(m_channel), place(m_position), constants());
}

Numbers LrnPanel::numbers() const
{
    Numbers numbers;
    if (!m_answer || !m_terms)
        return numbers;
    const LrnQuestion& question = m_answer->question;
    numbers.columns = {tr("channel"), tr("before"), tr("after"), tr("after / before"), tr("mean after / before")};
    for (std::size_t c = 0; c < m_answer->kept.size(); ++c) {
        const auto channel = static_cast<std::int64_t>(c);
        const auto at = [&](const HostTensor* tensor) {
            return tensor ? static_cast<double>(tensor->at(0, channel, m_position.y(), m_position.x()))
                          : std::numeric_limits<double>::quiet_NaN();
        };
        numbers.rows.push_back({static_cast<double>(channel), at(question.before.get()), at(m_answer->shownAfter.get()),
                                at(m_answer->shownAfter ? m_answer->factors.get() : nullptr),
                                m_answer->shownAfter ? m_answer->kept[c] : std::numeric_limits<double>::quiet_NaN()});
    }
    const std::string name = layerName(m_layer).toStdString();
    numbers.tensors.push_back({name + ".before", question.before});
    if (m_answer->shownAfter) {
        numbers.tensors.push_back({name + ".after", m_answer->shownAfter});
        numbers.tensors.push_back({name + ".ratio", m_answer->factors});
    }
    return numbers;
}

void LrnPanel::showNothing()
{
    m_answer.reset();
    m_terms.reset();
    m_column.clear();
    for (int pane = 0; pane < ResponseMaps::panes; ++pane)
        m_maps->setPane(
            pane,
            {{}, {}, pane == 1 ? tr("The maps appear as soon as a run is open and a picture pinned.") : QString()});
    m_profile->setSeries({});
    m_kept->setSeries({});
    m_kept->setEmptyText(tr("How much is left of each channel"));
    m_formula->setText(QString());
    m_difference->setText(QString());
}

void LrnPanel::showSource(const Source& source)
{
    const auto& snapshot = model().snapshot();
    if (!snapshot || !source.before) {
        m_source->setText(
            snapshot && snapshot->overBudget
                ? tr("These maps are too large to be looked at beside everything else; close other views.")
                : noValue());
    } else if (source.ofStep) {
        m_source->setText(tr("Picture %1 of %2 of this step's batch, training mode, iteration %3")
                              .arg(snapshot->stepPicture->number + 1)
                              .arg(snapshot->stepPicture->batch)
                              .arg(count(snapshot->iteration)));
    } else {
        m_source->setText(tr("Pinned picture %1, test mode, iteration %2")
                              .arg(m_pinned.isPicture(snapshot->pinned) ? shownPictureName(m_pinned.name()) : noValue(),
                                   count(snapshot->iteration)));
    }
    m_source->setToolTip(m_source->text());
}

/// Profile and formula: a handful of numbers, at once whatever the size of the layer.
void LrnPanel::showPlace(const Source& source)
{
    const HostTensor& before = *source.before;
    const LrnSpec& shown = m_controls->values();
    m_column = channelColumn(before, m_position.y(), m_position.x());
    m_terms = responseTerms(m_column, shown, m_channel);
    const bool own = shown == spec();
    m_deviceValue = source.after ? static_cast<double>(source.after->at(0, m_channel, m_position.y(), m_position.x()))
                                 : std::numeric_limits<double>::quiet_NaN();
    ChannelSeries input{tr("before"), okabeIto::skyBlue, {}}, output{tr("after"), okabeIto::orange, {}};
    constexpr double absent = std::numeric_limits<double>::quiet_NaN(); // the step has not come to it yet
    for (std::int64_t channel = 0; channel < std::ssize(m_column); ++channel) {
        input.values.push_back(static_cast<double>(m_column[static_cast<std::size_t>(channel)]));
        output.values.push_back(!own ? responseTerms(m_column, shown, channel).b
                                : source.after
                                    ? static_cast<double>(source.after->at(0, channel, m_position.y(), m_position.x()))
                                    : absent);
    }
    m_profile->setHeading(tr("All channels at %1").arg(place(m_position)));
    m_profile->setSeries({std::move(input), std::move(output)});
    m_profile->setChosen(m_channel);
    m_profile->setGroups(shown.groups);
    m_profile->setWindow(static_cast<int>(m_terms->window.begin), static_cast<int>(m_terms->window.end),
                         QStringLiteral("n = %1").arg(shown.n));
    m_profile->setAccessibleDescription(
        tr("Channel %1: %2 before, %3 after")
            .arg(QString::number(m_channel), number(m_terms->a), number(own && !source.after ? absent : m_terms->b)));
    m_kept->setChosen(m_channel);
    m_formula->setText(formula());
}

QString LrnPanel::formula() const
{
    if (!m_terms)
        return {};
    const LrnSpec& shown = m_controls->values();
    QString text = writtenOut(*m_terms, m_column, shown, m_channel);
    text += QStringLiteral(". ") + tr("%1 of a is left.").arg(percent(m_terms->factor));
    if (shown == spec() && precisionIsRounded() && std::isfinite(m_deviceValue))
        text += QLatin1Char(' ') + tr("The device computes in bf16 and has %1.").arg(number(m_deviceValue));
    if (shown == spec() && !std::isfinite(m_deviceValue))
        text += QLatin1Char(' ') + tr("This step has not computed %1 yet.").arg(layerName(m_layer));
    if (!(shown == spec()) && std::isfinite(m_deviceValue))
        text += QLatin1Char(' ') + tr("The network itself has %1.").arg(number(m_deviceValue));
    return text;
}

void LrnPanel::apply(LrnAnswer answer)
{
    const bool own = answer.question.ownConstants();
    const QString after = own ? tr("after: %1").arg(layerName(m_layer)) : tr("after, with these constants");
    const QString later = tr("This step has not computed %1 yet.").arg(layerName(m_layer));
    m_maps->setPane(0, {answer.before, tr("before: %1").arg(inputName()), {}});
    m_maps->setPane(1, {answer.after, after, later});
    const bool there = answer.shownAfter != nullptr; // a ratio to what is not there yet would be made up
    m_maps->setPane(2, {there ? answer.ratio : TileSheet{}, tr("after ÷ before"), later});
    m_maps->setLegends(answer.question.layerScale || answer.question.channel < 0 ? tr("scale of the layer")
                                                                                 : tr("scale of the channel"),
                       QString());
    m_maps->setMark(answer.question.channel < 0 ? m_channel : 0, m_position);
    m_maps->setAccessibleDescription(m_profile->accessibleDescription() + QStringLiteral(" ") + place(m_position));
    const double most = unsuppressed(answer.question.shown);
    m_kept->setSeries(there ? std::vector<ChannelSeries>{{tr("mean of after ÷ before"), okabeIto::green, answer.kept}}
                            : std::vector<ChannelSeries>{});
    m_kept->setEmptyText(there ? tr("How much is left of each channel") : later);
    m_kept->setHeading(tr("Mean of after ÷ before; silent neighbours leave k⁻ᵝ = %1").arg(number(most)));
    m_kept->setGroups(answer.question.shown.groups);
    m_kept->setBaseline(most);
    if (!own)
        m_difference->setText(tr("Your constants: %1").arg(constants()));
    else if (std::isfinite(answer.difference))
        m_difference->setText(tr("Formula against device: largest difference %1 of the largest activation")
                                  .arg(number(answer.difference)));
    else
        m_difference->setText(QString());
    m_difference->setToolTip(m_difference->text());
    m_answer = std::move(answer);
}

void LrnPanel::describePoint(int pane, int tile, QPoint pixel)
{
    const int channel = m_answer && m_answer->question.channel >= 0 ? m_answer->question.channel : tile;
    if (tile < 0 || pane < 0 || !m_answer || channel < 0 || channel >= m_answer->question.before->shape.c) {
        m_pointed->setText({});
        return;
    }
    const auto value = [&](const HostTensor* tensor) {
        return tensor ? number(static_cast<double>(tensor->at(0, channel, pixel.y(), pixel.x()))) : noValue();
    };
    m_pointed->setText(tr("channel %1 at %2: before %3, after %4, ratio %5")
                           .arg(QString::number(channel), place(pixel), value(m_answer->question.before.get()),
                                value(m_answer->shownAfter.get()),
                                value(m_answer->shownAfter ? m_answer->factors.get() : nullptr)));
}

void LrnPanel::describeChannel(int channel, bool kept)
{
    if (channel < 0 || !m_answer || channel >= std::ssize(m_answer->kept) || channel >= m_profile->channels()) {
        m_pointed->setText({});
        return;
    }
    const auto at = static_cast<std::size_t>(channel);
    if (kept)
        m_pointed->setText(std::isfinite(m_answer->kept[at])
                               ? tr("channel %1: %2 left on average").arg(channel).arg(percent(m_answer->kept[at]))
                               : tr("channel %1 is silent on this picture").arg(channel));
    else
        m_pointed->setText(tr("channel %1 at %2: before %3, after %4")
                               .arg(QString::number(channel), place(m_position),
                                    number(m_profile->series()[0].values[at]),
                                    number(m_profile->series()[1].values[at])));
}

void LrnPanel::retranslate()
{
    m_none->setText(tr("This network has no local response normalisation. AlexNet's do (alexnet, alexnet-small, "
                       "alexnet-original, alexnet-caffe, caffenet, alexnet-onetower): choose one of them above."));
    m_layerBox->setAccessibleName(tr("Normalisation layer"));
    m_layerBox->setToolTip(tr("Which of the network's normalisation layers to look at"));
    m_channelBox->setPrefix(tr("channel "));
    m_channelBox->setAccessibleName(tr("Channel"));
    m_channelBox->setToolTip(tr("The channel looked at (← and → in the maps; Home, End)"));
    m_showBox->setItemText(0, tr("One channel"));
    m_showBox->setItemText(1, tr("All channels"));
    m_showBox->setAccessibleName(tr("Maps shown"));
    m_showBox->setToolTip(tr("The maps of the chosen channel, or of all (A in the maps)"));
    m_scaleBox->setItemText(0, tr("Scale: layer"));
    m_scaleBox->setItemText(1, tr("Scale: channel"));
    m_scaleBox->setAccessibleName(tr("Scale of the maps"));
    m_scaleBox->setToolTip(
        tr("One scale for the whole layer, or for the channel shown; before and after always share it"));
    m_maps->setAccessibleName(tr("Maps before and after the normalisation, and their ratio"));
    m_maps->setToolTip(
        tr("Click a place; ← and → change the channel, with Shift the arrows move the place, A shows all channels"));
    m_profile->setAccessibleName(tr("Channel profile"));
    m_profile->setToolTip(tr("Input and output of every channel at the chosen place; click one to choose it"));
    m_profile->setEmptyText(tr("The channels at the chosen place"));
    m_kept->setAccessibleName(tr("What is left of each channel"));
    m_kept->setToolTip(
        tr("The mean of after ÷ before over the places where a channel answers; click one to choose it"));
    m_formula->setAccessibleName(tr("Formula with the numbers of the chosen place"));
    m_source->setAccessibleName(tr("What the maps are of"));
    m_difference->setAccessibleName(tr("Formula and device"));
    m_pointed->setAccessibleName(tr("Under the mouse"));
}

void LrnPanel::recolour()
{
    for (QLabel* label : {m_source, m_pointed, m_difference, m_none}) {
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, quietText(palette()));
        label->setPalette(colours);
    }
    update();
}

} // namespace alexscope::gui
