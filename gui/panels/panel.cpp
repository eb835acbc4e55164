// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/panel.h"

#include "gui/look/names.h"
#include "gui/look/numbers.h"

#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QMetaObject>

#include <algorithm>

namespace alexscope::gui {

Panel::Panel(LiveModel& model, Selection& selection, QWidget* parent)
    : QWidget(parent), m_model(model), m_selection(selection)
{
    setAutoFillBackground(true); // else the dock and the window below it were painted along with every change
    m_refreshTimer.setSingleShot(true);
    connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
        if (inSight())
            refreshNow();
    });
    connect(&model, &LiveModel::statusChanged, this, [this] {
        if (m_dirty && m_model.status().state != SessionState::Running)
            scheduleRefresh(); // not at its pace any more
    });
}

QString Panel::caption() const
{
    const auto& run = m_model.run();
    if (!run)
        return title();
    return tr("%1 – %2 on %3, iteration %4, seed %5")
        .arg(title(), QString::fromStdString(run->network.name),
             shownDataName(QString::fromStdString(run->data.specification)), count(m_model.shownIteration()))
        .arg(run->spec.seed);
}

bool Panel::inSight() const
{
    return m_drawing && m_onTop && isVisible() && !window()->isMinimized();
}

void Panel::setOnTop(bool onTop)
{
    if (m_onTop == onTop)
        return;
    m_onTop = onTop;
    if (m_dirty)
        scheduleRefresh();
    emit sightChanged();
}

void Panel::setDrawing(bool drawing)
{
    if (m_drawing == drawing)
        return;
    m_drawing = drawing;
    constexpr double pale = 0.45;
    QGraphicsOpacityEffect* effect = drawing ? nullptr : new QGraphicsOpacityEffect(this);
    if (effect)
        effect->setOpacity(pale);
    setGraphicsEffect(effect); // the widget owns it; null takes it away
    for (QWidget* child : findChildren<QWidget*>())
        child->update(); // opaque ones are not asked otherwise
    if (m_dirty)
        scheduleRefresh();
    emit sightChanged();
}

void Panel::invalidate()
{
    m_dirty = true;
    scheduleRefresh();
}

int Panel::millisecondsToWait() const
{
    if (m_model.status().state != SessionState::Running || !m_sinceRefresh.isValid())
        return 0;
    constexpr double second = 1000;
    return static_cast<int>(std::clamp(second / pace() - static_cast<double>(m_sinceRefresh.elapsed()), 0.0, second));
}

void Panel::scheduleRefresh()
{
    if (!inSight())
        return;
    const int wait = millisecondsToWait();
    if (!m_refreshTimer.isActive() || m_refreshTimer.remainingTime() > wait)
        m_refreshTimer.start(wait);
}

void Panel::refreshNow()
{
    if (!m_dirty)
        return;
    m_dirty = false;
    m_sinceRefresh.start();
    ++m_refreshCount;
    refresh();
}

void Panel::finishConstruction()
{
    retranslate();
    recolour();
}

void Panel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        invalidate();
        emit explanationChanged();
    } else if (event->type() == QEvent::PaletteChange) {
        // Queued: the children have their new palettes only when all these events are through.
        QMetaObject::invokeMethod(
            this,
            [this] {
                recolour();
                invalidate();
            },
            Qt::QueuedConnection);
    }
}

void Panel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_dirty)
        scheduleRefresh();
    emit sightChanged();
}

void Panel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    emit sightChanged();
}

} // namespace alexscope::gui
