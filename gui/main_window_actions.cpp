// SPDX-License-Identifier: GPL-3.0-or-later
// The window's commands: actions, menus, the run bar and their texts.
#include "gui/main_window.h"

#include "core/error.h"
#include "gui/export/export_dialog.h"
#include "gui/look/engine_sentences.h"
#include "gui/look/icons.h"
#include "gui/look/numbers.h"
#include "gui/panels/explanation_panel.h"
#include "gui/panels/video_panel.h"
#include "gui/run_controls.h"
#include "gui/session_actions.h"
#include "gui/time_bar.h"
#include "gui/video_bar.h"
#include "gui/widgets/message_bar.h"
#include "gui/widgets/readout_bar.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

#include <utility>

namespace alexscope::gui {

namespace {

/// An event filter for the whole program: a field of text must not take a window's key for itself. Where X11's keys
/// hold, Ctrl+E goes to the end of a line.
class KeyOfTheWindow : public QObject {
public:
    KeyOfTheWindow(QWidget& window, QKeySequence key) : QObject(&window), m_window(window), m_key(std::move(key))
    {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return false;
        const auto* widget = qobject_cast<const QWidget*>(watched);
        return widget && widget->window() == &m_window && // not in a dialog
               QKeySequence(static_cast<const QKeyEvent*>(event)->keyCombination()) == m_key;
    }

private:
    const QWidget& m_window;
    QKeySequence m_key;
};

} // namespace

QAction* MainWindow::makeAction(const QString& name, const QString& drawing, const QKeySequence& shortcut)
{
    auto* action = new QAction(this);
    action->setObjectName(name);
    if (!drawing.isEmpty())
        action->setIcon(icon(drawing));
    action->setShortcut(shortcut);
    addAction(action);
    return action;
}

void MainWindow::createActions()
{
    m_run = makeAction(QStringLiteral("run"), QStringLiteral("run"), Qt::Key_F5);
    m_pause = makeAction(QStringLiteral("pause"), QStringLiteral("pause"), Qt::Key_F6);
    m_pause->setShortcuts({Qt::Key_F6, Qt::Key_F5}); // only one of run and pause is enabled: F5 alone does both
    m_stepPiece = makeAction(QStringLiteral("stepPiece"), QStringLiteral("step-piece"), Qt::Key_F7);
    m_stepPass = makeAction(QStringLiteral("stepPass"), QStringLiteral("step-pass"), Qt::Key_F8);
    m_stepIteration = makeAction(QStringLiteral("stepIteration"), QStringLiteral("step-iteration"), Qt::Key_F9);
    m_stepEpoch = makeAction(QStringLiteral("stepEpoch"), QStringLiteral("step-epoch"), Qt::SHIFT | Qt::Key_F9);
    m_reset = makeAction(QStringLiteral("reset"), QStringLiteral("reset"), Qt::CTRL | Qt::Key_Backspace);
    m_reseed = makeAction(QStringLiteral("reseed"), QStringLiteral("reseed"), Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace);
    m_exportFigure = makeAction(QStringLiteral("exportFigure"), {}, Qt::CTRL | Qt::Key_E);
    m_exportNumbers = makeAction(QStringLiteral("exportNumbers"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    m_saveScene = makeAction(QStringLiteral("saveScene"), {}, Qt::CTRL | Qt::ALT | Qt::Key_S);
    m_openScene = makeAction(QStringLiteral("openScene"), {}, Qt::CTRL | Qt::ALT | Qt::Key_O);
    m_lectureMode = makeAction(QStringLiteral("lectureMode"), {}, Qt::Key_F12);
    m_lectureMode->setCheckable(true);
    m_exportAnimation = makeAction(QStringLiteral("exportAnimation"), {}, Qt::CTRL | Qt::ALT | Qt::Key_E);
    m_quit = makeAction(QStringLiteral("quit"), {}, Qt::CTRL | Qt::Key_Q);
    m_resetLayout = makeAction(QStringLiteral("resetLayout"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_0);
    m_fullScreen = makeAction(QStringLiteral("fullScreen"), {}, Qt::Key_F11);
    m_fullScreen->setCheckable(true);
    m_about = makeAction(QStringLiteral("about"), {}, Qt::Key_F1);

    new KeyOfTheWindow(*this, m_exportFigure->shortcut());

    connect(m_run, &QAction::triggered, this, [this] { m_bridge->run(); });
    connect(m_pause, &QAction::triggered, this, [this] { m_bridge->pause(); });
    connect(m_stepPiece, &QAction::triggered, this, [this] { m_bridge->step(Stride::Piece); });
    connect(m_stepPass, &QAction::triggered, this, [this] { m_bridge->step(Stride::Pass); });
    connect(m_stepIteration, &QAction::triggered, this, [this] { m_bridge->step(Stride::Iteration); });
    connect(m_stepEpoch, &QAction::triggered, this, [this] { m_bridge->step(Stride::Epoch); });
    connect(m_reset, &QAction::triggered, this, [this] { m_bridge->reset(); });
    connect(m_reseed, &QAction::triggered, this, &MainWindow::reseed);
    connect(m_exportFigure, &QAction::triggered, this, &MainWindow::exportFigure);
    connect(m_exportNumbers, &QAction::triggered, this, &MainWindow::exportNumbers);
    connect(m_saveScene, &QAction::triggered, this, &MainWindow::askToSaveScene);
    connect(m_openScene, &QAction::triggered, this, &MainWindow::askToOpenScene);
    connect(m_exportAnimation, &QAction::triggered, this, &MainWindow::exportAnimation);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    connect(m_resetLayout, &QAction::triggered, this, &MainWindow::defaultLayout);
    connect(m_fullScreen, &QAction::toggled, this, &MainWindow::setFullScreen);
    connect(m_about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::createMenus()
{
    m_fileMenu = menuBar()->addMenu(QString());
    m_fileMenu->addActions({m_exportFigure, m_exportNumbers, m_exportAnimation});
    m_fileMenu->addSeparator();
    m_fileMenu->addAction(m_quit);
    m_runMenu = menuBar()->addMenu(QString());
    m_runMenu->addActions({m_run, m_pause, m_controls->until()});
    m_runMenu->addSeparator();
    m_runMenu->addActions({m_stepPiece, m_stepPass, m_stepIteration, m_stepEpoch});
    m_runMenu->addSeparator();
    m_runMenu->addActions({m_reset, m_reseed, m_controls->chooseSeed()});
    m_controls->addTo(*m_runMenu);
    m_viewMenu = menuBar()->addMenu(QString());
    m_sceneMenu = menuBar()->addMenu(QString());
    m_sceneMenu->addActions({m_openScene, m_saveScene});
    m_sceneMenu->addSeparator();
    m_sceneMenu->addAction(m_lectureMode);
    m_lectureMenu = m_sceneMenu->addMenu(QString());
    m_languageMenu = new QMenu(this);
    auto* languages = new QActionGroup(this);
    for (const QString& code : Language::available()) {
        QAction* action = m_languageMenu->addAction(Language::nameOf(code));
        action->setObjectName(QStringLiteral("language_") + code);
        action->setCheckable(true);
        action->setChecked(code == m_language.current());
        languages->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] { m_language.set(code); });
    }
    m_appearanceMenu = new QMenu(this);
    auto* appearances = new QActionGroup(this);
    for (const Appearance appearance : {Appearance::System, Appearance::Light, Appearance::Dark}) {
        QAction* action = m_appearanceMenu->addAction(QString());
        action->setObjectName(QStringLiteral("appearance_") + toText(appearance));
        action->setData(toText(appearance));
        action->setCheckable(true);
        action->setChecked(appearance == m_appearance);
        appearances->addAction(action);
        m_appearanceActions.push_back(action);
        connect(action, &QAction::triggered, this, [this, appearance] { setAppearance(appearance); });
    }
    m_helpMenu = menuBar()->addMenu(QString());
    m_helpMenu->addAction(m_about);
}

void MainWindow::createRunBar()
{
    m_runBar = new QToolBar(this);
    m_runBar->setObjectName(QStringLiteral("runBar"));
    m_runBar->setMovable(false);
    m_runBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_runBar->setIconSize(QSize(16, 16));
    m_stepLabel = new QLabel(this);
    m_stepLabel->setContentsMargins(8, 0, 4, 0);
    m_stepLabel->setForegroundRole(QPalette::PlaceholderText);
    m_runBar->addActions({m_run, m_pause});
    m_controls->addUntil(*m_runBar);
    m_runBar->addSeparator();
    m_runBar->addWidget(m_stepLabel);
    m_runBar->addActions({m_stepPiece, m_stepPass, m_stepIteration, m_stepEpoch});
    m_runBar->addSeparator();
    m_controls->addSlowMotion(*m_runBar);
    m_runBar->addSeparator();
    m_runBar->addActions({m_reset, m_reseed});
    m_controls->addSeed(*m_runBar);
    m_runBar->addSeparator();
    m_controls->addDrawing(*m_runBar);
    addToolBar(m_runBar);
}

void MainWindow::createVideoBar()
{
    m_videoBar = new VideoBar(*m_video, *m_messages, m_remember, this);
    addToolBarBreak();
    addToolBar(m_videoBar);
    m_videoBar->follow();
    m_videoPanel->offer(*m_videoBar);
    connect(m_lecture, &LectureMode::changed, m_videoBar, &VideoBar::follow);
    connect(m_video.get(), &LiveVideo::opened, this, [this] {
        if (!m_lecture->isOn())
            raisePanel(m_videoPanel);
    });
}

/// The tooltip says what it does and its shortcut; the tool button reads the same to a screen reader.
void MainWindow::nameAction(QAction* action, const QString& text, const QString& what)
{
    action->setText(text);
    const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(shortcut.isEmpty() ? what : tr("%1 (%2)").arg(what, shortcut));
    if (auto* button = qobject_cast<QToolButton*>(m_runBar->widgetForAction(action))) {
        button->setAccessibleName(what);
        button->setFocusPolicy(Qt::TabFocus);
    }
}

void MainWindow::retranslate()
{
    m_fileMenu->setTitle(tr("&File"));
    m_runMenu->setTitle(tr("&Run"));
    m_viewMenu->setTitle(tr("&View"));
    m_helpMenu->setTitle(tr("&Help"));
    m_languageMenu->setTitle(tr("&Language"));
    m_appearanceMenu->setTitle(tr("&Appearance"));
    m_runBar->setWindowTitle(tr("Run"));
    m_stepLabel->setText(tr("Step:"));
    nameAction(m_run, tr("Run"), tr("Train without stopping"));
    nameAction(m_pause, tr("Pause"), tr("Stop after the piece under way"));
    nameAction(m_stepPiece, tr("Layer"), tr("One piece: a layer forward or backward, a batch loaded, or the update"));
    nameAction(m_stepPass, tr("Pass"), tr("To the end of the forward or backward pass"));
    nameAction(m_stepIteration, tr("Iteration"), tr("One batch: forward, backward, update"));
    nameAction(m_stepEpoch, tr("Epoch"), tr("Once through the training set"));
    nameAction(m_reset, tr("Reset"), tr("Back to iteration 0 with the same initial weights (same seed)"));
    nameAction(m_reseed, tr("New seed"), tr("Back to iteration 0 with other initial weights"));
    nameAction(m_exportFigure, tr("Export figure…"), tr("Save what the current view shows as PNG, SVG or PDF"));
    nameAction(m_exportNumbers, tr("Export numbers…"), tr("Save the numbers behind the current view"));
    m_sceneMenu->setTitle(tr("&Scene"));
    m_lectureMenu->setTitle(tr("Panels of the lecture"));
    nameAction(m_openScene, tr("Open scene…"), tr("Show a saved moment of a lecture again"));
    nameAction(m_saveScene, tr("Save scene…"), tr("Save run, seed, selection and arrangement of the window"));
    nameAction(m_lectureMode, tr("Lecture mode"), tr("Large type, chosen panels, single keys"));
    nameAction(m_exportAnimation, tr("Export animation…"),
               tr("Save the run's past in the current view as an animated GIF"));
    nameAction(m_quit, tr("Quit"), tr("End the program"));
    nameAction(m_resetLayout, tr("Default layout"), tr("Put all panels back in their places"));
    nameAction(m_fullScreen, tr("Full screen"), tr("Use the whole screen"));
    nameAction(m_about, tr("About Alexscope"), tr("Version, licence and libraries"));
    m_controls->retranslate(
        [this](QAction* action, const QString& text, const QString& what) { nameAction(action, text, what); });
    for (QAction* action : m_appearanceActions) {
        const Appearance appearance = appearanceFrom(action->data().toString());
        action->setText(appearance == Appearance::Light  ? tr("Light")
                        : appearance == Appearance::Dark ? tr("Dark")
                                                         : tr("As the desktop"));
    }
    m_viewMenu->clear();
    for (const DockedPanel& entry : m_panels) {
        entry.dock->setWindowTitle(entry.panel->title());
        entry.panel->setAccessibleName(entry.panel->title());
        entry.show->setText(entry.panel->title());
        m_viewMenu->addAction(entry.show);
    }
    fillLectureMenu();
    nameLectureKeys();
    m_sessionActions->retranslate(
        [this](QAction* action, const QString& text, const QString& what) { nameAction(action, text, what); });
    m_viewMenu->addSeparator();
    m_viewMenu->addActions(m_sessionActions->pictureActions());
    m_viewMenu->addSeparator();
    m_viewMenu->addActions({m_controls->showStrip(), m_resetLayout, m_fullScreen});
    m_viewMenu->addAction(m_timeBar->toggleViewAction());
    m_viewMenu->addSeparator();
    m_viewMenu->addMenu(m_languageMenu);
    m_viewMenu->addMenu(m_appearanceMenu);
    updateActions();
    updateTitle();
}

void MainWindow::updateActions()
{
    const SessionState state = m_model.status().state;
    const bool holding = state == SessionState::Holding, running = state == SessionState::Running;
    m_run->setEnabled(holding);
    m_pause->setEnabled(running);
    for (QAction* step : {m_stepPiece, m_stepPass, m_stepIteration, m_stepEpoch})
        step->setEnabled(holding);
    const bool open = m_model.run() && (holding || running || state == SessionState::Finished);
    m_reset->setEnabled(open);
    m_reseed->setEnabled(open);
    m_exportAnimation->setEnabled(m_travel.count() > 0);
}

void MainWindow::showPanelMenu(Panel* panel, QPoint position)
{
    if (panel != m_explanation)
        m_current = panel;
    QMenu menu(this);
    menu.addActions({m_exportFigure, m_exportNumbers, m_exportAnimation});
    menu.exec(position);
}

void MainWindow::exportFigure()
{
    try {
        ExportDialog::saveFigure(*m_current, this);
    } catch (const Error& error) {
        m_messages->say(MessageBar::Kind::Error, shownSentence(error.what()));
    }
}

void MainWindow::exportNumbers()
{
    try {
        ExportDialog::saveNumbers(*m_current, this);
    } catch (const Error& error) {
        m_messages->say(MessageBar::Kind::Error, shownSentence(error.what()));
    }
}

void MainWindow::showAbout()
{
    QString engine;
    if (const auto& run = m_model.run())
        engine = tr("<p>Computing now: %1 (%2, %3).</p>")
                     .arg(QString::fromStdString(run->backend.device), QString::fromStdString(run->backend.libraries),
                          QString::fromStdString(run->backend.instructions));
    QMessageBox::about(this, tr("About Alexscope"),
                       tr("<h3>Alexscope %1</h3><p>Watch AlexNet learn, and look inside while it does.</p>")
                               .arg(QApplication::applicationVersion()) +
                           engine +
                           tr("<p>Free software under the GNU General Public License, version 3 or later. Built with "
                              "Qt %1 and QCustomPlot.</p>")
                               .arg(QString::fromLatin1(qVersion())));
}

} // namespace alexscope::gui
