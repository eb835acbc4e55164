// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <QObject>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace alexscope::gui {

/// The values a parameter had before the first iteration: drawn from the run's seed as the engine draws them (§5), or
/// read from the weights file the run starts from. Pure; may take a second for the largest layers. Throws Error when
/// the file cannot be read or the network has no such parameter.
HostTensor initialValuesOf(const RunDescription& run, const std::string& parameter);

/// Those of the open run, computed on another thread when first asked for and kept while there is room. GUI thread.
class InitialWeights : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Another run forgets what was kept unless it begins with the same values.
    void setRun(std::shared_ptr<const RunDescription> run);
    /// Null when not computed yet (arrived() will tell) or too large to be shown anyway.
    std::shared_ptr<const HostTensor> of(const std::string& parameter);

signals:
    void arrived(const QString& parameter);
    /// Why, as a sentence.
    void failed(const QString& why);

private:
    struct Kept {
        std::string parameter;
        std::shared_ptr<const HostTensor> values; ///< null while it is being computed, or when it cannot be
    };
    void compute(const std::string& parameter);
    void take(const std::string& parameter, std::shared_ptr<const HostTensor> values);
    void makeRoom();

    std::shared_ptr<const RunDescription> m_run;
    std::vector<Kept> m_kept;   ///< the one asked for last stands last
    std::uint64_t m_ticket = 0; ///< of the run; what was begun for another comes too late
};

} // namespace alexscope::gui
