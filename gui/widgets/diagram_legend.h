// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/network_structure.h"

#include <QWidget>

#include <vector>

namespace alexscope::gui {

/// What the signs of a network's diagram mean: the kinds of slabs this network has, links across towers, and the marks
/// of a step. Rows as many as the width needs.
class DiagramLegend : public QWidget {
    Q_OBJECT
public:
    explicit DiagramLegend(QWidget* parent = nullptr);

    void setNetwork(const NetworkSpec& network, const NetworkStructure& structure, Qt::Orientation flow);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Its entries as text; for tests and screen readers.
    QStringList texts() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Entry {
        enum class Sign { Slab, Cross, Forward, Backward } sign;
        LayerSpec layer; ///< Slab
    };
    QString textOf(const Entry& entry) const;
    /// Calls visit(entry, its place) and returns the height.
    template <typename Visit>
    int walk(int width, Visit visit) const;

    std::vector<Entry> m_entries;
    Qt::Orientation m_flow = Qt::Vertical;
};

} // namespace alexscope::gui
