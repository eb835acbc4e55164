// SPDX-License-Identifier: GPL-3.0-or-later
// What the filters view says in words: captions, readouts, the explanation, and the numbers it exports.
#include "gui/look/numbers.h"
#include "gui/panels/filter_detail.h"
#include "gui/panels/filters_panel.h"
#include "gui/widgets/tile_view.h"

#include <QLabel>

#include <algorithm>

namespace alexscope::gui {

QString FiltersPanel::title() const
{
    return tr("Filters");
}

QString FiltersPanel::contentName() const
{
    switch (m_header->content()) {
    case FilterContent::Gradient:
        return tr("gradient");
    case FilterContent::Update:
        return tr("last update");
    case FilterContent::Weights:
        break;
    }
    return tr("weights");
}

QString FiltersPanel::explanation() const
{
    QString text;
    if (const auto& run = model().run(); run && !m_layout.isEmpty()) {
        const LayerSpec& layer = run->network.layers[static_cast<std::size_t>(m_layout.layer)];
        const auto* convolution = layer.as<ConvolutionSpec>();
        if (m_layout.isColour && convolution)
            text =
                tr("<p><b>What you see.</b> The %1 filters of %2, each %3×%3 pixels over %4 input channels, at stride "
                   "%5. Red, green and blue are the weights of the three colour channels around mid grey, which is 0: "
                   "what a filter shows is the picture patch it answers to most strongly.</p>")
                    .arg(count(m_layout.filters), layerName(), count(m_layout.width), count(m_layout.channels),
                         count(convolution->stride));
        else if (convolution)
            text = tr("<p><b>What you see.</b> The %1 filters of %2, each %3×%3 over %4 input channels. The numbers at "
                      "the "
                      "left are the filters; each has one grey tile for every channel it reads. Mid grey is 0, bright "
                      "weights want the channel to be active there, dark ones want it silent.</p>")
                       .arg(count(m_layout.filters), layerName(), count(m_layout.width), count(m_layout.channels));
        else if (m_layout.isFolded)
            text =
                tr("<p><b>What you see.</b> %1 is fully connected: each of its %2 units has one weight for each of %3 "
                   "inputs, which have no places side by side. Every tile is one unit, its weights written row by "
                   "row.</p>")
                    .arg(layerName(), count(m_layout.filters), count(m_layout.perFilter()));
        else
            text =
                tr("<p><b>What you see.</b> %1 is fully connected, but what it reads are %2 maps of %3×%4. So each of "
                   "its %5 units is shown like a filter as large as the whole map: one grey tile a map.</p>")
                    .arg(layerName(), count(m_layout.channels), count(m_layout.width), count(m_layout.height),
                         count(m_layout.filters));
        if (m_layout.groups > 1)
            text +=
                tr("<p>In %1 groups: a filter reads only the %2 channels of its own tower, not all %3 (§3.2).</p>")
                    .arg(count(m_layout.groups), count(m_layout.channels), count(m_layout.channels * m_layout.groups));
        if (m_header->content() != FilterContent::Weights)
            text += tr("<p>Gradient and update: v ← %1·v − %2·ε·w − ε·∂L/∂w, then w ← w + v, with ε = %3 (§5). The "
                       "gradient is the mean over the latest batch; the update is the latest v.</p>")
                        .arg(chosenNumber(run->spec.recipe.momentum), chosenNumber(run->spec.recipe.weightDecay),
                             chosenNumber(model().status().learningRate));
    }
    if (m_layout.isEmpty() || m_layout.isColour)
        text +=
            tr("<p><b>What to look for.</b> At the start, noise: weights drawn from a normal distribution. While the "
               "loss falls, edges of many orientations and frequencies appear, then blobs of colour. Nobody draws "
               "them: they are what helps to tell the classes apart. Filters that stay noise have not been needed "
               "yet.</p>"
               "<p>§3.1 and Figure 3: on two GPUs the paper's two towers specialised, one free of colour, the other "
               "full of it, in every run.</p>");
    else
        text +=
            tr("<p><b>What to look for.</b> Here form is harder to see than in the first layer: what a filter combines "
               "are not colours but other filters. Tiles that stand out from the noise show which of them it listens "
               "to. Drag the slider from Initial to Now to see what training has added.</p>");
    text += tr(
        "<p>One scale for the whole layer keeps relative strength visible, and is the same before and after; the "
        "scale of each tile shows weak filters too. Lock the scale to see the weights grow.</p>"
        "<p>Click a filter to see its numbers, its histogram and what it answers to the pinned picture; a click on "
        "one of its grids enlarges that; Escape leads back. Page Up and Page Down turn the pages of large layers.</p>");
    return text;
}

QString FiltersPanel::caption() const
{
    if (!model().run() || m_layout.isEmpty())
        return Panel::caption();
    const QString what = m_filter >= 0 ? tr("%1 of %2, filter %3").arg(contentName(), layerName(), count(m_filter))
                                       : tr("%1 of %2").arg(contentName(), layerName());
    if (m_header->moment() < 1)
        return tr("%1. Shown: %2, %3 of the way from iteration 0.")
            .arg(Panel::caption(), what, percent(m_header->moment()));
    return tr("%1. Shown: %2.").arg(Panel::caption(), what);
}

Numbers FiltersPanel::numbers() const
{
    Numbers numbers;
    if (!m_values.values())
        return numbers;
    const std::string name = exportName(m_values.source());
    if (m_header->moment() > 0)
        numbers.tensors.push_back({name, m_values.values()});
    if (const auto before = initialValues(); before && m_header->moment() < 1)
        numbers.tensors.push_back({name + ".initial", before});
    if (m_filter >= 0 && m_response.values())
        numbers.tensors.push_back({exportName(m_response.source()), m_response.values()});
    return numbers;
}

QString FiltersPanel::emptyText() const
{
    if (!model().run())
        return tr("The filters appear as soon as a run is open. Choose a network and data above.");
    if (m_layout.isEmpty())
        return tr("This network has no layer with weights.");
    if (m_values.isTooLarge())
        return tr("%1 has %2 numbers (%3 MB). That is more than is fetched from the device for the screen, which is %4 "
                  "MB. "
                  "Choose another layer; the weights file holds all of them.")
            .arg(QString::fromStdString(m_layout.parameter), count(m_values.count()),
                 count(m_values.count() * 4 / 1'000'000),
                 count(static_cast<std::int64_t>(ProbeRequest{}.byteBudget) / 1'000'000));
    if (m_values.isCrowdedOut())
        return tr("%1 does not fit beside what the other views fetch from the device. Close one of them.")
            .arg(QString::fromStdString(m_layout.parameter));
    if (const QString why = whyAbsent(m_values.source(), *model().run(), model().status()); !why.isEmpty())
        return why;
    const bool none = model().snapshot() && model().snapshot()->iteration == 0;
    if (none && m_header->content() == FilterContent::Gradient)
        return tr(
            "There is no gradient yet: the first backward pass makes it. Press Run, or step as far as the update.");
    if (none && m_header->content() == FilterContent::Update)
        return tr("There is no update yet: the first iteration makes it. Press Run, or step one iteration.");
    return tr("The numbers of %1 are on their way from the device.").arg(layerName());
}

void FiltersPanel::showCaption()
{
    if (!model().run() || m_layout.isEmpty())
        return m_header->setCaption(noValue());
    const QString form =
        m_layout.isFolded
            ? count(m_layout.perFilter())
            : QStringLiteral("%1×%2×%3").arg(count(m_layout.width), count(m_layout.height), count(m_layout.channels));
    const QString what = (m_layout.isLinear ? tr("%1, %2: %3 units of %4") : tr("%1, %2: %3 filters of %4"))
                             .arg(layerName(), contentName(), count(m_layout.filters), form);
    const double moment = m_header->moment();
    if (!m_values.values())
        m_header->setCaption(what);
    else if (moment <= 0 || moment >= 1)
        m_header->setCaption(tr("%1, iteration %2").arg(what, count(moment <= 0 ? 0 : m_values.iteration())));
    else
        m_header->setCaption(
            tr("%1, %2 of the way from iteration 0 to %3").arg(what, percent(moment), count(m_values.iteration())));
}

void FiltersPanel::say(const QString& text)
{
    m_pointed->setProperty("detail", !text.isEmpty());
    m_pointed->setText(text);
}

/// The numbers under the mouse; when nothing is there, what the legend cannot say.
void FiltersPanel::describePoint()
{
    const TileSheet& sheet = m_tiles->sheet();
    if (m_pointedTile < 0 || !m_values.values() || m_pointedTile >= sheet.count) {
        if (!m_values.values() || sheet.ranges.size() <= 1)
            return m_pointed->setText({});
        const auto [least, most] =
            std::minmax_element(sheet.ranges.begin(), sheet.ranges.end(),
                                [](const ValueRange& a, const ValueRange& b) { return a.high < b.high; });
        m_pointed->setText(
            tr("every tile has its own scale, from ±%1 to ±%2").arg(number(least->high), number(most->high)));
        return;
    }
    const int filter = m_header->first() + m_pointedTile / m_layout.tilesPerFilter();
    const int channel = m_pointedTile % m_layout.tilesPerFilter();
    const Moments shown = moments();
    const auto value = [&](std::int64_t c) {
        return number(static_cast<double>(shown.at(static_cast<std::size_t>(
            filter * m_layout.perFilter() + m_layout.place(c, m_pointedPixel.y(), m_pointedPixel.x())))));
    };
    const QString x = count(m_pointedPixel.x()), y = count(m_pointedPixel.y());
    QString text;
    if (m_layout.isColour) {
        const bool rgb = model().run()->network.preprocessing.order == ChannelOrder::Rgb;
        text = tr("filter %1 at (%2, %3): red %4  green %5  blue %6")
                   .arg(count(filter), x, y, value(rgb ? 0 : 2), value(1), value(rgb ? 2 : 0));
    } else if (m_layout.isFolded)
        text = tr("unit %1, input %2: %3")
                   .arg(count(filter), count(m_layout.place(0, m_pointedPixel.y(), m_pointedPixel.x())), value(0));
    else
        text = (m_layout.isLinear ? tr("unit %1, map %2 at (%3, %4): %5")
                                  : tr("filter %1, input channel %2 at (%3, %4): %5"))
                   .arg(count(filter), count(m_layout.inputChannel(filter, channel)), x, y, value(channel));
    if (sheet.ranges.size() > 1)
        text = tr("%1   (scale ±%2)").arg(text, number(sheet.ranges[static_cast<std::size_t>(m_pointedTile)].high));
    m_pointed->setText(text);
}

void FiltersPanel::retranslate()
{
    m_header->retranslate();
    m_detail->retranslate();
    m_tiles->setAccessibleName(tr("Filters of the layer"));
    m_tiles->setToolTip(tr("Click a filter to see it large; arrow keys move, Escape leads back"));
    m_pointed->setAccessibleName(tr("Weight under the mouse"));
    m_tiles->setEmptyText(emptyText());
}

} // namespace alexscope::gui
