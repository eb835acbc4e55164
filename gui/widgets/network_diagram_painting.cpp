// SPDX-License-Identifier: GPL-3.0-or-later
// How the network's diagram looks.
#include "gui/look/colours.h"
#include "gui/look/layer_texts.h"
#include "gui/widgets/network_diagram.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {

constexpr double hatchPitch = 4;

QColor forwardColour(const QPalette& palette)
{
    return isDark(palette) ? okabeIto::skyBlue : okabeIto::blue;
}

QColor colourOf(StepMark mark, const QPalette& palette)
{
    switch (mark) {
    case StepMark::ForwardNext:
    case StepMark::ForwardDone:
        return forwardColour(palette);
    case StepMark::BackwardNext:
    case StepMark::BackwardDone:
        return okabeIto::vermillion;
    case StepMark::UpdateNext:
        return okabeIto::green;
    case StepMark::Waiting:
        break;
    }
    return mixed(quietText(palette), palette.color(QPalette::Base), 0.5);
}

QColor frontColour(const QPalette& palette)
{
    return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.94);
}

QColor slabColour(const LayerSpec& layer)
{
    if (layer.as<ActivationSpec>())
        return okabeIto::skyBlue;
    if (layer.as<LrnSpec>())
        return okabeIto::purple;
    if (layer.as<PoolingSpec>())
        return okabeIto::green;
    return layer.as<DropoutSpec>() ? QColor(0x99, 0x99, 0x99) : QColor(0x70, 0x70, 0x70);
}

/// Lines rather than a patterned brush: these stay lines in an SVG or a PDF.
void hatch(QPainter& painter, const QRectF& rect, double slope, double pitch)
{
    for (double x = rect.left() - rect.height() * slope; x < rect.right(); x += pitch)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height() * slope, rect.top()));
}

QRect around(const QRectF& drawn)
{
    constexpr double penWidth = 1.5;
    return drawn.adjusted(-penWidth, -penWidth, penWidth, penWidth).toAlignedRect();
}

QPolygonF outline(const DiagramPart& part)
{
    const QRectF& f = part.face;
    const QPointF d = part.depth;
    if (d.isNull())
        return f;
    return QPolygonF({f.topLeft(), f.topLeft() + d, f.topRight() + d, f.bottomRight() + d, f.bottomRight(),
                      f.bottomLeft(), f.topLeft()});
}

void paintFrame(QPainter& painter, const DiagramPart& part, const QPen& pen, double distance)
{
    DiagramPart larger = part;
    larger.face.adjust(-distance, -distance, distance, distance);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(outline(larger));
}

} // namespace

void paintSlabFilling(QPainter& painter, const LayerSpec& layer, const QRectF& rect, const QPalette& palette)
{
    const QColor colour = slabColour(layer), base = palette.color(QPalette::Base);
    const bool solid = layer.as<ActivationSpec>() || layer.as<SoftmaxLossSpec>();
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(colour, base, solid ? 0.15 : 0.7));
    painter.drawRect(rect);
    painter.setClipRect(rect);
    painter.setPen(QPen(colour, 1));
    if (layer.as<LrnSpec>())
        hatch(painter, rect, 1, hatchPitch);
    else if (layer.as<PoolingSpec>())
        hatch(painter, rect, 0, hatchPitch);
    else if (layer.as<DropoutSpec>()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        const bool lying = rect.width() > rect.height();
        for (double at = 2; at < std::max(rect.width(), rect.height()); at += hatchPitch + 1)
            painter.drawEllipse(lying ? QPointF(rect.left() + at, rect.center().y())
                                      : QPointF(rect.center().x(), rect.top() + at),
                                1.2, 1.2);
    }
    painter.restore();
    painter.setPen(QPen(mixed(colour, palette.color(QPalette::Text), 0.25), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
}

void paintStepMark(QPainter& painter, StepMark mark, QPointF centre, Qt::Orientation flow, const QPalette& palette)
{
    const QColor colour = colourOf(mark, palette);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (mark == StepMark::Waiting) {
        painter.drawEllipse(centre, 1.3, 1.3);
        return;
    }
    const bool next = mark != StepMark::ForwardDone && mark != StepMark::BackwardDone;
    const double size = next ? 6 : 3;
    QPolygonF shape;
    if (mark == StepMark::UpdateNext) {
        shape << QPointF(0, -size) << QPointF(size, 0) << QPointF(0, size) << QPointF(-size, 0);
    } else {
        const bool forward = mark == StepMark::ForwardNext || mark == StepMark::ForwardDone;
        shape << QPointF(-size, -size * 0.8) << QPointF(size, -size * 0.8) << QPointF(0, size);
        painter.save();
        painter.translate(centre);
        painter.rotate((flow == Qt::Vertical ? 0 : -90) + (forward ? 0 : 180));
        painter.drawPolygon(shape);
        painter.restore();
        return;
    }
    painter.drawPolygon(shape.translated(centre));
}

void NetworkDiagram::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const QRegion& stale = event->region();
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (isEmpty()) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintLabels(painter, stale);
    paintRail(painter, stale);
    paintLinks(painter, stale);
    for (std::size_t i = 0; i < m_plan.parts.size(); ++i) {
        if (!m_plan.parts[i].slab)
            paintBox(painter, i, stale);
        else if (stale.intersects(m_plan.parts[i].face.toAlignedRect()))
            paintSlab(painter, m_plan.parts[i]);
    }
    paintFrames(painter);
    if (hasFocus() && m_focusByKey) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void NetworkDiagram::paintLinks(QPainter& painter, const QRegion& stale) const
{
    for (const bool crosses : {false, true}) { // what crosses lies on top
        painter.setPen(crosses ? QPen(forwardColour(palette()), 1.4) : QPen(quietText(palette()), 1));
        for (const DiagramLink& link : m_plan.links)
            if (link.crosses == crosses &&
                stale.intersects(around(QRectF(link.line.p1(), link.line.p2()).normalized())))
                painter.drawLine(link.line);
    }
}

void NetworkDiagram::paintBox(QPainter& painter, std::size_t index, const QRegion& stale) const
{
    const DiagramPart& part = m_plan.parts[index];
    const QRect inside = part.inside(), all = around(part.bounds());
    if (!stale.intersects(all))
        return;
    if (!stale.intersected(all).subtracted(inside).isEmpty())
        paintOutline(painter, part);
    painter.fillRect(inside, frontColour(palette()));
    const QImage& image = part.layer < 0 ? m_picture : m_shown[index].image;
    if (!image.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, image.width() > inside.width() * devicePixelRatioF());
        painter.drawImage(inside, image);
    }
    if (part.layer < 0)
        paintField(painter, inside);
}

void NetworkDiagram::paintOutline(QPainter& painter, const DiagramPart& part) const
{
    const QRectF& f = part.face;
    const QPointF d = part.depth;
    const QColor base = palette().color(QPalette::Base), text = palette().color(QPalette::Text);
    painter.setPen(QPen(mixed(text, base, 0.35), 1));
    painter.setBrush(mixed(text, base, 0.88));
    painter.drawPolygon(QPolygonF({f.topLeft(), f.topLeft() + d, f.topRight() + d, f.topRight()}));
    painter.setBrush(mixed(text, base, 0.74));
    painter.drawPolygon(QPolygonF({f.topRight(), f.topRight() + d, f.bottomRight() + d, f.bottomRight()}));
    painter.setBrush(frontColour(palette()));
    painter.drawRect(f);
}

void NetworkDiagram::paintField(QPainter& painter, const QRectF& picture) const
{
    const QRectF field = framedField();
    if (field.isEmpty())
        return;
    constexpr double smallest = 4;
    const double x = picture.width() / static_cast<double>(m_network.input.w),
                 y = picture.height() / static_cast<double>(m_network.input.h);
    QRectF frame(picture.left() + field.left() * x, picture.top() + field.top() * y, field.width() * x,
                 field.height() * y);
    const double more = std::max(0.0, smallest - frame.width()) / 2;
    frame.adjust(-more, -more, more, more);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 3)); // seen on bright pictures, and the orange within on dark ones
    painter.drawRect(frame);
    painter.setPen(QPen(okabeIto::orange, 1.5));
    painter.drawRect(frame);
}

void NetworkDiagram::paintSlab(QPainter& painter, const DiagramPart& part) const
{
    const LayerSpec& layer = spec(part.layer);
    paintSlabFilling(painter, layer, part.face, palette());
    const QString name = QString::fromStdString(layer.name);
    if (part.face.height() < fontMetrics().height() || part.face.width() < fontMetrics().horizontalAdvance(name) + 4)
        return;
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(part.face, Qt::AlignCenter, name);
}

/// Laying out text is most of the work.
void NetworkDiagram::paintLabels(QPainter& painter, const QRegion& stale) const
{
    const bool beside = m_plan.flow == Qt::Vertical;
    const double lineHeight = fontMetrics().height();
    QFont bold = font();
    bold.setBold(true);
    const QFontMetricsF heavy(bold), plain(font());
    for (std::size_t i = 0; i < m_plan.labels.size(); ++i) {
        const QRectF& label = m_plan.labels[i];
        if (!stale.intersects(label.adjusted(-4, -1, 4, 1).toAlignedRect()))
            continue;
        if (m_chosen >= 0 && m_structure.blockOf(m_chosen) == static_cast<int>(i)) {
            QColor behind = okabeIto::orange;
            behind.setAlpha(56);
            painter.fillRect(label.adjusted(-4, -1, 4, 1), behind);
        }
        const std::vector<QString> lines = labelLines(i);
        const auto alignment = (beside ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::AlignVCenter;
        QRectF line(label.left(), label.top(), label.width(), lineHeight);
        if (beside) // a short label stands in the middle of its room
            line.moveTop(label.center().y() -
                         lineHeight * std::min<double>(m_plan.labelLines, static_cast<double>(lines.size()) - 1) / 2);
        painter.setFont(bold);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(line, alignment, lines[0]);
        painter.setFont(font());
        painter.setPen(quietText(palette()));
        if (beside)
            painter.drawText(line.adjusted(heavy.horizontalAdvance(lines[0] + QStringLiteral("  ")), 0, 0, 0),
                             alignment, lines[1]);
        else
            painter.drawText(line.translated(0, lineHeight), alignment, lines[1]);
        line.translate(0, beside ? lineHeight : 2 * lineHeight);
        const std::size_t shown = static_cast<std::size_t>(m_plan.labelLines) + (beside ? 1 : 0);
        for (std::size_t more = 2; more < std::min(lines.size(), shown); ++more) {
            painter.drawText(line, alignment, plain.elidedText(lines[more], Qt::ElideRight, label.width()));
            line.translate(0, lineHeight);
        }
    }
}

void NetworkDiagram::paintRail(QPainter& painter, const QRegion& stale) const
{
    constexpr double widestMark = 8;
    const QRectF line = QRectF(m_plan.railLine.p1(), m_plan.railLine.p2()).normalized();
    if (!stale.intersects(line.adjusted(-widestMark, -widestMark, widestMark, widestMark).toAlignedRect()))
        return;
    painter.setPen(QPen(hairline(palette()), 1));
    painter.drawLine(m_plan.railLine);
    StepMark largest = StepMark::Waiting;
    for (std::size_t node = 0; node < m_plan.rail.size(); ++node) {
        const StepMark mark = markOf(static_cast<int>(node) - 1);
        const bool next =
            mark == StepMark::ForwardNext || mark == StepMark::BackwardNext || mark == StepMark::UpdateNext;
        if (next)
            largest = mark;
        else
            paintStepMark(painter, mark, m_plan.rail[node], m_plan.flow, palette());
    }
    if (largest == StepMark::Waiting)
        return;
    for (std::size_t node = 0; node < m_plan.rail.size(); ++node) // over their neighbours
        if (markOf(static_cast<int>(node) - 1) == largest)
            paintStepMark(painter, largest, m_plan.rail[node], m_plan.flow, palette());
}

void NetworkDiagram::paintFrames(QPainter& painter) const
{
    for (const DiagramPart& part : m_plan.parts) {
        const StepMark mark = markOf(part.layer);
        const QColor colour = colourOf(mark, palette());
        if (mark == StepMark::ForwardNext)
            paintFrame(painter, part, QPen(colour, 2), 2);
        else if (mark == StepMark::BackwardNext)
            paintFrame(painter, part, QPen(colour, 2, Qt::DashLine), 2);
        else if (mark == StepMark::UpdateNext)
            paintFrame(painter, part, QPen(colour, 2, Qt::DotLine), 2);
    }
    for (const DiagramPart& part : m_plan.parts) {
        if (part.layer == m_chosen && m_chosen >= 0)
            paintFrame(painter, part, QPen(okabeIto::orange, 2), 1);
        else if (part.layer == m_pointed && part.layer >= 0)
            paintFrame(painter, part, QPen(quietText(palette()), 1.5), 1);
    }
}

} // namespace alexscope::gui
