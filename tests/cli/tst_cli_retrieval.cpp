// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "core/network/network.h"
#include "core/network/network_text.h"
#include "core/retrieval/feature_index.h"
#include "core/storage/weights_file.h"
#include "cuda/cuda_backend.h"
#include "emulated_device.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>

using namespace alexscope;
using namespace alexscope::cli;

class TestCliRetrieval : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }
    void save(const char* name, std::uint64_t seed)
    {
        const auto backend = referenceEntry().make();
        Network network(parseNetwork(smallNetwork, "small").withClasses(3), *backend,
                        {1, Precision::Fp32, false, false});
        network.initialise(seed);
        SetStatistics statistics;
        statistics.picturesUsed = 1;
        saveWeights(path(name), network, {{"red", "green", "blue"}, statistics});
    }

private slots:
    void initTestCase()
    {
        save("w", 3);
        save("other", 4);
        const Outcome outcome =
            command({"index", "--weights", path("w"), "--data", "colours", "--out", path("i"), "--pixel-side", "8",
                     "--code-bits", "128", "--patches", "conv1,pool1", "--json"});
        COMPARE_STATUS(outcome, Good);
        const auto json = outcome.json();
        QCOMPARE(json.at("layer").get<std::string>(), std::string("fc6"));
        QCOMPARE(json.at("dimension").get<int>(), 16);
        QCOMPARE(json.at("pictures").get<int>(), 96);
        QCOMPARE(json.at("patches").size(), std::size_t{2});
    }
    void findsWhatIsAlike()
    {
        const Outcome outcome =
            command({"neighbours", "--index", path("i"), "green.png", "--k", "5", "--pixels", "--codes", "--json"});
        COMPARE_STATUS(outcome, Good);
        const auto json = outcome.json();
        QCOMPARE(json.at("metric").get<std::string>(), std::string("euclidean"));
        const auto& query = json.at("queries").at(0);
        for (const char* list : {"neighbours", "pixelNeighbours", "codeNeighbours"}) {
            QCOMPARE(query.at(list).size(), std::size_t{5});
            double before = 0;
            for (const auto& neighbour : query.at(list)) {
                QCOMPARE(neighbour.at("className").get<std::string>(), std::string("green"));
                QCOMPARE(neighbour.at("name").get<std::string>(),
                         std::string("colour " + std::to_string(neighbour.at("picture").get<int>())));
                QVERIFY(neighbour.at("distance").get<double>() >= before);
                before = neighbour.at("distance").get<double>();
            }
        }
        const Outcome text = command({"neighbours", "--index", path("i"), "green.png", "--pixels"});
        COMPARE_STATUS(text, Good);
        QVERIFY(text.out.find("nearest in fc6") != std::string::npos &&
                text.out.find("nearest in pixels, 8×8") != std::string::npos);
    }
    void evaluates()
    {
        const Outcome own = command({"neighbours", "--index", path("i"), "--evaluate", "--k", "3", "--json"});
        COMPARE_STATUS(own, Good);
        const auto evaluation = own.json().at("evaluation");
        QCOMPARE(evaluation.at("way").get<std::string>(), std::string("leave one out"));
        QCOMPARE(evaluation.at("queries").get<int>(), 96);
        QCOMPARE(evaluation.at("pixels").at("precision").get<double>(), 1.0);
        QVERIFY(evaluation.at("features").at("precision").get<double>() > 0.9);
        QCOMPARE(evaluation.at("features").at("byChance").get<double>(), 31.0 / 95);
        QVERIFY(evaluation.at("codes").at("recallRanked").get<double>() >=
                evaluation.at("codes").at("recall").get<double>());

        COMPARE_STATUS(command({"index", "--weights", path("w"), "--data", "colours", "--split", "validation", "--half",
                                "--out", path("v")}),
                       Good);
        const Outcome others =
            command({"neighbours", "--index", path("i"), "--queries", path("v"), "--evaluate", "--json"});
        COMPARE_STATUS(others, Good);
        QCOMPARE(others.json().at("evaluation").at("queries").get<int>(), 30);
        QCOMPARE(others.json().at("evaluation").at("way").get<std::string>(), std::string("queries of another index"));
    }
    /// The GPU's code on an emulated device finds the same; where it has too little memory it says so, or the processor
    /// does the work.
    void evaluatesOnADevice()
    {
        const BackendEntry gpu{"cuda", "", cuda::makeCudaBackend};
        const auto evaluate = [&](const char* device, const BackendEntry& entry) {
            return command({"neighbours", "--index", path("i"), "--evaluate", "--device", device, "--json"}, nullptr,
                           entry);
        };
        const auto compared = [](const Outcome& outcome, std::string on) {
            auto evaluation = outcome.json().at("evaluation");
            const bool right = evaluation.at("searchedOn").get<std::string>() == on;
            evaluation.erase("searchedOn");
            evaluation.erase("seconds");
            evaluation.at("codes").erase("seconds");
            return right ? evaluation : nlohmann::json(on);
        };
        const Outcome processor = evaluate("reference", {"cuda", "none", nullptr}), device = evaluate("auto", gpu);
        COMPARE_STATUS(processor, Good);
        COMPARE_STATUS(device, Good);
        QVERIFY(compared(device, "cuda") == compared(processor, "cpu"));
        cuda::emulatedDevice().free = 1 << 20;
        const Outcome refused = evaluate("cuda", gpu), instead = evaluate("auto", gpu);
        cuda::emulatedDevice() = {};
        COMPARE_STATUS(refused, Failed);
        QVERIFY2(refused.err.find("1 MiB are free") != std::string::npos, refused.err.c_str());
        COMPARE_STATUS(instead, Good);
        QVERIFY2(instead.err.find("the processor searches") != std::string::npos, instead.err.c_str());
        QVERIFY(compared(instead, "cpu") == compared(processor, "cpu"));
    }
    void featuresAreWritten()
    {
        const Outcome outcome =
            command({"features", "--weights", path("w"), "green.png", "green.png", "--out", path("x.npy"), "--json"});
        COMPARE_STATUS(outcome, Good);
        QCOMPARE(outcome.json().at("dimension").get<int>(), 16);
        std::ifstream in(path("x.npy"), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), {});
        QVERIFY(bytes.find("(2,16,)") != std::string::npos);
        const std::string values = bytes.substr(bytes.find('\n') + 1);
        QCOMPARE(values.size(), std::size_t{2 * 16 * 4});
        QVERIFY(values.substr(0, 64) == values.substr(64));
    }
    /// Classes take turns in this set: every third picture would be of the same one.
    void whatIsNotInTheSetIsSaid()
    {
        const Outcome outcome =
            command({"index", "--weights", path("w"), "--data", "damaged colours", "--out", path("d"), "--json"});
        COMPARE_STATUS(outcome, Good);
        QVERIFY2(outcome.err.find("left out is broken.jpg") != std::string::npos, outcome.err.c_str());
        QVERIFY2(outcome.err.find("1 turned out to be damaged") != std::string::npos, outcome.err.c_str());
        QCOMPARE(outcome.json().at("replaced").size(), std::size_t{1});
    }
    void aPartHasAllClasses()
    {
        COMPARE_STATUS(
            command({"index", "--weights", path("w"), "--data", "colours", "--limit", "32", "--out", path("part")}),
            Good);
        const Outcome outcome =
            command({"neighbours", "--index", path("part"), "--evaluate", "--asking", "10", "--json"});
        COMPARE_STATUS(outcome, Good);
        QVERIFY(outcome.json().at("evaluation").at("features").at("byChance").get<double>() < 0.5);
    }
    /// A run's folder stands for its weights.
    void ofARun()
    {
        std::filesystem::create_directory(path("run"));
        std::filesystem::copy_file(path("w"), path("run") + "/weights.safetensors");
        for (const char* name : {"run", "w"})
            COMPARE_STATUS(command({"predict", "--weights", path(name), "green.png"}), Good);
        COMPARE_STATUS(command({"filters", "--weights", path("run"), "--out", path("filters.png")}), Good);
        COMPARE_STATUS(command({"predict", "--weights", m_folder.path().toStdString(), "green.png"}), Failed);
    }
    /// Weights that end before the last layers, and weights that do not say whose they are.
    void ofWeightsOfAnotherKind_data()
    {
        QTest::addColumn<bool>("whole");
        QTest::addColumn<QString>("layer");
        QTest::newRow("the first layer alone") << false << "pool1";
        QTest::newRow("bare") << true << "fc6";
    }
    void ofWeightsOfAnotherKind()
    {
        QFETCH(bool, whole);
        QFETCH(QString, layer);
        const SafetensorsFile all(path("w"));
        SafetensorsWriter some;
        for (const StoredTensor& tensor : all.tensors())
            if (whole || tensor.name.starts_with("conv1"))
                some.add(tensor.name, tensor.shape, all.readFloats(tensor));
        some.write(path("some"));
        std::string text(smallNetwork);
        text.replace(text.find("[preprocessing]"), 15, "[preprocessing]\nchannelMean = 120 120 120");
        std::ofstream(path("small.net")) << text;
        const std::string index = path(whole ? "bare index" : "short index");
        const std::vector<std::string> arguments{"index",  "--weights", path("some"), "--network", path("small.net"),
                                                 "--data", "colours",   "--out",      index};
        std::vector<std::string> named = arguments;
        named.insert(named.end(), {"--layer", layer.toStdString()});
        COMPARE_STATUS(command(named), Good);
        const Outcome outcome = command({"neighbours", "--index", index, "green.png", "--json"});
        COMPARE_STATUS(outcome, Good);
        QCOMPARE(outcome.json().at("queries").at(0).at("neighbours").size(), std::size_t{6});
        COMPARE_STATUS(command(arguments), whole ? Good : Failed); // fc6 needs more
        std::filesystem::remove(path("some"));
        const Outcome gone = command({"neighbours", "--index", index, "green.png"});
        COMPARE_STATUS(gone, Failed);
        QVERIFY2(gone.err.find("name the file by --weights") != std::string::npos, gone.err.c_str());
    }
    void sentencesInsteadOfCrashes()
    {
        COMPARE_STATUS(command({"neighbours", "--index", path("i")}), Misused);
        COMPARE_STATUS(command({"neighbours", "--index", path("nowhere"), "green.png"}), Failed);
        COMPARE_STATUS(command({"neighbours", "--index", path("w"), "green.png"}), Failed);
        COMPARE_STATUS(command({"neighbours", "--index", path("i"), "missing.png"}), Failed);
        const Outcome wrong = command({"neighbours", "--index", path("i"), "--weights", path("other"), "green.png"});
        COMPARE_STATUS(wrong, Failed);
        QVERIFY(wrong.err.find("does not hold the weights") != std::string::npos);
        COMPARE_STATUS(
            command({"index", "--weights", path("w"), "--data", "colours", "--out", path("n"), "--layer", "fc9"}),
            Failed);
        COMPARE_STATUS(
            command({"index", "--weights", path("w"), "--data", "colours", "--out", path("n"), "--code-bits", "100"}),
            Failed);
        const std::atomic<bool> interrupted{true};
        COMPARE_STATUS(
            command({"index", "--weights", path("w"), "--data", "colours", "--out", path("n")}, &interrupted), Failed);
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("n"))) &&
                !QFile::exists(m_folder.filePath(QStringLiteral("n.part"))));
    }
    void bench()
    {
        std::ofstream(path("small.net")) << smallNetwork;
        const Outcome outcome = command({"bench", "--retrieval", "--network", path("small.net"), "--vectors", "500",
                                         "--dimension", "64", "--pictures", "16", "--seconds", "0.01", "--json"});
        COMPARE_STATUS(outcome, Good);
        const auto json = outcome.json();
        QCOMPARE(json.at("search").size(), std::size_t{2});
        QVERIFY(json.at("search").at(1).at("seconds").get<double>() > 0);
        if (!json.at("search").at(1).at("flat").is_null())
            QVERIFY(json.at("search").at(1).at("sameFound").get<bool>());
        QVERIFY(json.at("indexing").at("indexing").get<double>() > 0);
        QVERIFY(!json.at("search").at(0).contains("device"));
    }
    /// A device's search is timed beside the processor's and must find the same.
    void measuresADevicesSearch()
    {
        const std::vector<std::string> arguments{"bench",       "--retrieval", "--network",  path("small.net"),
                                                 "--device",    "cuda",        "--vectors",  "500",
                                                 "--dimension", "37",          "--pictures", "16",
                                                 "--seconds",   "0.01",        "--json"};
        const BackendEntry gpu{"cuda", "", cuda::makeCudaBackend};
        const Outcome outcome = command(arguments, nullptr, gpu);
        COMPARE_STATUS(outcome, Good);
        const auto json = outcome.json();
        for (const auto& row : json.at("search"))
            for (const char* stored : {"fp32", "fp16"}) {
                const auto& device = row.at("device").at(stored);
                QCOMPARE(device.at("name").get<std::string>(), std::string("cuda"));
                QVERIFY(device.at("sameFound").get<bool>());
                QCOMPARE(device.at("askedAgain").get<int>(), 0);
            }
    }
};

QTEST_GUILESS_MAIN(TestCliRetrieval)
#include "tst_cli_retrieval.moc"
