// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random/philox.h"
#include "datasets/open_data.h"
#include "datasets/packed.h"
#include "pictures.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace alexscope;
using namespace alexscope::datasets;
using namespace alexscope::tests;
namespace fs = std::filesystem;

namespace {

constexpr int side = 8;

/// Two classes, five pictures to learn from and two to be tested on, one broken file.
void makeFolder(const fs::path& folder)
{
    for (int i = 0; i < 3; ++i)
        writeFile(folder / "train" / "red" / concat("r", i, ".png"),
                  encoded(".png", cv::Mat(10, 14, CV_8UC3, cv::Scalar(0, i, 255))));
    for (int i = 0; i < 2; ++i)
        writeFile(folder / "train" / "blue" / concat("b", i, ".png"),
                  encoded(".png", cv::Mat(8, 8, CV_8UC3, cv::Scalar(255, i, 0))));
    writeFile(folder / "train" / "red" / "r9.png", {});
    writeFile(folder / "val" / "red" / "v0.png", encoded(".png", cv::Mat(30, 20, CV_8UC3, cv::Scalar(0, 9, 255))));
    writeFile(folder / "val" / "blue" / "v1.jpg", encoded(".jpg", cv::Mat(30, 20, CV_8UC3, cv::Scalar(255, 0, 0))));
}

Bytes packedBytes(const fs::path& place)
{
    makeFolder(place / "pictures");
    packFolder(place / "pictures", place / "packed", side);
    return readFile(place / "packed");
}

/// Opens and touches everything; true when usable, false when refused with an Error that names the file.
bool openAndLook(const fs::path& file)
{
    try {
        const DataSource source = openData("packed:" + file.string());
        std::size_t sum = 0;
        Image scratch;
        for (const auto& set : {source.training, source.validation})
            for (std::size_t i = 0; i < set->size(); ++i) {
                const ImageView view = set->image(i, scratch);
                sum += view.pixel(0, 0)[0] + view.pixel(view.width - 1, view.height - 1)[2] + set->name(i).size();
                sum += source.classNames.at(static_cast<std::size_t>(set->label(i))).size();
            }
        return sum < std::numeric_limits<std::size_t>::max();
    } catch (const Error& error) {
        if (!contains(error.what(), file.filename().string()))
            qFatal("the error does not name the file: %s", error.what());
        return false;
    }
}

} // namespace

class TestPacked : public QObject {
    Q_OBJECT
private slots:
    void picturesComeBack()
    {
        const QTemporaryDir temporary;
        const fs::path place = temporary.path().toStdString(), file = place / "packed";
        makeFolder(place / "pictures");
        std::vector<std::size_t> progress;
        const PackResult result = packFolder(place / "pictures", file, side, [&](PackProgress p) {
            progress.push_back(p.done);
            return p.total == 7;
        });
        QCOMPARE(result.warnings.size(), std::size_t(1));
        QCOMPARE(result.warnings[0].item, std::string("train/red/r9.png"));
        QCOMPARE(result.pictures, std::uint64_t(7));
        QCOMPARE(progress.back(), std::size_t(7));

        const DataSource folder = openData("folder:" + (place / "pictures").string()),
                         packed = openData("packed:" + file.string());
        QVERIFY(packed.classNames == folder.classNames);
        QCOMPARE(packed.pictureSide, side);
        QCOMPARE(packed.training->size(), std::size_t(5));
        QCOMPARE(packed.validation->size(), std::size_t(2));
        Image scratch, other;
        for (const auto& [a, b] : {std::pair{packed.training, folder.training}, {packed.validation, folder.validation}})
            for (std::size_t i = 0; i < a->size(); ++i) {
                QCOMPARE(a->label(i), b->label(i));
                QCOMPARE(a->name(i), b->name(i));
                const Image want = resizeToSquare(b->image(i, scratch), side, false);
                const ImageView view = a->image(i, other);
                QVERIFY(std::equal(want.rgb.begin(), want.rgb.end(), view.rgb));
                QVERIFY(other.rgb.empty()); // where it lies, not a copy
            }
        // Red is red.
        QCOMPARE(packed.training->label(2), 1);
        QCOMPARE(packed.training->image(2, other).pixel(0, 0)[0], std::uint8_t(255));
        QVERIFY(packed.training->image(2, other).pixel(0, 0)[2] == 0);
        QVERIFY(!errorOf([&] { packed.training->image(5, other); }).empty());
    }
    /// Damage that only decoding finds: the counts are those of what is in the file.
    void whatCannotBeDecodedIsNotCounted()
    {
        const QTemporaryDir temporary;
        const fs::path place = temporary.path().toStdString();
        makeFolder(place / "pictures");
        Bytes damaged = encoded(".png", cv::Mat(10, 14, CV_8UC3, cv::Scalar(0, 1, 255)));
        const std::string_view type = "IDAT";
        const auto data = std::search(damaged.begin(), damaged.end(), type.begin(), type.end()) + 4;
        QVERIFY(damaged.end() - data > 20);
        std::fill(data, data + 12, std::uint8_t(0));
        writeFile(place / "pictures" / "train" / "red" / "r8.png", damaged);
        const PackResult result = packFolder(place / "pictures", place / "packed", side);
        QCOMPARE(result.warnings.size(), std::size_t(2));
        QCOMPARE(result.pictures, std::uint64_t(7));
        const DataSource packed = openData("packed:" + (place / "packed").string());
        QCOMPARE(packed.training->size() + packed.validation->size(), std::size_t(7));
    }
    void packingAgainReplacesTheFileInUse()
    {
        const QTemporaryDir temporary;
        const fs::path place = temporary.path().toStdString();
        packedBytes(place);
        const DataSource old = openData("packed:" + (place / "packed").string());
        fs::remove(place / "pictures" / "train" / "red" / "r0.png");
        packFolder(place / "pictures", place / "packed", 2 * side);
        Image scratch;
        QCOMPARE(old.training->image(4, scratch).pixel(7, 7)[0], std::uint8_t(255)); // still there for who has it open
        QCOMPARE(openData("packed:" + (place / "packed").string()).training->size(), std::size_t(4));
    }
    void stoppedOrImpossiblePackingLeavesNothing()
    {
        const QTemporaryDir temporary;
        const fs::path place = temporary.path().toStdString();
        makeFolder(place / "pictures");
        fs::create_directory(place / "out");
        QVERIFY(contains(errorOf([&] {
                             packFolder(place / "pictures", place / "out" / "packed", side,
                                        [](PackProgress) { return false; });
                         }),
                         "stopped"));
        QVERIFY(fs::is_empty(place / "out"));
        QVERIFY(contains(errorOf([&] { packFolder(place / "nothing", place / "out" / "packed", side); }),
                         "is not a folder"));
        QVERIFY(contains(errorOf([&] { packFolder(place / "pictures", place / "nowhere" / "packed", side); }),
                         "Cannot create"));
        QVERIFY(
            contains(errorOf([&] { packFolder(place / "pictures", place / "out" / "packed", 7); }), "7 pixels wide"));
        QVERIFY(fs::is_empty(place / "out"));
    }
    void truncatedAnywhere()
    {
        const QTemporaryDir temporary;
        const fs::path place = temporary.path().toStdString(), file = place / "short";
        const Bytes whole = packedBytes(place);
        for (std::size_t length = 0; length < whole.size();
             length += length < 80 || length > whole.size() - 300 || length % 192 == 64 ? 1 : 16) {
            writeFile(file, firstOf(whole, length));
            QVERIFY2(!openAndLook(file), qPrintable(QString("cut at %1").arg(length)));
        }
        Bytes longer = whole;
        longer.push_back(0);
        writeFile(file, longer);
        QVERIFY(!openAndLook(file));
        writeFile(file, whole);
        QVERIFY(openAndLook(file));
    }
    void absurdNumbersAreRefused_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<qulonglong>("value");
        const struct {
            const char* name;
            int at, bytes;
        } fields[] = {{"magic", 0, 4},       {"version", 8, 4},       {"side", 12, 4},        {"training", 16, 8},
                      {"validation", 24, 8}, {"table offset", 32, 8}, {"table bytes", 40, 8}, {"classes", 48, 4}};
        for (const auto& field : fields)
            for (const qulonglong value : {0ull, 1ull, 0x7fffffffull, 0x80000000ull, 0xffffffffull,
                                           0x7fffffffffffffffull, 0x8000000000000000ull, 0xffffffffffffffffull}) {
                if ((field.at == 8 && value == 1) || (field.bytes == 4 && value > 0xffffffffull) ||
                    (field.at == 24 && value == 2))
                    continue;
                QTest::addRow("%s %llx", field.name, value) << field.at << field.bytes << value;
            }
    }
    void absurdNumbersAreRefused()
    {
        QFETCH(int, at);
        QFETCH(int, bytes);
        QFETCH(qulonglong, value);
        const QTemporaryDir temporary;
        const fs::path place = temporary.path().toStdString();
        Bytes whole = packedBytes(place);
        put(whole, static_cast<std::size_t>(at), littleEndian(value, bytes));
        writeFile(place / "absurd", whole);
        QVERIFY(!openAndLook(place / "absurd"));
    }
    void labelsAndNameLengthsAreChecked()
    {
        const QTemporaryDir temporary;
        const fs::path place = temporary.path().toStdString();
        const Bytes whole = packedBytes(place);
        const std::size_t table = 4096 + 7 * 3 * side * side, records = table + 4 + 4 + 4 + 3; // "blue", "red"
        for (const auto& [at, value] : {std::pair<std::size_t, std::uint32_t>{records, 2},
                                        {records, 0xffffffff},
                                        {records + 48, 2},
                                        {records + 4, 0},
                                        {records + 4, 0xffffffff},
                                        {table, 5},
                                        {table, 0xffffffff}}) {
            Bytes bytes = whole;
            put(bytes, at, littleEndian(value, 4));
            writeFile(place / "wrong", bytes);
            QVERIFY2(!openAndLook(place / "wrong"), qPrintable(QString("%1 at %2").arg(value).arg(at)));
        }
    }
    void mutatedBytesNeverCrash()
    {
        const QTemporaryDir temporary;
        const fs::path place = temporary.path().toStdString(), file = place / "mutated";
        const Bytes whole = packedBytes(place);
        const std::size_t table = 4096 + 7 * 3 * side * side;
        PhiloxSequence random(17, Stream::Analysis, 1);
        int usable = 0;
        for (int round = 0; round < 3000; ++round) {
            Bytes bytes = whole;
            for (std::uint32_t k = 0; k <= random.below(3); ++k) {
                const std::size_t at = random.below(2) == 0
                                           ? random.below(52)
                                           : table + random.below(static_cast<std::uint32_t>(bytes.size() - table));
                bytes[at] = random.below(3) == 0 ? 0xff : static_cast<std::uint8_t>(random.word());
            }
            if (random.below(5) == 0)
                bytes.resize(random.below(static_cast<std::uint32_t>(2 * bytes.size())));
            writeFile(file, bytes);
            usable += openAndLook(file);
        }
        QVERIFY(usable > 0 && usable < 3000); // bytes of names may change without harm
    }
};

QTEST_GUILESS_MAIN(TestPacked)
#include "tst_packed.moc"
