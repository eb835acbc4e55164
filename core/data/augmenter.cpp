// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/augmenter.h"

#include "core/error.h"
#include "core/random/philox.h"

#include <algorithm>
#include <cmath>

namespace alexscope {

namespace {

/// Uniform in 0 .. count-1 from one random word.
int pick(std::uint32_t word, int count)
{
    return static_cast<int>((static_cast<std::uint64_t>(word) * static_cast<std::uint64_t>(count)) >> 32);
}

/// 8-bit interleaved colours to three float rows. In two passes: converting contiguous bytes and splitting floats
/// both vectorise, the direct way does not.
void splitColours(const std::uint8_t* rgb, int count, float* interleaved, float* red, float* green, float* blue)
{
    for (int i = 0; i < 3 * count; ++i)
        interleaved[i] = static_cast<float>(rgb[i]);
    for (int i = 0; i < count; ++i) {
        red[i] = interleaved[3 * i];
        green[i] = interleaved[3 * i + 1];
        blue[i] = interleaved[3 * i + 2];
    }
}

void writeRow(const float* in, const float* mean, float shift, float factor, int count, bool mirrored, float* out)
{
    if (!mirrored) {
        for (int i = 0; i < count; ++i)
            out[i] = (in[i] + (shift - mean[i])) * factor;
    } else {
        for (int i = 0; i < count; ++i)
            out[i] = (in[count - 1 - i] + (shift - mean[count - 1 - i])) * factor;
    }
}

double average(const std::array<double, 3>& values)
{
    return (values[0] + values[1] + values[2]) / 3;
}

std::uint8_t toByte(double value)
{
    return static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0));
}

} // namespace

Augmenter::Augmenter(Preprocessing preprocessing, Augmentation augmentation, SetStatistics statistics, Shape input)
    : m_preprocessing(preprocessing), m_augmentation(augmentation), m_statistics(std::move(statistics)), m_input(input)
{
    if ((input.c != 1 && input.c != 3) || input.h != input.w || input.h < 1 || input.h > 65536)
        throw Error(concat("A network input of ", toText(input),
                           " cannot be fed with pictures: it needs 1 or 3 square channels."));
    if (augmentation.pad < 0 || preprocessing.resize < 0 || input.h > resizedSide() + 2 * augmentation.pad)
        throw Error(concat("Crops of ", input.h, "×", input.h, " do not fit into pictures resized to ", resizedSide(),
                           " with a padding of ", augmentation.pad, "; set resize to at least ", input.h, "."));
    for (double deviation : preprocessing.deviation)
        if (!(deviation > 0))
            throw Error("The preprocessing divides by a deviation that is not positive.");
    if (!(preprocessing.scale > 0))
        throw Error("The preprocessing multiplies by a scale that is not positive.");
    const auto area = static_cast<std::size_t>(resizedSide()) * static_cast<std::size_t>(resizedSide());
    if (preprocessing.mean == MeanKind::Picture &&
        (m_statistics.meanSide != resizedSide() || m_statistics.meanPicture.size() != 3 * area))
        throw Error(concat("A mean picture of ", resizedSide(), "×", resizedSide(),
                           " is to be subtracted, but the one given has side ", m_statistics.meanSide,
                           "; compute the statistics of the training set first."));
}

int Augmenter::resizedSide() const
{
    return m_preprocessing.resize > 0 ? m_preprocessing.resize : static_cast<int>(m_input.h);
}

SampleTransform Augmenter::trainingTransform(std::uint64_t seed, std::uint64_t running) const
{
    SampleTransform transform = centreTransform();
    if (m_augmentation.randomCrop) {
        const int pad = m_augmentation.pad, positions = resizedSide() + 2 * pad - static_cast<int>(m_input.h) + 1;
        const Philox4 words = philox(seed, static_cast<std::uint32_t>(Stream::Crop), 0, running);
        transform.x = pick(words.v[0], positions) - pad;
        transform.y = pick(words.v[1], positions) - pad;
    }
    if (m_augmentation.reflect)
        transform.mirrored = (philox(seed, static_cast<std::uint32_t>(Stream::Reflection), 0, running).v[0] >> 31) != 0;
    if (m_augmentation.colourSigma > 0) {
        // A sample's three normals take six words: two blocks each.
        PhiloxSequence random(seed, Stream::Colour, 0, 2 * running);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double amount = random.normal() * m_augmentation.colourSigma * m_statistics.axisDeviation[axis];
            for (std::size_t c = 0; c < 3; ++c)
                transform.colourShift[c] += amount * m_statistics.axes[axis][c];
        }
    }
    return transform;
}

SampleTransform Augmenter::centreTransform() const
{
    SampleTransform transform;
    const int margin = resizedSide() - static_cast<int>(m_input.h);
    transform.x = transform.y = margin >= 0 ? margin / 2 : -((1 - margin) / 2);
    return transform;
}

std::vector<SampleTransform> Augmenter::tenCrops() const
{
    const int margin = resizedSide() - static_cast<int>(m_input.h), near = std::min(margin, 0),
              far = std::max(margin, 0);
    std::vector<SampleTransform> crops(5);
    crops[1].x = crops[3].x = far;
    crops[2].y = crops[3].y = far;
    crops[0].x = crops[2].x = near;
    crops[0].y = crops[1].y = near;
    crops[4] = centreTransform();
    for (std::size_t i = 0; i < 5; ++i) {
        crops.push_back(crops[i]);
        crops.back().mirrored = true;
    }
    return crops;
}

Augmenter::Plane Augmenter::plane(std::size_t channel, const SampleTransform& transform) const
{
    const Preprocessing& p = m_preprocessing;
    std::array<double, 3> mean{}; // stays 0 where there is none or a whole picture of it
    if (p.mean == MeanKind::Channel)
        mean = p.meanFromData ? m_statistics.channelMean : p.channelMean;
    if (m_input.c == 1)
        return {0, average(mean), average(transform.colourShift), p.scale / average(p.deviation)};
    const std::size_t source = p.order == ChannelOrder::Bgr ? 2 - channel : channel;
    return {source, mean[source], transform.colourShift[source], p.scale / p.deviation[source]};
}

void Augmenter::meanRow(const Plane& plane, int x, int y, int count, float* out) const
{
    std::fill_n(out, count, static_cast<float>(plane.mean));
    if (m_preprocessing.mean != MeanKind::Picture)
        return;
    const auto side = static_cast<std::size_t>(resizedSide()),
               start = static_cast<std::size_t>(y) * side + static_cast<std::size_t>(x);
    const float* picture = m_statistics.meanPicture.data() + start;
    if (m_input.c == 3)
        std::copy_n(picture + plane.source * side * side, count, out);
    else
        for (int i = 0; i < count; ++i)
            out[i] = (picture[i] + picture[side * side + static_cast<std::size_t>(i)] +
                      picture[2 * side * side + static_cast<std::size_t>(i)]) /
                     3;
}

Image Augmenter::resizedCopy(ImageView picture) const
{
    return resizeToSquare(picture, resizedSide(), m_preprocessing.stretch);
}

PictureRule Augmenter::rule() const
{
    PictureRule rule;
    rule.channels = static_cast<int>(m_input.c);
    rule.side = resizedSide();
    rule.crop = static_cast<int>(m_input.h);
    for (std::size_t c = 0; c < static_cast<std::size_t>(rule.channels); ++c) {
        const Plane p = plane(c, {});
        rule.source[c] = static_cast<int>(p.source);
        rule.mean[c] = static_cast<float>(p.mean);
        rule.factor[c] = static_cast<float>(p.factor);
    }
    if (m_preprocessing.mean == MeanKind::Picture)
        rule.meanPicture = m_statistics.meanPicture;
    return rule;
}

PictureCrop Augmenter::cropOf(const SampleTransform& transform) const
{
    PictureCrop crop{transform.x, transform.y, transform.mirrored ? 1 : 0, {}};
    for (std::size_t c = 0; c < static_cast<std::size_t>(m_input.c); ++c)
        crop.shift[c] = static_cast<float>(plane(c, transform).shift);
    return crop;
}

void Augmenter::resizeInto(ImageView picture, std::span<std::uint8_t> rgb) const
{
    Image resized;
    if (picture.width != resizedSide() || picture.height != resizedSide()) {
        resized = resizedCopy(picture);
        picture = resized;
    }
    std::copy_n(picture.rgb, rgb.size(), rgb.begin());
}

void Augmenter::apply(ImageView picture, const SampleTransform& transform, std::span<float> input) const
{
    if (input.size() != static_cast<std::size_t>(m_input.perPicture()))
        throw Error(concat("A picture's input has ", m_input.perPicture(), " numbers, but room was given for ",
                           input.size(), "."));
    const int side = resizedSide(), crop = static_cast<int>(m_input.h);
    Image resized;
    if (picture.width != side || picture.height != side) {
        resized = resizedCopy(picture);
        picture = resized;
    }
    // The columns of the crop that lie on the picture; what lies beside it is padding and stays 0.
    const int left = std::clamp(-transform.x, 0, crop), right = std::clamp(side - transform.x, left, crop),
              width = right - left;
    const std::size_t channels = static_cast<std::size_t>(m_input.c), rowStep = static_cast<std::size_t>(crop);
    if (width < crop || transform.y < 0 || transform.y + crop > side)
        std::fill(input.begin(), input.end(), 0.0f);
    std::array<Plane, 3> planes;
    for (std::size_t c = 0; c < channels; ++c)
        planes[c] = plane(c, transform);

    std::vector<float> room(static_cast<std::size_t>(width) * 7);
    float* const colours[3] = {room.data() + 3 * width, room.data() + 4 * width, room.data() + 5 * width};
    float* const mean = room.data() + 6 * width;
    for (int y = std::max(0, -transform.y); y < std::min(crop, side - transform.y) && width > 0; ++y) {
        const int sourceX = transform.x + left, sourceY = transform.y + y;
        splitColours(picture.pixel(sourceX, sourceY), width, room.data(), colours[0], colours[1], colours[2]);
        if (channels == 1)
            for (int i = 0; i < width; ++i)
                colours[0][i] = (colours[0][i] + colours[1][i] + colours[2][i]) / 3;
        for (std::size_t c = 0; c < channels; ++c) {
            meanRow(planes[c], sourceX, sourceY, width, mean);
            writeRow(colours[planes[c].source], mean, static_cast<float>(planes[c].shift),
                     static_cast<float>(planes[c].factor), width, transform.mirrored,
                     input.data() + (c * rowStep + static_cast<std::size_t>(y)) * rowStep +
                         (transform.mirrored ? crop - right : left));
        }
    }
}

Image Augmenter::applyForDisplay(ImageView picture, const SampleTransform& transform) const
{
    const int side = resizedSide(), crop = static_cast<int>(m_input.h);
    const Image resized = resizedCopy(picture);
    const ImageView source = resized;
    const std::array<double, 3> mean =
        m_preprocessing.meanFromData ? m_statistics.channelMean : m_preprocessing.channelMean;
    Image result(crop, crop);
    std::uint8_t* out = result.rgb.data();
    for (int y = 0; y < crop; ++y)
        for (int x = 0; x < crop; ++x, out += 3) {
            const int sourceX = transform.x + (transform.mirrored ? crop - 1 - x : x), sourceY = transform.y + y;
            const bool inside = sourceX >= 0 && sourceX < side && sourceY >= 0 && sourceY < side;
            for (std::size_t c = 0; c < 3; ++c) // padding is 0 after the mean was subtracted: it looks like the mean
                out[c] = toByte(inside ? source.pixel(sourceX, sourceY)[c] + transform.colourShift[c] : mean[c]);
        }
    return result;
}

Image Augmenter::toDisplay(std::span<const float> input) const
{
    if (input.size() != static_cast<std::size_t>(m_input.perPicture()))
        throw Error(
            concat("A picture's input has ", m_input.perPicture(), " numbers, but ", input.size(), " were given."));
    const int side = resizedSide(), crop = static_cast<int>(m_input.h);
    const SampleTransform centre = centreTransform();
    const auto area = static_cast<std::size_t>(crop) * static_cast<std::size_t>(crop);
    std::vector<float> mean(static_cast<std::size_t>(crop));
    Image result(crop, crop);
    for (std::size_t c = 0; c < static_cast<std::size_t>(m_input.c); ++c) {
        const Plane p = plane(c, {});
        for (int y = 0; y < crop; ++y) {
            const int x0 = std::max(centre.x, 0), y0 = std::clamp(centre.y + y, 0, side - 1);
            meanRow(p, x0, y0, std::min(crop, side), mean.data());
            for (int x = 0; x < crop; ++x) {
                const std::size_t at =
                    static_cast<std::size_t>(y) * static_cast<std::size_t>(crop) + static_cast<std::size_t>(x);
                const std::uint8_t value =
                    toByte(input[c * area + at] / p.factor + mean[static_cast<std::size_t>(std::min(x, side - 1))]);
                if (m_input.c == 3)
                    result.rgb[3 * at + p.source] = value;
                else
                    std::fill_n(result.rgb.data() + 3 * at, 3, value);
            }
        }
    }
    return result;
}

} // namespace alexscope
