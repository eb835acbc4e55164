// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/prediction_painting.h"

#include "gui/look/colours.h"
#include "gui/look/numbers.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace alexscope::gui {

namespace {

constexpr int barGap = 8, inset = 5, rowsOfBars = 5, highest = 220;
constexpr double shareOfBars = 0.56;

/// One decimal: the room belongs to the names; the tip says it exactly.
QString shortPercent(double fraction)
{
    return QLocale().toString(100 * fraction, 'f', 1) + QStringLiteral(" %");
}

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

int lineOf(const QFont& font)
{
    return QFontMetrics(font).height() + 2;
}

/// The label below a picture: one line, or two split between words; what still does not fit is cut.
QStringList labelLines(const QString& label, const QString& mark, const QFontMetricsF& metrics, double room)
{
    if (metrics.horizontalAdvance(label + mark) <= room)
        return {label + mark};
    const auto cut = [&](const QString& text, const QString& end) {
        return metrics.elidedText(text, Qt::ElideRight, room - metrics.horizontalAdvance(end)) + end;
    };
    for (qsizetype space = label.lastIndexOf(QLatin1Char(' ')); space > 0;
         space = label.lastIndexOf(QLatin1Char(' '), space - 1))
        if (metrics.horizontalAdvance(label.left(space)) <= room)
            return {label.left(space), cut(label.mid(space + 1), mark)};
    return {cut(label, mark)};
}

QColor emptyPlace(const QPalette& palette)
{
    return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.94);
}

void paintBar(QPainter& painter, const QRectF& row, const PredictionBar& bar, const PredictionDrawing& drawing)
{
    const QColor strong = bar.isTrueLabel ? okabeIto::orange : okabeIto::skyBlue;
    const QColor ground = drawing.palette.color(QPalette::Base);
    painter.fillRect(row, emptyPlace(drawing.palette));
    QRectF filled = row;
    filled.setWidth(std::max(1.0, row.width() * std::clamp(bar.probability, 0.0, 1.0)));
    painter.fillRect(filled, mixed(strong, ground, isDark(drawing.palette) ? 0.45 : 0.25));
    const QFont font = bar.isTrueLabel ? boldOf(drawing.font) : drawing.font;
    painter.setFont(font);
    painter.setPen(drawing.palette.color(QPalette::Text));
    const QString value = shortPercent(bar.probability);
    const QFontMetricsF metrics(font);
    const QRectF text = row.adjusted(inset, 0, -inset, 0);
    const double room = text.width() - metrics.horizontalAdvance(value) - barGap;
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(bar.name, Qt::ElideRight, room));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, value);
}

} // namespace

QSize PredictionRoom::size() const
{
    return {picture + bars + 2 * barGap, height + barGap};
}

PredictionRoom predictionRoom(const QFont& font, const QStringList& classNames)
{
    const QFontMetrics bold(boldOf(font));
    const QString mark = QStringLiteral(" ✗");
    int word = 0, name = 0;
    for (const QString& className : classNames) {
        name = std::max(name, bold.horizontalAdvance(className));
        const QStringList words = className.split(QLatin1Char(' '));
        for (const QString& one : words)
            word = std::max(word, bold.horizontalAdvance(&one == &words.back() ? one + mark : one));
    }
    PredictionRoom room;
    room.picture = std::clamp(word + 2, PredictionRoom::least, 3 * PredictionRoom::least / 2);
    room.bars =
        std::min(name, PredictionRoom::longestName) + bold.horizontalAdvance(shortPercent(1)) + barGap + 2 * inset + 2;
    const int line = lineOf(font);
    room.leastHeight = rowsOfBars * line;
    room.height = std::max(PredictionRoom::least + 2 * line + 2, rowsOfBars * (line + 3));
    return room;
}

void paintPrediction(QPainter& painter, const QRectF& area, const PredictionDrawing& drawing)
{
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int line = lineOf(drawing.font);
    const double high = std::min<double>(area.height() - barGap, highest);
    const double top = area.top() + (area.height() - high) / 2;
    const double wanted = drawing.room.bars > 0 ? drawing.room.bars : area.width() * shareOfBars;
    const double column = std::max(area.width() - wanted - 2 * barGap, 0.28 * area.width());
    const double side = std::min(high - 2 * line - 2, column);
    const double width = std::min(column, std::max<double>(side, drawing.room.picture));
    const QRectF picture(area.left() + barGap / 2.0, top, side, side);
    if (drawing.picture.isNull()) {
        painter.fillRect(picture, emptyPlace(drawing.palette));
    } else {
        const QSizeF scaled = QSizeF(drawing.picture.size()).scaled(picture.size(), Qt::KeepAspectRatio);
        painter.drawImage(QRectF(picture.center() - QPointF(scaled.width() / 2, scaled.height() / 2), scaled),
                          drawing.picture);
    }
    const bool isJudged = drawing.isJudged && !drawing.bars.empty() && !drawing.trueLabel.isEmpty();
    const QString mark = !isJudged                          ? QString()
                         : drawing.bars.front().isTrueLabel ? QStringLiteral(" ✓")
                                                            : QStringLiteral(" ✗");
    const QFont bold = boldOf(drawing.font);
    painter.setFont(bold);
    painter.setPen(drawing.palette.color(QPalette::Text));
    double below = picture.bottom() + 2;
    const QString label = drawing.trueLabel.isEmpty() ? noValue() : drawing.trueLabel;
    for (const QString& text : labelLines(label, mark, QFontMetricsF(bold), width)) {
        painter.drawText(QRectF(picture.left(), below, width, line), Qt::AlignLeft | Qt::AlignVCenter, text);
        below += line;
    }
    const double left = picture.left() + width + barGap, wide = area.right() - barGap / 2.0 - left;
    const double step = std::min(high / rowsOfBars, line + 14.0);
    for (int i = 0; i < rowsOfBars && wide > 20; ++i) {
        const QRectF row(left, top + i * step, wide, step - (step > line + 2 ? 3 : 1));
        if (i < static_cast<int>(drawing.bars.size()))
            paintBar(painter, row, drawing.bars[static_cast<std::size_t>(i)], drawing);
        else if (drawing.bars.empty())
            painter.fillRect(row, emptyPlace(drawing.palette));
    }
    painter.restore();
}

} // namespace alexscope::gui
