// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image.h"
#include "core/error.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace alexscope;

namespace {

/// Brightness 1·x + 2·y in red, constant green, brightness falling in blue.
Image ramp(int width, int height)
{
    Image image(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            std::uint8_t* p = image.rgb.data() + 3 * (y * width + x);
            p[0] = static_cast<std::uint8_t>(std::min(x + 2 * y, 255));
            p[1] = 77;
            p[2] = static_cast<std::uint8_t>(200 - x);
        }
    return image;
}

} // namespace

class TestImage : public QObject {
    Q_OBJECT
private slots:
    void sameSizeIsReturnedUnchanged()
    {
        const Image image = ramp(17, 17);
        QVERIFY(resizeToSquare(image, 17, false).rgb == image.rgb);
        QVERIFY(resizeToSquare(image, 17, true).rgb == image.rgb);
    }
    void shrinkingAveragesTheCoveredArea()
    {
        // 6×4 to 2×2 without stretching: the centre 4×4, columns 1..4, in blocks of 2×2.
        const Image image = ramp(6, 4), small = resizeToSquare(image, 2, false);
        const ImageView source = image, result = small;
        for (int y = 0; y < 2; ++y)
            for (int x = 0; x < 2; ++x)
                for (int c = 0; c < 3; ++c) {
                    double mean = 0;
                    for (int j = 0; j < 4; ++j)
                        mean += source.pixel(1 + 2 * x + j % 2, 2 * y + j / 2)[c] / 4.0;
                    QVERIFY(std::abs(result.pixel(x, y)[c] - mean) <= 0.51);
                }
    }
    void stretchingUsesTheWholePicture()
    {
        const Image image = ramp(60, 30), small = resizeToSquare(image, 10, true);
        const ImageView result = small;
        // Output (x, y) covers columns 6x..6x+5 and rows 3y..3y+2.
        for (int x = 0; x < 10; ++x)
            QVERIFY(std::abs(result.pixel(x, 4)[0] - (6 * x + 2.5 + 2 * 13)) <= 0.51);
    }
    void enlargingIsBilinear()
    {
        const Image large = resizeToSquare(ramp(32, 32), 128, false);
        const ImageView result = large;
        for (int y = 2; y < 126; ++y)
            for (int x = 2; x < 126; ++x) {
                const double sourceX = (x + 0.5) / 4 - 0.5, sourceY = (y + 0.5) / 4 - 0.5;
                QVERIFY(std::abs(result.pixel(x, y)[0] - (sourceX + 2 * sourceY)) <= 0.51);
                QCOMPARE(result.pixel(x, y)[1], std::uint8_t(77));
            }
    }
    void constantStaysConstant_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("side");
        const int sizes[][3] = {{1, 1, 7},       {1, 9, 4},      {9, 1, 4},       {2, 3, 256},    {500, 375, 256},
                                {224, 224, 256}, {1023, 17, 16}, {257, 255, 254}, {3, 3000, 227}, {640, 480, 1}};
        for (const auto& s : sizes)
            QTest::addRow("%dx%d to %d", s[0], s[1], s[2]) << s[0] << s[1] << s[2];
    }
    void constantStaysConstant()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, side);
        Image image(width, height);
        for (std::size_t i = 0; i < image.rgb.size(); ++i)
            image.rgb[i] = static_cast<std::uint8_t>(i % 3 == 0 ? 255 : i % 3 == 1 ? 100 : 0);
        for (bool stretch : {false, true}) {
            const Image result = resizeToSquare(image, side, stretch);
            QCOMPARE(result.rgb.size(), static_cast<std::size_t>(side * side * 3));
            for (std::size_t i = 0; i < result.rgb.size(); ++i)
                QCOMPARE(result.rgb[i], image.rgb[i % 3]);
        }
    }
    void emptyPictureIsAnError()
    {
        QVERIFY_THROWS_EXCEPTION(Error, resizeToSquare(ImageView{}, 8, false));
        QVERIFY_THROWS_EXCEPTION(Error, resizeToSquare(ramp(4, 4), 0, false));
    }
};

QTEST_GUILESS_MAIN(TestImage)
#include "tst_image.moc"
