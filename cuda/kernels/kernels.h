// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// The room's own kernels as functions the host calls: each starts its work on the stream and returns. Pointers are
/// device memory. A tensor has fewer than 2³¹ elements (storage.h sees to it). Sources: the *.cu beside this file,
/// compiled without contraction of a·b + c, so that an expression rounds the same way wherever it is inlined.
///
/// Sums run in a fixed order: nothing here adds by atomics, and every result repeats bit for bit.
namespace alexscope::cuda {

class Stream;

enum class Element { F32, Bf16 };
constexpr std::size_t sizeOf(Element element)
{
    return element == Element::Bf16 ? 2 : 4;
}

/// Pictures of h × w pixels with the c channels of a pixel side by side (NHWC), the one layout of this room. A vector
/// has h = w = 1; weights are [filter][row][column][channel]. What a grouped convolution reads and writes lies in
/// `groups`: first all pixels with the channels of the first, then all with those of the next.
struct Maps {
    std::int64_t n = 1, h = 1, w = 1, c = 1;
    int groups = 1;
    std::int64_t pixels() const { return n * h * w; }
    std::int64_t count() const { return n * h * w * c; }
};

// layout.cu
// ---------------------------------------------------------------------------------------------------------------

/// NCHW float32 to the room's layout and type, and back.
void fromPlain(const float* plain, void* values, Element element, const Maps& maps, const Stream& stream);
void toPlain(const void* values, Element element, float* plain, const Maps& maps, const Stream& stream);
void narrow(const float* from, void* toBf16, std::int64_t count, const Stream& stream);
/// The upper left part that both have; what `to` has beyond becomes 0. Same n and c, groups or none.
void copyWindow(const void* from, const Maps& fromMaps, void* to, const Maps& toMaps, Element element,
                const Stream& stream);
/// side × side pixels become one, row by row in its channels: pixel (Y, X) of `to` begins at row Y · side − pad and
/// column X · side − pad of `from`, beside which are zeros. And back, without a border.
void foldPixels(const void* from, const Maps& fromMaps, void* to, const Maps& toMaps, int side, int pad,
                Element element, const Stream& stream);
void unfoldPixels(const void* from, const Maps& fromMaps, void* to, const Maps& toMaps, int side, Element element,
                  const Stream& stream);

// pictures.cu
// -------------------------------------------------------------------------------------------------------------

/// PictureRule (core/data/picture_batch.h) in the device's memory.
struct PictureCut {
    int channels = 3, side = 0, crop = 0;
    int source[3] = {0, 1, 2};
    float mean[3] = {0, 0, 0}, factor[3] = {1, 1, 1};
    const float* meanPicture = nullptr;
};
/// A picture's own numbers, laid out as core's PictureCrop.
struct PictureShift {
    std::int32_t x, y, mirrored;
    float shift[3];
};
/// From pictures of side × side × 3 bytes to a network's input: picture n of `count` lies at place n, or at places[n].
void cutPictures(const PictureCut& cut, const std::uint8_t* rgb, const std::uint32_t* places,
                 const PictureShift* shifts, void* input, Element element, std::int64_t count, const Stream& stream);
/// Picture n of `count`, `bytes` each, to place places[n] of `to`. Where two have one place they are the same picture.
void keepPictures(const std::uint8_t* rgb, const std::uint32_t* places, std::uint8_t* to, std::int64_t bytes,
                  std::int64_t count, const Stream& stream);

// elements.cu
// -------------------------------------------------------------------------------------------------------------

enum class Neuron { Relu, Tanh, Sigmoid };

/// to[pixel][c] ← f(from[pixel][c] + bias[c]); f is the ReLU or nothing. `from` lies as `maps` says, `to` without
/// groups; without groups they may be the same.
void addBias(const void* from, const Maps& maps, void* to, Element element, const float* bias, bool relu,
             const Stream& stream);
void activate(Neuron neuron, const void* input, void* output, Element element, std::int64_t count,
              const Stream& stream);
/// dL/dinput from the output: f′ is a function of f for all three.
void activateBackward(Neuron neuron, const void* output, const void* outputGradient, void* inputGradient,
                      Element element, std::int64_t count, const Stream& stream);

/// What keys the masks of a step. It lies in the device's memory, where the next step's replaces it.
struct StepKey {
    std::uint64_t seed = 0;
    std::uint32_t iteration = 0;
};
struct DropoutMask {
    const StepKey* key = nullptr;
    std::uint32_t stream = 0, threshold = 0; ///< core/random/philox.h
    float kept = 1;                          ///< what kept units are multiplied by
};
/// to ← from · mask; the mask's numbers are counted in the logical order n, c, h, w.
void multiplyByMask(const void* from, void* to, Element element, const Maps& maps, const DropoutMask& mask,
                    const Stream& stream);
void multiply(const void* from, void* to, Element element, std::int64_t count, float factor, const Stream& stream);
/// Bias, ReLU (or nothing) and dropout (or null) from float32 sums to another type. A mask without key keeps all.
void finishSums(const float* sums, const float* bias, void* to, Element element, std::int64_t rows,
                std::int64_t channels, bool relu, const DropoutMask* dropout, const Stream& stream);

// response.cu, response_backward.cu
// -------------------------------------------------------------------------------------------------------------

/// What may follow a convolution up to the next one: bias, ReLU, LRN, pooling, each optional, in this order.
struct Response {
    Maps input;                  ///< the convolution's output, in groups or not
    const float* bias = nullptr; ///< [c]; null: the input is complete
    bool relu = false;

    int normSize = 0;           ///< n of §3.3; 0: no normalisation
    std::int64_t normGroup = 0; ///< channels a group
    float k = 0, scale = 0, beta = 0;

    enum class Pool { None, Max, Average } pool = Pool::None;
    int size = 1, stride = 1, pad = 0;
    std::int64_t outputH = 0, outputW = 0;

    /// Without groups.
    Maps output() const
    {
        return pool == Pool::None ? Maps{input.n, input.h, input.w, input.c} : Maps{input.n, outputH, outputW, input.c};
    }
};
/// Channels the backward pass of a normalisation keeps in shared memory at most.
constexpr std::int64_t mostNormChannels = 4000; // three floats each: within the 48 KiB that every GPU gives a block

/// `winners`, [output] of 16 bits, is written by max pooling where it is given: the cell of the window, row · size +
/// column.
void respond(const Response& r, const void* input, void* output, std::uint16_t* winners, Element element,
             const Stream& stream);
/// dL/dinput, where input is what respond() read: through pooling, normalisation and ReLU. The bias's own gradient is
/// the sum of that over pixels (sumColumns).
void respondBackward(const Response& r, const void* input, const void* outputGradient, const std::uint16_t* winners,
                     void* inputGradient, Element element, const Stream& stream);

// sums.cu
// -----------------------------------------------------------------------------------------------------------------

/// Floats of working memory for sumColumns.
std::int64_t columnScratch(std::int64_t rows, std::int64_t channels);
/// sums[c] ← Σ_pixel values[pixel][c]
void sumColumns(const void* values, Element element, const Maps& maps, float* scratch, float* sums,
                const Stream& stream);

/// The gradient of a ReLU, with dropout behind it or none (`kept` is 1): g · kept where something came out, for then
/// both let it pass.
struct Gate {
    const void* output = nullptr;
    const void* outputGradient = nullptr;
    void* inputGradient = nullptr; ///< written, as `maps` says; the others have no groups
    float kept = 1;
};
/// The same sums of what a gate makes, in the pass that makes it.
void gateAndSumColumns(const Gate& gate, const Maps& maps, Element element, float* scratch, float* sums,
                       const Stream& stream);

// loss.cu
// -----------------------------------------------------------------------------------------------------------------

struct LossTotals {
    double loss = 0; ///< sum of −ln p(true class)
    std::int64_t top1Errors = 0, top5Errors = 0;
};
/// Labels of a batch of n: n numbers and then how many of them count.
/// probabilities ← softmax(scores), [n][classes] both; of every labelled picture its loss and the number of classes
/// ranked above the true one.
void softmax(const void* scores, Element element, float* probabilities, const std::int32_t* labels, double* losses,
             std::int32_t* ranks, std::int64_t n, std::int64_t classes, const Stream& stream);
void totalLoss(const double* losses, const std::int32_t* ranks, const std::int32_t* labels, std::int64_t n,
               LossTotals* totals, const Stream& stream);
/// (p − [class is true]) / pictures that count; 0 for the others.
void softmaxBackward(const float* probabilities, const std::int32_t* labels, void* inputGradient, Element element,
                     std::int64_t n, std::int64_t classes, const Stream& stream);

// sgd.cu
// ------------------------------------------------------------------------------------------------------------------

/// What a step's update is computed with, in the device's memory: these, and the rates of its parameters one by one.
struct UpdateNumbers {
    float momentum = 0;
    std::uint32_t wantSquares = 0;
};
struct UpdateRate {
    float shrink = 0, rate = 0;
};
/// One parameter's step: v ← momentum·v − shrink·w − rate·g;  w ← w + v. Memory begins at multiples of 16 bytes.
struct UpdateEntry {
    float* weight = nullptr;
    float* velocity = nullptr;
    const void* gradient = nullptr;
    void* copy = nullptr; ///< bf16, refreshed in passing; may be null
    std::uint32_t count = 0, firstBlock = 0;
    Element gradientElement = Element::F32;
};
/// As many as fit into a kernel's arguments.
struct UpdateTable {
    static constexpr int most = 32;
    static constexpr std::uint32_t perBlock = 4096; ///< elements of one parameter that a block updates
    UpdateEntry entries[most];
    int count = 0;
    std::uint32_t blocks = 0;
    const UpdateNumbers* numbers = nullptr;
    const UpdateRate* rates = nullptr; ///< one an entry
    double* squares = nullptr;         ///< two a block: Σ v² and Σ w² of its elements, where they are wanted

    void add(UpdateEntry entry);
};
void update(const UpdateTable& table, const Stream& stream);

// direct.cu
// ---------------------------------------------------------------------------------------------------------------

/// A convolution (one group of it) as plain loops, a thread an element: slow, for shapes that no library kernel takes.
struct DirectShape {
    Maps input, output;
    int size = 1, stride = 1, pad = 0;
};
void directForward(const DirectShape& s, const void* x, const void* w, void* y, Element element, const Stream& stream);
void directBackwardData(const DirectShape& s, const void* dy, const void* w, void* dx, Element element,
                        const Stream& stream);
void directBackwardWeights(const DirectShape& s, const void* x, const void* dy, void* dw, Element element,
                           const Stream& stream);

// search.cu
// ---------------------------------------------------------------------------------------------------------------

/// How vectors that are searched lie in memory: float32, IEEE half precision, or bytes.
enum class Stored { F32, F16, U8 };

/// float32 of them, exactly.
void widen(const void* from, Stored stored, float* to, std::int64_t count, const Stream& stream);
/// lengths[row] ← Σ x², in float32.
void squaredLengths(const void* rows, Stored stored, std::int64_t count, std::int64_t dimension, float* lengths,
                    const Stream& stream);

/// Of each query the rows with the smallest |x|² − 2·q·x so far: `most` of them stand first in its `width` places, in
/// order, equal ones by row; what is no number counts as infinite. The places behind are for what comes new.
struct Nearest {
    static constexpr std::uint32_t atOnce = 2048; ///< numbers a block looks through
    static constexpr std::uint32_t noRow = 0xFFFFFFFFu;
    std::uint32_t most = 0, width = 0; ///< width ≥ (1 + ⌈rows / atOnce⌉) · most and ≤ atOnce
    float* values = nullptr;           ///< [queries][width]
    std::uint32_t* rows = nullptr;
};
/// Takes in rows firstRow … firstRow + rows − 1, whose products with the queries ([queries][rows]) and squared lengths
/// are given. Begins anew with row 0.
void keepNearest(const float* products, const float* lengths, std::int64_t queries, std::int64_t rows,
                 std::int64_t firstRow, const Nearest& nearest, const Stream& stream);

} // namespace alexscope::cuda
