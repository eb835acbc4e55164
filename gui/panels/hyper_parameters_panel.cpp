// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/hyper_parameters_panel.h"

#include "core/network/network_text.h"
#include "gui/look/numbers.h"
#include "gui/look/recipe_words.h"
#include "gui/widgets/value_box.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr int answerMilliseconds = 1000;
constexpr double mostRate = 1000, lowestRate = 1e-8;

/// The paper's recipe and dropout, as its network's text has them.
const NetworkSpec& paperNetwork()
{
    static const NetworkSpec network = loadNetwork("alexnet");
    return network;
}

double paperDropout()
{
    const int layer = dropoutLayersOf(paperNetwork()).front();
    return paperNetwork().layers[static_cast<std::size_t>(layer)].as<DropoutSpec>()->p;
}

QLabel* makeLabel(QWidget* parent, const QString& name = {}, Qt::Alignment alignment = Qt::AlignRight)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setAlignment(alignment | Qt::AlignVCenter);
    return label;
}

} // namespace

HyperParametersPanel::HyperParametersPanel(LiveModel& model, Selection& selection, QWidget* parent)
    : Panel(model, selection, parent), m_scroll(new QScrollArea(this)), m_content(new QWidget)
{
    makeContent();
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    m_patience.setSingleShot(true);
    m_patience.setInterval(answerMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, &Panel::invalidate);
    askFor(m_rate.box, &HyperParameterEdit::learningRate);
    askFor(m_momentum.box, &HyperParameterEdit::momentum);
    askFor(m_decay.box, &HyperParameterEdit::weightDecay);
    connect(m_divide, &QToolButton::clicked, this, [this] { m_rate.box->setValue(m_rate.box->value() / 10); });
    connect(m_multiply, &QToolButton::clicked, this, [this] { m_rate.box->setValue(m_rate.box->value() * 10); });
    connect(&model, &LiveModel::statusChanged, this, [this] {
        if (this->model().status().pendingCommands == 0)
            m_patience.stop(); // the engine has answered
        invalidate();
    });
    connect(&model, &LiveModel::runEdited, this, &Panel::explanationChanged);
    connect(&model, &LiveModel::runChanged, this, [this] {
        m_patience.stop();
        rebuildDropout();
        retranslate();
        recolour();
        invalidate();
        emit explanationChanged();
    });
    rebuildDropout();
    finishConstruction();
}

// ---- Making

HyperParametersPanel::Row HyperParametersPanel::makeRow(const QString& name, ValueBox* box)
{
    box->setParent(m_content);
    box->setObjectName(name);
    Row row{{},
            0,
            makeLabel(m_content, name + QStringLiteral("Caption"), Qt::AlignLeft),
            box,
            makeLabel(m_content, name + QStringLiteral("Start")),
            makeLabel(m_content, name + QStringLiteral("Paper"))};
    row.caption->setBuddy(box);
    row.caption->setWordWrap(true); // in a narrow panel
    return row;
}

void HyperParametersPanel::makeContent()
{
    m_content->setObjectName(QStringLiteral("hyperParametersContent"));
    m_nowHead = makeLabel(m_content);
    m_startHead = makeLabel(m_content);
    m_paperHead = makeLabel(m_content);
    m_recipeHead = makeLabel(m_content, {}, Qt::AlignLeft);
    m_runHead = makeLabel(m_content);
    m_factPaperHead = makeLabel(m_content);
    m_noDropout = makeLabel(m_content, QStringLiteral("noDropout"), Qt::AlignLeft);
    m_rate = makeRow(QStringLiteral("learningRateBox"), new ValueBox(ValueBox::Steps::Ladder));
    m_rate.box->setRange(0, mostRate);
    m_rate.box->setLowest(lowestRate);
    m_momentum = makeRow(QStringLiteral("momentumBox"), new ValueBox(ValueBox::Steps::Even));
    m_momentum.box->setRange(0, 1);
    m_momentum.box->setSingleStep(0.05);
    m_decay = makeRow(QStringLiteral("weightDecayBox"), new ValueBox(ValueBox::Steps::Ladder));
    m_decay.box->setRange(0, mostRate);
    m_decay.box->setLowest(1e-6);
    m_divide = new QToolButton(m_content);
    m_divide->setObjectName(QStringLiteral("divideRate"));
    m_divide->setText(QStringLiteral("÷10"));
    m_multiply = new QToolButton(m_content);
    m_multiply->setObjectName(QStringLiteral("multiplyRate"));
    m_multiply->setText(QStringLiteral("×10"));
    m_together = new QCheckBox(m_content);
    m_together->setObjectName(QStringLiteral("dropoutTogether"));
    m_together->setChecked(true);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(6);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
    m_factGrid = new QGridLayout;
    m_factGrid->setHorizontalSpacing(6);
    m_factGrid->setVerticalSpacing(2);
    for (const auto& [column, stretch] : {std::pair{0, 3}, {1, 4}, {2, 4}})
        m_factGrid->setColumnStretch(column, stretch);
    for (int i = 0; i < static_cast<int>(recipeFacts({}, {}).size()); ++i) {
        const Fact fact{makeLabel(m_content, {}, Qt::AlignLeft),
                        makeLabel(m_content, QStringLiteral("recipeFact%1").arg(i)), makeLabel(m_content)};
        for (QLabel* label : {fact.caption, fact.now, fact.paper}) {
            label->setWordWrap(true);
            label->setAlignment((label == fact.caption ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop);
        }
        m_factGrid->addWidget(fact.caption, i + 1, 0);
        m_factGrid->addWidget(fact.now, i + 1, 1);
        m_factGrid->addWidget(fact.paper, i + 1, 2);
        m_facts.push_back(fact);
    }
    m_factGrid->addWidget(m_recipeHead, 0, 0);
    m_factGrid->addWidget(m_runHead, 0, 1);
    m_factGrid->addWidget(m_factPaperHead, 0, 2);
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(8, 6, 4, 8);
    layout->setSpacing(12);
    layout->addLayout(m_grid);
    layout->addLayout(m_factGrid);
    layout->addStretch(1);
}

void HyperParametersPanel::rebuildDropout()
{
    for (Row& row : m_dropout)
        for (QWidget* widget : {static_cast<QWidget*>(row.caption), static_cast<QWidget*>(row.box),
                                static_cast<QWidget*>(row.start), static_cast<QWidget*>(row.paper)})
            delete widget;
    m_dropout.clear();
    if (const auto& run = model().run())
        for (int layer : dropoutLayersOf(run->network)) {
            const std::string& name = run->network.layers[static_cast<std::size_t>(layer)].name;
            Row row = makeRow(QStringLiteral("dropoutBox_") + QString::fromStdString(name),
                              new ValueBox(ValueBox::Steps::Even));
            row.layer = name;
            row.startValue = startDropout(name);
            row.box->setRange(0, DropoutSpec::largest);
            row.box->setSingleStep(0.05);
            row.box->setEnabled(false); // until its value is known
            m_dropout.push_back(row);
            connect(row.box, &ValueBox::wanted, this, [this, row](double p) { askDropout(row, p); });
        }
    placeRows();
}

void HyperParametersPanel::placeRows()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) // the widgets stay
        delete item;
    m_grid->addWidget(m_nowHead, 0, 1);
    m_grid->addWidget(m_startHead, 0, 2);
    m_grid->addWidget(m_paperHead, 0, 3);
    int line = 1;
    const auto place = [&](const Row& row) {
        m_grid->addWidget(row.caption, line, 0);
        m_grid->addWidget(row.box, line, 1);
        m_grid->addWidget(row.start, line, 2);
        m_grid->addWidget(row.paper, line++, 3);
        for (QWidget* widget : {static_cast<QWidget*>(row.caption), static_cast<QWidget*>(row.box),
                                static_cast<QWidget*>(row.start), static_cast<QWidget*>(row.paper)})
            widget->show();
    };
    place(m_rate);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_divide, 1);
    buttons->addWidget(m_multiply, 1);
    m_grid->addLayout(buttons, line++, 1);
    m_divide->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_multiply->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    place(m_momentum);
    place(m_decay);
    for (const Row& row : m_dropout)
        place(row);
    m_noDropout->setVisible(m_dropout.empty() && model().run());
    m_together->setVisible(m_dropout.size() > 1);
    m_grid->addWidget(m_dropout.empty() ? static_cast<QWidget*>(m_noDropout) : m_together, line, 0, 1, 4);
    QWidget* before = m_rate.box; // the order of the Tab key follows the eye
    for (QWidget* widget : {static_cast<QWidget*>(m_divide), static_cast<QWidget*>(m_multiply),
                            static_cast<QWidget*>(m_momentum.box), static_cast<QWidget*>(m_decay.box)})
        setTabOrder(std::exchange(before, widget), widget);
    for (const Row& row : m_dropout)
        setTabOrder(std::exchange(before, row.box), row.box);
    setTabOrder(before, m_together);
}

// ---- Asking

void HyperParametersPanel::ask(const HyperParameterEdit& edit)
{
    m_patience.start();
    emit editWanted(edit);
}

void HyperParametersPanel::askFor(const ValueBox* box, std::optional<double> HyperParameterEdit::*field)
{
    connect(box, &ValueBox::wanted, this, [this, field](double value) {
        HyperParameterEdit edit;
        edit.*field = value;
        ask(edit);
    });
}

void HyperParametersPanel::askDropout(const Row& row, double p)
{
    HyperParameterEdit edit;
    edit.dropout = p;
    if (!m_together->isChecked())
        edit.dropoutLayer = row.layer;
    ask(edit);
}

// ---- Showing

double HyperParametersPanel::startDropout(const std::string& layer) const
{
    // The run's own text; the description's network has the edits.
    const NetworkSpec start = parseNetwork(model().run()->spec.networkText, "network");
    const int index = start.indexOf(layer);
    const auto* dropout = index < 0 ? nullptr : start.layers[static_cast<std::size_t>(index)].as<DropoutSpec>();
    return dropout ? dropout->p : std::numeric_limits<double>::quiet_NaN();
}

void HyperParametersPanel::showRow(const Row& row, double now, double start, double paper)
{
    if (!m_patience.isActive())
        row.box->showValue(now);
    row.start->setText(chosenNumber(start));
    row.paper->setText(chosenNumber(paper));
}

void HyperParametersPanel::refresh()
{
    const auto& run = model().run();
    const SessionStatus& status = model().status();
    const bool open = run && (status.state == SessionState::Holding || status.state == SessionState::Running ||
                              status.state == SessionState::Finished);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_rate.box), static_cast<QWidget*>(m_momentum.box), static_cast<QWidget*>(m_decay.box),
          static_cast<QWidget*>(m_divide), static_cast<QWidget*>(m_multiply)})
        widget->setEnabled(open);
    for (const Row& row : m_dropout)
        row.box->setEnabled(open);
    if (!open)
        return showFacts();
    if (const std::array told{status.learningRate, status.momentum, status.weightDecay}; told != m_told) {
        m_told = told;
        emit explanationChanged(); // its formula has these numbers
    }
    const Recipe &start = run->spec.recipe, &paper = paperNetwork().recipe;
    showRow(m_rate, status.learningRate, start.learningRate, paper.learningRate);
    showRow(m_momentum, status.momentum, start.momentum, paper.momentum);
    showRow(m_decay, status.weightDecay, start.weightDecay, paper.weightDecay);
    for (const Row& row : m_dropout)
        for (const LayerDropout& dropout : status.dropout)
            if (dropout.layer == row.layer)
                showRow(row, dropout.p, row.startValue, paperDropout());
    showFacts();
}

void HyperParametersPanel::showFacts()
{
    const auto& run = model().run();
    const std::vector<RecipeFact> facts =
        run ? recipeFacts(run->spec.recipe, paperNetwork().recipe) : recipeFacts({}, paperNetwork().recipe);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        m_facts[i].caption->setText(facts[i].name);
        m_facts[i].now->setText(run ? facts[i].first : noValue());
        m_facts[i].paper->setText(facts[i].second);
    }
}

QString HyperParametersPanel::title() const
{
    return tr("Hyper-parameters");
}

QString HyperParametersPanel::explanation() const
{
    QString text = tr(
        "<p><b>What you see.</b> The numbers that steer learning, as they are in force now, as this run began with "
        "them, "
        "and as the paper has them. The upper ones can be changed while training goes on: type and press Enter, or use "
        "the arrows. Every change is recorded with its iteration.</p>"
        "<p><b>What to look for.</b> Divide the learning rate by 10 when the error stops falling, and watch it fall "
        "again: this is what the authors did by hand, three times. Ten times too much, and the loss jumps or becomes "
        "no number. Without dropout the training error falls faster and the validation error stays behind.</p>");
    const auto& run = model().run();
    if (run) {
        const SessionStatus& status = model().status();
        text += tr("<p>§5: <i>v</i> ← %1·<i>v</i> − %2·%3·<i>w</i> − %3·∂L/∂<i>w</i>, then <i>w</i> ← <i>w</i> + "
                   "<i>v</i>, with the gradient averaged over %4 pictures.</p>")
                    .arg(chosenNumber(status.momentum), chosenNumber(status.weightDecay),
                         chosenNumber(status.learningRate), count(run->spec.recipe.batch));
        for (int layer : dropoutLayersOf(run->network)) {
            const LayerSpec& spec = run->network.layers[static_cast<std::size_t>(layer)];
            const auto& dropout = *spec.as<DropoutSpec>();
            const QString name = QString::fromStdString(spec.name), p = chosenNumber(dropout.p);
            text += dropout.convention == DropoutConvention::Paper
                        ? tr("<p>§4.2, %1: in training each unit is set to 0 with probability %2; in a test all are "
                             "there, multiplied by %3.</p>")
                              .arg(name, p, chosenNumber(1 - dropout.p))
                        : tr("<p>§4.2, %1: in training each unit is set to 0 with probability %2 and the others are "
                             "multiplied by %3; in a test all are there as they are.</p>")
                              .arg(name, p, number(1 / (1 - dropout.p)));
        }
    }
    return text + tr("<p>A dropout changed inside an iteration counts from the next one on, so that one iteration has "
                     "one dropout, forward and backward.</p>");
}

QWidget& HyperParametersPanel::figure()
{
    return *m_content;
}

Numbers HyperParametersPanel::numbers() const
{
    const auto& run = model().run();
    if (!run)
        return {};
    const SessionStatus& status = model().status();
    const Recipe &start = run->spec.recipe, &paper = paperNetwork().recipe;
    Numbers numbers;
    numbers.columns = {tr("0 now, 1 at the start, 2 in the paper"), tr("learning rate"), tr("momentum"),
                       tr("weight decay")};
    numbers.rows = {{0, status.learningRate, status.momentum, status.weightDecay},
                    {1, start.learningRate, start.momentum, start.weightDecay},
                    {2, paper.learningRate, paper.momentum, paper.weightDecay}};
    for (const LayerDropout& dropout : status.dropout) {
        numbers.columns.append(tr("dropout of %1").arg(QString::fromStdString(dropout.layer)));
        numbers.rows[0].push_back(dropout.p);
        numbers.rows[1].push_back(startDropout(dropout.layer));
        numbers.rows[2].push_back(paperDropout());
    }
    return numbers;
}

void HyperParametersPanel::retranslate()
{
    m_nowHead->setText(tr("now"));
    m_startHead->setText(tr("start"));
    m_paperHead->setText(tr("paper"));
    m_startHead->setToolTip(tr("What this run began with"));
    m_paperHead->setToolTip(tr("What the paper says (2012)"));
    m_recipeHead->setText(tr("The rest of the recipe"));
    m_runHead->setText(tr("this run"));
    m_factPaperHead->setText(tr("paper"));
    m_noDropout->setText(tr("This network has no dropout layer."));
    m_together->setText(tr("Change all dropout layers together"));
    m_together->setToolTip(tr("A dropout typed for one layer is given to all of them"));
    const auto name = [](const Row& row, const QString& caption, const QString& what) {
        row.caption->setText(caption);
        row.box->setAccessibleName(caption);
        row.box->setToolTip(what);
        row.caption->setToolTip(what);
        row.start->setAccessibleName(HyperParametersPanel::tr("%1 at the start").arg(caption));
        row.paper->setAccessibleName(HyperParametersPanel::tr("%1 in the paper").arg(caption));
    };
    name(m_rate, tr("Learning rate ε"), tr("How far each update goes against the gradient (arrows: 1, 2, 5, 10 …)"));
    name(m_momentum, tr("Momentum"), tr("How much of the last update each new one keeps"));
    name(m_decay, tr("Weight decay"),
         tr("How strongly each update pulls the weights towards 0 (arrows: 1, 2, 5, 10 …)"));
    for (const Row& row : m_dropout)
        name(row, tr("Dropout of %1").arg(QString::fromStdString(row.layer)),
             tr("The probability p with which a unit is set to 0 in training; from the next iteration on"));
    m_divide->setToolTip(tr("Divide the learning rate by 10, as the authors did when the error stopped falling"));
    m_multiply->setToolTip(tr("Multiply the learning rate by 10"));
    m_scroll->setAccessibleName(title());
    m_divide->setAccessibleName(m_divide->toolTip());
    m_multiply->setAccessibleName(m_multiply->toolTip());
    showFacts();
}

void HyperParametersPanel::recolour()
{
    for (QLabel* label : {m_nowHead, m_startHead, m_paperHead, m_runHead, m_factPaperHead, m_noDropout})
        label->setForegroundRole(QPalette::PlaceholderText);
    QFont bold = font();
    bold.setBold(true);
    m_recipeHead->setFont(bold);
    const auto quiet = [](const Row& row) {
        row.start->setForegroundRole(QPalette::PlaceholderText);
        row.paper->setForegroundRole(QPalette::PlaceholderText);
    };
    for (const Row* row : {&m_rate, &m_momentum, &m_decay})
        quiet(*row);
    for (const Row& row : m_dropout)
        quiet(row);
    for (const Fact& fact : m_facts) {
        fact.caption->setForegroundRole(QPalette::PlaceholderText);
        fact.paper->setForegroundRole(QPalette::PlaceholderText);
    }
}

} // namespace alexscope::gui
