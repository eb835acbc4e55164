// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/curves_panel.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"
#include "gui/look/run_words.h"
#include "gui/panels/curves_numbers.h"
#include "gui/widgets/curve_values.h"
#include "gui/widgets/message_bar.h"
#include "gui/widgets/run_table.h"

#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace alexscope::gui {

namespace {

/// A step of this size relative to the weights is about right.
constexpr double usualRatio = -3;
constexpr int heightForTable = 250;

} // namespace

QString CurvesPanel::title() const
{
    return tr("Loss and error");
}

QString CurvesPanel::explanation() const
{
    const int classes = model().status().classes;
    QString text =
        tr("<p><b>What you see.</b> Left: the loss, the mean of −ln p(true class) over a batch. Right: the share of "
           "pictures whose likeliest class is wrong (top-1), or whose class is not among the five likeliest (top-5). "
           "Solid: training, each batch as it was, with dropout and augmentation. Dashed: validation, in test mode, "
           "held between tests; top-5 dotted. The ring marks the best validation, upright marks a change of a "
           "hyper-parameter. Dotted beside the loss: the learning rate, on the axis to the right.</p>");
    if (classes > 1)
        text += tr("<p><b>The dashed level</b> is ln(%1) = %2: the loss of pure guessing among %1 classes. A loss that "
                   "stays there has not begun to learn; a smaller learning rate or smaller biases usually help.</p>")
                    .arg(count(classes), number(std::log(classes)));
    text += tr("<p><b>What to look for.</b> Training error above validation error is no fault here: dropout and "
               "augmentation make training the harder task. A validation curve that rises while training falls means "
               "overfitting.</p>"
               "<p>§5: the learning rate is divided by 10 when validation stops improving; each time the curves step "
               "down.</p>"
               "<p><b>Update ratios</b> show log₁₀(|update| / |weight|) of every layer. Around −3, a thousandth of the "
               "weight a step, learning goes well; far above it tears the weights about, far below it stands "
               "still.</p>"
               "<p><b>Compare</b> lays recorded runs below this one; the table names what tells them apart.</p>"
               "<p>Wheel: zoom. Drag: move. Shift and drag: zoom to the frame. Double click: the whole run. Keys: "
               "← → cursor, Ctrl+← → and ↑ ↓ move, + − zoom, Ctrl+ + − zoom the values, Home the whole run. However "
               "long the run: no minimum and no maximum is left out.</p>");
    return text;
}

// ---- What is new

void CurvesPanel::refresh()
{
    gatherRuns();
    const double newestLive = static_cast<double>(model().curves()->lastIteration());
    for (const int series : {m_validationLoss, m_rate})
        m_loss->setHeldUntil(series, newestLive);
    for (const int series : {m_validationTop1, m_validationTop5})
        m_error->setHeldUntil(series, newestLive);
    showBest();
    showRatios();
    showMarks();
    showScales();
    nameSeries();
    for (CurvePlot* plot : plots())
        if (plot != m_ratio || m_ratiosButton->isChecked())
            plot->showNews();
    fillTable();
}

void CurvesPanel::showScales()
{
    for (CurvePlot* plot : plots()) {
        plot->setEpochsPerIteration(epochsPerIteration());
        plot->setNewest(newest());
    }
    const int classes = model().status().classes;
    m_loss->setGuide(classes > 1 ? std::log(classes) : nothing,
                     QStringLiteral("ln(%1) = %2").arg(count(classes), number(std::log(classes))));
    m_error->setSeriesVisible(m_validationTop5, classes > 5 || classes == 0);
}

void CurvesPanel::showBest()
{
    const auto& best = model().curves()->best();
    m_error->setRing(m_best, best ? static_cast<double>(best->iteration) : 0,
                     best ? percentScale * best->top1Error : nothing);
}

void CurvesPanel::showRatios()
{
    const auto& curves = model().curves();
    if (m_ratio->seriesCount() == 0 && !curves->ratios().empty() && model().run()) {
        const std::vector<ParameterInfo> parameters = parametersOf(model().run()->network);
        for (std::size_t i = 0; i < std::min(parameters.size(), curves->ratios().size()); ++i) {
            if (parameters[i].isBias)
                continue; // as many lines again, of far fewer numbers
            const int series = m_ratio->addSeries(CurvePlot::Line::Solid);
            m_ratio->setSource(series, {std::shared_ptr<const CurvePyramid>(curves, &curves->ratios()[i]), 1, 1});
            m_ratioNames.push_back(model().run()->network.layers[static_cast<std::size_t>(parameters[i].layer)].name);
        }
    }
    m_ratio->setGuide(usualRatio, tr("−3: a thousandth of the weight"));
}

void CurvesPanel::showMarks()
{
    std::vector<CurveMark> marks;
    for (const HyperParameterChange& change : model().changes())
        marks.push_back(
            {static_cast<double>(change.iteration), changeText(change), briefChangeText(change), quietText(palette())});
    for (const ShownRun& run : m_runs)
        if (run.recorded)
            for (const HyperParameterChange& change : run.recorded->changes)
                marks.push_back({run.scale * static_cast<double>(change.iteration), changeText(change),
                                 briefChangeText(change), run.training});
    std::stable_sort(marks.begin(), marks.end(),
                     [](const CurveMark& a, const CurveMark& b) { return a.iteration < b.iteration; });
    for (CurvePlot* plot : plots())
        plot->setMarks(marks);
}

// ---- Values at the cursor

QString CurvesPanel::valuesAt(double iteration) const
{
    if (model().curves()->rows() == 0)
        return tr("No iteration yet: press Run");
    return tr("iteration %1   loss %2   training error %3   validation error %4")
        .arg(count(static_cast<std::int64_t>(iteration)), number(m_loss->valueAt(m_trainingLoss, iteration)),
             percent(m_error->valueAt(m_trainingError, iteration) / percentScale),
             percent(m_error->valueAt(m_validationTop1, iteration) / percentScale));
}

QString CurvesPanel::shortValuesAt(double iteration) const
{
    return tr("%1: loss %2, error %3, validation %4")
        .arg(count(static_cast<std::int64_t>(iteration)), number(m_loss->valueAt(m_trainingLoss, iteration)),
             percent(m_error->valueAt(m_trainingError, iteration) / percentScale),
             percent(m_error->valueAt(m_validationTop1, iteration) / percentScale));
}

void CurvesPanel::pointAt(double iteration)
{
    const bool some =
        std::any_of(m_runs.begin(), m_runs.end(), [](const ShownRun& run) { return run.curves->rows() > 0; });
    const double cursor = some ? iteration : nothing;
    if (cursor == m_cursor || (std::isnan(cursor) && std::isnan(m_cursor)))
        return;
    m_cursor = cursor;
    for (CurvePlot* plot : plots())
        plot->setCursorAt(cursor);
    fillTable();
    emit cursorMoved(cursor);
}

/// In a low panel the values of a single run stand in one line instead of the table: the height belongs to the plots.
void CurvesPanel::shareHeight()
{
    const bool several = m_runs.size() > 1 || (!m_runs.empty() && m_runs.front().recorded);
    m_table->setHidden(height() < heightForTable && !several);
}

void CurvesPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    fillTable();
}

void CurvesPanel::fillTable()
{
    std::vector<RunTableRow> rows;
    for (const ShownRun& run : m_runs) {
        RunTableRow row;
        row.label = run.label;
        row.details = run.details;
        row.training = run.training;
        row.validation = run.validation;
        const RunCurves& curves = *run.curves;
        if (curves.rows() > 0) {
            // Nowhere, or behind its end: the newest of each run.
            const double at = std::isfinite(m_cursor) ? m_cursor / run.scale : std::numeric_limits<double>::infinity();
            row.iteration = std::min(static_cast<std::int64_t>(std::min(at, 1e18)), curves.lastIteration());
            row.epoch = static_cast<double>(row.iteration) * curves.epochsPerIteration();
            for (std::size_t i = 0; i < curveCount; ++i)
                row.values[i] = curves.curve(static_cast<Curve>(i)).at(row.iteration);
        }
        rows.push_back(std::move(row));
    }
    m_table->setRows(std::move(rows));
    const double last = static_cast<double>(model().curves()->lastIteration());
    m_table->setAccessibleDescription(valuesAt(std::isfinite(m_cursor) ? std::min(m_cursor, last) : last));
    shareHeight();
    if (m_overlays.pending() > 0)
        m_values->setText(tr("Reading a run…"));
    else if (newest() == 0)
        m_values->setText(tr("No iteration yet: press Run"));
    else if (m_table->isHidden())
        m_values->setText(shortValuesAt(std::isfinite(m_cursor) ? std::min(m_cursor, last) : last));
    else
        m_values->setText(std::isfinite(m_cursor) ? tr("Values at the cursor") : tr("Newest values"));
}

Numbers CurvesPanel::numbers() const
{
    const QCPRange view = m_loss->iterationRange();
    std::vector<NumberedRun> runs;
    for (const ShownRun& run : m_runs)
        runs.push_back({run.label, run.curves.get(), view.lower / run.scale, view.upper / run.scale});
    std::vector<std::string> names;
    if (model().run())
        for (const ParameterInfo& parameter : parametersOf(model().run()->network))
            names.push_back(parameter.name);
    const bool hasRatios = m_ratiosButton->isChecked() && !model().curves()->ratios().empty();
    return numbersOf(runs, hasRatios ? names : std::vector<std::string>());
}

// ---- Looks

void CurvesPanel::nameSeries()
{
    const bool dark = isDark(palette());
    const QColor training = dark ? okabeIto::skyBlue : okabeIto::blue;
    m_loss->setSeries(m_trainingLoss, tr("training"), training);
    m_loss->setSeries(m_validationLoss, tr("validation"), okabeIto::vermillion, 1.5);
    m_loss->setSeries(m_rate, tr("learning rate"), training);
    m_error->setSeries(m_trainingError, tr("training"), training);
    m_error->setSeries(m_validationTop1, tr("validation"), okabeIto::vermillion, 1.5);
    m_error->setSeries(m_validationTop5, tr("top-5"), okabeIto::vermillion, 1.5);
    const auto& best = model().curves()->best();
    const QString bestText = tr("best: %1").arg(percent(best ? best->top1Error : notMeasured));
    const double epoch = best ? static_cast<double>(best->iteration) * epochsPerIteration() : nothing;
    m_error->setSeries(m_best,
                       epoch > 0 ? tr("%1, epoch %2").arg(bestText, QLocale().toString(epoch, 'f', 1)) : bestText,
                       okabeIto::vermillion);
    const std::array colours{training,
                             okabeIto::orange,
                             okabeIto::green,
                             okabeIto::vermillion,
                             okabeIto::purple,
                             dark ? okabeIto::blue.lighter(130) : okabeIto::skyBlue,
                             quietText(palette()),
                             palette().color(QPalette::Text)};
    for (int i = 0; i < m_ratio->seriesCount(); ++i)
        m_ratio->setSeries(i, QString::fromStdString(m_ratioNames[static_cast<std::size_t>(i)]),
                           colours[static_cast<std::size_t>(i) % colours.size()]);
}

void CurvesPanel::recolour()
{
    for (CurvePlot* plot : plots())
        plot->recolour();
    drawRuns();
    nameSeries();
}

void CurvesPanel::resetView()
{
    for (CurvePlot* plot : plots())
        plot->resetView();
}

void CurvesPanel::setLogarithmic(bool logarithmic)
{
    m_logButton->setChecked(logarithmic);
    if (m_loss->isLogarithmic() != logarithmic)
        m_loss->setLogarithmic(logarithmic);
}

void CurvesPanel::setIterationsLogarithmic(bool logarithmic)
{
    m_logIterationsButton->setChecked(logarithmic);
    for (CurvePlot* plot : plots())
        if (plot->areIterationsLogarithmic() != logarithmic)
            plot->setIterationsLogarithmic(logarithmic);
}

void CurvesPanel::setRatesShown(bool shown)
{
    m_ratesButton->setChecked(shown);
    m_loss->setSeriesVisible(m_rate, shown);
    m_loss->setRightName(shown ? tr("learning rate") : QString());
    drawRuns();
}

void CurvesPanel::setRatiosShown(bool shown)
{
    m_ratiosButton->setChecked(shown);
    m_ratio->setVisible(shown);
    invalidate();
}

void CurvesPanel::setAlignedOnEpochs(bool aligned)
{
    m_alignedOnEpochs = aligned;
    drawRuns();
}

void CurvesPanel::addRun(const QString& folder)
{
    m_messages->dismiss();
    m_overlays.add(folder);
}

} // namespace alexscope::gui
