// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/arithmetic.h"
#include "gui/export/numbers.h"
#include "gui/widgets/operand_grids.h"

#include <QCoreApplication>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace alexscope::gui {

struct RunNames {
    QStringList classes;                ///< as shown
    QStringList inputChannels;          ///< red, green, blue in the network's order; empty: numbers
    QString nextLayer;                  ///< the layer after the one explained
    std::optional<ActivationKind> next; ///< what it does, when it is an activation
};

/// One line of the list beside the grids.
struct TermRow {
    int key = -1; ///< group, class, index of the neighbour; −1: the bias
    QStringList cells;
    double share = 0;    ///< −1 … 1: the bar behind the last cell
    bool strong = false; ///< the channel itself, the true class
};
struct TermTable {
    QStringList headers;
    std::vector<TermRow> rows;
};

/// Words and pictures for an Arithmetic: what stands in the view, computed from the same value that is exported.
class ArithmeticText {
    Q_DECLARE_TR_FUNCTIONS(ArithmeticText)
public:
    ArithmeticText() = default;
    ArithmeticText(std::shared_ptr<const Arithmetic> value, RunNames names);

    bool isEmpty() const { return !m_value; }
    const Arithmetic& value() const { return *m_value; }

    /// "conv1, channel 17 at (3, 5)"
    QString heading() const;
    /// The whole calculation in one line of rich text, ending in the value.
    QString formula() const;
    /// What the device says, in which precision, and how far apart the two are.
    QString device() const;
    TermTable terms() const;
    /// The grids of one group of a weighted sum; of the other kinds `group` does not count.
    std::vector<OperandGrid> grids(int group) const;
    /// The calculation of one cell of these grids; of no cell (−1): the product that weighs most.
    QString cell(int group, int cell) const;
    /// The group that contributes most.
    int largestGroup() const;
    /// Every operand, as a table.
    Numbers numbers() const;

private:
    QString groupName(int group) const;
    QString largestProduct() const;
    QString className(int index) const;
    QString formulaOf(const WeightedSum& sum) const;
    QString formulaOf(const PointwiseValue& value) const;
    QString formulaOf(const LrnSum& sum) const;
    QString formulaOf(const PoolingWindow& window) const;
    QString formulaOf(const DropoutValue& value) const;
    QString formulaOf(const SoftmaxSum& sum) const;
    QString formulaOf(const std::monostate&) const;

    std::shared_ptr<const Arithmetic> m_value;
    RunNames m_names;
};

} // namespace alexscope::gui
