// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/look/engine_sentences.h"

#include <QObject>

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

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
    /// Hands what `find` finds elsewhere to `take`, or to `fail` the sentence of what it threw. `find` must own what it
    /// uses; the others run in the GUI's thread, and only while this job is there.
    template <typename Find, typename Take, typename Fail>
    void answer(Find find, Take take, Fail fail)
    {
        start([find = std::move(find), take = std::move(take), fail = std::move(fail)]() -> Delivery {
            try {
                auto found = std::make_shared<std::invoke_result_t<const Find&>>(find());
                return [take, found] { take(*found); };
            } catch (const std::exception& error) {
                return [fail, fault = shownSentence(error.what())] { fail(fault); };
            }
        });
    }
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
