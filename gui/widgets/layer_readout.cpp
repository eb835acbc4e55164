// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/layer_readout.h"

#include "gui/look/colours.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace alexscope::gui {

namespace {
constexpr int readoutPictureSide = 72, readoutMargin = 8, lines = 9;
constexpr double readoutFont = 0.9;
} // namespace

LayerReadout::LayerReadout(QWidget* parent) : QWidget(parent), m_text(new QLabel(this))
{
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * readoutMargin + readoutPictureSide, 2, readoutMargin, 2);
    layout->addWidget(m_text);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * readoutFont);
    m_text->setFont(small);
    setFixedHeight(std::max(readoutPictureSide + 8, lines * QFontMetrics(small).height() + 4));
}

void LayerReadout::setPicture(const QImage& picture)
{
    m_picture = picture;
    update();
}

void LayerReadout::setLayer(const QStringList& facts, const QRectF& field, QSize input)
{
    m_facts = facts;
    m_field = field;
    m_input = input;
    showText();
    update();
}

void LayerReadout::setHint(const QString& hint)
{
    m_hint = hint;
    showText();
}

void LayerReadout::showText()
{
    m_text->setForegroundRole(m_facts.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
    m_text->setText(m_facts.isEmpty() ? m_hint : m_facts.join(QLatin1Char('\n')));
}

QString LayerReadout::text() const
{
    return m_text->text();
}

void LayerReadout::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF place(readoutMargin, (height() - readoutPictureSide) / 2.0, readoutPictureSide, readoutPictureSide);
    painter.setPen(QPen(hairline(palette()), 1));
    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5));
    if (!m_picture.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform,
                              m_picture.width() > readoutPictureSide * devicePixelRatioF());
        painter.drawImage(place, m_picture);
    }
    if (m_field.isEmpty())
        return;
    const double x = place.width() / m_input.width(), y = place.height() / m_input.height();
    const QRectF frame(place.left() + m_field.left() * x, place.top() + m_field.top() * y,
                       std::max(3.0, m_field.width() * x), std::max(3.0, m_field.height() * y));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, 3));
    painter.drawRect(frame);
    painter.setPen(QPen(okabeIto::orange, 1.5));
    painter.drawRect(frame);
}

} // namespace alexscope::gui
