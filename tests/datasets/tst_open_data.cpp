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
        for (const char* s : {"", ":", "texture", "textures:here", "cifar10", "cifar10:", "folder",
                              "packed:", "mnist:/data", "/data/pictures", "FOLDER:/data"})
            QTest::newRow(*s ? s : "nothing") << s;
    }
    void unknownSpecificationsAreOneClearSentence()
    {
        QFETCH(QString, specification);
        const std::string error = errorOf([&] { openData(specification.toStdString()); });
        QVERIFY2(contains(error, "does not name data") && contains(error, "packed:FILE"), error.c_str());
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
