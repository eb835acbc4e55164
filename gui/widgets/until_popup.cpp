// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/until_popup.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <cmath>
#include <limits>

namespace alexscope::gui {

namespace {

constexpr int roundTo = 100;

} // namespace

UntilPopup::UntilPopup(LiveModel& model, QWidget* parent)
    : Popup(parent), m_model(model), m_iterationBox(new QCheckBox(this)), m_epochBox(new QCheckBox(this)),
      m_errorBox(new QCheckBox(this)), m_pieceBox(new QCheckBox(this)), m_iteration(new QSpinBox(this)),
      m_epoch(new QDoubleSpinBox(this)), m_error(new QDoubleSpinBox(this)), m_layer(new QComboBox(this)),
      m_direction(new QComboBox(this)), m_note(new QLabel(this)), m_go(new QPushButton(this))
{
    setObjectName(QStringLiteral("untilPopup"));
    m_iterationBox->setObjectName(QStringLiteral("untilIteration"));
    m_epochBox->setObjectName(QStringLiteral("untilEpoch"));
    m_errorBox->setObjectName(QStringLiteral("untilError"));
    m_pieceBox->setObjectName(QStringLiteral("untilPiece"));
    m_iteration->setObjectName(QStringLiteral("untilIterationValue"));
    m_epoch->setObjectName(QStringLiteral("untilEpochValue"));
    m_error->setObjectName(QStringLiteral("untilErrorValue"));
    m_layer->setObjectName(QStringLiteral("untilLayer"));
    m_direction->setObjectName(QStringLiteral("untilDirection"));
    m_go->setObjectName(QStringLiteral("untilGo"));
    m_iteration->setRange(1, std::numeric_limits<int>::max());
    m_iteration->setSingleStep(roundTo);
    m_iteration->setGroupSeparatorShown(true);
    m_iteration->setValue(roundTo);
    m_epoch->setRange(0, 1e6);
    m_epoch->setValue(1);
    m_error->setRange(0, 100);
    m_error->setDecimals(1);
    m_error->setValue(50);
    m_error->setSingleStep(5);
    m_iterationBox->setChecked(true);
    m_go->setDefault(true);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 12, 12, 12);
    grid->setHorizontalSpacing(12);
    grid->addWidget(m_iterationBox, 0, 0);
    grid->addWidget(m_iteration, 0, 1, 1, 2);
    grid->addWidget(m_epochBox, 1, 0);
    grid->addWidget(m_epoch, 1, 1, 1, 2);
    grid->addWidget(m_errorBox, 2, 0);
    grid->addWidget(m_error, 2, 1, 1, 2);
    grid->addWidget(m_pieceBox, 3, 0);
    grid->addWidget(m_layer, 3, 1);
    grid->addWidget(m_direction, 3, 2);
    grid->addWidget(m_note, 4, 0, 1, 3);
    grid->addWidget(m_go, 5, 2);
    // Who changes a number means it.
    connect(m_iteration, &QSpinBox::valueChanged, this, [this] { m_iterationBox->setChecked(true); });
    connect(m_epoch, &QDoubleSpinBox::valueChanged, this, [this] { m_epochBox->setChecked(true); });
    connect(m_error, &QDoubleSpinBox::valueChanged, this, [this] { m_errorBox->setChecked(true); });
    connect(m_layer, &QComboBox::activated, this, [this] { m_pieceBox->setChecked(true); });
    connect(m_direction, &QComboBox::activated, this, [this] { m_pieceBox->setChecked(true); });
    for (const QCheckBox* box : {m_iterationBox, m_epochBox, m_errorBox, m_pieceBox})
        connect(box, &QCheckBox::toggled, this, [this] {
            m_go->setEnabled(m_iterationBox->isChecked() || m_epochBox->isChecked() || m_errorBox->isChecked() ||
                             m_pieceBox->isChecked());
        });
    connect(m_go, &QPushButton::clicked, this, [this] {
        accept();
        emit runWanted(condition());
    });
    connect(&model, &LiveModel::runChanged, this, &UntilPopup::fillLayers);
    retranslate();
}

StopCondition UntilPopup::condition() const
{
    StopCondition until;
    if (m_iterationBox->isChecked())
        until.iteration = m_iteration->value();
    if (m_epochBox->isChecked())
        until.epoch = m_epoch->value();
    if (m_errorBox->isChecked())
        until.validationErrorBelow = m_error->value() / 100;
    if (m_pieceBox->isChecked() && m_layer->currentIndex() >= 0) {
        until.layerReached = m_layer->currentText().toStdString();
        if (const int direction = m_direction->currentData().toInt(); direction >= 0)
            until.kindReached = static_cast<PieceKind>(direction);
    }
    return until;
}

/// What lies behind would stop at once.
void UntilPopup::suggest()
{
    const SessionStatus& status = m_model.status();
    const QSignalBlocker iteration(m_iteration), epoch(m_epoch);
    if (m_iteration->value() <= status.iteration)
        m_iteration->setValue(static_cast<int>(
            std::min<std::int64_t>((status.iteration / roundTo + 1) * roundTo, std::numeric_limits<int>::max())));
    if (m_epoch->value() <= status.epoch)
        m_epoch->setValue(std::floor(status.epoch) + 1);
}

void UntilPopup::fillLayers()
{
    const QString chosen = m_layer->currentText();
    m_layer->clear();
    if (m_model.run())
        for (const LayerSpec& layer : m_model.run()->network.layers)
            m_layer->addItem(QString::fromStdString(layer.name));
    m_layer->setCurrentIndex(std::max(0, m_layer->findText(chosen)));
}

void UntilPopup::openAt(const QWidget& anchor)
{
    suggest();
    showBelow(anchor);
    QWidget* first = m_iterationBox->isChecked() ? static_cast<QWidget*>(m_iteration) : m_iterationBox;
    first->setFocus(Qt::PopupFocusReason);
    if (first == m_iteration)
        m_iteration->selectAll();
}

void UntilPopup::retranslate()
{
    setAccessibleName(tr("Run until"));
    m_iterationBox->setText(tr("&Iteration"));
    m_epochBox->setText(tr("&Epoch"));
    m_errorBox->setText(tr("Validation error &below"));
    m_pieceBox->setText(tr("&Layer comes next"));
    m_error->setSuffix(QStringLiteral(" %"));
    m_iteration->setAccessibleName(tr("Iteration to stop at"));
    m_epoch->setAccessibleName(tr("Epoch to stop at"));
    m_error->setAccessibleName(tr("Validation error (top-1) below which to stop, in per cent"));
    m_layer->setAccessibleName(tr("Layer to stop before"));
    m_direction->setAccessibleName(tr("Forward or backward"));
    m_iterationBox->setToolTip(tr("Stop after so many updates of the weights"));
    m_epochBox->setToolTip(tr("Stop after so many passes through the training set"));
    m_errorBox->setToolTip(tr("Stop after the validation that finds a lower error"));
    m_pieceBox->setToolTip(tr("Stop inside a step, just before this layer is computed"));
    m_note->setText(tr("The run stops by itself where all that is ticked holds for the first time."));
    m_go->setText(tr("Run"));
    const int direction = m_direction->currentIndex();
    m_direction->clear();
    m_direction->addItem(tr("forward"), static_cast<int>(PieceKind::Forward));
    m_direction->addItem(tr("backward"), static_cast<int>(PieceKind::Backward));
    m_direction->addItem(tr("either way"), -1);
    m_direction->setCurrentIndex(std::max(0, direction));
}

} // namespace alexscope::gui
