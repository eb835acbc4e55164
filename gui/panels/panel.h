// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/probe.h"
#include "gui/export/numbers.h"
#include "gui/live/live_model.h"
#include "gui/live/selection.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace alexscope::gui {

/// One view of the window. A panel in sight refreshes soon after invalidate() (several calls make one refresh); a
/// hidden one only remembers that it is stale and costs nothing until it is shown again. GUI thread.
class Panel : public QWidget {
    Q_OBJECT
public:
    Panel(LiveModel& model, Selection& selection, QWidget* parent = nullptr);

    /// Its name on the tab, translated.
    virtual QString title() const = 0;
    /// Rich text beside it: what you see, what to look for, the paper's section, the formula with today's numbers.
    virtual QString explanation() const = 0;
    /// What an exported figure shows; the whole panel unless it has something better, without buttons.
    virtual QWidget& figure() { return *this; }
    /// One sentence below an exported figure: what it shows, of which network, when.
    virtual QString caption() const;
    /// The numbers behind what is shown now; empty when there are none.
    virtual Numbers numbers() const { return {}; }
    /// Adds what this panel wants to see of the device. Asked only while in sight.
    virtual void look(ProbeRequest&) const {}

    /// Whether somebody can see it: shown, and not behind another tab.
    bool inSight() const;
    /// The dock says whether it is the front tab.
    void setOnTop(bool onTop);
    /// Off: it stays as it is and asks for nothing, as if nobody saw it; what is stale then looks pale.
    void setDrawing(bool drawing);
    /// Refreshes so far; for tests.
    int refreshCount() const { return m_refreshCount; }
    /// Refreshes at once if stale, in sight or not; for pictures of panels.
    void refreshNow();

public slots:
    void invalidate();

signals:
    void sightChanged();
    /// explanation() or title() would say something else now.
    void explanationChanged();
    /// What look() asks for has changed.
    void interestChanged();

protected:
    /// Brings the screen up to the model.
    virtual void refresh() = 0;
    /// Refreshes a second at most while training runs freely, which shares the processor with the drawing; what is read
    /// as text or grows over minutes need not follow every picture. Holding, a panel is never late.
    virtual double pace() const { return 60; }
    /// Sets every text; called once after construction by finishConstruction() and on every change of language.
    virtual void retranslate() = 0;
    /// Takes colours from the palette; called along with retranslate and on every change of the palette.
    virtual void recolour() {}
    void finishConstruction();

    LiveModel& model() const { return m_model; }
    Selection& selection() const { return m_selection; }

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void scheduleRefresh();
    int millisecondsToWait() const;

    LiveModel& m_model;
    Selection& m_selection;
    bool m_drawing = true, m_onTop = true, m_dirty = true;
    QTimer m_refreshTimer;
    QElapsedTimer m_sinceRefresh;
    int m_refreshCount = 0;
};

} // namespace alexscope::gui
