// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/diagram_legend.h"

#include "gui/look/colours.h"
#include "gui/look/layer_texts.h"
#include "gui/widgets/network_diagram.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace alexscope::gui {

namespace {
constexpr int signMargin = 8, signWidth = 16, signGap = 4, entryGap = 10;
}

DiagramLegend::DiagramLegend(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void DiagramLegend::setNetwork(const NetworkSpec& network, const NetworkStructure& structure, Qt::Orientation flow)
{
    m_flow = flow;
    m_entries.clear();
    const auto known = [this](const LayerSpec& layer) {
        return std::any_of(m_entries.begin(), m_entries.end(),
                           [&](const Entry& entry) { return kindName(entry.layer) == kindName(layer); });
    };
    for (const LayerSpec& layer : network.layers)
        if (!layer.hasParameters() && !known(layer))
            m_entries.push_back({Entry::Sign::Slab, layer});
    if (std::any_of(structure.links.begin(), structure.links.end(), [](const TowerLink& link) { return link.crosses; }))
        m_entries.push_back({Entry::Sign::Cross, {}});
    if (!network.layers.empty()) {
        m_entries.push_back({Entry::Sign::Forward, {}});
        m_entries.push_back({Entry::Sign::Backward, {}});
    }
    setAccessibleDescription(texts().join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QString DiagramLegend::textOf(const Entry& entry) const
{
    switch (entry.sign) {
    case Entry::Sign::Slab:
        return layerKindText(entry.layer);
    case Entry::Sign::Cross:
        return tr("across towers");
    case Entry::Sign::Forward:
        return tr("forward");
    case Entry::Sign::Backward:
        return tr("backward");
    }
    return {};
}

QStringList DiagramLegend::texts() const
{
    QStringList texts;
    for (const Entry& entry : m_entries)
        texts.append(textOf(entry));
    return texts;
}

template <typename Visit>
int DiagramLegend::walk(int width, Visit visit) const
{
    const int lineHeight = fontMetrics().height();
    int x = signMargin, y = 2;
    for (const Entry& entry : m_entries) {
        const int needed = signWidth + signGap + fontMetrics().horizontalAdvance(textOf(entry));
        if (x > signMargin && x + needed > width - signMargin) {
            x = signMargin;
            y += lineHeight;
        }
        visit(entry, QRect(x, y, needed, lineHeight));
        x += needed + entryGap;
    }
    return m_entries.empty() ? 0 : y + lineHeight + 2;
}

int DiagramLegend::heightForWidth(int width) const
{
    return walk(width, [](const Entry&, QRect) {});
}

QSize DiagramLegend::sizeHint() const
{
    const int width = 244;
    return {width, heightForWidth(width)};
}

QSize DiagramLegend::minimumSizeHint() const
{
    return {120, fontMetrics().height()};
}

void DiagramLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    walk(width(), [&](const Entry& entry, QRect place) {
        const QRectF sign(place.left(), place.center().y() - 3.5, signWidth, 7);
        const bool isStep = entry.sign == Entry::Sign::Forward || entry.sign == Entry::Sign::Backward;
        if (entry.sign == Entry::Sign::Slab) {
            paintSlabFilling(painter, entry.layer, sign, palette());
        } else if (isStep) {
            const bool forward = entry.sign == Entry::Sign::Forward;
            paintStepMark(painter, forward ? StepMark::ForwardDone : StepMark::BackwardDone,
                          sign.center() - QPointF(3, 0), m_flow, palette());
            paintStepMark(painter, forward ? StepMark::ForwardNext : StepMark::BackwardNext,
                          sign.center() + QPointF(4, 0), m_flow, palette());
        } else {
            painter.setPen(QPen(isDark(palette()) ? okabeIto::skyBlue : okabeIto::blue, 1.4));
            painter.drawLine(sign.topLeft(), sign.bottomRight());
            painter.drawLine(sign.bottomLeft(), sign.topRight());
        }
        painter.setPen(quietText(palette()));
        painter.drawText(place.adjusted(signWidth + signGap, 0, 8, 0), Qt::AlignLeft | Qt::AlignVCenter, textOf(entry));
    });
}

void DiagramLegend::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        setAccessibleDescription(texts().join(QStringLiteral(", ")));
        updateGeometry();
        update();
    }
}

} // namespace alexscope::gui
