// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/catalogue.h"
#include "gui/choices_bar.h"
#include "gui/dialogs/new_run_dialog.h"
#include "gui/live/live_model.h"
#include "gui/live/own_picture.h"
#include "gui/live/recent_runs.h"
#include "gui/live/session_bridge.h"
#include "gui/live/trained_example.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class QAction;
class QMainWindow;
class QMenu;
class QTemporaryDir;

namespace alexscope::gui {

class LiveVideo;
class MessageBar;

/// What the File menu does with runs, weights and pictures: new run, open, recent, open and save weights, the run's
/// folder, somebody's own picture by dialog, drag and drop or paste; and what the devices are. A run that would be lost
/// is asked about first. GUI thread.
class SessionActions : public QObject {
    Q_OBJECT
public:
    /// All of these outlive it.
    struct Surroundings {
        QMainWindow& window;
        LiveModel& model;
        SessionBridge& bridge;
        ChoicesBar& choices;
        MessageBar& messages;
        PinnedPicture& pinned;
        LiveVideo& video;
    };
    /// `remember`: recent runs and the folders of dialogs are read from and written to QSettings.
    SessionActions(const Surroundings& surroundings, Catalogue catalogue, ReadPicture readPicture, bool remember);
    ~SessionActions() override;

    /// At the top of the File menu; `moving`: what opens moving pictures.
    void addTo(QMenu& fileMenu, QMenu& helpMenu, const QList<QAction*>& moving);
    QList<QAction*> pictureActions() const { return {m_previousPicture, m_nextPicture}; }
    /// Names all actions by `name` (text, what it does).
    void retranslate(const std::function<void(QAction*, const QString&, const QString&)>& name);

    /// What the boxes of the window stand for: hyper-parameters chosen for the run so far go along while the network
    /// stays the same, else the network's own. Throws Error.
    RunSpec specFor(const Choices& choices, std::uint64_t seed) const;
    /// Opens a run with everything given; asks first when one would be lost.
    void begin(const NewRun& run);
    /// Goes on with a recorded run; looks at the folder first, and asks when another run would be lost.
    void open(const QString& folder);
    /// Shows the trained example; asks when a run would be lost.
    void showExample();
    /// The same without asking about the run under way.
    void showExampleAnyway();
    /// Looks at weights of any known format with the network they belong to; reads the file first, on another thread,
    /// and asks when a run would be lost. What is wrong with it is one message, and nothing else changes.
    void openWeights(const QString& file);
    /// Looks at the weights that are open with other data, on another device; false where none are, or with another
    /// network.
    bool showWeightsWith(const Choices& choices);
    /// Where what happens now is recorded; empty: nowhere.
    QString recordedIn() const;
    /// Whether closing would lose what cannot be had again soon: an unrecorded run that has trained for a while or was
    /// changed by hand, unless its weights or a scene of it have just been saved.
    bool wouldBeLost() const;
    /// Whether the window may close; asks when something would be lost.
    bool mayClose();
    /// The run as it stands was saved in another way: a scene trains it again.
    void noteSaved();
    /// A warning that came with weights somebody looks at joins what is said of them; false: it has to be said by
    /// itself.
    bool joinShown(const SessionEvent& warning);
    OwnPicture& ownPicture() { return m_ownPicture; }
    RecentRuns& recentRuns() { return m_recent; }

signals:
    /// The window's title would say something else now: another folder, or the trained example came or went.
    void recordingChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* makeAction(const QString& name, const QKeySequence& shortcut, const std::function<void()>& action);
    void showNewRun();
    void showOpen();
    void showOpenWeights();
    void show(const std::shared_ptr<const DescribedWeights>& weights, Choices choices);
    QString networkChoiceOf(const NetworkSpec& network);
    void showSave();
    void showDevices();
    void showOpenPicture();
    void showFolder();
    void paste();
    bool drop(const class QMimeData& mime);
    void fillRecent();
    void forgetRecent();
    void askThen(const QString& what, const std::function<void()>& action);
    void resume(const RunSummary& run);
    void followStatus();
    void updateActions();
    void tell(const SessionEvent& event);
    void followShown();
    void sayShown();
    QString rememberedFolder(const QString& key) const;
    void rememberFolder(const QString& key, const QString& file) const;

    Surroundings m_s;
    const Catalogue m_catalogue;
    const bool m_remember;
    OwnPicture m_ownPicture;
    RecentRuns m_recent;
    TrainedExample m_example;
    std::uint64_t m_shownOpening = 0;                  ///< of what is looked at; 0: nothing is
    QString m_shownText;                               ///< as the message bar says it
    std::vector<std::string> m_shownWarnings;          ///< that came with the weights that are looked at
    std::shared_ptr<const DescribedWeights> m_weights; ///< the latest opened
    std::unique_ptr<QTemporaryDir> m_networkTexts;     ///< of opened weights whose network is not built in
    std::optional<Recipe> m_recipe;                    ///< chosen by hand for the network in the boxes
    QString m_recordedIn, m_saving;                    ///< weights being saved
    std::int64_t m_savedIteration = -1;
    QPointer<NewRunDialog> m_newRunDialog;

    QAction *m_newRun, *m_openRun, *m_openWeights, *m_showExample, *m_saveWeights, *m_openFolder, *m_openPicture,
        *m_paste, *m_previousPicture, *m_nextPicture, *m_devices, *m_endOfRecent, *m_forgetRecent;
    std::vector<QAction*> m_recentRuns; ///< in the menu, one a run
    QMenu* m_recentMenu;
};

} // namespace alexscope::gui
