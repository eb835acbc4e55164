// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs of the File menu: what somebody chooses in them goes to session_actions.cpp.
#include "gui/session_actions.h"

#include "gui/dialogs/device_dialog.h"
#include "gui/look/paths.h"
#include "gui/widgets/message_bar.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMainWindow>
#include <QMimeData>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

namespace alexscope::gui {

QString SessionActions::rememberedFolder(const QString& key) const
{
    return m_remember ? QSettings().value(key).toString() : QString();
}

void SessionActions::rememberFolder(const QString& key, const QString& file) const
{
    if (m_remember)
        QSettings().setValue(key, QFileInfo(file).absolutePath());
}

void SessionActions::showNewRun()
{
    if (m_newRunDialog)
        return m_newRunDialog->raise();
    NewRunDialog::Beginning beginning;
    beginning.choices = m_s.choices.choices();
    beginning.recentData = m_s.choices.recentData();
    beginning.recentRuns = m_recent.folders();
    beginning.recipe = m_recipe;
    if (const auto& run = m_s.model.run()) {
        beginning.seed = run->spec.seed;
        if (run->data.specification == beginning.choices.data.toStdString())
            beginning.trainingPictures = static_cast<std::int64_t>(run->data.training->size());
    }
    m_newRunDialog = new NewRunDialog(m_catalogue, beginning, &m_s.window);
    m_newRunDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_newRunDialog, &NewRunDialog::devicesWanted, this, &SessionActions::showDevices);
    connect(m_newRunDialog, &QDialog::accepted, this, [this] {
        if (const auto run = m_newRunDialog->newRun())
            begin(*run);
    });
    m_newRunDialog->open();
}

void SessionActions::showOpen()
{
    const QString key = QStringLiteral("runsFolder");
    const QString ours = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/runs");
    QString folder = rememberedFolder(key);
    if (folder.isEmpty() && QFileInfo(ours).isDir())
        folder = ours;
    auto* dialog = new QFileDialog(&m_s.window, tr("Choose the folder of a run"), folder);
    dialog->setObjectName(QStringLiteral("openRunDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, key](const QString& chosen) {
        rememberFolder(key, chosen);
        open(chosen);
    });
    dialog->open();
}

void SessionActions::showSave()
{
    const QString key = QStringLiteral("weightsFolder");
    const auto& run = m_s.model.run();
    if (!run)
        return;
    QString folder = rememberedFolder(key);
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog =
        new QFileDialog(&m_s.window, tr("Save the weights"), folder, tr("Weights (*.safetensors);;All files (*)"));
    dialog->setObjectName(QStringLiteral("saveWeightsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("safetensors"));
    dialog->selectFile(QStringLiteral("%1-%2.safetensors")
                           .arg(QString::fromStdString(run->network.name))
                           .arg(m_s.model.status().iteration));
    connect(dialog, &QFileDialog::fileSelected, this, [this, key](const QString& chosen) {
        rememberFolder(key, chosen);
        m_saving = chosen;
        m_s.bridge.saveWeights(toPath(chosen));
    });
    dialog->open();
}

void SessionActions::showFolder()
{
    if (m_recordedIn.isEmpty())
        return;
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_recordedIn)))
        m_s.messages.say(MessageBar::Kind::Information, tr("This run is recorded in %1.").arg(m_recordedIn));
}

void SessionActions::showOpenPicture()
{
    const QString key = QStringLiteral("pictureFolder");
    QString folder = rememberedFolder(key);
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    auto* dialog = new QFileDialog(&m_s.window, tr("Open a picture"), folder,
                                   tr("Pictures (*.jpg *.jpeg *.png *.bmp *.webp *.gif *.ppm *.pgm);;All files (*)"));
    dialog->setObjectName(QStringLiteral("openPictureDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, key](const QString& chosen) {
        rememberFolder(key, chosen);
        m_ownPicture.openFile(chosen);
    });
    dialog->open();
}

void SessionActions::paste()
{
    if (const QMimeData* mime = QGuiApplication::clipboard()->mimeData())
        m_ownPicture.take(*mime);
}

void SessionActions::showDevices()
{
    QWidget* parent = m_newRunDialog ? static_cast<QWidget*>(m_newRunDialog.data()) : &m_s.window;
    auto* dialog = new DeviceDialog(m_catalogue, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace alexscope::gui
