// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>
#include <QString>

namespace alexscope::gui {

/// What the whole window looks at: one layer, in it one unit (a filter, a channel), and of that one position of its
/// map. Choosing it in one panel chooses it in all. GUI thread.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// A layer's name in the network's text; empty when nothing is chosen.
    const QString& layer() const { return m_layer; }
    /// Index of the output channel; -1: the whole layer.
    int unit() const { return m_unit; }
    /// Column x and row y of the unit's map; (−1, −1): the whole map.
    QPoint position() const { return m_position; }
    void select(const QString& layer, int unit = -1, QPoint position = {-1, -1});

signals:
    void changed();

private:
    QString m_layer;
    int m_unit = -1;
    QPoint m_position{-1, -1};
};

} // namespace alexscope::gui
