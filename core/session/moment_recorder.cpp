// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/moment_recorder.h"

#include "core/error.h"

#include <algorithm>
#include <array>

namespace alexscope {

namespace {

constexpr double shortestPause = 1, pauseToTraining = 0.005;
constexpr std::int64_t mostParameterBytes = 1 << 20, mostActivationBytes = 4 << 20;

std::int64_t bytesOf(std::int64_t numbers)
{
    return numbers * static_cast<std::int64_t>(sizeof(float));
}

/// Smaller is wanted more.
int rank(const LayerSpec& layer)
{
    if (layer.as<LinearSpec>() || layer.as<SoftmaxLossSpec>() || layer.as<ActivationSpec>())
        return 0;
    if (layer.as<ConvolutionSpec>())
        return 1;
    if (layer.as<PoolingSpec>())
        return 2;
    return layer.as<LrnSpec>() ? 3 : 4; // what dropout scales in test mode is known already
}

} // namespace

MomentChoice chooseForMoments(const NetworkSpec& network, const std::vector<LayerGeometry>& geometry)
{
    MomentChoice choice;
    std::int64_t bytes = 0;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        if (!network.layers[i].as<ConvolutionSpec>())
            continue;
        const std::int64_t more = bytesOf(geometry[i].weights + geometry[i].biases);
        const bool first = choice.parameters.empty();
        if (more > (first ? 4 * mostParameterBytes : mostParameterBytes - bytes))
            continue;
        bytes += more;
        choice.parameters.push_back(network.layers[i].name + ".weight");
        if (geometry[i].biases > 0)
            choice.parameters.push_back(network.layers[i].name + ".bias");
    }
    bytes = 0;
    for (int wanted = 0; wanted <= 4; ++wanted)
        for (std::size_t i = 0; i < network.layers.size(); ++i) {
            const std::int64_t more = bytesOf(geometry[i].output.perPicture());
            if (rank(network.layers[i]) != wanted || more > mostActivationBytes - bytes)
                continue;
            bytes += more;
            choice.activations.push_back(network.layers[i].name);
        }
    return choice;
}

std::shared_ptr<const Image> keptInMoments(std::shared_ptr<const Image> picture, const Augmenter& augmenter)
{
    const int side = augmenter.resizedSide();
    if (std::min(picture->width, picture->height) <= side && picture->rgb.size() <= largestMoment / 8)
        return picture;
    return std::make_shared<const Image>(resizeToSquare(*picture, side, augmenter.preprocessing().stretch));
}

MomentRecorder::MomentRecorder(std::filesystem::path folder, std::int64_t from,
                               std::shared_ptr<const Augmenter> augmenter, Outlet outlet)
    : m_folder(std::move(folder)), m_from(from), m_augmenter(std::move(augmenter)), m_outlet(std::move(outlet))
{
    m_thread = std::thread([this] { work(); });
}

MomentRecorder::~MomentRecorder()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

bool MomentRecorder::due(Clock::time_point now, std::int64_t iteration, double secondsTrained) const
{
    if (iteration <= m_latest)
        return false;
    const double pause = std::max(shortestPause, pauseToTraining * secondsTrained);
    if (m_latestTime && secondsBetween(*m_latestTime, now) < pause)
        return false;
    const std::lock_guard lock(m_mutex);
    return m_waiting.empty() && !m_failed;
}

void MomentRecorder::record(Moment moment)
{
    m_latest = moment.iteration;
    m_latestTime = Clock::now();
    {
        const std::lock_guard lock(m_mutex);
        if (m_failed)
            return;
        m_waiting.push_back(std::move(moment));
    }
    m_changed.notify_all();
}

// ---- The recorder's thread

void MomentRecorder::work()
{
    try {
        open();
        std::unique_lock lock(m_mutex);
        while (true) {
            m_changed.wait(lock, [this] { return m_closing || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            Moment moment = std::move(m_waiting.front());
            lock.unlock();
            write(std::move(moment));
            lock.lock();
            m_waiting.pop_front(); // only now: what is being written counts as waiting
        }
    } catch (const std::exception& error) { // training can go on without; said once
        {
            const std::lock_guard lock(m_mutex);
            m_failed = true;
            m_waiting.clear();
        }
        m_outlet.warned(concat("The run's past is no longer recorded: ", error.what()));
    }
}

void MomentRecorder::open()
{
    if (m_folder.empty()) {
        TemporaryFolder::removeLeftovers(temporaryPrefix);
        return; // made for the first moment: most runs that are only looked at never have one
    }
    m_store.emplace(m_folder);
    m_store->dropAfter(m_from);
    if (m_store->leftOut() > 0)
        m_outlet.warned(
            concat(m_store->leftOut(), " of the files in ", m_folder.string(),
                   " are no moments of a run and are left out; the first of them: ", m_store->firstFault()));
    publish();
}

void MomentRecorder::write(Moment moment)
{
    if (!m_store) {
        m_temporary.emplace(temporaryPrefix);
        m_store.emplace(m_temporary->path());
    }
    if (moment.picture && m_augmenter) {
        if (moment.picture != m_picture) {
            m_picture = moment.picture;
            m_keptPicture = keptInMoments(moment.picture, *m_augmenter);
        }
        moment.picture = m_keptPicture;
    }
    m_store->add(moment);
    publish();
}

void MomentRecorder::publish()
{
    m_outlet.published(std::make_shared<const MomentList>(m_store->list()));
}

} // namespace alexscope
