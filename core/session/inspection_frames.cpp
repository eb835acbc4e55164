// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/inspection.h"
#include "core/session/meters.h"

#include <algorithm>

/// Every frame of a video through the network, as fast as it goes.
namespace alexscope {

namespace {

/// Many at once go faster (a fully connected layer reads its weights once for all); a pass that takes longer keeps
/// commands waiting.
constexpr double tooShort = 0.08, tooLong = 0.2;
/// Frames that come more slowly than they pass would leave places empty, which cost as much as full ones.
constexpr int framePatience = 8;

} // namespace

void Inspection::passFrames(const std::vector<Frame>& frames)
{
    const Clock::time_point begin = Clock::now();
    m_isFirstPass = !m_frameNetwork;
    if (!m_frameNetwork)
        m_frameNetwork = std::make_unique<Network>(
            m_trainer.network().spec(), m_backend,
            NetworkOptions{static_cast<std::int64_t>(m_framesAtOnce), m_trainer.options().precision, false, true},
            m_trainer.parameters());
    const auto perFrame = static_cast<std::size_t>(m_trainer.options().network.input.perPicture());
    const Augmenter& augmenter = *m_trainer.augmenter();
    m_frameInput.resize(m_framesAtOnce * perFrame); // behind the frames lies what was there before
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const bool fits = frames[i].square && frames[i].square->width == augmenter.resizedSide();
        augmenter.apply(fits ? *frames[i].square : *frames[i].picture, augmenter.centreTransform(),
                        std::span(m_frameInput).subspan(i * perFrame, perFrame));
    }
    m_frameNetwork->followDropout(m_trainer.network().spec());
    m_frameNetwork->setInput(m_frameInput);
    m_frameNetwork->setLabels({});
    m_frameNetwork->forward({Phase::Test, m_trainer.options().seed, static_cast<std::uint32_t>(m_trainer.iteration())});
    takeAnswers(frames);
    m_framesPassed = frames.size();
    m_passSeconds = secondsBetween(begin, Clock::now());
}

void Inspection::framesWaitAfterPass(std::size_t waiting)
{
    if (m_isFirstPass)
        return;
    const bool full = m_framesPassed == m_framesAtOnce, more = waiting >= m_framesAtOnce;
    m_emptyPasses = 2 * m_framesPassed <= m_framesAtOnce ? m_emptyPasses + 1 : 0;
    const std::size_t before = m_framesAtOnce;
    if (full && more && m_passSeconds < tooShort && m_framesAtOnce < FrameSource::mostWaiting)
        m_framesAtOnce *= 2;
    else if ((m_passSeconds > tooLong || m_emptyPasses == framePatience) && m_framesAtOnce > 1)
        m_framesAtOnce /= 2;
    if (m_framesAtOnce == before)
        return;
    m_emptyPasses = 0;
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
