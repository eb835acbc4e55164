// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/loader/cuda_loader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace alexscope;

/// Whatever the machine has, the catalogue can be made, and says one sentence where the GPU cannot be used.
class TestCudaLoader : public QObject {
    Q_OBJECT

    static void checkSentence(const BackendEntry& entry)
    {
        QCOMPARE(entry.name, std::string("cuda"));
        QVERIFY(!entry.unavailable.empty());
        QVERIFY(!entry.make);
        QVERIFY(entry.unavailable.ends_with('.'));
        QVERIFY(entry.unavailable.find('\n') == std::string::npos);
    }

private slots:
    void usableOrWithReason()
    {
        const BackendEntry entry = cuda::catalogueEntry();
        if (!entry.unavailable.empty())
            checkSentence(entry);
        else
            QVERIFY(entry.make()->info().name == "cuda");
        qInfo("%s", entry.unavailable.empty() ? "usable" : entry.unavailable.c_str());
    }

    void nothingThere()
    {
        QTemporaryDir folder;
        checkSentence(cuda::entryFrom({folder.path().toStdString()}));
        checkSentence(cuda::entryFrom({}));
    }

    /// Of a file that is no module the machine's driver may come first; in either case it is a sentence.
    void noModule()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("alexscope-cuda.so"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a library");
        file.close();
        checkSentence(cuda::entryFrom({folder.path().toStdString()}));
    }
};

QTEST_GUILESS_MAIN(TestCudaLoader)
#include "tst_cuda_loader.moc"
