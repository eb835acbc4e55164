// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/readout_bar.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"
#include "gui/look/piece_names.h"
#include "gui/widgets/eliding_label.h"
#include "gui/widgets/label_room.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace alexscope::gui {

namespace {
constexpr int refreshMilliseconds = 200; // faster and nobody can read the digits
}

ReadoutBar::ReadoutBar(LiveModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(16);
    m_state = new ElidingLabel(this);
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setMinimumWidth(120);
    layout->addWidget(m_state, 1);
    addReadout(QStringLiteral("iteration"), QStringLiteral("000,000"), m_iteration);
    QWidget* epoch = addReadout(QStringLiteral("epoch"), QStringLiteral("00.00"), m_epoch);
    addReadout(QStringLiteral("loss"), QStringLiteral("0.0000"), m_loss);
    QWidget* error = addReadout(QStringLiteral("trainingError"), QStringLiteral("00.00 %"), m_error);
    QWidget* validation = addReadout(QStringLiteral("validationError"), QStringLiteral("00.00 %"), m_validation);
    QWidget* rate = addReadout(QStringLiteral("learningRate"), QStringLiteral("0.0000"), m_rate);
    QWidget* speed = addReadout(QStringLiteral("speed"), QStringLiteral("0,000"), m_speed);
    QWidget* left = addReadout(QStringLiteral("timeLeft"), QStringLiteral("00:00"), m_left);
    m_expendable = {rate, epoch, error, left, validation, speed};
    m_timer.setSingleShot(true);
    m_timer.setInterval(refreshMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &ReadoutBar::refresh);
    connect(&model, &LiveModel::statusChanged, this, &ReadoutBar::scheduleRefresh);
    connect(&model, &LiveModel::rowsAppended, this, &ReadoutBar::scheduleRefresh);
    connect(&model, &LiveModel::rowsRestarted, this, &ReadoutBar::scheduleRefresh);
    connect(&model, &LiveModel::runChanged, this, &ReadoutBar::scheduleRefresh);
    retranslate();
}

QWidget* ReadoutBar::addReadout(const QString& name, const QString& widest, LabelRoom*& value)
{
    auto* pair = new QWidget(this);
    auto* caption = new QLabel(pair);
    caption->setObjectName(name + QStringLiteral("Caption"));
    caption->setForegroundRole(QPalette::PlaceholderText);
    auto* number = new QLabel;
    number->setObjectName(name);
    number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value = new LabelRoom(number, pair);
    value->reserve(widest);
    value->setSelectable(true);
    auto* row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(caption);
    row->addWidget(value);
    layout()->addWidget(pair);
    return pair;
}

QSize ReadoutBar::minimumSizeHint() const
{
    return {m_state->minimumWidth(), QWidget::minimumSizeHint().height()};
}

void ReadoutBar::fitReadouts()
{
    for (QWidget* readout : findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        if (readout->layout())
            readout->layout()->activate(); // or it would still want the room for letters it had before
    for (QWidget* readout : m_expendable)
        readout->show();
    for (QWidget* readout : m_expendable) {
        layout()->invalidate();
        if (layout()->minimumSize().width() <= width())
            return;
        readout->hide();
    }
}

void ReadoutBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitReadouts();
}

QString ReadoutBar::value(const QString& name) const
{
    const auto* label = findChild<QLabel*>(name);
    return label ? label->text() : QString();
}

void ReadoutBar::scheduleRefresh()
{
    // A hold is shown at once: what stands there then is exact.
    if (m_model.status().state != SessionState::Running)
        return refresh();
    if (!m_timer.isActive())
        m_timer.start();
}

QString ReadoutBar::nextPieceText() const
{
    return pieceName(m_model.status().next, m_model.run() ? &m_model.run()->network : nullptr);
}

QString ReadoutBar::stateText() const
{
    const SessionStatus& status = m_model.status();
    const QString device = QString::fromStdString(status.device), precision = QString::fromStdString(status.precision);
    switch (status.state) {
    case SessionState::Empty:
        return tr("No run");
    case SessionState::Preparing:
        return tr("Preparing…");
    case SessionState::Holding:
        if (status.iteration == 0 && status.next.kind == PieceKind::Load)
            return tr("Ready (%1, %2)").arg(device, precision);
        return tr("Paused (%1, %2), next: %3").arg(device, precision, nextPieceText());
    case SessionState::Running:
        return tr("Training (%1, %2)").arg(device, precision);
    case SessionState::Finished:
        return tr("Finished (%1, %2)").arg(device, precision);
    case SessionState::Failed:
        return tr("Stopped by an error");
    }
    return {};
}

void ReadoutBar::refresh()
{
    m_timer.stop();
    const SessionStatus& status = m_model.status();
    const bool open = m_model.run() != nullptr;
    const MetricsRow* row = m_model.rows().empty() ? nullptr : &m_model.rows().back();
    const MetricsRow* validation = m_model.validation();
    m_state->setText(stateText());
    m_iteration->setText(open ? count(status.iteration) : noValue());
    m_epoch->setText(open ? QLocale().toString(status.epoch, 'f', 2) : noValue());
    m_loss->setText(row ? number(row->loss) : noValue());
    m_error->setText(row ? percent(row->top1Error) : noValue());
    m_validation->setText(validation ? percent(validation->validationTop1) : noValue());
    m_rate->setText(open ? chosenNumber(status.learningRate) : noValue());
    m_speed->setText(status.picturesPerSecond > 0 ? count(qRound64(status.picturesPerSecond)) : noValue());
    m_left->setText(status.secondsLeft > 0 ? duration(status.secondsLeft) : noValue());
}

void ReadoutBar::retranslate()
{
    const auto name = [this](LabelRoom* value, const QString& caption, const QString& what) {
        auto* label = findChild<QLabel*>(value->label().objectName() + QStringLiteral("Caption"));
        label->setText(caption);
        label->setToolTip(what);
        value->setToolTip(what);
        value->label().setAccessibleName(what);
    };
    m_state->setAccessibleName(tr("State of the run"));
    m_state->setToolTip(tr("State of the run, device and precision"));
    name(m_iteration, tr("iteration"), tr("Updates of the weights so far"));
    name(m_epoch, tr("epoch"), tr("Passes through the training set so far"));
    name(m_loss, tr("loss"), tr("Training loss of the last batch (mean of −ln p of the true class)"));
    name(m_error, tr("training error"), tr("Share of the last training batch whose likeliest class is wrong"));
    name(m_validation, tr("validation error"), tr("Top-1 error on the validation set, at the last validation"));
    name(m_rate, tr("learning rate"), tr("Current learning rate ε"));
    name(m_speed, tr("images/s"), tr("Training pictures a second, over the last seconds"));
    name(m_left, tr("left"), tr("Time left until the recipe's last iteration"));
    refresh();
    fitReadouts();
}

void ReadoutBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        QTimer::singleShot(0, this, &ReadoutBar::fitReadouts); // once the numbers have it, too
}

} // namespace alexscope::gui
