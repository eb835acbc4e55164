// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/choices_bar.h"

#include "core/error.h"
#include "core/network/network_text.h"
#include "gui/look/engine_sentences.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/widgets/combo_items.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QWheelEvent>

#include <algorithm>

namespace alexscope::gui {

namespace {

constexpr int recentKept = 6;
const QLatin1Char dialogMark('?'); // data of entries that open a dialog

/// Scrolling over the bar must not change the run, and what is typed to find an entry ("alexnet-small") is no shortcut.
class CalmComboBox : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::ShortcutOverride) {
            const auto* key = static_cast<QKeyEvent*>(event);
            const bool typed = !(key->modifiers() & ~Qt::ShiftModifier) && !key->text().isEmpty();
            if (typed && key->text().front().isPrint()) {
                event->accept();
                return true;
            }
        }
        return QComboBox::event(event);
    }
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

QString networkFacts(const std::string& nameOrFile)
{
    try {
        const NetworkSpec spec = loadNetwork(nameOrFile);
        const NetworkTotals totals = totalsOf(geometryOf(spec.withClasses(spec.classes)));
        return ChoicesBar::tr("input %1×%2×%3, %4 parameters, %5 multiply-adds a picture")
            .arg(spec.input.c)
            .arg(spec.input.h)
            .arg(spec.input.w)
            .arg(count(totals.parameters), count(totals.multiplyAdds));
    } catch (const Error& error) {
        return shownSentence(error.what());
    }
}

void selectData(QComboBox& box, const QString& data)
{
    box.setCurrentIndex(std::max(0, box.findData(data)));
}

} // namespace

ChoicesBar::ChoicesBar(const Catalogue& catalogue, QWidget* parent) : QToolBar(parent), m_catalogue(catalogue)
{
    setObjectName(QStringLiteral("choicesBar"));
    setMovable(false);
    m_network = addBox(QStringLiteral("network"));
    m_data = addBox(QStringLiteral("data"));
    m_device = addBox(QStringLiteral("device"));
    m_precision = addBox(QStringLiteral("precision"));
    m_network->setMinimumContentsLength(16);
    m_data->setMinimumContentsLength(18);
    m_device->setMinimumContentsLength(12);
    retranslate();
}

QComboBox* ChoicesBar::addBox(const QString& name)
{
    auto* label = new QLabel(this);
    label->setObjectName(name + QStringLiteral("Label"));
    label->setContentsMargins(8, 0, 6, 0);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto* box = new CalmComboBox(this);
    box->setObjectName(name + QStringLiteral("Box"));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    label->setBuddy(box);
    addWidget(label);
    addWidget(box);
    connect(box, &QComboBox::activated, this, &ChoicesBar::ask);
    return box;
}

void ChoicesBar::setChoices(const Choices& choices)
{
    m_choices = choices;
    if (choices.data != QLatin1String("textures")) {
        m_recentData.removeAll(choices.data);
        m_recentData.prepend(choices.data);
        while (m_recentData.size() > recentKept)
            m_recentData.removeLast();
    }
    retranslate();
}

void ChoicesBar::setRecentData(const QStringList& specifications)
{
    m_recentData = specifications.mid(0, recentKept);
    fillData();
}

void ChoicesBar::fillNetworks()
{
    m_network->clear();
    std::vector<std::string> names = builtInNetworkNames();
    // The one that learns in a minute first, then the paper's, then the rest.
    std::stable_sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
        const auto rank = [](const std::string& name) {
            return name == "alexnet-small" ? 0 : name == "alexnet" ? 1 : 2;
        };
        return rank(a) < rank(b);
    });
    for (const std::string& name : names) {
        m_network->addItem(QString::fromStdString(name), QString::fromStdString(name));
        m_network->setItemData(m_network->count() - 1, networkFacts(name), Qt::ToolTipRole);
    }
    if (m_network->findData(m_choices.network) < 0) {
        m_network->addItem(QFileInfo(m_choices.network).fileName(), m_choices.network);
        m_network->setItemData(m_network->count() - 1, networkFacts(m_choices.network.toStdString()), Qt::ToolTipRole);
    }
    m_network->insertSeparator(m_network->count());
    m_network->addItem(tr("Network file…"), QString(dialogMark));
    selectData(*m_network, m_choices.network);
}

void ChoicesBar::fillData()
{
    m_data->clear();
    m_data->addItem(shownDataName(QStringLiteral("textures")), QStringLiteral("textures"));
    for (const QString& specification : m_recentData) {
        m_data->addItem(shownDataName(specification), specification);
        m_data->setItemData(m_data->count() - 1, specification.section(QLatin1Char(':'), 1), Qt::ToolTipRole);
    }
    m_data->insertSeparator(m_data->count());
    m_data->addItem(tr("CIFAR-10 folder…"), QStringLiteral("?cifar10"));
    m_data->addItem(tr("Picture folder…"), QStringLiteral("?folder"));
    m_data->addItem(tr("Packed file…"), QStringLiteral("?packed"));
    m_data->addItem(tr("IDX (MNIST) folder…"), QStringLiteral("?idx"));
    selectData(*m_data, m_choices.data);
}

void ChoicesBar::fillDevices()
{
    m_device->clear();
    m_device->addItem(shownDeviceName("auto"), QStringLiteral("auto"));
    for (const BackendEntry& entry : m_catalogue.entries()) {
        m_device->addItem(shownDeviceName(entry.name), QString::fromStdString(entry.name));
        if (!entry.unavailable.empty())
            disableItem(*m_device, m_device->count() - 1, QString::fromStdString(entry.unavailable));
    }
    selectData(*m_device, m_choices.device);
}

void ChoicesBar::fillPrecisions()
{
    m_precision->clear();
    m_precision->addItem(tr("Automatic"), QStringLiteral("auto"));
    m_precision->addItem(QStringLiteral("fp32"), QStringLiteral("fp32"));
    m_precision->addItem(QStringLiteral("bf16"), QStringLiteral("bf16"));
    m_precision->setItemData(1, tr("32-bit floating point throughout"), Qt::ToolTipRole);
    m_precision->setItemData(2, tr("bfloat16 products, 32-bit sums and weights; where the device has it"),
                             Qt::ToolTipRole);
    selectData(*m_precision, m_choices.precision);
}

QString ChoicesBar::askForNetwork()
{
    return QFileDialog::getOpenFileName(this, tr("Open a network text"), {},
                                        tr("Network texts (*.net);;All files (*)"));
}

QString ChoicesBar::askForData(const QString& kind)
{
    QString path;
    if (kind == QLatin1String("packed"))
        path = QFileDialog::getOpenFileName(this, tr("Open a packed file of pictures"));
    else if (kind == QLatin1String("cifar10"))
        path = QFileDialog::getExistingDirectory(this, tr("Choose the folder with data_batch_1.bin to test_batch.bin"));
    else if (kind == QLatin1String("idx"))
        path = QFileDialog::getExistingDirectory(this, tr("Choose the folder with the IDX files"));
    else
        path = QFileDialog::getExistingDirectory(this, tr("Choose a folder with one folder of pictures a class"));
    return path.isEmpty() ? QString() : kind + QLatin1Char(':') + path;
}

void ChoicesBar::ask()
{
    Choices choices{m_network->currentData().toString(), m_data->currentData().toString(),
                    m_device->currentData().toString(), m_precision->currentData().toString()};
    if (choices.network.startsWith(dialogMark))
        choices.network = askForNetwork();
    if (choices.data.startsWith(dialogMark))
        choices.data = askForData(choices.data.mid(1));
    if (choices.network.isEmpty() || choices.data.isEmpty() || choices == m_choices) {
        setChoices(m_choices); // the dialog was cancelled: back to what is
        return;
    }
    emit wanted(choices);
}

void ChoicesBar::retranslate()
{
    setWindowTitle(tr("Choices"));
    fillNetworks();
    fillData();
    fillDevices();
    fillPrecisions();
    const auto name = [this](QComboBox* box, const QString& caption, const QString& what) {
        const QString key = QKeySequence::mnemonic(caption).toString(QKeySequence::NativeText);
        auto* label = qobject_cast<QLabel*>(findChild<QLabel*>(box->objectName().chopped(3) + QStringLiteral("Label")));
        label->setText(caption);
        box->setToolTip(tr("%1 (%2)").arg(what, key));
        box->setAccessibleName(what);
    };
    name(m_network, tr("&Network"), tr("The network that is trained"));
    name(m_data, tr("&Data"), tr("The pictures it learns from"));
    name(m_device, tr("D&evice"), tr("What computes"));
    name(m_precision, tr("&Precision"), tr("Number format of the products"));
}

void ChoicesBar::changeEvent(QEvent* event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace alexscope::gui
