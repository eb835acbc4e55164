// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/choices_bar.h"
#include "gui/language.h"
#include "gui/live/live_model.h"
#include "gui/live/pinned_picture.h"
#include "gui/live/selection.h"
#include "gui/live/session_bridge.h"
#include "gui/look/appearance.h"

#include <QMainWindow>

#include <memory>
#include <vector>

class QAction;
class QDockWidget;
class QLabel;
class QMenu;
class QToolBar;

namespace alexscope::gui {

class ActivationsPanel;
class CurvesPanel;
class ExplanationPanel;
class FiltersPanel;
class InspectorPanel;
class MessageBar;
class Panel;
class PredictionsPanel;
class ReadoutBar;

/// The window: choices and run controls above, panels as docks, live numbers below. Opens a run with the last choices.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `remember`: layout, language, appearance and choices are read from and written to QSettings.
    MainWindow(Catalogue catalogue, Session::OpenData openData, Language& language, bool remember = true);
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
    PinnedPicture& pinned() { return m_pinned; }
    Selection& selection() { return m_selection; }
    /// What exports and explanations are of: the panel last brought to the front or worked in.
    Panel* currentPanel() const { return m_current; }
    void setAppearance(Appearance appearance);
    /// Brings a panel to the front and explains it.
    void raisePanel(Panel* panel);

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
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
    void showPanelMenu(Panel* panel, QPoint position);
    void exportFigure();
    void exportNumbers();
    void defaultLayout();
    void connectEngine();
    void retranslate();
    void nameAction(QAction* action, const QString& text, const QString& what);
    void updateActions();
    void updateTitle();
    void updateProbe();
    void changeChoices(const Choices& choices);
    void reseed();
    void follow(QWidget* focused);
    void tell(const SessionEvent& event);
    void restoreSettings();
    void saveSettings() const;
    void showAbout();

    Language& m_language;
    bool m_remember, m_defaultSizes = true;
    Appearance m_appearance = Appearance::System;
    std::uint64_t m_seed = 2012;
    LiveModel m_model;
    Selection m_selection;
    PinnedPicture m_pinned{m_model};
    std::unique_ptr<SessionBridge> m_bridge;

    ChoicesBar* m_choices;
    QToolBar* m_runBar = nullptr;
    QLabel *m_stepLabel = nullptr, *m_seedLabel = nullptr;
    MessageBar* m_messages = nullptr;
    ReadoutBar* m_readouts = nullptr;
    FiltersPanel* m_filters = nullptr;
    ActivationsPanel* m_activations = nullptr;
    PredictionsPanel* m_predictions = nullptr;
    CurvesPanel* m_curves = nullptr;
    InspectorPanel* m_inspector = nullptr;
    ExplanationPanel* m_explanation = nullptr;
    struct DockedPanel {
        Panel* panel;
        QDockWidget* dock;
        Place place;
        QAction* show; ///< brings it to the front
    };
    std::vector<DockedPanel> m_panels;
    Panel* m_current = nullptr;
    QAction *m_run = nullptr, *m_pause = nullptr, *m_stepPiece = nullptr, *m_stepPass = nullptr,
            *m_stepIteration = nullptr, *m_stepEpoch = nullptr, *m_reset = nullptr, *m_reseed = nullptr,
            *m_exportFigure = nullptr, *m_exportNumbers = nullptr, *m_quit = nullptr, *m_resetLayout = nullptr, *m_fullScreen = nullptr, *m_about = nullptr;
    QMenu *m_fileMenu = nullptr, *m_runMenu = nullptr, *m_viewMenu = nullptr, *m_languageMenu = nullptr,
          *m_appearanceMenu = nullptr, *m_helpMenu = nullptr;
    std::vector<QAction*> m_appearanceActions;
};

} // namespace alexscope::gui
