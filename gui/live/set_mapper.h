// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/retrieval/principal_components.h"
#include "core/retrieval/t_sne.h"
#include "gui/live/indexed_set.h"
#include "gui/live/newest_job.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <vector>

namespace alexscope::gui {

/// Brings the features of an index to a plane on other threads: its principal components as soon as they are computed,
/// then, when wanted, t-SNE a few steps at a time. A newer index of the same pictures goes on from the map before, so
/// that points move instead of jumping. GUI thread.
class SetMapper : public QObject {
    Q_OBJECT
public:
    enum class Method { PrincipalComponents, TSne };
    static constexpr int mostIterations = 1000;
    /// Principal components that t-SNE compares pictures by.
    static constexpr std::size_t components = 50;

    explicit SetMapper(QObject* parent = nullptr);
    ~SetMapper() override;

    /// Null: nothing any more. The same as before: nothing happens.
    void setIndex(const std::shared_ptr<const IndexedSet>& index);
    void setMethod(Method method);
    Method method() const { return m_method; }
    /// Not running, t-SNE stays as it is; what is under way still comes.
    void setRunning(bool running);
    /// t-SNE from the start again.
    void restart();

    /// What places() are of; null: there are none yet.
    const std::shared_ptr<const IndexedSet>& index() const { return m_placed; }
    /// x, y a row of the index.
    const std::vector<float>& places() const { return m_places; }
    /// Which method they are of.
    Method placedBy() const { return m_placedBy; }
    const PrincipalComponents* principal() const { return m_principal.get(); }
    int iteration() const { return m_iteration; } ///< of t-SNE
    double divergence() const { return m_divergence; }
    bool isBusy() const { return m_job.isBusy() || m_rest.isActive(); }
    const QString& fault() const { return m_fault; }

signals:
    void changed();

private:
    using Principal = std::shared_ptr<const PrincipalComponents>;
    void reduce();
    void takePrincipal(const std::shared_ptr<const IndexedSet>& index, const Principal& principal);
    void showPrincipal();
    void begin();
    void step();
    void takeMap(const std::shared_ptr<TSne>& map, std::vector<float> places);
    void leave();
    bool wantsSteps() const;

    Method m_method = Method::TSne;
    bool m_running = false;
    std::shared_ptr<const IndexedSet> m_wanted, m_placed;
    Principal m_principal;       ///< of m_wanted; null: not computed yet
    Principal m_before;          ///< of an index before, whose signs are kept
    std::shared_ptr<TSne> m_map; ///< of m_principal; only one job works on it, and none after leave()
    std::vector<float> m_places, m_lastMap;
    std::vector<std::size_t> m_lastPictures; ///< rows of m_lastMap
    PictureSet m_lastSet = PictureSet::Validation;
    Method m_placedBy = Method::PrincipalComponents;
    int m_iteration = 0;
    double m_divergence = 0;
    QString m_fault;
    std::shared_ptr<std::atomic<bool>> m_left = std::make_shared<std::atomic<bool>>(false);
    NewestJob m_job;
    QTimer m_rest; ///< between two pieces of work
};

} // namespace alexscope::gui
