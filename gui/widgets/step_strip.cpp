// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/step_strip.h"

#include "gui/look/colours.h"
#include "gui/look/piece_names.h"

#include <QAccessible>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <numeric>

namespace alexscope::gui {

namespace {

constexpr int stepMargin = 8, stepGap = 2, rowGap = 3, arrowRoom = 12, namePadding = 8, layerPadding = 4, narrowest = 9;
constexpr double smallerType = 0.9; ///< than the window's type
/// Shorter runs are steps: their cursor is left where it was until they are done.
constexpr int freeAfterMilliseconds = 300;

/// The place in an iteration of a piece that begins at some layer.
int rankOf(PieceKind kind, int layer, int layers)
{
    switch (kind) {
    case PieceKind::Load:
        return 0;
    case PieceKind::Forward:
        return 1 + layer;
    case PieceKind::Backward:
        return 2 * layers - layer;
    case PieceKind::Update:
        return 2 * layers + 1;
    case PieceKind::Validate:
        return 2 * layers + 2;
    }
    return 0;
}

bool ofLayer(PieceKind kind)
{
    return kind == PieceKind::Forward || kind == PieceKind::Backward;
}

bool samePiece(const Piece& a, const Piece& b)
{
    return a.kind == b.kind && a.firstLayer == b.firstLayer && a.layerCount == b.layerCount;
}

} // namespace

StepStrip::StepStrip(LiveModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    setObjectName(QStringLiteral("stepStrip"));
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_freeTimer.setSingleShot(true);
    m_freeTimer.setInterval(freeAfterMilliseconds);
    connect(&m_freeTimer, &QTimer::timeout, this, &StepStrip::showNow);
    connect(&model, &LiveModel::statusChanged, this, &StepStrip::follow);
    connect(&model, &LiveModel::runChanged, this, &StepStrip::rebuild);
    rebuild();
}

const NetworkSpec* StepStrip::network() const
{
    return m_model.run() ? &m_model.run()->network : nullptr;
}

void StepStrip::follow()
{
    const SessionStatus& status = m_model.status();
    const bool free = status.state == SessionState::Running && status.slowMotion == 0;
    if (!free)
        showNow();
    else if (m_cursor && !m_freeTimer.isActive())
        m_freeTimer.start();
}

void StepStrip::showNow()
{
    m_freeTimer.stop();
    const SessionStatus& status = m_model.status();
    const bool cursor = status.state == SessionState::Holding || status.state == SessionState::Finished ||
                        (status.state == SessionState::Running && status.slowMotion > 0);
    const bool same = cursor == m_cursor && status.state == m_shown.state && samePiece(status.next, m_shown.next) &&
                      status.done.has_value() == m_shown.done.has_value();
    m_cursor = cursor;
    m_shown = status;
    if (same)
        return;
    describe();
    update();
}

void StepStrip::rebuild()
{
    m_cells.clear();
    m_hovered = -1;
    m_focused = 0;
    if (const NetworkSpec* spec = network()) {
        m_cells.push_back({PieceKind::Load, -1, tr("Load"), {}});
        const int layers = static_cast<int>(spec->layers.size());
        for (int i = 0; i < layers; ++i)
            m_cells.push_back({PieceKind::Forward, i, QString::fromStdString(spec->layers[std::size_t(i)].name), {}});
        for (int i = layers - 1; i >= m_model.run()->lowestLearningLayer; --i)
            m_cells.push_back({PieceKind::Backward, i, QString::fromStdString(spec->layers[std::size_t(i)].name), {}});
        m_cells.push_back({PieceKind::Update, -1, tr("Update"), {}});
        if (m_model.run()->spec.recipe.validateEvery > 0 && m_model.run()->data.validation)
            m_cells.push_back({PieceKind::Validate, -1, tr("Validate"), {}});
    }
    layoutCells();
    follow();
    describe();
    update();
}

// ---- Geometry

/// Not a font of its own: that would not grow in a lecture.
QFont StepStrip::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * smallerType);
    return small;
}

QFontMetrics StepStrip::metrics() const
{
    return QFontMetrics(smallFont());
}

int StepStrip::rowHeight() const
{
    return metrics().height() + 3;
}

/// The widest words that can come; those of pieces that cover several layers only where there is room to spare.
int StepStrip::textWidth(bool fused) const
{
    int widest = 0;
    const auto room = [&](const Piece& piece) {
        const QString text = tr("Next: %1").arg(pieceName(piece, network()));
        widest = std::max(widest, metrics().horizontalAdvance(text));
    };
    room({PieceKind::Load});
    for (const Cell& cell : m_cells)
        if (ofLayer(cell.kind)) // from a layer to the third behind it: as names go, the longest
            room({cell.kind, 0, fused ? std::max(0, cell.layer - 3) : cell.layer, fused ? 4 : 1});
    return std::min(widest + 2 * stepMargin + 4, width() / 3);
}

QSize StepStrip::sizeHint() const
{
    return {900, 2 * rowHeight() + rowGap + 6};
}

QSize StepStrip::minimumSizeHint() const
{
    return {300, sizeHint().height()};
}

/// Every layer with its name where there is room; else those with weights and the loss; else none.
std::vector<int> StepStrip::columnWidths(int room) const
{
    const auto& layers = network()->layers;
    const int count = static_cast<int>(layers.size());
    std::vector<int> all, main;
    for (const LayerSpec& layer : layers) {
        const int wide = metrics().horizontalAdvance(QString::fromStdString(layer.name)) + layerPadding;
        all.push_back(wide);
        main.push_back(layer.hasParameters() || layer.as<SoftmaxLossSpec>() ? wide : narrowest);
    }
    const auto sum = [](const std::vector<int>& widths) { return std::accumulate(widths.begin(), widths.end(), 0); };
    room -= stepGap * (count - 1);
    std::vector<int> widths = sum(all) <= room ? all : sum(main) <= room ? main : std::vector<int>(all.size(), 0);
    const int rest = std::max(0, room - sum(widths));
    for (int i = 0; i < count; ++i) // whole pixels, shared out evenly
        widths[static_cast<std::size_t>(i)] += rest * (i + 1) / count - rest * i / count;
    return widths;
}

bool StepStrip::everyNameFits(const std::vector<int>& columns) const
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i] < metrics().horizontalAdvance(QString::fromStdString(network()->layers[i].name)))
            return false;
    return true;
}

void StepStrip::layoutCells()
{
    if (m_cells.empty())
        return;
    const int height = rowHeight(), top = 3, bottom = top + height + rowGap;
    const auto wide = [&](const QString& text) { return metrics().horizontalAdvance(text) + namePadding; };
    const bool validates = m_cells.back().kind == PieceKind::Validate;
    const int update = wide(tr("Update")), validate = validates ? wide(tr("Validate")) : 0;
    const int left = std::max(wide(tr("Load")), update + (validates ? validate + stepGap : 0));
    const int begin = stepMargin + left + arrowRoom;
    int words = textWidth(true);
    std::vector<int> columns = columnWidths(width() - begin - words - stepMargin);
    if (columns.front() == 0 || !everyNameFits(columns)) {
        words = textWidth(false);
        columns = columnWidths(width() - begin - words - stepMargin);
    }
    std::vector<int> x{begin};
    for (const int column : columns)
        x.push_back(x.back() + column + stepGap);
    for (Cell& cell : m_cells) {
        const auto layer = static_cast<std::size_t>(std::max(0, cell.layer));
        if (cell.kind == PieceKind::Load)
            cell.rect = {stepMargin, top, left, height};
        else if (cell.kind == PieceKind::Update)
            cell.rect = {stepMargin + left - update, bottom, update, height};
        else if (cell.kind == PieceKind::Validate)
            cell.rect = {stepMargin, bottom, left - update - stepGap, height};
        else
            cell.rect = {x[layer], cell.kind == PieceKind::Forward ? top : bottom, columns[layer], height};
    }
    m_text = {width() - words, 0, words - stepMargin, this->height()};
}

void StepStrip::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    layoutCells();
}

void StepStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layoutCells();
}

QRect StepStrip::cellRect(PieceKind kind, int layer) const
{
    const auto found = std::find_if(m_cells.begin(), m_cells.end(),
                                    [&](const Cell& cell) { return cell.kind == kind && cell.layer == layer; });
    return found == m_cells.end() ? QRect() : found->rect;
}

int StepStrip::cellAt(QPoint position) const
{
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        if (m_cells[i].rect.adjusted(0, -1, stepGap, 1).contains(position))
            return static_cast<int>(i);
    return -1;
}

// ---- What it says

bool StepStrip::isNext(const Cell& cell) const
{
    const Piece& next = m_shown.next;
    if (!m_cursor || m_shown.state == SessionState::Finished || cell.kind != next.kind)
        return false;
    return !ofLayer(cell.kind) ||
           (cell.layer >= next.firstLayer && cell.layer < next.firstLayer + std::max(1, next.layerCount));
}

bool StepStrip::isDone(const Cell& cell) const
{
    if (!m_cursor || !network() || isNext(cell))
        return false;
    const int layers = static_cast<int>(network()->layers.size());
    const Piece& next = m_shown.next;
    const int first = next.kind == PieceKind::Backward ? next.firstLayer + next.layerCount - 1 : next.firstLayer;
    return rankOf(cell.kind, cell.layer, layers) < rankOf(next.kind, first, layers);
}

QString StepStrip::doneText() const
{
    return m_cursor && m_shown.done ? tr("Done: %1").arg(pieceName(*m_shown.done, network())) : QString();
}

QString StepStrip::nextText() const
{
    if (m_shown.state == SessionState::Finished)
        return tr("The run is done");
    if (m_shown.state == SessionState::Running && !m_cursor)
        return tr("Running");
    return m_cursor ? tr("Next: %1").arg(pieceName(m_shown.next, network())) : QString();
}

bool StepStrip::canRunTo() const
{
    const SessionState state = m_model.status().state;
    return state == SessionState::Holding || state == SessionState::Running;
}

QString StepStrip::tipOf(const Cell& cell) const
{
    const QString name = pieceName({cell.kind, 0, cell.layer, 1}, network());
    return canRunTo() ? tr("%1\nClick: run until this is next").arg(name) : name;
}

void StepStrip::describe()
{
    setAccessibleName(tr("Pieces of a training step"));
    QString said = m_cursor ? stepSentence(m_shown.done, m_shown.next, network()) : nextText();
    if (hasFocus() && m_focused < std::ssize(m_cells)) {
        const Cell& cell = m_cells[static_cast<std::size_t>(m_focused)];
        said = tr("%1 (chosen: %2)").arg(said, pieceName({cell.kind, 0, cell.layer, 1}, network()));
    }
    if (said == accessibleDescription())
        return;
    setAccessibleDescription(said);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

// ---- Painting

void StepStrip::paintCell(QPainter& painter, const Cell& cell, bool pointedAt) const
{
    const QColor base = palette().color(QPalette::Base), text = palette().color(QPalette::WindowText);
    const bool forward = cell.kind == PieceKind::Load || cell.kind == PieceKind::Forward;
    const QColor own = forward ? okabeIto::blue : okabeIto::vermillion;
    const bool next = isNext(cell), done = isDone(cell);
    QColor fill = next ? own : done ? mixed(own, base, isDark(palette()) ? 0.65 : 0.78) : base;
    if (pointedAt && canRunTo())
        fill = mixed(fill, next ? base : text, 0.15);
    painter.setBrush(fill);
    painter.setPen(next || pointedAt ? own : hairline(palette()));
    painter.drawRoundedRect(QRectF(cell.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (cell.rect.width() < painter.fontMetrics().horizontalAdvance(cell.text) + 2)
        return;
    painter.setPen(next ? QColor(Qt::white) : done || !m_cursor ? text : quietText(palette()));
    painter.drawText(cell.rect, Qt::AlignCenter, cell.text);
}

void StepStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallFont());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_cells.empty()) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(stepMargin, 0, -stepMargin, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         tr("The pieces of a training step appear here as soon as a run is open."));
        return;
    }
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        paintCell(painter, m_cells[i], static_cast<int>(i) == m_hovered);
    painter.setPen(quietText(palette()));
    const QRect load = cellRect(PieceKind::Load), update = cellRect(PieceKind::Update);
    painter.drawText(QRect(load.right() + 1, load.top(), arrowRoom, load.height()), Qt::AlignCenter,
                     QStringLiteral("›"));
    painter.drawText(QRect(update.right() + 1, update.top(), arrowRoom, update.height()), Qt::AlignCenter,
                     QStringLiteral("‹"));
    const auto words = [&](int y, const QString& text) {
        painter.drawText(QRect(m_text.left() + stepMargin, y, m_text.width() - stepMargin, rowHeight()),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         metrics().elidedText(text, Qt::ElideRight, m_text.width() - stepMargin));
    };
    words(load.top(), doneText());
    painter.setPen(palette().color(QPalette::WindowText));
    words(update.top(), nextText());
    if (hasFocus() && m_focusByKey && m_focused < std::ssize(m_cells)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
        painter.drawRoundedRect(QRectF(m_cells[static_cast<std::size_t>(m_focused)].rect).adjusted(1, 1, -1, -1), 3, 3);
    }
}

void StepStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    else if (event->type() == QEvent::FontChange) {
        updateGeometry();
        if (isVisible()) // else on being shown; and one that is taken out of its bar at the end has no model any more
            layoutCells();
        update();
    }
}

} // namespace alexscope::gui
