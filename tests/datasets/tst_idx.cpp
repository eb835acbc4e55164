// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random/philox.h"
#include "datasets/open_data.h"
#include "files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace alexscope;
using namespace alexscope::datasets;
using namespace alexscope::tests;
namespace fs = std::filesystem;

namespace {

Bytes images(std::uint32_t count, std::uint32_t height, std::uint32_t width)
{
    Bytes bytes;
    for (std::uint32_t v : {0x803u, count, height, width})
        appendBig(bytes, v);
    for (std::uint32_t i = 0; i < count * height * width; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i * 7));
    return bytes;
}

Bytes labels(std::uint32_t count)
{
    Bytes bytes;
    for (std::uint32_t v : {0x801u, count})
        appendBig(bytes, v);
    for (std::uint32_t i = 0; i < count; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i % 4));
    return bytes;
}

void makeFolder(const fs::path& folder)
{
    writeFile(folder / "train-images-idx3-ubyte", images(12, 6, 5));
    writeFile(folder / "train-labels-idx1-ubyte", labels(12));
    writeFile(folder / "t10k-images-idx3-ubyte", images(3, 6, 5));
    writeFile(folder / "t10k-labels-idx1-ubyte", labels(3));
}

/// Opens and looks at everything; true when it is usable, false when refused with an Error.
bool openAndLook(const fs::path& folder)
{
    try {
        const DataSource source = openData("idx:" + folder.string());
        Image scratch;
        for (const auto& set : {source.training, source.validation})
            for (std::size_t i = 0; i < set->size(); ++i) {
                const ImageView view = set->image(i, scratch);
                if (static_cast<std::size_t>(view.width) * static_cast<std::size_t>(view.height) * 3 !=
                    scratch.rgb.size())
                    qFatal("picture and memory differ");
                if (set->label(i) >= static_cast<int>(source.classNames.size()))
                    qFatal("label without a class");
            }
        return true;
    } catch (const Error&) {
        return false;
    }
}

} // namespace

class TestIdx : public QObject {
    Q_OBJECT
private slots:
    void greyBecomesRgb()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        makeFolder(folder);
        const DataSource source = openData("idx:" + folder.string());
        QCOMPARE(source.training->size(), std::size_t(12));
        QCOMPARE(source.validation->size(), std::size_t(3));
        QCOMPARE(source.classNames, (std::vector<std::string>{"0", "1", "2", "3"}));
        QCOMPARE(source.pictureSide, 0); // 5×6 is not square
        Image scratch;
        const ImageView view = source.training->image(2, scratch);
        QCOMPARE(view.width, 5);
        QCOMPARE(view.height, 6);
        for (int c = 0; c < 3; ++c)
            QCOMPARE(view.pixel(3, 1)[c], static_cast<std::uint8_t>((2 * 30 + 8) * 7));
        QCOMPARE(source.training->label(6), 2);
    }
    void otherNamesAndMissingTests()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        writeFile(folder / "train-images.idx3-ubyte", images(12, 6, 6));
        writeFile(folder / "train-labels.idx1-ubyte", labels(12));
        const DataSource source = openData("idx:" + folder.string());
        QCOMPARE(source.pictureSide, 6);
        QCOMPARE(source.validation->size(), std::size_t(0));
        QCOMPARE(source.warnings.size(), std::size_t(1));
    }
    void packedFilesAreNamed()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        writeFile(folder / "train-images-idx3-ubyte.gz", {1, 2, 3});
        QVERIFY(contains(errorOf([&] { openData("idx:" + folder.string()); }), "gunzip"));
        QVERIFY(contains(errorOf([&] { openData("idx:" + (folder / "none").string()); }),
                         "has no file train-images-idx3-ubyte"));
    }
    void hostileHeaders_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("at");
        QTest::addColumn<uint>("value");
        for (uint v : {0u, 1u, 11u, 13u, 0x7fffffffu, 0x80000000u, 0xffffffffu}) {
            QTest::addRow("train images count %u", v) << "train-images-idx3-ubyte" << 4 << v;
            QTest::addRow("train images height %u", v) << "train-images-idx3-ubyte" << 8 << v;
            QTest::addRow("train images width %u", v) << "train-images-idx3-ubyte" << 12 << v;
            QTest::addRow("train labels count %u", v) << "train-labels-idx1-ubyte" << 4 << v;
            QTest::addRow("test labels count %u", v) << "t10k-labels-idx1-ubyte" << 4 << v;
            QTest::addRow("magic %u", v) << "t10k-images-idx3-ubyte" << 0 << v;
        }
    }
    void hostileHeaders()
    {
        QFETCH(QString, file);
        QFETCH(int, at);
        QFETCH(uint, value);
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        makeFolder(folder);
        Bytes bytes = readFile(folder / file.toStdString()), number;
        appendBig(number, value);
        put(bytes, static_cast<std::size_t>(at), number);
        writeFile(folder / file.toStdString(), bytes);
        const std::string error = errorOf([&] { openData("idx:" + folder.string()); });
        QVERIFY2(contains(error, file.toStdString()), error.c_str());
    }
    void truncatedAnywhere()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        for (const char* name : {"train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
                                 "t10k-labels-idx1-ubyte"}) {
            makeFolder(folder);
            const Bytes whole = readFile(folder / name);
            for (std::size_t length = 0; length < whole.size(); ++length) {
                writeFile(folder / name, firstOf(whole, length));
                QVERIFY2(!openAndLook(folder), qPrintable(QString("%1 cut at %2").arg(name).arg(length)));
            }
            Bytes longer = whole;
            longer.push_back(0);
            writeFile(folder / name, longer);
            QVERIFY(!openAndLook(folder));
        }
    }
    void mutatedBytesNeverCrash()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        makeFolder(folder);
        const char* const names[] = {"train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
                                     "t10k-labels-idx1-ubyte"};
        PhiloxSequence random(99, Stream::Analysis, 0);
        int usable = 0;
        for (int round = 0; round < 1500; ++round) {
            const fs::path file = folder / names[random.below(4)];
            const Bytes whole = readFile(file);
            Bytes bytes = whole;
            for (std::uint32_t k = 0; k <= random.below(3); ++k)
                bytes[random.below(static_cast<std::uint32_t>(
                    random.below(2) == 0 ? std::min<std::size_t>(16, bytes.size()) : bytes.size()))] =
                    static_cast<std::uint8_t>(random.word());
            if (random.below(4) == 0)
                bytes.resize(random.below(static_cast<std::uint32_t>(2 * bytes.size())));
            writeFile(file, bytes);
            usable += openAndLook(folder);
            writeFile(file, whole);
        }
        QVERIFY(usable > 0 && usable < 1500);
    }
};

QTEST_GUILESS_MAIN(TestIdx)
#include "tst_idx.moc"
