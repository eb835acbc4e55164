// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/network_diagram.h"

#include "gui/look/layer_texts.h"
#include "gui/widgets/map_thumbnail.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace alexscope::gui {

namespace {
constexpr int linesBeside = 3, linesBelow = 4;
const QString nameGap = QStringLiteral("  "); ///< between a block's name and its shape
} // namespace

NetworkDiagram::NetworkDiagram(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent); // nothing below it is painted for a new map
}

void NetworkDiagram::setNetwork(const NetworkSpec& network, const std::vector<LayerGeometry>& geometry)
{
    m_network = network;
    m_geometry = geometry;
    m_structure = structureOf(network);
    m_maps.clear();
    m_next.reset();
    m_chosen = -1;
    m_pointed = NetworkLayout::nothing;
    lay();
    describe();
}

void NetworkDiagram::clear()
{
    m_network = {};
    m_geometry.clear();
    m_structure = {};
    m_plan = {};
    m_maps.clear();
    m_shown.clear();
    m_picture = {};
    m_next.reset();
    m_chosen = -1;
    lay();
    describe();
    update();
}

void NetworkDiagram::setEmptyText(const QString& text)
{
    m_emptyText = text;
    describe();
    update();
}

void NetworkDiagram::setRoom(QSize room, double zoom)
{
    if (room == m_room && zoom == m_zoom)
        return;
    m_room = room;
    m_zoom = zoom;
    lay();
}

/// The lines of a block's label, the most telling first. Beside a box three: name and shape, costs, what is attached;
/// below it four short ones.
std::vector<QString> NetworkDiagram::labelLines(std::size_t block) const
{
    const NetworkBlock& shown = m_structure.blocks[block];
    const bool beside = m_plan.flow == Qt::Vertical;
    if (shown.layer < 0)
        return {tr("input"), shapeText(m_network.input)};
    const LayerGeometry& g = m_geometry[static_cast<std::size_t>(shown.layer)];
    const QString name = QString::fromStdString(spec(shown.layer).name), shape = shapeText(g.output);
    const QString parameters = shortCount(g.weights + g.biases), products = shortCount(g.multiplyAdds);
    if (!beside)
        return {name, shape, parameters, products};
    QStringList attached;
    for (const int layer : shown.slabs)
        attached.append(QString::fromStdString(spec(layer).name));
    return {name, shape, QStringLiteral("%1 · %2").arg(parameters, products), attached.join(QLatin1Char(' '))};
}

NetworkLayout NetworkDiagram::planFor(Qt::Orientation flow)
{
    NetworkLayoutOptions options;
    options.flow = m_plan.flow = flow;
    options.room = QSizeF(m_room) * m_zoom;
    options.lineHeight = fontMetrics().height();
    options.mostLines = flow == Qt::Vertical ? linesBeside : linesBelow;
    QFont bold = font();
    bold.setBold(true);
    const QFontMetricsF plain(font()), heavy(bold);
    for (std::size_t i = 0; i < m_structure.blocks.size(); ++i) {
        const std::vector<QString> lines = labelLines(i);
        double width = heavy.horizontalAdvance(lines[0]);
        if (flow == Qt::Vertical)
            width += plain.horizontalAdvance(nameGap + lines[1]);
        const std::size_t measured = flow == Qt::Vertical ? 3 : linesBelow; // the list of slabs may be cut short
        for (std::size_t line = 1; line < std::min(lines.size(), measured); ++line)
            width = std::max(width, plain.horizontalAdvance(lines[line]));
        options.labelWidths.push_back(width + 4);
    }
    return layOut(m_structure, m_network, m_geometry, options);
}

/// To the right where there is more width than height, unless that does not fit and the other way does.
void NetworkDiagram::lay()
{
    if (isEmpty()) {
        setFixedSize(m_room);
        return;
    }
    const bool wide = m_room.width() > m_room.height();
    NetworkLayout plan = planFor(wide ? Qt::Horizontal : Qt::Vertical);
    const QSizeF room = QSizeF(m_room) * m_zoom;
    if (wide && plan.size.width() > room.width()) {
        NetworkLayout other = planFor(Qt::Vertical);
        if (other.size.height() <= room.height() && other.size.width() <= room.width())
            plan = std::move(other);
    }
    const bool turned = std::exchange(m_flow, plan.flow) != plan.flow;
    m_plan = std::move(plan);
    m_shown.assign(m_plan.parts.size(), {});
    remakeMaps();
    setFixedSize(m_plan.size.toSize());
    update();
    if (turned)
        emit flowChanged();
}

QSize NetworkDiagram::sizeHint() const
{
    return isEmpty() ? QSize(240, 240) : m_plan.size.toSize();
}

void NetworkDiagram::setPicture(const QImage& picture)
{
    m_picture = picture;
    update();
}

void NetworkDiagram::setMaps(std::map<int, std::shared_ptr<const HostTensor>> maps)
{
    if (maps == m_maps)
        return;
    m_maps = std::move(maps);
    remakeMaps();
}

int NetworkDiagram::mapLayerOf(const NetworkBlock& block) const
{
    for (auto slab = block.slabs.rbegin(); slab != block.slabs.rend(); ++slab)
        if (m_maps.count(*slab))
            return *slab;
    return block.layer;
}

/// Only what has changed: a network that stands still costs nothing.
void NetworkDiagram::remakeMaps()
{
    for (std::size_t i = 0; i < m_plan.parts.size(); ++i) {
        const DiagramPart& part = m_plan.parts[i];
        if (part.slab || part.layer < 0)
            continue;
        const NetworkBlock& block = m_structure.blocks[static_cast<std::size_t>(m_structure.blockOf(part.layer))];
        const auto map = m_maps.find(mapLayerOf(block));
        const std::shared_ptr<const HostTensor> of = map == m_maps.end() ? nullptr : map->second;
        if (of == m_shown[i].of)
            continue;
        m_shown[i] = {{}, of};
        update(part.inside());
        if (!of)
            continue;
        const Shape& shape = of->shape;
        m_shown[i].image = shape.h == 1 && shape.w == 1 && block.towers == 1
                               ? unitSheet(*of, unitColumns(shape.c, part.face.width() / part.face.height()))
                               : meanMap(*of, part.tower, block.towers);
    }
}

QImage NetworkDiagram::shownMap(std::size_t part) const
{
    return m_shown[part].image;
}

void NetworkDiagram::setNext(const std::optional<Piece>& next)
{
    const auto same = [](const Piece& a, const Piece& b) {
        return a.kind == b.kind && a.firstLayer == b.firstLayer && a.layerCount == b.layerCount;
    };
    if (next.has_value() == m_next.has_value() && (!next || same(*next, *m_next)))
        return;
    m_next = next;
    update();
}

StepMark NetworkDiagram::markOf(int layer) const
{
    return m_next ? stepMark(*m_next, layer, layer >= 0 && spec(layer).hasParameters()) : StepMark::Waiting;
}

QString NetworkDiagram::textOf(int layer) const
{
    return layerFacts(m_network, m_geometry, layer).join(QLatin1Char('\n'));
}

QRectF NetworkDiagram::framedField() const
{
    const int layer = m_pointed >= 0 ? m_pointed : m_chosen;
    if (layer < 0 || isEmpty())
        return {};
    const LayerGeometry& g = m_geometry[static_cast<std::size_t>(layer)];
    const auto start = [&g](std::int64_t units) {
        return static_cast<double>(g.receptiveOffset + units / 2 * g.receptiveStride);
    };
    const QRectF field(start(g.output.w), start(g.output.h), g.receptiveField, g.receptiveField);
    return field.intersected(
        QRectF(0, 0, static_cast<double>(m_network.input.w), static_cast<double>(m_network.input.h)));
}

// ---- Choosing and pointing

void NetworkDiagram::setChosen(int layer)
{
    layer = layer < static_cast<int>(m_network.layers.size()) ? std::max(-1, layer) : -1;
    if (layer == m_chosen)
        return;
    m_chosen = layer;
    describe();
    update();
}

void NetworkDiagram::describe()
{
    setAccessibleDescription(isEmpty() ? m_emptyText : m_chosen >= 0 ? textOf(m_chosen) : QString());
}

void NetworkDiagram::choose(int layer)
{
    if (layer == m_chosen)
        return;
    setChosen(layer);
    emit chosenChanged(m_chosen);
}

void NetworkDiagram::point(int layer)
{
    if (layer == m_pointed)
        return;
    m_pointed = layer;
    update();
    emit pointedAt(layer);
}

bool NetworkDiagram::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int layer = m_plan.layerAt(help->pos());
    if (layer == NetworkLayout::nothing)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), textOf(layer), this);
    return true;
}

void NetworkDiagram::mouseMoveEvent(QMouseEvent* event)
{
    point(m_plan.layerAt(event->position()));
}

void NetworkDiagram::leaveEvent(QEvent*)
{
    point(NetworkLayout::nothing);
}

void NetworkDiagram::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || isEmpty())
        return;
    const int layer = m_plan.layerAt(event->position());
    choose(layer == m_chosen ? -1 : std::max(-1, layer));
}

void NetworkDiagram::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_network.layers.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        return choose(std::min(m_chosen + 1, last));
    case Qt::Key_Up:
    case Qt::Key_Left:
        return choose(std::max(m_chosen - 1, std::min(0, last)));
    case Qt::Key_Home:
        return choose(std::min(0, last));
    case Qt::Key_End:
        return choose(last);
    case Qt::Key_Escape:
        return choose(-1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void NetworkDiagram::focusInEvent(QFocusEvent* event)
{
    m_focusByKey = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
    update();
}

void NetworkDiagram::focusOutEvent(QFocusEvent* event)
{
    m_focusByKey = false;
    QWidget::focusOutEvent(event);
    update();
}

void NetworkDiagram::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        lay();
        describe();
    }
}

} // namespace alexscope::gui
