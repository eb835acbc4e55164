// SPDX-License-Identifier: GPL-3.0-or-later
// The runs the panel draws: the live one, and recorded ones below it.
#include "gui/look/colours.h"
#include "gui/look/run_words.h"
#include "gui/panels/curves_panel.h"
#include "gui/widgets/curve_values.h"

#include <QDir>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace alexscope::gui {

namespace {

/// One of a run's curves, alive as long as somebody draws it.
CurveSource sourceOf(const std::shared_ptr<const RunCurves>& curves, Curve curve, double iterationScale = 1,
                     double valueScale = 1)
{
    return {std::shared_ptr<const CurvePyramid>(curves, &curves->curve(curve)), iterationScale, valueScale};
}

} // namespace

double CurvesPanel::epochsPerIteration() const
{
    const auto& run = model().run();
    const double pictures = static_cast<double>(model().status().trainingPictures);
    if (run && pictures > 0)
        return run->spec.recipe.batch / pictures;
    if (model().curves()->rows() > 0 || m_overlays.runs().empty())
        return model().curves()->epochsPerIteration();
    return m_overlays.runs().front()->curves.epochsPerIteration();
}

double CurvesPanel::newest() const
{
    double newest = static_cast<double>(model().curves()->lastIteration());
    for (const ShownRun& run : m_runs)
        newest = std::max(newest, run.scale * static_cast<double>(run.curves->lastIteration()));
    return newest;
}

/// The live run has blue and vermillion; the others one colour each.
QColor CurvesPanel::overlayColour(std::size_t overlay) const
{
    const bool dark = isDark(palette());
    const std::array colours{okabeIto::orange, okabeIto::green, okabeIto::purple,
                             dark ? okabeIto::blue.lighter(130) : okabeIto::skyBlue, quietText(palette())};
    return colours[overlay % colours.size()];
}

void CurvesPanel::gatherRuns()
{
    std::vector<const RunSpec*> specs;
    const bool hasLive = model().run() || m_overlays.runs().empty();
    if (model().run())
        specs.push_back(&model().run()->spec);
    for (const auto& run : m_overlays.runs())
        specs.push_back(&run->spec);
    const QStringList labels = runLabels(specs);
    const bool dark = isDark(palette());
    m_runs.clear();
    if (hasLive) {
        const QString what = labels.value(0);
        m_runs.push_back({model().curves(), nullptr, what.isEmpty() ? tr("this run") : tr("this run: %1").arg(what),
                          tr("The run that is open in this window"), 1, dark ? okabeIto::skyBlue : okabeIto::blue,
                          okabeIto::vermillion});
    }
    const double own = epochsPerIteration();
    for (std::size_t i = 0; i < m_overlays.runs().size(); ++i) {
        const auto& run = m_overlays.runs()[i];
        const QString name = QDir(run->folder).dirName();
        const QString what = labels.value(static_cast<qsizetype>(i) + (model().run() ? 1 : 0));
        const double epochs = run->curves.epochsPerIteration();
        const double scale = m_alignedOnEpochs && own > 0 && epochs > 0 ? epochs / own : 1;
        m_runs.push_back({std::shared_ptr<const RunCurves>(run, &run->curves), run, what.isEmpty() ? name : what,
                          what.isEmpty() ? run->folder : QStringLiteral("%1\n%2").arg(run->folder, what), scale,
                          overlayColour(i), overlayColour(i)});
    }
}

void CurvesPanel::takeSources()
{
    const auto& curves = model().curves();
    m_loss->setSource(m_trainingLoss, sourceOf(curves, Curve::TrainingLoss));
    m_loss->setSource(m_validationLoss, sourceOf(curves, Curve::ValidationLoss));
    m_loss->setSource(m_rate, sourceOf(curves, Curve::LearningRate));
    m_error->setSource(m_trainingError, sourceOf(curves, Curve::TrainingError, 1, percentScale));
    m_error->setSource(m_validationTop1, sourceOf(curves, Curve::ValidationTop1, 1, percentScale));
    m_error->setSource(m_validationTop5, sourceOf(curves, Curve::ValidationTop5, 1, percentScale));
}

void CurvesPanel::restart()
{
    takeSources();
    gatherRuns();
    m_ratio->removeSeriesFrom(0);
    m_ratioNames.clear();
    m_cursor = nothing;
    resetView();
    invalidate();
}

/// Recorded runs are drawn anew when one comes or goes, or their alignment or colours change.
void CurvesPanel::drawRuns()
{
    gatherRuns();
    m_loss->removeSeriesFrom(m_liveLossSeries);
    m_error->removeSeriesFrom(m_liveErrorSeries);
    for (const ShownRun& run : m_runs)
        if (run.recorded)
            drawOverlay(run);
    fillRunsMenu();
    invalidate();
}

void CurvesPanel::drawOverlay(const ShownRun& run)
{
    const double end = run.scale * static_cast<double>(run.curves->lastIteration());
    const auto add = [&](CurvePlot& plot, CurvePlot::Line line, Curve curve, double scale, CurvePlot::Axis axis) {
        const int series = plot.addSeries(line, axis, CurvePlot::Place::Behind);
        plot.setSource(series, sourceOf(run.curves, curve, run.scale, scale));
        plot.setSeries(series, run.label, run.training, line == CurvePlot::Line::DashedSteps ? 1.5 : 1);
        plot.setHeldUntil(series, end);
        plot.setInLegend(series, false); // the table names the runs
        return series;
    };
    using enum CurvePlot::Line;
    add(*m_loss, Solid, Curve::TrainingLoss, 1, CurvePlot::Axis::Left);
    add(*m_loss, DashedSteps, Curve::ValidationLoss, 1, CurvePlot::Axis::Left);
    const int rate = add(*m_loss, DottedSteps, Curve::LearningRate, 1, CurvePlot::Axis::Right);
    if (!m_ratesButton->isChecked())
        m_loss->setSeriesVisible(rate, false);
    add(*m_error, Solid, Curve::TrainingError, percentScale, CurvePlot::Axis::Left);
    add(*m_error, DashedSteps, Curve::ValidationTop1, percentScale, CurvePlot::Axis::Left);
    add(*m_error, DottedSteps, Curve::ValidationTop5, percentScale, CurvePlot::Axis::Left);
}

} // namespace alexscope::gui
