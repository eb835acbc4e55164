// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/confusion_view.h"

#include "core/picture/colour_map.h"
#include "gui/look/colours.h"
#include "gui/look/numbers.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLinearGradient>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace alexscope::gui {

namespace {

constexpr int matrixGap = 6, legendWidth = 90;
constexpr double widestCell = 64, highestCell = 44, longestShare = 0.4;
constexpr double tightest = 0.8;       ///< of a line: names may lie so close
constexpr double smallestNames = 0.75; ///< of the widget's own

QColor colourAt(double share)
{
    const Rgb rgb = colourOf(ColourMap::Viridis, share);
    return {rgb[0], rgb[1], rgb[2]};
}

/// How names can be read whose places are close to each other: in letters of `size`, where that is not enough only
/// every so many of them.
struct NameFit {
    double size = 1;
    int every = 1;

    static NameFit of(double room, double line)
    {
        const double size = std::max(room, 1.0) / (tightest * line);
        if (size >= smallestNames)
            return {std::min(size, 1.0), 1};
        return {smallestNames, static_cast<int>(std::ceil(smallestNames / size))};
    }
    /// The one pointed at is always there, and nothing lies on it.
    bool shows(int place, int pointed) const
    {
        return place == pointed || (place % every == 0 && (pointed < 0 || std::abs(place - pointed) >= every));
    }
};

QFont scaled(QFont font, double by)
{
    font.setPointSizeF(font.pointSizeF() * by);
    return font;
}

} // namespace

ConfusionView::ConfusionView(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ConfusionView::setPredictions(std::shared_ptr<const SetPredictions> predictions, const QStringList& names,
                                   int chosenClass)
{
    const ConfusionPart part = predictions ? partOf(predictions->confusion, chosenClass) : ConfusionPart{};
    const QPoint pointed = part == m_part ? m_pointed : QPoint(-1, -1);
    m_predictions = std::move(predictions);
    m_names = names;
    m_part = part;
    point(pointed);
    update();
}

void ConfusionView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void ConfusionView::setShares(bool shares)
{
    m_shares = shares;
    update();
}

QString ConfusionView::name(int place) const
{
    if (place >= static_cast<int>(m_part.classes.size()))
        return tr("others");
    const int label = m_part.classes[static_cast<std::size_t>(place)];
    return label < m_names.size() ? m_names[label] : tr("class %1").arg(label);
}

QString ConfusionView::takenFor() const
{
    return tr("taken for →");
}

ConfusionView::Places ConfusionView::places() const
{
    Places at;
    at.rows = static_cast<int>(m_part.classes.size());
    at.columns = at.rows + (m_part.isWhole ? 0 : 1);
    if (at.rows == 0)
        return at;
    const QFontMetrics metrics(font());
    int longest = 0;
    for (int i = 0; i < at.columns; ++i)
        longest = std::max(longest, metrics.horizontalAdvance(name(i)) + 2);
    const int line = metrics.height();
    const double wide = width() - 2 * matrixGap, high = height() - 2 * matrixGap - line - matrixGap;
    const int corner = metrics.horizontalAdvance(takenFor()) + 2;
    at.left = matrixGap + line + matrixGap + std::max<double>(corner, std::min<double>(longest, longestShare * wide)) +
              matrixGap;
    at.cellWidth = std::clamp((width() - matrixGap - at.left) / at.columns, 1.0, widestCell);
    // Names that fit stand upright, others are turned.
    const double above = longest + 4 <= at.cellWidth ? line : std::min<double>(longest, longestShare * high);
    at.top = matrixGap + above + 4;
    at.cellHeight = std::clamp((matrixGap + high - at.top) / at.rows, 1.0, highestCell);
    return at;
}

QRectF ConfusionView::cellRect(int row, int column) const
{
    const Places at = places();
    return row < 0 || column < 0 || row >= at.rows || column >= at.columns ? QRectF() : at.cell(row, column);
}

QPoint ConfusionView::cellAt(QPointF position) const
{
    const Places at = places();
    if (at.rows == 0 || position.x() < at.left || position.y() < at.top)
        return {-1, -1};
    const auto column = static_cast<int>((position.x() - at.left) / at.cellWidth),
               row = static_cast<int>((position.y() - at.top) / at.cellHeight);
    return column < at.columns && row < at.rows ? QPoint(column, row) : QPoint(-1, -1);
}

QString ConfusionView::sentence(int row, int column) const
{
    if (!m_predictions || row < 0 || column < 0 || row >= static_cast<int>(m_part.classes.size()))
        return {};
    const Confusion& confusion = m_predictions->confusion;
    const int truth = m_part.classes[static_cast<std::size_t>(row)];
    const std::int64_t all = confusion.pictures(truth);
    if (all == 0)
        return tr("%1 has no pictures here").arg(name(row));
    const bool isOthers = column >= static_cast<int>(m_part.classes.size());
    const std::int64_t pictures = isOthers ? m_part.others(confusion, truth)
                                           : confusion.count(truth, m_part.classes[static_cast<std::size_t>(column)]);
    const QString share = percent(static_cast<double>(pictures) / static_cast<double>(all));
    if (isOthers)
        return tr("%1 of %2 pictures of %3 (%4) are taken for classes that are not shown")
            .arg(count(pictures), count(all), name(row), share);
    if (row == column)
        return tr("%1 of %2 pictures of %3 (%4) are recognised").arg(count(pictures), count(all), name(row), share);
    return tr("%1 of %2 pictures of %3 (%4) are taken for %5")
        .arg(count(pictures), count(all), name(row), share, name(column));
}

QString ConfusionView::cellText(std::int64_t pictures, std::int64_t all) const
{
    return m_shares ? QLocale().toString(100.0 * static_cast<double>(pictures) / static_cast<double>(all), 'f', 0)
                    : count(pictures);
}

void ConfusionView::paintCells(QPainter& painter, const Places& at) const
{
    const Confusion& confusion = m_predictions->confusion;
    const QFont small = scaled(font(), 0.85);
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    for (int row = 0; row < at.rows; ++row) {
        const int truth = m_part.classes[static_cast<std::size_t>(row)];
        const std::int64_t all = confusion.pictures(truth);
        for (int column = 0; column < at.columns; ++column) {
            const bool isOthers = column == at.rows;
            const std::int64_t pictures =
                isOthers ? m_part.others(confusion, truth)
                         : confusion.count(truth, m_part.classes[static_cast<std::size_t>(column)]);
            QRectF cell = at.cell(row, column);
            if (at.cellWidth > 4 && at.cellHeight > 4)
                cell.adjust(0, 0, -1, -1);
            const double share = all > 0 ? static_cast<double>(pictures) / static_cast<double>(all) : 0;
            const QColor ground = pictures > 0
                                      ? colourAt(share)
                                      : mixed(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.94);
            painter.fillRect(cell, ground);
            const QString text = pictures > 0 ? cellText(pictures, all) : QString();
            if (text.isEmpty() || metrics.horizontalAdvance(text) > cell.width() - 1 ||
                metrics.ascent() > cell.height() + 1)
                continue;
            painter.setPen(inkOn(ground));
            painter.drawText(cell, Qt::AlignCenter | Qt::TextDontClip, text);
        }
    }
    if (m_pointed.x() >= 0) {
        painter.setPen(QPen(okabeIto::orange, 2));
        painter.drawRect(at.cell(m_pointed.y(), m_pointed.x()).adjusted(0, 0, -1, -1));
    }
}

void ConfusionView::paintNames(QPainter& painter, const Places& at) const
{
    const double line = QFontMetricsF(font()).height();
    const double side = at.left - 3 * matrixGap - line, above = at.top - 4 - matrixGap;
    paintRowNames(painter, at, side);
    if (above <= line + 1)
        paintColumnNames(painter, at);
    else
        paintTurnedNames(painter, at, above);
    painter.setFont(font());
    painter.setPen(quietText(palette()));
    const QRectF last = at.cell(at.rows - 1, at.columns - 1);
    painter.drawText(QRectF(2 * matrixGap + line, at.top - 4 - line, side, line), Qt::AlignRight | Qt::AlignVCenter,
                     takenFor());
    painter.save();
    painter.translate(matrixGap, last.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, last.bottom() - matrixGap, line), Qt::AlignRight | Qt::AlignVCenter,
                     tr("← true class"));
    painter.restore();
}

QColor ConfusionView::nameInk(bool isPointed) const
{
    return isPointed ? palette().color(QPalette::Text) : quietText(palette());
}

void ConfusionView::paintRowNames(QPainter& painter, const Places& at, double side) const
{
    const double line = QFontMetricsF(font()).height();
    const NameFit fit = NameFit::of(at.cellHeight, line);
    const QFontMetricsF metrics(scaled(font(), fit.size));
    painter.setFont(scaled(font(), fit.size));
    for (int row = 0; row < at.rows; ++row) {
        if (!fit.shows(row, m_pointed.y()))
            continue;
        painter.setPen(nameInk(row == m_pointed.y()));
        const QRectF place(2 * matrixGap + line, at.cell(row, 0).center().y() - line / 2, side, line);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(name(row), Qt::ElideRight, side));
    }
}

/// Names that all fit above their columns.
void ConfusionView::paintColumnNames(QPainter& painter, const Places& at) const
{
    const QFontMetricsF metrics(font());
    painter.setFont(font());
    for (int column = 0; column < at.columns; ++column) {
        painter.setPen(nameInk(column == m_pointed.x()));
        const QRectF place(at.cell(0, column).left(), at.top - 4 - metrics.height(), at.cellWidth, metrics.height());
        painter.drawText(place, Qt::AlignCenter, metrics.elidedText(name(column), Qt::ElideRight, at.cellWidth));
    }
}

void ConfusionView::paintTurnedNames(QPainter& painter, const Places& at, double above) const
{
    const double line = QFontMetricsF(font()).height();
    NameFit fit = NameFit::of(at.cellWidth, line);
    double longest = 1;
    for (int column = 0; column < at.columns; ++column)
        longest = std::max(longest, QFontMetricsF(font()).horizontalAdvance(name(column)));
    fit.size = std::clamp((above - 4) / longest, smallestNames, fit.size); // rather smaller than cut
    const QFontMetricsF metrics(scaled(font(), fit.size));
    painter.setFont(scaled(font(), fit.size));
    for (int column = 0; column < at.columns; ++column) {
        if (!fit.shows(column, m_pointed.x()))
            continue;
        painter.setPen(nameInk(column == m_pointed.x()));
        painter.save();
        painter.translate(at.cell(0, column).center().x() - line / 2, at.top - 4);
        painter.rotate(-90);
        painter.drawText(QRectF(0, 0, above, line), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(name(column), Qt::ElideRight, above));
        painter.restore();
    }
}

void ConfusionView::paintLegend(QPainter& painter, const Places& at) const
{
    painter.setFont(font());
    const QFontMetricsF metrics(font());
    const double line = metrics.height();
    const QRectF strip(at.left, height() - matrixGap - line + 3, legendWidth, line - 6);
    QLinearGradient gradient(strip.topLeft(), strip.topRight());
    for (int i = 0; i <= 8; ++i)
        gradient.setColorAt(i / 8.0, colourAt(i / 8.0));
    painter.fillRect(strip, gradient);
    painter.setPen(quietText(palette()));
    const QString text = tr("0 to 100 % of the true class's pictures");
    const QRectF beside(strip.right() + matrixGap, strip.top() - 3, width() - strip.right() - 2 * matrixGap, line);
    painter.drawText(beside, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text, Qt::ElideRight, beside.width()));
}

void ConfusionView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Places at = places();
    if (!m_predictions || at.rows == 0) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    paintNames(painter, at);
    paintCells(painter, at);
    paintLegend(painter, at);
}

void ConfusionView::point(QPoint cell)
{
    if (cell != m_pointed)
        update();
    m_pointed = cell;
    const QString text = cell.x() < 0 ? QString() : sentence(cell.y(), cell.x());
    setAccessibleDescription(text);
    emit pointed(text);
}

void ConfusionView::choose(QPoint cell)
{
    if (cell.x() >= 0 && cell.x() < static_cast<int>(m_part.classes.size()))
        emit cellChosen(m_part.classes[static_cast<std::size_t>(cell.y())],
                        m_part.classes[static_cast<std::size_t>(cell.x())]);
}

void ConfusionView::mouseMoveEvent(QMouseEvent* event)
{
    point(cellAt(event->position()));
}

void ConfusionView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        choose(cellAt(event->position()));
}

void ConfusionView::leaveEvent(QEvent*)
{
    if (!hasFocus())
        point({-1, -1});
}

void ConfusionView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_pointed.x() < 0 && !m_part.classes.empty() && event->reason() != Qt::MouseFocusReason)
        point({0, 0});
}

void ConfusionView::keyPressEvent(QKeyEvent* event)
{
    const Places at = places();
    QPoint step;
    switch (event->key()) {
    case Qt::Key_Left:
        step = {-1, 0};
        break;
    case Qt::Key_Right:
        step = {1, 0};
        break;
    case Qt::Key_Up:
        step = {0, -1};
        break;
    case Qt::Key_Down:
        step = {0, 1};
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return choose(m_pointed);
    default:
        return QWidget::keyPressEvent(event);
    }
    if (at.rows == 0)
        return;
    const QPoint next = m_pointed.x() < 0 ? QPoint(0, 0) : m_pointed + step;
    point({std::clamp(next.x(), 0, at.columns - 1), std::clamp(next.y(), 0, at.rows - 1)});
}

void ConfusionView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        point(m_pointed);
}

} // namespace alexscope::gui
