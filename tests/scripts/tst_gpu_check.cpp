// SPDX-License-Identifier: GPL-3.0-or-later
// scripts/gpu_state says why the GPU is not used, on machines described by files below a temporary folder.
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// Writes one file below `root`, with its folders; scripts are made executable.
void write(const QString& root, const QString& path, const QByteArray& content)
{
    const QString full = root + "/" + path;
    QVERIFY(QDir().mkpath(QFileInfo(full).path()));
    QFile file(full);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
    file.write(content);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QByteArray saying(const QByteArray& words)
{
    return "#!/bin/sh\necho '" + words + "'\n";
}

} // namespace

class TestGpuCheck : public QObject {
    Q_OBJECT

private slots:
    void namesTheFirstObstacle_data()
    {
        QTest::addColumn<QStringList>("parts");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << QStringList{} << "needs an NVIDIA GPU (none was found)";
        QTest::newRow("another maker's GPU") << QStringList{"amd"} << "needs an NVIDIA GPU (none was found)";
        QTest::newRow("NVIDIA sound") << QStringList{"sound"} << "needs an NVIDIA GPU (none was found)";
        QTest::newRow("no driver") << QStringList{"device"} << "needs a driver for its NVIDIA GPU";
        QTest::newRow("driver finds none") << QStringList{"blind"} << "the driver is installed but finds none";
        QTest::newRow("no toolkit") << QStringList{"driver"} << "toolkit 12 or newer for its Test GPU (none was found";
        QTest::newRow("old toolkit") << QStringList{"driver", "cuda11"}
                                     << "toolkit 12 or newer for its Test GPU (found 11;";
        QTest::newRow("no cuDNN") << QStringList{"driver", "cuda12"}
                                  << "needs cuDNN 9 or newer for its Test GPU (none was";
        QTest::newRow("old cuDNN") << QStringList{"driver", "cuda12", "cudnn8"}
                                   << "cuDNN 9 or newer for its Test GPU (found 8;";
        QTest::newRow("all there") << QStringList{"driver", "cuda12", "cudnn9"} << "this machine has what is needed";
        QTest::newRow("all there, newer")
            << QStringList{"driver", "cuda13", "cudnn10"} << "this machine has what is needed";
    }

    void namesTheFirstObstacle()
    {
        QFETCH(QStringList, parts);
        QFETCH(QString, expected);
        QTemporaryDir root;
        QVERIFY(root.isValid());
        for (const QString& part : parts) {
            install(root.path(), part);
        }

        QProcess check;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("ALEXSCOPE_SYSTEM_ROOT", root.path());
        environment.remove("CUDA_HOME");
        check.setProcessEnvironment(environment);
        check.start(ALEXSCOPE_SOURCE_DIR "/scripts/gpu_state", QStringList());
        QVERIFY(check.waitForFinished());
        const QString line = QString::fromUtf8(check.readAllStandardOutput());

        QCOMPARE(check.exitCode(), 0);
        QCOMPARE(check.readAllStandardError(), QByteArray());
        QCOMPARE(line.count('\n'), 1);
        QCOMPARE(line.startsWith("GPU: not used."), !expected.startsWith("this machine has"));
        QVERIFY2(line.contains(expected), qPrintable(line));
    }

private:
    static void device(const QString& root, const QByteArray& vendor, const QByteArray& kind)
    {
        write(root, "sys/bus/pci/devices/0000:01:00.0/vendor", vendor);
        write(root, "sys/bus/pci/devices/0000:01:00.0/class", kind);
    }

    static void install(const QString& root, const QString& part)
    {
        if (part == "amd") {
            device(root, "0x1002\n", "0x030000\n");
        } else if (part == "sound") {
            device(root, "0x10de\n", "0x040300\n");
        } else if (part == "device") {
            device(root, "0x10de\n", "0x030200\n");
        } else if (part == "blind") {
            write(root, "usr/bin/nvidia-smi", "#!/bin/sh\nexit 9\n");
        } else if (part == "driver") {
            write(root, "usr/bin/nvidia-smi", saying("Test GPU"));
        } else if (part.startsWith("cuda")) {
            write(root, "usr/local/cuda/bin/nvcc",
                  saying("Cuda compilation tools, release " + part.mid(4).toLatin1() + ".1, V1"));
        } else {
            write(root, "usr/include/cudnn_version.h", "#define CUDNN_MAJOR " + part.mid(5).toLatin1() + "\n");
        }
    }
};

QTEST_GUILESS_MAIN(TestGpuCheck)
#include "tst_gpu_check.moc"
