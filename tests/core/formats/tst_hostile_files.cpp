// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats_files.h"

#include "core/formats/pickle.h"
#include "core/network/network_text.h"
#include "core/random/philox.h"
#include "core/readable_text.h"

#include <QTemporaryDir>
#include <QTest>

#include <string_view>

using namespace alexscope;
using namespace alexscope::tests;
using namespace std::string_literals;

/// Files that are cut off, damaged or meant to do harm end in a sentence, whatever they are.
class TestHostileFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    static std::string pickleFault(const std::string& bytes)
    {
        return fault([&] { Pickle({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, "x"); });
    }
    std::string faultOf(const std::string& bytes, const NetworkSpec& network) const
    {
        writeBytes(path("mutant"), bytes);
        return fault([&] {
            openWeights(importWeights(path("mutant"), network).file.inMemory("mutant"), std::nullopt, Absent::Listed);
        });
    }
    /// Fit for a window and a terminal, and to be read to its end.
    static bool isSentence(const std::string& text)
    {
        constexpr std::size_t longest = 700;
        return text.size() < longest && readable(text, longest) == text;
    }
    static std::string lengthAnd(const std::string& bytes)
    {
        std::string length;
        for (std::size_t rest = bytes.size(); length.empty() || rest > 0; rest >>= 7)
            length += static_cast<char>((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
        return length + bytes;
    }
    /// A file of before PyTorch 1.6 with one tensor of one number.
    static std::string torchFile(const std::string& name)
    {
        std::string file = "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.\x80\x02M\xe9\x03."s;
        file += "\x80\x02}U\x0dlittle_endian\x88s.\x80\x02}X"s + static_cast<char>(name.size()) + "\0\0\0"s + name;
        file += "ctorch._utils\n_rebuild_tensor_v2\n((U\x07storagectorch\nFloatStorage\nU\x01"s +
                "0U\x03"
                "cpuK\x01NtQK\x00K\x01\x85K\x01\x85\x89"
                "ccollections\nOrderedDict\n)RtRs."s;
        return file + "\x80\x02]U\x01"
                      "0a.\x01\0\0\0\0\0\0\0\0\0\0\0"s;
    }
    static std::string safetensorsFile(const std::string& header)
    {
        std::string length(8, '\0');
        for (std::size_t i = 0; i < 8; ++i)
            length[i] = static_cast<char>(header.size() >> 8 * i & 0xff);
        return length + header;
    }
    static void addFiles()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::newRow("torch") << "torch.pth"
                               << "narrow_torchvision.net";
        QTest::newRow("torch before 1.6") << "torch_legacy.pth"
                                          << "narrow_torchvision.net";
        QTest::newRow("Caffe") << "caffe.caffemodel"
                               << "narrow_caffe.net";
        QTest::newRow("Caffe before 2015") << "caffenet_old.caffemodel"
                                           << "narrow_caffenet.net";
        QTest::newRow("ONNX") << "onnx.onnx"
                              << "narrow_caffe.net";
        QTest::newRow("safetensors") << "torchvision.safetensors"
                                     << "narrow_torchvision.net";
    }

private slots:
    void codeIsNamedAndNeverRun()
    {
        const std::string text = fault([] { importWeights(goldenFile("hostile_code.pth")); });
        QVERIFY2(text.find("asks to run posix.system; only plain tensors are read") != std::string::npos, text.c_str());
    }

    void pickles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const std::string& bytes, const char* words) {
            QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
                                << QString::fromLatin1(words);
        };
        row("os.system", "\x80\x02"s + "cos\nsystem\n(U\x02lst\x52.",
            "asks to run os.system; only plain tensors are read");
        row("by stack", "\x80\x04\x8c\x02os\x8c\x06system\x93."s, "asks to run os.system");
        row("eval", "\x80\x02"s + "c__builtin__\neval\n.", "__builtin__.eval");
        row("object", "\x80\x02"s + "cargparse\nNamespace\n.", "argparse.Namespace");
        row("a model", "\x80\x02"s + "ctorchvision.models.alexnet\nAlexNet\n.", "state_dict");
        row("signs in a name", "\x80\x02"s + "ca\x1b[31m\nb\n.", "a?[31m.b");
        row("newobj", "\x80\x02)\x81."s, "operation 129");
        row("inst", "\x80\x02(ios\nsystem\n."s, "operation 105");
        row("extension", "\x80\x02\x82\x01."s, "operation 130");
        row("calls a text", "\x80\x02U\x01x)R."s, "no function");
        row("OrderedDict of something", "\x80\x02"s + "ccollections\nOrderedDict\nK\x01\x85R.", "unusual way");
        row("build",
            "\x80\x02}K\x01"
            "b."s,
            "__setstate__");
        row("nothing", "", "ends too early");
        row("only STOP", ".", "stack is empty");
        row("below a mark", "\x80\x02K\x01(0."s, "stack is empty");
        row("no mark", "\x80\x02t."s, "no mark");
        row("lost memo", "\x80\x02h\x07."s, "never there");
        row("long text", "\x80\x02X\xff\xff\xff\x7f"s + "abc.", "ends too early");
        row("odd dictionary", "\x80\x02}(K\x01u."s, "cannot hold it");
        row("append to a number",
            "\x80\x02K\x01K\x02"
            "a."s,
            "cannot hold it");
        row("long number", "\x80\x02\x8a\x09"s + "123456789.", "too large");
        row("persistent number", "\x80\x02K\x01Q."s, "not known");
    }
    void pickles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        const std::string text = pickleFault(bytes.toStdString());
        QVERIFY2(text.find(words.toStdString()) != std::string::npos, text.c_str());
    }

    /// (storage of 4 floats, offset, shape, strides) with one of them absurd.
    void tensorsStayInTheirStorage_data()
    {
        QTest::addColumn<QByteArray>("offset");
        QTest::addColumn<QByteArray>("shape");
        QTest::addColumn<QByteArray>("strides");
        QTest::addColumn<bool>("good");
        const QByteArray zero("K\x00", 2), two = "K\x02", four = "K\x04", one = "K\x01";
        const QByteArray huge("\x8a\x08\xff\xff\xff\xff\xff\xff\xff\x7f", 10), minus("J\xff\xff\xff\xff", 5);
        QTest::newRow("whole") << zero << four + "\x85" << one + "\x85" << true;
        QTest::newRow("two by two") << zero << two + two + "\x86" << two + one + "\x86" << true;
        QTest::newRow("beyond the end") << one << four + "\x85" << one + "\x85" << false;
        QTest::newRow("before the start") << minus << one + "\x85" << one + "\x85" << false;
        QTest::newRow("huge") << zero << huge + "\x85" << one + "\x85" << false;
        QTest::newRow("huge product") << zero << huge + huge + huge + "\x87" << one + one + one + "\x87" << false;
        QTest::newRow("nothing times huge") << zero << zero + huge + "\x86" << one + one + "\x86" << false;
        QTest::newRow("negative") << zero << minus + "\x85" << one + "\x85" << false;
        QTest::newRow("repeated") << zero << two + two + "\x86" << zero + one + "\x86" << false;
        QTest::newRow("turned") << zero << two + two + "\x86" << one + two + "\x86" << false;
        QTest::newRow("more strides") << zero << four + "\x85" << one + one + "\x86" << false;
        QTest::newRow("offset huge") << huge << one + "\x85" << one + "\x85" << false;
    }
    void tensorsStayInTheirStorage()
    {
        QFETCH(QByteArray, offset);
        QFETCH(QByteArray, shape);
        QFETCH(QByteArray, strides);
        QFETCH(bool, good);
        const std::string bytes =
            "\x80\x02"s + "ctorch._utils\n_rebuild_tensor_v2\n((U\x07storagectorch\nFloatStorage\nU\x01"s + "0U\x03"s +
            "cpuK\x04tQ" + offset.toStdString() + shape.toStdString() + strides.toStdString() +
            "\x89"
            "ccollections\nOrderedDict\n)RtR.";
        const std::string text = pickleFault(bytes);
        QVERIFY2(text.empty() == good, text.c_str());
    }

    /// A million values or levels cost neither memory nor stack.
    void sizeAndDepthAreBounded()
    {
        std::string wide = "\x80\x02", deep = "\x80\x02)";
        wide.append(1'000'000, ']').append(".");
        deep.append(200'000, '\x85').append(".");
        QVERIFY(pickleFault(wide).find("more values") != std::string::npos);
        QVERIFY(pickleFault(deep).empty());
        QVERIFY(!pickleFault(std::string(8u << 20, '(')).empty());
    }

    /// A long text is one value however often it is referred to; used as a name it would be copied each time.
    void namesAreBounded()
    {
        const std::string name = "X"s + std::string("\x00\x00\x10\x00", 4) + std::string(1u << 20, 'n');
        const std::string storages = "\x80\x02(U\x07storagectorch\nFloatStorage\n"s + name +
                                     "U\x03"
                                     "cpuK\x04tq\x01Q."s;
        QVERIFY(pickleFault(storages).find("name of a storage is too long") != std::string::npos);

        // A file of before 1.6: magic number, version, system, {name: tensor, name: tensor …}, storages, their numbers.
        const std::string tensor = "ctorch._utils\n_rebuild_tensor_v2\n((U\x07storagectorch\nFloatStorage\nU\x01"s +
                                   "0U\x03"
                                   "cpuK\x01NtQK\x00K\x01\x85K\x01\x85\x89"
                                   "ccollections\nOrderedDict\n)RtR"s;
        std::string file = "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19."s;
        file += "\x80\x02M\xe9\x03."s + "\x80\x02}U\x0dlittle_endian\x88s."s;
        file += "\x80\x02}("s;
        const std::string values = name + "q\x01" + tensor + "q\x02";
        file += values;
        for (int i = 0; i < 1000; ++i)
            file += "h\x01h\x02";
        file += "u."s +
                "\x80\x02]U\x01"
                "0a."s +
                std::string("\x01\0\0\0\0\0\0\0\0\0\0\0", 12);
        writeBytes(path("names"), file);
        const std::string said = fault([&] { importWeights(path("names")); });
        QVERIFY2(said.find("longer names") != std::string::npos, said.c_str());
    }

    void zipBombs()
    {
        const std::string packed = fault([] { importWeights(goldenFile("hostile_bomb.pth")); });
        QVERIFY2(packed.find("compressed entries") != std::string::npos, packed.c_str());
        // The sizes of one entry in the list at the end of the archive become 4 GB.
        std::string bytes = readBytes(goldenFile("torch.pth"));
        const std::size_t entry = bytes.find("PK\x01\x02");
        QVERIFY(entry != std::string::npos);
        bytes.replace(entry + 20, 8, std::string("\xf0\xff\xff\xff\xf0\xff\xff\xff", 8));
        writeBytes(path("bomb"), bytes);
        QVERIFY(!fault([&] {
                     importWeights(path("bomb"), loadNetwork(goldenFile("narrow_torchvision.net").string()));
                 }).empty());
    }

    void absurdShapes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        // layer { name: "a" kind: "Convolution" numbers { shape { 2^62 2^62 } } } and with num/channels/height/width
        const std::string shape =
            "\x0a\x12"s + std::string("\x80\x80\x80\x80\x80\x80\x80\x80\x40\x80\x80\x80\x80\x80\x80\x80\x80\x40", 18);
        const std::string numbers = "\x3a"s + static_cast<char>(shape.size()) + shape;
        const auto caffe = [](const std::string& content) {
            const std::string layer =
                "\x0a\x01"s + "a\x12\x0b" + "Convolution\x3a"s + static_cast<char>(content.size()) + content;
            const std::string whole = "\xa2\x06"s + static_cast<char>(layer.size()) + layer;
            return QByteArray(whole.data(), static_cast<qsizetype>(whole.size()));
        };
        QTest::newRow("shape") << caffe(numbers);
        QTest::newRow("four extents") << caffe(
            "\x08\xff\xff\xff\xff\x07\x10\xff\xff\xff\xff\x07\x18\xff\xff\xff\xff\x07\x20\xff\xff\xff\xff\x07"s);
        QTest::newRow("no numbers") << caffe("\x08\x06\x10\x03\x18\x0b\x20\x0b"s);
        QTest::newRow("negative") << caffe("\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"s);
    }
    void absurdShapes()
    {
        QFETCH(QByteArray, bytes);
        const std::string text = faultOf(bytes.toStdString(), loadNetwork(goldenFile("narrow_caffe.net").string()));
        QVERIFY2(!text.empty(), text.c_str());
    }

    /// Two bytes each that would become an object of a hundred.
    void fieldsAreCounted()
    {
        std::string layers = "\x0a\x01x"s;
        for (int i = 0; i < 1'100'000; ++i)
            layers += "\x12\x00"s;
        const std::string text = faultOf(layers, loadNetwork(goldenFile("narrow_caffe.net").string()));
        QVERIFY2(text.find("more fields") != std::string::npos, text.c_str());
    }

    /// Names that would clear a terminal, turn the direction of writing or fill the window.
    void hostileNamesAreMadeReadable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* name, const std::string& bytes, const char* shown) {
            QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
                                << QString::fromUtf8(shown);
        };
        const std::string escape = "\x1b[2J\xe2\x80\xae\n", many(5000, 'n');
        row("safetensors, type",
            safetensorsFile("{\"\\u001b[2J\\u202e\\n" + many + "\":{\"dtype\":\"\\u0007" + many + "\"}}"),
            "tensor \"?[2J??nnn");
        row("safetensors, twice", safetensorsFile("{\"\\u001b" + many + "\":{\"dtype\":\"F32\",\"dtype\":\"F32\"}}"),
            "\"dtype\" occurs twice");
        row("safetensors, shape",
            safetensorsFile("{\"\\u001b" + many +
                            ".weight\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}") +
                std::string(4, '\0'),
            "?nnn");
        row("PyTorch", torchFile(escape + ".weight"), "?[2J??.weight has shape");
        const std::string blob = lengthAnd("\x08\x06\x10\x03\x18\x0b\x20\x0b"s), name = lengthAnd(escape + many);
        row("Caffe",
            "\xa2\x06"s + lengthAnd("\x0a"s + name +
                                    "\x12\x0b"
                                    "Convolution\x3a"s +
                                    blob),
            "?[2J??nnn");
        std::string onnx = readBytes(goldenFile("onnx.onnx"));
        const std::size_t at = onnx.find("\x22\x04"
                                         "Conv"); // what a node computes
        onnx.replace(at + 2, 4, "\x1b[2J");
        row("ONNX", onnx, ": ?[2J ");
    }
    void hostileNamesAreMadeReadable()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, shown);
        const std::string said = faultOf(bytes.toStdString(), loadNetwork(goldenFile("narrow_caffe.net").string()));
        QVERIFY2(said.find(shown.toStdString()) != std::string::npos, said.c_str());
        QVERIFY2(isSentence(said), said.c_str());
    }

    void cutOffAnywhere_data() { addFiles(); }
    void cutOffAnywhere()
    {
        QFETCH(QString, file);
        QFETCH(QString, text);
        const std::string whole = readBytes(goldenFile(file.toStdString()));
        const NetworkSpec network = loadNetwork(goldenFile(text.toStdString()).string());
        QCOMPARE(faultOf(whole, network), std::string());
        for (std::size_t length = 0; length < whole.size();
             length += length < 700 || length + 300 > whole.size() ? 1 : 97) {
            const std::string said = faultOf(whole.substr(0, length), network);
            // Of the messages a whole number of layers is a good file with less in it.
            const bool mayBeGood = file.endsWith(QLatin1String("caffemodel"));
            QVERIFY2(!said.empty() || mayBeGood, qPrintable(QString::number(length)));
            QVERIFY2(isSentence(said), said.c_str());
        }
    }

    void mutants_data() { addFiles(); }
    void mutants()
    {
        QFETCH(QString, file);
        QFETCH(QString, text);
        const std::string whole = readBytes(goldenFile(file.toStdString()));
        const NetworkSpec network = loadNetwork(goldenFile(text.toStdString()).string());
        PhiloxSequence random(2012, Stream::Analysis, 0);
        int refused = 0;
        constexpr int mutants = 500;
        for (int i = 0; i < mutants; ++i) {
            std::string bytes = whole;
            for (int changes = 1 + static_cast<int>(random.below(4)); changes > 0; --changes) {
                // Heads are small and numbers many: half of the changes go to the first and last kilobyte.
                const std::uint32_t size = static_cast<std::uint32_t>(bytes.size());
                const std::uint32_t at = random.below(2)   ? random.below(size)
                                         : random.below(2) ? random.below(1024)
                                                           : size - 1 - random.below(1024);
                bytes[at] =
                    static_cast<char>(random.below(3) ? random.word() >> 24 : bytes[at] ^ (1 << random.below(8)));
            }
            const std::string said = faultOf(bytes, network);
            QVERIFY2(isSentence(said), said.c_str());
            refused += !said.empty();
        }
        QVERIFY2(refused > mutants / 20, qPrintable(QString::number(refused)));
    }
};

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "tst_hostile_files.moc"
