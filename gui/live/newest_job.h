// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstdint>
#include <functional>

namespace alexscope::gui {

/// Work too long for the GUI's thread, whose newest request alone counts: one at a time runs on a thread of the pool,
/// one waits, and a newer one takes the place of the one that waits. GUI thread, but for the work itself.
class NewestJob : public QObject {
    Q_OBJECT
public:
    /// What the GUI's thread does with a result.
    using Delivery = std::function<void()>;
    /// Runs elsewhere, on immutable copies; must not throw.
    using Work = std::function<Delivery()>;

    using QObject::QObject;

    void start(Work work);
    /// Neither what runs nor what waits will be delivered.
    void cancel();
    /// Whether something is still to be delivered.
    bool isBusy() const { return m_busy; }

private:
    void run(Work work);
    void finish(std::uint64_t ticket, const Delivery& delivery);

    Work m_next;
    bool m_busy = false;
    std::uint64_t m_ticket = 0; ///< of what runs; results with another come too late
};

} // namespace alexscope::gui
