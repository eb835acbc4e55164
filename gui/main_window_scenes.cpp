// SPDX-License-Identifier: GPL-3.0-or-later
// The window's scenes and its lecture mode.
#include "gui/main_window.h"

#include "core/error.h"
#include "core/network/network_text.h"
#include "gui/look/engine_sentences.h"
#include "gui/look/numbers.h"
#include "gui/look/paths.h"
#include "gui/panels/panel.h"
#include "gui/session_actions.h"
#include "gui/time_bar.h"
#include "gui/widgets/message_bar.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>
#include <QToolBar>

#include <algorithm>
#include <optional>

namespace alexscope::gui {

namespace {

/// Below it several views in large type would be strips: a lecture begins with one of them alone.
constexpr int heightForSeveralViews = 900;

/// Boxes and switches somebody set in a panel; those of lists and dialogs have no names.
QVariantMap controlsOf(const Panel& panel)
{
    QVariantMap controls;
    for (const auto* box : panel.findChildren<QComboBox*>())
        if (!box->objectName().isEmpty())
            controls.insert(box->objectName(), box->currentIndex());
    for (const auto* button : panel.findChildren<QAbstractButton*>())
        if (button->isCheckable() && !button->objectName().isEmpty())
            controls.insert(button->objectName(), button->isChecked());
    return controls;
}

void setControls(Panel& panel, const QVariantMap& controls)
{
    for (auto* box : panel.findChildren<QComboBox*>())
        if (const int index = controls.value(box->objectName(), -1).toInt(); index >= 0 && index < box->count()) {
            box->setCurrentIndex(index);
            emit box->activated(index);
        }
    for (auto* button : panel.findChildren<QAbstractButton*>())
        if (button->isCheckable() && controls.contains(button->objectName()))
            button->setChecked(controls.value(button->objectName()).toBool());
}

QString sceneFilter()
{
    return MainWindow::tr("Scenes (*.alexscene)");
}

QString documents()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

} // namespace

Scene MainWindow::scene() const
{
    Scene scene;
    scene.choices = m_choices->choices();
    if (m_model.run())
        scene.run = m_model.run()->spec;
    scene.iteration = m_model.status().iteration;
    scene.ofExample = m_model.status().shown && scene.run.weights.empty();
    scene.folder = m_sessionActions->recordedIn();
    scene.layer = m_selection.layer();
    scene.unit = m_selection.unit();
    scene.position = m_selection.position();
    scene.picture = m_pinned.index();
    scene.ofTraining = m_pinned.setKind() == PictureSet::Training;
    scene.arrangement = m_lecture->arrangement(layoutVersion);
    for (const DockedPanel& entry : m_panels)
        scene.controls.insert(controlsOf(*entry.panel));
    return scene;
}

/// A recorded run goes on from its checkpoint, the example is there at once, any other run starts anew from its seed
/// and trains to where it was: the same bits, as far as the machine is the same.
void MainWindow::openScene(const Scene& scene)
{
    try {
        parseNetwork(scene.run.networkText, "scene");
        m_lecture->set(false);
        m_choices->setChoices(scene.choices);
        restoreState(scene.arrangement, layoutVersion);
        m_seed = scene.run.seed;
        if (scene.ofExample)
            m_sessionActions->showExampleAnyway();
        else
            trainTo(scene);
        m_sceneToFinish = scene;
    } catch (const Error& error) {
        m_messages->say(MessageBar::Kind::Error, shownSentence(error.what()));
    }
}

void MainWindow::trainTo(const Scene& scene)
{
    std::optional<std::int64_t> recorded = recordedUpTo(scene);
    if (scene.folder == m_sessionActions->recordedIn() && m_model.status().iteration > scene.iteration)
        recorded.reset(); // the run under way is this one: letting go of it writes a later checkpoint
    if (recorded)
        m_bridge->resume(toPath(scene.folder));
    else
        m_bridge->start(scene.run);
    if (scene.iteration == recorded.value_or(0))
        return;
    StopCondition until;
    until.iteration = scene.iteration;
    m_bridge->run(until);
    m_messages->say(MessageBar::Kind::Information,
                    recorded
                        ? tr("The scene's run goes on from its checkpoint to iteration %1; Pause stops it sooner.")
                              .arg(count(scene.iteration))
                        : tr("The scene's run trains again to iteration %1, where it was saved; Pause stops it sooner.")
                              .arg(count(scene.iteration)));
}

/// What can be set only once the scene's run is open.
void MainWindow::finishScene()
{
    if (!m_sceneToFinish || !m_model.run() || toJson(m_model.run()->spec).empty() ||
        m_model.run()->spec.networkText != m_sceneToFinish->run.networkText)
        return;
    const Scene scene = *std::exchange(m_sceneToFinish, std::nullopt);
    for (const DockedPanel& entry : m_panels)
        setControls(*entry.panel, scene.controls);
    m_selection.select(scene.layer, scene.unit, scene.position);
    if (scene.picture >= 0)
        m_pinned.pinFromSet(scene.ofTraining ? PictureSet::Training : PictureSet::Validation,
                            static_cast<std::size_t>(scene.picture));
    updateTitle();
}

void MainWindow::askToSaveScene()
{
    QFileDialog dialog(this, tr("Save the scene"), documents(), sceneFilter());
    dialog.setObjectName(QStringLiteral("saveSceneDialog"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("alexscene"));
    if (dialog.exec() != QDialog::Accepted)
        return;
    try {
        saveScene(scene(), dialog.selectedFiles().value(0));
        m_sessionActions->noteSaved();
    } catch (const Error& error) {
        m_messages->say(MessageBar::Kind::Error, shownSentence(error.what()));
    }
}

void MainWindow::askToOpenScene()
{
    QFileDialog dialog(this, tr("Open a scene"), documents(), sceneFilter());
    dialog.setObjectName(QStringLiteral("openSceneDialog"));
    dialog.setFileMode(QFileDialog::ExistingFile);
    if (dialog.exec() == QDialog::Accepted)
        openSceneFile(dialog.selectedFiles().value(0));
}

void MainWindow::openSceneFile(const QString& path)
{
    try {
        const Scene scene = loadScene(path);
        const SessionStatus& status = m_model.status();
        if (status.shown || (status.iteration == 0 && status.state != SessionState::Running))
            return openScene(scene);
        m_messages->ask(tr("The scene starts a run of its own and gives up this one, which stands at iteration %1.")
                            .arg(count(status.iteration)),
                        tr("Open the scene"), [this, scene] { openScene(scene); });
    } catch (const Error& error) {
        m_messages->say(MessageBar::Kind::Error, shownSentence(error.what()));
    }
}

void MainWindow::createLectureMode()
{
    m_lecture = new LectureMode(*this);
    m_lecture->addKey(Qt::Key_Space, [this] { (m_run->isEnabled() ? m_run : m_pause)->trigger(); });
    m_lecture->addKey(Qt::Key_Right, [this] { m_stepPiece->trigger(); });
    m_lecture->addKey(Qt::Key_Down, [this] { m_stepIteration->trigger(); });
    m_lecture->addKey(Qt::Key_PageDown, [this] { selectLayer(1); });
    m_lecture->addKey(Qt::Key_PageUp, [this] { selectLayer(-1); });
    m_lecture->addKey(Qt::Key_Period, [this] { movePicture(1); });
    m_lecture->addKey(Qt::Key_Comma, [this] { movePicture(-1); });
    m_lecture->addKey(Qt::Key_Tab, [this] { raiseNextPanel(); });
    m_lecture->addKey(Qt::Key_H, [this] { m_lectureKeys->setVisible(m_lectureKeys->isHidden()); });
    m_lecture->addKey(Qt::Key_Escape, [this] {
        m_travel.isNow() ? m_lectureMode->setChecked(false) : m_travel.now(); // first back from the past
    });
    m_lectureKeys = new QToolBar(this);
    m_lectureKeys->setObjectName(QStringLiteral("lectureKeys"));
    m_lectureKeys->setMovable(false);
    m_lectureKeys->hide();
    m_lectureKeysText = new QLabel(m_lectureKeys);
    m_lectureKeysText->setObjectName(QStringLiteral("lectureKeysText"));
    m_lectureKeysText->setMargin(4);
    m_lectureKeysText->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_lectureKeysText->setMinimumWidth(1); // a narrow window cuts it, and is not widened by it
    m_lectureKeys->addWidget(m_lectureKeysText);
    connect(m_lectureMode, &QAction::toggled, m_lecture, &LectureMode::set);
    connect(m_lecture, &LectureMode::changed, this, [this](bool on) {
        m_lectureMode->setChecked(on); // a scene may have ended it
        m_choices->setVisible(!on);
        m_lectureKeys->setVisible(on);
        m_timeBar->setSingleKeysEnabled(!on);
        m_messages->raise(); // above the docks again
        if (on) {
            m_messages->dismissInformation(); // the room is for the views
            if (QWidget* focused = focusWidget())
                focused->clearFocus(); // it has just gone on from a box that is hidden now; single keys need none
            if (height() < heightForSeveralViews)
                raiseNextPanel();
            shareHeight();
        }
        updateProbe();
    });
}

void MainWindow::nameLectureKeys()
{
    m_lectureKeys->setWindowTitle(tr("Keys of the lecture"));
    m_lectureKeysText->setText(
        tr("Esc: leave   Space: run, pause   →: layer   ↓: iteration   PgUp, PgDn: which layer   "
           ", .: which picture   Tab: view   H: hide this"));
    m_lectureKeysText->setToolTip(m_lectureKeysText->text());
    m_lectureKeysText->setAccessibleName(tr("Keys of the lecture"));
}

/// What a key of the lecture changes must be seen: unless a view that shows it already is, the first chosen one that
/// can (`able`: object names of panels) comes to the front.
void MainWindow::showToLecture(const QStringList& able, const QString& what)
{
    const auto isAble = [&](const DockedPanel& entry) { return able.contains(entry.panel->objectName()); };
    const auto isChosen = [&](const DockedPanel& entry) {
        return isAble(entry) && m_lecture->panels().contains(entry.dock->objectName());
    };
    if (std::any_of(m_panels.begin(), m_panels.end(),
                    [&](const DockedPanel& entry) { return isAble(entry) && entry.panel->inSight(); }))
        return;
    const auto chosen = std::find_if(m_panels.begin(), m_panels.end(), isChosen);
    if (chosen == m_panels.end())
        return m_messages->say(MessageBar::Kind::Information, what);
    m_lecture->bringForward(chosen->dock->objectName());
    raisePanel(chosen->panel);
    shareHeight();
}

void MainWindow::movePicture(int by)
{
    m_pinned.move(by);
    showToLecture(
        {QStringLiteral("activations"), QStringLiteral("lrn"), QStringLiteral("augmentation"), QStringLiteral("whatIf"),
         QStringLiteral("network")},
        tr("None of the lecture's panels shows the picture. Scene → Panels of the lecture adds Activations."));
}

void MainWindow::selectLayer(int by)
{
    if (!m_model.run())
        return;
    showToLecture({QStringLiteral("activations"), QStringLiteral("network"), QStringLiteral("inspector")},
                  tr("None of the lecture's panels shows the layer. Scene → Panels of the lecture adds Activations."));
    const auto& layers = m_model.run()->network.layers;
    const auto size = static_cast<int>(layers.size());
    const int now = m_model.run()->network.indexOf(m_selection.layer().toStdString());
    const int next = now < 0 ? (by > 0 ? 0 : size - 1) : std::clamp(now + by, 0, size - 1);
    m_selection.select(QString::fromStdString(layers[static_cast<std::size_t>(next)].name));
}

/// Each of the lecture's views alone, one after the other, then all together again.
void MainWindow::raiseNextPanel()
{
    const QString alone = m_lecture->showNext();
    for (const DockedPanel& entry : m_panels)
        if (entry.dock->objectName() == alone)
            raisePanel(entry.panel);
    shareHeight();
    m_messages->raise(); // above the docks again
    updateProbe();
}

/// One entry a panel: whether it is shown in lectures.
void MainWindow::fillLectureMenu()
{
    m_lectureMenu->clear();
    for (const DockedPanel& entry : m_panels) {
        QAction* action = m_lectureMenu->addAction(entry.panel->title());
        action->setObjectName(QStringLiteral("lecture_") + entry.panel->objectName());
        action->setCheckable(true);
        action->setChecked(m_lecture->panels().contains(entry.dock->objectName()));
        connect(action, &QAction::toggled, this, [this, name = entry.dock->objectName()](bool shown) {
            QStringList panels = m_lecture->panels();
            panels.removeAll(name);
            if (shown)
                panels.append(name);
            m_lecture->setPanels(panels);
        });
    }
}

} // namespace alexscope::gui
