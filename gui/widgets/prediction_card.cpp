// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/prediction_card.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace alexscope::gui {

namespace {
constexpr int gap = 8, rowsOfBars = 5;

/// One decimal: the room belongs to the names; the tip says it exactly.
QString shortPercent(double fraction)
{
    return QLocale().toString(100 * fraction, 'f', 1) + QStringLiteral(" %");
}
} // namespace

PredictionCard::PredictionCard(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PredictionCard::setPicture(const QImage& picture, const QString& trueLabel)
{
    m_picture = picture;
    m_trueLabel = trueLabel;
    m_bars.clear();
    describe();
    update();
}

void PredictionCard::setBars(std::vector<PredictionBar> bars)
{
    m_bars = std::move(bars);
    describe();
    update();
}

void PredictionCard::describe()
{
    setAccessibleName(m_picture.isNull()      ? tr("Empty place for a picture")
                      : m_trueLabel.isEmpty() ? tr("Picture of nobody knows what")
                                              : tr("Picture of %1").arg(m_trueLabel));
    QStringList lines;
    for (const PredictionBar& bar : m_bars)
        lines.append(tr("%1: %2").arg(bar.name, percent(bar.probability)));
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
    setToolTip(m_bars.empty()
                   ? QString()
                   : (m_trueLabel.isEmpty() ? QString() : tr("True label: %1").arg(m_trueLabel) + QLatin1Char('\n')) +
                         lines.join(QLatin1Char('\n')));
}

void PredictionCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void PredictionCard::paintBar(QPainter& painter, const QRectF& row, const PredictionBar& bar) const
{
    const QColor strong = bar.isTrueLabel ? okabeIto::orange : okabeIto::skyBlue;
    const QColor ground = palette().color(QPalette::Base);
    painter.fillRect(row, mixed(palette().color(QPalette::Text), ground, 0.94));
    QRectF filled = row;
    filled.setWidth(std::max(1.0, row.width() * std::clamp(bar.probability, 0.0, 1.0)));
    painter.fillRect(filled, mixed(strong, ground, isDark(palette()) ? 0.45 : 0.25));
    QFont font = painter.font();
    font.setBold(bar.isTrueLabel);
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::Text));
    const QString value = shortPercent(bar.probability);
    const QFontMetricsF metrics(font);
    const QRectF text = row.adjusted(5, 0, -5, 0);
    const double room = text.width() - metrics.horizontalAdvance(value) - gap;
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(bar.name, Qt::ElideRight, room));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, value);
}

void PredictionCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int line = fontMetrics().height() + 2;
    const double high = std::min<double>(height() - gap, 220);
    const double top = (height() - high) / 2;
    const double side = std::min(high - line, width() * (width() < 230 ? 0.36 : 0.42));
    const QRectF picture(gap / 2.0, top, side, side);
    if (m_picture.isNull()) {
        painter.fillRect(picture, mixed(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.94));
    } else {
        const QSizeF scaled = QSizeF(m_picture.size()).scaled(picture.size(), Qt::KeepAspectRatio);
        painter.drawImage(QRectF(picture.center() - QPointF(scaled.width() / 2, scaled.height() / 2), scaled),
                          m_picture);
    }
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    const bool isKnown = !m_bars.empty() && !m_trueLabel.isEmpty();
    const QString mark = !isKnown                     ? QString()
                         : m_bars.front().isTrueLabel ? QStringLiteral(" ✓")
                                                      : QStringLiteral(" ✗");
    const QString label = m_trueLabel.isEmpty() ? noValue() : m_trueLabel;
    const QFontMetrics metrics(bold);
    const int room = static_cast<int>(side) - metrics.horizontalAdvance(mark);
    painter.drawText(QRectF(picture.left(), picture.bottom() + 2, side, line), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(label, Qt::ElideRight, room) + mark);

    painter.setFont(font());
    const double left = picture.right() + gap, wide = width() - left - gap / 2.0;
    const double step = std::min((side + line) / rowsOfBars, line + 14.0);
    for (int i = 0; i < rowsOfBars && wide > 20; ++i) {
        const QRectF row(left, top + i * step, wide, step - 3);
        if (i < static_cast<int>(m_bars.size()))
            paintBar(painter, row, m_bars[static_cast<std::size_t>(i)]);
        else if (m_bars.empty())
            painter.fillRect(row, mixed(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.94));
    }
}

} // namespace alexscope::gui
