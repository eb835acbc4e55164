// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/indexed_set.h"
#include "gui/live/live_model.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <map>
#include <memory>
#include <vector>

class QSettings;

namespace alexscope::gui {

/// One point of the curve of a run: how many of the k nearest were of the right class then.
struct PrecisionPoint {
    std::int64_t iteration = 0;
    double features = 0, pixels = 0;
};

/// Keeps an index of a part of the open run's set for whoever watches: asks for a copy of the weights, passes the
/// pictures through a network of its own on one quiet thread, and begins again at a chosen pace while the weights
/// change. Works only while somebody in sight watches; one piece of work at a time, and the newest wish wins. GUI
/// thread.
class SetIndexer : public QObject {
    Q_OBJECT
public:
    /// `catalogue`: devices for work beside training.
    SetIndexer(LiveModel& model, Catalogue catalogue, QObject* parent = nullptr);
    /// Waits for the batch under way.
    ~SetIndexer() override;

    enum class State {
        Idle,
        Waiting, ///< for a copy of the weights
        Working,
    };
    State state() const { return m_state; }
    /// The newest that is whole, or null; of the open run always.
    const std::shared_ptr<const IndexedSet>& index() const { return m_index; }
    /// Why the newest wish could not be fulfilled, as a sentence; empty: it could.
    const QString& fault() const { return m_fault; }
    /// What is being done; task and numbers, while Working.
    RetrievalProgress progress() const;
    /// How precision@k went, for the choice and the k in force.
    const std::vector<PrecisionPoint>& history() const;

    const IndexChoice& choice() const { return m_choice; } ///< as chosen: the layer may be empty
    int k() const { return m_k; }
    static constexpr int usualK = 6, mostK = 20;
    /// Seconds between two beginnings while the weights change; 0: only when asked for.
    int pace() const { return m_pace; }
    void setChoice(const IndexChoice& choice);
    void setK(int k);
    void setPace(int seconds);

    /// Begins anew with the weights of now, whatever the pace.
    void rebuild();
    void cancel();
    /// What somebody looks at of what comes out.
    enum class Interest { Nothing, Features, Patches };
    void watch(const QObject* who, Interest interest);

    /// For whom has a picture's features to compute: the run's device, beside the run.
    std::function<std::unique_ptr<Backend>()> backendMaker() const;

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

public slots:
    /// The answer to weightsWanted().
    void takeWeights(const std::shared_ptr<const alexscope::WeightsCopy>& copy);

signals:
    void weightsWanted();
    /// index(), state() or fault() is another one.
    void changed();
    void progressed();
    /// The choice, k or pace is another one.
    void choiceChanged();

private:
    struct Job; ///< shared with the thread that works
    struct Curve {
        IndexChoice choice; ///< resolved
        int k = 0;
        std::vector<PrecisionPoint> points;
    };
    void runChanged();
    void beginWhenDue();
    void begin(std::shared_ptr<const FrozenNetwork> frozen, std::shared_ptr<const IndexedSet> features);
    void leave();
    void finish(const std::shared_ptr<Job>& job, const std::shared_ptr<const IndexedSet>& index, const QString& fault);
    void record();
    Curve& curveOf(const IndexChoice& choice, int k);
    bool weightsChanged() const;
    bool wantsPatches() const;
    bool lacksPatches() const { return m_index && wantsPatches() && !m_index->withPatches; }

    LiveModel& m_model;
    const Catalogue m_catalogue;
    IndexChoice m_choice;
    int m_k = usualK, m_pace = 30;
    State m_state = State::Idle;
    std::map<const QObject*, Interest> m_watching; ///< without those who look at nothing
    std::shared_ptr<const IndexedSet> m_index;
    QString m_fault;
    std::uint64_t m_opening = 0;               ///< of the run everything here belongs to
    std::vector<WhatIfChange> m_indexedWhatIf; ///< changes by hand in the indexed weights
    std::vector<Curve> m_curves;
    std::shared_ptr<Job> m_job; ///< the one whose result is wanted; null: none
    QElapsedTimer m_begun;      ///< when the last one was
    QTimer m_timer;             ///< runs while somebody watches
    QThreadPool m_worker;       ///< one thread: heavy work must not take turns with pictures that are waited for
};

} // namespace alexscope::gui
