// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/run_overlays.h"
#include "gui/panels/panel.h"
#include "gui/widgets/curve_plot.h"

#include <QTimer>

#include <memory>
#include <vector>

class QLabel;
class QMenu;
class QToolButton;

namespace alexscope::gui {

class MessageBar;
class RunTable;

/// Loss and error over the run, nothing smoothed: training solid, validation dashed and held between tests, the
/// learning rate dotted on an axis of its own, ln(classes) as the level of guessing, the best validation ringed,
/// changes of hyper-parameters as upright marks; on request log10(|update| / |weight|) of every layer. Recorded runs
/// may be laid below the live one, and a table says what every run is and its values at the cursor.
class CurvesPanel : public Panel {
    Q_OBJECT
public:
    CurvesPanel(LiveModel& model, Selection& selection, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QWidget& figure() override { return *m_figure; }
    Numbers numbers() const override;

    const CurvePlot& lossPlot() const { return *m_loss; }
    const CurvePlot& errorPlot() const { return *m_error; }
    const CurvePlot& ratioPlot() const { return *m_ratio; }
    const RunTable& runTable() const { return *m_table; }
    const RunOverlays& overlays() const { return m_overlays; }
    /// The numbers at an iteration as one line of text.
    QString valuesAt(double iteration) const;

public slots:
    void resetView();
    void setLogarithmic(bool logarithmic);
    void setIterationsLogarithmic(bool logarithmic);
    void setRatesShown(bool shown);
    void setRatiosShown(bool shown);
    /// Recorded runs have the live one's epochs above each other, else its iterations.
    void setAlignedOnEpochs(bool aligned);
    /// Lays the run recorded in a folder over the others; it is read on another thread.
    void addRun(const QString& folder);
    void askForRun();

signals:
    /// The cursor stands here now; NaN when nowhere.
    void cursorMoved(double iteration);

protected:
    void refresh() override;
    double pace() const override { return 4; }
    void retranslate() override;
    void recolour() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QString shortValuesAt(double iteration) const;
    /// A run as it is drawn; the live one is the first.
    struct ShownRun {
        std::shared_ptr<const RunCurves> curves;
        std::shared_ptr<const RecordedRun> recorded; ///< null: the live one
        QString label, details;
        double scale = 1; ///< plotted iterations of each of its own
        QColor training, validation;
    };
    void buildHeader();
    void connectPlots();
    void connectModel();
    void restart();
    void takeSources();
    void gatherRuns();
    void drawRuns();
    void drawOverlay(const ShownRun& run);
    void showRatios();
    void showMarks();
    void showBest();
    void showScales();
    void pointAt(double iteration);
    void fillTable();
    void shareHeight();
    void nameSeries();
    void nameButton(QToolButton* button, const QString& text, const QString& tip, const QString& name) const;
    void fillRunsMenu();
    double epochsPerIteration() const;
    double newest() const;
    QColor overlayColour(std::size_t overlay) const;
    std::vector<CurvePlot*> plots() const { return {m_loss, m_error, m_ratio}; }

    RunOverlays m_overlays;
    std::vector<ShownRun> m_runs;
    QWidget* m_figure;
    CurvePlot *m_loss, *m_error, *m_ratio;
    RunTable* m_table;
    MessageBar* m_messages;
    QToolButton *m_logButton, *m_logIterationsButton, *m_ratesButton, *m_ratiosButton, *m_runsButton, *m_resetButton;
    QMenu* m_runsMenu;
    QLabel* m_values;
    int m_trainingLoss, m_validationLoss, m_rate, m_trainingError, m_validationTop1, m_validationTop5, m_best;
    int m_liveLossSeries, m_liveErrorSeries; ///< overlays' follow from here on
    std::vector<std::string> m_ratioNames;   ///< of the parameters whose ratios are drawn
    bool m_alignedOnEpochs = false;
    double m_cursor;
    QTimer m_throttle;
};

} // namespace alexscope::gui
