// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/set_statistics.h"
#include "datasets/open_data.h"
#include "files.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace alexscope;
using namespace alexscope::datasets;
using namespace alexscope::tests;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> fileNames{"data_batch_1", "data_batch_2", "data_batch_3",
                                         "data_batch_4", "data_batch_5", "test_batch"};

/// Six files of the right size, full of black pictures of class 0 that take no room on the disk.
void makeFolder(const fs::path& folder)
{
    for (const std::string& name : fileNames) {
        writeFile(folder / (name + ".bin"), {});
        fs::resize_file(folder / (name + ".bin"), 30730000);
    }
    std::ofstream(folder / "batches.meta.txt")
        << "airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n\n";
}

void poke(const fs::path& file, std::uint64_t at, std::uint8_t value, std::size_t count = 1)
{
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(static_cast<std::streamoff>(at));
    for (std::size_t i = 0; i < count; ++i)
        stream.put(static_cast<char>(value));
}

} // namespace

class TestCifar10 : public QObject {
    Q_OBJECT
private slots:
    void recordsBecomePictures()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        makeFolder(folder);
        poke(folder / "data_batch_2.bin", 3 * 3073, 7);                     // record 3: class 7 …
        poke(folder / "data_batch_2.bin", 3 * 3073 + 1, 255, 1024);         // … and all red
        poke(folder / "test_batch.bin", 9999 * 3073ull + 1 + 2048 + 33, 9); // last record: blue of pixel (1, 1)
        const DataSource source = openData("cifar10:" + folder.string());
        QCOMPARE(source.training->size(), std::size_t(50000));
        QCOMPARE(source.validation->size(), std::size_t(10000));
        QCOMPARE(source.pictureSide, 32);
        QCOMPARE(source.classNames.size(), std::size_t(10));
        QCOMPARE(source.classNames[7], std::string("horse"));
        QVERIFY(source.warnings.empty());
        Image scratch;
        const ImageView red = source.training->image(10003, scratch);
        for (int i = 0; i < 1024; ++i)
            QVERIFY(red.rgb[3 * i] == 255 && red.rgb[3 * i + 1] == 0 && red.rgb[3 * i + 2] == 0);
        QCOMPARE(source.training->label(10003), 7);
        QCOMPARE(source.training->name(10003), std::string("data_batch_2 3"));
        QCOMPARE(source.validation->image(9999, scratch).pixel(1, 1)[2], std::uint8_t(9));
        QVERIFY_THROWS_EXCEPTION(std::exception, source.validation->label(10000));
    }
    void wrongSizesAreErrors_data()
    {
        QTest::addColumn<int>("file");
        QTest::addColumn<qlonglong>("size");
        for (int file = 0; file < 6; ++file)
            QTest::addRow("%s short by one", fileNames[static_cast<std::size_t>(file)].c_str()) << file << 30729999ll;
        QTest::newRow("empty") << 0 << 0ll;
        QTest::newRow("one record short") << 4 << 30730000ll - 3073;
        QTest::newRow("one byte long") << 5 << 30730001ll;
        QTest::newRow("absurdly long") << 1 << (1ll << 40);
    }
    void wrongSizesAreErrors()
    {
        QFETCH(int, file);
        QFETCH(qlonglong, size);
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        makeFolder(folder);
        const std::string name = fileNames[static_cast<std::size_t>(file)] + ".bin";
        fs::resize_file(folder / name, static_cast<std::uintmax_t>(size));
        const std::string error = errorOf([&] { openData("cifar10:" + folder.string()); });
        QVERIFY2(contains(error, name) && contains(error, std::to_string(size)) && contains(error, "30730000"),
                 error.c_str());
    }
    void missingFilesAreErrors()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        makeFolder(folder);
        fs::remove(folder / "data_batch_4.bin");
        QVERIFY(contains(errorOf([&] { openData("cifar10:" + folder.string()); }), "has no file data_batch_4.bin"));
        fs::create_directory(folder / "data_batch_4.bin");
        QVERIFY(contains(errorOf([&] { openData("cifar10:" + folder.string()); }),
                         "data_batch_4.bin is not an ordinary file"));
        QVERIFY(contains(errorOf([&] { openData("cifar10:/nowhere/at/all"); }),
                         "/nowhere/at/all has no file data_batch_1.bin; give the folder"));
    }
    void impossibleLabelsAreErrors()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        makeFolder(folder);
        poke(folder / "data_batch_3.bin", 12 * 3073, 10);
        const std::string error = errorOf([&] { openData("cifar10:" + folder.string()); });
        QVERIFY2(contains(error, "data_batch_3.bin") && contains(error, "record 12") && contains(error, "label 10"),
                 error.c_str());
    }
    void namesAreOptional()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        makeFolder(folder);
        fs::remove(folder / "batches.meta.txt");
        const DataSource source = openData("cifar10:" + folder.string());
        QCOMPARE(source.warnings.size(), std::size_t(1));
        QCOMPARE(source.classNames[9], std::string("truck"));
    }
    /// Not read as a whole, either: a line that nobody ended.
    void endlessNamesAreNotUsed()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        makeFolder(folder);
        writeFile(folder / "batches.meta.txt", {});
        fs::resize_file(folder / "batches.meta.txt", std::uintmax_t{1} << 40); // zeros, without a disk
        QCOMPARE(openData("cifar10:" + folder.string()).warnings.size(), std::size_t(1));
    }
    void theRealSet()
    {
        const fs::path folder = realData("cifar-10-batches-bin");
        if (!fs::exists(folder))
            QSKIP(qPrintable(QString::fromStdString(folder.string() + " is not there (set ALEXSCOPE_DATA)")));
        const DataSource source = openData("cifar10:" + folder.string());
        std::array<int, 10> counts{};
        for (std::size_t i = 0; i < 50000; ++i)
            ++counts[static_cast<std::size_t>(source.training->label(i))];
        for (int count : counts)
            QCOMPARE(count, 5000);
        const SetStatistics s = statisticsOfSet(*source.training, {.resize = 0}, 32, 50000);
        const double mean[3] = {0.4914, 0.4822, 0.4465}, deviation[3] = {0.2470, 0.2435, 0.2616};
        for (std::size_t c = 0; c < 3; ++c) {
            QVERIFY(std::abs(s.channelMean[c] / 255 - mean[c]) < 5e-5);
            QVERIFY(std::abs(s.channelDeviation[c] / 255 - deviation[c]) < 5e-5);
        }
        // Natural pictures vary mostly in brightness: the first axis is nearly grey.
        for (std::size_t c = 0; c < 3; ++c)
            QVERIFY(s.axes[0][c] > 0.5);
        QVERIFY(s.axisDeviation[0] > 2.5 * s.axisDeviation[1]);
    }
};

QTEST_GUILESS_MAIN(TestCifar10)
#include "tst_cifar10.moc"
