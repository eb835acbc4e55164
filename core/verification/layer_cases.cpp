// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verification/layer_cases.h"

#include "core/error.h"

namespace alexscope {
namespace {

ConvolutionSpec convolution(int filters, int size, int stride, int pad, int groups, Rounding rounding = Rounding::Floor)
{
    ConvolutionSpec spec;
    spec.filters = filters;
    spec.size = size;
    spec.stride = stride;
    spec.pad = pad;
    spec.groups = groups;
    spec.rounding = rounding;
    return spec;
}

LinearSpec linear(int outputs)
{
    LinearSpec spec;
    spec.outputs = outputs;
    return spec;
}

/// The layer under test after a convolution, so that its input comes in the layout a network would give it.
LayerCase inside(std::string name, Shape input, LayerOperation operation, std::int64_t batch = 3)
{
    LayerCase one;
    one.name = std::move(name);
    one.batch = batch;
    one.layer = 1;
    one.network.name = "case";
    one.network.input = {1, 2, input.h, input.w};
    one.network.layers = {{"before", convolution(static_cast<int>(input.c), 1, 1, 0, 1)},
                          {"tested", operation},
                          {"after", linear(4)},
                          {"loss", SoftmaxLossSpec{}}};
    return one;
}

/// The layer under test as the network's first: its input is the picture and nobody wants that gradient.
LayerCase first(std::string name, Shape input, LayerOperation operation, std::int64_t batch = 3)
{
    LayerCase one = inside(std::move(name), input, std::move(operation), batch);
    one.network.input = input;
    one.network.layers.erase(one.network.layers.begin());
    one.layer = 0;
    return one;
}

void addConvolutions(std::vector<LayerCase>& cases)
{
    const auto add = [&](const char* name, Shape input, ConvolutionSpec spec, std::int64_t batch = 3) {
        cases.push_back(inside(concat("convolution, ", name), input, spec, batch));
    };
    cases.push_back(first("convolution, the first layer 11x11/4", {1, 3, 35, 31}, convolution(8, 11, 4, 0, 1)));
    cases.push_back(
        first("convolution, the first layer on one grey channel", {1, 1, 14, 14}, convolution(6, 5, 1, 2, 1)));
    add("3x3 on 5 channels", {1, 5, 9, 7}, convolution(7, 3, 1, 1, 1));
    add("1x1", {1, 17, 5, 6}, convolution(19, 1, 1, 0, 1));
    add("one picture", {1, 6, 8, 8}, convolution(8, 3, 1, 1, 1), 1);
    add("window as large as the picture", {1, 4, 6, 5}, convolution(9, 5, 1, 0, 1));
    add("stride larger than the window", {1, 4, 11, 10}, convolution(6, 2, 3, 0, 1));
    add("padding as wide as it may be", {1, 3, 6, 7}, convolution(5, 3, 1, 2, 1));
    add("2 groups of 16", {1, 32, 13, 13}, convolution(32, 3, 1, 1, 2));
    add("2 groups of 6 to 10", {1, 12, 7, 7}, convolution(20, 5, 1, 2, 2));
    add("3 groups, stride 2", {1, 6, 11, 10}, convolution(9, 5, 2, 2, 3));
    add("a group a channel", {1, 7, 9, 8}, convolution(7, 3, 1, 1, 7));
    add("4 groups of 1x1", {1, 8, 5, 5}, convolution(12, 1, 1, 0, 4), 2);
    add("rounding up", {1, 3, 12, 14}, convolution(4, 5, 3, 0, 1, Rounding::Ceil));
    add("rounding up 11x11/4", {1, 3, 32, 36}, convolution(8, 11, 4, 0, 1, Rounding::Ceil));
    add("rounding up, padded, 2 groups", {1, 4, 8, 11}, convolution(8, 4, 3, 1, 2, Rounding::Ceil));
    cases.push_back(first("convolution, the first layer rounding up", {1, 3, 36, 33},
                          convolution(16, 11, 4, 0, 1, Rounding::Ceil)));
}

void addLinear(std::vector<LayerCase>& cases)
{
    cases.push_back(inside("linear, 37 to 11", {1, 37, 1, 1}, linear(11)));
    cases.push_back(inside("linear, picture 5x3x2 to 17", {1, 5, 3, 2}, linear(17)));
    cases.push_back(inside("linear, 16x6x6 to 130", {1, 16, 6, 6}, linear(130), 5));
    cases.push_back(inside("linear, one number to one", {1, 1, 1, 1}, linear(1), 1));
    cases.push_back(first("linear, the first layer", {1, 3, 5, 4}, linear(9)));
}

void addActivations(std::vector<LayerCase>& cases)
{
    const auto add = [&](const char* name, ActivationKind kind) {
        cases.push_back(inside(concat(name, " on pictures"), {1, 5, 7, 3}, ActivationSpec{kind}));
        cases.push_back(inside(concat(name, " on vectors"), {1, 43, 1, 1}, ActivationSpec{kind}, 2));
    };
    add("relu", ActivationKind::Relu);
    add("tanh", ActivationKind::Tanh);
    add("sigmoid", ActivationKind::Sigmoid);
}

void addLrn(std::vector<LayerCase>& cases)
{
    const auto add = [&](const char* name, Shape input, LrnSpec spec) {
        cases.push_back(inside(concat("lrn, ", name), input, spec));
    };
    add("as printed", {1, 19, 5, 7}, {});
    add("alpha divided by n", {1, 19, 5, 7}, {5, 2, 1e-4, 0.75, AlphaConvention::DividedByN, 1});
    add("k = 1, alpha divided by n", {1, 16, 6, 6}, {5, 1, 1e-4, 0.75, AlphaConvention::DividedByN, 1});
    add("large alpha", {1, 8, 7, 7}, {5, 2, 0.05, 0.75, AlphaConvention::Paper, 1});
    add("n = 3, beta = 1/2", {1, 10, 3, 5}, {3, 1.5, 0.01, 0.5, AlphaConvention::Paper, 1});
    add("n = 9, beta = 1", {1, 24, 4, 4}, {9, 1, 5e-5, 1, AlphaConvention::Paper, 1});
    add("n = 1", {1, 6, 4, 3}, {1, 2, 0.1, 0.75, AlphaConvention::Paper, 1});
    add("window wider than the channels", {1, 4, 3, 3}, {9, 2, 1e-3, 0.75, AlphaConvention::Paper, 1});
    add("2 groups", {1, 22, 5, 5}, {5, 2, 1e-4, 0.75, AlphaConvention::DividedByN, 2});
    add("groups narrower than the window", {1, 12, 3, 5}, {5, 2, 1e-4, 0.75, AlphaConvention::Paper, 4});
    add("beta = 0.6", {1, 18, 5, 3}, {5, 2, 1e-3, 0.6, AlphaConvention::Paper, 1});
}

void addPooling(std::vector<LayerCase>& cases)
{
    for (const PoolingKind kind : {PoolingKind::Max, PoolingKind::Average}) {
        const auto add = [&](const char* name, Shape input, int size, int stride, int pad, Rounding rounding) {
            cases.push_back(inside(concat(kind == PoolingKind::Max ? "max" : "average", "-pooling, ", name), input,
                                   PoolingSpec{kind, size, stride, pad, rounding}));
        };
        add("overlapping 3x3/2", {1, 18, 15, 13}, 3, 2, 0, Rounding::Floor);
        add("2x2/2 drops the border", {1, 5, 9, 7}, 2, 2, 0, Rounding::Floor);
        add("3x3/2 rounding up", {1, 5, 8, 10}, 3, 2, 0, Rounding::Ceil);
        add("3x3/1 padded", {1, 16, 6, 5}, 3, 1, 1, Rounding::Floor);
        add("3x3/2 padded, rounding up", {1, 4, 8, 9}, 3, 2, 1, Rounding::Ceil);
        add("5x5/3 padded by 2", {1, 3, 11, 7}, 5, 3, 2, Rounding::Floor);
        add("the whole picture", {1, 7, 4, 6}, 4, 1, 0, Rounding::Floor);
        add("stride larger than the window", {1, 4, 11, 12}, 2, 3, 0, Rounding::Floor);
    }
}

void addDropout(std::vector<LayerCase>& cases)
{
    for (const DropoutConvention convention : {DropoutConvention::Paper, DropoutConvention::Inverted})
        for (const double p : {0.5, 0.2, 0.0})
            for (const bool testPhase : {false, true}) {
                cases.push_back(
                    inside(concat("dropout, ", convention == DropoutConvention::Paper ? "paper" : "inverted",
                                  ", p = ", p, testPhase ? ", test" : ", training"),
                           {1, 61, 1, 1}, DropoutSpec{p, convention}, 5));
                cases.back().testPhase = testPhase;
            }
    cases.push_back(inside("dropout on pictures", {1, 5, 3, 7}, DropoutSpec{}));
}

void addLosses(std::vector<LayerCase>& cases)
{
    const auto add = [&](int classes, std::int64_t batch, std::int64_t labelled) {
        LayerCase one = inside(concat("softmax-loss, ", classes, " classes, ", labelled, " of ", batch, " pictures"),
                               {1, 3, 2, 2}, linear(classes), batch);
        one.network.layers.erase(one.network.layers.begin() + 2);
        one.layer = 2;
        one.labelled = labelled;
        cases.push_back(std::move(one));
    };
    add(2, 4, 4);
    add(10, 7, 7);
    add(10, 7, 3);
    add(1000, 4, 4);
    add(17, 3, 1);
    add(1, 2, 2);
}

} // namespace

std::vector<LayerCase> layerCases()
{
    std::vector<LayerCase> cases;
    addConvolutions(cases);
    addLinear(cases);
    addActivations(cases);
    addLrn(cases);
    addPooling(cases);
    addDropout(cases);
    addLosses(cases);
    return cases;
}

} // namespace alexscope
