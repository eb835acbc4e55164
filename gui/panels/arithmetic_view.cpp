// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/arithmetic_view.h"

#include "gui/panels/terms_model.h"
#include "gui/widgets/operand_grids.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace alexscope::gui {

namespace {
/// Narrower than this the list stands below the grids instead of beside them.
constexpr int widthForGridsAndText = 560;
constexpr int formulaLines = 2;
} // namespace

ArithmeticView::ArithmeticView(QWidget* parent)
    : QWidget(parent), m_heading(new QLabel(this)), m_cell(new QLabel(this)), m_formula(new QLabel(this)),
      m_device(new QLabel(this)), m_empty(new QLabel(this)), m_grids(new OperandGrids(this)),
      m_model(new TermsModel(this)), m_terms(new QTreeView(this)), m_content(new QWidget(this)),
      m_middle(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_heading->setObjectName(QStringLiteral("arithmeticHeading"));
    m_cell->setObjectName(QStringLiteral("arithmeticCell"));
    m_formula->setObjectName(QStringLiteral("arithmeticFormula"));
    m_device->setObjectName(QStringLiteral("arithmeticDevice"));
    m_grids->setObjectName(QStringLiteral("arithmeticGrids"));
    m_terms->setObjectName(QStringLiteral("arithmeticTerms"));
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_cell->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_cell->setWordWrap(true);
    m_cell->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_cell->setMinimumHeight(formulaLines * fontMetrics().lineSpacing());
    m_formula->setTextFormat(Qt::RichText);
    for (QLabel* label : {m_formula, m_device}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setMinimumWidth(160); // long words wrap; the hint of a wrapping label would ask for more than there is
    }
    m_formula->setMinimumHeight(formulaLines * fontMetrics().lineSpacing()); // nothing jumps when a line more is needed
    m_device->setMinimumHeight(fontMetrics().lineSpacing());
    m_device->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_terms->setModel(m_model);
    m_terms->setItemDelegate(new ShareDelegate(m_terms));
    m_terms->setRootIsDecorated(false);
    m_terms->setUniformRowHeights(true);
    m_terms->setFrameShape(QFrame::NoFrame);
    m_terms->setMinimumSize(150, 92);
    m_terms->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_terms->header()->setStretchLastSection(false);
    m_terms->header()->setSectionResizeMode(QHeaderView::Stretch);

    m_middle->addWidget(m_grids, 3);
    m_middle->addWidget(m_terms, 2);
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(2);
    content->addWidget(m_formula);
    content->addWidget(m_device);
    content->addLayout(m_middle, 1);
    content->addWidget(m_cell);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(2);
    layout->addWidget(m_heading);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_empty, 1);

    connect(m_grids, &OperandGrids::cellChanged, this, &ArithmeticView::showCell);
    connect(m_terms->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (index.isValid() && !m_filling)
            chooseRow(index.row());
    });
    retranslate();
    fill();
}

void ArithmeticView::setArithmetic(std::shared_ptr<const Arithmetic> value, RunNames names)
{
    const bool samePlace = value && !m_text.isEmpty() && !m_text.value().waitsForHold() &&
                           value->place.layer == m_text.value().place.layer &&
                           value->place.channel == m_text.value().place.channel;
    m_text = ArithmeticText(std::move(value), std::move(names));
    if (!samePlace)
        m_group = m_text.isEmpty() ? 0 : m_text.largestGroup();
    fill();
}

void ArithmeticView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    m_empty->setText(text);
}

void ArithmeticView::chooseRow(int row)
{
    const int key = m_model->keyOf(row);
    if (const auto* lrn = m_text.value().as<LrnSum>())
        emit channelWanted(lrn->first + key);
    else if (m_text.value().as<SoftmaxSum>())
        emit channelWanted(key);
    else
        chooseGroup(key);
}

void ArithmeticView::chooseGroup(int group)
{
    m_group = group;
    if (!m_text.isEmpty())
        showGroup();
}

void ArithmeticView::fill()
{
    const bool empty = m_text.isEmpty();
    m_content->setVisible(!empty);
    m_heading->setVisible(!empty);
    m_empty->setVisible(empty);
    if (empty)
        return;
    m_heading->setText(m_text.heading());
    m_formula->setText(m_text.formula());
    m_device->setText(m_text.device());
    TermTable table = m_text.terms();
    m_terms->setVisible(!table.rows.empty());
    m_filling = true;
    m_model->setTable(std::move(table));
    m_filling = false;
    showGroup();
}

void ArithmeticView::showGroup()
{
    m_grids->setGrids(m_text.value().waitsForHold() ? std::vector<OperandGrid>() : m_text.grids(m_group));
    m_grids->setVisible(!m_text.value().as<SoftmaxSum>());
    showCell();
    const auto* lrn = m_text.value().as<LrnSum>();
    const int key = m_text.value().as<SoftmaxSum>() ? m_text.value().place.channel : lrn ? lrn->own : m_group;
    if (const int row = m_model->rowOf(key); row >= 0 && row != m_terms->currentIndex().row()) {
        m_filling = true;
        m_terms->setCurrentIndex(m_model->index(row, 0));
        m_filling = false;
    }
}

void ArithmeticView::showCell()
{
    const QString text = m_text.isEmpty() ? QString() : m_text.cell(m_group, m_grids->cell());
    m_cell->setText(text);
    m_cell->setToolTip(text); // whole, where the place is too narrow
}

void ArithmeticView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_middle->setDirection(width() < widthForGridsAndText ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ArithmeticView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill();
    }
}

void ArithmeticView::retranslate()
{
    m_grids->setAccessibleName(tr("Operands"));
    m_terms->setAccessibleName(tr("Contributions, the largest first"));
    m_formula->setAccessibleName(tr("The calculation"));
    m_device->setAccessibleName(tr("What the device computed"));
    m_cell->setAccessibleName(tr("The chosen cell"));
}

} // namespace alexscope::gui
