// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"
#include "core/network/network_spec.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

/// How one number of one layer comes about: every operand, in the order in which people would write it down.
namespace alexscope {

/// Which number is to be explained.
struct ArithmeticRequest {
    std::string layer;
    int channel = 0, y = 0, x = 0; ///< of the layer's output
    bool ofStep = false;           ///< of the step's own picture `batchPicture`; otherwise of the pinned picture
    int label = -1;                ///< true class of the pinned picture for the softmax; −1: nobody knows
    bool operator==(const ArithmeticRequest&) const = default;
};

/// Convolution and linear: bias + Σ over groups Σ over cells input · weight.
/// Convolution: a group is an input channel of the filter's own group, its cells are the window. Linear over maps: a
/// group is an input channel, its cells are that whole map. Linear over a vector: groups are equal runs of inputs.
struct WeightedSum {
    bool convolution = false;
    int firstChannel = 0; ///< input channel of group 0
    int groups = 0, rows = 0, columns = 0;
    int top = 0, left = 0;  ///< of the window in the input; negative in the padding
    std::int64_t count = 0; ///< cells that exist; less than groups · rows · columns where the last run is short
    std::vector<float> inputs, weights; ///< groups × rows × columns; 0 where nothing is
    std::vector<bool> padding;          ///< rows × columns: the window's cells beyond the border; convolution only
    std::vector<double> sums;           ///< one a group
    double bias = 0;
    std::vector<int> largest; ///< cells whose products are largest in size, the largest first; at most ten

    double product(std::size_t cell) const
    {
        return static_cast<double>(inputs[cell]) * static_cast<double>(weights[cell]);
    }
};

/// tanh, sigmoid, ReLU: one number in.
struct PointwiseValue {
    double input = 0;
};

/// b = a / (k + s Σ a²)^β over the channels `first` … (§3.3); s is α, or α / n.
struct LrnSum {
    int first = 0;                                       ///< channel of neighbours[0]
    std::vector<float> neighbours;                       ///< a of the window's channels as far as they exist
    int own = 0;                                         ///< index of the channel itself in neighbours
    double scale = 0;                                    ///< s
    double sumOfSquares = 0, denominator = 0, power = 0; ///< Σ a², k + s Σ a², its β-th power
};

/// The window of a pooling layer (§3.4).
struct PoolingWindow {
    int top = 0, left = 0, size = 0;
    std::vector<float> inputs; ///< size × size; 0 beyond the border
    std::vector<bool> beyond;  ///< cells that do not exist and do not count
    int winner = -1;           ///< max: the first largest cell
    int count = 0;             ///< cells that exist
    double sum = 0;            ///< of them
};

/// Dropout (§4.2).
struct DropoutValue {
    double input = 0, factor = 1; ///< what the input is multiplied by; 0 when dropped
    bool drawn = false;           ///< training: by lot; test: everything is scaled
    bool kept = true;
};

/// p = e^(x − max) / Σ e^(x − max) and, where the class is known, the loss −ln p(class).
struct SoftmaxSum {
    std::vector<float> logits;
    std::vector<double> exponentials, probabilities;
    double maximum = 0, sum = 0;
    int label = -1;
    double loss = 0; ///< only with a label
};

/// An immutable value. Its numbers are the device's own operands; what is computed from them here is computed in
/// double.
struct Arithmetic {
    ArithmeticRequest place;
    std::int64_t iteration = 0; ///< of the parameters
    LayerSpec layer;
    LayerGeometry geometry;
    std::string input;                     ///< the layer that delivers the operands; empty: the network's input
    bool trainingMode = false;             ///< of a step's picture: dropout draws
    int batchPicture = 0;                  ///< then which
    Precision precision = Precision::Fp32; ///< Bf16: the operands are the rounded ones that the device multiplies
    double computed = 0;                   ///< from the operands below
    double engine = 0;                     ///< what the device says
    /// monostate: the weights are too many to be fetched while running; hold to see them.
    std::variant<std::monostate, WeightedSum, PointwiseValue, LrnSum, PoolingWindow, DropoutValue, SoftmaxSum> terms;

    template <typename T>
    const T* as() const
    {
        return std::get_if<T>(&terms);
    }
    bool waitsForHold() const { return std::holds_alternative<std::monostate>(terms); }
};

/// What an explanation is made from: one picture's numbers before and after a layer.
struct ArithmeticSource {
    const LayerSpec* layer = nullptr;
    LayerGeometry geometry;
    int index = 0;                            ///< of the layer; keys dropout
    std::span<const float> input{}, output{}; ///< of one picture, c × h × w
    std::span<const float> unitWeights{};     ///< of the channel asked for; empty: not fetched
    double bias = 0;
    Precision precision = Precision::Fp32;
    StepContext context{};   ///< of the forward pass that made `output`
    std::int64_t sample = 0; ///< the picture's place in its batch; keys dropout
    int label = -1;
};

/// Throws Error when the place lies outside the layer's output.
Arithmetic explain(const ArithmeticSource& source, const ArithmeticRequest& place);

} // namespace alexscope
