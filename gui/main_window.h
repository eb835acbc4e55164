// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/choices_bar.h"
#include "gui/language.h"
#include "gui/lecture_mode.h"
#include "gui/live/live_model.h"
#include "gui/live/live_video.h"
#include "gui/live/own_picture.h"
#include "gui/live/pinned_picture.h"
#include "gui/live/query_picture.h"
#include "gui/live/selection.h"
#include "gui/live/session_bridge.h"
#include "gui/live/set_indexer.h"
#include "gui/live/time_travel.h"
#include "gui/look/appearance.h"
#include "gui/scene.h"

#include <QMainWindow>

#include <memory>
#include <optional>
#include <vector>

class QAction;
class QDockWidget;
class QLabel;
class QMenu;
class QToolBar;

namespace alexscope::gui {

class ActivationsPanel;
class CurvesPanel;
class DataPanel;
class ExcitingPanel;
class ExplanationPanel;
class FiltersPanel;
class HyperParametersPanel;
class InspectorPanel;
class MessageBar;
class NeighboursPanel;
class Panel;
class PredictionsPanel;
class ReadoutBar;
class WhatIfPanel;
class RunControls;
class SetMapPanel;
class TimeBar;
class SessionActions;
class VideoBar;
class VideoPanel;

/// The window: choices and run controls above, panels as docks, live numbers below. Opens a run with the last choices,
/// at the first start the trained example.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `remember`: layout, language, appearance and choices are read from and written to QSettings.
    MainWindow(Catalogue catalogue, Session::OpenData openData, Language& language, bool remember = true,
               ReadPicture readPicture = {}, VideoOpeners videoOpeners = {});
    ~MainWindow() override;

    /// Opens a run; it holds before its first iteration.
    void startRun(const Choices& choices);
    LiveModel& model() { return m_model; }
    SessionBridge& bridge() { return *m_bridge; }
    FiltersPanel& filters() { return *m_filters; }
    ActivationsPanel& activations() { return *m_activations; }
    CurvesPanel& curves() { return *m_curves; }
    PredictionsPanel& predictions() { return *m_predictions; }
    InspectorPanel& inspector() { return *m_inspector; }
    ExplanationPanel& explanation() { return *m_explanation; }
    ReadoutBar& readouts() { return *m_readouts; }
    HyperParametersPanel& hyperParameters() { return *m_hyperParameters; }
    RunControls& controls() { return *m_controls; }
    PinnedPicture& pinned() { return m_pinned; }
    Selection& selection() { return m_selection; }
    TimeTravel& travel() { return m_travel; }
    DataPanel& dataPanel() { return *m_data; }
    SetIndexer& indexer() { return *m_indexer; }
    QueryPicture& query() { return m_query; }
    NeighboursPanel& neighbours() { return *m_neighbours; }
    SetMapPanel& setMap() { return *m_setMap; }
    ExcitingPanel& exciting() { return *m_exciting; }
    LiveVideo& video() { return *m_video; }
    VideoPanel& videoPanel() { return *m_videoPanel; }
    SessionActions& sessionActions() { return *m_sessionActions; }
    /// What exports and explanations are of: the panel last brought to the front or worked in.
    Panel* currentPanel() const { return m_current; }
    LectureMode& lecture() { return *m_lecture; }
    void setAppearance(Appearance appearance);
    /// The moment on the screen, to be saved.
    Scene scene() const;
    /// Starts the scene's run, trains to where it was (the trained example is shown as it is) and arranges the window;
    /// gives up the run that is open.
    void openScene(const Scene& scene);
    /// The same from a file, after asking when there is a run to lose.
    void openSceneFile(const QString& path);
    /// Shows the default views, or none: what looking costs is measured by that.
    void showViews(bool shown);
    /// Brings a panel to the front and explains it.
    void raisePanel(Panel* panel);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    /// Grows when docks are added or renamed, so that an old layout is not forced on a new window.
    static constexpr int layoutVersion = 6;
    static constexpr QSize narrowestPanel{140, 60};

    QAction* makeAction(const QString& name, const QString& drawing, const QKeySequence& shortcut);
    void createActions();
    void createMenus();
    void createRunBar();
    void createPanels();
    /// Where a panel stands in the default layout; several in one place are tabs.
    enum class Place { Left, Centre, Right, RightBelow, Bottom };
    void addPanel(Panel* panel, const QString& name, Place place);
    void placePanels(Place place, Qt::DockWidgetArea area, QDockWidget* beside, Qt::Orientation orientation);
    QDockWidget* firstDock(Place place) const;
    void shareHeight();
    bool isBehindATab(const QWidget& widget) const;
    void enterPanel(Panel* panel);
    void setFullScreen(bool full);
    void createLectureMode();
    void fillLectureMenu();
    void selectLayer(int by);
    void movePicture(int by);
    void raiseNextPanel();
    void showToLecture(const QStringList& able, const QString& what);
    void nameLectureKeys();
    void trainTo(const Scene& scene);
    void finishScene();
    void askToSaveScene();
    void askToOpenScene();
    void showPanelMenu(Panel* panel, QPoint position);
    void exportFigure();
    void exportNumbers();
    /// Of the current panel, into a file that is asked for.
    void exportAnimation();
    void writeAnimation(Panel& panel, const QString& path);
    void createTimeBar();
    void createVideoBar();
    void defaultLayout();
    void settleLayout();
    void connectEngine();
    void retranslate();
    void nameAction(QAction* action, const QString& text, const QString& what);
    void updateActions();
    void updateTitle();
    void updateProbe();
    void sendProbe();
    void changeChoices(const Choices& choices);
    void reseed();
    void beginWith(std::uint64_t seed);
    void follow(QWidget* focused);
    void tell(const SessionEvent& event);
    void restoreSettings();
    void saveSettings() const;
    void showAbout();

    Language& m_language;
    bool m_remember, m_defaultSizes = true, m_settling = false, m_probeScheduled = false;
    Appearance m_appearance = Appearance::System;
    std::uint64_t m_seed = 2012;
    LiveModel m_model;
    Selection m_selection;
    PinnedPicture m_pinned{m_model};
    QueryPicture m_query{m_pinned};
    TimeTravel m_travel{m_model};
    std::unique_ptr<SetIndexer> m_indexer;
    std::unique_ptr<SessionBridge> m_bridge;
    std::unique_ptr<LiveVideo> m_video;
    ProbeRequest m_probe; ///< the latest sent

    ChoicesBar* m_choices;
    QToolBar* m_runBar = nullptr;
    QLabel* m_stepLabel = nullptr;
    RunControls* m_controls = nullptr;
    MessageBar* m_messages = nullptr;
    ReadoutBar* m_readouts = nullptr;
    TimeBar* m_timeBar = nullptr;
    FiltersPanel* m_filters = nullptr;
    ActivationsPanel* m_activations = nullptr;
    PredictionsPanel* m_predictions = nullptr;
    CurvesPanel* m_curves = nullptr;
    InspectorPanel* m_inspector = nullptr;
    WhatIfPanel* m_whatIf = nullptr;
    HyperParametersPanel* m_hyperParameters = nullptr;
    ExplanationPanel* m_explanation = nullptr;
    DataPanel* m_data = nullptr;
    NeighboursPanel* m_neighbours = nullptr;
    SetMapPanel* m_setMap = nullptr;
    ExcitingPanel* m_exciting = nullptr;
    VideoPanel* m_videoPanel = nullptr;
    VideoBar* m_videoBar = nullptr;
    SessionActions* m_sessionActions = nullptr;
    struct DockedPanel {
        Panel* panel;
        QDockWidget* dock;
        Place place;
        QAction* show; ///< brings it to the front
    };
    std::vector<DockedPanel> m_panels;
    Panel* m_current = nullptr;
    LectureMode* m_lecture = nullptr;
    QToolBar* m_lectureKeys = nullptr; ///< what the single keys do, in the place of the choices
    QLabel* m_lectureKeysText = nullptr;
    std::optional<Scene> m_sceneToFinish; ///< once its run is open
    QAction *m_run = nullptr, *m_pause = nullptr, *m_stepPiece = nullptr, *m_stepPass = nullptr,
            *m_stepIteration = nullptr, *m_stepEpoch = nullptr, *m_reset = nullptr, *m_reseed = nullptr,
            *m_exportFigure = nullptr, *m_exportNumbers = nullptr, *m_exportAnimation = nullptr, *m_saveScene = nullptr,
            *m_openScene = nullptr, *m_lectureMode = nullptr, *m_quit = nullptr, *m_resetLayout = nullptr,
            *m_fullScreen = nullptr, *m_about = nullptr;
    QMenu *m_fileMenu = nullptr, *m_runMenu = nullptr, *m_viewMenu = nullptr, *m_languageMenu = nullptr,
          *m_appearanceMenu = nullptr, *m_sceneMenu = nullptr, *m_lectureMenu = nullptr, *m_helpMenu = nullptr;
    std::vector<QAction*> m_appearanceActions;
};

} // namespace alexscope::gui
