// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string>

namespace alexscope {

enum class LossVerdict {
    Fine,
    NotFinite, ///< NaN or infinite: the weights are lost
    Chance,    ///< has long stayed where guessing would put it
    Standing,  ///< has long stayed where it is even worse
};

/// Looks at every training loss for the best known failures. That nothing is learned is said once.
class LossWatch {
public:
    static constexpr std::int64_t window = 500; ///< iterations that have to stay at chance; twice as many above it

    explicit LossWatch(int classes);

    LossVerdict take(double loss);
    /// What a person can do about a verdict, as a sentence.
    std::string advice(LossVerdict verdict, double learningRate) const;

private:
    double m_chance; ///< ln(classes)
    std::int64_t m_count = 0;
    double m_sum = 0, m_meanBefore = std::numeric_limits<double>::infinity();
    bool m_warned = false;
};

} // namespace alexscope
