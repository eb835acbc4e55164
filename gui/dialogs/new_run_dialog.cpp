// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/new_run_dialog.h"

#include "core/error.h"
#include "core/network/network_text.h"
#include "gui/dialogs/number_field.h"
#include "gui/dialogs/path_field.h"
#include "gui/dialogs/recipe_form.h"
#include "gui/look/engine_sentences.h"
#include "gui/look/names.h"
#include "gui/look/paths.h"
#include "gui/widgets/combo_items.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QStandardPaths>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>

namespace alexscope::gui {

namespace {

const char* const dataKinds[] = {"textures", "cifar10", "folder", "packed", "idx"};
enum Begin { FromSeed, FromWeights };              // in the order of their box
constexpr double largestSeed = 9007199254740991.0; // whole numbers are exact up to here, in every file format

/// A name that is a good folder's name anywhere.
QString plainName(const QString& text)
{
    QString name;
    for (const QChar c : text)
        name += c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_') ? c : QLatin1Char('-');
    return name.left(40);
}

} // namespace

NewRunDialog::NewRunDialog(const Catalogue& catalogue, const Beginning& beginning, QWidget* parent)
    : QDialog(parent), m_catalogue(catalogue), m_beginning(beginning),
      m_networkField(new PathField(QStringLiteral("runNetwork"), this)),
      m_dataPlace(new PathField(QStringLiteral("runDataPlace"), this)),
      m_weights(new PathField(QStringLiteral("runWeights"), this)),
      m_folder(new PathField(QStringLiteral("runFolder"), this)), m_dataKind(new QComboBox(this)),
      m_device(new QComboBox(this)), m_precision(new QComboBox(this)), m_begin(new QComboBox(this)),
      m_seed(new NumberField(NumberField::Kind::Whole, 0, largestSeed, this)), m_record(new QCheckBox(this)),
      m_recipe(new RecipeForm(this)), m_networkFacts(new QLabel(this)), m_estimate(new QLabel(this)),
      m_length(new QLabel(this)), m_fault(new QLabel(this)), m_faultIcon(new QLabel(this)), m_title(new QLabel(this)),
      m_start(new QPushButton(this)), m_cancel(new QPushButton(this)), m_aboutDevices(new QPushButton(this))
{
    setObjectName(QStringLiteral("newRunDialog"));
    m_dataKind->setObjectName(QStringLiteral("runDataKind"));
    m_device->setObjectName(QStringLiteral("runDevice"));
    m_begin->setObjectName(QStringLiteral("runBegin"));
    m_begin->addItems({QString(), QString()});
    m_precision->setObjectName(QStringLiteral("runPrecision"));
    m_seed->setObjectName(QStringLiteral("runSeed"));
    m_record->setObjectName(QStringLiteral("runRecord"));
    m_networkFacts->setObjectName(QStringLiteral("networkFacts"));
    m_estimate->setObjectName(QStringLiteral("estimate"));
    m_length->setObjectName(QStringLiteral("lengthText"));
    m_fault->setObjectName(QStringLiteral("fault"));
    m_start->setObjectName(QStringLiteral("startRun"));
    m_aboutDevices->setObjectName(QStringLiteral("aboutDevices"));
    m_dataPlace->setKind(PathField::Kind::ExistingFolder);
    m_folder->setKind(PathField::Kind::NewFolder);
    for (std::size_t i = 0; i < std::size(dataKinds); ++i)
        m_dataKind->addItem(QString(), QString::fromLatin1(dataKinds[i]));
    build();

    const QString& specification = beginning.choices.data;
    m_dataKind->setCurrentIndex(std::max(0, m_dataKind->findData(specification.section(QLatin1Char(':'), 0, 0))));
    m_dataPlace->setText(specification.section(QLatin1Char(':'), 1));
    m_seed->setValue(static_cast<double>(beginning.seed));
    m_record->setChecked(true);
    m_weights->setChoices(beginning.recentRuns);
    m_weights->setEnabled(false);
    fillNetworks();
    m_networkField->setText(beginning.choices.network);
    retranslate();
    networkChanged();
    if (beginning.recipe)
        m_recipe->setRecipe(*beginning.recipe);
    dataKindChanged();

    connect(m_networkField, &PathField::changed, this, &NewRunDialog::networkChanged);
    connect(m_dataKind, &QComboBox::currentIndexChanged, this, &NewRunDialog::dataKindChanged);
    connect(m_dataPlace, &PathField::changed, this, [this] {
        suggestFolder();
        check();
    });
    connect(m_folder, &PathField::edited, this, [this] { m_folderEdited = true; });
    for (PathField* field : {m_weights, m_folder})
        connect(field, &PathField::changed, this, &NewRunDialog::check);
    connect(m_seed, &QLineEdit::textChanged, this, &NewRunDialog::check);
    connect(m_weights, &PathField::changed, this, [this] {
        if (!m_weights->text().isEmpty())
            m_begin->setCurrentIndex(FromWeights);
    });
    connect(m_begin, &QComboBox::currentIndexChanged, this, [this] {
        m_weights->setEnabled(beginsWithWeights());
        check();
    });
    for (QComboBox* box : {m_device, m_precision})
        connect(box, &QComboBox::currentIndexChanged, this, &NewRunDialog::check);
    connect(m_record, &QCheckBox::toggled, this, [this](bool on) {
        m_folder->setEnabled(on);
        check();
    });
    connect(m_recipe, &RecipeForm::changed, this, &NewRunDialog::check);
    connect(m_start, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_aboutDevices, &QPushButton::clicked, this, &NewRunDialog::devicesWanted);
    check();
    // Drivers may take their time to answer.
    QThreadPool::globalInstance()->start([catalogue, self = QPointer<NewRunDialog>(this)] {
        auto reports = reportDevices(catalogue);
        QMetaObject::invokeMethod(qApp, [self, reports = std::move(reports)] {
            if (self)
                self->takeReports(reports);
        });
    });
}

void NewRunDialog::addRow(QFormLayout* form, QWidget* row)
{
    auto* label = new QLabel(this);
    label->setBuddy(row);
    form->addRow(label, row);
    m_labels.push_back(label);
}

void NewRunDialog::build()
{
    auto* form = new QFormLayout;
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    form->addRow(m_title);
    addRow(form, m_networkField);
    for (QLabel* text : {m_networkFacts, m_estimate, m_length, m_fault}) {
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    }
    const int line = fontMetrics().lineSpacing();
    m_networkFacts->setFixedHeight(4 * line);
    m_estimate->setFixedHeight(2 * line);
    m_length->setFixedHeight(2 * line);
    m_fault->setFixedHeight(2 * line);
    form->addRow(QString(), m_networkFacts);
    addRow(form, m_dataKind);
    addRow(form, m_dataPlace);
    auto* device = new QWidget(this);
    auto* deviceLayout = new QHBoxLayout(device);
    deviceLayout->setContentsMargins(0, 0, 0, 0);
    deviceLayout->addWidget(m_device, 1);
    deviceLayout->addWidget(m_aboutDevices);
    device->setFocusProxy(m_device);
    m_aboutDevices->setAutoDefault(false);
    addRow(form, device);
    addRow(form, m_precision);
    addRow(form, m_seed);
    addRow(form, m_begin);
    addRow(form, m_weights);
    form->addRow(QString(), m_record);
    addRow(form, m_folder);
    auto* left = new QVBoxLayout;
    left->addLayout(form);
    left->addStretch(1);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addLayout(left, 4);
    auto* between = new QFrame(this);
    between->setFrameShape(QFrame::VLine);
    between->setForegroundRole(QPalette::Mid);
    columns->addWidget(between);
    columns->addWidget(m_recipe, 5);

    auto* foot = new QHBoxLayout;
    const int iconSide = fontMetrics().height();
    m_faultIcon->setFixedSize(iconSide, 2 * line);
    m_faultIcon->setAlignment(Qt::AlignTop);
    foot->addWidget(m_faultIcon);
    foot->addWidget(m_fault, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_start);
    m_start->setDefault(true);
    auto* facts = new QHBoxLayout;
    facts->setSpacing(24);
    facts->addWidget(m_estimate, 1);
    facts->addWidget(m_length, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addLayout(columns, 1);
    layout->addLayout(facts);
    layout->addLayout(foot);
    resize(1040, sizeHint().height());
}

void NewRunDialog::fillNetworks()
{
    QStringList names;
    for (const std::string& name : builtInNetworkNames())
        names.append(QString::fromStdString(name));
    m_networkField->setChoices(names);
}

/// Called anew with every change of language and when the devices have answered; keeps the choice.
void NewRunDialog::fillDevices()
{
    const auto refill = [](QComboBox* box, const QString& begin, const auto& fill) {
        const QString chosen = box->count() > 0 ? box->currentData().toString() : begin;
        const QSignalBlocker quiet(box);
        box->clear();
        fill(box);
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    };
    refill(m_device, m_beginning.choices.device, [this](QComboBox* box) {
        box->addItem(shownDeviceName("auto"), QStringLiteral("auto"));
        for (const BackendEntry& entry : m_catalogue.entries()) {
            box->addItem(shownDeviceName(entry.name), QString::fromStdString(entry.name));
            if (!entry.unavailable.empty())
                disableItem(*box, box->count() - 1, QString::fromStdString(entry.unavailable));
        }
    });
    refill(m_precision, m_beginning.choices.precision, [](QComboBox* box) {
        box->addItem(tr("Automatic"), QStringLiteral("auto"));
        box->addItem(QStringLiteral("fp32"), QStringLiteral("fp32"));
        box->addItem(QStringLiteral("bf16"), QStringLiteral("bf16"));
    });
}

void NewRunDialog::takeReports(std::vector<DeviceReport> reports)
{
    m_reports = std::move(reports);
    check();
}

void NewRunDialog::networkChanged()
{
    const QString name = m_networkField->text();
    const bool untouched = !m_network || m_recipe->recipe() == m_network->recipe;
    std::optional<NetworkSpec> network;
    m_networkFault.clear();
    try {
        const std::vector<std::string> builtIn = builtInNetworkNames();
        const bool known = std::find(builtIn.begin(), builtIn.end(), name.toStdString()) != builtIn.end();
        if (name.isEmpty())
            m_networkFault = tr("Network: choose one, or a file with a network's text.");
        else if (!known && !QFileInfo(name).isFile())
            m_networkFault = tr("Network: there is neither a built-in network nor a file called %1.").arg(name);
        else
            network = loadNetwork(name.toStdString());
        if (network)
            (void)geometryOf(network->withClasses(network->classes));
    } catch (const Error& error) {
        network.reset();
        m_networkFault = tr("Network: %1").arg(shownSentence(error.what()));
    }
    m_network = network;
    if (network) {
        m_recipe->setLayers(*network);
        m_recipe->setOwnRecipe(network->recipe);
        if (untouched) // nobody has changed it: it goes with the network
            m_recipe->setRecipe(network->recipe);
    }
    suggestFolder();
    check();
}

void NewRunDialog::dataKindChanged()
{
    const QString kind = m_dataKind->currentData().toString();
    m_dataPlace->setEnabled(kind != QLatin1String("textures"));
    m_dataPlace->setKind(kind == QLatin1String("packed") ? PathField::Kind::ExistingFile
                                                         : PathField::Kind::ExistingFolder);
    QStringList used;
    for (const QString& specification : m_beginning.recentData)
        if (specification.section(QLatin1Char(':'), 0, 0) == kind)
            used.append(specification.section(QLatin1Char(':'), 1));
    m_dataPlace->setChoices(used);
    if (isVisible()) // somebody chose another kind: the place of the former is none of it
        m_dataPlace->setText(used.value(0));
    suggestFolder();
    check();
}

bool NewRunDialog::beginsWithWeights() const
{
    return m_begin->currentIndex() == FromWeights;
}

QString NewRunDialog::dataSpecification() const
{
    const QString kind = m_dataKind->currentData().toString();
    return kind == QLatin1String("textures") ? kind : kind + QLatin1Char(':') + m_dataPlace->text();
}

QString NewRunDialog::defaultFolder(const QString& network, const QString& data)
{
    const QString root = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QString kind = data.section(QLatin1Char(':'), 0, 0), place = data.section(QLatin1Char(':'), 1);
    const QString set = kind == QLatin1String("folder") || kind == QLatin1String("packed")
                            ? QFileInfo(QDir(place).dirName()).completeBaseName()
                            : kind;
    const QString name =
        QStringLiteral("%1-%2-%3").arg(plainName(network), plainName(set), QDate::currentDate().toString(Qt::ISODate));
    const QDir runs(root + QStringLiteral("/runs"));
    QString folder = runs.filePath(name);
    for (int number = 2; QFileInfo::exists(folder); ++number)
        folder = runs.filePath(QStringLiteral("%1-%2").arg(name).arg(number));
    return folder;
}

void NewRunDialog::suggestFolder()
{
    if (!m_folderEdited && m_network)
        m_folder->setText(defaultFolder(QString::fromStdString(m_network->name), dataSpecification()));
}

std::optional<NewRun> NewRunDialog::newRun() const
{
    if (!m_network || !m_faultText.isEmpty())
        return std::nullopt;
    NewRun run;
    run.choices = {m_networkField->text(), dataSpecification(), m_device->currentData().toString(),
                   m_precision->currentData().toString()};
    run.spec.networkText = formatNetwork(*m_network);
    run.spec.data = run.choices.data.toStdString();
    if (beginsWithWeights())
        run.spec.weights = toPath(m_weights->text()).string();
    run.spec.recipe = m_recipe->recipe();
    run.spec.seed = static_cast<std::uint64_t>(m_seed->whole().value_or(0));
    run.spec.device = run.choices.device.toStdString();
    run.spec.precision = run.choices.precision.toStdString();
    if (m_record->isChecked())
        run.folder = QDir::cleanPath(m_folder->text());
    return run;
}

} // namespace alexscope::gui
