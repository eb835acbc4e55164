// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/lrn_answer.h"

#include "core/reference/response_normalisation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace alexscope::gui {

namespace {

struct Extremes {
    double low = std::numeric_limits<double>::infinity(), high = -low;

    void take(std::span<const float> values)
    {
        for (const float value : values)
            if (std::isfinite(value)) {
                low = std::min(low, static_cast<double>(value));
                high = std::max(high, static_cast<double>(value));
            }
    }
    double reach() const { return std::max({-low, high, 0.0}); }
};

std::span<const float> shownPart(const HostTensor& tensor, const LrnQuestion& question)
{
    const bool one = question.channel >= 0 && !question.layerScale;
    return one ? tensor.plane(0, question.channel) : std::span<const float>(tensor.values);
}

TileSheet sheetOf(const HostTensor& tensor, const LrnQuestion& question, ValueRange range, ColourMap map)
{
    TileOptions options;
    options.locked = range;
    options.map = map;
    if (question.channel >= 0) {
        options.first = question.channel;
        options.count = 1;
        options.gutter = 0;
    }
    return tileMaps(tensor, 0, options);
}

/// Before and after on one scale, which is what makes the loss visible.
void addResponses(LrnAnswer& answer)
{
    const LrnQuestion& question = answer.question;
    Extremes layer, shown;
    for (const HostTensor* tensor : {question.before.get(), answer.shownAfter.get()})
        if (tensor) {
            layer.take(tensor->values);
            shown.take(shownPart(*tensor, question));
        }
    const bool isSigned = layer.low < 0;
    double reach = std::max(shown.reach(), layer.reach() / 1000); // the rounding noise of a dead channel stays dark
    if (!(reach > 0))
        reach = 1;
    const ValueRange range{isSigned ? -reach : 0.0, reach};
    const ColourMap map = isSigned ? ColourMap::BlueWhiteOrange : ColourMap::Viridis;
    answer.before = sheetOf(*question.before, question, range, map);
    if (answer.shownAfter)
        answer.after = sheetOf(*answer.shownAfter, question, range, map);
}

void addRatio(LrnAnswer& answer)
{
    const LrnQuestion& question = answer.question;
    Extremes shown;
    shown.take(shownPart(*answer.factors, question));
    const double top = std::max(unsuppressed(question.shown), shown.high);
    const double low = std::min(shown.low, 0.99 * top); // hardly any suppression must not look like much
    answer.ratio = sheetOf(*answer.factors, question, {low, top}, ColourMap::Viridis);
}

double differenceOf(const HostTensor& device, const HostTensor& formula)
{
    double largest = 0, size = 0;
    for (std::size_t i = 0; i < formula.values.size(); ++i) {
        const auto expected = static_cast<double>(formula.values[i]);
        largest = std::max(largest, std::abs(static_cast<double>(device.values[i]) - expected));
        size = std::max(size, std::abs(expected));
    }
    return size > 0 ? largest / size : largest;
}

} // namespace

double unsuppressed(const LrnSpec& spec)
{
    return std::pow(spec.k, -spec.beta);
}

LrnAnswer answerTo(const LrnQuestion& question)
{
    LrnAnswer answer;
    answer.question = question;
    const auto factors = std::make_shared<HostTensor>(responseFactors(*question.before, question.shown));
    answer.factors = factors;
    answer.kept = meanFactors(*question.before, *factors);
    answer.difference = std::numeric_limits<double>::quiet_NaN();
    if (question.ownConstants()) {
        answer.shownAfter = question.device;
        if (question.device)
            answer.difference = differenceOf(*question.device, normalisedResponses(*question.before, *factors));
    } else {
        answer.shownAfter = std::make_shared<HostTensor>(normalisedResponses(*question.before, *factors));
    }
    addResponses(answer);
    addRatio(answer);
    return answer;
}

} // namespace alexscope::gui
