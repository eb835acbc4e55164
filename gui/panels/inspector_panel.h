// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/tensor_feed.h"
#include "gui/panels/panel.h"

#include <QElapsedTimer>

#include <functional>
#include <memory>

class QComboBox;
class QFormLayout;
class QLabel;

namespace alexscope::gui {

class HistogramView;
class LabelRoom;

/// Numbers of what is chosen: a layer or one unit of it, its weights, bias, gradient, last update or activations; live,
/// and where there are initial values beside those. Large tensors are counted on another thread.
class InspectorPanel : public Panel {
    Q_OBJECT
public:
    enum class Subject { Weights, Bias, Gradient, Update, Activation, StepActivation, StepGradient };

    InspectorPanel(LiveModel& model, Selection& selection, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QWidget& figure() override { return *m_figure; }
    QString caption() const override;
    Numbers numbers() const override;
    void look(ProbeRequest& request) const override;
    /// What is asked for; where the layer has no such thing (a ReLU no weights) its activation is shown instead.
    void choose(Subject subject);
    Subject shownSubject() const { return m_shown; }
    /// The text shown for one row by its object name; for tests.
    QString value(const QString& name) const;

protected:
    void refresh() override;
    double pace() const override { return 4; }
    void retranslate() override;
    void recolour() override;

private:
    /// Statistics and histogram of a part of a tensor.
    struct Summary {
        std::shared_ptr<const HostTensor> of; ///< null: nothing counted yet
        int unit = -1;
        Statistics statistics;
        Histogram histogram;
    };
    LabelRoom* addRow(const QString& name);
    void createLayout();
    void follow();
    void enableSubjects();
    int layer() const;
    /// The unit chosen, if what is shown has it; −1: all.
    int unit() const;
    /// Whether `summary` is up to date; else it has been set to work, at once or on another thread.
    void summarise(Summary& summary, std::shared_ptr<const HostTensor> tensor);
    void takeSummary(Summary InspectorPanel::*place, Summary summary);
    void showSummary();
    void showNote();
    QString noteOf() const;
    QString whyNothing() const;
    QString subjectName(Subject subject) const;
    QString shapeText() const;

    TensorFeed m_feed;
    Subject m_wanted = Subject::Weights, m_shown = Subject::Weights;
    Summary m_now, m_before;
    std::uint64_t m_ticket = 0; ///< of what is shown; what was counted for something else comes too late
    bool m_counting = false;
    QElapsedTimer m_sinceRefresh;

    QComboBox* m_subjects;
    QWidget* m_figure;
    QFormLayout* m_form;
    QLabel *m_heading, *m_note;
    LabelRoom *m_shape, *m_count, *m_min, *m_max, *m_mean, *m_deviation, *m_initialDeviation, *m_zeros, *m_nonFinite;
    HistogramView* m_histogram;
};

/// The part of a tensor that belongs to one unit: row n of weights, biases and what goes with them, channel c of
/// activations; all of it for a unit below 0 or one that is not there.
std::span<const float> partOfUnit(const HostTensor& tensor, bool isActivation, int unit);

} // namespace alexscope::gui
