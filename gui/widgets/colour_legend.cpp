// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/colour_legend.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"

#include <QEvent>
#include <QLinearGradient>
#include <QPainter>

namespace alexscope::gui {

namespace {
constexpr int stripHeight = 12, stripWidth = 160, stripGap = 6;
}

ColourLegend::ColourLegend(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
}

void ColourLegend::setLimit(double limit)
{
    if (limit == m_limit)
        return;
    m_limit = limit;
    describe();
    update();
}

QSize ColourLegend::sizeHint() const
{
    const int number = fontMetrics().horizontalAdvance(QStringLiteral("+0.00000"));
    return {stripWidth + 2 * (number + stripGap), fontMetrics().height() + 4};
}

void ColourLegend::describe()
{
    setAccessibleName(tr("Colour scale"));
    const QString text =
        m_limit > 0
            ? tr("Black stands for %1, mid grey for 0, white for %2; red, green and blue apart")
                  .arg(number(-m_limit), number(m_limit))
            : tr("Every tile has a scale of its own: mid grey is 0, brightest and darkest are its largest weight");
    setAccessibleDescription(text);
    setToolTip(text);
}

void ColourLegend::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void ColourLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect strip((width() - stripWidth) / 2, (height() - stripHeight) / 2, stripWidth, stripHeight);
    QLinearGradient gradient(strip.topLeft(), strip.topRight());
    gradient.setColorAt(0, Qt::black);
    gradient.setColorAt(0.5, QColor(128, 128, 128));
    gradient.setColorAt(1, Qt::white);
    painter.fillRect(strip, gradient);
    painter.setPen(hairline(palette()));
    painter.drawRect(strip.adjusted(0, 0, -1, -1));
    painter.setPen(Qt::white);
    painter.drawLine(strip.center().x(), strip.top() + 3, strip.center().x(), strip.bottom() - 3); // zero
    painter.setPen(quietText(palette()));
    const QString low = m_limit > 0 ? number(-m_limit) : QStringLiteral("−"),
                  high = m_limit > 0 ? QStringLiteral("+") + number(m_limit) : QStringLiteral("+");
    painter.drawText(QRect(0, 0, strip.left() - stripGap, height()), Qt::AlignRight | Qt::AlignVCenter, low);
    painter.drawText(QRect(strip.right() + stripGap, 0, width() - strip.right() - stripGap, height()),
                     Qt::AlignLeft | Qt::AlignVCenter, high);
}

} // namespace alexscope::gui
