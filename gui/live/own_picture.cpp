// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/own_picture.h"

#include "core/error.h"
#include "gui/look/engine_sentences.h"
#include "gui/look/paths.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QImageReader>
#include <QMimeData>
#include <QPainter>
#include <QPointer>
#include <QThreadPool>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <new>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr qint64 largestFile = 512ll << 20;
constexpr std::int64_t mostPixelsDecoded = 64'000'000; ///< what Qt's readers agree to allocate
/// Beyond these a picture is shrunk.
constexpr std::int64_t mostPixels = 1 << 20, mostPixelsOfAStrip = 8 << 20;
/// Pictures as they travel over the clipboard, compressed: decoding them is not the GUI thread's work.
const char* const encodedFormats[] = {"image/png", "image/jpeg", "image/webp", "image/bmp", "image/gif"};

/// The second half of a sentence that begins with the picture's name; other errors are sentences of their own.
struct Reason : Error {
    explicit Reason(const QString& why) : Error(why.toStdString()) {}
};

Image decode(QImageReader& reader)
{
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && static_cast<std::int64_t>(size.width()) * size.height() > mostPixelsDecoded)
        throw Reason(OwnPicture::tr("it has %1×%2 pixels, and 64 million are the most that are opened")
                         .arg(size.width())
                         .arg(size.height()));
    const QImage image = reader.read();
    if (image.isNull())
        throw Reason(OwnPicture::tr("it is damaged or not a picture"));
    return fromQImage(image);
}

/// Pipes and devices would be waited for without end.
void checkFile(const QFileInfo& info)
{
    if (!info.exists())
        throw Reason(OwnPicture::tr("there is no such file"));
    if (!info.isFile())
        throw Reason(OwnPicture::tr("it is not a file"));
    if (!info.isReadable())
        throw Reason(OwnPicture::tr("reading it is not allowed"));
    if (info.size() == 0)
        throw Reason(OwnPicture::tr("it is empty"));
    if (info.size() > largestFile)
        throw Reason(OwnPicture::tr("it is larger than 512 MB"));
}

/// The data sets' reader decides; Qt's readers know some kinds more.
Image readFile(const QString& path, const ReadPicture& read)
{
    checkFile(QFileInfo(path));
    if (read) {
        try {
            return read(toPath(path));
        } catch (const Error&) {
            QImageReader reader(path);
            reader.setDecideFormatFromContent(true);
            const QByteArray format = reader.format();
            if (format != "gif" && format != "svg" && format != "tiff" && format != "ico")
                throw; // it knows better than Qt what is wrong with the others
        }
    }
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    return decode(reader);
}

Image readBytes(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    return decode(reader);
}

QString firstLocalFile(const QMimeData& mime)
{
    const QList<QUrl> urls = mime.urls();
    const auto local = std::find_if(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); });
    return local == urls.end() ? QString() : local->toLocalFile();
}

/// The mean of factor × factor pixels.
Image shrunk(const Image& picture, int factor)
{
    Image result(picture.width / factor, picture.height / factor);
    const int area = factor * factor;
    std::vector<int> sums(static_cast<std::size_t>(result.width) * 3);
    std::uint8_t* out = result.rgb.data();
    const ImageView view = picture;
    for (int y = 0; y < result.height; ++y) {
        std::fill(sums.begin(), sums.end(), 0);
        for (int j = 0; j < factor; ++j) {
            const std::uint8_t* in = view.pixel(0, y * factor + j);
            for (std::size_t x = 0; x < static_cast<std::size_t>(result.width); ++x)
                for (int i = 0; i < factor; ++i, in += 3)
                    for (std::size_t c = 0; c < 3; ++c)
                        sums[3 * x + c] += in[c];
        }
        for (const int sum : sums)
            *out++ = static_cast<std::uint8_t>((sum + area / 2) / area);
    }
    return result;
}

} // namespace

Image withoutExcess(Image picture)
{
    const auto pixels = static_cast<std::int64_t>(picture.width) * picture.height;
    if (pixels <= mostPixels)
        return picture;
    const int shorter = std::min(picture.width, picture.height);
    int factor = std::max(1, shorter / shorterSideKept);
    if (pixels / factor / factor > mostPixelsOfAStrip) // a strip: its ends are outside the centre square anyway
        factor = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(pixels) / mostPixelsOfAStrip)));
    factor = std::min(factor, shorter);
    return factor == 1 ? std::move(picture) : shrunk(picture, factor);
}

Image fromQImage(const QImage& image)
{
    if (image.isNull())
        throw Reason(OwnPicture::tr("it is damaged or not a picture"));
    QImage plain = image;
    if (image.hasAlphaChannel()) {
        plain = QImage(image.size(), QImage::Format_RGB32);
        plain.fill(Qt::white);
        QPainter painter(&plain);
        QImage onTop = image;
        onTop.setDevicePixelRatio(1);
        painter.drawImage(0, 0, onTop);
    }
    plain = plain.convertToFormat(QImage::Format_RGB888);
    Image result(plain.width(), plain.height());
    for (int y = 0; y < plain.height(); ++y)
        std::copy_n(plain.constScanLine(y), static_cast<std::size_t>(plain.width()) * 3,
                    result.rgb.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(plain.width()) * 3);
    return result;
}

OwnPicture::OwnPicture(PinnedPicture& pinned, ReadPicture read, QObject* parent)
    : QObject(parent), m_pinned(pinned), m_read(std::move(read))
{
    // Whoever chooses another picture meanwhile does not want the one still being read.
    connect(&pinned, &PinnedPicture::changed, this, [this] { ++m_ticket; });
}

bool OwnPicture::looksLikePicture(const QMimeData& mime)
{
    return mime.hasImage() || mime.hasUrls();
}

void OwnPicture::openFile(const QString& path)
{
    start(QFileInfo(path).fileName(), [path, read = m_read] { return readFile(path, read); });
}

void OwnPicture::take(const QMimeData& mime)
{
    if (const QString path = firstLocalFile(mime); !path.isEmpty())
        return openFile(path);
    const QString name = tr("Pasted picture");
    for (const char* format : encodedFormats)
        if (mime.hasFormat(QLatin1String(format))) {
            const QByteArray bytes = mime.data(QLatin1String(format));
            if (!bytes.isEmpty())
                return start(name, [bytes] { return readBytes(bytes); });
        }
    if (mime.hasImage())
        if (const auto image = qvariant_cast<QImage>(mime.imageData()); !image.isNull())
            return start(name, [image] { return fromQImage(image); });
    emit failed(mime.hasUrls() ? tr("Only files of this computer can be opened; save the picture first.")
                               : tr("There is no picture to paste; copy a picture or a picture file first."));
}

void OwnPicture::start(const QString& name, std::function<Image()> decode)
{
    QThreadPool::globalInstance()->start(
        [name, decode = std::move(decode), ticket = ++m_ticket, self = QPointer<OwnPicture>(this)] {
            const auto sentence = [&](const QString& why) {
                return tr("%1 cannot be opened as a picture: %2.").arg(name, why);
            };
            std::shared_ptr<const Image> image;
            QString fault;
            try {
                image = std::make_shared<const Image>(withoutExcess(decode()));
            } catch (const std::bad_alloc&) {
                fault = sentence(tr("there is not enough memory for it"));
            } catch (const Reason& reason) {
                fault = sentence(QString::fromUtf8(reason.what()));
            } catch (const std::exception& error) {
                fault = shownSentence(error.what());
            }
            QMetaObject::invokeMethod(qApp, [self, ticket, name, image, fault] {
                if (!self || ticket != self->m_ticket)
                    return;
                if (image)
                    self->m_pinned.pinOwn(image, name);
                else
                    emit self->failed(fault);
            });
        });
}

} // namespace alexscope::gui
