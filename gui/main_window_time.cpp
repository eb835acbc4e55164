// SPDX-License-Identifier: GPL-3.0-or-later
// The window's past: the bar that scrubs through it, its mark on the curves, and the film of it.
#include "gui/export/animation.h"
#include "gui/export/export_dialog.h"
#include "gui/main_window.h"
#include "gui/panels/panel.h"
#include "gui/time_bar.h"
#include "gui/widgets/curve_plot.h"
#include "gui/widgets/message_bar.h"
#include "gui/widgets/past_marker.h"

#include <QAction>
#include <QDir>
#include <QPointer>
#include <QProgressDialog>

namespace alexscope::gui {

void MainWindow::createTimeBar()
{
    m_timeBar = new TimeBar(m_model, m_travel, this);
    addToolBar(Qt::BottomToolBarArea, m_timeBar);
    for (CurvePlot* plot : findChildren<CurvePlot*>())
        new PastMarker(*plot, m_model); // the plot's child
    connect(&m_travel, &TimeTravel::failed, this,
            [this](const QString& why) { m_messages->say(MessageBar::Kind::Warning, why); });
    connect(&m_model, &LiveModel::momentsChanged, this, &MainWindow::updateActions);
}

void MainWindow::exportAnimation()
{
    const QString path = ExportDialog::askForAnimation(*m_current, this);
    if (!path.isEmpty())
        writeAnimation(*m_current, path);
}

void MainWindow::writeAnimation(Panel& panel, const QString& path)
{
    m_travel.setPlaying(false);
    auto* animation = new Animation(panel, m_model, path, m_travel.pace(), this);
    auto* progress = new QProgressDialog(tr("Drawing the moments of %1…").arg(panel.title()), tr("Cancel"), 0,
                                         animation->frames(), this);
    progress->setObjectName(QStringLiteral("animationProgress"));
    progress->setWindowTitle(tr("Export animation"));
    progress->setWindowModality(Qt::WindowModal);
    progress->setAutoClose(false);
    progress->setAutoReset(false);
    connect(animation, &Animation::progressed, progress, &QProgressDialog::setValue);
    connect(progress, &QProgressDialog::canceled, this, [animation = QPointer<Animation>(animation), progress] {
        delete animation; // nothing is left of its file
        progress->deleteLater();
    });
    connect(animation, &Animation::finished, this, [this, animation, progress, path](const QString& fault) {
        animation->deleteLater();
        progress->disconnect(this);
        progress->hide();
        progress->deleteLater();
        if (fault.isEmpty())
            m_messages->say(MessageBar::Kind::Information,
                            tr("The animation is in %1.").arg(QDir::toNativeSeparators(path)));
        else
            m_messages->say(MessageBar::Kind::Error, fault);
    });
    progress->show();
    animation->start();
}

} // namespace alexscope::gui
