// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/response_normalisation.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace alexscope {

namespace {

void check(const LrnSpec& spec, std::int64_t channels)
{
    if (spec.n < 1 || spec.groups < 1 || channels % spec.groups != 0)
        throw Error(concat("A response normalisation over ", spec.n, " channels in ", spec.groups, " groups of ",
                           channels, " is not possible; n must be at least 1 and the groups equally large."));
}

std::size_t index(std::int64_t value)
{
    return static_cast<std::size_t>(value);
}

} // namespace

ChannelWindow responseWindow(const LrnSpec& spec, std::int64_t channels, std::int64_t channel)
{
    check(spec, channels);
    const std::int64_t perGroup = channels / spec.groups, groupBegin = channel / perGroup * perGroup;
    const std::int64_t from = channel - spec.n / 2;
    return {std::max(from, groupBegin), std::min(from + spec.n, groupBegin + perGroup)};
}

template <typename T>
void responseDenominators(std::span<const T> a, const Shape& shape, const LrnSpec& spec, std::span<double> d)
{
    if (a.size() != index(shape.perPicture()) || d.size() != a.size())
        throw Error(concat("A response normalisation of ", toText(shape), " was given ", a.size(),
                           " numbers and room for ", d.size(), "."));
    const std::size_t area = index(shape.area());
    for (std::int64_t channel = 0; channel < shape.c; ++channel) {
        const ChannelWindow window = responseWindow(spec, shape.c, channel);
        const std::span<double> plane = d.subspan(index(channel) * area, area);
        std::fill(plane.begin(), plane.end(), 0.0);
        for (std::int64_t other = window.begin; other < window.end; ++other) {
            const T* values = a.data() + index(other) * area;
            for (std::size_t place = 0; place < area; ++place)
                plane[place] += static_cast<double>(values[place]) * static_cast<double>(values[place]);
        }
        for (double& value : plane)
            value = spec.k + spec.scale() * value;
    }
}
template void responseDenominators<float>(std::span<const float>, const Shape&, const LrnSpec&, std::span<double>);
template void responseDenominators<double>(std::span<const double>, const Shape&, const LrnSpec&, std::span<double>);

ResponseTerms responseTerms(std::span<const float> column, const LrnSpec& spec, std::int64_t channel)
{
    ResponseTerms terms;
    terms.window = responseWindow(spec, std::ssize(column), channel);
    for (std::int64_t other = terms.window.begin; other < terms.window.end; ++other)
        terms.sumOfSquares += static_cast<double>(column[index(other)]) * static_cast<double>(column[index(other)]);
    terms.a = static_cast<double>(column[index(channel)]);
    terms.d = spec.k + spec.scale() * terms.sumOfSquares;
    terms.factor = std::pow(terms.d, -spec.beta);
    terms.b = terms.a * terms.factor;
    return terms;
}

std::vector<float> channelColumn(const HostTensor& a, std::int64_t y, std::int64_t x)
{
    std::vector<float> column;
    column.reserve(index(a.shape.c));
    for (std::int64_t channel = 0; channel < a.shape.c; ++channel)
        column.push_back(a.at(0, channel, y, x));
    return column;
}

HostTensor responseFactors(const HostTensor& a, const LrnSpec& spec)
{
    const Shape shape = a.shape.withBatch(1);
    std::vector<double> d(index(shape.count()));
    responseDenominators(std::span<const float>(a.values).first(d.size()), shape, spec, std::span<double>(d));
    HostTensor factors(shape);
    for (std::size_t i = 0; i < d.size(); ++i)
        factors.values[i] = static_cast<float>(std::pow(d[i], -spec.beta));
    return factors;
}

HostTensor normalisedResponses(const HostTensor& a, const HostTensor& factors)
{
    HostTensor b(factors.shape);
    for (std::size_t i = 0; i < b.values.size(); ++i)
        b.values[i] = a.values[i] * factors.values[i];
    return b;
}

std::vector<double> meanFactors(const HostTensor& a, const HostTensor& factors)
{
    std::vector<double> means;
    for (std::int64_t channel = 0; channel < factors.shape.c; ++channel) {
        const auto values = a.plane(0, channel), kept = factors.plane(0, channel);
        double sum = 0;
        std::int64_t places = 0;
        for (std::size_t i = 0; i < values.size(); ++i)
            if (values[i] != 0) {
                sum += static_cast<double>(kept[i]);
                ++places;
            }
        means.push_back(places > 0 ? sum / static_cast<double>(places) : std::numeric_limits<double>::quiet_NaN());
    }
    return means;
}

} // namespace alexscope
