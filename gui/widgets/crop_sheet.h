// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/picture_grid.h"

#include <QImage>
#include <QString>
#include <QWidget>

#include <vector>

namespace alexscope::gui {

/// Pictures of equal size in a grid as large as fits with two lines of numbers under each, which have to fit too; one
/// may be chosen by click or arrow keys. Where the numbers would leave hardly anything of the pictures, they are left
/// out: those of the chosen one stand in the heading, every one's in its tip.
class CropSheet : public QWidget {
    Q_OBJECT
public:
    struct Item {
        QImage picture;
        QString first, second; ///< the two lines
    };

    explicit CropSheet(QWidget* parent = nullptr);

    /// None: the empty text. Keeps the choice where it still exists.
    void setItems(std::vector<Item> items);
    void setEmptyText(const QString& text);
    /// What the two lines mean.
    void setHeading(const QString& heading);
    void setChosen(int item);

    const std::vector<Item>& items() const { return m_items; }
    int chosen() const { return m_chosen; }
    int columns() const;
    /// Whether every picture has its numbers below it.
    bool isNumbered() const { return grid().numbered; }
    /// Where an item's picture lies.
    QRectF pictureRect(int item) const;

    QSize sizeHint() const override { return {480, 300}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

signals:
    /// −1: none any more.
    void chosenChanged(int item);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Grid : PictureGrid {
        bool numbered = true; ///< with texts below the pictures
    };
    Grid grid() const;
    Grid gridWith(bool numbers) const;
    double wordsBelow(const Grid& grid) const;
    int itemAt(QPointF position) const;
    QRectF room() const;
    QFont small() const;
    double widestText() const;
    void choose(int item);

    std::vector<Item> m_items;
    QString m_heading, m_emptyText;
    int m_chosen = -1;
    bool m_focusByKey = false;
};

} // namespace alexscope::gui
