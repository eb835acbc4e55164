// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/curves_panel.h"

#include "gui/look/colours.h"
#include "gui/look/icons.h"
#include "gui/look/numbers.h"
#include "gui/widgets/curve_plot.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

namespace alexscope::gui {

namespace {
constexpr int redrawMilliseconds = 100;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
} // namespace

CurvesPanel::CurvesPanel(LiveModel& model, Selection& selection, QWidget* parent)
    : Panel(model, selection, parent), m_loss(new CurvePlot(this)), m_error(new CurvePlot(this)),
      m_logButton(new QToolButton(this)), m_resetButton(new QToolButton(this)), m_values(new QLabel(this)),
      m_bestError(nothing)
{
    m_loss->setObjectName(QStringLiteral("lossPlot"));
    m_error->setObjectName(QStringLiteral("errorPlot"));
    m_logButton->setObjectName(QStringLiteral("logarithmic"));
    m_resetButton->setObjectName(QStringLiteral("resetView"));
    m_values->setObjectName(QStringLiteral("values"));
    m_logButton->setCheckable(true);
    m_logButton->setAutoRaise(true);
    m_resetButton->setAutoRaise(true);
    m_resetButton->setIcon(icon(QStringLiteral("fit")));
    m_resetButton->setEnabled(false);
    m_logButton->setShortcut(Qt::CTRL | Qt::Key_L);
    m_resetButton->setShortcut(Qt::CTRL | Qt::Key_0);
    m_values->setTextInteractionFlags(Qt::TextSelectableByMouse);

    m_trainingLoss = m_loss->addSeries(CurvePlot::Line::Solid);
    m_validationLoss = m_loss->addSeries(CurvePlot::Line::DashedSteps);
    m_trainingError = m_error->addSeries(CurvePlot::Line::Solid);
    m_validationTop1 = m_error->addSeries(CurvePlot::Line::DashedSteps);
    m_validationTop5 = m_error->addSeries(CurvePlot::Line::DashedSteps);
    m_best = m_error->addSeries(CurvePlot::Line::Ring);
    m_error->setValueRange(0, 100);

    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 2, 8, 0);
    header->addWidget(m_values, 1);
    header->addWidget(m_logButton);
    header->addWidget(m_resetButton);
    auto* plots = new QHBoxLayout;
    plots->setSpacing(0);
    plots->addWidget(m_loss, 1);
    plots->addWidget(m_error, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addLayout(plots, 1);

    connect(m_logButton, &QToolButton::toggled, this, &CurvesPanel::setLogarithmic);
    connect(m_resetButton, &QToolButton::clicked, this, &CurvesPanel::resetView);
    for (CurvePlot* plot : {m_loss, m_error}) {
        CurvePlot* other = plot == m_loss ? m_error : m_loss;
        connect(plot, &CurvePlot::pointedAt, this, &CurvesPanel::pointAt);
        connect(plot, &CurvePlot::iterationRangeChanged, other, &CurvePlot::setIterationRange);
        connect(plot, &CurvePlot::followingChanged, other, &CurvePlot::setFollowing);
        connect(plot, &CurvePlot::followingChanged, m_resetButton, &QWidget::setDisabled);
    }
    m_throttle.setSingleShot(true);
    m_throttle.setInterval(redrawMilliseconds);
    connect(&m_throttle, &QTimer::timeout, this, &Panel::invalidate);
    connect(&model, &LiveModel::rowsAppended, this, [this] {
        if (!m_throttle.isActive())
            m_throttle.start();
    });
    connect(&model, &LiveModel::rowsRestarted, this, &CurvesPanel::restart);
    connect(&model, &LiveModel::runChanged, this, [this] {
        restart();
        emit explanationChanged();
    });
    finishConstruction();
}

QString CurvesPanel::title() const
{
    return tr("Loss and error");
}

QString CurvesPanel::explanation() const
{
    const int classes = model().status().classes;
    QString text =
        tr("<p><b>What you see.</b> Left: the loss, the mean of −ln p(true class) over a batch. Right: the share of "
           "pictures "
           "whose likeliest class is wrong (top-1), or whose class is not among the five likeliest (top-5). Solid: "
           "training, "
           "each batch as it was, with dropout and augmentation. Dashed: validation, in test mode, held between tests. "
           "The ring marks the best validation.</p>");
    if (classes > 1)
        text += tr("<p><b>The dashed level</b> is ln(%1) = %2: the loss of pure guessing among %1 classes. A loss that "
                   "stays there has "
                   "not begun to learn; a smaller learning rate or smaller biases usually help.</p>")
                    .arg(count(classes), number(std::log(classes)));
    text += tr(
        "<p><b>What to look for.</b> Training error above validation error is no fault here: dropout and augmentation "
        "make "
        "training the harder task. A validation curve that rises while training falls means overfitting.</p>"
        "<p>§5: the learning rate is divided by 10 when validation stops improving; each time the curves step down.</p>"
        "<p>Wheel: zoom. Drag: move. Double click: the whole run again.</p>");
    return text;
}

void CurvesPanel::restart()
{
    m_loss->clearSeries();
    m_error->clearSeries();
    m_rowsShown = 0;
    m_bestError = nothing;
    m_loss->resetView();
    m_error->resetView();
    invalidate();
}

void CurvesPanel::addRow(const MetricsRow& row)
{
    const auto at = static_cast<double>(row.iteration);
    m_loss->addPoint(m_trainingLoss, at, row.loss);
    m_loss->addPoint(m_validationLoss, at, row.validationLoss);
    m_error->addPoint(m_trainingError, at, 100.0 * row.top1Error);
    m_error->addPoint(m_validationTop1, at, 100.0 * row.validationTop1);
    m_error->addPoint(m_validationTop5, at, 100.0 * row.validationTop5);
    if (std::isfinite(row.validationTop1) && !(row.validationTop1 >= m_bestError)) {
        m_bestError = row.validationTop1;
        m_bestIteration = at;
    }
}

void CurvesPanel::refresh()
{
    const auto& rows = model().rows();
    for (; m_rowsShown < rows.size(); ++m_rowsShown)
        addRow(rows[m_rowsShown]);
    if (!rows.empty()) {
        const auto newest = static_cast<double>(rows.back().iteration);
        m_loss->holdUntil(m_validationLoss, newest);
        m_error->holdUntil(m_validationTop1, newest);
        m_error->holdUntil(m_validationTop5, newest);
    }
    m_error->graph(m_best)->data()->clear();
    if (std::isfinite(m_bestError))
        m_error->graph(m_best)->addData(m_bestIteration, 100 * m_bestError);

    const SessionStatus& status = model().status();
    const auto& run = model().run();
    const double pictures = static_cast<double>(status.trainingPictures);
    const double perIteration = run && pictures > 0 ? run->spec.recipe.batch / pictures : 0;
    for (CurvePlot* plot : {m_loss, m_error})
        plot->setEpochsPerIteration(perIteration);
    m_loss->setGuide(status.classes > 1 ? std::log(status.classes) : nothing,
                     QStringLiteral("ln(%1) = %2").arg(count(status.classes), number(std::log(status.classes))));
    m_error->setSeriesVisible(m_validationTop5, status.classes > 5 || status.classes == 0);
    nameSeries();
    m_loss->showNews();
    m_error->showNews();
    pointAt(nothing);
}

QString CurvesPanel::valuesAt(double iteration) const
{
    if (model().rows().empty())
        return tr("No iteration yet: press Run");
    return tr("iteration %1   loss %2   training error %3   validation error %4")
        .arg(count(static_cast<std::int64_t>(iteration)), number(m_loss->valueAt(m_trainingLoss, iteration)),
             percent(m_error->valueAt(m_trainingError, iteration) / 100),
             percent(m_error->valueAt(m_validationTop1, iteration) / 100));
}

void CurvesPanel::pointAt(double iteration)
{
    const bool pointing = std::isfinite(iteration) && !model().rows().empty();
    m_loss->setCursorAt(pointing ? iteration : nothing);
    m_error->setCursorAt(pointing ? iteration : nothing);
    const double newest = model().rows().empty() ? 0 : static_cast<double>(model().rows().back().iteration);
    m_values->setText(valuesAt(pointing ? std::min(iteration, newest) : newest));
}

void CurvesPanel::resetView()
{
    m_loss->resetView();
    m_error->resetView();
}

void CurvesPanel::setLogarithmic(bool logarithmic)
{
    m_logButton->setChecked(logarithmic);
    if (m_loss->isLogarithmic() != logarithmic)
        m_loss->setLogarithmic(logarithmic);
}

void CurvesPanel::nameSeries()
{
    const bool dark = isDark(palette());
    const QColor training = dark ? okabeIto::skyBlue : okabeIto::blue;
    m_loss->setSeries(m_trainingLoss, tr("training"), training);
    m_loss->setSeries(m_validationLoss, tr("validation"), okabeIto::vermillion, 1.5);
    m_error->setSeries(m_trainingError, tr("training"), training);
    m_error->setSeries(m_validationTop1, tr("validation"), okabeIto::vermillion, 1.5);
    m_error->setSeries(m_validationTop5, tr("top-5"), okabeIto::orange, 1.5);
    m_error->setSeries(
        m_best, std::isfinite(m_bestError) ? tr("best: %1").arg(percent(m_bestError)) : tr("best: %1").arg(noValue()),
        okabeIto::vermillion);
}

void CurvesPanel::retranslate()
{
    nameSeries();
    m_loss->setNames(tr("loss"), tr("iteration"), tr("epoch"));
    m_error->setNames(tr("error (%)"), tr("iteration"), tr("epoch"));
    m_loss->setAccessibleName(tr("Curve of the loss"));
    m_error->setAccessibleName(tr("Curves of the error"));
    m_values->setAccessibleName(tr("Values of the curves"));
    const QKeySequence logShortcut = m_logButton->shortcut();
    m_logButton->setText(tr("Logarithmic loss"));
    m_logButton->setShortcut(logShortcut); // a text without a mnemonic takes the shortcut away
    m_logButton->setToolTip(
        tr("Logarithmic axis for the loss (%1)").arg(m_logButton->shortcut().toString(QKeySequence::NativeText)));
    m_logButton->setAccessibleName(tr("Logarithmic loss"));
    m_resetButton->setToolTip(
        tr("Show the whole run and follow it (%1)").arg(m_resetButton->shortcut().toString(QKeySequence::NativeText)));
    m_resetButton->setAccessibleName(tr("Show the whole run"));
}

void CurvesPanel::recolour()
{
    m_loss->recolour();
    m_error->recolour();
    nameSeries();
}

} // namespace alexscope::gui
