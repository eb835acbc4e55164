// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_text.h"
#include "core/picture/tiles.h"
#include "gui/look/appearance.h"
#include "gui/look/colours.h"
#include "gui/widgets/channel_bars.h"
#include "gui/widgets/colour_legend.h"
#include "gui/widgets/map_legend.h"
#include "gui/widgets/network_diagram.h"
#include "gui/widgets/step_strip.h"
#include "gui/widgets/tile_view.h"
#include "tests/gui/blank_font.h"
#include "tests/gui/sample_run.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>
#include <memory>

using namespace alexscope;
using namespace alexscope::gui;

namespace {

QString baselineFile(const QString& name)
{
    return QStringLiteral(ALEXSCOPE_TESTS_DIR "/gui/baselines/%1.png").arg(name);
}

/// Gratings of all directions, in few values, so that the picture packs well.
HostTensor gratings()
{
    HostTensor weights(Shape{96, 3, 11, 11});
    for (std::int64_t filter = 0; filter < 96; ++filter)
        for (std::int64_t channel = 0; channel < 3; ++channel)
            for (std::int64_t y = 0; y < 11; ++y)
                for (std::int64_t x = 0; x < 11; ++x) {
                    const double angle = static_cast<double>(filter % 12) * 0.26;
                    const double wave = std::sin(std::cos(angle) * static_cast<double>(x - 5) +
                                                 std::sin(angle) * static_cast<double>(y - 5) +
                                                 static_cast<double>(channel * (filter / 12)) * 0.4);
                    weights.at(filter, channel, y, x) = static_cast<float>(std::round(wave * 4) / 4);
                }
    return weights;
}

std::shared_ptr<HostTensor> ramp(const Shape& shape)
{
    auto tensor = std::make_shared<HostTensor>(shape);
    for (std::size_t i = 0; i < tensor->values.size(); ++i)
        tensor->values[i] = static_cast<float>(i % 7) / 7;
    return tensor;
}

std::shared_ptr<const RunDescription> runOf(const std::string& network)
{
    auto run = std::make_shared<RunDescription>();
    run->network = loadNetwork(network).withClasses(10);
    run->geometry = geometryOf(run->network);
    run->data = sample::data();
    return run;
}

/// What is painted, with or without a fault that somebody might put into it.
using Painting = std::unique_ptr<QWidget>;

Painting paintFilters(bool wrong)
{
    auto view = std::make_unique<TileView>();
    HostTensor weights = gratings();
    if (wrong) // the tiles of two filters changed places
        std::swap_ranges(weights.values.begin(), weights.values.begin() + 3 * 121,
                         weights.values.begin() + 3 * 121 * 19);
    view->setSheet(tileFilters(weights));
    view->setBands({{0, 2, QStringLiteral("tower 1")}, {3, 5, QStringLiteral("tower 2")}});
    view->setChosen(17);
    view->resize(480, 220);
    return view;
}

Painting paintStrip(bool wrong)
{
    auto* model = new LiveModel;
    model->setRun(runOf("alexnet-small"));
    SessionStatus status = sample::holding(3);
    const int layer = model->run()->network.indexOf(wrong ? "conv3" : "norm2");
    status.next = {PieceKind::Forward, 0, layer, 1};
    model->setStatus(status);
    auto strip = std::make_unique<StepStrip>(*model);
    model->setParent(strip.get()); // goes with it
    strip->resize(1100, strip->sizeHint().height());
    return strip;
}

Painting paintScales(bool wrong)
{
    auto both = std::make_unique<QWidget>();
    auto* layout = new QVBoxLayout(both.get());
    auto* maps = new MapLegend;
    maps->setScale(wrong ? ColourMap::Grey : ColourMap::Viridis, {0, 3.5});
    auto* signedMaps = new MapLegend;
    signedMaps->setScale(ColourMap::BlueWhiteOrange, {-2, 2});
    auto* weights = new ColourLegend;
    weights->setLimit(0.125);
    for (QWidget* legend :
         {static_cast<QWidget*>(maps), static_cast<QWidget*>(signedMaps), static_cast<QWidget*>(weights)})
        layout->addWidget(legend);
    both->resize(360, 120);
    return both;
}

Painting paintNetwork(bool wrong)
{
    auto diagram = std::make_unique<NetworkDiagram>();
    const auto run = runOf(wrong ? "alexnet-onetower" : "alexnet-small");
    diagram->setNetwork(run->network, run->geometry);
    diagram->setRoom(QSize(260, 480));
    const int conv1 = run->network.indexOf("conv1");
    const Shape& shape = run->geometry[static_cast<std::size_t>(conv1)].output;
    diagram->setMaps({{conv1, ramp(shape.withBatch(1))}});
    const int conv2 = run->network.indexOf("conv2");
    diagram->setNext(Piece{PieceKind::Forward, 0, conv2, 1});
    diagram->setChosen(run->network.indexOf("conv4"));
    return diagram;
}

Painting paintLrnChart(bool wrong)
{
    auto bars = std::make_unique<ChannelBars>();
    ChannelSeries before{QStringLiteral("before"), okabeIto::skyBlue, {}},
        after{QStringLiteral("after"), okabeIto::orange, {}};
    for (int channel = 0; channel < 32; ++channel) {
        before.values.push_back(1 + std::sin(channel * 0.7));
        after.values.push_back(before.values.back() * (wrong ? 0.9 : 0.6));
    }
    bars->setSeries({before, after});
    bars->setHeading(QStringLiteral("All channels at (3, 4)"));
    bars->setWindow(9, 14, QStringLiteral("n = 5"));
    bars->setChosen(11);
    bars->setGroups(2);
    bars->resize(420, 150);
    return bars;
}

/// Pictures in blocks of 8×8 pixels: what another version of Qt does to edges, and a pixel here or there, is lost in
/// the mean of a block; a wrong colour, place or form is not.
struct Difference {
    double mean = 0;  ///< over all blocks, in grey levels
    double share = 0; ///< of blocks that differ by more than `visible`
    static constexpr int block = 8;
    static constexpr double visible = 24, mostMean = 1.5, mostShare = 0.004;

    bool isVisible() const { return mean > mostMean || share > mostShare; }
};

Difference compare(const QImage& a, const QImage& b)
{
    Difference difference;
    if (a.size() != b.size())
        return {255, 1};
    const auto meanOf = [](const QImage& image, QRect area, int shift) {
        double sum = 0;
        for (int y = area.top(); y <= area.bottom(); ++y)
            for (int x = area.left(); x <= area.right(); ++x)
                sum += (image.pixel(x, y) >> shift) & 0xff;
        return sum / (area.width() * area.height());
    };
    int blocks = 0, different = 0;
    for (int y = 0; y < a.height(); y += Difference::block)
        for (int x = 0; x < a.width(); x += Difference::block, ++blocks) {
            const QRect area = QRect(x, y, Difference::block, Difference::block).intersected(a.rect());
            double most = 0;
            for (const int shift : {0, 8, 16})
                most = std::max(most, std::abs(meanOf(a, area, shift) - meanOf(b, area, shift)));
            difference.mean += most;
            different += most > Difference::visible;
        }
    difference.mean /= blocks;
    difference.share = static_cast<double>(different) / blocks;
    return difference;
}

} // namespace

/// Our own drawing against pictures of it (baselines/). The letters are those of blank.ttf, equally wide and empty, so
/// that no font of the machine is in the pictures. With ALEXSCOPE_RENEW_BASELINES set the pictures are painted anew
/// instead; look at them before they are committed.
class TestPaintings : public QObject {
    Q_OBJECT

    struct Row {
        const char* name;
        Painting (*paint)(bool wrong);
    };
    static constexpr Row rows[] = {{"filters", paintFilters},
                                   {"step-strip", paintStrip},
                                   {"colour-scales", paintScales},
                                   {"network", paintNetwork},
                                   {"lrn-chart", paintLrnChart}};

    static QImage picture(const Row& row, bool dark, bool wrong)
    {
        applyAppearance(dark ? Appearance::Dark : Appearance::Light);
        const Painting painting = row.paint(wrong);
        return painting->grab().toImage().convertToFormat(QImage::Format_RGB32);
    }
    static void eachPainting()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<bool>("dark");
        for (int i = 0; i < static_cast<int>(std::size(rows)); ++i)
            for (const bool dark : {false, true})
                QTest::newRow(qPrintable(nameOf(rows[i], dark))) << i << dark;
    }
    static QString nameOf(const Row& row, bool dark)
    {
        return QLatin1String(row.name) + (dark ? QStringLiteral("-dark") : QString());
    }

private slots:
    void initTestCase() { QVERIFY(writeWithBlankLetters()); }

    void looksAsItDid_data() { eachPainting(); }
    void looksAsItDid()
    {
        QFETCH(int, row);
        QFETCH(bool, dark);
        const QString name = nameOf(rows[row], dark);
        const QImage now = picture(rows[row], dark, false);
        if (qEnvironmentVariableIsSet("ALEXSCOPE_RENEW_BASELINES")) {
            QVERIFY(now.save(baselineFile(name)));
            QVERIFY2(QFileInfo(baselineFile(name)).size() < 20'000, "a baseline is a small file");
            return;
        }
        const QImage then(baselineFile(name));
        QVERIFY2(!then.isNull(), qPrintable(baselineFile(name)));
        const Difference difference = compare(now, then.convertToFormat(QImage::Format_RGB32));
        const QString painted = QDir::temp().filePath(QStringLiteral("painted-%1.png").arg(name));
        if (difference.isVisible())
            now.save(painted);
        QVERIFY2(!difference.isVisible(),
                 qPrintable(QStringLiteral("mean difference %1, %2 % of the blocks visibly; what was painted is in %3")
                                .arg(difference.mean)
                                .arg(100 * difference.share)
                                .arg(painted)));
    }

    void aFaultIsNoticed_data() { eachPainting(); }
    void aFaultIsNoticed()
    {
        QFETCH(int, row);
        QFETCH(bool, dark);
        const QImage then(baselineFile(nameOf(rows[row], dark)));
        const QImage wrong = picture(rows[row], dark, true);
        QVERIFY(compare(wrong, then.convertToFormat(QImage::Format_RGB32)).isVisible());
    }

    void theSamePaintedTwiceIsTheSame_data() { eachPainting(); }
    void theSamePaintedTwiceIsTheSame()
    {
        QFETCH(int, row);
        QFETCH(bool, dark);
        QCOMPARE(compare(picture(rows[row], dark, false), picture(rows[row], dark, false)).mean, 0.0);
    }
};

QTEST_MAIN(TestPaintings)
#include "tst_paintings.moc"
