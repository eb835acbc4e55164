// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/layer_rates.h"

#include <cstdint>
#include <vector>

namespace alexscope {

/// What happens to a training picture before the network sees it (§4.1).
struct Augmentation {
    bool randomCrop = true; ///< a random input-sized patch of the resize × resize picture; else the centre
    int pad = 0;            ///< zero-padding (after mean subtraction) around the picture before the crop; CIFAR's 4
    bool reflect = true;    ///< mirror with probability 1/2
    double colourSigma = 0; ///< α_i ~ N(0, σ) of the colour PCA; 0.1 in the paper. λ is the standard deviation
                            ///< along the axis, as in the 2012 code: with the printed eigenvalues 0.1·λ would be
                            ///< up to ±1,483 grey levels and destroy the picture.
    bool operator==(const Augmentation&) const = default;
};

enum class ScheduleKind {
    Fixed,
    Steps,   ///< divide at the listed epochs
    Plateau, ///< divide when validation error has not improved for `patience` validations (§5)
};

struct Schedule {
    ScheduleKind kind = ScheduleKind::Fixed;
    double divisor = 10;
    std::vector<double> epochs; ///< Steps: at which epochs (fractions allowed), ascending
    int patience = 3;           ///< Plateau: validations without improvement
    int reductions = 3;         ///< Plateau: at most this many divisions; the next plateau ends nothing, it just stays
    bool operator==(const Schedule&) const = default;
};

/// Every hyper-parameter of a run. The network's text gives defaults; a run may override each and records all.
struct Recipe {
    int batch = 128;
    double epochs = 90;
    std::int64_t iterations = 0; ///< when > 0, takes the place of epochs
    double learningRate = 0.01;  ///< ε
    double momentum = 0.9;
    double weightDecay = 0.0005;
    LayerRates layerRates; ///< single layers faster, slower or not at all
    Schedule schedule;
    Augmentation augmentation;
    double validateEvery = 1; ///< epochs between validations; 0 never
    double colourOffLast = 0; ///< colour noise and crops stop this many epochs before the end; 0: never
    bool operator==(const Recipe&) const = default;
};

} // namespace alexscope
