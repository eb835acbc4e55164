// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/arithmetic.h"

#include "core/error.h"
#include "core/random/philox.h"
#include "core/tensor/bf16.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace alexscope {

namespace {

constexpr std::size_t largestShown = 10;

/// The numbers of one explanation under way.
struct Work {
    const ArithmeticSource& source;
    Arithmetic& result;

    const ArithmeticRequest& place() const { return result.place; }
    const Shape& in() const { return source.geometry.input; }
    const Shape& out() const { return source.geometry.output; }
    std::size_t unit() const
    {
        return static_cast<std::size_t>((place().channel * out().h + place().y) * out().w + place().x);
    }
    float input(std::int64_t c, std::int64_t y, std::int64_t x) const
    {
        return source.input[static_cast<std::size_t>((c * in().h + y) * in().w + x)];
    }
    bool exists(std::int64_t y, std::int64_t x) const { return y >= 0 && x >= 0 && y < in().h && x < in().w; }
    /// The weight as the device multiplies it.
    float weight(std::size_t i) const
    {
        const float master = source.unitWeights[i];
        return source.precision == Precision::Bf16 ? roundToBf16(master) : master;
    }

    void explain(const ConvolutionSpec& spec);
    void explain(const LinearSpec& spec);
    void explain(const ActivationSpec& spec);
    void explain(const LrnSpec& spec);
    void explain(const PoolingSpec& spec);
    void explain(const DropoutSpec& spec);
    void explain(const SoftmaxLossSpec& spec);
    void finish(WeightedSum sum);
};

void Work::explain(const ConvolutionSpec& spec)
{
    if (source.unitWeights.empty())
        return;
    WeightedSum sum;
    sum.convolution = true;
    sum.groups = static_cast<int>(in().c / spec.groups);
    sum.firstChannel = static_cast<int>(place().channel / (out().c / spec.groups)) * sum.groups;
    sum.rows = sum.columns = spec.size;
    sum.top = place().y * spec.stride - spec.pad;
    sum.left = place().x * spec.stride - spec.pad;
    for (int y = 0; y < spec.size; ++y)
        for (int x = 0; x < spec.size; ++x)
            sum.padding.push_back(!exists(sum.top + y, sum.left + x));
    std::size_t cell = 0;
    for (int c = 0; c < sum.groups; ++c)
        for (int y = 0; y < spec.size; ++y)
            for (int x = 0; x < spec.size; ++x, ++cell) {
                const bool inside = exists(sum.top + y, sum.left + x);
                sum.inputs.push_back(inside ? input(sum.firstChannel + c, sum.top + y, sum.left + x) : 0.0f);
                sum.weights.push_back(weight(cell));
            }
    sum.count = static_cast<std::int64_t>(cell);
    finish(std::move(sum));
}

void Work::explain(const LinearSpec&)
{
    if (source.unitWeights.empty())
        return;
    WeightedSum sum;
    sum.count = in().perPicture();
    if (in().area() > 1) {
        sum.groups = static_cast<int>(in().c);
        sum.rows = static_cast<int>(in().h);
        sum.columns = static_cast<int>(in().w);
    } else { // a vector: near-square runs of about √n inputs, so that both list and picture stay short
        const auto inputs = static_cast<double>(sum.count);
        sum.rows = sum.columns = std::max(1, static_cast<int>(std::lround(std::sqrt(std::sqrt(inputs)))));
        const std::int64_t run = sum.rows * sum.columns;
        sum.groups = static_cast<int>((sum.count + run - 1) / run);
    }
    const auto cells = static_cast<std::size_t>(sum.groups) * static_cast<std::size_t>(sum.rows * sum.columns);
    sum.inputs.assign(cells, 0.0f);
    sum.weights.assign(cells, 0.0f);
    for (std::size_t i = 0; i < static_cast<std::size_t>(sum.count); ++i) {
        sum.inputs[i] = source.input[i];
        sum.weights[i] = weight(i);
    }
    finish(std::move(sum));
}

void Work::finish(WeightedSum sum)
{
    const auto run = static_cast<std::size_t>(sum.rows * sum.columns);
    sum.sums.assign(static_cast<std::size_t>(sum.groups), 0.0);
    for (std::size_t cell = 0; cell < sum.inputs.size(); ++cell)
        sum.sums[cell / run] += sum.product(cell);
    sum.bias = source.bias;
    result.computed = std::accumulate(sum.sums.begin(), sum.sums.end(), sum.bias);
    sum.largest.resize(static_cast<std::size_t>(sum.count));
    std::iota(sum.largest.begin(), sum.largest.end(), 0);
    const auto shown = std::min(largestShown, sum.largest.size());
    const auto size = [&](int cell) { return std::abs(sum.product(static_cast<std::size_t>(cell))); };
    std::partial_sort(sum.largest.begin(), sum.largest.begin() + static_cast<std::ptrdiff_t>(shown), sum.largest.end(),
                      [&](int a, int b) { return size(a) != size(b) ? size(a) > size(b) : a < b; });
    sum.largest.resize(shown);
    result.terms = std::move(sum);
}

void Work::explain(const ActivationSpec& spec)
{
    const PointwiseValue value{source.input[unit()]};
    switch (spec.kind) {
    case ActivationKind::Relu:
        result.computed = value.input > 0 || std::isnan(value.input) ? value.input : 0;
        break;
    case ActivationKind::Tanh:
        result.computed = std::tanh(value.input);
        break;
    case ActivationKind::Sigmoid:
        result.computed = 1 / (1 + std::exp(-value.input));
        break;
    }
    result.terms = value;
}

void Work::explain(const LrnSpec& spec)
{
    LrnSum sum;
    const std::int64_t perGroup = in().c / spec.groups, groupBegin = place().channel / perGroup * perGroup;
    const std::int64_t from = place().channel - spec.n / 2;
    sum.first = static_cast<int>(std::max(from, groupBegin));
    sum.own = place().channel - sum.first;
    for (std::int64_t c = sum.first; c < std::min(from + spec.n, groupBegin + perGroup); ++c) {
        sum.neighbours.push_back(input(c, place().y, place().x));
        sum.sumOfSquares += static_cast<double>(sum.neighbours.back()) * static_cast<double>(sum.neighbours.back());
    }
    sum.scale = spec.scale();
    sum.denominator = spec.k + sum.scale * sum.sumOfSquares;
    sum.power = std::pow(sum.denominator, spec.beta);
    result.computed = static_cast<double>(sum.neighbours[static_cast<std::size_t>(sum.own)]) / sum.power;
    result.terms = std::move(sum);
}

void Work::explain(const PoolingSpec& spec)
{
    PoolingWindow window{place().y * spec.stride - spec.pad, place().x * spec.stride - spec.pad, spec.size, {}, {}};
    for (int y = window.top; y < window.top + spec.size; ++y)
        for (int x = window.left; x < window.left + spec.size; ++x) {
            const bool inside = exists(y, x);
            const float value = inside ? input(place().channel, y, x) : 0.0f;
            const auto best = static_cast<std::size_t>(window.winner);
            if (inside && (window.winner < 0 || value > window.inputs[best] ||
                           (std::isnan(value) && !std::isnan(window.inputs[best]))))
                window.winner = static_cast<int>(window.inputs.size());
            window.inputs.push_back(value);
            window.beyond.push_back(!inside);
            window.count += inside;
            window.sum += static_cast<double>(value);
        }
    result.computed = spec.kind == PoolingKind::Max
                          ? static_cast<double>(window.inputs.at(static_cast<std::size_t>(window.winner)))
                          : window.sum / window.count;
    result.terms = std::move(window);
}

void Work::explain(const DropoutSpec& spec)
{
    const bool inverted = spec.convention == DropoutConvention::Inverted;
    DropoutValue value;
    value.input = source.input[unit()];
    value.drawn = source.context.phase == Phase::Training;
    if (value.drawn) {
        const auto stream = static_cast<std::uint32_t>(Stream::Dropout) + static_cast<std::uint32_t>(source.index);
        const auto number = static_cast<std::uint64_t>(source.sample * in().perPicture()) + unit();
        value.kept = philoxWord(source.context.seed, stream, source.context.iteration, number) >= dropThreshold(spec.p);
        value.factor = !value.kept ? 0 : inverted ? 1 / (1 - spec.p) : 1;
    } else {
        value.factor = inverted ? 1 : 1 - spec.p;
    }
    result.computed = value.factor * value.input;
    result.terms = value;
}

void Work::explain(const SoftmaxLossSpec&)
{
    SoftmaxSum sum;
    sum.logits.assign(source.input.begin(), source.input.end());
    sum.maximum = static_cast<double>(*std::max_element(sum.logits.begin(), sum.logits.end()));
    for (const float logit : sum.logits) {
        sum.exponentials.push_back(std::exp(static_cast<double>(logit) - sum.maximum));
        sum.sum += sum.exponentials.back();
    }
    for (const double exponential : sum.exponentials)
        sum.probabilities.push_back(exponential / sum.sum);
    if (source.label >= 0 && static_cast<std::size_t>(source.label) < sum.logits.size()) {
        sum.label = source.label;
        sum.loss =
            sum.maximum + std::log(sum.sum) - static_cast<double>(sum.logits[static_cast<std::size_t>(source.label)]);
    }
    result.computed = sum.probabilities[static_cast<std::size_t>(place().channel)];
    result.terms = std::move(sum);
}

} // namespace

Arithmetic explain(const ArithmeticSource& source, const ArithmeticRequest& place)
{
    const Shape& out = source.geometry.output;
    if (place.channel < 0 || place.y < 0 || place.x < 0 || place.channel >= out.c || place.y >= out.h ||
        place.x >= out.w)
        throw Error(concat("Layer ", source.layer->name, " is ", toText(out), "; channel ", place.channel, " at row ",
                           place.y, ", column ", place.x, " lies outside it"));
    Arithmetic result;
    result.place = place;
    result.layer = *source.layer;
    result.geometry = source.geometry;
    result.precision = source.precision;
    result.trainingMode = source.context.phase == Phase::Training;
    Work work{source, result};
    result.engine = static_cast<double>(source.output[work.unit()]);
    std::visit([&](const auto& spec) { work.explain(spec); }, source.layer->operation);
    return result;
}

} // namespace alexscope
