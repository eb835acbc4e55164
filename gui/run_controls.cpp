// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run_controls.h"

#include "gui/look/icons.h"
#include "gui/widgets/pace_slider.h"
#include "gui/widgets/seed_popup.h"
#include "gui/widgets/step_strip.h"
#include "gui/widgets/until_popup.h"

#include <QAction>
#include <QLayout>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

namespace alexscope::gui {

RunControls::RunControls(LiveModel& model, SessionBridge& bridge, QWidget* window)
    : QObject(window), m_model(model), m_bridge(bridge), m_window(window),
      m_until(makeAction(QStringLiteral("runUntil"), QStringLiteral("run-until"), {Qt::SHIFT | Qt::Key_F5})),
      m_faster(makeAction(QStringLiteral("faster"), {}, {Qt::Key_Plus, Qt::Key_Equal})),
      m_slower(makeAction(QStringLiteral("slower"), {}, {Qt::Key_Minus})),
      m_chooseSeed(makeAction(QStringLiteral("chooseSeed"), {}, {Qt::CTRL | Qt::Key_F5})),
      m_pauseDrawing(
          makeAction(QStringLiteral("pauseDrawing"), QStringLiteral("pause-drawing"), {Qt::CTRL | Qt::Key_F6})),
      m_stripBar(new QToolBar(window)), m_strip(new StepStrip(model, m_stripBar)), m_slow(new PaceSlider(window)),
      m_untilPopup(new UntilPopup(model, window)), m_seedPopup(new SeedPopup(window))
{
    m_pauseDrawing->setCheckable(true);
    m_stripBar->setObjectName(QStringLiteral("stepBar"));
    m_stripBar->setMovable(false);
    m_stripBar->layout()->setContentsMargins(0, 0, 0, 0);
    m_stripBar->addWidget(m_strip);
    m_stripBar->toggleViewAction()->setObjectName(QStringLiteral("showStrip"));
    connect(m_until, &QAction::triggered, this, &RunControls::openUntil);
    connect(m_chooseSeed, &QAction::triggered, this, &RunControls::openSeed);
    connect(m_faster, &QAction::triggered, m_slow, &PaceSlider::faster);
    connect(m_slower, &QAction::triggered, m_slow, &PaceSlider::slower);
    connect(m_pauseDrawing, &QAction::toggled, this, &RunControls::drawingPaused);
    connect(m_slow, &PaceSlider::paceChanged, &bridge, &SessionBridge::setSlowMotion);
    connect(m_strip, &StepStrip::runWanted, &bridge, &SessionBridge::run);
    connect(m_untilPopup, &UntilPopup::runWanted, &bridge, &SessionBridge::run);
    connect(m_seedPopup, &SeedPopup::seedWanted, this, &RunControls::seedWanted);
    connect(&model, &LiveModel::statusChanged, this, &RunControls::follow);
    connect(&model, &LiveModel::runChanged, this, &RunControls::follow);
    follow();
}

QAction* RunControls::makeAction(const QString& name, const QString& drawing, const QList<QKeySequence>& keys)
{
    auto* action = new QAction(this);
    action->setObjectName(name);
    if (!drawing.isEmpty())
        action->setIcon(icon(drawing));
    action->setShortcuts(keys);
    m_window->addAction(action);
    return action;
}

QAction* RunControls::showStrip() const
{
    return m_stripBar->toggleViewAction();
}

void RunControls::addUntil(QToolBar& bar)
{
    m_bar = &bar;
    bar.addAction(m_until);
}

void RunControls::addSlowMotion(QToolBar& bar)
{
    bar.addWidget(m_slow);
}

void RunControls::addSeed(QToolBar& bar)
{
    bar.addAction(m_chooseSeed);
}

void RunControls::addDrawing(QToolBar& bar)
{
    bar.addAction(m_pauseDrawing);
    qobject_cast<QToolButton*>(bar.widgetForAction(m_pauseDrawing))->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

void RunControls::addTo(QMenu& menu)
{
    menu.addSeparator();
    menu.addActions({m_slower, m_faster});
    menu.addSeparator();
    menu.addAction(m_pauseDrawing);
}

void RunControls::openUntil()
{
    const QWidget* button = m_bar ? m_bar->widgetForAction(m_until) : nullptr;
    m_untilPopup->openAt(button && button->isVisible() ? *button : *m_window);
}

void RunControls::openSeed()
{
    const QWidget* button = m_bar ? m_bar->widgetForAction(m_chooseSeed) : nullptr;
    m_seedPopup->openAt(button && button->isVisible() ? *button : *m_window,
                        m_model.run() ? m_model.run()->spec.seed : 0);
}

void RunControls::follow()
{
    const SessionStatus& status = m_model.status();
    const bool holding = status.state == SessionState::Holding;
    const bool open =
        m_model.run() && (holding || status.state == SessionState::Running || status.state == SessionState::Finished);
    m_until->setEnabled(holding);
    m_chooseSeed->setEnabled(open);
    if (status.pendingCommands == 0)
        m_slow->setPace(status.slowMotion);
    m_faster->setEnabled(m_slow->pace() > 0);
    m_slower->setEnabled(true);
    m_chooseSeed->setText(m_model.run() ? tr("Seed %1").arg(m_model.run()->spec.seed) : tr("Seed"));
}

void RunControls::retranslate(const std::function<void(QAction*, const QString&, const QString&)>& name)
{
    name(m_until, tr("Until…"), tr("Run until an iteration, an epoch, an error or a layer is reached"));
    name(m_slower, tr("Slower"), tr("Slow motion: show each piece of a step longer"));
    name(m_faster, tr("Faster"), tr("Slow motion: show each piece of a step shorter, at last run at full speed"));
    name(m_chooseSeed, tr("Seed"), tr("Back to iteration 0 with a seed of your choice"));
    name(m_pauseDrawing, tr("Pause drawing"), tr("Leave the views as they are while training goes on"));
    m_stripBar->setWindowTitle(tr("Step strip"));
    m_stripBar->toggleViewAction()->setToolTip(tr("Show the row with the pieces of a training step"));
    m_slow->setKeys(m_faster->shortcut().toString(QKeySequence::NativeText),
                    m_slower->shortcut().toString(QKeySequence::NativeText));
    follow();
}

} // namespace alexscope::gui
