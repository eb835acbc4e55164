// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/panels/arithmetic_text.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QTreeView;

namespace alexscope::gui {

class OperandGrids;
class TermsModel;

/// How one number comes about: the operands as coloured grids, the list of contributions (choose one to see its
/// window), and the calculation written out. Follows new numbers of the same place without losing the choice.
class ArithmeticView : public QWidget {
    Q_OBJECT
public:
    explicit ArithmeticView(QWidget* parent = nullptr);

    /// Null shows the empty text.
    void setArithmetic(std::shared_ptr<const Arithmetic> value, RunNames names);
    void setEmptyText(const QString& text);
    const ArithmeticText& text() const { return m_text; }
    /// The group whose grids are shown; −1: the bias.
    int group() const { return m_group; }
    void chooseGroup(int group);

    QSize sizeHint() const override { return {460, 320}; }

signals:
    /// Somebody has chosen another channel (or class) of the same layer in the list.
    void channelWanted(int channel);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void showGroup();
    void showCell();
    void chooseRow(int row);
    void retranslate();

    ArithmeticText m_text;
    QString m_emptyText;
    int m_group = 0;
    bool m_filling = false;
    QLabel *m_heading, *m_cell, *m_formula, *m_device, *m_empty;
    OperandGrids* m_grids;
    TermsModel* m_model;
    QTreeView* m_terms;
    QWidget* m_content;
    QBoxLayout* m_middle;
};

} // namespace alexscope::gui
