// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/set_mapper.h"

#include "gui/look/engine_sentences.h"

#include <chrono>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr int restMilliseconds = 40;
constexpr auto workAtOnce = std::chrono::milliseconds(40); ///< as long as it rests: half of a processor at most

PointRows rowsOf(const PrincipalComponents& principal)
{
    return {principal.coordinates, principal.count, principal.components};
}

} // namespace

SetMapper::SetMapper(QObject* parent) : QObject(parent)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &SetMapper::step);
}

SetMapper::~SetMapper()
{
    *m_left = true;
}

/// What is under way works for nobody any more, on objects of its own.
void SetMapper::leave()
{
    *m_left = true;
    m_left = std::make_shared<std::atomic<bool>>(false);
    m_job.cancel();
    m_rest.stop();
    m_map = nullptr;
}

void SetMapper::setIndex(const std::shared_ptr<const IndexedSet>& index)
{
    if (index == m_wanted)
        return;
    const bool precisionOnly = index && m_wanted && index->features == m_wanted->features;
    m_wanted = index;
    if (precisionOnly) {
        if (m_placed)
            m_placed = index;
        return;
    }
    leave();
    if (m_principal)
        m_before = std::exchange(m_principal, nullptr);
    m_fault.clear();
    if (m_wanted)
        return reduce();
    m_placed = nullptr;
    m_places.clear();
    m_lastMap.clear();
    m_before = nullptr;
    emit changed();
}

void SetMapper::reduce()
{
    m_job.start([this, index = m_wanted, before = m_before, left = m_left]() -> NewestJob::Delivery {
        try {
            const SetFeatures& features = *index->features;
            const auto dimensions = static_cast<std::size_t>(features.shape.perPicture());
            auto result = principalComponents({features.values, features.rows(), dimensions}, components,
                                              [&left] { return left->load(); });
            if (!result)
                return [] {};
            if (before)
                alignSigns(*result, *before);
            auto principal = std::make_shared<const PrincipalComponents>(std::move(*result));
            return [this, index, principal] { takePrincipal(index, principal); };
        } catch (const std::exception& error) {
            return [this, fault = shownSentence(error.what())] {
                m_fault = fault;
                emit changed();
            };
        }
    });
}

void SetMapper::takePrincipal(const std::shared_ptr<const IndexedSet>& index, const Principal& principal)
{
    m_principal = principal;
    const bool samePictures =
        m_lastPictures == index->features->pictures && m_lastSet == index->choice.set && !m_lastMap.empty();
    if (!samePictures)
        m_lastMap.clear();
    m_lastPictures = index->features->pictures;
    m_lastSet = index->choice.set;
    m_placed = index;
    if (m_method == Method::PrincipalComponents || m_lastMap.empty())
        showPrincipal();
    else
        emit changed(); // the map before stays until t-SNE has gone on from it
    begin();
}

void SetMapper::showPrincipal()
{
    m_placedBy = Method::PrincipalComponents;
    m_places.resize(2 * m_principal->count);
    for (std::size_t i = 0; i < m_principal->count; ++i) {
        m_places[2 * i] = m_principal->at(i, 0);
        m_places[2 * i + 1] = m_principal->at(i, 1);
    }
    emit changed();
}

bool SetMapper::wantsSteps() const
{
    return m_running && m_method == Method::TSne && m_principal && (!m_map || m_iteration < mostIterations);
}

void SetMapper::begin()
{
    if (!wantsSteps() || m_job.isBusy() || m_rest.isActive())
        return;
    if (m_map)
        return step();
    m_iteration = 0;
    m_job.answer(
        [principal = m_principal, start = m_lastMap] {
            return std::make_shared<TSne>(rowsOf(*principal), TSne::Options{30, start});
        },
        [this](const std::shared_ptr<TSne>& map) {
            m_map = map;
            step();
        },
        [this](const QString& fault) {
            m_fault = fault;
            emit changed();
        });
}

void SetMapper::step()
{
    if (!wantsSteps() || !m_map || m_job.isBusy())
        return;
    m_job.start([this, map = m_map]() -> NewestJob::Delivery {
        const auto end = std::chrono::steady_clock::now() + workAtOnce;
        do
            map->iterate(1);
        while (std::chrono::steady_clock::now() < end && map->iteration() < mostIterations);
        return [this, map, places = map->map()] { takeMap(map, places); };
    });
}

void SetMapper::takeMap(const std::shared_ptr<TSne>& map, std::vector<float> places)
{
    m_iteration = map->iteration();
    m_divergence = map->divergence();
    m_lastMap = std::move(places);
    if (m_method == Method::TSne) {
        m_places = m_lastMap;
        m_placedBy = Method::TSne;
    }
    if (wantsSteps())
        m_rest.start();
    emit changed();
}

void SetMapper::setMethod(Method method)
{
    if (method == m_method)
        return;
    m_method = method;
    if (m_principal && method == Method::PrincipalComponents) {
        showPrincipal();
    } else if (m_principal && !m_lastMap.empty()) {
        m_places = m_lastMap;
        m_placedBy = Method::TSne;
        emit changed();
    }
    begin();
}

void SetMapper::setRunning(bool running)
{
    m_running = running;
    if (!running)
        m_rest.stop();
    else
        begin();
}

void SetMapper::restart()
{
    if (!m_principal)
        return;
    leave();
    m_lastMap.clear();
    showPrincipal();
    begin();
}

} // namespace alexscope::gui
