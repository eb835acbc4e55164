// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>

/// The layers of a network as values. Field names are the keys of the text form (network_text.h).
namespace alexscope {

/// How a window that does not fit the border counts: Floor drops it (Caffe's convolution, the paper with 227),
/// Ceil keeps it and reads zeros beyond the border (the 2012 code: asymmetric padding below and to the right).
enum class Rounding { Floor, Ceil };

/// Initial values: weights N(0, σ), biases one constant (paper §5).
struct Initialisation {
    double weightStd = 0.01;
    double bias = 0;
    bool operator==(const Initialisation&) const = default;
};

/// Rates relative to the run's learning rate and decay; 1 and 1 in the paper. 0 freezes the parameter.
struct RateFactors {
    double weightRate = 1, biasRate = 1;
    double weightDecay = 1, biasDecay = 1;
    bool operator==(const RateFactors&) const = default;
};

/// out = (in + 2 pad − size) / stride + 1; weights [filters, in / groups, size, size].
struct ConvolutionSpec {
    int filters = 0;
    int size = 0;
    int stride = 1;
    int pad = 0;
    int groups = 1;
    Rounding rounding = Rounding::Floor;
    Initialisation initial;
    RateFactors rates;
    bool operator==(const ConvolutionSpec&) const = default;
};

/// Fully connected over all C×H×W inputs of a picture in that order; weights [outputs, inputs].
struct LinearSpec {
    int outputs = 0; ///< 0: the number of classes (`outputs = classes`), resolved by NetworkSpec::withClasses
    Initialisation initial;
    RateFactors rates;
    bool operator==(const LinearSpec&) const = default;
};

enum class ActivationKind { Relu, Tanh, Sigmoid };

struct ActivationSpec {
    ActivationKind kind = ActivationKind::Relu;
    bool operator==(const ActivationSpec&) const = default;
};

/// How the text means its α. b = a / (k + s Σ a²)^β over the n channels around a's own (§3.3).
enum class AlphaConvention {
    Paper,      ///< s = α: the paper, TensorFlow
    DividedByN, ///< s = α / n: cuda-convnet, Caffe, cuDNN, oneDNN, PyTorch, ONNX
};

/// Local response normalisation across channels; the window stays inside each of `groups` equal runs of channels.
struct LrnSpec {
    int n = 5;
    double k = 2;
    double alpha = 1e-4;
    double beta = 0.75;
    AlphaConvention convention = AlphaConvention::Paper;
    int groups = 1;

    /// The factor s in front of the sum of squares.
    double scale() const { return convention == AlphaConvention::Paper ? alpha : alpha / n; }
    bool operator==(const LrnSpec&) const = default;
};

enum class PoolingKind { Max, Average };

/// Overlapping when stride < size (§3.4). Cells beyond the border do not count: neither in the maximum nor in the mean,
/// whose divisor is the number of cells inside the picture.
struct PoolingSpec {
    PoolingKind kind = PoolingKind::Max;
    int size = 3;
    int stride = 2;
    int pad = 0;
    Rounding rounding = Rounding::Floor;
    bool operator==(const PoolingSpec&) const = default;
};

/// §4.2. Paper: training multiplies by the 0/1 mask, test by (1 − p). Inverted: training multiplies kept units by
/// 1 / (1 − p), test is the identity (Caffe, torchvision).
enum class DropoutConvention { Paper, Inverted };

struct DropoutSpec {
    static constexpr double largest = 0.9999; ///< p goes from 0 to this: something has to be left
    double p = 0.5;
    DropoutConvention convention = DropoutConvention::Paper;
    bool operator==(const DropoutSpec&) const = default;
};

/// Softmax and cross-entropy, mean over the batch. Always the last layer; its output is the probabilities.
struct SoftmaxLossSpec {
    bool operator==(const SoftmaxLossSpec&) const = default;
};

using LayerOperation =
    std::variant<ConvolutionSpec, LinearSpec, ActivationSpec, LrnSpec, PoolingSpec, DropoutSpec, SoftmaxLossSpec>;

struct LayerSpec {
    std::string name; ///< conv1, relu1, norm1, pool1 …; unique, [A-Za-z0-9_]+
    LayerOperation operation;
    int line = 0; ///< where the text defines it, for messages; 0 when built in code

    template <typename T>
    const T* as() const
    {
        return std::get_if<T>(&operation);
    }
    bool hasParameters() const { return as<ConvolutionSpec>() || as<LinearSpec>(); }
    /// The same layer, wherever its text stands.
    bool operator==(const LayerSpec& other) const { return name == other.name && operation == other.operation; }
};

/// "convolution", "linear", "relu", "tanh", "sigmoid", "lrn", "max-pooling", "average-pooling", "dropout",
/// "softmax-loss".
std::string kindName(const LayerSpec& layer);

} // namespace alexscope
