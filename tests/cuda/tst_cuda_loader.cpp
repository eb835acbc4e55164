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

    /// The module opens wherever it was built, links to nothing that is missing, fits this program, and speaks for
    /// itself.
    void theModuleOpens()
    {
#ifdef ALEXSCOPE_MODULE_FOLDER
        const BackendEntry entry = cuda::entryFrom({ALEXSCOPE_MODULE_FOLDER});
        if (entry.unavailable.empty())
            QSKIP("there is a GPU: scripts/gpu_check says whether it computes rightly");
        checkSentence(entry);
        QVERIFY2(entry.unavailable.find("module") == std::string::npos, entry.unavailable.c_str());
#else
        QSKIP("this build has no CUDA module");
#endif
    }

    void nothingThere()
    {
        QTemporaryDir folder;
        checkSentence(cuda::entryFrom({folder.path().toStdString()}));
        checkSentence(cuda::entryFrom({}));
    }

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
