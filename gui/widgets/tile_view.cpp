// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/tile_view.h"

#include "gui/look/colours.h"
#include "gui/look/pictures.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace alexscope::gui {

namespace {
constexpr int tileMargin = 4;
constexpr double smallestTileLetters = 5; ///< points

/// Rather small letters than half a name. Step by step, since letters have whole pixels and do not shrink evenly.
QFont lettersFor(const QString& name, QFont font, double room)
{
    constexpr double step = 0.5;
    while (font.pointSizeF() > smallestTileLetters && QFontMetricsF(font).horizontalAdvance(name) > room)
        font.setPointSizeF(std::max(smallestTileLetters, font.pointSizeF() - step));
    return font;
}

} // namespace

TileView::TileView(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent); // nothing below it is painted for a new picture
}

void TileView::setSheet(TileSheet sheet)
{
    const auto form = [](const TileSheet& s) {
        return std::array{s.count, s.columns, s.tileWidth, s.tileHeight, s.gutter};
    };
    const bool samePlaces = form(sheet) == form(m_sheet);
    m_sheet = std::move(sheet);
    makeImage();
    m_chosen = std::min(m_chosen, m_sheet.count - 1);
    if (samePlaces && !m_image.isNull())
        update(pictureRect().toAlignedRect());
    else
        update();
}

/// The gutters are painted over here, in the small picture: on the screen they would be as large as it is.
void TileView::makeImage()
{
    m_image = m_sheet.count > 0 ? toQImage(m_sheet.image) : QImage();
    if (m_image.isNull())
        return;
    QPainter painter(&m_image);
    const QColor background = palette().color(QPalette::Base);
    const int gutter = m_sheet.gutter, across = m_sheet.tileWidth + gutter, down = m_sheet.tileHeight + gutter;
    for (int column = 0; column <= m_sheet.columns; ++column)
        painter.fillRect(column * across, 0, gutter, m_image.height(), background);
    for (int row = 0; row <= m_sheet.rows; ++row)
        painter.fillRect(0, row * down, m_image.width(), gutter, background);
    for (int tile = m_sheet.count; tile < m_sheet.columns * m_sheet.rows; ++tile) // places without one
        painter.fillRect(tileInSheet(tile), background);
}

QRect TileView::tileInSheet(int tile) const
{
    return {m_sheet.left(tile), m_sheet.top(tile), m_sheet.tileWidth, m_sheet.tileHeight};
}

void TileView::setBands(std::vector<TileBand> bands)
{
    if (bands == m_bands)
        return;
    m_bands = std::move(bands);
    update();
}

void TileView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void TileView::setChosen(int tile)
{
    const int chosen = tile < m_sheet.count ? tile : -1;
    if (std::exchange(m_chosen, chosen) != chosen)
        update();
}

QSize TileView::sizeHint() const
{
    return {640, 280};
}

QSize TileView::minimumSizeHint() const
{
    return {240, 96};
}

int TileView::bandWidth() const
{
    int width = m_bands.empty() ? 0 : fontMetrics().height() + 8;
    for (const TileBand& band : m_bands)
        if (band.level)
            width = std::max(width, fontMetrics().horizontalAdvance(band.label) + 12);
    return width;
}

double TileView::magnification() const
{
    if (m_image.isNull())
        return 1;
    const double wide = width() - 2.0 * tileMargin - bandWidth(), high = height() - 2.0 * tileMargin;
    const double ratio = devicePixelRatioF();
    const double fit = std::min(wide / m_image.width(), high / m_image.height()) * ratio;
    return (fit >= 2 ? std::floor(fit) : std::max(fit, 0.01)) / ratio; // below 2, half the room would stay empty
}

QRectF TileView::pictureRect() const
{
    const QSizeF size = QSizeF(m_image.size()) * magnification();
    const double left = (width() + bandWidth() - size.width()) / 2, top = (height() - size.height()) / 2;
    const double ratio =
        devicePixelRatioF(); // on whole device pixels, or nearest neighbour gives tiles of unequal width
    return {QPointF(std::round(left * ratio), std::round(top * ratio)) / ratio, size};
}

QRectF TileView::tileRect(int tile) const
{
    const QRect inside = tileInSheet(tile);
    const double zoom = magnification();
    return {pictureRect().topLeft() + QPointF(inside.topLeft()) * zoom, QSizeF(inside.size()) * zoom};
}

int TileView::tileAt(QPointF position, QPoint* pixel) const
{
    if (m_sheet.count == 0)
        return -1;
    const QPointF inPicture = (position - pictureRect().topLeft()) / magnification();
    const QPoint point(static_cast<int>(std::floor(inPicture.x())), static_cast<int>(std::floor(inPicture.y())));
    const int tile = m_image.rect().contains(point) ? m_sheet.tileAt(point.x(), point.y()) : -1;
    if (tile >= 0 && pixel)
        *pixel = point - tileInSheet(tile).topLeft();
    return tile;
}

void TileView::paintBands(QPainter& painter) const
{
    const double zoom = magnification();
    const QRectF picture = pictureRect();
    painter.setPen(quietText(palette()));
    double taken = 0; // level labels closer than a line to the one above are left out
    for (const TileBand& band : m_bands) {
        const int step = m_sheet.tileHeight + m_sheet.gutter;
        const double top = picture.top() + (m_sheet.gutter + band.firstRow * step) * zoom;
        const double bottom = picture.top() + (band.lastRow + 1) * step * zoom;
        const double x = picture.left() - 6;
        painter.drawLine(QPointF(x, top), QPointF(x, bottom - 1));
        if (band.level) {
            const QRectF place(x - 4 - bandWidth(), (top + bottom - fontMetrics().height()) / 2, bandWidth(),
                               fontMetrics().height());
            if (place.top() < taken)
                continue;
            painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, band.label);
            taken = place.bottom() - 2;
            continue;
        }
        painter.save();
        painter.translate(x - 4, (top + bottom) / 2);
        painter.rotate(-90);
        const double half = (bottom - top) / 2;
        painter.setFont(lettersFor(band.label, font(), std::floor(2 * half) - 1));
        const QString text = painter.fontMetrics().elidedText(band.label, Qt::ElideRight, static_cast<int>(2 * half));
        painter.drawText(QRectF(-half, -bandWidth(), 2 * half, bandWidth()), Qt::AlignHCenter | Qt::AlignBottom, text);
        painter.restore();
    }
}

void TileView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const QRectF picture = pictureRect();
    const bool covered = !m_image.isNull() && picture.contains(event->rect());
    if (!covered)
        painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_image.isNull()) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(tileMargin, tileMargin, -tileMargin, -tileMargin),
                         Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, magnification() * devicePixelRatioF() < 1);
    painter.drawImage(picture, m_image);
    if (!covered)
        paintBands(painter);
    const auto frame = [&](int tile, const QColor& colour) {
        painter.setPen(QPen(colour, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(tileRect(tile).adjusted(-1, -1, 1, 1));
    };
    if (m_hovered >= 0 && m_hovered != m_chosen && m_hovered < m_sheet.count)
        frame(m_hovered, quietText(palette()));
    if (m_chosen >= 0)
        frame(m_chosen, okabeIto::orange);
    if (hasFocus() && m_focusByKey) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void TileView::mouseMoveEvent(QMouseEvent* event)
{
    QPoint pixel;
    const int tile = tileAt(event->position(), &pixel);
    if (tile != m_hovered) {
        m_hovered = tile;
        update();
    }
    emit pointedAt(tile, pixel);
}

void TileView::focusInEvent(QFocusEvent* event)
{
    m_focusByKey = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
}

void TileView::focusOutEvent(QFocusEvent* event)
{
    m_focusByKey = false;
    QWidget::focusOutEvent(event);
}

void TileView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        makeImage();
}

void TileView::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
    emit pointedAt(-1, {});
}

void TileView::choose(int tile)
{
    if (tile == m_chosen)
        return;
    setChosen(tile);
    emit chosenChanged(m_chosen);
}

void TileView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int tile = tileAt(event->position());
    choose(tile == m_chosen ? -1 : tile);
}

void TileView::keyPressEvent(QKeyEvent* event)
{
    if (m_sheet.count == 0)
        return QWidget::keyPressEvent(event);
    int target = m_chosen;
    switch (event->key()) {
    case Qt::Key_Left:
        target = m_chosen - 1;
        break;
    case Qt::Key_Right:
        target = m_chosen + 1;
        break;
    case Qt::Key_Up:
        target = m_chosen - m_sheet.columns;
        break;
    case Qt::Key_Down:
        target = m_chosen + m_sheet.columns;
        break;
    case Qt::Key_Home:
        target = 0;
        break;
    case Qt::Key_End:
        target = m_sheet.count - 1;
        break;
    case Qt::Key_Escape:
        choose(-1);
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_chosen < 0)
        target = 0;
    if (target >= 0 && target < m_sheet.count)
        choose(target);
}

} // namespace alexscope::gui
