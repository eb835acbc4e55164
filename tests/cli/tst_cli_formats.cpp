// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "core/storage/run_folder.h"
#include "core/storage/weights_file.h"

#include <QTemporaryDir>

#include <filesystem>

using namespace alexscope;
using namespace alexscope::cli;

/// Weights of other programs at the command line; what they compute is tested in tests/core/formats.
class TestCliFormats : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string path(const char* name) const { return m_folder.path().toStdString() + "/" + name; }
    static std::string golden(const char* name) { return std::string(ALEXSCOPE_TESTS_DIR "/golden/formats/") + name; }

private slots:
    void importWritesAFileOfOurs()
    {
        const Outcome outcome = command({"import", golden("caffe.caffemodel"), "--out", path("w"), "--network",
                                         golden("narrow_caffe.net"), "--json"});
        COMPARE_STATUS(outcome, Good);
        const auto json = outcome.json();
        QCOMPARE(json.at("format").get<std::string>(), std::string("Caffe"));
        QCOMPARE(json.at("network").get<std::string>(), std::string("narrow-caffe"));
        QCOMPARE(json.at("classes").get<int>(), 5);
        QVERIFY(json.at("missing").empty());
        QVERIFY(json.at("remarks").size() >= 3);
        QCOMPARE(openWeights(path("w")).network.name, std::string("narrow-caffe"));
        const Outcome words = command(
            {"import", golden("caffe.caffemodel"), "--out", path("w"), "--network", golden("narrow_caffe.net")});
        QVERIFY(words.out.find("alpha 0.0001 divided by n") != std::string::npos);
    }
    void everyCommandTakesTheFilesThemselves()
    {
        const std::string file = golden("torch.pth"), network = golden("narrow_torchvision.net");
        COMPARE_STATUS(command({"filters", "--weights", file, "--network", network, "--out", path("f.png")}), Good);
        COMPARE_STATUS(command({"filters", "--weights", golden("onnx.onnx"), "--out", path("f.png")}), Good);
        COMPARE_STATUS(command({"export", "--weights", file, "--network", network, "--out", path("x.onnx")}), Good);
        COMPARE_STATUS(command({"export", "--weights", path("x.onnx"), "--out", path("y.onnx")}), Good);
        QCOMPARE(std::filesystem::file_size(path("x.onnx")), std::filesystem::file_size(path("y.onnx")));
        COMPARE_STATUS(command({"forward", "--weights", golden("onnx.onnx"), "--input", golden("expected.safetensors"),
                                "--output", path("a"), "--device", "reference"}),
                       Good);
    }
    void faultsAreSentences()
    {
        const Outcome code = command({"import", golden("hostile_code.pth"), "--out", path("no")});
        COMPARE_STATUS(code, Failed);
        QVERIFY(code.err.find("only plain tensors are read") != std::string::npos);
        COMPARE_STATUS(command({"import", golden("torch.pth"), "--out", path("no")}), Failed);
        COMPARE_STATUS(command({"import", "/no/such.pth", "--out", path("no")}), Failed);
        COMPARE_STATUS(command({"import", golden("torch.pth")}), Misused);
        QVERIFY(!std::filesystem::exists(path("no")));
    }
    void trainingBeginsWithThem()
    {
        const Outcome outcome =
            command({"train", "--network", golden("narrow_torchvision.net"), "--data", "colours", "--out", path("run"),
                     "--weights", golden("torch.pth"), "--iterations", "1", "--batch", "2", "--device", "reference"});
        COMPARE_STATUS(outcome, Good);
        QCOMPARE(RunFolder::open(path("run")).spec().weights, golden("torch.pth"));
        COMPARE_STATUS(command({"train", "--data", "colours", "--out", path("no"), "--weights", golden("torch.pth")}),
                       Failed); // of which network?
    }
};

QTEST_GUILESS_MAIN(TestCliFormats)
#include "tst_cli_formats.moc"
