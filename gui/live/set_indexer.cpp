// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/set_indexer.h"

#include "core/error.h"
#include "gui/look/engine_sentences.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSettings>

#include <algorithm>
#include <new>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr int lookMilliseconds = 200;
/// Of its thread's time while training goes on: what is left keeps the processor for that.
constexpr double shareBesideTraining = 0.4;
constexpr std::size_t leastPictures = 100, mostPictures = 5000;
constexpr int slowestPace = 3600;
const QString setKey = QStringLiteral("neighbours/set"), picturesKey = QStringLiteral("neighbours/pictures"),
              kKey = QStringLiteral("neighbours/k"), paceKey = QStringLiteral("neighbours/pace");

} // namespace

struct SetIndexer::Job {
    std::atomic<bool> cancelled{false};
    std::atomic<int> task{0};
    std::atomic<std::size_t> done{0}, total{0};
    std::vector<WhatIfChange> whatIf;

    bool report(const RetrievalProgress& progress)
    {
        task = static_cast<int>(progress.task);
        done = progress.done;
        total = progress.total;
        return !cancelled;
    }
};

SetIndexer::SetIndexer(LiveModel& model, Catalogue catalogue, QObject* parent)
    : QObject(parent), m_model(model), m_catalogue(std::move(catalogue))
{
    m_worker.setMaxThreadCount(1);
    m_worker.setThreadPriority(QThread::LowPriority);
    m_timer.setInterval(lookMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_state == State::Working)
            emit progressed();
        else
            beginWhenDue();
    });
    connect(&model, &LiveModel::runChanged, this, &SetIndexer::runChanged);
}

SetIndexer::~SetIndexer()
{
    leave();
    m_worker.waitForDone();
}

RetrievalProgress SetIndexer::progress() const
{
    if (!m_job)
        return {};
    return {static_cast<RetrievalTask>(m_job->task.load()), m_job->done, m_job->total};
}

std::function<std::unique_ptr<Backend>()> SetIndexer::backendMaker() const
{
    const std::string device = m_model.run() ? m_model.run()->spec.resolvedDevice : std::string();
    return [catalogue = m_catalogue, device = device.empty() ? std::string("auto") : device] {
        return catalogue.makeBeside(device);
    };
}

// ---- What is wanted

void SetIndexer::runChanged()
{
    const auto& run = m_model.run();
    const std::uint64_t opening = run ? run->opening : 0;
    leave();
    m_index = nullptr;
    m_fault.clear();
    m_curves.clear();
    m_opening = opening;
    m_begun.invalidate();
    emit choiceChanged(); // other layers
    emit changed();
    beginWhenDue();
}

void SetIndexer::setChoice(const IndexChoice& choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    m_choice.pictures = std::clamp(choice.pictures, leastPictures, mostPictures);
    emit choiceChanged();
    if (!m_watching.empty())
        rebuild();
    else
        m_begun.invalidate(); // as soon as somebody looks
}

void SetIndexer::setK(int k)
{
    k = std::clamp(k, 1, mostK);
    if (k == m_k)
        return;
    m_k = k;
    emit choiceChanged();
    if (m_state == State::Idle && m_index)
        begin(m_index->frozen, m_index);
    else if (m_state == State::Working)
        rebuild();
}

void SetIndexer::setPace(int seconds)
{
    if (seconds == m_pace)
        return;
    m_pace = std::clamp(seconds, 0, slowestPace);
    emit choiceChanged();
}

bool SetIndexer::wantsPatches() const
{
    return std::any_of(m_watching.begin(), m_watching.end(),
                       [](const auto& watcher) { return watcher.second == Interest::Patches; });
}

void SetIndexer::watch(const QObject* who, Interest interest)
{
    if (interest != Interest::Nothing)
        m_watching[who] = interest;
    else
        m_watching.erase(who);
    if (lacksPatches())
        m_begun.invalidate(); // an index without them is there: they are found at once
    if (!m_watching.empty()) {
        if (!m_timer.isActive())
            m_timer.start();
        return;
    }
    m_timer.stop();
    if (m_state != State::Idle) { // nobody looks: it would only cost
        leave();
        m_begun.invalidate();
        emit changed();
    }
}

bool SetIndexer::weightsChanged() const
{
    const SessionStatus& status = m_model.status();
    return !m_index || lacksPatches() || status.iteration != m_index->features->iteration ||
           status.whatIf != m_indexedWhatIf;
}

void SetIndexer::beginWhenDue()
{
    const SessionState session = m_model.status().state;
    const bool open = m_model.run() && (session == SessionState::Running || session == SessionState::Holding ||
                                        session == SessionState::Finished);
    if (m_watching.empty() || m_state != State::Idle || m_pace == 0 || !open)
        return;
    const bool rested = !m_begun.isValid() || m_begun.elapsed() >= 1000 * static_cast<qint64>(m_pace);
    if (rested && m_fault.isEmpty() && weightsChanged())
        rebuild();
}

void SetIndexer::rebuild()
{
    if (!m_model.run())
        return;
    leave();
    m_fault.clear();
    m_state = State::Waiting;
    m_begun.start();
    emit changed();
    emit weightsWanted();
}

void SetIndexer::cancel()
{
    if (m_state == State::Idle)
        return;
    leave();
    emit changed();
}

/// What is under way is no longer wanted.
void SetIndexer::leave()
{
    if (m_job)
        m_job->cancelled = true;
    m_job = nullptr;
    m_state = State::Idle;
}

// ---- The work

void SetIndexer::takeWeights(const std::shared_ptr<const WeightsCopy>& copy)
{
    const auto& run = m_model.run();
    if (m_state != State::Waiting || !run || copy->opening != run->opening)
        return;
    if (copy->parameters.empty()) {
        m_state = State::Idle;
        emit changed();
        return;
    }
    auto frozen = std::make_shared<FrozenNetwork>();
    frozen->network = copy->network;
    frozen->parameters = copy->parameters;
    if (run->augmenter)
        frozen->statistics = run->augmenter->statistics();
    frozen->iteration = copy->iteration;
    begin(std::move(frozen), nullptr);
}

void SetIndexer::begin(std::shared_ptr<const FrozenNetwork> frozen, std::shared_ptr<const IndexedSet> features)
{
    auto job = std::make_shared<Job>();
    job->whatIf = features ? m_indexedWhatIf : m_model.status().whatIf;
    IndexOrder order;
    order.run = m_model.run();
    order.frozen = std::move(frozen);
    order.makeBackend = backendMaker();
    order.k = m_k;
    order.withPatches = wantsPatches();
    order.share = m_model.status().state == SessionState::Running ? shareBesideTraining : 1;
    order.knownPixels = m_index ? m_index->pixels : nullptr;
    order.goOn = [job](const RetrievalProgress& progress) { return job->report(progress); };
    try {
        order.choice = features ? features->choice : resolved(m_choice, *order.run);
    } catch (const Error& error) {
        m_state = State::Idle;
        m_fault = shownSentence(error.what());
        emit changed();
        return;
    }
    if (order.knownPixels && m_index->choice.set != order.choice.set)
        order.knownPixels = nullptr;
    order.features = std::move(features);
    m_job = job;
    m_state = State::Working;
    emit changed();
    m_worker.start([order = std::move(order), job, self = QPointer<SetIndexer>(this)] {
        std::shared_ptr<const IndexedSet> index;
        QString fault;
        try {
            if (!job->cancelled)
                index = buildIndexed(order);
        } catch (const std::bad_alloc&) {
            fault = tr("There is not enough memory for the index: choose fewer pictures.");
        } catch (const std::exception& error) {
            fault = shownSentence(error.what());
        }
        QMetaObject::invokeMethod(qApp, [self, job, index, fault] {
            if (self && self->m_job == job)
                self->finish(job, index, fault);
        });
    });
}

void SetIndexer::finish(const std::shared_ptr<Job>& job, const std::shared_ptr<const IndexedSet>& index,
                        const QString& fault)
{
    m_job = nullptr;
    m_state = State::Idle;
    m_fault = fault;
    if (index) {
        m_index = index;
        m_indexedWhatIf = job->whatIf;
        record();
    }
    emit changed();
}

// ---- How it went

SetIndexer::Curve& SetIndexer::curveOf(const IndexChoice& choice, int k)
{
    const auto found = std::find_if(m_curves.begin(), m_curves.end(),
                                    [&](const Curve& curve) { return curve.choice == choice && curve.k == k; });
    if (found != m_curves.end())
        return *found;
    m_curves.push_back({choice, k, {}});
    return m_curves.back();
}

/// One point an iteration: an index made again of the same weights, or changed by hand, replaces it.
void SetIndexer::record()
{
    auto& points = curveOf(m_index->choice, m_index->precision.k).points;
    const PrecisionPoint point{m_index->features->iteration, m_index->precision.mean, m_index->pixels->precision.mean};
    const auto place =
        std::lower_bound(points.begin(), points.end(), point,
                         [](const PrecisionPoint& a, const PrecisionPoint& b) { return a.iteration < b.iteration; });
    if (place != points.end() && place->iteration == point.iteration)
        *place = point;
    else
        points.insert(place, point);
}

const std::vector<PrecisionPoint>& SetIndexer::history() const
{
    static const std::vector<PrecisionPoint> none;
    if (!m_index)
        return none;
    const auto found = std::find_if(m_curves.begin(), m_curves.end(), [this](const Curve& curve) {
        return curve.choice == m_index->choice && curve.k == m_index->precision.k;
    });
    return found == m_curves.end() ? none : found->points;
}

void SetIndexer::save(QSettings& settings) const
{
    settings.setValue(setKey, static_cast<int>(m_choice.set));
    settings.setValue(picturesKey, static_cast<qulonglong>(m_choice.pictures));
    settings.setValue(kKey, m_k);
    settings.setValue(paceKey, m_pace);
}

void SetIndexer::restore(const QSettings& settings)
{
    IndexChoice choice = m_choice;
    const int set = settings.value(setKey, static_cast<int>(choice.set)).toInt();
    choice.set = set == static_cast<int>(PictureSet::Training) ? PictureSet::Training : PictureSet::Validation;
    choice.pictures = settings.value(picturesKey, static_cast<qulonglong>(choice.pictures)).toULongLong();
    setChoice(choice);
    setK(settings.value(kKey, m_k).toInt());
    setPace(settings.value(paceKey, m_pace).toInt());
}

} // namespace alexscope::gui
