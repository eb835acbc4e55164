// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/index_bar.h"

#include "core/error.h"
#include "core/retrieval/feature_layers.h"
#include "gui/look/colours.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/widgets/eliding_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace alexscope::gui {

namespace {

constexpr int counts[] = {250, 500, 1000, 2000, 5000};
constexpr int secondsBetween[] = {0, 5, 15, 30, 60, 300};

/// The entry whose data is nearest to a number.
int entryOf(const QComboBox& box, int number)
{
    int best = 0;
    for (int i = 1; i < box.count(); ++i)
        if (std::abs(box.itemData(i).toInt() - number) < std::abs(box.itemData(best).toInt() - number))
            best = i;
    return best;
}

} // namespace

IndexBar::IndexBar(LiveModel& model, SetIndexer& indexer, Of of, QWidget* parent)
    : QWidget(parent), m_model(model), m_indexer(indexer), m_of(of), m_layers(new QComboBox(this)),
      m_sets(new QComboBox(this)), m_counts(new QComboBox(this)), m_paces(new QComboBox(this)),
      m_build(new QToolButton(this)), m_progress(new QProgressBar(this)), m_facts(new ElidingLabel(this)),
      m_row(new QHBoxLayout)
{
    build();
    for (QComboBox* box : {m_layers, m_sets, m_counts})
        connect(box, &QComboBox::activated, this, &IndexBar::choose);
    connect(m_paces, &QComboBox::activated, this, [this] { m_indexer.setPace(m_paces->currentData().toInt()); });
    connect(m_build, &QToolButton::clicked, this,
            [this] { m_indexer.state() == SetIndexer::State::Idle ? m_indexer.rebuild() : m_indexer.cancel(); });
    connect(&indexer, &SetIndexer::changed, this, &IndexBar::showState);
    connect(&indexer, &SetIndexer::progressed, this, &IndexBar::showState);
    connect(&indexer, &SetIndexer::choiceChanged, this, &IndexBar::showChoice);
    fillLayers();
    showChoice();
}

void IndexBar::build()
{
    m_layers->setObjectName(QStringLiteral("indexLayer"));
    m_sets->setObjectName(QStringLiteral("indexSet"));
    m_counts->setObjectName(QStringLiteral("indexPictures"));
    m_paces->setObjectName(QStringLiteral("indexPace"));
    m_build->setObjectName(QStringLiteral("indexBuild"));
    m_progress->setObjectName(QStringLiteral("indexProgress"));
    m_facts->setObjectName(QStringLiteral("indexFacts"));
    for (const PictureSet set : {PictureSet::Validation, PictureSet::Training})
        m_sets->addItem(QString(), static_cast<int>(set));
    for (const int one : counts)
        m_counts->addItem(QString(), one);
    for (const int one : secondsBetween)
        m_paces->addItem(QString(), one);
    for (QComboBox* box : {m_layers, m_sets, m_counts, m_paces}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMinimumContentsLength(3);
    }
    m_build->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_build->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_I);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_row->setSpacing(4); // in a narrow window the boxes need all there is to be read
    for (QWidget* widget :
         {static_cast<QWidget*>(m_layers), static_cast<QWidget*>(m_sets), static_cast<QWidget*>(m_counts),
          static_cast<QWidget*>(m_paces), static_cast<QWidget*>(m_build)})
        m_row->addWidget(widget);
    m_row->addStretch(1);
    m_layers->setVisible(m_of == Of::Features);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 2);
    layout->setSpacing(2);
    layout->addLayout(m_row);
    layout->addWidget(m_facts);
    layout->addWidget(m_progress);
}

void IndexBar::addTool(QWidget* tool)
{
    m_row->addWidget(tool);
}

void IndexBar::choose()
{
    IndexChoice choice = m_indexer.choice();
    if (m_of == Of::Features)
        choice.layer = m_layers->currentText();
    choice.set = static_cast<PictureSet>(m_sets->currentData().toInt());
    choice.pictures = static_cast<std::size_t>(m_counts->currentData().toInt());
    m_indexer.setChoice(choice);
}

void IndexBar::fillLayers()
{
    const QSignalBlocker quiet(m_layers);
    m_layers->clear();
    if (const auto& run = m_model.run())
        for (const std::string& layer : featureLayers(run->network))
            m_layers->addItem(QString::fromStdString(layer));
    m_layers->setEnabled(m_layers->count() > 0);
}

void IndexBar::showChoice()
{
    fillLayers();
    IndexChoice choice = m_indexer.choice();
    if (m_model.run()) {
        try {
            choice = resolved(choice, *m_model.run());
        } catch (const Error&) {
            // A network of one layer has none to choose; the indexer says so when it is asked.
        }
        const auto& validation = m_model.run()->data.validation;
        m_sets->setEnabled(validation && validation->size() > 0);
    }
    const QSignalBlocker a(m_layers), b(m_sets), c(m_counts), d(m_paces);
    m_layers->setCurrentIndex(m_layers->findText(choice.layer));
    m_sets->setCurrentIndex(m_sets->findData(static_cast<int>(choice.set)));
    m_counts->setCurrentIndex(entryOf(*m_counts, static_cast<int>(choice.pictures)));
    m_paces->setCurrentIndex(entryOf(*m_paces, m_indexer.pace()));
    showState();
}

QString IndexBar::progressText() const
{
    const RetrievalProgress progress = m_indexer.progress();
    const auto done = static_cast<std::int64_t>(progress.done), total = static_cast<std::int64_t>(progress.total);
    if (progress.task == RetrievalTask::Searching)
        return tr("Counting whose neighbours are of their class: %1 of %2").arg(count(done), count(total));
    return tr("Passing pictures through the network: %1 of %2").arg(count(done), count(total));
}

QString IndexBar::news() const
{
    switch (m_indexer.state()) {
    case SetIndexer::State::Waiting:
        return tr("Waiting for a copy of the weights…");
    case SetIndexer::State::Working:
        return progressText();
    case SetIndexer::State::Idle:
        break;
    }
    return m_indexer.fault();
}

void IndexBar::layOver(QWidget& panel, QWidget& figure, QLayout* views, QWidget* words)
{
    auto* inside = new QVBoxLayout(&figure);
    inside->setContentsMargins(8, 0, 8, 4);
    inside->setSpacing(2);
    inside->addLayout(views, 1);
    inside->addWidget(words);
    auto* layout = new QVBoxLayout(&panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(this);
    layout->addWidget(&figure, 1);
}

QString IndexBar::facts() const
{
    const auto& index = m_indexer.index();
    if (!index)
        return noValue();
    if (m_of == Of::Patches && !index->withPatches)
        return noValue();
    const auto all = static_cast<std::int64_t>(setOf(*index->run, index->choice.set).size());
    const QString set = (index->choice.set == PictureSet::Training ? tr("%1 of %2 training pictures · %3")
                                                                   : tr("%1 of %2 validation pictures · %3"))
                            .arg(count(static_cast<std::int64_t>(index->rows())), count(all),
                                 shownDataName(QString::fromStdString(index->run->data.specification)));
    const QString iteration = count(index->features->iteration);
    if (m_of == Of::Patches)
        return tr("weights of iteration %1 · %2").arg(iteration, set);
    const Shape& shape = index->features->shape;
    const QString numbers =
        shape.area() == 1
            ? tr("%1: %2 numbers").arg(index->choice.layer, count(shape.c))
            : tr("%1: %2 maps of %3×%4").arg(index->choice.layer, count(shape.c), count(shape.w), count(shape.h));
    return tr("%1 · Euclidean distance · weights of iteration %2 · %3").arg(numbers, iteration, set);
}

QString IndexBar::emptyText() const
{
    if (!m_model.run())
        return m_of == Of::Features ? tr("Start a run to see what its network finds alike.")
                                    : tr("Start a run to see what excites the units of its network.");
    if (const QString now = news(); !now.isEmpty())
        return now;
    return tr("Nothing is indexed yet. Press “Index now”: the pictures are passed through the network in the "
              "background.");
}

void IndexBar::showState()
{
    const bool idle = m_indexer.state() == SetIndexer::State::Idle;
    m_build->setText(idle ? tr("Index now") : tr("Cancel"));
    const QKeySequence shortcut(Qt::CTRL | Qt::ALT | Qt::Key_I);
    m_build->setShortcut(shortcut);
    m_build->setToolTip(QStringLiteral("%1 (%2)").arg(idle ? tr("Index the pictures with the weights of now")
                                                           : tr("Leave the index as it was"),
                                                      shortcut.toString(QKeySequence::NativeText)));
    m_build->setAccessibleName(m_build->text());
    m_build->setEnabled(m_model.run() != nullptr);
    const RetrievalProgress progress = m_indexer.progress();
    const bool working = m_indexer.state() == SetIndexer::State::Working && progress.total > 0;
    m_progress->setRange(0, working ? static_cast<int>(progress.total) : 1);
    m_progress->setValue(working ? static_cast<int>(progress.done) : 0);
    m_progress->setAccessibleDescription(news());
    const QString fault = idle ? m_indexer.fault() : QString();
    m_facts->setText(fault.isEmpty() ? facts() : fault);
    m_facts->setToolTip(idle ? m_facts->text() : news());
}

void IndexBar::retranslate()
{
    const auto name = [](QComboBox* box, const QString& text, const QString& tip) {
        box->setAccessibleName(text);
        box->setToolTip(tip);
    };
    name(m_layers, tr("Layer"), tr("By whose numbers pictures are compared"));
    name(m_sets, tr("Set"), tr("Which pictures are indexed"));
    name(m_counts, tr("How many pictures"), tr("How many pictures are indexed at most"));
    name(m_paces, tr("Pace"),
         tr("How often they are indexed anew while the network learns, as long as this is in sight"));
    m_sets->setItemText(0, tr("Validation"));
    m_sets->setItemText(1, tr("Training"));
    for (int i = 0; i < m_counts->count(); ++i)
        m_counts->setItemText(i, tr("%1 pictures").arg(count(m_counts->itemData(i).toInt())));
    for (int i = 0; i < m_paces->count(); ++i) {
        const int seconds = m_paces->itemData(i).toInt();
        m_paces->setItemText(i, seconds == 0   ? tr("when asked")
                                : seconds < 60 ? tr("every %1 s").arg(seconds)
                                               : tr("every %1 min").arg(seconds / 60));
    }
    m_progress->setAccessibleName(tr("How far the index is"));
    m_facts->setAccessibleName(tr("What the index is of"));
    showChoice();
}

void IndexBar::recolour()
{
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, quietText(palette()));
    m_facts->setPalette(quiet);
    QPalette bar = palette();
    bar.setColor(QPalette::Highlight, isDark(palette()) ? okabeIto::skyBlue : okabeIto::blue);
    m_progress->setPalette(bar);
}

} // namespace alexscope::gui
