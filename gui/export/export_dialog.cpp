// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/export/export_dialog.h"

#include "core/error.h"
#include "gui/export/figure.h"
#include "gui/export/numbers.h"
#include "gui/panels/panel.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace alexscope::gui {

namespace {

const QString exportFolderKey = QStringLiteral("exportFolder");

QString ask(const Panel& panel, const QString& title, const QStringList& formats, QWidget* parent)
{
    QSettings settings;
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString folder = settings.value(exportFolderKey, pictures).toString();
    QStringList filters;
    for (const QString& format : formats)
        filters.append(QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
    QFileDialog dialog(parent, title, folder, filters.join(QStringLiteral(";;")));
    dialog.setObjectName(QStringLiteral("exportDialog"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(formats.front());
    dialog.selectFile(panel.objectName() + QLatin1Char('.') + formats.front());
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString& filter) {
        dialog.setDefaultSuffix(formats.at(qMax(0, filters.indexOf(filter))));
    });
    if (dialog.exec() != QDialog::Accepted)
        return {};
    const QString path = dialog.selectedFiles().value(0);
    settings.setValue(exportFolderKey, QFileInfo(path).absolutePath());
    return path;
}

} // namespace

QString ExportDialog::saveFigure(Panel& panel, QWidget* parent)
{
    const QString path = ask(panel, tr("Export the figure of %1").arg(panel.title()), figureFormats(), parent);
    if (!path.isEmpty())
        gui::saveFigure(panel.figure(), panel.caption(), path);
    return path;
}

QString ExportDialog::askForAnimation(const Panel& panel, QWidget* parent)
{
    return ask(panel, tr("Export the run's past in %1 as an animation").arg(panel.title()), {QStringLiteral("gif")},
               parent);
}

QString ExportDialog::saveNumbers(Panel& panel, QWidget* parent)
{
    const Numbers numbers = panel.numbers();
    if (numbers.isEmpty())
        throw Error(tr("%1 has no numbers to export yet.").arg(panel.title()).toStdString());
    const QString path = ask(panel, tr("Export the numbers of %1").arg(panel.title()), formatsOf(numbers), parent);
    if (!path.isEmpty())
        gui::saveNumbers(numbers, path);
    return path;
}

} // namespace alexscope::gui
