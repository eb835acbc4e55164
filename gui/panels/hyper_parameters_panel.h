// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/panels/panel.h"

#include <QTimer>

#include <array>
#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QGridLayout;
class QLabel;
class QScrollArea;
class QToolButton;

namespace alexscope::gui {

class ValueBox;

/// Learning rate, momentum, weight decay and dropout in force, to be changed while the run goes on, beside what the run
/// began with and what the paper says; below, the rest of the recipe to read. It only asks for changes: what is shown
/// is what the engine answers.
class HyperParametersPanel : public Panel {
    Q_OBJECT
public:
    HyperParametersPanel(LiveModel& model, Selection& selection, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QWidget& figure() override;
    Numbers numbers() const override;

signals:
    void editWanted(const alexscope::HyperParameterEdit& edit);

protected:
    void refresh() override;
    void retranslate() override;
    void recolour() override;

private:
    /// One number: its box, what it was at the start, and what the paper says.
    struct Row {
        std::string layer;     ///< of a dropout; else empty
        double startValue = 0; ///< of a dropout: the run's own text does not change
        QLabel* caption;
        ValueBox* box;
        QLabel *start, *paper;
    };
    struct Fact {
        QLabel *caption, *now, *paper;
    };
    void makeContent();
    Row makeRow(const QString& name, ValueBox* box);
    void placeRows();
    void rebuildDropout();
    void ask(const HyperParameterEdit& edit);
    void askFor(const ValueBox* box, std::optional<double> HyperParameterEdit::*field);
    void askDropout(const Row& row, double p);
    void showRow(const Row& row, double now, double start, double paper);
    void showFacts();
    double startDropout(const std::string& layer) const;

    QScrollArea* m_scroll;
    QWidget* m_content;
    QGridLayout *m_grid = nullptr, *m_factGrid = nullptr;
    QLabel *m_nowHead, *m_startHead, *m_paperHead, *m_recipeHead, *m_runHead, *m_factPaperHead, *m_noDropout;
    QToolButton *m_divide, *m_multiply;
    QCheckBox* m_together;
    Row m_rate, m_momentum, m_decay;
    std::vector<Row> m_dropout;
    std::vector<Fact> m_facts;
    std::array<double, 3> m_told{};
    QTimer m_patience; ///< what was asked for stays on the screen until the engine had time to answer
};

} // namespace alexscope::gui
