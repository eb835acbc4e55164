// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/newest_job.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace alexscope::gui {

void NewestJob::start(Work work)
{
    if (m_busy)
        m_next = std::move(work);
    else
        run(std::move(work));
}

void NewestJob::cancel()
{
    ++m_ticket;
    m_busy = false;
    m_next = nullptr;
}

void NewestJob::run(Work work)
{
    m_busy = true;
    QThreadPool::globalInstance()->start(
        [self = QPointer<NewestJob>(this), ticket = ++m_ticket, work = std::move(work)] {
            Delivery delivery = work();
            // Through the application: this may be gone by now, and only the GUI's thread may ask whether it is.
            QMetaObject::invokeMethod(
                qApp,
                [self, ticket, delivery = std::move(delivery)] {
                    if (self)
                        self->finish(ticket, delivery);
                },
                Qt::QueuedConnection);
        });
}

void NewestJob::finish(std::uint64_t ticket, const Delivery& delivery)
{
    if (ticket != m_ticket)
        return;
    m_busy = false;
    if (m_next)
        run(std::exchange(m_next, nullptr)); // first, so that whoever takes the delivery sees that more is to come
    delivery();
}

} // namespace alexscope::gui
