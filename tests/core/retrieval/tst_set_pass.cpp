// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/set_pass.h"

#include "core/data/spread_pictures.h"
#include "core/retrieval/exciting_patches.h"
#include "core/retrieval/feature_layers.h"
#include "core/retrieval/pace.h"
#include "core/retrieval/pixel_vectors.h"
#include "core/retrieval/set_features.h"
#include "tests/core/retrieval/tiny_frozen.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace alexscope;

class TestSetPass : public QObject {
    Q_OBJECT

    std::unique_ptr<Backend> m_backend = referenceEntry().make();
    FrozenNetwork m_frozen = tiny::frozen(*m_backend);
    DataSource m_data = tiny::data();

    PassRequest request(std::size_t most = 0) const
    {
        PassRequest request;
        request.set = m_data.training;
        request.pictures = allPictures(*m_data.training, most);
        request.batch = 8;
        request.readers = 2;
        return request;
    }
    /// What one layer says of one picture, by a network of its own.
    std::vector<float> byHand(std::size_t picture, int layer)
    {
        const auto network = thaw(m_frozen, *m_backend, {1, Precision::Fp32, false, false});
        const Augmenter augmenter = augmenterOf(m_frozen);
        Image scratch;
        std::vector<float> input(static_cast<std::size_t>(augmenter.input().perPicture()));
        augmenter.apply(m_data.training->image(picture, scratch), augmenter.centreTransform(), input);
        network->setInput(input);
        network->setLabels({});
        network->forward({Phase::Test, 0, 0});
        return network->download(network->activation(layer)).values;
    }

private slots:
    void picturesOfASetAreSpread_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("most");
        QTest::newRow("all") << 30 << 100;
        QTest::newRow("as many as there are") << 30 << 30;
        QTest::newRow("half") << 1000 << 500;
        QTest::newRow("few") << 1000 << 7;
        QTest::newRow("none") << 0 << 10;
    }
    void picturesOfASetAreSpread()
    {
        QFETCH(int, size);
        QFETCH(int, most);
        const auto pictures = spreadPictures(static_cast<std::size_t>(size), static_cast<std::size_t>(most));
        QCOMPARE(pictures.size(), static_cast<std::size_t>(std::min(size, most)));
        QVERIFY(std::is_sorted(pictures.begin(), pictures.end()));
        QVERIFY(std::adjacent_find(pictures.begin(), pictures.end()) == pictures.end());
        QVERIFY(pictures.empty() || pictures.back() < static_cast<std::size_t>(size));
        if (size == 1000 && most == 500) { // of classes that take turns none is missed
            std::set<std::size_t> classes;
            for (const std::size_t picture : pictures)
                classes.insert(picture % 10);
            QCOMPARE(classes.size(), std::size_t(10));
        }
    }

    void layersByName()
    {
        const NetworkSpec alexnet = loadNetwork("alexnet").withClasses(1000);
        QCOMPARE(lastHiddenLayer(alexnet), std::string("fc7"));
        QCOMPARE(featureLayers(alexnet), (std::vector<std::string>{"pool1", "pool2", "pool5", "fc6", "fc7"}));
        QCOMPARE(alexnet.layers[static_cast<std::size_t>(featureOutput(alexnet, "fc7"))].name, std::string("relu7"));
        QCOMPARE(alexnet.layers[static_cast<std::size_t>(featureOutput(alexnet, "pool5"))].name, std::string("pool5"));
        QCOMPARE(lastHiddenLayer(m_frozen.network), std::string("pool1")); // of a network with one linear layer
        for (const std::string name : {"fc8", "prob", "nothing"})
            QVERIFY_THROWS_EXCEPTION(Error, featureOutput(alexnet, name));
    }

    void featuresAreThoseOfTheNetwork()
    {
        PassRequest wanted = request();
        wanted.layers = {"pool1", "conv1"};
        wanted.probabilities = true;
        SetPass pass(*m_backend, m_frozen, wanted);
        QCOMPARE(pass.total(), std::size_t{50});
        std::size_t seen = 0;
        const int pool = m_frozen.network.indexOf("pool1"), relu = m_frozen.network.indexOf("relu1"),
                  prob = m_frozen.network.indexOf("prob");
        while (pass.advance()) {
            const std::size_t count = pass.labels().size();
            QCOMPARE(pass.pictures().size(), count);
            for (std::size_t i = 0; i < count; ++i) {
                const std::size_t picture = pass.pictures()[i];
                QCOMPARE(picture, seen + i);
                QCOMPARE(pass.labels()[i], m_data.training->label(picture));
                if (picture % 7 == 0 || picture == 49) {
                    const auto one = [&](std::span<const float> all) {
                        const std::size_t each = all.size() / count;
                        return std::vector<float>(all.begin() + static_cast<std::ptrdiff_t>(i * each),
                                                  all.begin() + static_cast<std::ptrdiff_t>((i + 1) * each));
                    };
                    QCOMPARE(one(pass.features(0)), byHand(picture, pool));
                    QCOMPARE(one(pass.features(1)), byHand(picture, relu));
                    QCOMPARE(one(pass.probabilities()), byHand(picture, prob));
                }
            }
            seen += count;
        }
        QCOMPARE(seen, std::size_t{50});
        QVERIFY(pass.labels().empty());
        QVERIFY(!pass.advance());
    }

    void picturesMayBeChosen()
    {
        PassRequest wanted = request(7);
        wanted.layers = {"pool1"};
        QCOMPARE(wanted.pictures, spreadPictures(m_data.training->size(), 7));
        const FeaturesRequest features{.pass = wanted, .pixelSide = 4};
        const SetFeatures found = featuresOf(*m_backend, m_frozen, features);
        QCOMPARE(found.rows(), std::size_t{7});
        QCOMPARE(found.iteration, std::int64_t{17});
        const auto each = static_cast<std::size_t>(found.shape.perPicture());
        const std::vector<float> third(found.values.begin() + static_cast<std::ptrdiff_t>(3 * each),
                                       found.values.begin() + static_cast<std::ptrdiff_t>(4 * each));
        QCOMPARE(third, byHand(wanted.pictures[3], m_frozen.network.indexOf("pool1")));
        Image scratch;
        const std::vector<std::uint8_t> pixels =
            PixelVectors(augmenterOf(m_frozen), 4).of(m_data.training->image(wanted.pictures[3], scratch));
        QCOMPARE(pixels.size(), PixelVectors::dimension(4));
        QVERIFY(std::equal(pixels.begin(), pixels.end(),
                           found.pixels.begin() + static_cast<std::ptrdiff_t>(3 * pixels.size())));
    }

    void pixelsAreTheCropAsPeopleSeeIt()
    {
        const Augmenter augmenter = augmenterOf(m_frozen);
        Image scratch;
        const ImageView picture = m_data.training->image(5, scratch);
        const Image crop = augmenter.applyForDisplay(picture, augmenter.centreTransform());
        QCOMPARE(PixelVectors(augmenter, 8).of(picture), crop.rgb);
        // Averaged to 4×4: the mean of each 2×2 box, to the nearest.
        const std::vector<std::uint8_t> small = PixelVectors(augmenter, 4).of(picture);
        for (int y = 0; y < 4; ++y)
            for (int x = 0; x < 4; ++x)
                for (int c = 0; c < 3; ++c) {
                    int sum = 0;
                    for (int i = 0; i < 4; ++i)
                        sum += ImageView(crop).pixel(2 * x + i % 2, 2 * y + i / 2)[c];
                    const double difference = small[static_cast<std::size_t>((y * 4 + x) * 3 + c)] - sum / 4.0;
                    QVERIFY2(std::fabs(difference) < 0.51, qPrintable(QString::number(difference)));
                }
        QVERIFY_THROWS_EXCEPTION(Error, PixelVectors(augmenter, 9));
    }

    void badRequestsAreSentences()
    {
        PassRequest none = request();
        none.pictures.clear();
        QVERIFY_THROWS_EXCEPTION(Error, SetPass(*m_backend, m_frozen, none));
        PassRequest beyond = request();
        beyond.pictures.push_back(50);
        QVERIFY_THROWS_EXCEPTION(Error, SetPass(*m_backend, m_frozen, beyond));
        PassRequest unknown = request();
        unknown.layers = {"fc7"};
        QVERIFY_THROWS_EXCEPTION(Error, SetPass(*m_backend, m_frozen, unknown));
        FrozenNetwork lost = m_frozen;
        lost.parameters.erase("fc2.bias");
        QVERIFY_THROWS_EXCEPTION(Error, SetPass(*m_backend, lost, request()));
        auto broken = std::make_shared<HostTensor>(*m_frozen.parameters.at("fc2.bias"));
        broken->values[1] = std::numeric_limits<float>::quiet_NaN();
        lost.parameters["fc2.bias"] = broken;
        QVERIFY_THROWS_EXCEPTION(Error, SetPass(*m_backend, lost, request()));
    }

    void cancellingEndsAtTheNextBatch()
    {
        FeaturesRequest features{.pass = request()};
        features.pass.layers = {"pool1"};
        std::size_t last = 0;
        features.goOn = [&](RetrievalProgress p) { return (last = p.done) < 16; };
        QVERIFY_THROWS_EXCEPTION(Cancelled, featuresOf(*m_backend, m_frozen, features));
        QCOMPARE(last, std::size_t{16});
    }

    void hashesTellWeightsApart()
    {
        QCOMPARE(hashOf(m_frozen), hashOf(tiny::frozen(*m_backend)));
        QVERIFY(hashOf(m_frozen) != hashOf(tiny::frozen(*m_backend, 2)));
    }

    void patchesAreTheStrongestPlaces()
    {
        const Shape shape{1, 2, 2, 3};
        ExcitingPatches patches(shape, 2);
        patches.take(8, std::vector<float>{0, 1, 5, 0, 5, 0, /**/ -1, -2, 0, 0, -1, 0});
        patches.take(3, std::vector<float>{0, 5, 0, 0, 0, 0, /**/ 0, 0, 0, 0, 0, 2});
        patches.take(9,
                     std::vector<float>{4, 0, 0, 0, 0, 0, /**/ std::numeric_limits<float>::infinity(), 0, 0, 0, 0, 1});
        QCOMPARE(patches.of(0).size(), std::size_t{2});
        QVERIFY((patches.of(0)[0] == ExcitingPatch{3, 1, 0, 5})); // equal values by picture
        QVERIFY((patches.of(0)[1] == ExcitingPatch{8, 2, 0, 5})); // the first of a picture's equal places
        QVERIFY((patches.of(1)[0] == ExcitingPatch{3, 2, 1, 2}));
        QVERIFY((patches.of(1)[1] == ExcitingPatch{9, 2, 1, 1}));
    }

    void patchesAreSeenWhereTheyLie()
    {
        const NetworkSpec alexnet = loadNetwork("alexnet").withClasses(1000);
        const std::vector<LayerGeometry> geometry = geometryOf(alexnet);
        const auto of = [&](const char* layer, int x, int y) {
            return seenBy(alexnet, geometry[static_cast<std::size_t>(alexnet.indexOf(layer))], x, y);
        };
        QCOMPARE(of("conv1", 0, 0), (PatchRectangle{0, 0, 11, 11}));
        QCOMPARE(of("conv1", 54, 1), (PatchRectangle{216, 4, 11, 11}));
        const PatchRectangle whole = of("fc7", 0, 0);
        QCOMPARE(whole, (PatchRectangle{0, 0, 227, 227}));
        const PatchRectangle corner = of("conv5", 0, 0);
        QVERIFY(corner.x == 0 && corner.y == 0 && corner.width > 11 && corner.width < 227); // cut at the border
    }

    void paceRests()
    {
        QVERIFY_THROWS_EXCEPTION(Error, Pace(0));
        QVERIFY_THROWS_EXCEPTION(Error, Pace(1.5));
        Pace half(0.5);
        QTest::qSleep(100);
        const auto begin = std::chrono::steady_clock::now();
        half.rest();
        QVERIFY(std::chrono::steady_clock::now() - begin >= std::chrono::milliseconds(95));
        Pace stopped(0.001);
        QTest::qSleep(20);
        int asked = 0;
        stopped.rest([&] { return ++asked < 2; }); // 20 s of sleep otherwise
        QCOMPARE(asked, 2);
    }
};

QTEST_GUILESS_MAIN(TestSetPass)
#include "tst_set_pass.moc"
