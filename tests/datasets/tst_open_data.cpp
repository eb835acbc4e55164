// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/open_data.h"
#include "files.h"

#include <QTest>

using namespace alexscope;
using namespace alexscope::datasets;
using namespace alexscope::tests;

class TestOpenData : public QObject {
    Q_OBJECT
private slots:
    void unknownSpecificationsAreOneClearSentence_data()
    {
        QTest::addColumn<QString>("specification");
        for (const char* s : {"", ":", "texture", "textures:here", "cifar10", "cifar10:", "folder", "packed:",
                              "shuffled:", "shuffled:shuffled", "mnist:/data", "/data/pictures", "FOLDER:/data"})
            QTest::newRow(*s ? s : "nothing") << s;
    }
    void unknownSpecificationsAreOneClearSentence()
    {
        QFETCH(QString, specification);
        const std::string error = errorOf([&] { openData(specification.toStdString()); });
        QVERIFY2(contains(error, "does not name data") && contains(error, "packed:FILE"), error.c_str());
    }
    void shuffledLabelsKeepCountsAndPicturesButNotPairs()
    {
        OpenOptions options;
        options.textureTraining = 500;
        const DataSource plain = openData("textures", options), shuffled = openData("shuffled:textures", options);
        const DataSource again = openData("shuffled:textures", options);
        std::vector<int> counts(10), shuffledCounts(10);
        int same = 0;
        Image first, second;
        for (std::size_t i = 0; i < 500; ++i) {
            ++counts.at(static_cast<std::size_t>(plain.training->label(i)));
            ++shuffledCounts.at(static_cast<std::size_t>(shuffled.training->label(i)));
            same += plain.training->label(i) == shuffled.training->label(i);
            QCOMPARE(shuffled.training->label(i), again.training->label(i));
        }
        QCOMPARE(shuffledCounts, counts);
        QVERIFY2(same < 100, qPrintable(QString::number(same))); // 50 of 500 agree by chance
        const ImageView a = plain.training->image(7, first), b = shuffled.training->image(7, second);
        QVERIFY(std::equal(a.rgb, a.rgb + 3 * a.width * a.height, b.rgb));
        for (std::size_t i = 0; i < plain.validation->size(); ++i)
            QCOMPARE(shuffled.validation->label(i), plain.validation->label(i));
        QCOMPARE(shuffled.specification, std::string("shuffled:textures"));
    }
    void missingPlacesAreNamed_data()
    {
        QTest::addColumn<QString>("specification");
        for (const char* s : {"cifar10:/nowhere/at/all", "folder:/nowhere/at/all", "idx:/nowhere/at/all",
                              "packed:/nowhere/at/all", "packed:/dev/null", "folder:/dev/null"})
            QTest::newRow(s) << s;
    }
    void missingPlacesAreNamed()
    {
        QFETCH(QString, specification);
        const std::string error = errorOf([&] { openData(specification.toStdString()); });
        QVERIFY2(contains(error, specification.section(':', 1).toStdString()), error.c_str());
    }
};

QTEST_GUILESS_MAIN(TestOpenData)
#include "tst_open_data.moc"
