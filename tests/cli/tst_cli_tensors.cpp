// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "core/network/network.h"
#include "core/network/network_text.h"
#include "core/storage/safetensors.h"
#include "core/storage/weights_file.h"
#include "core/verification/check_row.h"
#include "core/verification/verification_networks.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>

using namespace alexscope;
using namespace alexscope::cli;

class TestCliTensors : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        const NetworkSpec spec = parseNetwork(smallNetwork, "small");
        const auto backend = referenceEntry().make();
        Network network(spec.withClasses(3), *backend, {1, Precision::Fp32, false, false});
        network.initialise(3);
        SetStatistics statistics;
        statistics.channelMean = {100, 100, 100};
        statistics.picturesUsed = 1;
        saveWeights(path("weights"), network, {{"red", "green", "blue"}, statistics});
        writeInput("input", 5);
        QFile file(QString::fromStdString(path("small.net")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallNetwork);
    }
    void forwardWritesEveryActivation()
    {
        const Outcome outcome = command({"forward", "--weights", path("weights"), "--input", path("input"), "--output",
                                         path("all"), "--batch", "2", "--json"});
        COMPARE_STATUS(outcome, Good);
        QCOMPARE(outcome.json().at("pictures").get<int>(), 5);
        const SafetensorsFile file(path("all"));
        QCOMPARE(file.tensors().size(), std::size_t(9));
        QCOMPARE(file.require("act.conv1").shape, (std::vector<std::int64_t>{5, 8, 6, 6}));
        QCOMPARE(file.require("act.pool1").shape, (std::vector<std::int64_t>{5, 8, 2, 2}));
        QCOMPARE(file.require("act.fc6").shape, (std::vector<std::int64_t>{5, 16}));
        QCOMPARE(file.require("act.prob").shape, (std::vector<std::int64_t>{5, 3}));
        const std::vector<float> relu = file.readFloats(file.require("act.relu6")),
                                 drop = file.readFloats(file.require("act.drop6"));
        for (std::size_t i = 0; i < relu.size(); ++i)
            QCOMPARE(drop[i], relu[i] / 2); // test mode: the paper's dropout scales
        const std::vector<float> prob = file.readFloats(file.require("act.prob"));
        for (std::size_t n = 0; n < 5; ++n)
            QVERIFY(std::fabs(prob[3 * n] + prob[3 * n + 1] + prob[3 * n + 2] - 1) < 1e-6);
    }
    void theBatchDoesNotMatter()
    {
        COMPARE_STATUS(command({"forward", "--weights", path("weights"), "--input", path("input"), "--output",
                                path("b5"), "--batch", "5"}),
                       Good);
        COMPARE_STATUS(command({"forward", "--weights", path("weights"), "--input", path("input"), "--output",
                                path("b3"), "--batch", "3"}),
                       Good);
        const SafetensorsFile a(path("b5")), b(path("b3"));
        for (const StoredTensor& tensor : a.tensors())
            QCOMPARE(a.readFloats(tensor), b.readFloats(b.require(tensor.name)));
    }
    void layersCanBeChosen()
    {
        COMPARE_STATUS(command({"forward", "--weights", path("weights"), "--input", path("input"), "--output",
                                path("two"), "--layers", "pool1,fc8"}),
                       Good);
        const SafetensorsFile file(path("two"));
        QCOMPARE(file.tensors().size(), std::size_t(2));
        QVERIFY(file.find("act.pool1") && file.find("act.fc8"));
        const Outcome wrong = command({"forward", "--weights", path("weights"), "--input", path("input"), "--output",
                                       path("none"), "--layers", "pool9"});
        COMPARE_STATUS(wrong, Failed);
        QVERIFY(wrong.err.find("pool9") != std::string::npos);
        QVERIFY(!std::filesystem::exists(path("none")));
    }
    void gradientsAgreeWithDifferences()
    {
        COMPARE_STATUS(
            command({"gradient", "--weights", path("weights"), "--input", path("input"), "--output", path("gradient")}),
            Good);
        const SafetensorsFile file(path("gradient"));
        QCOMPARE(file.tensors().size(), std::size_t(1 + 6));
        QCOMPARE(file.require("grad.conv1.weight").shape, (std::vector<std::int64_t>{8, 3, 5, 5}));
        QCOMPARE(file.require("grad.fc6.weight").shape, (std::vector<std::int64_t>{16, 32}));
        QCOMPARE(file.require("grad.fc6.bias").shape, (std::vector<std::int64_t>{16}));
        const double loss = file.readDoubles(file.require("loss"))[0];
        QVERIFY(loss > 0.1 && loss < 10);
        // one bias of the last layer, moved a little both ways
        const double step = 0.01, up = lossWithBias(step), down = lossWithBias(-step);
        QVERIFY(std::fabs((up - down) / (2 * step) - file.readDoubles(file.require("grad.fc8.bias"))[1]) < 1e-3);
    }
    void agreesWithPyTorchInFloat64_data()
    {
        QTest::addColumn<int>("tensors");
        QTest::newRow("forward") << 21;
        QTest::newRow("gradient") << 17;
    }
    void agreesWithPyTorchInFloat64()
    {
        QFETCH(int, tensors);
        const SafetensorsFile golden(ALEXSCOPE_TESTS_DIR "/golden/tiny_alexnet.safetensors");
        SafetensorsWriter weights, input;
        for (const StoredTensor& tensor : golden.tensors())
            if (tensor.name.starts_with("w0."))
                weights.add(tensor.name.substr(3), tensor.shape, golden.readDoubles(tensor));
        weights.write(path("golden weights"));
        input.add("image", golden.require("image").shape, golden.readDoubles(golden.require("image")));
        input.add("label", golden.require("label").shape, golden.readIntegers(golden.require("label")));
        input.write(path("golden input"));
        QFile text(QString::fromStdString(path("tiny.net")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(formatNetwork(tinyAlexNet()).c_str());
        text.close();
        COMPARE_STATUS(command({QTest::currentDataTag(), "--weights", path("golden weights"), "--network",
                                path("tiny.net"), "--input", path("golden input"), "--output", path("golden output")}),
                       Good);
        const SafetensorsFile output(path("golden output"));
        QCOMPARE(static_cast<int>(output.tensors().size()), tensors);
        for (const StoredTensor& tensor : output.tensors()) {
            const StoredTensor& expected = golden.require(tensor.name == "loss" ? "loss0" : tensor.name);
            QCOMPARE(tensor.shape, expected.shape);
            const double error = tensorError(output.readDoubles(tensor), golden.readDoubles(expected));
            QVERIFY2(error <= 1e-5, concat(tensor.name, ": ", error).c_str());
        }
    }
    void bareFilesTakeTheNetworkGiven()
    {
        SafetensorsWriter bare;
        const SafetensorsFile file(path("weights"));
        for (const StoredTensor& tensor : file.tensors())
            bare.add(tensor.name, tensor.shape, file.readFloats(tensor));
        bare.write(path("bare"));
        COMPARE_STATUS(command({"forward", "--weights", path("bare"), "--input", path("input"), "--output", path("x")}),
                       Failed);
        COMPARE_STATUS(command({"forward", "--weights", path("bare"), "--network", path("small.net"), "--input",
                                path("input"), "--output", path("x")}),
                       Good);
        COMPARE_STATUS(command({"forward", "--weights", path("bare"), "--network", "alexnet", "--input", path("input"),
                                "--output", path("x")}),
                       Failed);
    }
    void hostileFilesAreErrors_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray whole = [&] {
            QFile file(QString::fromStdString(path("weights")));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << whole.left(5);
        QTest::newRow("header cut") << whole.left(100);
        QTest::newRow("data cut") << whole.chopped(1);
        QTest::newRow("more") << whole + "x";
        QTest::newRow("huge header") << QByteArray("\xff\xff\xff\xff\xff\xff\xff\x7f", 8) + whole.mid(8);
        QTest::newRow("text") << QByteArray("this is no safetensors file at all");
        QTest::newRow("huge shape") << hostileHeader(
            R"({"conv1.weight":{"dtype":"F32","shape":[9223372036854775807,2],"data_offsets":[0,4]}})");
        QTest::newRow("negative shape") << hostileHeader(
            R"({"conv1.weight":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})");
        QTest::newRow("network as a number")
            << hostileHeader(R"({"__metadata__":{"network":"[network]\nname = x\n"},)"
                             R"("conv1.weight":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})");
        QByteArray notANumber = whole;
        notANumber.replace(notANumber.size() - 4, 4, QByteArray("\x00\x00\xc0\x7f", 4));
        QTest::newRow("NaN") << notANumber;
    }
    void hostileFilesAreErrors()
    {
        QFETCH(QByteArray, content);
        QFile file(QString::fromStdString(path("hostile")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const std::vector<std::vector<std::string>> lines{
            {"forward", "--weights", path("hostile"), "--input", path("input"), "--output", path("x")},
            {"gradient", "--weights", path("weights"), "--input", path("hostile"), "--output", path("x")},
            {"evaluate", "--weights", path("hostile"), "--data", "colours"},
            {"predict", "--weights", path("hostile"), "green.png"},
        };
        for (const auto& line : lines) {
            const Outcome outcome = command(line);
            COMPARE_STATUS(outcome, Failed);
            QVERIFY2(outcome.err.find("hostile") != std::string::npos, outcome.err.c_str());
        }
    }
    void wrongInputsAreErrors_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no image") << "label only"
                                  << "image";
        QTest::newRow("other side") << "side"
                                    << "[n, 3, 16, 16]";
        QTest::newRow("two dimensions") << "flat"
                                        << "[n, 3, 16, 16]";
        QTest::newRow("no pictures") << "none"
                                     << "[n, 3, 16, 16]";
        QTest::newRow("not a number") << "nan"
                                      << "1 of the 768 numbers of image";
        QTest::newRow("too few labels") << "labels"
                                        << "one a picture is needed: [2]";
        QTest::newRow("label too high") << "class"
                                        << "label 3 is none of the 3 classes";
        QTest::newRow("label negative") << "negative"
                                        << "label -1 is none";
        QTest::newRow("label a fraction") << "fraction"
                                          << "label";
    }
    void wrongInputsAreErrors()
    {
        QFETCH(QString, what);
        QFETCH(QString, sentence);
        const auto image = [](std::int64_t n) { return std::vector<float>(static_cast<std::size_t>(n) * 768); };
        using Integers = std::vector<std::int64_t>;
        SafetensorsWriter writer;
        if (what == "side")
            writer.add("image", {1, 3, 8, 32}, image(1));
        else if (what == "flat")
            writer.add("image", {1, 768}, image(1));
        else if (what == "none")
            writer.add("image", {0, 3, 16, 16}, std::vector<float>{});
        else if (what == "labels" || what == "class" || what == "negative")
            writer.add("image", {2, 3, 16, 16}, image(2));
        else if (what != "label only") {
            std::vector<float> values = image(1);
            values[9] = what == "nan" ? NAN : 0.0f;
            writer.add("image", {1, 3, 16, 16}, values);
        }
        if (what == "class" || what == "negative")
            writer.add("label", {2}, what == "class" ? Integers{0, 3} : Integers{0, -1});
        else if (what == "fraction")
            writer.add("label", {1}, std::vector<float>{0.5f});
        else
            writer.add("label", {1}, Integers{0});
        writer.write(path("wrong"));
        const Outcome outcome =
            command({"gradient", "--weights", path("weights"), "--input", path("wrong"), "--output", path("x")});
        COMPARE_STATUS(outcome, Failed);
        QVERIFY2(QString::fromStdString(outcome.err).contains(sentence), outcome.err.c_str());
    }

private:
    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    void writeInput(const char* name, std::int64_t pictures) const
    {
        PhiloxSequence random(1, Stream::Analysis, 0);
        std::vector<float> image(static_cast<std::size_t>(pictures) * 768);
        for (float& value : image)
            value = static_cast<float>(random.normal());
        std::vector<std::int64_t> labels;
        for (std::int64_t i = 0; i < pictures; ++i)
            labels.push_back(i % 3);
        SafetensorsWriter writer;
        writer.add("image", {pictures, 3, 16, 16}, image);
        writer.add("label", {pictures}, labels);
        writer.write(path(name));
    }

    double lossWithBias(double step) const
    {
        const SafetensorsFile file(path("weights"));
        SafetensorsWriter writer;
        for (const auto& [key, value] : file.metadata())
            writer.setMetadata(key, value);
        for (const StoredTensor& tensor : file.tensors()) {
            std::vector<float> values = file.readFloats(tensor);
            if (tensor.name == "fc8.bias")
                values[1] += static_cast<float>(step);
            writer.add(tensor.name, tensor.shape, values);
        }
        writer.write(path("moved"));
        const auto json =
            command({"gradient", "--weights", path("moved"), "--input", path("input"), "--output", path("x"), "--json"})
                .json();
        return json.at("loss").get<double>();
    }

    static QByteArray hostileHeader(const char* header)
    {
        QByteArray text = header;
        while (text.size() % 8 != 0)
            text += ' ';
        QByteArray file(8, '\0');
        for (int i = 0; i < 8; ++i)
            file[i] = static_cast<char>(static_cast<std::uint64_t>(text.size()) >> (8 * i));
        return file + text + QByteArray(4, '\0');
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliTensors)
#include "tst_cli_tensors.moc"
