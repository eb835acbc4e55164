// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialog says of the run as it stands: faults, costs, and all its texts.
#include "gui/dialogs/new_run_dialog.h"

#include "core/backend/free_memory.h"
#include "core/error.h"
#include "gui/dialogs/layer_rates_table.h"
#include "gui/dialogs/number_field.h"
#include "gui/dialogs/path_field.h"
#include "gui/dialogs/recipe_form.h"
#include "gui/dialogs/run_checks.h"
#include "gui/dialogs/run_estimate.h"
#include "gui/live/known_weights.h"
#include "gui/look/icons.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QThreadPool>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {

QString bytes(std::int64_t value)
{
    return QLocale().formattedDataSize(value, value < (1 << 30) ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace

void NewRunDialog::check()
{
    m_faultText = findFault();
    m_fault->setText(m_faultText);
    m_faultIcon->setPixmap(m_faultText.isEmpty() ? QPixmap()
                                                 : icon(QStringLiteral("warning")).pixmap(m_faultIcon->width()));
    m_start->setEnabled(m_faultText.isEmpty());
    showFacts();
}

/// The first in the order of reading; every field that is wrong is marked.
QString NewRunDialog::findFault()
{
    const QString place = faultOfData(), weights = faultOfWeights(), folder = faultOfFolder(),
                  recipe = m_recipe->fault(), seed = m_seed->fault();
    m_networkField->mark(!m_networkFault.isEmpty());
    m_dataPlace->mark(!place.isEmpty());
    m_weights->mark(!weights.isEmpty());
    m_folder->mark(!folder.isEmpty());
    m_seed->mark(!seed.isEmpty());
    for (const QString& fault : {m_networkFault, place, faultOfDevice(), seed, weights, folder, recipe})
        if (!fault.isEmpty())
            return fault;
    return {};
}

QString NewRunDialog::faultOfData() const
{
    return gui::faultOfData(dataSpecification());
}

QString NewRunDialog::faultOfDevice() const
{
    const QString device = m_device->currentData().toString();
    const auto report = std::find_if(m_reports.begin(), m_reports.end(), [&](const DeviceReport& r) {
        return device == QLatin1String("auto") ? r.automatic : device.toStdString() == r.name;
    });
    if (report == m_reports.end())
        return {};
    if (!report->unavailable.empty())
        return tr("Device: %1").arg(QString::fromStdString(report->unavailable));
    if (m_precision->currentData().toString() == QLatin1String("bf16") && !report->noBf16.empty())
        return tr("Precision: %1").arg(QString::fromStdString(report->noBf16));
    return {};
}

QString NewRunDialog::faultOfWeights()
{
    WeightsCheck check;
    if (m_network && beginsWithWeights())
        check = weightsCheck();
    showBeginnings(check.layers);
    return check.fault;
}

WeightsCheck NewRunDialog::weightsCheck()
{
    const QString place = m_weights->text();
    if (!takesLongToCheck(place))
        return checkWeights(place, *m_network);
    const QString file = QStringLiteral("%1 %2 %3")
                             .arg(place, QFileInfo(place).lastModified().toString(Qt::ISODateWithMs),
                                  QString::fromStdString(m_network->name));
    if (file != m_slowCheck.file) {
        m_slowCheck = {file, std::nullopt};
        QThreadPool::globalInstance()->start([file, place, network = *m_network, self = QPointer<NewRunDialog>(this)] {
            WeightsCheck answer = checkWeights(place, network);
            QMetaObject::invokeMethod(qApp, [self, file, answer = std::move(answer)] {
                if (!self || self->m_slowCheck.file != file)
                    return;
                self->m_slowCheck.answer = answer;
                self->check();
            });
        });
    }
    return m_slowCheck.answer.value_or(WeightsCheck{tr("Weights: %1 is being read…").arg(place), {}});
}

/// Layer by layer; without a file all are drawn from the seed.
void NewRunDialog::showBeginnings(const std::vector<LayerStart>& starts)
{
    if (!m_network)
        return;
    int row = 0;
    for (const LayerSpec& layer : m_network->layers) {
        if (!layer.hasParameters())
            continue;
        const auto start =
            std::find_if(starts.begin(), starts.end(), [&](const LayerStart& one) { return one.layer == layer.name; });
        const bool decidedByData = m_network->followsClasses() && !starts.empty() && layer.name == starts.back().layer;
        const auto words = start == starts.end() ? std::pair(tr("random"), tr("Drawn at random from the seed"))
                                                 : beginningInWords(*start, decidedByData);
        m_recipe->layers().setBeginning(row++, words.first, words.second);
    }
}

QString NewRunDialog::faultOfFolder() const
{
    return m_record->isChecked() ? faultOfNewFolder(m_folder->text()) : QString();
}

void NewRunDialog::showFacts()
{
    QString facts;
    if (m_network) {
        const NetworkTotals totals = totalsOf(geometryOf(m_network->withClasses(m_network->classes)));
        facts = tr("%1\nInput %2×%3×%4, %5 parameters, %6 multiply-adds a picture")
                    .arg(m_network->title.empty() ? QString::fromStdString(m_network->name)
                                                  : shownNetworkTitle(m_network->title))
                    .arg(m_network->input.c)
                    .arg(m_network->input.h)
                    .arg(m_network->input.w)
                    .arg(count(totals.parameters), count(totals.multiplyAdds));
    }
    m_networkFacts->setText(facts);
    m_estimate->setText(estimateText());
    m_length->setText(lengthText());
}

QString NewRunDialog::estimateText() const
{
    if (!m_network || !m_faultText.isEmpty())
        return {};
    bool bf16 = m_precision->currentData().toString() == QLatin1String("bf16");
    if (m_precision->currentData().toString() == QLatin1String("auto")) {
        const QString device = m_device->currentData().toString();
        const std::int64_t multiplyAdds =
            totalsOf(geometryOf(m_network->withClasses(std::max(1, m_network->outputClasses())))).multiplyAdds;
        for (const DeviceReport& report : m_reports)
            if (device == QLatin1String("auto") ? report.automatic : device.toStdString() == report.name)
                bf16 = report.bf16PaysFrom && multiplyAdds >= *report.bf16PaysFrom;
    }
    const MemoryEstimate estimate =
        estimateMemory(m_network->withClasses(m_network->classes), m_recipe->recipe().batch, bf16 ? 2 : 4);
    QString text = tr("Memory: about %1, and %2 more once somebody steps through layers.")
                       .arg(bytes(estimate.total()), bytes(estimate.stepping));
    if (const std::int64_t free = freeMemory(); free > 0 && estimate.total() > free)
        text +=
            QLatin1Char(' ') + tr("Only %1 are free: choose a smaller batch or a smaller network.").arg(bytes(free));
    return text;
}

QString NewRunDialog::lengthText() const
{
    if (!m_network || !m_faultText.isEmpty())
        return {};
    const Recipe recipe = m_recipe->recipe();
    const bool known = m_beginning.trainingPictures > 0 && dataSpecification() == m_beginning.choices.data;
    const auto pictures = static_cast<double>(m_beginning.trainingPictures);
    if (recipe.iterations > 0 && known)
        return tr("Length: %1 iterations of %2 pictures are %3 epochs of %4 training pictures.")
            .arg(count(recipe.iterations), count(recipe.batch),
                 chosenNumber(std::round(100 * static_cast<double>(recipe.iterations) * recipe.batch / pictures) / 100),
                 count(m_beginning.trainingPictures));
    if (recipe.iterations > 0)
        return tr("Length: %1 iterations of %2 pictures.").arg(count(recipe.iterations), count(recipe.batch));
    if (known)
        return tr("Length: %1 epochs of %2 training pictures are %3 iterations of %4.")
            .arg(chosenNumber(recipe.epochs), count(m_beginning.trainingPictures),
                 count(static_cast<std::int64_t>(std::ceil(recipe.epochs * pictures / recipe.batch))),
                 count(recipe.batch));
    return tr("Length: %1 epochs in batches of %2; how many iterations that are depends on the data.")
        .arg(chosenNumber(recipe.epochs), count(recipe.batch));
}

void NewRunDialog::retranslate()
{
    setWindowTitle(tr("New run"));
    m_title->setText(tr("What is trained"));
    const QStringList captions{tr("&Network"), tr("&Data"),       tr("&Place"),   tr("D&evice"), tr("P&recision"),
                               tr("&Seed"),    tr("&Begin with"), tr("&Weights"), tr("F&older")};
    for (std::size_t i = 0; i < m_labels.size(); ++i)
        m_labels[i]->setText(captions.value(static_cast<qsizetype>(i)));
    m_networkField->setCaptions(tr("Network: the name of a built-in one, or a file"), tr("Open a network text"),
                                tr("Network texts (*.net);;All files (*)"));
    m_dataPlace->setCaptions(tr("Where the data are"), tr("Choose where the data are"));
    m_weights->setCaptions(tr("Weights to start from"), tr("Open weights to start from"),
                           tr("Weights (%1);;All files (*)").arg(weightNamePatterns()));
    m_begin->setItemText(0, tr("Random weights, drawn from the seed"));
    m_begin->setItemText(1, tr("Weights of a file or a run"));
    m_begin->setAccessibleName(tr("The weights before the first iteration"));
    m_begin->setToolTip(tr("Known weights go on learning from these data: layers that fit are taken, the last is made "
                           "new for other classes"));
    m_folder->setCaptions(tr("Folder the run is recorded in"), tr("Choose a folder for the run"));
    const QString names[] = {shownDataName(QStringLiteral("textures")), tr("CIFAR-10 (binary version)"),
                             tr("Folder of pictures, one folder a class"), tr("Packed file"), tr("IDX (MNIST) folder")};
    for (int i = 0; i < m_dataKind->count(); ++i)
        m_dataKind->setItemText(i, names[i]);
    m_dataKind->setAccessibleName(tr("The pictures it learns from"));
    m_dataKind->setToolTip(tr("The pictures it learns from"));
    m_device->setAccessibleName(tr("What computes"));
    m_device->setToolTip(tr("What computes; “About devices” says why one is not available"));
    m_precision->setAccessibleName(tr("Number format of the products"));
    m_precision->setToolTip(tr("Number format of the products; automatic is bf16 where the device has it"));
    m_seed->setCaption(tr("Seed"));
    m_seed->setToolTip(tr("The same seed gives the same weights, order, crops and dropout again"));
    m_weights->setToolTip(
        tr("A weights file (safetensors, PyTorch, Caffe, ONNX), a checkpoint, or the folder of a run"));
    m_record->setText(tr("Re&cord in a folder, to go on with later"));
    m_record->setToolTip(tr("Curves, checkpoints and the finished weights are kept on the disk"));
    m_aboutDevices->setText(tr("&About devices…"));
    m_aboutDevices->setToolTip(tr("What can compute here, and why something cannot"));
    m_start->setText(tr("S&tart"));
    m_cancel->setText(tr("Cancel"));
    m_start->setToolTip(tr("Open this run; it holds before its first iteration (Enter)"));
    m_cancel->setToolTip(tr("Leave everything as it is (Esc)"));
    m_fault->setAccessibleName(tr("What is wrong"));
    fillDevices();
    check();
}

void NewRunDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace alexscope::gui
