// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/recipe_form.h"

#include "core/network/text_fields.h"
#include "gui/dialogs/layer_rates_table.h"
#include "gui/dialogs/number_field.h"
#include "gui/look/colours.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>
#include <map>
#include <string>

namespace alexscope::gui {

namespace {

/// Asks the list of a recipe's keys for their ranges, so that they stand in one place only.
struct Ranges {
    std::map<std::string, std::pair<double, double>> of;

    Ranges()
    {
        Recipe recipe;
        visitFields(*this, recipe);
    }
    template <typename Number>
    void whole(const char* key, Number&, std::int64_t low, std::int64_t high, Presence = Presence::Optional)
    {
        of[key] = {static_cast<double>(low), static_cast<double>(high)};
    }
    void number(const char* key, double&, double low, double high) { of[key] = {low, high}; }
    void numbers(const char* key, std::vector<double>&, double low, double high) { of[key] = {low, high}; }
    void flag(const char*, bool&) {}
    void layerRates(const char*, LayerRates&) {}
    template <typename T, std::size_t N>
    void choice(const char*, T&, const std::array<Choice<T>, N>&)
    {
    }
};

NumberField* field(NumberField::Kind kind, const char* key, QWidget* parent)
{
    static const Ranges ranges;
    const auto [low, high] = ranges.of.at(key);
    return new NumberField(kind, low, high, parent);
}

enum LengthUnit { Epochs, Iterations };

void makeTitle(QLabel* title)
{
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
}

} // namespace

Recipe paperRecipe()
{
    Recipe recipe; // whose defaults are the paper's numbers
    recipe.schedule.kind = ScheduleKind::Plateau;
    recipe.augmentation.colourSigma = 0.1;
    return recipe;
}

RecipeForm::RecipeForm(QWidget* parent)
    : QWidget(parent), m_ownButton(new QPushButton(this)), m_paperButton(new QPushButton(this)),
      m_lengthUnit(new QComboBox(this)), m_schedule(new QComboBox(this)), m_crop(new QCheckBox(this)),
      m_reflect(new QCheckBox(this)), m_layers(new LayerRatesTable(this)), m_learningTitle(new QLabel(this)),
      m_picturesTitle(new QLabel(this)), m_layersTitle(new QLabel(this))
{
    using Kind = NumberField::Kind;
    m_batch = addNumber(QStringLiteral("batch"), field(Kind::Whole, "batch", this));
    m_length = addNumber(QStringLiteral("length"), field(Kind::Real, "iterations", this));
    m_rate = addNumber(QStringLiteral("learningRate"), field(Kind::Real, "learningRate", this));
    m_momentum = addNumber(QStringLiteral("momentum"), field(Kind::Real, "momentum", this));
    m_decay = addNumber(QStringLiteral("weightDecay"), field(Kind::Real, "weightDecay", this));
    m_divisor = addNumber(QStringLiteral("divisor"), field(Kind::Real, "divisor", this));
    m_steps = addNumber(QStringLiteral("stepEpochs"), field(Kind::Reals, "stepEpochs", this));
    m_patience = addNumber(QStringLiteral("patience"), field(Kind::Whole, "patience", this));
    m_reductions = addNumber(QStringLiteral("reductions"), field(Kind::Whole, "reductions", this));
    m_validate = addNumber(QStringLiteral("validateEvery"), field(Kind::Real, "validateEvery", this));
    m_pad = addNumber(QStringLiteral("pad"), field(Kind::Whole, "pad", this));
    m_colour = addNumber(QStringLiteral("colourSigma"), field(Kind::Real, "colourSigma", this));
    m_calmEnd = addNumber(QStringLiteral("colourOffLast"), field(Kind::Real, "colourOffLast", this));
    m_length->setAboveZero(true);
    m_ownButton->setObjectName(QStringLiteral("ownRecipe"));
    m_paperButton->setObjectName(QStringLiteral("paperRecipe"));
    m_lengthUnit->setObjectName(QStringLiteral("lengthUnit"));
    m_schedule->setObjectName(QStringLiteral("schedule"));
    m_crop->setObjectName(QStringLiteral("randomCrop"));
    m_reflect->setObjectName(QStringLiteral("reflect"));
    m_lengthUnit->addItems({QString(), QString()});
    for (int i = 0; i < static_cast<int>(scheduleKinds.size()); ++i)
        m_schedule->addItem(QString());
    build();
    const auto follow = [this] {
        if (m_filling)
            return;
        enableFields();
        updateButtons();
        emit changed();
    };
    for (NumberField* number : m_numbers)
        connect(number, &QLineEdit::textChanged, this, follow);
    for (QComboBox* box : {m_lengthUnit, m_schedule})
        connect(box, &QComboBox::currentIndexChanged, this, follow);
    for (QCheckBox* box : {m_crop, m_reflect})
        connect(box, &QCheckBox::toggled, this, follow);
    connect(m_layers, &LayerRatesTable::changed, this, follow);
    connect(m_ownButton, &QPushButton::clicked, this, [this] {
        setRecipe(m_own);
        emit changed();
    });
    connect(m_paperButton, &QPushButton::clicked, this, [this] {
        setRecipe(paperRecipe());
        emit changed();
    });
    retranslate();
    setRecipe({});
}

NumberField* RecipeForm::addNumber(const QString& name, NumberField* number)
{
    number->setObjectName(name);
    m_numbers.push_back(number);
    return number;
}

void RecipeForm::addRow(QFormLayout* form, QWidget* row)
{
    auto* label = new QLabel(this);
    label->setBuddy(row);
    form->addRow(label, row);
    m_labels.emplace_back(row, label);
}

void RecipeForm::build()
{
    const auto newForm = [this](QLabel* title) {
        makeTitle(title);
        auto* form = new QFormLayout;
        form->setContentsMargins(0, 0, 0, 0);
        form->setVerticalSpacing(6);
        form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
        form->addRow(title);
        return form;
    };
    auto* length = new QWidget(this);
    auto* lengthLayout = new QHBoxLayout(length);
    lengthLayout->setContentsMargins(0, 0, 0, 0);
    lengthLayout->addWidget(m_length, 1);
    lengthLayout->addWidget(m_lengthUnit);
    length->setFocusProxy(m_length);
    QFormLayout* learning = newForm(m_learningTitle);
    for (QWidget* row :
         {static_cast<QWidget*>(m_batch), length, static_cast<QWidget*>(m_rate), static_cast<QWidget*>(m_momentum),
          static_cast<QWidget*>(m_decay), static_cast<QWidget*>(m_schedule), static_cast<QWidget*>(m_divisor),
          static_cast<QWidget*>(m_steps), static_cast<QWidget*>(m_patience), static_cast<QWidget*>(m_reductions),
          static_cast<QWidget*>(m_validate)})
        addRow(learning, row);
    QFormLayout* pictures = newForm(m_picturesTitle);
    pictures->addRow(m_crop);
    pictures->addRow(m_reflect);
    for (NumberField* row : {m_colour, m_pad, m_calmEnd})
        addRow(pictures, row);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_ownButton);
    buttons->addWidget(m_paperButton);
    buttons->addStretch();
    for (QPushButton* button : {m_ownButton, m_paperButton})
        button->setAutoDefault(false);
    auto* right = new QVBoxLayout;
    right->addLayout(pictures);
    makeTitle(m_layersTitle);
    right->addWidget(m_layersTitle);
    right->addWidget(m_layers, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addLayout(learning, 1);
    columns->addLayout(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(buttons);
    layout->addLayout(columns, 1);
}

void RecipeForm::setRecipe(const Recipe& recipe)
{
    m_filling = true;
    m_recipe = recipe;
    m_batch->setValue(recipe.batch);
    m_lengthUnit->setCurrentIndex(recipe.iterations > 0 ? Iterations : Epochs);
    m_length->setValue(recipe.iterations > 0 ? static_cast<double>(recipe.iterations) : recipe.epochs);
    m_rate->setValue(recipe.learningRate);
    m_momentum->setValue(recipe.momentum);
    m_decay->setValue(recipe.weightDecay);
    m_schedule->setCurrentIndex(static_cast<int>(recipe.schedule.kind));
    m_divisor->setValue(recipe.schedule.divisor);
    m_steps->setValues(recipe.schedule.epochs);
    m_patience->setValue(recipe.schedule.patience);
    m_reductions->setValue(recipe.schedule.reductions);
    m_validate->setValue(recipe.validateEvery);
    m_crop->setChecked(recipe.augmentation.randomCrop);
    m_reflect->setChecked(recipe.augmentation.reflect);
    m_colour->setValue(recipe.augmentation.colourSigma);
    m_pad->setValue(recipe.augmentation.pad);
    m_calmEnd->setValue(recipe.colourOffLast);
    m_layers->setRates(recipe.layerRates);
    m_filling = false;
    enableFields();
    updateButtons();
}

Recipe RecipeForm::recipe() const
{
    Recipe recipe = m_recipe;
    const auto whole = [](const NumberField* from, int& to) { to = static_cast<int>(from->whole().value_or(to)); };
    const auto real = [](const NumberField* from, double& to) { to = from->value().value_or(to); };
    whole(m_batch, recipe.batch);
    recipe.iterations = 0;
    if (m_lengthUnit->currentIndex() == Iterations)
        recipe.iterations = m_length->whole().value_or(1);
    else
        real(m_length, recipe.epochs);
    real(m_rate, recipe.learningRate);
    real(m_momentum, recipe.momentum);
    real(m_decay, recipe.weightDecay);
    recipe.schedule.kind = static_cast<ScheduleKind>(m_schedule->currentIndex());
    real(m_divisor, recipe.schedule.divisor);
    recipe.schedule.epochs = m_steps->values().value_or(recipe.schedule.epochs);
    whole(m_patience, recipe.schedule.patience);
    whole(m_reductions, recipe.schedule.reductions);
    real(m_validate, recipe.validateEvery);
    recipe.augmentation.randomCrop = m_crop->isChecked();
    recipe.augmentation.reflect = m_reflect->isChecked();
    real(m_colour, recipe.augmentation.colourSigma);
    whole(m_pad, recipe.augmentation.pad);
    real(m_calmEnd, recipe.colourOffLast);
    if (!m_layers->isEmpty())
        recipe.layerRates = m_layers->rates();
    return recipe;
}

void RecipeForm::setLayers(const NetworkSpec& network)
{
    const LayerRates rates = m_layers->isEmpty() ? m_recipe.layerRates : m_layers->rates();
    QStringList names;
    for (const LayerSpec& layer : network.layers)
        if (layer.hasParameters())
            names.append(QString::fromStdString(layer.name));
    m_layers->setLayers(names);
    m_layers->setRates(rates);
}

void RecipeForm::setOwnRecipe(const Recipe& recipe)
{
    m_own = recipe;
    updateButtons();
}

/// Fields of another schedule keep their numbers, so that trying one out loses nothing.
void RecipeForm::enableFields()
{
    const auto kind = static_cast<ScheduleKind>(m_schedule->currentIndex());
    m_divisor->setEnabled(kind != ScheduleKind::Fixed);
    m_steps->setEnabled(kind == ScheduleKind::Steps);
    m_patience->setEnabled(kind == ScheduleKind::Plateau);
    m_reductions->setEnabled(kind == ScheduleKind::Plateau);
    for (const auto& [row, label] : m_labels)
        label->setEnabled(row->isEnabled());
}

/// A button that would change nothing says so by being off.
void RecipeForm::updateButtons()
{
    const Recipe now = recipe();
    m_ownButton->setEnabled(!(now == m_own));
    m_paperButton->setEnabled(!(now == paperRecipe()));
}

QString RecipeForm::faultOfLength(double length) const
{
    constexpr double mostEpochs = 1e6;
    if (m_lengthUnit->currentIndex() == Iterations && length != std::floor(length))
        return tr("%1: write a whole number of iterations.").arg(m_length->caption());
    if (m_lengthUnit->currentIndex() == Epochs && length > mostEpochs)
        return tr("%1: a million epochs are the most.").arg(m_length->caption());
    return {};
}

QString RecipeForm::fault()
{
    QString first;
    for (NumberField* number : m_numbers) {
        QString fault = number->fault();
        if (fault.isEmpty() && number == m_length)
            fault = faultOfLength(*number->value());
        number->mark(!fault.isEmpty());
        if (first.isEmpty())
            first = fault;
    }
    return first.isEmpty() ? m_layers->fault() : first;
}

void RecipeForm::retranslate()
{
    m_ownButton->setText(tr("The network's own values"));
    m_ownButton->setToolTip(tr("What the network's text recommends"));
    m_paperButton->setText(tr("The paper's values"));
    m_paperButton->setToolTip(
        tr("§5 and §4.1: batches of 128, ε 0.01, momentum 0.9, weight decay 0.0005, divided by 10 "
           "when the validation error stops improving, 90 epochs, crops, reflections, colour "
           "noise 0.1"));
    m_learningTitle->setText(tr("How it learns"));
    m_picturesTitle->setText(tr("What happens to the pictures"));
    m_layersTitle->setText(tr("Which layers learn"));
    m_lengthUnit->setItemText(Epochs, tr("epochs"));
    m_lengthUnit->setItemText(Iterations, tr("iterations"));
    m_lengthUnit->setAccessibleName(tr("Unit of the run's length"));
    m_lengthUnit->setToolTip(tr("An epoch is once through the training set, an iteration is one batch"));
    m_schedule->setItemText(static_cast<int>(ScheduleKind::Fixed), tr("Never"));
    m_schedule->setItemText(static_cast<int>(ScheduleKind::Steps), tr("At certain epochs"));
    m_schedule->setItemText(static_cast<int>(ScheduleKind::Plateau), tr("When the validation error stops improving"));
    m_schedule->setAccessibleName(tr("When the learning rate is divided"));
    m_schedule->setToolTip(tr("§5: divided by hand, three times, when the validation error stopped improving"));
    m_crop->setText(tr("Random crops"));
    m_crop->setToolTip(tr("§4.1: a random patch of the picture; without, always its centre"));
    m_reflect->setText(tr("Reflections"));
    m_reflect->setToolTip(tr("§4.1: every other picture mirrored, by chance"));
    const auto name = [this](NumberField* number, const QString& caption, const QString& tip) {
        number->setCaption(caption);
        number->setToolTip(tip);
    };
    name(m_batch, tr("Batch"), tr("Pictures a step; 128 in the paper"));
    name(m_length, tr("Length"), tr("When the run is done; about 90 epochs in the paper"));
    name(m_rate, tr("Learning rate ε"), tr("At the start; 0.01 in the paper"));
    name(m_momentum, tr("Momentum"), tr("How much of the last update goes on; 0.9 in the paper"));
    name(m_decay, tr("Weight decay"), tr("How much every weight shrinks; 0.0005 in the paper"));
    name(m_divisor, tr("Divide by"), tr("What ε is divided by; 10 in the paper"));
    name(m_steps, tr("At epochs"), tr("Ascending numbers with blanks between them, such as 30 60 80"));
    name(m_patience, tr("Patience"), tr("So many validations in a row without improvement count as a plateau"));
    name(m_reductions, tr("At most"), tr("So many divisions; 3 in the paper"));
    name(m_validate, tr("Validate every"), tr("Epochs between two tests on the validation set; 0: never"));
    name(m_colour, tr("Colour noise σ"),
         tr("§4.1: how far colours are shifted along the main axes of the set's colours; 0.1 in the paper, 0: not"));
    name(m_pad, tr("Padding"), tr("Black pixels around the picture before it is cropped; 0 in the paper"));
    name(m_calmEnd, tr("Calm end"), tr("Without crops and colour noise for so many epochs before the end; 0: never"));
    const QStringList captions{
        m_batch->caption(),    m_length->caption(),  m_rate->caption(),  m_momentum->caption(), m_decay->caption(),
        tr("Divide ε"),        m_divisor->caption(), m_steps->caption(), m_patience->caption(), m_reductions->caption(),
        m_validate->caption(), m_colour->caption(),  m_pad->caption(),   m_calmEnd->caption()};
    for (std::size_t i = 0; i < m_labels.size(); ++i)
        m_labels[i].second->setText(captions.value(static_cast<qsizetype>(i)));
}

void RecipeForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        QMetaObject::invokeMethod(
            this, [this] { (void)fault(); }, Qt::QueuedConnection);
}

} // namespace alexscope::gui
