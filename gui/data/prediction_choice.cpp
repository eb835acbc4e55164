// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/data/prediction_choice.h"

#include <algorithm>

namespace alexscope::gui {

namespace {

bool isChosen(const PicturePrediction& prediction, const PredictionChoice& choice)
{
    if (choice.kind != PredictionChoice::Kind::All &&
        prediction.isRight() != (choice.kind == PredictionChoice::Kind::Right))
        return false;
    return (choice.truth < 0 || prediction.label == choice.truth) &&
           (choice.predicted < 0 || prediction.classes[0] == choice.predicted);
}

/// Smaller comes first.
float rankOf(const PicturePrediction& prediction, PredictionChoice::Order order)
{
    if (order == PredictionChoice::Order::HardestFirst && !prediction.isRight())
        return -prediction.confidence();
    return prediction.confidence();
}

} // namespace

std::vector<std::uint32_t> choose(const SetPredictions& predictions, const PredictionChoice& choice)
{
    const std::vector<PicturePrediction>& pictures = predictions.pictures;
    std::vector<std::uint32_t> places;
    for (std::size_t i = 0; i < pictures.size(); ++i)
        if (isChosen(pictures[i], choice))
            places.push_back(static_cast<std::uint32_t>(i));
    if (choice.order != PredictionChoice::Order::OfTheSet)
        std::stable_sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
            return rankOf(pictures[a], choice.order) < rankOf(pictures[b], choice.order);
        });
    return places;
}

} // namespace alexscope::gui
