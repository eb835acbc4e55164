// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/inspector_panel.h"

#include "gui/look/numbers.h"
#include "gui/widgets/histogram_view.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace alexscope::gui {

namespace {
constexpr int layerBins = 61, unitBins = 31;
}

InspectorPanel::InspectorPanel(LiveModel& model, Selection& selection, QWidget* parent)
    : Panel(model, selection, parent), m_form(new QFormLayout), m_heading(new QLabel(this)),
      m_histogram(new HistogramView(this))
{
    m_heading->setObjectName(QStringLiteral("heading"));
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_form->setContentsMargins(8, 4, 8, 4);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(2);
    m_shape = addRow(QStringLiteral("shape"));
    m_count = addRow(QStringLiteral("count"));
    m_min = addRow(QStringLiteral("minimum"));
    m_max = addRow(QStringLiteral("maximum"));
    m_mean = addRow(QStringLiteral("mean"));
    m_deviation = addRow(QStringLiteral("deviation"));
    m_initialDeviation = addRow(QStringLiteral("initialDeviation"));
    m_zeros = addRow(QStringLiteral("zeros"));
    m_nonFinite = addRow(QStringLiteral("nonFinite"));
    m_histogram->setObjectName(QStringLiteral("histogram"));
    auto* headingRow = new QHBoxLayout;
    headingRow->setContentsMargins(8, 6, 8, 0);
    headingRow->addWidget(m_heading);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(headingRow);
    layout->addLayout(m_form);
    layout->addWidget(m_histogram, 1);
    connect(&model, &LiveModel::snapshotChanged, this, &Panel::invalidate);
    connect(&selection, &Selection::changed, this, &Panel::invalidate);
    connect(&model, &LiveModel::runChanged, this, [this] {
        invalidate();
        emit interestChanged();
    });
    finishConstruction();
}

QLabel* InspectorPanel::addRow(const QString& name)
{
    auto* value = new QLabel(this);
    value->setObjectName(name);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_form->addRow(new QLabel(this), value);
    return value;
}

QString InspectorPanel::value(const QString& name) const
{
    const auto* label = findChild<QLabel*>(name);
    return label ? label->text() : QString();
}

QString InspectorPanel::title() const
{
    return tr("Inspector");
}

QString InspectorPanel::explanation() const
{
    return tr(
        "<p><b>What you see.</b> The numbers behind the picture: the weights of the first layer, or of the filter you "
        "clicked. "
        "Filled: now. Outline: at the start, drawn from a normal distribution with mean 0; each to its own height.</p>"
        "<p><b>What to look for.</b> While the layer learns, its weights spread: the deviation grows and the histogram "
        "gets longer tails. "
        "Values that are not finite mean that training has broken down; a smaller learning rate helps.</p>"
        "<p>§5: the weights start from N(0, σ); weight decay pulls them back towards 0 at every update.</p>");
}

void InspectorPanel::look(ProbeRequest& request) const
{
    if (const std::string name = model().firstWeightName(); !name.empty())
        request.parameters.push_back(name);
}

bool InspectorPanel::unitChosen() const
{
    const int first = model().firstConvolution();
    if (first < 0 || selection().unit() < 0)
        return false;
    const auto& name = model().run()->network.layers[static_cast<std::size_t>(first)].name;
    return selection().layer() == QString::fromStdString(name);
}

std::span<const float> InspectorPanel::chosenPart(const HostTensor& weights) const
{
    const std::span<const float> all = weights.values;
    if (!unitChosen() || selection().unit() >= weights.shape.n)
        return all;
    const auto length = static_cast<std::size_t>(weights.shape.perPicture());
    return all.subspan(static_cast<std::size_t>(selection().unit()) * length, length);
}

void InspectorPanel::refresh()
{
    const auto weights = model().firstWeights(), initial = model().initialWeights();
    const int first = model().firstConvolution();
    const QString layer =
        first < 0 ? QString()
                  : QString::fromStdString(model().run()->network.layers[static_cast<std::size_t>(first)].name);
    m_heading->setText(first < 0      ? noValue()
                       : unitChosen() ? tr("%1, weights of filter %2").arg(layer).arg(selection().unit())
                                      : tr("%1, all weights").arg(layer));
    for (QLabel* label :
         {m_shape, m_count, m_min, m_max, m_mean, m_deviation, m_initialDeviation, m_zeros, m_nonFinite})
        label->setText(noValue());
    if (!weights) {
        m_histogram->show({}, {});
        return;
    }
    const auto values = chosenPart(*weights);
    const Statistics statistics = statisticsOf(values);
    const Shape shape = weights->shape;
    const QString filterShape = QStringLiteral("%1×%2×%3").arg(shape.c).arg(shape.h).arg(shape.w);
    m_shape->setText(unitChosen() ? filterShape : QStringLiteral("%1×%2").arg(shape.n).arg(filterShape));
    m_count->setText(count(statistics.count));
    m_min->setText(number(statistics.min));
    m_max->setText(number(statistics.max));
    m_mean->setText(number(statistics.mean));
    m_deviation->setText(number(statistics.standardDeviation));
    m_zeros->setText(
        percent(statistics.count ? static_cast<double>(statistics.zeros) / static_cast<double>(statistics.count) : 0));
    m_nonFinite->setText(count(statistics.nonFinite));
    const int bins = unitChosen() ? unitBins : layerBins;
    Histogram before;
    if (initial) {
        m_initialDeviation->setText(number(statisticsOf(chosenPart(*initial)).standardDeviation));
        before = histogramOf(chosenPart(*initial), bins);
    }
    m_histogram->show(histogramOf(values, bins), before);
}

void InspectorPanel::retranslate()
{
    const auto name = [this](QLabel* value, const QString& caption) {
        qobject_cast<QLabel*>(m_form->labelForField(value))->setText(caption);
        value->setAccessibleName(caption);
    };
    m_heading->setAccessibleName(tr("What is inspected"));
    name(m_shape, tr("Shape"));
    name(m_count, tr("Values"));
    name(m_min, tr("Minimum"));
    name(m_max, tr("Maximum"));
    name(m_mean, tr("Mean"));
    name(m_deviation, tr("Standard deviation"));
    name(m_initialDeviation, tr("… at the start"));
    name(m_zeros, tr("Exactly zero"));
    name(m_nonFinite, tr("Not finite"));
    m_histogram->setNames(tr("now"), tr("initial"), tr("weight"));
    m_histogram->setAccessibleName(tr("Histogram of the weights"));
}

void InspectorPanel::recolour()
{
    for (int i = 0; i < m_form->rowCount(); ++i)
        m_form->itemAt(i, QFormLayout::LabelRole)->widget()->setForegroundRole(QPalette::PlaceholderText);
    m_histogram->recolour();
}

} // namespace alexscope::gui
