// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/frame_reader.h"
#include "core/error.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

namespace alexscope::tests {

/// A video that is made up while it plays: frame n is of one colour that tells n.
class ScriptedReader : public FrameReader {
public:
    /// The counters are shared: a source's thread, which nobody waits for, may still read when the test is over.
    struct Script {
        int frames = 10;
        double perSecond = 240; ///< 0: a camera, which sends the frames and is gone then
        int side = 4;
        std::chrono::milliseconds takes{0}; ///< to read a frame
        std::string remark = {};
        std::shared_ptr<std::atomic<int>> read = {};   ///< counts, when given
        std::shared_ptr<std::atomic<bool>> letGo = {}; ///< until it is true the second frame does not come
        std::shared_ptr<std::atomic<int>> alive = {};  ///< counts readers
    };
    explicit ScriptedReader(Script script) : m_script(std::move(script))
    {
        if (m_script.alive)
            ++*m_script.alive;
    }
    ~ScriptedReader() override
    {
        if (m_script.alive)
            --*m_script.alive;
    }

    static Image picture(int number, int side)
    {
        Image image(side, side);
        for (std::size_t i = 0; i < image.rgb.size(); ++i)
            image.rgb[i] = static_cast<std::uint8_t>((number * 37 + static_cast<int>(i % 3) * 80) % 256);
        return image;
    }

    std::optional<Image> next() override
    {
        if (m_next == 1 && m_script.letGo)
            m_script.letGo->wait(false);
        if (m_script.takes.count() > 0)
            std::this_thread::sleep_for(m_script.takes);
        if (m_next == m_script.frames) {
            if (m_script.perSecond <= 0)
                throw Error("The camera is gone.");
            return std::nullopt;
        }
        if (m_script.read)
            ++*m_script.read;
        return picture(++m_next, m_script.side);
    }
    double perSecond() const override { return m_script.perSecond; }
    bool rewind() override
    {
        m_next = 0;
        return m_script.perSecond > 0;
    }
    std::string remark() const override { return m_script.remark; }

private:
    const Script m_script;
    int m_next = 0;
};

} // namespace alexscope::tests
