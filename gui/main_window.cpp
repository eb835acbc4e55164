// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/main_window.h"

#include "core/error.h"
#include "gui/look/engine_sentences.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/panels/activations_panel.h"
#include "gui/panels/augmentation_panel.h"
#include "gui/panels/cost_panel.h"
#include "gui/panels/curves_panel.h"
#include "gui/panels/data_panel.h"
#include "gui/panels/exciting_panel.h"
#include "gui/panels/explanation_panel.h"
#include "gui/panels/filters_panel.h"
#include "gui/panels/hyper_parameters_panel.h"
#include "gui/panels/inspector_panel.h"
#include "gui/panels/lrn_panel.h"
#include "gui/panels/neighbours_panel.h"
#include "gui/panels/network_panel.h"
#include "gui/panels/predictions_panel.h"
#include "gui/panels/set_map_panel.h"
#include "gui/panels/video_panel.h"
#include "gui/panels/what_if_panel.h"
#include "gui/run_controls.h"
#include "gui/session_actions.h"
#include "gui/video_bar.h"
#include "gui/widgets/focus_outline.h"
#include "gui/widgets/message_bar.h"
#include "gui/widgets/readout_bar.h"
#include "gui/widgets/whole_tab_names.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>
#include <QRandomGenerator>
#include <QScreen>
#include <QSettings>
#include <QSignalBlocker>
#include <QStatusBar>
#include <QThread>

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {

/// Snapshots while training runs. It keeps every processor busy, and all of them wait for the one that draws: with few
/// of them a picture costs training as much time as it takes to draw.
double picturesPerSecond()
{
    constexpr int few = 4;
    constexpr double sparing = 12, fluent = 30;
    return QThread::idealThreadCount() <= few ? sparing : fluent;
}

} // namespace

MainWindow::MainWindow(Catalogue catalogue, Session::OpenData openData, Language& language, bool remember,
                       ReadPicture readPicture, VideoOpeners videoOpeners)
    : m_language(language), m_remember(remember), m_choices(new ChoicesBar(catalogue, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setDockNestingEnabled(true);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_bridge = std::make_unique<SessionBridge>(catalogue, std::move(openData), m_model);
    m_indexer = std::make_unique<SetIndexer>(m_model, catalogue);
    m_video = std::make_unique<LiveVideo>(m_model, *m_bridge, m_pinned, std::move(videoOpeners));
    installEventFilter(new WholeTabNames(this)); // before the first docks share a bar
    m_controls = new RunControls(m_model, *m_bridge, this);
    createActions();
    createLectureMode();
    createMenus();
    addToolBar(m_choices);
    addToolBar(m_lectureKeys);
    addToolBarBreak();
    createRunBar();
    addToolBarBreak();
    addToolBar(&m_controls->stripBar());
    createPanels();
    createTimeBar();
    createVideoBar();
    m_sessionActions = new SessionActions({*this, m_model, *m_bridge, *m_choices, *m_messages, m_pinned, *m_video},
                                          std::move(catalogue), std::move(readPicture), m_remember);
    m_sessionActions->addTo(*m_fileMenu, *m_helpMenu,
                            {m_videoBar->openAction(), m_videoBar->cameraMenu().menuAction()});
    retranslate();
    const QSize room = screen()->availableSize();
    resize(std::min(1600, room.width() * 9 / 10), std::min(1000, room.height() * 9 / 10));
    if (room.width() < 1400 || room.height() < 800)
        setWindowState(Qt::WindowMaximized); // a small screen has nothing to spare
    defaultLayout();
    connectEngine();
    Choices choices;
    if (m_remember) {
        restoreSettings();
        choices = m_choices->choices();
    }
    updateActions();
    if (m_remember && !QSettings().contains(QStringLiteral("network")))
        m_sessionActions->showExample(); // the first start: something to see before anything was trained
    else
        startRun(choices);
}

MainWindow::~MainWindow()
{
    disconnect(qApp, nullptr, this, nullptr);
    hide();           // while this is still a MainWindow: what the panels say on being hidden reaches its slots
    m_video.reset();  // before what it plays into
    m_bridge.reset(); // before the panels it feeds
}

void MainWindow::createPanels()
{
    m_messages = new MessageBar(this);
    m_readouts = new ReadoutBar(m_model, this);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_readouts, 1);
    m_messages->standInCorner({menuBar(), m_choices, m_lectureKeys});
    m_filters = new FiltersPanel(m_model, m_selection, this);
    m_activations = new ActivationsPanel(m_model, m_selection, m_pinned, this);
    m_predictions = new PredictionsPanel(m_model, m_selection, m_pinned, this);
    m_whatIf = new WhatIfPanel(m_model, m_selection, m_pinned, this);
    m_curves = new CurvesPanel(m_model, m_selection, this);
    m_inspector = new InspectorPanel(m_model, m_selection, this);
    m_explanation = new ExplanationPanel(m_model, m_selection, this);
    m_data = new DataPanel(m_model, m_selection, m_pinned, this);
    m_videoPanel = new VideoPanel(m_model, m_selection, m_pinned, *m_video, this);
    m_hyperParameters = new HyperParametersPanel(m_model, m_selection, this);
    m_neighbours = new NeighboursPanel(m_model, m_selection, *m_indexer, m_query, this);
    m_setMap = new SetMapPanel(m_model, m_selection, *m_indexer, m_query, this);
    m_exciting = new ExcitingPanel(m_model, m_selection, *m_indexer, m_pinned, this);
    addPanel(m_filters, QStringLiteral("filters"), Place::Centre);
    addPanel(m_activations, QStringLiteral("activations"), Place::Centre);
    addPanel(new LrnPanel(m_model, m_selection, m_pinned, this), QStringLiteral("lrn"), Place::Centre);
    addPanel(m_predictions, QStringLiteral("predictions"), Place::Centre);
    addPanel(new AugmentationPanel(m_model, m_selection, m_pinned, this), QStringLiteral("augmentation"),
             Place::Centre);
    addPanel(m_whatIf, QStringLiteral("whatIf"), Place::Centre);
    addPanel(new CostPanel(m_model, m_selection, this), QStringLiteral("cost"), Place::Centre);
    addPanel(m_data, QStringLiteral("data"), Place::Centre);
    addPanel(new NetworkPanel(m_model, m_selection, this), QStringLiteral("network"), Place::Left);
    addPanel(m_curves, QStringLiteral("curves"), Place::Bottom);
    addPanel(m_inspector, QStringLiteral("inspector"), Place::Right);
    addPanel(m_hyperParameters, QStringLiteral("hyperParameters"), Place::Right);
    addPanel(m_explanation, QStringLiteral("explanation"), Place::RightBelow);
    addPanel(m_neighbours, QStringLiteral("neighbours"), Place::Centre);
    addPanel(m_setMap, QStringLiteral("setMap"), Place::Centre);
    addPanel(m_exciting, QStringLiteral("exciting"), Place::Centre);
    addPanel(m_videoPanel, QStringLiteral("video"), Place::Centre); // last: the keys of the others stay
    m_current = m_filters;
    m_explanation->explain(m_filters);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* focused) { follow(focused); });
    new FocusOutline(this); // the window's child
}

void MainWindow::addPanel(Panel* panel, const QString& name, Place place)
{
    panel->setObjectName(name);
    if (panel != m_inspector) // together they must fit a screen of 1280 × 720; a panel may be cut, the window not
        panel->setMinimumSize(narrowestPanel);
    auto* dock = new QDockWidget(this);
    dock->setObjectName(name + QStringLiteral("Dock"));
    dock->setWidget(panel);
    auto* show = new QAction(this);
    show->setObjectName(name + QStringLiteral("Show"));
    constexpr std::size_t digits = 10; // Alt+1 … Alt+9, Alt+0
    if (const std::size_t number = m_panels.size() + 1; number <= digits)
        show->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + static_cast<int>(number % digits))));
    addAction(show);
    connect(show, &QAction::triggered, this, [this, panel] {
        raisePanel(panel);
        enterPanel(panel);
    });
    m_panels.push_back({panel, dock, place, show});
    panel->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(panel, &QWidget::customContextMenuRequested, this,
            [this, panel](QPoint position) { showPanelMenu(panel, panel->mapToGlobal(position)); });
    connect(dock, &QDockWidget::visibilityChanged, panel, &Panel::setOnTop);
    connect(dock, &QDockWidget::visibilityChanged, this, [this, panel, place](bool visible) {
        if (visible && place == Place::Centre) {
            m_current = panel;
            m_explanation->explain(panel);
        }
    });
    connect(panel, &Panel::sightChanged, this, &MainWindow::updateProbe);
    connect(panel, &Panel::interestChanged, this, &MainWindow::updateProbe);
}

void MainWindow::connectEngine()
{
    connect(m_bridge.get(), &SessionBridge::eventArrived, this, &MainWindow::tell);
    connect(&m_pinned, &PinnedPicture::changed, this, &MainWindow::updateProbe);
    connect(&m_pinned, &PinnedPicture::failed, this,
            [this](const QString& why) { m_messages->say(MessageBar::Kind::Warning, why); });
    connect(m_whatIf, &WhatIfPanel::switchOffWanted, m_bridge.get(), &SessionBridge::switchOff);
    connect(m_whatIf, &WhatIfPanel::weightWanted, m_bridge.get(), &SessionBridge::setWeight);
    connect(m_whatIf, &WhatIfPanel::undoWanted, m_bridge.get(), &SessionBridge::undoWhatIf);
    connect(m_predictions, &PredictionsPanel::judgeWanted, m_bridge.get(), &SessionBridge::judge);
    connect(m_predictions, &PredictionsPanel::nowWanted, &m_travel, &TimeTravel::now);
    connect(m_whatIf, &WhatIfPanel::nowWanted, &m_travel, &TimeTravel::now);
    connect(m_sessionActions, &SessionActions::recordingChanged, this, &MainWindow::updateTitle);
    connect(&m_model.initial(), &InitialWeights::failed, this,
            [this](const QString& why) { m_messages->say(MessageBar::Kind::Warning, why); });
    connect(m_choices, &ChoicesBar::wanted, this, &MainWindow::changeChoices);
    connect(m_controls, &RunControls::seedWanted, this, &MainWindow::beginWith);
    connect(m_controls, &RunControls::drawingPaused, this, [this](bool paused) {
        for (const DockedPanel& entry : m_panels) // words and boxes cost nothing and have to stay true
            if (entry.panel != m_explanation && entry.panel != m_hyperParameters)
                entry.panel->setDrawing(!paused);
    });
    connect(m_indexer.get(), &SetIndexer::weightsWanted, m_bridge.get(), &SessionBridge::copyWeights);
    connect(m_bridge.get(), &SessionBridge::weightsCopied, m_indexer.get(), &SetIndexer::takeWeights);
    connect(m_hyperParameters, &HyperParametersPanel::editWanted, m_bridge.get(), &SessionBridge::edit);
    connect(&m_model, &LiveModel::runEdited, m_explanation, &Panel::invalidate); // its formulas name the dropout
    connect(&m_model, &LiveModel::statusChanged, this, &MainWindow::updateActions);
    connect(&m_model, &LiveModel::runChanged, this, [this] {
        m_selection.select({});
        if (m_model.run())
            m_seed = m_model.run()->spec.seed;
        updateProbe();
        updateActions();
        updateTitle();
        finishScene();
    });
    connect(&m_model, &LiveModel::snapshotChanged, this, [this, had = false]() mutable {
        const bool has = m_model.initialWeights() != nullptr;
        if (std::exchange(had, has) != has)
            updateProbe(); // the initial weights are kept: hidden views need not be looked at any more
    });
}

void MainWindow::startRun(const Choices& choices)
{
    try {
        const RunSpec spec = m_sessionActions->specFor(choices, m_seed);
        m_choices->setChoices(choices);
        m_messages->dismiss();
        m_bridge->start(spec);
        updateTitle();
    } catch (const Error& error) {
        m_choices->setChoices(m_choices->choices());
        updateTitle(); // at the start it has nothing but the choices
        m_messages->say(MessageBar::Kind::Error, shownSentence(error.what()));
    }
}

void MainWindow::changeChoices(const Choices& choices)
{
    const SessionStatus& status = m_model.status();
    const bool nothingToLose = status.shown || (status.iteration == 0 && status.state != SessionState::Running);
    if (nothingToLose && m_sessionActions->showWeightsWith(choices))
        return;
    if (nothingToLose || status.state == SessionState::Failed)
        return startRun(choices);
    const Choices current = m_choices->choices();
    m_messages->ask(
        tr("A new run starts from iteration 0 and gives up this one, which stands at iteration %1.")
            .arg(count(status.iteration)),
        tr("Start a new run"), [this, choices] { startRun(choices); },
        [this, current] { m_choices->setChoices(current); });
}

void MainWindow::reseed()
{
    beginWith(QRandomGenerator::global()->bounded(1u, 1000000u));
}

void MainWindow::beginWith(std::uint64_t seed)
{
    m_seed = seed;
    m_bridge->reseed(m_seed);
    updateActions();
}

/// Soon, once for all that changes now: panels learn of another run one after the other, and each must have done so
/// before it is asked what it wants to see of it.
void MainWindow::updateProbe()
{
    if (std::exchange(m_probeScheduled, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_probeScheduled = false;
            sendProbe();
        },
        Qt::QueuedConnection);
}

/// Only what is in sight is downloaded from the device; the first layer's weights besides, until the initial ones are
/// kept.
void MainWindow::sendProbe()
{
    if (!m_bridge)
        return;
    ProbeRequest request;
    request.pace = picturesPerSecond();
    for (const DockedPanel& entry : m_panels)
        if (entry.panel->inSight())
            entry.panel->look(request);
    if (const std::string first = m_model.firstWeightName(); !first.empty() && !m_model.initialWeights())
        request.parameters.push_back(first);
    for (std::vector<std::string>* names : {&request.parameters, &request.gradients, &request.updates,
                                            &request.activations, &request.thumbnails, &request.activationGradients}) {
        std::sort(names->begin(), names->end());
        names->erase(std::unique(names->begin(), names->end()), names->end());
    }
    if (!m_pinned.isFrame())
        request.pinned = m_pinned.image();
    else if (request == m_probe)
        return; // another frame asks for nothing else, and a request is a look that training has to wait for
    m_probe = request;
    m_bridge->setProbe(request);
}

/// A button that is switched off while it has the keyboard gives it to the next in the row, which may lie behind a tab:
/// what nobody sees is not explained.
void MainWindow::follow(QWidget* focused)
{
    for (const DockedPanel& entry : m_panels)
        if (focused && entry.panel != m_explanation && (entry.dock == focused || entry.dock->isAncestorOf(focused)) &&
            entry.panel->inSight()) {
            m_current = entry.panel;
            m_explanation->explain(entry.panel);
        }
}

void MainWindow::tell(const SessionEvent& event)
{
    const QString text = shownSentence(event.text);
    if (event.kind == EventKind::Error)
        m_messages->say(MessageBar::Kind::Error, text);
    else if (event.kind == EventKind::Warning && !m_sessionActions->joinShown(event))
        m_messages->say(MessageBar::Kind::Warning, text);
    // What merely happened (started, saved) the numbers at the foot of the window say already.
}

void MainWindow::updateTitle()
{
    const Choices& choices = m_choices->choices();
    const auto& run = m_model.run();
    const QString network = run ? QString::fromStdString(run->network.name) : QFileInfo(choices.network).fileName(),
                  pictures = shownDataName(choices.data), folder = m_sessionActions->recordedIn();
    if (run && run->shown && !run->spec.weights.empty())
        return setWindowTitle(
            tr("Weights: %1 – Alexscope")
                .arg(QFileInfo(QFile::decodeName(QByteArray::fromStdString(run->spec.weights))).fileName()));
    if (run && run->shown)
        return setWindowTitle(tr("Trained example: %1 on %2 – Alexscope").arg(network, pictures));
    setWindowTitle(
        folder.isEmpty()
            ? tr("%1 on %2 – Alexscope").arg(network, pictures)
            : tr("%1 on %2, recorded in %3 – Alexscope").arg(network, pictures, QFileInfo(folder).fileName()));
}

void MainWindow::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    applyAppearance(appearance);
    for (QAction* action : m_appearanceActions)
        action->setChecked(action->data().toString() == toText(appearance));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_sessionActions->mayClose())
        return event->ignore();
    if (m_remember)
        saveSettings();
    m_bridge->pause(); // the step under way is the last; the destructor ends the session
    event->accept();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::WindowStateChange) {
        updateProbe(); // a minimised window sees nothing
        const QSignalBlocker quiet(m_fullScreen);
        m_fullScreen->setChecked(isFullScreen()); // the window manager may have a say too
    }
}

} // namespace alexscope::gui
