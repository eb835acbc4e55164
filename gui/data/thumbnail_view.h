// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace alexscope::gui {

/// Pictures of equal size in rows, as many a row as fit; a new thumbnail repaints and lays nothing out anew. Enter and
/// a double click activate. GUI thread.
class ThumbnailView : public QListView {
    Q_OBJECT
public:
    static constexpr int cellGap = 4; ///< between two pictures

    explicit ThumbnailView(QWidget* parent = nullptr);

    /// Room a picture takes.
    void setCell(const QSize& cell);
    /// What stands there while the list is empty.
    void setEmptyText(const QString& text);
    const QString& emptyText() const { return m_emptyText; }

protected:
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight,
                     const QList<int>& roles = QList<int>()) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_emptyText;
};

} // namespace alexscope::gui
