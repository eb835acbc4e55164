// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/set_predictions.h"
#include "gui/widgets/confusion_part.h"

#include <QPoint>
#include <QRectF>
#include <QStringList>
#include <QWidget>

#include <memory>

namespace alexscope::gui {

/// A confusion matrix: rows are true classes, columns what their pictures are taken for. The colour of a cell is its
/// share of the row. The pointer and the arrow keys choose a cell, a click or Enter asks for the pictures behind it.
class ConfusionView : public QWidget {
    Q_OBJECT
public:
    explicit ConfusionView(QWidget* parent = nullptr);

    /// Null: `emptyText` stands in its place.
    void setPredictions(std::shared_ptr<const SetPredictions> predictions, const QStringList& names, int chosenClass);
    void setEmptyText(const QString& text);
    /// Numbers in the cells as shares of the row, or as pictures.
    void setShares(bool shares);
    bool showsShares() const { return m_shares; }
    const ConfusionPart& part() const { return m_part; }

    /// Where the cell of two places in part().classes is; null rectangle while there is none.
    QRectF cellRect(int row, int column) const;
    /// What is in a cell, as a sentence; `column` = classes: what is not shown.
    QString sentence(int row, int column) const;

    QSize sizeHint() const override { return {420, 320}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

signals:
    /// A cell is pointed at, as a sentence; empty: none.
    void pointed(const QString& sentence);
    void cellChosen(int truth, int predicted);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Where things are for the size the widget has.
    struct Places {
        double left = 0, top = 0, cellWidth = 0, cellHeight = 0;
        int rows = 0, columns = 0;

        QRectF cell(int row, int column) const
        {
            return {left + column * cellWidth, top + row * cellHeight, cellWidth, cellHeight};
        }
    };
    Places places() const;
    QString name(int place) const;
    QString takenFor() const;
    QPoint cellAt(QPointF position) const; ///< column and row; (−1, −1): none
    void point(QPoint cell);
    void choose(QPoint cell);
    void paintCells(QPainter& painter, const Places& at) const;
    void paintNames(QPainter& painter, const Places& at) const;
    void paintRowNames(QPainter& painter, const Places& at, double side) const;
    void paintColumnNames(QPainter& painter, const Places& at) const;
    void paintTurnedNames(QPainter& painter, const Places& at, double above) const;
    QColor nameInk(bool isPointed) const;
    void paintLegend(QPainter& painter, const Places& at) const;
    QString cellText(std::int64_t pictures, std::int64_t all) const;

    std::shared_ptr<const SetPredictions> m_predictions;
    QStringList m_names;
    ConfusionPart m_part;
    QString m_emptyText;
    QPoint m_pointed{-1, -1};
    bool m_shares = true;
};

} // namespace alexscope::gui
