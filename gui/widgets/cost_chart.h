// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <cstdint>
#include <vector>

namespace alexscope::gui {

/// What one layer costs, or a piece of a step that is no layer.
struct CostRow {
    QString name;
    std::int64_t parameters = 0, multiplyAdds = 0;
    bool isLayer = true;
};

/// Time of some rows together: a kernel may cover several layers, and then nobody can tell their shares apart.
struct CostSpan {
    int firstRow = 0, rowCount = 1;
    double forward = 0, backward = 0; ///< seconds; NaN while not measured. A piece that is no layer has forward only

    double total() const;
};

/// Bars of parameters, multiply-adds and time side by side, a row a layer, each column on a linear scale of its own up
/// to its largest bar, so that shares can be compared by length. Keyboard: arrows walk the rows.
class CostChart : public QWidget {
    Q_OBJECT
public:
    explicit CostChart(QWidget* parent = nullptr);

    void setCosts(std::vector<CostRow> rows, std::vector<CostSpan> spans);
    /// Stands in the column of times while there are none.
    void setNoTimesText(const QString& text);
    void setChosen(int row); ///< −1: none

    const std::vector<CostRow>& rows() const { return m_rows; }
    const std::vector<CostSpan>& spans() const { return m_spans; }
    int chosen() const { return m_chosen; }
    int rowAt(QPointF place) const;

    enum class Column { Parameters, MultiplyAdds, Time };
    /// The bar of a row (of its span, for times) without its number; empty when there is none.
    QRectF bar(Column column, int row) const;
    /// The number written beside that bar, with its share of the column.
    QString barText(Column column, int row) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosenChanged(int row);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    double rowHeight() const;
    QFont rowFont() const;
    double nameWidth() const;
    double headerHeight() const;
    QRectF columnRect(Column column) const;
    double value(Column column, int row) const;
    double largest(Column column) const;
    double sum(Column column) const;
    int spanOf(int row) const;
    QString headerText(Column column) const;
    QString textOf(int row) const;
    void choose(int row);
    void paintHeader(QPainter& painter, Column column) const;
    void paintBars(QPainter& painter, Column column) const;
    void paintTime(QPainter& painter, const CostSpan& span, const QRectF& bar) const;

    std::vector<CostRow> m_rows;
    std::vector<CostSpan> m_spans;
    QString m_noTimes;
    int m_chosen = -1;
};

} // namespace alexscope::gui
