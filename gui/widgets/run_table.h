// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/run_curves.h"

#include <QAbstractTableModel>
#include <QColor>
#include <QTableView>

#include <array>
#include <limits>
#include <optional>
#include <vector>

namespace alexscope::gui {

/// One run's line in the table: what it is, how it is drawn, and its values at the cursor.
struct RunTableRow {
    QString label, details;
    QColor training, validation; ///< its lines' colours
    std::int64_t iteration = -1; ///< of the run itself; −1: none yet
    double epoch = std::numeric_limits<double>::quiet_NaN();
    std::array<std::optional<CurveBucket>, curveCount> values; ///< by Curve; a stretch where single rows are not kept
};

/// Values as text: 0.5123, or 0.4811–0.5377 where only the extremes of a stretch are known.
class RunTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Run,
        Iteration,
        Epoch,
        Loss,
        ValidationLoss,
        Error,
        ValidationTop1,
        ValidationTop5,
        Rate,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;
    /// The same number of rows changes texts only.
    void setRows(std::vector<RunTableRow> rows);
    const std::vector<RunTableRow>& rows() const { return m_rows; }
    QString text(int row, int column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    std::vector<RunTableRow> m_rows;
};

/// Legend of the runs and their values at the cursor, one line a run. Columns keep their widths and the table its
/// height unless a run comes or goes. Delete asks for the current run to be taken away.
class RunTable : public QTableView {
    Q_OBJECT
public:
    explicit RunTable(QWidget* parent);

    RunTableModel& runs() { return m_runs; }
    const RunTableModel& runs() const { return m_runs; }
    void setRows(std::vector<RunTableRow> rows);
    /// Widths and height for today's font and number of runs.
    void fit();

signals:
    void removalAsked(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitColumns();

    RunTableModel m_runs;
};

} // namespace alexscope::gui
