// SPDX-License-Identifier: GPL-3.0-or-later
// Opening weights of any known format, to be looked at.
#include "gui/session_actions.h"

#include "core/error.h"
#include "core/formats/import.h"
#include "core/network/network_text.h"
#include "gui/live/known_weights.h"
#include "gui/look/engine_sentences.h"
#include "gui/look/paths.h"
#include "gui/widgets/message_bar.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QPointer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThreadPool>

namespace alexscope::gui {

void SessionActions::showOpenWeights()
{
    const QString key = QStringLiteral("weightsFolder");
    QString folder = rememberedFolder(key);
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog(&m_s.window, tr("Open weights"), folder,
                                   tr("Weights (%1);;All files (*)").arg(weightNamePatterns()));
    dialog->setObjectName(QStringLiteral("openWeightsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, key](const QString& chosen) {
        rememberFolder(key, chosen);
        openWeights(chosen);
    });
    dialog->open();
}

void SessionActions::openWeights(const QString& file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    const QString network = m_s.choices.choices().network;
    QThreadPool::globalInstance()->start([path, network, self = QPointer<SessionActions>(this)] {
        std::shared_ptr<const DescribedWeights> weights;
        QString fault;
        try {
            weights = std::make_shared<const DescribedWeights>(describeWeights(toPath(path), network.toStdString()));
        } catch (const std::bad_alloc&) {
            fault = tr("There is not enough memory for the weights in %1.").arg(path);
        } catch (const std::exception& error) {
            fault = shownSentence(error.what());
        }
        QMetaObject::invokeMethod(qApp, [self, weights, fault] {
            if (!self)
                return;
            if (!weights)
                return self->m_s.messages.say(MessageBar::Kind::Error, fault);
            self->askThen(tr("Open the weights"), [self, weights] {
                if (self)
                    self->show(weights, self->m_s.choices.choices());
            });
        });
    });
}

void SessionActions::show(const std::shared_ptr<const DescribedWeights>& weights, Choices choices)
{
    try {
        choices.network = networkChoiceOf(weights->weights.network.withOpenClasses());
        RunSpec spec;
        spec.data = choices.data.toStdString();
        spec.device = choices.device.toStdString();
        spec.precision = choices.precision.toStdString();
        spec.recipe = weights->weights.network.recipe;
        m_weights = weights;
        m_recipe.reset();
        m_s.messages.dismiss();
        m_s.choices.setChoices(choices);
        m_savedIteration = -1;
        m_s.bridge.show(weights, spec);
    } catch (const Error& error) {
        m_s.messages.say(MessageBar::Kind::Error, shownSentence(error.what()));
    }
}

bool SessionActions::showWeightsWith(const Choices& choices)
{
    const auto& run = m_s.model.run();
    if (!m_weights || !run || !run->shown || run->spec.weights.empty() ||
        choices.network != m_s.choices.choices().network)
        return false;
    show(m_weights, choices);
    return true;
}

/// A built-in name, or a file with the text, so that the boxes can begin another run with it.
QString SessionActions::networkChoiceOf(const NetworkSpec& network)
{
    const std::string text = formatNetwork(network);
    for (const std::string& name : builtInNetworkNames())
        if (name == network.name && formatNetwork(loadNetwork(name)) == text)
            return QString::fromStdString(name);
    if (!m_networkTexts)
        m_networkTexts = std::make_unique<QTemporaryDir>();
    const QString path = m_networkTexts->filePath(QString::fromStdString(network.name) + QStringLiteral(".net"));
    QFile file(path);
    const QByteArray bytes = QByteArray::fromStdString(text);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        throw Error(
            concat("The network's text cannot be written to ", path.toStdString(), ": is there room on the disk?"));
    return path;
}

} // namespace alexscope::gui
