// SPDX-License-Identifier: GPL-3.0-or-later
// The panel's buttons, its menu of runs, and what is connected to what.
#include "gui/look/icons.h"
#include "gui/look/numbers.h"
#include "gui/panels/curves_panel.h"
#include "gui/widgets/eliding_label.h"
#include "gui/widgets/label_room.h"
#include "gui/widgets/message_bar.h"
#include "gui/widgets/run_table.h"

#include <QActionGroup>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>

namespace alexscope::gui {

namespace {
constexpr int redrawMilliseconds = 100;
const QString folderKey = QStringLiteral("runsFolder");
} // namespace

CurvesPanel::CurvesPanel(LiveModel& model, Selection& selection, QWidget* parent)
    : Panel(model, selection, parent), m_figure(new QWidget(this)), m_loss(new CurvePlot(m_figure)),
      m_error(new CurvePlot(m_figure)), m_ratio(new CurvePlot(m_figure)), m_table(new RunTable(m_figure)),
      m_messages(new MessageBar(this)), m_logButton(new QToolButton(this)),
      m_logIterationsButton(new QToolButton(this)), m_ratesButton(new QToolButton(this)),
      m_ratiosButton(new QToolButton(this)), m_runsButton(new QToolButton(this)), m_resetButton(new QToolButton(this)),
      m_runsMenu(new QMenu(this)), m_values(new ElidingLabel(this)), m_cursor(std::numeric_limits<double>::quiet_NaN())
{
    m_loss->setObjectName(QStringLiteral("lossPlot"));
    m_error->setObjectName(QStringLiteral("errorPlot"));
    m_ratio->setObjectName(QStringLiteral("ratioPlot"));
    m_table->setObjectName(QStringLiteral("runTable"));
    m_figure->setObjectName(QStringLiteral("curvesFigure"));

    using enum CurvePlot::Line;
    m_trainingLoss = m_loss->addSeries(Solid);
    m_validationLoss = m_loss->addSeries(DashedSteps);
    m_rate = m_loss->addSeries(DottedSteps, CurvePlot::Axis::Right);
    m_trainingError = m_error->addSeries(Solid);
    m_validationTop1 = m_error->addSeries(DashedSteps);
    m_validationTop5 = m_error->addSeries(DottedSteps);
    m_best = m_error->addSeries(Ring);
    m_liveLossSeries = m_loss->seriesCount();
    m_liveErrorSeries = m_error->seriesCount();
    m_error->setValueRange(0, 100);
    m_error->setMarkTextsShown(false); // beside the loss they can be read
    m_ratio->setMarkTextsShown(false);
    m_ratio->setFromZero(false);
    m_ratio->hide();
    takeSources();

    auto* plotsRow = new QHBoxLayout;
    plotsRow->setSpacing(0);
    for (CurvePlot* plot : plots())
        plotsRow->addWidget(plot, 1);
    auto* figure = new QVBoxLayout(m_figure);
    figure->setContentsMargins(0, 0, 0, 0);
    figure->setSpacing(0);
    figure->addWidget(m_table);
    figure->addLayout(plotsRow, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeader();
    layout->addWidget(m_figure, 1);
    connectPlots();
    connectModel();
    finishConstruction();
}

void CurvesPanel::buildHeader()
{
    struct Button {
        QToolButton* button;
        const char* name;
        QKeySequence shortcut;
        bool checkable;
    };
    const Button buttons[] = {
        {m_logButton, "logarithmic", Qt::CTRL | Qt::Key_L, true},
        {m_logIterationsButton, "logarithmicIterations", Qt::CTRL | Qt::SHIFT | Qt::Key_L, true},
        {m_ratesButton, "learningRates", Qt::CTRL | Qt::ALT | Qt::Key_L, true},
        {m_ratiosButton, "updateRatios", Qt::CTRL | Qt::ALT | Qt::Key_U, true},
        {m_runsButton, "compareRuns", Qt::CTRL | Qt::ALT | Qt::Key_C, false},
        {m_resetButton, "resetView", Qt::CTRL | Qt::Key_0, false},
    };
    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 2, 8, 0);
    header->setSpacing(2);
    header->addWidget(new LabelRoom(m_values, this), 1);
    for (const Button& one : buttons) {
        one.button->setObjectName(QString::fromLatin1(one.name));
        one.button->setShortcut(one.shortcut);
        one.button->setCheckable(one.checkable);
        one.button->setAutoRaise(true);
        one.button->setFocusPolicy(Qt::TabFocus);
        header->addWidget(one.button);
    }
    m_values->setObjectName(QStringLiteral("values"));
    m_values->setForegroundRole(QPalette::PlaceholderText);
    m_ratesButton->setChecked(true);
    m_resetButton->setIcon(icon(QStringLiteral("fit")));
    m_resetButton->setEnabled(false);
    m_runsMenu->setObjectName(QStringLiteral("runsMenu"));
    m_runsButton->setMenu(m_runsMenu);
    m_runsButton->setPopupMode(QToolButton::InstantPopup);
    static_cast<QVBoxLayout*>(layout())->addLayout(header);

    connect(m_logButton, &QToolButton::toggled, this, &CurvesPanel::setLogarithmic);
    connect(m_logIterationsButton, &QToolButton::toggled, this, &CurvesPanel::setIterationsLogarithmic);
    connect(m_ratesButton, &QToolButton::toggled, this, &CurvesPanel::setRatesShown);
    connect(m_ratiosButton, &QToolButton::toggled, this, &CurvesPanel::setRatiosShown);
    connect(m_resetButton, &QToolButton::clicked, this, &CurvesPanel::resetView);
}

void CurvesPanel::connectPlots()
{
    for (CurvePlot* plot : plots()) {
        connect(plot, &CurvePlot::pointedAt, this, &CurvesPanel::pointAt);
        connect(plot, &CurvePlot::followingChanged, m_resetButton, &QWidget::setDisabled);
        for (CurvePlot* other : plots())
            if (other != plot) {
                connect(plot, &CurvePlot::iterationRangeChanged, other, &CurvePlot::setIterationRange);
                connect(plot, &CurvePlot::followingChanged, other, &CurvePlot::setFollowing);
            }
    }
    connect(m_table, &RunTable::removalAsked, this, [this](int row) {
        const int first = m_runs.empty() || m_runs.front().recorded ? 0 : 1;
        if (row >= first)
            m_overlays.remove(static_cast<std::size_t>(row - first));
    });
    connect(&m_overlays, &RunOverlays::changed, this, &CurvesPanel::drawRuns);
    connect(&m_overlays, &RunOverlays::failed, this,
            [this](const QString& sentence) { m_messages->say(MessageBar::Kind::Error, sentence); });
}

void CurvesPanel::connectModel()
{
    m_throttle.setSingleShot(true);
    m_throttle.setInterval(redrawMilliseconds);
    connect(&m_throttle, &QTimer::timeout, this, &Panel::invalidate);
    const auto soon = [this] {
        if (!m_throttle.isActive())
            m_throttle.start();
    };
    connect(&model(), &LiveModel::rowsAppended, this, soon);
    connect(&model(), &LiveModel::ratiosAppended, this, soon);
    connect(&model(), &LiveModel::changesAppended, this, soon);
    connect(&model(), &LiveModel::rowsRestarted, this, &CurvesPanel::restart);
    connect(&model(), &LiveModel::runChanged, this, [this] {
        restart();
        drawRuns(); // what tells the others from it
        emit explanationChanged();
    });
}

void CurvesPanel::askForRun()
{
    QSettings settings;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of a recorded run"),
                                                             settings.value(folderKey, documents).toString());
    if (folder.isEmpty())
        return;
    settings.setValue(folderKey, QFileInfo(folder).absolutePath());
    addRun(folder);
}

void CurvesPanel::fillRunsMenu()
{
    m_runsMenu->clear();
    QAction* add = m_runsMenu->addAction(tr("Add run…"), this, &CurvesPanel::askForRun);
    add->setObjectName(QStringLiteral("addRun"));
    m_runsMenu->addSeparator();
    auto* alignments = new QActionGroup(m_runsMenu);
    for (const bool epochs : {false, true}) {
        QAction* align = m_runsMenu->addAction(epochs ? tr("Align on epochs") : tr("Align on iterations"), this,
                                               [this, epochs] { setAlignedOnEpochs(epochs); });
        align->setObjectName(epochs ? QStringLiteral("alignEpochs") : QStringLiteral("alignIterations"));
        align->setCheckable(true);
        align->setChecked(epochs == m_alignedOnEpochs);
        alignments->addAction(align);
    }
    std::size_t number = 0;
    for (const ShownRun& run : m_runs) {
        if (!run.recorded)
            continue;
        if (number == 0)
            m_runsMenu->addSeparator();
        const std::size_t overlay = number++;
        // Queued: the menu is filled anew, which takes this action away.
        connect(
            m_runsMenu->addAction(tr("Remove %1").arg(run.label)), &QAction::triggered, this,
            [this, overlay] { m_overlays.remove(overlay); }, Qt::QueuedConnection);
    }
    if (number > 1)
        connect(m_runsMenu->addAction(tr("Remove all")), &QAction::triggered, &m_overlays, &RunOverlays::clear,
                Qt::QueuedConnection);
}

void CurvesPanel::nameButton(QToolButton* button, const QString& text, const QString& tip, const QString& name) const
{
    const QKeySequence shortcut = button->shortcut();
    if (!text.isEmpty())
        button->setText(text);
    button->setShortcut(shortcut); // a text without a mnemonic takes the shortcut away
    button->setToolTip(QStringLiteral("%1 (%2)").arg(tip, shortcut.toString(QKeySequence::NativeText)));
    button->setAccessibleName(name);
}

void CurvesPanel::retranslate()
{
    nameSeries();
    m_loss->setNames(tr("loss"), tr("iteration"), tr("epoch"));
    m_error->setNames(tr("error (%)"), tr("iteration"), tr("epoch"));
    m_ratio->setNames(tr("log₁₀ update / weight"), tr("iteration"), tr("epoch"));
    m_loss->setRightName(m_ratesButton->isChecked() ? tr("learning rate") : QString());
    m_error->setLongestName(m_best,
                            tr("%1, epoch %2").arg(tr("best: %1").arg(percent(0.8888)), QStringLiteral("888.8")));
    m_loss->setAccessibleName(tr("Curve of the loss"));
    m_error->setAccessibleName(tr("Curves of the error"));
    m_ratio->setAccessibleName(tr("Curves of the update ratios"));
    m_values->setAccessibleName(tr("Which values the table shows"));
    m_table->setAccessibleName(tr("Values of the curves"));
    m_table->setToolTip(tr("One line a run; Delete takes a recorded run away"));
    m_table->runs().retranslate();
    m_table->fit();
    nameButton(m_logButton, tr("Log loss"), tr("Logarithmic axis for the loss"), tr("Logarithmic loss"));
    nameButton(m_logIterationsButton, tr("Log iterations"), tr("Logarithmic axis for the iterations"),
               tr("Logarithmic iterations"));
    nameButton(m_ratesButton, tr("Learning rate"), tr("The learning rate beside the loss"),
               tr("Show the learning rate"));
    nameButton(m_ratiosButton, tr("Update ratios"), tr("How large a step is beside the weights, for every layer"),
               tr("Show the update ratios"));
    nameButton(m_runsButton, tr("Compare"), tr("Lay recorded runs below this one"), tr("Compare runs"));
    nameButton(m_resetButton, {}, tr("Show the whole run and follow it"), tr("Show the whole run"));
    fillRunsMenu();
}

} // namespace alexscope::gui
