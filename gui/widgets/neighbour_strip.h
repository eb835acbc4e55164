// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/picture_grid.h"

#include <QImage>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace alexscope::gui {

/// Pictures beside each other as large as fits, each framed by whether its class is the right one, with its class and a
/// number below as long as the pictures stay large enough to be seen. A click or Enter wants one, a double click or P
/// pins it; arrow keys walk.
class NeighbourStrip : public QWidget {
    Q_OBJECT
public:
    enum class Verdict { Unknown, Right, Wrong };
    struct Item {
        quint64 id = 0;       ///< what signals speak of; the same picture has the same
        QImage picture;       ///< null: an empty frame
        QString name, number; ///< the two lines
        QString tip;
        Verdict verdict = Verdict::Unknown;
    };

    explicit NeighbourStrip(QWidget* parent = nullptr);

    /// None: the empty text. Keeps the place of the cursor.
    void setItems(std::vector<Item> items);
    void setEmptyText(const QString& text);
    /// Pictures alone, side by side without words: for many of them.
    void setTiles(bool tiles);
    /// Above the pictures, to the left and to the right.
    void setHeading(const QString& left, const QString& right);

    const std::vector<Item>& items() const { return m_items; }
    const QString& heading() const { return m_left; }
    const QString& figure() const { return m_right; }
    QRectF pictureRect(int item) const;
    int itemAt(QPointF place) const;
    /// Of words below each picture: 2, or 1 (the class), or 0.
    int lines() const { return arrangement().lines; }
    int cursor() const { return m_cursor; }
    /// The frame of a verdict, told apart with any colour vision; invalid for Unknown.
    static QColor colourOf(Verdict verdict, const QPalette& palette);

    QSize sizeHint() const override { return {480, 160}; }
    QSize minimumSizeHint() const override { return {160, 84}; }

signals:
    void wanted(quint64 id);
    void pinned(quint64 id);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void paintItem(QPainter& painter, int item) const;
    void paintWords(QPainter& painter, const Item& item, const QRectF& outer) const;
    /// How the pictures lie, and how many lines of words stand below each.
    struct Arrangement {
        PictureGrid grid;
        int lines = 0;
    };
    Arrangement arrangement() const;
    QRectF room() const;
    QFont small() const;
    double words(int lines) const;
    int space(int lines) const;
    void moveCursor(int to);

    std::vector<Item> m_items;
    QString m_left, m_right, m_emptyText;
    int m_cursor = -1;
    std::optional<quint64> m_pressed; ///< what the second press of a double click means, whatever stands there by then
    bool m_focusByKey = false, m_tiles = false;
};

} // namespace alexscope::gui
