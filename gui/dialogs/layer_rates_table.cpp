// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/layer_rates_table.h"

#include "gui/look/numbers.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace alexscope::gui {

namespace {

std::optional<double> factorFrom(const QString& text)
{
    bool good = false;
    double value = QLocale::c().toDouble(text.trimmed(), &good);
    if (!good)
        value = QLocale().toDouble(text.trimmed(), &good);
    return good && value >= 0 && value <= largestLayerRate ? std::optional(value) : std::nullopt;
}

} // namespace

LayerRatesTable::LayerRatesTable(QWidget* parent)
    : QWidget(parent), m_table(new QTreeWidget(this)), m_onlyLast(new QPushButton(this)), m_all(new QPushButton(this))
{
    m_table->setObjectName(QStringLiteral("layerRates"));
    m_onlyLast->setObjectName(QStringLiteral("onlyLastLearns"));
    m_all->setObjectName(QStringLiteral("allLearn"));
    m_table->setColumnCount(3);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers); // the factor alone, below
    m_table->header()->setSectionResizeMode(Layer, QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(Factor, QHeaderView::ResizeToContents);
    m_table->header()->setStretchLastSection(true);
    constexpr int fewestLines = 5;
    m_table->setMinimumHeight(fewestLines * fontMetrics().lineSpacing());
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_onlyLast);
    buttons->addWidget(m_all);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    for (QPushButton* button : {m_onlyLast, m_all})
        button->setAutoDefault(false);
    connect(m_table, &QTreeWidget::itemChanged, this, &LayerRatesTable::take);
    connect(m_table, &QTreeWidget::itemActivated, this,
            [this](QTreeWidgetItem* item) { m_table->editItem(item, Factor); });
    connect(m_table, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item, int column) {
        if (column == Factor)
            m_table->editItem(item, Factor);
    });
    connect(m_onlyLast, &QPushButton::clicked, this, [this] { learnOnly(m_table->topLevelItemCount() - 1); });
    connect(m_all, &QPushButton::clicked, this, [this] { learnOnly(0); });
    retranslate();
}

void LayerRatesTable::setLayers(const QStringList& layers)
{
    m_filling = true;
    m_table->clear();
    for (const QString& layer : layers) {
        auto* item = new QTreeWidgetItem(m_table, {layer});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsEditable);
        setFactor(item, 1);
    }
    m_filling = false;
}

bool LayerRatesTable::isEmpty() const
{
    return m_table->topLevelItemCount() == 0;
}

void LayerRatesTable::setRates(const LayerRates& rates)
{
    m_filling = true;
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_table->topLevelItem(i);
        setFactor(item, factorOf(rates, item->text(Layer).toStdString()));
    }
    m_filling = false;
}

LayerRates LayerRatesTable::rates() const
{
    LayerRates rates;
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* item = m_table->topLevelItem(i);
        if (const double factor = factorFrom(item->text(Factor)).value_or(1); factor != 1)
            rates[item->text(Layer).toStdString()] = factor;
    }
    return rates;
}

void LayerRatesTable::setBeginning(int layer, const QString& text, const QString& tip)
{
    m_filling = true;
    if (QTreeWidgetItem* item = m_table->topLevelItem(layer)) {
        item->setText(Beginning, text);
        item->setToolTip(Beginning, tip);
    }
    m_filling = false;
}

QString LayerRatesTable::fault() const
{
    bool anyLearns = isEmpty();
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* item = m_table->topLevelItem(i);
        const auto factor = factorFrom(item->text(Factor));
        if (!factor)
            return tr("Learning rate of %1: write a factor from 0 to %2.")
                .arg(item->text(Layer), chosenNumber(largestLayerRate));
        anyLearns = anyLearns || *factor > 0;
    }
    return anyLearns ? QString() : tr("Layers: none learns; give one of them a factor above 0.");
}

void LayerRatesTable::setFactor(QTreeWidgetItem* item, double factor)
{
    item->setText(Factor, QString::number(factor, 'g', QLocale::FloatingPointShortest));
    item->setCheckState(Layer, factor > 0 ? Qt::Checked : Qt::Unchecked);
}

/// The box and the factor say the same.
void LayerRatesTable::take(QTreeWidgetItem* item, int column)
{
    if (m_filling || column == Beginning)
        return;
    m_filling = true;
    const auto factor = factorFrom(item->text(Factor));
    if (column == Layer) {
        const bool learns = item->checkState(Layer) == Qt::Checked;
        if (!factor || learns != (*factor > 0))
            setFactor(item, learns ? 1 : 0);
    } else if (factor) {
        setFactor(item, *factor);
    }
    m_filling = false;
    emit changed();
}

/// Layers from `first` on learn at ε, those below are frozen.
void LayerRatesTable::learnOnly(int first)
{
    m_filling = true;
    for (int i = 0; i < m_table->topLevelItemCount(); ++i)
        setFactor(m_table->topLevelItem(i), i < first ? 0 : 1);
    m_filling = false;
    emit changed();
}

void LayerRatesTable::retranslate()
{
    m_table->setHeaderLabels({tr("Learns"), tr("× ε"), tr("Begins with")});
    m_table->setAccessibleName(tr("How fast each layer learns"));
    m_table->setToolTip(tr("A factor on the learning rate for each layer: 0 freezes it, 0.1 lets it follow slowly"));
    m_onlyLast->setText(tr("Only the last"));
    m_onlyLast->setToolTip(tr("Freeze all layers but the one that tells the classes apart"));
    m_all->setText(tr("All"));
    m_all->setToolTip(tr("Every layer learns at the learning rate"));
}

void LayerRatesTable::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace alexscope::gui
