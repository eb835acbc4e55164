// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/colour_map.h"

#include <QTest>

#include <cmath>

using namespace alexscope;

namespace {

double lightness(const Rgb& c)
{
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}

} // namespace

class TestColourMap : public QObject {
    Q_OBJECT
private slots:
    void endsAndMiddle()
    {
        QCOMPARE(colourOf(ColourMap::Grey, 0), (Rgb{0, 0, 0}));
        QCOMPARE(colourOf(ColourMap::Grey, 0.5), (Rgb{128, 128, 128}));
        QCOMPARE(colourOf(ColourMap::Grey, 1), (Rgb{255, 255, 255}));
        QCOMPARE(colourOf(ColourMap::Viridis, 0), (Rgb{68, 1, 84}));
        QCOMPARE(colourOf(ColourMap::Viridis, 1), (Rgb{253, 231, 37}));
        const Rgb zero = colourOf(ColourMap::BlueWhiteOrange, 0.5);
        QVERIFY(zero[0] == zero[1] && zero[1] == zero[2] && zero[0] > 240);
        const Rgb negative = colourOf(ColourMap::BlueWhiteOrange, 0.2),
                  positive = colourOf(ColourMap::BlueWhiteOrange, 0.8);
        QVERIFY(negative[2] > negative[0] && positive[0] > positive[2]);
    }
    void viridisGrowsEvenlyLighter()
    {
        for (int i = 1; i <= 100; ++i)
            QVERIFY(lightness(colourOf(ColourMap::Viridis, i / 100.0)) >
                    lightness(colourOf(ColourMap::Viridis, (i - 1) / 100.0)));
    }
    void outsideIsTheNearerEndAndNanIsSeen()
    {
        for (const ColourMap map : {ColourMap::Grey, ColourMap::Viridis, ColourMap::BlueWhiteOrange}) {
            QCOMPARE(colourOf(map, -3), colourOf(map, 0));
            QCOMPARE(colourOf(map, INFINITY), colourOf(map, 1));
            QCOMPARE(colourOf(map, std::nan("")), notANumberColour);
        }
    }
};

QTEST_GUILESS_MAIN(TestColourMap)
#include "tst_colour_map.moc"
