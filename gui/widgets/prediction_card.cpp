// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/prediction_card.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"

#include <QEvent>
#include <QPainter>

namespace alexscope::gui {

PredictionCard::PredictionCard(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PredictionCard::setPicture(const QImage& picture, const QString& trueLabel)
{
    m_drawing.picture = picture;
    m_drawing.trueLabel = trueLabel;
    m_drawing.bars.clear();
    describe();
    update();
}

void PredictionCard::setBars(std::vector<PredictionBar> bars, bool judged)
{
    m_drawing.isJudged = judged;
    m_drawing.bars = std::move(bars);
    describe();
    update();
}

void PredictionCard::setRoom(const PredictionRoom& room)
{
    m_drawing.room = room;
    update();
}

void PredictionCard::setFramed(bool framed)
{
    m_framed = framed;
    update();
}

void PredictionCard::describe()
{
    const QString& label = m_drawing.trueLabel;
    setAccessibleName(m_drawing.picture.isNull() ? tr("Empty place for a picture")
                      : label.isEmpty()          ? tr("Picture without a label")
                                                 : tr("Picture of %1").arg(label));
    QStringList lines;
    for (const PredictionBar& bar : m_drawing.bars)
        lines.append(tr("%1: %2").arg(bar.name, percent(bar.probability)));
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
    if (!label.isEmpty())
        lines.prepend(tr("True label: %1").arg(label));
    setToolTip(m_drawing.bars.empty() ? QString() : lines.join(QLatin1Char('\n')));
}

void PredictionCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void PredictionCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_drawing.font = font();
    m_drawing.palette = palette();
    paintPrediction(painter, rect(), m_drawing);
    if (!m_framed)
        return;
    painter.setPen(QPen(okabeIto::orange, 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace alexscope::gui
