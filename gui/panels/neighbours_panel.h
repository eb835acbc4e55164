// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/newest_job.h"
#include "gui/live/query_picture.h"
#include "gui/live/set_indexer.h"
#include "gui/panels/neighbour_answer.h"
#include "gui/panels/panel.h"
#include "gui/widgets/neighbour_strip.h"

#include <optional>

class QLabel;
class QSettings;
class QSpinBox;
class QToolButton;

namespace alexscope::gui {

class IndexBar;
class PrecisionChart;

/// The pictures that the network finds most like one (§6.1 and Figure 4, right), beside those that are most like it
/// pixel by pixel, and how often either are of its class while the network learns. On wish also those that short codes
/// of the network's numbers find (§6.1).
class NeighboursPanel : public Panel {
    Q_OBJECT
public:
    NeighboursPanel(LiveModel& model, Selection& selection, SetIndexer& indexer, QueryPicture& query,
                    QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QWidget& figure() override { return *m_figure; }
    QString caption() const override;
    Numbers numbers() const override;

    /// What is on the screen; null while there is nothing.
    const NeighbourAnswer* answer() const { return m_answer ? &*m_answer : nullptr; }
    const NeighbourStrip& queryStrip() const { return *m_queryStrip; }
    NeighbourStrip& byFeatures() const { return *m_byFeatures; }
    NeighbourStrip& byPixels() const { return *m_byPixels; }
    NeighbourStrip& byCodes() const { return *m_byCodes; }
    const PrecisionChart& chart() const { return *m_chart; }

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

protected:
    void refresh() override;
    void retranslate() override;
    void recolour() override;

private:
    void build();
    void ask();
    void take(const NeighbourAnswer& answer);
    void showAnswer();
    std::vector<NeighbourStrip*> strips() const { return {m_queryStrip, m_byFeatures, m_byPixels, m_byCodes}; }
    std::vector<NeighbourStrip::Item> itemsOf(const std::vector<NeighbourPicture>& pictures,
                                              const std::function<QString(const QString&)>& distanceText,
                                              bool counted = false) const;
    void showPrecision();
    void showNothing();
    QString precisionText(bool features) const;
    QString className(int label) const;

    SetIndexer& m_indexer;
    QueryPicture& m_query;
    IndexBar* m_bar;
    QSpinBox* m_k;
    QToolButton *m_previous, *m_next, *m_pinned, *m_codes;
    QLabel* m_kLabel;
    QWidget* m_figure;
    NeighbourStrip *m_queryStrip, *m_byFeatures, *m_byPixels, *m_byCodes;
    PrecisionChart* m_chart;
    QLabel* m_words;
    NewestJob m_job;
    std::optional<NeighbourQuestion> m_asked; ///< answered, or being answered
    std::optional<NeighbourAnswer> m_answer;
    QString m_fault; ///< why the question asked has no answer
};

} // namespace alexscope::gui
