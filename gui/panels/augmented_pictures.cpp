// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/augmented_pictures.h"

#include "core/error.h"
#include "core/random/philox.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {

Image resizedFor(const Augmenter& augmenter, ImageView picture)
{
    return resizeToSquare(picture, augmenter.resizedSide(), augmenter.preprocessing().stretch);
}

/// A network of one input channel sees the mean of the three colours.
Image seen(const Augmenter& augmenter, Image picture)
{
    if (augmenter.input().c == 1)
        for (std::size_t i = 0; i + 2 < picture.rgb.size(); i += 3) {
            const int sum = picture.rgb[i] + picture.rgb[i + 1] + picture.rgb[i + 2];
            std::fill_n(picture.rgb.begin() + static_cast<std::ptrdiff_t>(i), 3,
                        static_cast<std::uint8_t>((sum + 1) / 3));
        }
    return picture;
}

} // namespace

AugmentationAnswer versionsOf(const AugmentationQuestion& question)
{
    const Augmenter& augmenter = *question.augmenter;
    AugmentationAnswer answer{question, resizedFor(augmenter, *question.picture), {}};
    const auto add = [&](const SampleTransform& transform, std::uint64_t sample) {
        answer.versions.push_back(
            {transform, sample, seen(augmenter, augmenter.applyForDisplay(answer.resized, transform))});
    };
    if (question.of == AugmentationQuestion::Of::Test)
        for (const SampleTransform& transform : augmenter.tenCrops())
            add(transform, 0);
    else
        for (std::uint64_t sample = question.first;
             sample < question.first + static_cast<std::uint64_t>(question.count); ++sample)
            add(augmenter.trainingTransform(question.seed, sample), sample);
    return answer;
}

StepAugmentation retrace(const Augmenter& augmenter, const Dataset& training, const StepPicture& picture)
{
    if (!picture.input)
        throw Error(QCoreApplication::translate("Augmentation",
                                                "The input of the step's picture is not there; step on to see it.")
                        .toStdString());
    Image scratch;
    StepAugmentation result;
    result.resized = resizedFor(augmenter, training.image(picture.index, scratch));
    result.redone = seen(augmenter, augmenter.applyForDisplay(result.resized, picture.transform));
    result.fed = augmenter.toDisplay(picture.input->values);
    std::vector<float> again(picture.input->values.size());
    augmenter.apply(result.resized, picture.transform, again);
    for (std::size_t i = 0; i < again.size(); ++i)
        result.difference = std::max(
            result.difference, std::abs(static_cast<double>(again[i]) - static_cast<double>(picture.input->values[i])));
    return result;
}

std::vector<std::array<std::uint8_t, 3>> coloursOf(const Dataset& training, const Preprocessing& preprocessing,
                                                   int side, std::size_t pictures, int perPicture)
{
    std::vector<std::array<std::uint8_t, 3>> colours;
    const std::size_t used = std::min(pictures, training.size());
    Image scratch;
    for (std::size_t i = 0; i < used; ++i) {
        try {
            const Image square =
                resizeToSquare(training.image(i * training.size() / used, scratch), side, preprocessing.stretch);
            const ImageView view = square;
            PhiloxSequence random(0, Stream::Analysis, static_cast<std::uint32_t>(i));
            for (int k = 0; k < perPicture; ++k) {
                const int x = static_cast<int>(random.below(static_cast<std::uint32_t>(view.width)));
                const int y = static_cast<int>(random.below(static_cast<std::uint32_t>(view.height)));
                colours.push_back({view.pixel(x, y)[0], view.pixel(x, y)[1], view.pixel(x, y)[2]});
            }
        } catch (const Error&) {
            // A file that vanished: the others tell the set's colours as well, and the data's warnings name it.
        }
    }
    return colours;
}

int cropPlaces(const Augmenter& augmenter)
{
    return augmenter.resizedSide() + 2 * augmenter.augmentation().pad - static_cast<int>(augmenter.input().h) + 1;
}

} // namespace alexscope::gui
