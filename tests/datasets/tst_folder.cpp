// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/batch_loader.h"
#include "datasets/open_data.h"
#include "pictures.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace alexscope;
using namespace alexscope::datasets;
using namespace alexscope::tests;
namespace fs = std::filesystem;

namespace {

void addPictures(const fs::path& folder, int count, cv::Scalar bgr)
{
    for (int i = 0; i < count; ++i)
        writeFile(folder / concat("picture", i / 10, i % 10, ".png"),
                  encoded(".png", cv::Mat(12 + i % 3, 16, CV_8UC3, bgr)));
}

DataSource open(const fs::path& folder)
{
    return openData("folder:" + folder.string());
}

bool warned(const std::vector<DataWarning>& warnings, const std::string& item, const std::string& reason)
{
    for (const DataWarning& w : warnings)
        if (w.item == item)
            return contains(w.reason, reason);
    return false;
}

} // namespace

class TestFolder : public QObject {
    Q_OBJECT
private slots:
    void classesComeFromTheFolders()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        addPictures(folder / "train" / "red", 4, {0, 0, 255});
        addPictures(folder / "train" / "blue", 3, {255, 0, 0});
        addPictures(folder / "val" / "red", 2, {0, 0, 255});
        addPictures(folder / "val" / "green", 2, {0, 255, 0});
        addPictures(folder / "test" / "red", 5, {0, 0, 255}); // val is there: not used
        const DataSource source = open(folder);
        QCOMPARE(source.classNames, (std::vector<std::string>{"blue", "red"}));
        QCOMPARE(source.training->size(), std::size_t(7));
        QCOMPARE(source.validation->size(), std::size_t(2));
        QCOMPARE(source.pictureSide, 0);
        QVERIFY(warned(source.warnings, "green", "2 pictures are left out"));
        Image scratch;
        for (std::size_t i = 0; i < 7; ++i) {
            const ImageView view = source.training->image(i, scratch);
            const int label = source.training->label(i);
            QCOMPARE(view.pixel(3, 3)[0], std::uint8_t(label == 1 ? 255 : 0));
            QCOMPARE(view.pixel(3, 3)[2], std::uint8_t(label == 0 ? 255 : 0));
        }
        QCOMPARE(source.training->name(0), std::string("train/blue/picture00.png"));
    }
    void validationFolders_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"val", "validation", "test"})
            QTest::newRow(name) << name;
    }
    void validationFolders()
    {
        QFETCH(QString, name);
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        addPictures(folder / "train" / "a", 3, {1, 2, 3});
        addPictures(folder / name.toStdString() / "a", 2, {1, 2, 3});
        QCOMPARE(open(folder).validation->size(), std::size_t(2));
    }
    void everyTenthIsKeptWhenThereIsNoValidation()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        addPictures(folder / "a", 25, {1, 2, 3});
        addPictures(folder / "b", 9, {1, 2, 3});
        const DataSource source = open(folder);
        QCOMPARE(source.training->size(), std::size_t(32));
        QCOMPARE(source.validation->size(), std::size_t(2));
        std::set<std::string> names;
        for (const auto& set : {source.training, source.validation})
            for (std::size_t i = 0; i < set->size(); ++i)
                names.insert(set->name(i));
        QCOMPARE(names.size(), std::size_t(34));
    }
    void badFilesAreListedAndLeftOut()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString(), a = folder / "a";
        addPictures(a, 3, {9, 9, 9});
        const Bytes jpeg = encoded(".jpg", slope(40, 30)), png = encoded(".png", slope(40, 30));
        writeFile(a / "cmyk.jpg", withChannels(jpeg, 4));
        writeFile(a / "cut.jpg", firstOf(jpeg, jpeg.size() - 40));
        writeFile(a / "empty.png", {});
        writeFile(a / "film.png", animatedPng(png));
        writeFile(a / "film.webp", animatedWebp());
        writeFile(a / "film.gif", gif());
        writeFile(a / "grey.jpg", encoded(".jpg", slope(40, 30, CV_8UC1)));
        writeFile(a / "deep.png", encoded(".png", slope(40, 30, CV_16UC3)));
        writeFile(a / "huge.png", hugePng(png));
        writeFile(a / "notes.txt", {'n', 'o', 't', 'e', 's'});
        writeFile(a / ".hidden", {1, 2, 3});
        writeFile(a / "inner" / "picture.png", png);
        writeFile(folder / "README", {'x'});
        writeFile(folder / "nothing" / "broken.jpg", {0xFF, 0xD8, 0xFF});
        fs::create_symlink("/nowhere/at/all", a / "dangling.png");
        fs::create_symlink("/dev/zero", a / "endless.png");
        const DataSource source = open(folder);
        QCOMPARE(source.classNames, (std::vector<std::string>{"a"}));
        QCOMPARE(source.training->size(), std::size_t(5)); // three good ones, the grey and the deep one
        const auto& w = source.warnings;
        QVERIFY(warned(w, "a/cmyk.jpg", "CMYK"));
        QVERIFY(warned(w, "a/cut.jpg", "truncated"));
        QVERIFY(warned(w, "a/empty.png", "0 bytes"));
        QVERIFY(warned(w, "a/film.png", "animated"));
        QVERIFY(warned(w, "a/film.webp", "animated"));
        QVERIFY(warned(w, "a/film.gif", "GIF"));
        QVERIFY(warned(w, "a/grey.jpg", "grey"));
        QVERIFY(warned(w, "a/deep.png", "16 bits"));
        QVERIFY(warned(w, "a/huge.png", "too large"));
        QVERIFY(warned(w, "a/notes.txt", "not a picture"));
        QVERIFY(warned(w, "a/inner", "not searched"));
        QVERIFY(warned(w, "README", "outside the class folders"));
        QVERIFY(warned(w, "nothing/broken.jpg", "truncated"));
        QVERIFY(warned(w, "a/dangling.png", "cannot be opened"));
        QVERIFY(warned(w, "a/endless.png", "cannot be opened"));
        QCOMPARE(w.size(), std::size_t(15));
        for (const DataWarning& warning : w)
            QCOMPARE(warning.leftOut, warning.item != "a/grey.jpg" && warning.item != "a/deep.png");
    }
    void noPicturesAtAllIsAnError()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        QVERIFY(contains(errorOf([&] { open(folder); }), "has no class folder"));
        writeFile(folder / "picture.png", encoded(".png", slope(40, 30))); // not in a class folder
        QVERIFY(contains(errorOf([&] { open(folder); }), "has no class folder"));
        writeFile(folder / "a" / "empty.png", {});
        QVERIFY(contains(errorOf([&] { open(folder); }), "2 items were left out"));
        QVERIFY(contains(errorOf([&] { open(folder / "a" / "empty.png"); }), "is not a folder"));
    }
    void damageFoundLaterDoesNotStopTraining()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.path().toStdString();
        addPictures(folder / "train" / "red", 6, {0, 0, 255});
        addPictures(folder / "train" / "blue", 6, {255, 0, 0});
        const DataSource source = open(folder);
        writeFile(folder / "train" / "red" / "picture05.png",
                  {1, 2, 3}); // the last one: the search goes on from the front
        fs::remove(folder / "train" / "blue" / "picture02.png");
        Preprocessing p;
        p.resize = 12;
        BatchLoader loader(source.training,
                           std::make_shared<Augmenter>(p, Augmentation{}, SetStatistics{}, Shape{1, 3, 12, 12}),
                           {.batch = 24, .workers = 3});
        for (int k = 0; k < 3; ++k) {
            const Batch& batch = loader.next();
            for (std::size_t i = 0; i < 24; ++i) // the replacement is of the same class
                QCOMPARE(batch.pictures[i * 432] > 128, batch.labels[i] == 1);
        }
        const auto late = source.training->lateWarnings();
        QCOMPARE(late.size(), std::size_t(2));
        QVERIFY(warned(late, "train/red/picture05.png", "not a picture"));
        QVERIFY(warned(late, "train/blue/picture02.png", "does not exist"));
        fs::remove_all(folder / "train");
        Image scratch;
        QVERIFY(contains(errorOf([&] { source.training->image(0, scratch); }), "picture00.png does not exist"));
    }
    void theRealPhotographs()
    {
        const fs::path folder = realData("imagenette");
        if (!fs::exists(folder))
            QSKIP(qPrintable(QString::fromStdString(folder.string() + " is not there (set ALEXSCOPE_DATA)")));
        const DataSource source = open(folder);
        QCOMPARE(source.training->size(), std::size_t(1200));
        QCOMPARE(source.validation->size(), std::size_t(300));
        for (const DataWarning& warning : source.warnings) // some are grey
            QVERIFY2(!warning.leftOut, warning.item.c_str());
        QCOMPARE(source.classNames.size(), std::size_t(10));
        QCOMPARE(source.classNames[0], std::string("English_springer"));
        QCOMPARE(source.classNames[9], std::string("tench"));
        std::vector<int> counts(10);
        for (std::size_t i = 0; i < 1200; ++i)
            ++counts[static_cast<std::size_t>(source.training->label(i))];
        for (int count : counts)
            QCOMPARE(count, 120);
        Image scratch;
        for (std::size_t i = 0; i < 1200; i += 40) {
            const ImageView view = source.training->image(i, scratch);
            QVERIFY(view.width == 224 && view.height == 224);
        }
        QVERIFY(source.training->lateWarnings().empty());
    }
};

QTEST_GUILESS_MAIN(TestFolder)
#include "tst_folder.moc"
