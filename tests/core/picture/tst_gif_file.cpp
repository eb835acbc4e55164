// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/gif_file.h"

#include "core/error.h"
#include "core/picture/palette.h"
#include "core/random/philox.h"

#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>

using namespace alexscope;

namespace {

/// `colours` different ones, spread over all; noise, flat or stripes.
Image picture(int width, int height, int colours, int kind, std::uint32_t seed)
{
    Image image(width, height);
    PhiloxSequence random(11, Stream::Analysis, seed);
    for (int i = 0; i < width * height; ++i) {
        const auto which = static_cast<std::uint32_t>(kind == 0   ? random.below(static_cast<std::uint32_t>(colours))
                                                      : kind == 1 ? 0
                                                                  : i / 7 % colours);
        const std::uint32_t mixed = colours > 256 ? which * 2654435761u : which * 0x10305u + seed;
        for (int c = 0; c < 3; ++c)
            image.rgb[static_cast<std::size_t>(3 * i + c)] = static_cast<std::uint8_t>(mixed >> (8 * c));
    }
    return image;
}

/// Mean distance of a channel.
double difference(const QImage& read, ImageView drawn)
{
    double sum = 0;
    for (int y = 0; y < drawn.height; ++y)
        for (int x = 0; x < drawn.width; ++x) {
            const QRgb pixel = read.pixel(x, y);
            const std::uint8_t* rgb = drawn.pixel(x, y);
            sum += std::abs(qRed(pixel) - rgb[0]) + std::abs(qGreen(pixel) - rgb[1]) + std::abs(qBlue(pixel) - rgb[2]);
        }
    return sum / (3.0 * drawn.width * drawn.height);
}

} // namespace

class TestGifFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

private slots:
    void aReaderSeesEveryFrame_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("colours");
        QTest::addColumn<int>("kind"); // noise, flat, stripes
        QTest::newRow("one pixel") << 1 << 1 << 1 << 1;
        QTest::newRow("flat") << 300 << 200 << 1 << 1;
        QTest::newRow("two colours") << 65 << 33 << 2 << 0;
        QTest::newRow("stripes") << 300 << 200 << 17 << 2;
        // Noise fills the dictionary again and again, at every width of the codes.
        for (const int colours : {3, 5, 16, 100, 200, 256})
            QTest::addRow("%d colours", colours) << 311 << 173 << colours << 0;
    }
    void aReaderSeesEveryFrame()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, colours);
        QFETCH(int, kind);
        const auto file = path("few.gif");
        std::filesystem::remove(file);
        std::vector<Image> frames;
        {
            GifFile gif(file, width, height);
            for (std::uint32_t i = 0; i < 4; ++i) {
                frames.push_back(picture(width, height, colours, kind, i));
                gif.add(frames.back(), static_cast<int>(10 + i));
            }
            QCOMPARE(gif.frames(), 4);
            QVERIFY(!std::filesystem::exists(file)); // not before it is whole
            gif.finish();
        }
        QImageReader reader(QString::fromStdString(file.string()));
        QCOMPARE(reader.format(), QByteArray("gif"));
        QCOMPARE(reader.imageCount(), 4);
        QCOMPARE(reader.loopCount(), -1);
        for (std::size_t i = 0; i < frames.size(); ++i) {
            const QImage frame = reader.read();
            QCOMPARE(frame.size(), QSize(width, height));
            QCOMPARE(reader.nextImageDelay(), static_cast<int>(100 + 10 * i)); // of the one just read
            QCOMPARE(difference(frame, frames[i]), 0.0);                       // up to 256 colours nothing is lost
        }
        QVERIFY(!std::filesystem::exists(path("few.gif.part")));
    }

    void everyLengthEndsWell()
    {
        // The last code may be the one that makes the next, the end's, one bit wider: all lengths around those places.
        for (int width = 1; width < 600; ++width) {
            const Image frame = picture(width, 1, 4, 0, static_cast<std::uint32_t>(width));
            {
                GifFile gif(path("length.gif"), width, 1);
                gif.add(frame, 5);
                gif.add(frame, 5); // is only found when the first ends where it should
                gif.finish();
            }
            QImageReader reader(QString::fromStdString(path("length.gif").string()));
            QCOMPARE(difference(reader.read(), frame), 0.0);
            QVERIFY2(reader.canRead(), qPrintable(QString::number(width)));
            QCOMPARE(difference(reader.read(), frame), 0.0);
        }
    }

    void manyColoursComeClose()
    {
        Image smooth(256, 256);
        for (int y = 0; y < 256; ++y)
            for (int x = 0; x < 256; ++x) {
                std::uint8_t* rgb = smooth.rgb.data() + 3 * (256 * y + x);
                rgb[0] = static_cast<std::uint8_t>(x);
                rgb[1] = static_cast<std::uint8_t>(y);
                rgb[2] = static_cast<std::uint8_t>((x + y) / 2);
            }
        const IndexedPicture reduced = reduceColours(smooth);
        QCOMPARE(reduced.colours.size(), std::size_t(256));
        QCOMPARE(std::set<std::uint8_t>(reduced.pixels.begin(), reduced.pixels.end()).size(), std::size_t(256));
        GifFile gif(path("smooth.gif"), 256, 256);
        gif.add(smooth, 10);
        gif.finish();
        QImageReader reader(QString::fromStdString(path("smooth.gif").string()));
        const double off = difference(reader.read(), smooth);
        QVERIFY2(off < 5, qPrintable(QString::number(off))); // 16 × 16 fields of this plane: 4 on average
    }

    void faultsLeaveNothingBehind()
    {
        QVERIFY_THROWS_EXCEPTION(Error, GifFile(path("x.gif"), 0, 10));
        QVERIFY_THROWS_EXCEPTION(Error, GifFile(path("x.gif"), 10, 70'000));
        QVERIFY_THROWS_EXCEPTION(Error, GifFile(path("absent") / "x.gif", 10, 10));
        {
            GifFile gif(path("x.gif"), 10, 10);
            QVERIFY_THROWS_EXCEPTION(Error, gif.finish()); // no frame
            QVERIFY_THROWS_EXCEPTION(Error, gif.add(Image(9, 10), 5));
            gif.add(Image(10, 10), 5);
        } // cancelled
        QVERIFY(!std::filesystem::exists(path("x.gif")));
        QVERIFY(!std::filesystem::exists(path("x.gif.part")));
        QVERIFY_THROWS_EXCEPTION(Error, reduceColours(Image()));
    }
};

QTEST_GUILESS_MAIN(TestGifFile)
#include "tst_gif_file.moc"
