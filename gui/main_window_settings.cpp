// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers from one start to the next.
#include "gui/main_window.h"
#include "gui/panels/neighbours_panel.h"
#include "gui/panels/predictions_panel.h"
#include "gui/panels/set_map_panel.h"
#include "gui/video_bar.h"

#include <QSettings>

namespace alexscope::gui {

void MainWindow::restoreSettings()
{
    QSettings settings;
    setAppearance(appearanceFrom(settings.value(QStringLiteral("appearance")).toString()));
    m_choices->setRecentData(settings.value(QStringLiteral("recentData")).toStringList());
    Choices choices;
    choices.network = settings.value(QStringLiteral("network"), choices.network).toString();
    choices.data = settings.value(QStringLiteral("data"), choices.data).toString();
    choices.device = settings.value(QStringLiteral("device"), choices.device).toString();
    choices.precision = settings.value(QStringLiteral("precision"), choices.precision).toString();
    m_choices->setChoices(choices);
    m_indexer->restore(settings);
    m_neighbours->restore(settings);
    m_setMap->restore(settings);
    m_lecture->setPanels(settings.value(QStringLiteral("lecturePanels"), m_lecture->panels()).toStringList());
    fillLectureMenu();
    m_predictions->setChoices(settings.value(QStringLiteral("predictions")).toMap());
    restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    m_defaultSizes = !restoreState(settings.value(QStringLiteral("layout")).toByteArray(), layoutVersion);
    m_videoBar->follow(); // as it was left it does not count
}

void MainWindow::saveSettings() const
{
    QSettings settings;
    const Choices& choices = m_choices->choices();
    settings.setValue(QStringLiteral("appearance"), toText(m_appearance));
    settings.setValue(QStringLiteral("language"), m_language.current());
    settings.setValue(QStringLiteral("recentData"), m_choices->recentData());
    settings.setValue(QStringLiteral("network"), choices.network);
    settings.setValue(QStringLiteral("data"), choices.data);
    settings.setValue(QStringLiteral("device"), choices.device);
    settings.setValue(QStringLiteral("precision"), choices.precision);
    settings.setValue(QStringLiteral("predictions"), m_predictions->choices());
    m_indexer->save(settings);
    m_neighbours->save(settings);
    m_setMap->save(settings);
    settings.setValue(QStringLiteral("geometry"), saveGeometry());
    settings.setValue(QStringLiteral("layout"), m_lecture->arrangement(layoutVersion));
    settings.setValue(QStringLiteral("lecturePanels"), m_lecture->panels());
}

} // namespace alexscope::gui
