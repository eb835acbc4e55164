// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/layer_rates.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace alexscope::gui {

/// Which layers learn and how fast: a box and a factor on ε for each layer with weights, and where its weights come
/// from. "Only the last" is one click away. GUI thread.
class LayerRatesTable : public QWidget {
    Q_OBJECT
public:
    explicit LayerRatesTable(QWidget* parent = nullptr);

    /// In the network's order; all learn at ε.
    void setLayers(const QStringList& layers);
    bool isEmpty() const;
    /// Rates of layers that are not in the table are left out.
    void setRates(const LayerRates& rates);
    /// Factors that are wrong count as 1.
    LayerRates rates() const;
    /// What is said of a layer's weights before the first iteration, in few words and in more.
    void setBeginning(int layer, const QString& text, const QString& tip);
    /// What is wrong, as a sentence; empty: nothing.
    QString fault() const;

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Column { Layer, Factor, Beginning };

    void take(QTreeWidgetItem* item, int column);
    void setFactor(QTreeWidgetItem* item, double factor);
    void learnOnly(int first);
    void retranslate();

    QTreeWidget* m_table;
    QPushButton *m_onlyLast, *m_all;
    bool m_filling = false;
};

} // namespace alexscope::gui
