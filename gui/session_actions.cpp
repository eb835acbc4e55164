// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session_actions.h"

#include "core/error.h"
#include "core/network/network_text.h"
#include "core/storage/run_folder.h"
#include "gui/live/known_weights.h"
#include "gui/live/live_video.h"
#include "gui/look/engine_sentences.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/look/paths.h"
#include "gui/widgets/message_bar.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QThreadPool>

#include <algorithm>

namespace alexscope::gui {

namespace {

const QString recentKey = QStringLiteral("recentRuns");
/// Training that somebody would be sorry to lose; what took less is there again before a question is read.
constexpr float secondsWorthAsking = 10;

/// The built-in network of that text, or the file beside the run.
QString networkChoice(const RunSpec& spec, const QString& folder)
{
    const std::string name = parseNetwork(spec.networkText, "network.net").name;
    for (const std::string& builtIn : builtInNetworkNames())
        if (builtIn == name && formatNetwork(loadNetwork(builtIn)) == spec.networkText)
            return QString::fromStdString(name);
    return QDir(folder).filePath(QStringLiteral("network.net"));
}

} // namespace

SessionActions::SessionActions(const Surroundings& surroundings, Catalogue catalogue, ReadPicture readPicture,
                               bool remember)
    : QObject(&surroundings.window), m_s(surroundings), m_catalogue(std::move(catalogue)), m_remember(remember),
      m_ownPicture(surroundings.pinned, std::move(readPicture)), m_recentMenu(new QMenu(&surroundings.window))
{
    m_newRun = makeAction(QStringLiteral("newRun"), QKeySequence::New, [this] { showNewRun(); });
    m_openRun = makeAction(QStringLiteral("openRun"), QKeySequence::Open, [this] { showOpen(); });
    m_openWeights =
        makeAction(QStringLiteral("openWeights"), Qt::CTRL | Qt::SHIFT | Qt::Key_W, [this] { showOpenWeights(); });
    m_showExample = makeAction(QStringLiteral("showExample"), {}, [this] { showExample(); });
    m_saveWeights = makeAction(QStringLiteral("saveWeights"), QKeySequence::Save, [this] { showSave(); });
    m_openFolder =
        makeAction(QStringLiteral("openRunFolder"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, [this] { showFolder(); });
    m_openPicture =
        makeAction(QStringLiteral("openPicture"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, [this] { showOpenPicture(); });
    m_paste = makeAction(QStringLiteral("pastePicture"), QKeySequence::Paste, [this] { paste(); });
    m_previousPicture =
        makeAction(QStringLiteral("previousPicture"), Qt::CTRL | Qt::Key_Left, [this] { m_s.pinned.move(-1); });
    m_nextPicture = makeAction(QStringLiteral("nextPicture"), Qt::CTRL | Qt::Key_Right, [this] { m_s.pinned.move(1); });
    m_devices = makeAction(QStringLiteral("devices"), Qt::CTRL | Qt::Key_F1, [this] { showDevices(); });
    m_recentMenu->setObjectName(QStringLiteral("recentRuns"));
    m_recentMenu->setToolTipsVisible(true);
    m_endOfRecent = m_recentMenu->addSeparator();
    m_forgetRecent = m_recentMenu->addAction(QString(), this, &SessionActions::forgetRecent);
    m_s.window.setAcceptDrops(true);
    m_s.window.installEventFilter(this);
    if (m_remember)
        m_recent.setFolders(QSettings().value(recentKey).toStringList());
    connect(m_recentMenu, &QMenu::aboutToShow, &m_recent, &RecentRuns::refresh);
    connect(&m_recent, &RecentRuns::refreshed, this, &SessionActions::fillRecent);
    connect(&m_s.model, &LiveModel::statusChanged, this, &SessionActions::followStatus);
    connect(&m_s.model, &LiveModel::runChanged, this, &SessionActions::followStatus);
    connect(&m_s.model, &LiveModel::rowsAppended, this, &SessionActions::followShown); // they may come last
    connect(&m_s.bridge, &SessionBridge::eventArrived, this, &SessionActions::tell);
    connect(&m_ownPicture, &OwnPicture::failed, this,
            [this](const QString& why) { m_s.messages.say(MessageBar::Kind::Warning, why); });
    m_recent.refresh();
    updateActions();
}

SessionActions::~SessionActions() = default;

QAction* SessionActions::makeAction(const QString& name, const QKeySequence& shortcut,
                                    const std::function<void()>& action)
{
    auto* made = new QAction(&m_s.window);
    made->setObjectName(name);
    made->setShortcut(shortcut);
    m_s.window.addAction(made);
    connect(made, &QAction::triggered, this, [action] { action(); });
    return made;
}

void SessionActions::addTo(QMenu& fileMenu, QMenu& helpMenu, const QList<QAction*>& moving)
{
    const QList<QAction*> others = fileMenu.actions();
    QAction* before = others.isEmpty() ? nullptr : others.first();
    fileMenu.insertActions(before, {m_newRun, m_openRun});
    fileMenu.insertMenu(before, m_recentMenu);
    fileMenu.insertActions(before, {m_openWeights, m_showExample, m_saveWeights, m_openFolder});
    fileMenu.insertSeparator(before);
    fileMenu.insertActions(before, {m_openPicture, m_paste});
    fileMenu.insertActions(before, moving);
    fileMenu.insertSeparator(before);
    QAction* about = helpMenu.actions().value(0);
    helpMenu.insertAction(about, m_devices);
}

void SessionActions::retranslate(const std::function<void(QAction*, const QString&, const QString&)>& name)
{
    name(m_newRun, tr("New run…"), tr("Choose everything a new run is made of"));
    name(m_openRun, tr("Open run…"), tr("Go on with a run recorded in a folder"));
    name(m_openWeights, tr("Open weights…"),
         tr("Look at known weights: PyTorch, Caffe, ONNX or safetensors; dropping the file on the window does too"));
    name(m_showExample, tr("Trained example"), tr("Look at a small network that is trained already"));
    name(m_saveWeights, tr("Save weights…"), tr("Save the network's weights as they are, in one file"));
    name(m_openFolder, tr("Open the run's folder"), tr("Show the folder this run is recorded in"));
    name(m_openPicture, tr("Open picture…"), tr("Pin a picture of your own; dropping its file on the window does too"));
    name(m_paste, tr("Paste picture"), tr("Pin the picture in the clipboard"));
    name(m_previousPicture, tr("Previous picture"), tr("Pin the picture before this one in its set"));
    name(m_nextPicture, tr("Next picture"), tr("Pin the picture after this one in its set"));
    name(m_devices, tr("Devices…"), tr("What can compute here, and why something cannot"));
    m_recentMenu->setTitle(tr("Recent runs"));
    m_forgetRecent->setText(tr("Forget these"));
    m_forgetRecent->setToolTip(tr("Empty this list; the runs stay on the disk"));
    fillRecent();
    if (m_shownOpening != 0 && m_s.messages.text() == m_shownText)
        sayShown();
}

// ---- Beginning and going on

RunSpec SessionActions::specFor(const Choices& choices, std::uint64_t seed) const
{
    const NetworkSpec network = loadNetwork(choices.network.toStdString());
    RunSpec spec;
    spec.networkText = formatNetwork(network);
    spec.data = choices.data.toStdString();
    spec.recipe = m_recipe && choices.network == m_s.choices.choices().network ? *m_recipe : network.recipe;
    spec.seed = seed;
    spec.device = choices.device.toStdString();
    spec.precision = choices.precision.toStdString();
    return spec;
}

/// What is recorded can be opened again, and before the first iteration there is nothing to lose.
void SessionActions::askThen(const QString& what, const std::function<void()>& action)
{
    const SessionStatus& status = m_s.model.status();
    const bool running = status.state == SessionState::Running;
    const bool recorded = !recordedIn().isEmpty();
    const bool kept = recorded || status.iteration == 0 || status.iteration == m_savedIteration;
    if (!m_s.model.run() || status.shown || (!running && kept))
        return action();
    m_s.messages.ask(recorded ? tr("The run under way stands at iteration %1; it is stopped and can be opened again.")
                                    .arg(count(status.iteration))
                              : tr("The run under way stands at iteration %1 and is not recorded; it is given up.")
                                    .arg(count(status.iteration)),
                     what, action);
}

void SessionActions::begin(const NewRun& run)
{
    askThen(tr("Start the new run"), [this, run] {
        m_recipe = run.spec.recipe;
        m_s.messages.dismiss();
        m_s.choices.setChoices(run.choices);
        m_savedIteration = -1;
        m_s.bridge.start(run.spec, toPath(run.folder));
    });
}

void SessionActions::open(const QString& folder)
{
    QThreadPool::globalInstance()->start([folder, self = QPointer<SessionActions>(this)] {
        const RunSummary summary = summariseRun(folder); // before the run under way is let go: a fault costs nothing
        QMetaObject::invokeMethod(qApp, [self, summary] {
            if (!self)
                return;
            if (!summary.fault.isEmpty())
                return self->m_s.messages.say(MessageBar::Kind::Error, summary.fault);
            self->askThen(tr("Open the other run"), [self, summary] {
                if (self)
                    self->resume(summary);
            });
        });
    });
}

void SessionActions::resume(const RunSummary& run)
{
    try {
        const RunSpec spec = RunFolder::open(toPath(run.folder)).spec();
        m_recipe = spec.recipe;
        m_s.messages.dismiss();
        m_s.choices.setChoices({networkChoice(spec, run.folder), QString::fromStdString(spec.data),
                                QString::fromStdString(spec.device), QString::fromStdString(spec.precision)});
        m_savedIteration = -1;
        m_s.bridge.resume(toPath(run.folder));
    } catch (const Error& error) {
        m_s.messages.say(MessageBar::Kind::Error, shownSentence(error.what()));
    }
}

void SessionActions::showExample()
{
    askThen(tr("Show the example"), [this] { showExampleAnyway(); });
}

void SessionActions::showExampleAnyway()
{
    try {
        const QString folder = m_example.folder();
        const RunSpec spec = RunFolder::open(toPath(folder)).spec();
        m_recipe = spec.recipe;
        m_s.messages.dismiss();
        m_s.choices.setChoices({networkChoice(spec, folder), QString::fromStdString(spec.data),
                                QString::fromStdString(spec.device), QString::fromStdString(spec.precision)});
        m_savedIteration = -1;
        m_s.bridge.show(toPath(folder));
    } catch (const Error& error) {
        m_s.messages.say(MessageBar::Kind::Error, shownSentence(error.what()));
    }
}

void SessionActions::noteSaved()
{
    m_savedIteration = m_s.model.status().iteration;
}

QString SessionActions::recordedIn() const
{
    return QFile::decodeName(QByteArray::fromStdString(m_s.model.status().recordedIn));
}

/// A recorded run goes on from where it is closed, and the seed brings a short one back; what was changed by hand
/// nothing brings back.
bool SessionActions::wouldBeLost() const
{
    const SessionStatus& status = m_s.model.status();
    const auto& rows = m_s.model.rows();
    if (!m_s.model.run() || status.shown || !recordedIn().isEmpty() || status.iteration == m_savedIteration ||
        rows.empty())
        return false;
    return rows.back().seconds >= secondsWorthAsking || !m_s.model.changes().empty() || !status.whatIf.empty();
}

bool SessionActions::mayClose()
{
    if (!m_remember || !wouldBeLost())
        return true;
    const double trained = m_s.model.rows().back().seconds;
    QMessageBox box(QMessageBox::Question, tr("Alexscope"),
                    tr("This run has trained for %1 and is not recorded.").arg(duration(std::max(trained, 1.0))),
                    QMessageBox::NoButton, &m_s.window);
    box.setObjectName(QStringLiteral("closeQuestion"));
    box.setInformativeText(tr("Closing gives it up, unless its weights are saved first."));
    const auto* save = box.addButton(tr("Save weights…"), QMessageBox::AcceptRole);
    const auto* close = box.addButton(tr("Close without saving"), QMessageBox::DestructiveRole);
    box.setEscapeButton(box.addButton(tr("Cancel"), QMessageBox::RejectRole));
    box.exec();
    if (box.clickedButton() == save)
        showSave();
    return box.clickedButton() == close;
}

// ---- What arrives

void SessionActions::followStatus()
{
    const QString folder = recordedIn();
    if (folder != m_recordedIn) {
        m_recordedIn = folder;
        if (!folder.isEmpty()) {
            m_recent.add(folder);
            if (m_remember)
                QSettings().setValue(recentKey, m_recent.folders());
            m_recent.refresh();
        }
        emit recordingChanged();
    }
    followShown();
    updateActions();
}

/// What one sees at the first start should not be taken for one's own work, and opened weights bring conventions along.
void SessionActions::followShown()
{
    const auto& run = m_s.model.run();
    const std::uint64_t opening = run && run->shown ? run->opening : 0;
    if (opening == m_shownOpening) {
        if (opening != 0 && m_s.messages.text() == m_shownText)
            sayShown(); // the rows of a finished run come after its description
        return;
    }
    m_shownOpening = opening;
    m_shownWarnings.clear();
    if (opening != 0)
        sayShown();
    else if (m_s.messages.text() == m_shownText)
        m_s.messages.dismiss();
    emit recordingChanged();
}

void SessionActions::sayShown()
{
    const RunDescription& run = *m_s.model.run();
    const MetricsRow* validation = m_s.model.validation();
    const QString text =
        !run.spec.weights.empty()
            ? weightsInWords(run, m_shownWarnings)
            : tr("A trained example: %1 on %2, %3 iterations, validation error %4. Press Run to train your own from "
                 "random weights, or open known ones under File → Open weights.")
                  .arg(QString::fromStdString(run.network.name), shownDataName(QString::fromStdString(run.spec.data)),
                       count(m_s.model.status().iteration),
                       validation ? percent(static_cast<double>(validation->validationTop1)) : noValue());
    if (text != m_s.messages.text())
        m_s.messages.say(MessageBar::Kind::Information, text);
    m_shownText = text;
}

bool SessionActions::joinShown(const SessionEvent& warning)
{
    if (m_shownOpening == 0 || m_s.model.run()->spec.weights.empty() || m_s.messages.text() != m_shownText)
        return false;
    m_shownWarnings.push_back(warning.text);
    sayShown();
    return true;
}

void SessionActions::updateActions()
{
    const SessionState state = m_s.model.status().state;
    const bool open = m_s.model.run() != nullptr && state != SessionState::Failed && state != SessionState::Empty;
    m_saveWeights->setEnabled(open);
    m_openFolder->setEnabled(!m_recordedIn.isEmpty());
    m_recentMenu->setEnabled(!m_recent.folders().isEmpty());
    for (QAction* action : {m_previousPicture, m_nextPicture})
        action->setEnabled(m_s.model.run() != nullptr);
}

/// What merely happened is told only where somebody asked for it and sees no other sign of it.
void SessionActions::tell(const SessionEvent& event)
{
    if (m_saving.isEmpty())
        return;
    if (event.kind == EventKind::Error)
        m_saving.clear(); // the window shows why
    if (event.kind != EventKind::Information || !event.text.ends_with(toPath(m_saving).string()))
        return;
    m_savedIteration = event.iteration;
    m_s.messages.say(MessageBar::Kind::Information,
                     tr("The weights of iteration %1 are saved in %2.").arg(count(event.iteration), m_saving));
    m_saving.clear();
}

// ---- Recent runs

/// In place: the menu may be open, and somebody's choice in it must not be lost.
void SessionActions::fillRecent()
{
    const std::vector<RunSummary> runs = m_recent.summaries();
    while (m_recentRuns.size() > runs.size()) {
        delete m_recentRuns.back();
        m_recentRuns.pop_back();
    }
    while (m_recentRuns.size() < runs.size()) {
        auto* action = new QAction(m_recentMenu);
        connect(action, &QAction::triggered, this, [this, action] { open(action->data().toString()); });
        m_recentMenu->insertAction(m_endOfRecent, action);
        m_recentRuns.push_back(action);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const RunSummary& run = runs[i];
        const QString text = run.network.isEmpty()
                                 ? run.folder
                                 : tr("%1 on %2, iteration %3, %4")
                                       .arg(run.network, shownDataName(run.data), count(run.iteration),
                                            QLocale().toString(run.changed, QLocale::ShortFormat));
        QAction* action = m_recentRuns[i];
        action->setText(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setData(run.folder);
        action->setToolTip(run.fault.isEmpty() ? run.folder : run.fault);
        action->setEnabled(run.fault.isEmpty() && run.folder != m_recordedIn);
    }
    updateActions();
}

void SessionActions::forgetRecent()
{
    m_recent.clear();
    if (m_remember)
        QSettings().remove(recentKey);
    fillRecent();
}

// ---- Drag and drop, paste

bool SessionActions::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_s.window) {
        if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
            auto* drag = static_cast<QDragMoveEvent*>(event);
            if (OwnPicture::looksLikePicture(*drag->mimeData())) {
                drag->setDropAction(Qt::CopyAction);
                drag->accept();
                return true;
            }
        } else if (event->type() == QEvent::Drop) {
            auto* dropped = static_cast<QDropEvent*>(event);
            if (drop(*dropped->mimeData())) {
                dropped->setDropAction(Qt::CopyAction); // nobody's file is moved
                dropped->accept();
                return true;
            }
        }
    }
    return QObject::eventFilter(watched, event);
}

bool SessionActions::drop(const QMimeData& mime)
{
    if (!OwnPicture::looksLikePicture(mime))
        return false;
    for (const QUrl& url : mime.urls()) {
        const QString path = url.toLocalFile(); // empty for what lies elsewhere
        if (path.isEmpty())
            continue;
        if (QFileInfo(path).isDir()) {
            open(QDir::cleanPath(path));
            return true;
        }
        if (LiveVideo::looksLikeVideo(path)) {
            m_s.video.openFile(path);
            return true;
        }
        if (looksLikeWeights(path)) {
            openWeights(path);
            return true;
        }
    }
    m_ownPicture.take(mime);
    return true;
}

} // namespace alexscope::gui
