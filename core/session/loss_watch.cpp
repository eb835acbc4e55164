// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/loss_watch.h"

#include "core/error.h"

#include <cmath>
#include <utility>

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
    const double before = std::exchange(m_meanBefore, mean);
    constexpr double near = 0.01;
    const bool atChance = std::abs(mean - m_chance) <= near * m_chance,
               standing = mean > m_chance && mean >= (1 - near) * before;
    if (m_warned || !(atChance || standing))
        return LossVerdict::Fine;
    m_warned = true;
    return atChance ? LossVerdict::Chance : LossVerdict::Standing;
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
    if (verdict == LossVerdict::Standing)
        return concat("The loss has not fallen for ", 2 * window, " iterations and is above ", m_chance,
                      ", that of guessing. Try another learning rate (now ", learningRate,
                      "), smaller initial weights, or check the labels.");
    return {};
}

} // namespace alexscope
