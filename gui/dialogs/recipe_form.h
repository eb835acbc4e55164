// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network_spec.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace alexscope::gui {

class LayerRatesTable;
class NumberField;

/// §5 and §4.1 of the paper as a Recipe: batches of 128, ε 0.01, momentum 0.9, weight decay 0.0005, ε divided by ten
/// up to three times when the validation error stops improving, about 90 epochs; crops, reflections, colour noise 0.1.
Recipe paperRecipe();

/// Every hyper-parameter of a run, with the network's own values and the paper's one click away. Ranges are those of a
/// network's text. GUI thread.
class RecipeForm : public QWidget {
    Q_OBJECT
public:
    explicit RecipeForm(QWidget* parent = nullptr);

    void setRecipe(const Recipe& recipe);
    /// What stands in the fields; fields that are wrong keep the value set last.
    Recipe recipe() const;
    /// What the button "The network's own" sets.
    void setOwnRecipe(const Recipe& recipe);
    /// The layers whose rates can be chosen; rates of others are dropped.
    void setLayers(const NetworkSpec& network);
    LayerRatesTable& layers() { return *m_layers; }
    /// The first thing that is wrong, as a sentence, and marks its field; empty: nothing.
    QString fault();

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    NumberField* addNumber(const QString& name, NumberField* field);
    void addRow(QFormLayout* form, QWidget* field);
    void build();
    void enableFields();
    void retranslate();
    void updateButtons();
    QString faultOfLength(double length) const;

    Recipe m_recipe, m_own;
    bool m_filling = false;
    QPushButton *m_ownButton, *m_paperButton;
    NumberField *m_batch, *m_length, *m_rate, *m_momentum, *m_decay, *m_divisor, *m_steps, *m_patience, *m_reductions,
        *m_validate, *m_pad, *m_colour, *m_calmEnd;
    QComboBox *m_lengthUnit, *m_schedule;
    QCheckBox *m_crop, *m_reflect;
    std::vector<NumberField*> m_numbers;
    std::vector<std::pair<QWidget*, QLabel*>> m_labels;
    LayerRatesTable* m_layers;
    QLabel *m_learningTitle, *m_picturesTitle, *m_layersTitle;
};

} // namespace alexscope::gui
