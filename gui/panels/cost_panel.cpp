// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/cost_panel.h"

#include "gui/look/layer_texts.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/widgets/cost_chart.h"
#include "gui/widgets/eliding_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace alexscope::gui {

CostPanel::CostPanel(LiveModel& model, Selection& selection, QWidget* parent)
    : Panel(model, selection, parent), m_source(new QComboBox(this)), m_measured(new ElidingLabel(this)),
      m_summary(new QLabel(this)), m_figure(new QWidget(this)), m_chart(new CostChart(m_figure))
{
    m_source->setObjectName(QStringLiteral("costSource"));
    m_source->addItems({QString(), QString()});
    m_measured->setObjectName(QStringLiteral("costMeasured"));
    m_measured->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setObjectName(QStringLiteral("costSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(8, 4, 8, 4);
    m_summary->setMinimumHeight(2 * fontMetrics().height() + 8);
    m_chart->setObjectName(QStringLiteral("costChart"));

    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 4, 8, 4);
    header->setSpacing(8);
    header->addWidget(m_source);
    header->addWidget(m_measured, 1);
    auto* drawn = new QVBoxLayout(m_figure);
    drawn->setContentsMargins(0, 0, 0, 0);
    drawn->setSpacing(0);
    drawn->addWidget(m_summary);
    drawn->addWidget(m_chart, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_figure);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(scroll, 1);

    connect(m_source, &QComboBox::activated, this, [this] {
        m_sourceChosen = true;
        invalidate();
    });
    connect(m_chart, &CostChart::chosenChanged, this, [this](int row) {
        const auto& run = this->model().run();
        const bool isLayer = run && row >= 0 && row < static_cast<int>(run->network.layers.size());
        this->selection().select(
            isLayer ? QString::fromStdString(run->network.layers[static_cast<std::size_t>(row)].name) : QString());
    });
    connect(&selection, &Selection::changed, this, &CostPanel::showSelection);
    connect(&model, &LiveModel::statusChanged, this, [this] {
        const SessionStatus& status = this->model().status();
        const bool running = status.state == SessionState::Running && status.runningTimes && !status.steppingTimes;
        if (times() != m_shown || (!m_sourceChosen && running && source() != Source::Running))
            invalidate();
    });
    connect(&model, &LiveModel::runChanged, this, [this] {
        m_sourceChosen = false;
        invalidate();
        emit explanationChanged();
    });
    finishConstruction();
}

CostPanel::Source CostPanel::source() const
{
    const SessionStatus& status = model().status();
    if (!m_sourceChosen && !status.runningTimes && status.steppingTimes)
        return Source::Stepping;
    return m_sourceChosen ? static_cast<Source>(m_source->currentIndex()) : Source::Running;
}

void CostPanel::setSource(Source source)
{
    m_sourceChosen = true;
    m_source->setCurrentIndex(static_cast<int>(source));
    invalidate();
}

std::shared_ptr<const PieceTimes> CostPanel::times() const
{
    return source() == Source::Running ? model().status().runningTimes : model().status().steppingTimes;
}

QString CostPanel::title() const
{
    return tr("Cost");
}

QString CostPanel::caption() const
{
    return QStringLiteral("%1. %2").arg(Panel::caption(), sourceText());
}

QString CostPanel::explanation() const
{
    QString text = tr(
        "<p><b>What you see.</b> What each layer costs: the numbers it has to learn, the multiplications it needs for "
        "one picture, and the time it takes in a training step, forward (filled) and backward (hatched). Each column "
        "has a linear scale of its own.</p>"
        "<p><b>What to look for.</b> Convolutions use each weight at every place of the map: few parameters, much "
        "work. Fully connected layers use each weight once a picture: many parameters, little work. So convolutions "
        "take the time, and fully connected layers hold the parameters.</p>");
    if (const auto& run = model().run()) {
        for (std::size_t i = 0; i < run->geometry.size(); ++i) {
            if (!run->network.layers[i].as<ConvolutionSpec>())
                continue;
            const LayerGeometry& g = run->geometry[i];
            text += tr("<p>For %1: %2×%3×%4 weights for each of %5 filters = %6 weights, each used at %7×%8 places = "
                       "%9 multiply-adds.</p>")
                        .arg(QString::fromStdString(run->network.layers[i].name))
                        .arg(g.weightShape.w)
                        .arg(g.weightShape.h)
                        .arg(g.weightShape.c)
                        .arg(g.weightShape.n)
                        .arg(count(g.weights))
                        .arg(g.output.w)
                        .arg(g.output.h)
                        .arg(count(g.multiplyAdds));
            break;
        }
    }
    text += tr("<p>Times are measured while the network trains, never estimated. In free running several layers may be "
               "computed in one go, held together by a bracket; stepping computes each alone, which takes longer but "
               "tells them apart. Backward takes about twice as long as forward: it computes the gradients of the "
               "weights and of the input.</p>"
               "<p>§3.2 and §5: the paper's network took five to six days on two graphics cards.</p>");
    return text;
}

std::vector<CostSpan> CostPanel::spans() const
{
    std::vector<CostSpan> spans;
    const auto measured = times();
    if (!measured)
        return spans;
    for (const KernelTime& kernel : measured->kernels)
        spans.push_back({kernel.firstLayer, kernel.layerCount, kernel.forward, kernel.backward});
    const int layers = static_cast<int>(model().run()->network.layers.size());
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    spans.push_back({layers, 1, measured->load, none});
    spans.push_back({layers + 1, 1, measured->update, none});
    return spans;
}

void CostPanel::refresh()
{
    const auto& run = model().run();
    {
        const QSignalBlocker blocker(m_source);
        m_source->setCurrentIndex(static_cast<int>(source()));
    }
    m_shown = times();
    std::vector<CostRow> rows;
    if (run) {
        for (std::size_t i = 0; i < run->geometry.size(); ++i) {
            const LayerGeometry& g = run->geometry[i];
            rows.push_back(
                {QString::fromStdString(run->network.layers[i].name), g.weights + g.biases, g.multiplyAdds, true});
        }
        rows.push_back({tr("load"), 0, 0, false});
        rows.push_back({tr("update"), 0, 0, false});
    }
    m_chart->setNoTimesText(source() == Source::Running
                                ? tr("Times appear here once the network has trained a step: press Run (F5).")
                                : tr("Times appear here as you step through an iteration layer by layer (F7)."));
    m_chart->setCosts(std::move(rows), run ? spans() : std::vector<CostSpan>());
    m_measured->setText(sourceText());
    m_summary->setText(summary());
    showSelection();
}

QString CostPanel::sourceText() const
{
    const auto measured = times();
    if (!measured || !model().run())
        return tr("Not measured yet");
    const bool together = std::any_of(measured->kernels.begin(), measured->kernels.end(),
                                      [](const KernelTime& kernel) { return kernel.layerCount > 1; });
    const SessionStatus& status = model().status();
    const QString where = tr("Mean times of a batch of %1 pictures on %2, %3")
                              .arg(count(model().run()->spec.recipe.batch), shownDeviceName(status.device),
                                   QString::fromStdString(status.precision));
    if (measured->batches < 2)
        return tr("%1; one step so far, and the first is slower").arg(where);
    return together ? tr("%1; what is bracketed is computed in one go").arg(where) : where;
}

/// A time of several layers counts for the layer it begins with: the work is there.
QString CostPanel::summaryOf(bool convolutions) const
{
    const auto& run = model().run();
    const auto belongs = [&](int layer) {
        const auto index = static_cast<std::size_t>(layer);
        return index < run->network.layers.size() && run->network.layers[index].hasParameters() &&
               (run->network.layers[index].as<ConvolutionSpec>() != nullptr) == convolutions;
    };
    double parameters = 0, products = 0, seconds = 0, allSeconds = 0;
    const NetworkTotals totals = totalsOf(run->geometry);
    for (int i = 0; i < static_cast<int>(run->geometry.size()); ++i)
        if (belongs(i)) {
            const LayerGeometry& g = run->geometry[static_cast<std::size_t>(i)];
            parameters += static_cast<double>(g.weights + g.biases);
            products += static_cast<double>(g.multiplyAdds);
        }
    for (const CostSpan& span : spans()) {
        allSeconds += span.total();
        seconds += belongs(span.firstRow) ? span.total() : 0;
    }
    const QString time = allSeconds > 0 ? percent(seconds / allSeconds) : noValue();
    const QString text = convolutions
                             ? tr("Convolutions: %1 of the parameters, %2 of the multiply-adds, %3 of the time.")
                             : tr("Fully connected: %1 of the parameters, %2 of the multiply-adds, %3 of the time.");
    return text.arg(percent(parameters / static_cast<double>(totals.parameters)),
                    percent(products / static_cast<double>(totals.multiplyAdds)), time);
}

QString CostPanel::summary() const
{
    return model().run() ? summaryOf(true) + QLatin1Char('\n') + summaryOf(false) : QString();
}

void CostPanel::showSelection()
{
    const auto& run = model().run();
    m_chart->setChosen(run ? run->network.indexOf(selection().layer().toStdString()) : -1);
}

Numbers CostPanel::numbers() const
{
    Numbers numbers;
    numbers.columns = {
        QStringLiteral("layer"),           QStringLiteral("parameters"),       QStringLiteral("multiply-adds"),
        QStringLiteral("forward seconds"), QStringLiteral("backward seconds"), QStringLiteral("layers timed together")};
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const std::vector<CostRow>& rows = m_chart->rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        numbers.rowNames.append(rows[i].name);
        std::vector<double> row{none, none, none, none, none};
        if (rows[i].isLayer) {
            row[0] = static_cast<double>(rows[i].parameters);
            row[1] = static_cast<double>(rows[i].multiplyAdds);
        }
        for (const CostSpan& span : m_chart->spans())
            if (span.firstRow == static_cast<int>(i)) {
                row[2] = span.forward;
                row[3] = span.backward;
                row[4] = rows[i].isLayer ? span.rowCount : none;
            }
        numbers.rows.push_back(std::move(row));
    }
    return numbers;
}

void CostPanel::retranslate()
{
    m_source->setItemText(static_cast<int>(Source::Running), tr("Times of free running"));
    m_source->setItemText(static_cast<int>(Source::Stepping), tr("Times layer by layer"));
    m_source->setAccessibleName(tr("Which times are shown"));
    m_source->setToolTip(tr("Free running computes several layers in one go; stepping computes each alone"));
    m_measured->setAccessibleName(tr("How the times were measured"));
    m_summary->setAccessibleName(tr("Shares of the kinds of layers"));
    m_chart->setAccessibleName(tr("Cost of each layer"));
}

} // namespace alexscope::gui
