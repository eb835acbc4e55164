// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/loss_watch.h"

#include "core/error.h"

#include <cmath>

namespace alexscope {

LossWatch::LossWatch(int classes) : m_chance(std::log(static_cast<double>(classes))) {}

LossVerdict LossWatch::take(double loss)
{
    if (!std::isfinite(loss))
        return LossVerdict::NotFinite;
    m_sum += loss;
    if (++m_count < window)
        return LossVerdict::Fine;
    const double mean = m_sum / static_cast<double>(m_count);
    m_count = 0;
    m_sum = 0;
    constexpr double near = 0.01;
    if (m_warned || std::abs(mean - m_chance) > near * m_chance)
        return LossVerdict::Fine;
    m_warned = true;
    return LossVerdict::Chance;
}

std::string LossWatch::advice(LossVerdict verdict, double learningRate) const
{
    if (verdict == LossVerdict::NotFinite)
        return concat(
            "The loss is no longer a number: the steps were too large. Reset and lower the learning rate (now ",
            learningRate, "), or resume from the latest checkpoint.");
    if (verdict == LossVerdict::Chance)
        return concat("The loss has stayed at ", m_chance, ", that of guessing, for ", window,
                      " iterations. Try another learning rate (now ", learningRate,
                      "), smaller initial biases (0.1 in place of 1), larger initial weights, or check the labels.");
    return {};
}

} // namespace alexscope
