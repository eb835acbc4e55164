// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plain_speeds.h"

#include "core/network/network.h"
#include "gui/look/paths.h"

#include <QElapsedTimer>

#include <algorithm>
#include <ctime>
#include <functional>
#include <thread>
#include <vector>

namespace alexscope::gui {

namespace {

/// `work` once to warm up, then again and again for so long; it says how many it did.
PlainSpeed speedOf(const std::function<std::int64_t()>& work, double seconds)
{
    work();
    std::int64_t done = 0;
    const std::clock_t before = std::clock(); // of all threads
    QElapsedTimer clock;
    clock.start();
    const auto passed = [&] { return static_cast<double>(clock.nsecsElapsed()) * 1e-9; };
    while (done == 0 || passed() < seconds)
        done += work();
    const double time = passed(), used = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    return {static_cast<double>(done) / time, used / static_cast<double>(done)};
}

} // namespace

PlainSpeed decodingAlone(const VideoOpeners& openers, const QString& file, double seconds)
{
    const std::unique_ptr<FrameReader> reader = openers.file(toPath(file));
    return speedOf(
        [&]() -> std::int64_t {
            if (reader->next())
                return 1;
            reader->rewind();
            return 0;
        },
        seconds);
}

PlainSpeed inferenceAlone(const Catalogue& catalogue, const NetworkSpec& network, const std::string& precision,
                          std::int64_t batch, double seconds)
{
    const std::unique_ptr<Backend> backend = catalogue.make("auto");
    Network plain(network, *backend, {batch, resolvePrecision(*backend, precision, network), false, true});
    plain.initialise(1);
    const std::vector<float> input(static_cast<std::size_t>(batch * network.input.perPicture()), 0.5f);
    return speedOf(
        [&] {
            plain.setInput(input);
            plain.setLabels({});
            plain.forward({Phase::Test, 0, 0});
            (void)plain.download(plain.activation(static_cast<int>(network.layers.size()) - 1));
            return batch;
        },
        seconds);
}

double mostTogether(const PlainSpeed& one, const PlainSpeed& other)
{
    const double cores = std::max(1u, std::thread::hardware_concurrency());
    const double shared = cores / std::max(one.processorSeconds + other.processorSeconds, 1e-9);
    return std::min({shared, one.perSecond, other.perSecond});
}

} // namespace alexscope::gui
