// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/export/figure.h"

#include "core/error.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QWidget>

namespace alexscope::gui {

namespace {

constexpr int captionMargin = 6;
constexpr double pngScale = 2;

/// The figure and its caption, in the widget's own pixels.
class Sheet {
public:
    Sheet(QWidget& widget, const QString& caption) : m_widget(widget), m_caption(caption)
    {
        const int width = widget.width() - 2 * captionMargin;
        const QRect text = widget.fontMetrics().boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, caption);
        m_captionHeight = caption.isEmpty() ? 0 : text.height() + 2 * captionMargin;
    }
    QSize size() const { return m_widget.size() + QSize(0, m_captionHeight); }
    void draw(QPainter& painter) const
    {
        painter.fillRect(QRect(QPoint(), size()), m_widget.palette().color(QPalette::Window));
        m_widget.render(&painter, QPoint(), QRegion(), QWidget::DrawWindowBackground | QWidget::DrawChildren);
        painter.setFont(m_widget.font());
        painter.setPen(m_widget.palette().color(QPalette::WindowText));
        const QRect below(captionMargin, m_widget.height() + captionMargin, m_widget.width() - 2 * captionMargin,
                          m_captionHeight);
        painter.drawText(below, Qt::TextWordWrap, m_caption);
    }

private:
    QWidget& m_widget;
    QString m_caption;
    int m_captionHeight = 0;
};

QImage asImage(const Sheet& sheet, double scale)
{
    QImage image(sheet.size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    sheet.draw(painter);
    return image;
}

QByteArray asPng(const Sheet& sheet)
{
    const QImage image = asImage(sheet, pngScale);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray asSvg(const Sheet& sheet, const QString& title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sheet.size());
    generator.setViewBox(QRect(QPoint(), sheet.size()));
    generator.setTitle(title);
    QPainter painter(&generator);
    sheet.draw(painter);
    painter.end();
    return bytes;
}

QByteArray asPdf(const Sheet& sheet, const QString& title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setResolution(300);
    writer.setPageMargins(QMarginsF());
    constexpr double pointsPerPixel = 0.75;
    writer.setPageSize(QPageSize(QSizeF(sheet.size()) * pointsPerPixel, QPageSize::Point));
    QPainter painter(&writer);
    painter.scale(static_cast<double>(writer.width()) / sheet.size().width(),
                  static_cast<double>(writer.height()) / sheet.size().height());
    sheet.draw(painter);
    painter.end();
    return bytes;
}

} // namespace

QStringList figureFormats()
{
    return {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
}

QImage figureImage(QWidget& widget, const QString& caption, double scale)
{
    return asImage(Sheet(widget, caption), scale);
}

void saveFigure(QWidget& widget, const QString& caption, const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (!figureFormats().contains(ending))
        throw Error(QCoreApplication::translate(
                        "Export", "%1 cannot be written: figures go into files ending in .png, .svg or .pdf")
                        .arg(path)
                        .toStdString());
    const Sheet sheet(widget, caption);
    const QByteArray bytes = ending == QLatin1String("png")   ? asPng(sheet)
                             : ending == QLatin1String("svg") ? asSvg(sheet, caption)
                                                              : asPdf(sheet, caption);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw Error(QCoreApplication::translate("Export", "%1 cannot be written: %2")
                        .arg(path, file.errorString())
                        .toStdString());
}

} // namespace alexscope::gui
