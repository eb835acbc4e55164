// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/picture/tiles.h"

#include <QTest>

#include <cmath>

using namespace alexscope;

namespace {

Rgb pixel(const Image& image, int x, int y)
{
    const std::uint8_t* p = ImageView(image).pixel(x, y);
    return {p[0], p[1], p[2]};
}

constexpr Rgb gutter{32, 32, 32};

} // namespace

class TestTiles : public QObject {
    Q_OBJECT
private slots:
    void ninetySixFiltersAreSixRowsOfSixteen()
    {
        const TileSheet sheet = tileFilters(HostTensor(Shape{96, 3, 11, 11}));
        QCOMPARE(sheet.columns, 16);
        QCOMPARE(sheet.rows, 6);
        QCOMPARE(sheet.image.width, 1 + 16 * 12);
        QCOMPARE(sheet.image.height, 1 + 6 * 12);
        QVERIFY(sheet.rgb);
        // all weights are 0: mid grey, with gutters between
        QCOMPARE(pixel(sheet.image, 1, 1), (Rgb{128, 128, 128}));
        QCOMPARE(pixel(sheet.image, 0, 5), gutter);
        QCOMPARE(pixel(sheet.image, 12, 5), gutter);
        QCOMPARE(pixel(sheet.image, 13, 5), (Rgb{128, 128, 128}));
    }
    void colourFiltersAreTrueColourAroundGrey()
    {
        HostTensor weights(Shape{2, 3, 2, 2});
        weights.at(0, 0, 0, 1) = 2;  // red, up
        weights.at(0, 2, 1, 0) = -2; // blue, down
        weights.at(1, 1, 0, 0) = 1;  // green, half
        const TileSheet sheet = tileFilters(weights);
        QCOMPARE(sheet.ranges, (std::vector<ValueRange>{{-2, 2}}));
        QCOMPARE(pixel(sheet.image, 2, 1), (Rgb{255, 128, 128}));
        QCOMPARE(pixel(sheet.image, 1, 2), (Rgb{128, 128, 0}));
        QCOMPARE(pixel(sheet.image, 4, 1), (Rgb{128, 191, 128}));
        TileOptions options;
        options.order = ChannelOrder::Bgr;
        QCOMPARE(pixel(tileFilters(weights, options).image, 2, 1), (Rgb{128, 128, 255}));
        options = {};
        options.scope = TileScope::Tile;
        const TileSheet own = tileFilters(weights, options);
        QCOMPARE(own.ranges, (std::vector<ValueRange>{{-2, 2}, {-1, 1}}));
        QCOMPARE(pixel(own.image, 4, 1), (Rgb{128, 255, 128}));
    }
    void otherFiltersAreOneRowEach()
    {
        HostTensor weights(Shape{4, 2, 3, 3});
        weights.at(1, 1, 0, 0) = 4;
        const TileSheet sheet = tileFilters(weights);
        QVERIFY(!sheet.rgb);
        QCOMPARE(sheet.columns, 2);
        QCOMPARE(sheet.rows, 4);
        QCOMPARE(pixel(sheet.image, sheet.left(3), sheet.top(3)), (Rgb{255, 255, 255}));
        QCOMPARE(pixel(sheet.image, sheet.left(2), sheet.top(2)), (Rgb{128, 128, 128}));
    }
    void groupsHaveTheirOwnRange()
    {
        HostTensor weights(Shape{4, 3, 1, 1});
        weights.at(0, 0, 0, 0) = 1;
        weights.at(3, 0, 0, 0) = -8;
        TileOptions options;
        options.scope = TileScope::Group;
        options.groups = 2;
        const TileSheet sheet = tileFilters(weights, options);
        QCOMPARE(sheet.ranges, (std::vector<ValueRange>{{-1, 1}, {-8, 8}}));
        QCOMPARE(pixel(sheet.image, sheet.left(0), sheet.top(0)), (Rgb{255, 128, 128}));
        QCOMPARE(pixel(sheet.image, sheet.left(3), sheet.top(3)), (Rgb{0, 128, 128}));
    }
    void everyTileFindsItsGroup()
    {
        // 5 tiles in 3 groups: the division that ranges use and the one that painting uses are the same
        HostTensor weights(Shape{5, 1, 1, 1});
        for (int i = 0; i < 5; ++i)
            weights.values[static_cast<std::size_t>(i)] = static_cast<float>(i + 1);
        for (int groups = 1; groups <= 5; ++groups) {
            TileOptions options;
            options.scope = TileScope::Group;
            options.groups = groups;
            const TileSheet sheet = tileFilters(weights, options);
            int brightest = 0;
            for (int i = 0; i < 5; ++i)
                brightest += pixel(sheet.image, sheet.left(i), sheet.top(i)) == Rgb{255, 255, 255};
            QCOMPARE(brightest, groups); // the strongest of each group, and no value is cut off
        }
    }
    void deadTilesStayQuiet()
    {
        HostTensor weights(Shape{2, 3, 1, 1});
        weights.at(0, 0, 0, 0) = 1;
        weights.at(1, 0, 0, 0) = 1e-7f;
        TileOptions options;
        options.scope = TileScope::Tile;
        QCOMPARE(pixel(tileFilters(weights, options).image, 3, 1), (Rgb{128, 128, 128}));
    }
    void lockedRangesStay()
    {
        HostTensor weights(Shape{1, 3, 1, 1});
        weights.at(0, 0, 0, 0) = 1;
        TileOptions options;
        options.locked = ValueRange{-4, 4};
        const TileSheet sheet = tileFilters(weights, options);
        QCOMPARE(sheet.ranges, (std::vector<ValueRange>{{-4, 4}}));
        QCOMPARE(pixel(sheet.image, 1, 1), (Rgb{159, 128, 128}));
    }
    void mapsChooseTheirColours()
    {
        HostTensor activation(Shape{2, 5, 3, 3});
        activation.at(1, 2, 1, 1) = 3;
        const TileSheet positive = tileMaps(activation, 1);
        QVERIFY(positive.map == ColourMap::Viridis);
        QCOMPARE(positive.ranges, (std::vector<ValueRange>{{0, 3}}));
        QCOMPARE(positive.columns, 3);
        QCOMPARE(pixel(positive.image, positive.left(2) + 1, positive.top(2) + 1), colourOf(ColourMap::Viridis, 1));
        QCOMPARE(pixel(positive.image, positive.left(5), positive.top(5)), gutter); // no sixth map
        activation.at(1, 0, 0, 0) = -1;
        const TileSheet both = tileMaps(activation, 1);
        QVERIFY(both.map == ColourMap::BlueWhiteOrange);
        QCOMPARE(both.ranges, (std::vector<ValueRange>{{-3, 3}}));
        QCOMPARE(tileMaps(activation, 0).ranges, (std::vector<ValueRange>{{0, 1}})); // nothing but zeros
        QVERIFY_EXCEPTION_THROWN(tileMaps(activation, 2), Error);
        QVERIFY_EXCEPTION_THROWN(tileMaps(activation, -1), Error);
    }
    void numbersThatAreNoneAreSeen()
    {
        HostTensor weights(Shape{1, 3, 1, 2});
        weights.values = {std::nanf(""), 1, 0, 0, 0, 0};
        const TileSheet sheet = tileFilters(weights);
        QCOMPARE(sheet.ranges, (std::vector<ValueRange>{{-1, 1}}));
        QCOMPARE(pixel(sheet.image, 1, 1), notANumberColour);
        HostTensor map(Shape{1, 1, 1, 2});
        map.values = {-INFINITY, 2};
        QCOMPARE(tileMaps(map).ranges, (std::vector<ValueRange>{{0, 2}}));
    }
    void partsCanBeShown()
    {
        HostTensor weights(Shape{10, 3, 2, 2});
        weights.at(7, 0, 0, 0) = 5;
        TileOptions options;
        options.first = 7;
        options.count = 2;
        const TileSheet sheet = tileFilters(weights, options);
        QCOMPARE(sheet.count, 2);
        QCOMPARE(pixel(sheet.image, 1, 1), (Rgb{255, 128, 128}));
        options.first = 10;
        QVERIFY_EXCEPTION_THROWN(tileFilters(weights, options), Error);
        options.first = 9;
        QCOMPARE(tileFilters(weights, options).count, 1);
    }
    void tilesAreFoundUnderTheMouse()
    {
        const TileSheet sheet = tileFilters(HostTensor(Shape{20, 3, 4, 5}));
        for (int i = 0; i < sheet.count; ++i) {
            QCOMPARE(sheet.tileAt(sheet.left(i), sheet.top(i)), i);
            QCOMPARE(sheet.tileAt(sheet.left(i) + 4, sheet.top(i) + 3), i);
            QCOMPARE(sheet.tileAt(sheet.left(i) - 1, sheet.top(i)), -1);
        }
        QCOMPARE(sheet.tileAt(sheet.image.width, 1), -1);
        QCOMPARE(sheet.tileAt(sheet.left(4), sheet.top(16)), -1);
    }
    void hugeSheetsAreRefused()
    {
        HostTensor activation(Shape{1, 300000, 1, 1});
        TileOptions options;
        options.gutter = 64;
        QVERIFY_EXCEPTION_THROWN(tileMaps(activation, 0, options), Error);
        QVERIFY_EXCEPTION_THROWN(enlarge(Image(1000, 1000), 9), Error);
        QVERIFY_EXCEPTION_THROWN(enlarge(Image(10, 10), 0), Error);
    }
    void enlargingRepeatsPixels()
    {
        Image image(2, 1);
        image.rgb = {1, 2, 3, 4, 5, 6};
        const Image large = enlarge(image, 3);
        QCOMPARE(large.width, 6);
        QCOMPARE(large.height, 3);
        QCOMPARE(pixel(large, 2, 2), (Rgb{1, 2, 3}));
        QCOMPARE(pixel(large, 3, 0), (Rgb{4, 5, 6}));
    }
};

QTEST_GUILESS_MAIN(TestTiles)
#include "tst_tiles.moc"
