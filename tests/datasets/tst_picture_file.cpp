// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/png_file.h"
#include "core/random/philox.h"
#include "datasets/picture_file.h"
#include "datasets/picture_header.h"
#include "pictures.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <functional>

using namespace alexscope;
using namespace alexscope::datasets;
using namespace alexscope::tests;
namespace fs = std::filesystem;

class TestPictureFile : public QObject {
    Q_OBJECT
private slots:
    void redIsRed_data()
    {
        QTest::addColumn<QString>("extension");
        for (const char* e : {".png", ".jpg", ".bmp", ".webp", ".ppm"})
            QTest::newRow(e) << e;
    }
    void redIsRed()
    {
        QFETCH(QString, extension);
        const QTemporaryDir temporary;
        const fs::path file = temporary.filePath("red").toStdString();
        writeFile(file, encoded(qPrintable(extension), cv::Mat(20, 30, CV_8UC3, cv::Scalar(0, 0, 255))));
        const Image image = readPicture(file);
        QCOMPARE(image.width, 30);
        QCOMPARE(image.height, 20);
        for (std::size_t i = 0; i < image.rgb.size(); i += 3)
            QVERIFY(image.rgb[i] >= 250 && image.rgb[i + 1] <= 5 && image.rgb[i + 2] <= 5);
    }
    void pngComesBackAsItWas()
    {
        const QTemporaryDir temporary;
        const fs::path file = temporary.filePath("picture.png").toStdString();
        Image image(13, 7);
        for (std::size_t i = 0; i < image.rgb.size(); ++i)
            image.rgb[i] = static_cast<std::uint8_t>(i * 37);
        writePng(file, image);
        writePng(file, image); // over the first
        const Image back = readPicture(file);
        QCOMPARE(back.width, 13);
        QVERIFY(back.rgb == image.rgb);
        QCOMPARE(std::distance(fs::directory_iterator(temporary.path().toStdString()), {}),
                 std::ptrdiff_t(1)); // no temporary left
        QVERIFY(contains(errorOf([&] { writePng("/nowhere/at/all.png", image); }), "/nowhere/at/all.png"));
        QVERIFY(!errorOf([&] { writePng(file, ImageView{}); }).empty());
    }
    void exifOrientationIsApplied_data()
    {
        QTest::addColumn<int>("orientation");
        for (int o = 1; o <= 8; ++o)
            QTest::addRow("%d", o) << o;
    }
    void exifOrientationIsApplied()
    {
        QFETCH(int, orientation);
        const QTemporaryDir temporary;
        const fs::path file = temporary.filePath("turned.jpg").toStdString();
        cv::Mat stored(32, 64, CV_8UC3, cv::Scalar(0, 0, 0)); // white in the stored upper left corner
        stored(cv::Rect(0, 0, 16, 16)).setTo(cv::Scalar(255, 255, 255));
        writeFile(file, withOrientation(encoded(".jpg", stored), orientation));
        const Image image = readPicture(file);
        QCOMPARE(image.width, orientation <= 4 ? 64 : 32);
        // Where the stored upper left corner is to be seen (TIFF 6.0, tag 274).
        const bool right = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
        const bool bottom = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
        const ImageView view = image;
        for (bool atRight : {false, true})
            for (bool atBottom : {false, true}) {
                const int value = view.pixel(atRight ? image.width - 4 : 3, atBottom ? image.height - 4 : 3)[1];
                QCOMPARE(value > 128, atRight == right && atBottom == bottom);
            }
    }
    void unusualOnesAreConvertedAndSaid_data()
    {
        QTest::addColumn<QString>("extension");
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("note");
        QTest::newRow("grey png") << ".png" << CV_8UC1 << "grey";
        QTest::newRow("grey jpeg") << ".jpg" << CV_8UC1 << "grey";
        QTest::newRow("grey pgm") << ".pgm" << CV_8UC1 << "grey";
        QTest::newRow("16-bit png") << ".png" << CV_16UC3 << "16 bits";
        QTest::newRow("16-bit grey png") << ".png" << CV_16UC1 << "16 bits";
        QTest::newRow("16-bit ppm") << ".ppm" << CV_16UC3 << "16 bits";
    }
    void unusualOnesAreConvertedAndSaid()
    {
        QFETCH(QString, extension);
        QFETCH(int, type);
        QFETCH(QString, note);
        const QTemporaryDir temporary;
        const fs::path file = temporary.filePath("picture").toStdString();
        writeFile(file, encoded(qPrintable(extension), slope(40, 30, type)));
        const PictureCheck check = checkPicture(file);
        QVERIFY(check.usable);
        QVERIFY2(contains(check.reason, note.toStdString()), check.reason.c_str());
        const Image image = readPicture(file);
        const cv::Mat plain = slope(40, 30);
        for (int y = 0; y < 30; ++y)
            for (int x = 0; x < 40; ++x)
                for (int c = 0; c < 3; ++c) {
                    const int want = plain.at<cv::Vec3b>(y, x)[type == CV_8UC1 || type == CV_16UC1 ? 1 : 2 - c];
                    QVERIFY(std::abs(ImageView(image).pixel(x, y)[c] - want) <= 3);
                }
    }
    void unusableOnesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const Bytes& bytes, const char* reason) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                              static_cast<qsizetype>(bytes.size()))
                                << reason;
        };
        const Bytes jpeg = encoded(".jpg", slope(40, 30)), png = encoded(".png", slope(40, 30));
        row("0 bytes", {}, "empty");
        row("one byte", {0xFF}, "not a picture");
        row("text", {'h', 'e', 'l', 'l', 'o', '\n'}, "not a picture");
        row("cmyk jpeg", withChannels(jpeg, 4), "CMYK");
        row("two-channel jpeg", withChannels(jpeg, 2), "2 colour channels");
        row("animated png", animatedPng(png), "animated");
        row("animated webp", animatedWebp(), "animated");
        row("gif", gif(), "GIF");
        row("tiff", encoded(".tiff", slope(40, 30)), "TIFF");
        row("huge png", hugePng(png), "too large");
        row(
            "png of no width",
            [&] {
                Bytes b = png;
                put(b, 16, {0, 0, 0, 0});
                return b;
            }(),
            "no pixels");
        row("huge ppm",
            {'P', '6', ' ', '9', '9', '9', '9', '9', '9', '9', '9', '9', '9', ' ', '9', ' ', '2', '5', '5', '\n'},
            "too large");
        row("jpeg cut in half", firstOf(jpeg, jpeg.size() / 2), "truncated");
        row("png cut in half", firstOf(png, png.size() / 2), "truncated");
        row("jpeg of markers only", {0xFF, 0xD8, 0xFF, 0xD9, 0, 0}, "no picture");
    }
    void unusableOnesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        const QTemporaryDir temporary;
        const fs::path file = temporary.filePath("picture.jpg").toStdString();
        writeFile(file, Bytes(bytes.begin(), bytes.end()));
        const PictureCheck check = checkPicture(file);
        QVERIFY(!check.usable);
        QVERIFY2(contains(check.reason, reason.toStdString()), check.reason.c_str());
        const std::string error = errorOf([&] { readPicture(file); });
        QVERIFY2(contains(error, "picture.jpg") && contains(error, reason.toStdString()), error.c_str());
    }
    void notAnOrdinaryFile()
    {
        const QTemporaryDir temporary;
        QVERIFY(!checkPicture(temporary.path().toStdString()).usable);
        QVERIFY(!checkPicture("/dev/zero").usable);
        QVERIFY(contains(errorOf([&] { readPicture("/nowhere/at/all.jpg"); }), "does not exist"));
    }
    void cutAnywhere_data() { redIsRed_data(); }
    void cutAnywhere()
    {
        QFETCH(QString, extension);
        const QTemporaryDir temporary;
        const fs::path file = temporary.filePath("picture").toStdString();
        const Bytes whole = encoded(qPrintable(extension), slope(24, 18));
        for (std::size_t length = 0; length < whole.size(); ++length) {
            writeFile(file, firstOf(whole, length));
            // The last bytes of a PNG's end (its check sum) may be missing without harm.
            QVERIFY2(!checkPicture(file).usable || (extension == ".png" && length + 5 > whole.size()),
                     qPrintable(QString::number(length)));
        }
        Bytes longer = whole; // some programs append to their pictures
        longer.resize(whole.size() + 3000, 0);
        writeFile(file, longer);
        QVERIFY(checkPicture(file).usable);
        QCOMPARE(readPicture(file).width, 24);
    }
    void mutatedHeadersNeverCrash_data() { redIsRed_data(); }
    void mutatedHeadersNeverCrash()
    {
        QFETCH(QString, extension);
        const QTemporaryDir temporary;
        const fs::path file = temporary.filePath("picture").toStdString();
        const Bytes whole = encoded(qPrintable(extension), slope(24, 18));
        PhiloxSequence random(5, Stream::Analysis, static_cast<std::uint32_t>(extension[1].unicode()));
        for (int round = 0; round < 600; ++round) {
            Bytes bytes = whole;
            for (std::uint32_t k = 0; k <= random.below(4); ++k)
                bytes[random.below(static_cast<std::uint32_t>(std::min<std::size_t>(bytes.size(), 64)))] =
                    static_cast<std::uint8_t>(random.word());
            writeFile(file, bytes);
            const PictureCheck check = checkPicture(file); // must return, whatever it says
            QVERIFY(check.usable || !check.reason.empty());
            QVERIFY(!check.usable || std::uint64_t(check.width) * check.height <= largestPicture);
        }
    }
    void largeJpegsAreDecodedSmaller()
    {
        const QTemporaryDir temporary;
        const fs::path file = temporary.filePath("large.jpg").toStdString();
        writeFile(file, encoded(".jpg", slope(1600, 1200)));
        QCOMPARE(readPicture(file).height, 1200);
        QCOMPARE(readPicture(file, 601).height, 1200);
        QCOMPARE(readPicture(file, 600).height, 600);
        QCOMPARE(readPicture(file, 300).height, 300);
        QCOMPARE(readPicture(file, 10).height, 150);
        const Image small = readPicture(file, 300);
        const cv::Mat plain = slope(400, 300);
        for (int y = 5; y < 300; y += 20)
            for (int x = 5; x < 400; x += 20)
                QVERIFY(std::abs(ImageView(small).pixel(x, y)[0] - plain.at<cv::Vec3b>(y, x)[2]) <= 4);
    }
};

QTEST_GUILESS_MAIN(TestPictureFile)
#include "tst_picture_file.moc"
