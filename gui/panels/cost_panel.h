// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/panels/panel.h"

class QComboBox;
class QLabel;

namespace alexscope::gui {

class CostChart;
struct CostSpan;

/// What each layer costs: its parameters, its multiply-adds, and the time its pieces take, as measured by the session.
class CostPanel : public Panel {
    Q_OBJECT
public:
    CostPanel(LiveModel& model, Selection& selection, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QWidget& figure() override { return *m_figure; }
    QString caption() const override;
    Numbers numbers() const override;

    /// Whose times are shown. Free running may compute several layers in one go; stepping never does.
    enum class Source { Running, Stepping };
    Source source() const;
    void setSource(Source source);
    CostChart& chart() const { return *m_chart; }
    /// Shares of convolutions and fully connected layers, as a sentence each.
    QString summary() const;

protected:
    void refresh() override;
    void retranslate() override;

private:
    std::shared_ptr<const PieceTimes> times() const;
    std::vector<CostSpan> spans() const;
    void showSelection();
    QString sourceText() const;
    QString summaryOf(bool convolutions) const;

    QComboBox* m_source;
    QLabel *m_measured, *m_summary;
    QWidget* m_figure;
    CostChart* m_chart;
    std::shared_ptr<const PieceTimes> m_shown;
    bool m_sourceChosen = false; ///< by somebody; until then the newest times are shown
};

} // namespace alexscope::gui
