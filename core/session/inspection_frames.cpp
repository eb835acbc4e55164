// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/inspection.h"
#include "core/session/meters.h"

#include <algorithm>

/// Every frame of a video through the network, as fast as it goes.
namespace alexscope {

namespace {

/// A pass that is over sooner leaves the device waiting for the next; one that takes longer keeps commands waiting.
constexpr double tooShort = 0.015, tooLong = 0.06;

} // namespace

void Inspection::passFrames(const std::vector<Frame>& frames)
{
    const Clock::time_point begin = Clock::now();
    if (!m_frameNetwork)
        m_frameNetwork = std::make_unique<Network>(
            m_trainer.network().spec(), m_backend,
            NetworkOptions{static_cast<std::int64_t>(m_framesAtOnce), m_trainer.options().precision, false, true},
            m_trainer.parameters());
    const auto perFrame = static_cast<std::size_t>(m_trainer.options().network.input.perPicture());
    const Augmenter& augmenter = *m_trainer.augmenter();
    std::vector<float> input(frames.size() * perFrame);
    for (std::size_t i = 0; i < frames.size(); ++i)
        augmenter.apply(*frames[i].picture, augmenter.centreTransform(),
                        std::span(input).subspan(i * perFrame, perFrame));
    m_frameNetwork->followDropout(m_trainer.network().spec());
    m_frameNetwork->setInput(input);
    m_frameNetwork->setLabels({});
    m_frameNetwork->forward({Phase::Test, m_trainer.options().seed, static_cast<std::uint32_t>(m_trainer.iteration())});
    takeAnswers(frames);
    const double seconds = secondsBetween(begin, Clock::now());
    const bool full = frames.size() == m_framesAtOnce;
    if (full && seconds < tooShort && m_framesAtOnce < FrameSource::mostWaiting)
        m_framesAtOnce *= 2;
    else if (seconds > tooLong && m_framesAtOnce > 1)
        m_framesAtOnce /= 2;
    if (m_frameNetwork->options().batch != static_cast<std::int64_t>(m_framesAtOnce))
        m_frameNetwork.reset();
}

void Inspection::takeAnswers(const std::vector<Frame>& frames)
{
    const int last = static_cast<int>(m_trainer.options().network.layers.size()) - 1;
    const HostTensor output = m_frameNetwork->download(m_frameNetwork->activation(last));
    const std::ptrdiff_t classes = m_trainer.options().network.outputClasses();
    auto row = output.values.begin();
    for (const Frame& frame : frames) {
        const auto most = std::max_element(row, row + classes);
        m_frameAnswers.push_back({frame.number, static_cast<std::int32_t>(most - row), *most, m_trainer.iteration()});
        row += classes;
    }
    while (m_frameAnswers.size() > mostFrameAnswers)
        m_frameAnswers.pop_front();
}

} // namespace alexscope
