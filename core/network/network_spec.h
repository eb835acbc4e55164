// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/preprocessing.h"
#include "core/network/layer_spec.h"
#include "core/tensor/shape.h"
#include "core/training/recipe.h"

#include <string>
#include <string_view>
#include <vector>

namespace alexscope {

/// A network as a value: what the text form says, nothing derived. Ablations are other values.
struct NetworkSpec {
    std::string name;              ///< alexnet, cifar-quick …
    std::string title;             ///< one line for people, English; may be empty
    Shape input{1, 3, 227, 227};   ///< n is always 1 here
    int classes = 1000;            ///< default for layers with `outputs = classes`
    Preprocessing preprocessing;   ///< how a picture becomes the input
    Recipe recipe;                 ///< the hyper-parameters this network is usually trained with
    std::vector<LayerSpec> layers; ///< in order; a chain

    /// Resolves `outputs = classes` to the number of classes of the data. A text that fixes its last layer is
    /// unchanged; then `count` must not exceed it (Error).
    NetworkSpec withClasses(int count) const;
    /// The same network for any set: the outputs of its last linear layer follow the classes.
    NetworkSpec withOpenClasses() const;
    /// Whether some layer follows the number of classes.
    bool followsClasses() const;
    /// Outputs of the last linear layer (classes resolved).
    int outputClasses() const;
    /// Index of the last linear layer, whose outputs are the classes, or -1.
    int classLayer() const;
    /// Index of the layer of that name, or -1.
    int indexOf(std::string_view layer) const;

    bool operator==(const NetworkSpec&) const = default;
};

/// Indices of the dropout layers, in order.
std::vector<int> dropoutLayersOf(const NetworkSpec& network);

/// What follows from a layer's place in the network, per picture (n = 1).
struct LayerGeometry {
    Shape input, output;
    Shape weightShape;        ///< [out, in/groups, size, size] or [out, in, 1, 1]; count 0 fields when none
    std::int64_t weights = 0; ///< number of weights
    std::int64_t biases = 0;
    std::int64_t multiplyAdds = 0;    ///< forward, one picture; convolution and linear only
    int padAfterH = 0, padAfterW = 0; ///< zeros below and to the right that Rounding::Ceil adds, beyond `pad`
    int receptiveField = 1;  ///< side of the input square one unit sees; the whole input from the first linear layer on
    int receptiveStride = 1; ///< distance of neighbouring units' squares in input pixels
    int receptiveOffset = 0; ///< left edge of unit 0's square, in input pixels; negative in the padding
};

/// Geometry of every layer. Throws Error "origin:line: layer: cause" when shapes do not fit (window larger than its
/// input, channels not divisible by groups, more than 2^31 elements, missing loss layer, classes unresolved …).
/// `origin` names the text in messages; the network's name when empty.
std::vector<LayerGeometry> geometryOf(const NetworkSpec& network, const std::string& origin = {});

struct NetworkTotals {
    std::int64_t parameters = 0, multiplyAdds = 0;
};
NetworkTotals totalsOf(const std::vector<LayerGeometry>& geometry);

/// One learnable tensor of a network, in file order: conv1.weight, conv1.bias, conv2.weight …
struct ParameterInfo {
    std::string name; ///< conv1.weight
    int layer = 0;    ///< index into NetworkSpec::layers
    bool isBias = false;
    Shape shape;             ///< weights as in LayerGeometry; biases {out, 1, 1, 1}
    int rank = 1;            ///< dimensions in a file: 4 convolution weights, 2 linear weights, 1 biases
    double initialStd = 0;   ///< weights: N(0, σ)
    double initialValue = 0; ///< biases
    double rateFactor = 1, decayFactor = 1;
};
std::vector<ParameterInfo> parametersOf(const NetworkSpec& network);

} // namespace alexscope
