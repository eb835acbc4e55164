// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/live_model.h"
#include "gui/live/set_indexer.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLayout;
class QProgressBar;
class QToolButton;

namespace alexscope::gui {

class ElidingLabel;

/// Which part of a set is indexed by which layer and how often, how far that is, and what the index is of. Several bars
/// over the same indexer say the same. GUI thread.
class IndexBar : public QWidget {
    Q_OBJECT
public:
    /// What the view over it shows: of patches there is no layer to choose here.
    enum class Of { Features, Patches };
    IndexBar(LiveModel& model, SetIndexer& indexer, Of of, QWidget* parent = nullptr);

    /// One more control in its row, at the right end.
    void addTool(QWidget* tool);
    /// Lays a panel out: this bar, and below it the figure with its views and words under them.
    void layOver(QWidget& panel, QWidget& figure, QLayout* views, QWidget* words);
    /// What stands there now: layer and its size, metric, weights, set, how many pictures; or an en dash.
    QString facts() const;
    /// What is under way or went wrong; empty: neither.
    QString news() const;
    /// For a view that has nothing to show yet.
    QString emptyText() const;
    void retranslate();
    void recolour();

private:
    void build();
    void fillLayers();
    void showChoice();
    void showState();
    void choose();
    QString progressText() const;

    LiveModel& m_model;
    SetIndexer& m_indexer;
    const Of m_of;
    QComboBox *m_layers, *m_sets, *m_counts, *m_paces;
    QToolButton* m_build;
    QProgressBar* m_progress;
    ElidingLabel* m_facts;
    QHBoxLayout* m_row;
};

} // namespace alexscope::gui
