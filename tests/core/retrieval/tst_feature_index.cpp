// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retrieval/feature_index.h"

#include "core/retrieval/index_builder.h"
#include "core/retrieval/nearest.h"
#include "core/retrieval/set_features.h"
#include "tests/core/retrieval/tiny_frozen.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <fstream>

using namespace alexscope;
namespace fs = std::filesystem;

class TestFeatureIndex : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Backend> m_backend = referenceEntry().make();
    FrozenNetwork m_frozen = tiny::frozen(*m_backend);
    DataSource m_data = tiny::data();

    fs::path path(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }
    IndexRequest request() const
    {
        IndexRequest request;
        request.pass.set = m_data.training;
        request.pass.pictures = allPictures(*m_data.training);
        request.pass.layers = {"pool1"};
        request.pass.batch = 8;
        request.description.data = "tiny";
        request.description.split = "training";
        request.description.classNames = m_data.classNames;
        request.description.weights = "tiny.safetensors";
        request.pixelSide = 4;
        request.codeBits = 128;
        request.patchLayers = {"conv1"};
        request.patchesPerUnit = 3;
        return request;
    }
    void build(const char* name, const IndexRequest& wanted) { buildIndex(path(name), *m_backend, m_frozen, wanted); }
    SetFeatures features()
    {
        const FeaturesRequest wanted{.pass = request().pass, .pixelSide = 4};
        return featuresOf(*m_backend, m_frozen, wanted);
    }
    static std::vector<std::uint8_t> bytesOf(const fs::path& file)
    {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    static void write(const fs::path& file, std::span<const std::uint8_t> bytes)
    {
        std::ofstream(file, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    }
    static std::string fault(const fs::path& file)
    {
        try {
            const FeatureIndex index(file);
            // What was let in must be usable.
            std::vector<float> all(index.rows() * index.dimension());
            index.features().read(all);
            if (!index.codes().empty())
                index.codeMaker();
            for (const IndexedPatches& patches : index.patches())
                if (patches.patches.size() != patches.perUnit * static_cast<std::size_t>(patches.output.c))
                    return "patches";
        } catch (const Error& error) {
            return error.what();
        }
        return {};
    }

private slots:
    void holdsWhatWasComputed_data()
    {
        QTest::addColumn<bool>("half");
        QTest::newRow("single") << false;
        QTest::newRow("half") << true;
    }
    void holdsWhatWasComputed()
    {
        QFETCH(bool, half);
        IndexRequest wanted = request();
        wanted.half = half;
        build("whole", wanted);
        const FeatureIndex index(path("whole"));
        const SetFeatures truth = features();
        const IndexDescription& d = index.description();
        QCOMPARE(d.layer, std::string("pool1"));
        QCOMPARE(d.network, formatNetwork(m_frozen.network));
        QVERIFY(d.shape == truth.shape);
        QCOMPARE(d.data, std::string("tiny"));
        QCOMPARE(d.classNames, m_data.classNames);
        QCOMPARE(d.iteration, std::int64_t{17});
        QCOMPARE(d.weightsHash, hashOf(m_frozen));
        QCOMPARE(d.precision, std::string("fp32"));
        QCOMPARE(index.rows(), std::size_t{50});
        std::vector<float> stored(truth.values.size());
        index.features().read(stored);
        if (half) {
            std::vector<std::uint16_t> rounded(truth.values.size());
            toHalf(truth.values, rounded);
            QVERIFY(std::memcmp(index.features().data, rounded.data(), rounded.size() * 2) == 0);
        } else {
            QCOMPARE(stored, truth.values);
        }
        QVERIFY(std::equal(truth.labels.begin(), truth.labels.end(), index.labels().begin(), index.labels().end()));
        QVERIFY(
            std::equal(truth.pictures.begin(), truth.pictures.end(), index.pictures().begin(), index.pictures().end()));
        QCOMPARE(index.pixelSide(), 4);
        QVERIFY(std::memcmp(index.pixels().data, truth.pixels.data(), truth.pixels.size()) == 0);
        QVERIFY(index.codeMaker().codesOf(index.features()) ==
                std::vector<std::uint64_t>(index.codes().begin(), index.codes().end()));
        QVERIFY(index.codeMaker().mean() == CodeMaker::forSet(truth.view(), 128, 1).mean());
    }

    void patchesAreKept()
    {
        build("patches", request());
        const FeatureIndex index(path("patches"));
        QCOMPARE(index.patches().size(), std::size_t{1});
        const IndexedPatches& kept = index.patches().front();
        QCOMPARE(kept.layer, std::string("conv1"));
        PassRequest pass = request().pass;
        pass.layers = {"conv1"};
        const SetFeatures maps = featuresOf(*m_backend, m_frozen, {.pass = pass});
        ExcitingPatches truth(maps.shape, 3);
        const auto each = static_cast<std::size_t>(maps.shape.perPicture());
        for (std::size_t i = 0; i < maps.rows(); ++i)
            truth.take(static_cast<std::uint32_t>(maps.pictures[i]), std::span(maps.values).subspan(i * each, each));
        for (std::size_t unit = 0; unit < truth.units(); ++unit)
            QVERIFY(std::equal(truth.of(unit).begin(), truth.of(unit).end(),
                               kept.patches.begin() + static_cast<std::ptrdiff_t>(unit * 3)));
        QVERIFY(kept.patches.front().value > 0);
    }

    void searchesWhereItLies()
    {
        build("search", request());
        const FeatureIndex index(path("search"));
        const SetFeatures asked = features();
        NearestOptions options;
        const auto found = nearest(index.features(), asked.values, options);
        QVERIFY(found == nearestByDefinition(asked.view(), asked.values, options));
        for (std::size_t q = 0; q < found.size(); ++q)
            QVERIFY(found[q].front().row == q && found[q].front().distance == 0);
    }

    void cancellingLeavesNothing()
    {
        IndexRequest wanted = request();
        for (const RetrievalTask at : {RetrievalTask::Features, RetrievalTask::Codes, RetrievalTask::Writing}) {
            wanted.goOn = [at](RetrievalProgress p) { return p.task != at; };
            QVERIFY_THROWS_EXCEPTION(Cancelled, build("cancelled", wanted));
            QVERIFY(!fs::exists(path("cancelled")) && !fs::exists(path("cancelled.part")));
        }
    }

    void impossibleRequests()
    {
        IndexRequest descending = request();
        std::swap(descending.pass.pictures[3], descending.pass.pictures[4]);
        QVERIFY_THROWS_EXCEPTION(Error, build("no", descending));
        IndexRequest twoLayers = request();
        twoLayers.pass.layers = {"pool1", "conv1"};
        QVERIFY_THROWS_EXCEPTION(Error, build("no", twoLayers));
        auto huge = std::make_shared<HostTensor>(*m_frozen.parameters.at("conv1.bias"));
        for (float& value : huge->values)
            value = 1e6f;
        FrozenNetwork loud = m_frozen;
        loud.parameters["conv1.bias"] = huge;
        IndexRequest half = request();
        half.half = true;
        half.pass.layers = {"conv1"};
        QVERIFY_THROWS_EXCEPTION(Error, buildIndex(path("no"), *m_backend, loud, half)); // does not fit half precision
        QVERIFY(!fs::exists(path("no")) && !fs::exists(path("no.part")));
    }

    void refusesWhatIsNoIndex()
    {
        QVERIFY(fault(path("nowhere")).find("nowhere") != std::string::npos);
        write(path("empty"), {});
        QVERIFY(!fault(path("empty")).empty());
        const std::string text = "not an index at all, but long enough for a header of one";
        write(path("text"), {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
        QVERIFY(fault(path("text")).find("does not begin as one") != std::string::npos);
    }

    void truncatedAnywhere()
    {
        build("whole", request());
        const std::vector<std::uint8_t> whole = bytesOf(path("whole"));
        for (std::size_t length = 1; length < whole.size(); length += length < 600 ? 1 : 97) {
            write(path("short"), std::span(whole).first(length));
            QVERIFY2(!fault(path("short")).empty(), qPrintable(QString::number(length)));
        }
        std::vector<std::uint8_t> longer = whole;
        longer.push_back(0);
        write(path("long"), longer);
        QVERIFY(!fault(path("long")).empty());
    }

    /// Every byte of header, table and text turned to several others: refused or usable, never a crash.
    void alteredAnywhere()
    {
        build("whole", request());
        std::vector<std::uint8_t> bytes = bytesOf(path("whole"));
        std::uint32_t sections = 0;
        std::memcpy(&sections, bytes.data() + 12, 4);
        const std::size_t table = 16 + sections * 32;
        int refused = 0, all = 0;
        for (std::size_t i = 0; i < table; ++i)
            for (const std::uint8_t other : std::initializer_list<std::uint8_t>{0x00, 0x01, 0x7f, 0x80, 0xff}) {
                const std::uint8_t own = bytes[i];
                bytes[i] = other;
                write(path("altered"), bytes);
                refused += !fault(path("altered")).empty();
                all += own != other;
                bytes[i] = own;
            }
        QVERIFY2(refused > all * 9 / 10, qPrintable(QStringLiteral("%1 of %2").arg(refused).arg(all)));
        const auto change = [&](const std::string& from, const std::string& to) {
            std::vector<std::uint8_t> altered = bytes;
            const auto at = std::search(altered.begin(), altered.end(), from.begin(), from.end());
            QVERIFY2(at != altered.end() && from.size() == to.size(), from.c_str());
            std::copy(to.begin(), to.end(), at);
            write(path("altered"), altered);
            QVERIFY2(!fault(path("altered")).empty(), to.c_str());
        };
        change("\"pixelSide\":4", "\"pixelSide\":5");
        change("\"codeBits\":128", "\"codeBits\":192");
        change("\"codeBits\":128", "\"codeBits\":100");
        change("\"perUnit\":3", "\"perUnit\":4");
        change("\"perUnit\":3", "\"perUnit\":0");
        change("\"shape\":[4", "\"shape\":[5");
        change("\"shape\":[4", "\"shape\":[0");
        change("\"classes\":[\"red\",\"green\",\"blue\"]", "\"classes\":[\"red\",\"green,blue..\"]");
    }

    void labelsAndNumbersAreChecked()
    {
        build("whole", request());
        const std::vector<std::uint8_t> bytes = bytesOf(path("whole"));
        std::uint32_t sections = 0;
        std::memcpy(&sections, bytes.data() + 12, 4);
        for (std::uint32_t s = 0; s < sections; ++s) {
            std::uint32_t kind = 0;
            std::uint64_t offset = 0;
            std::memcpy(&kind, bytes.data() + 16 + s * 32, 4);
            std::memcpy(&offset, bytes.data() + 16 + s * 32 + 8, 8);
            if (kind != 4 && kind != 5 && kind != 8) // labels, picture numbers, patches
                continue;
            std::vector<std::uint8_t> altered = bytes;
            std::fill_n(altered.begin() + static_cast<std::ptrdiff_t>(offset), 8, std::uint8_t{0xff});
            write(path("altered"), altered);
            QVERIFY2(!fault(path("altered")).empty(), qPrintable(QString::number(kind)));
        }
    }
};

QTEST_GUILESS_MAIN(TestFeatureIndex)
#include "tst_feature_index.moc"
