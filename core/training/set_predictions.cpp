// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/set_predictions.h"

#include <algorithm>

namespace alexscope {

/// One pass with a short sorted list: nearly every class ends at the first comparison.
template <typename T>
PicturePrediction predictionOf(std::uint32_t picture, std::int32_t label, std::span<const T> probabilities)
{
    const auto isLess = [](T a, T b) { return a < b || (std::isnan(a) && !std::isnan(b)); };
    std::array<T, PicturePrediction::kept> best{};
    PicturePrediction prediction;
    prediction.picture = picture;
    prediction.label = label;
    prediction.classes.fill(-1);
    std::size_t found = 0;
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const T value = probabilities[i];
        if (found == best.size() && !isLess(best.back(), value))
            continue;
        std::size_t place = found < best.size() ? found++ : best.size() - 1;
        for (; place > 0 && isLess(best[place - 1], value); --place) {
            best[place] = best[place - 1];
            prediction.classes[place] = prediction.classes[place - 1];
        }
        best[place] = value;
        prediction.classes[place] = static_cast<std::int32_t>(i);
    }
    std::transform(best.begin(), best.end(), prediction.probabilities.begin(),
                   [](T value) { return static_cast<float>(value); });
    if (label >= 0 && static_cast<std::size_t>(label) < probabilities.size())
        prediction.labelProbability = static_cast<float>(probabilities[static_cast<std::size_t>(label)]);
    return prediction;
}
template PicturePrediction predictionOf(std::uint32_t, std::int32_t, std::span<const float>);
template PicturePrediction predictionOf(std::uint32_t, std::int32_t, std::span<const double>);

PredictionTally::PredictionTally(std::int64_t pictures, std::int64_t setSize, int classes)
    : m_stride(std::max<std::int64_t>(1, (pictures + most - 1) / most))
{
    m_result.setSize = setSize;
    m_result.confusion = Confusion(classes);
    m_result.pictures.reserve(static_cast<std::size_t>((pictures + m_stride - 1) / m_stride));
}

void PredictionTally::take(std::uint32_t picture, std::int32_t label, std::span<const float> probabilities)
{
    const PicturePrediction prediction = predictionOf(picture, label, probabilities);
    m_result.confusion.add(label, prediction.classes[0]);
    if (m_taken++ % m_stride == 0)
        m_result.pictures.push_back(prediction);
}

} // namespace alexscope
