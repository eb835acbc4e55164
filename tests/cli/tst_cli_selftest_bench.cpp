// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

#include <QFile>
#include <QTemporaryDir>

using namespace alexscope;
using namespace alexscope::cli;

class TestCliSelftestBench : public QObject {
    Q_OBJECT
private slots:
    void selftestComparesEveryKind()
    {
        const Outcome outcome = command({"selftest", "--device", "reference", "--quick", "--json"});
        COMPARE_STATUS(outcome, Good);
        const auto json = outcome.json();
        QVERIFY(json.at("comparisons").get<int>() > 50);
        QCOMPARE(json.at("wrong").get<int>(), 0);
        for (const auto& row : json.at("rows"))
            QVERIFY(row.at("error").get<double>() <= row.at("tolerance").get<double>());
    }
    void aWrongNetworkIsSaidBeforeTheWork()
    {
        const Outcome outcome = command({"selftest", "--device", "reference", "--network", "nothing"});
        COMPARE_STATUS(outcome, Failed);
        QCOMPARE(outcome.out, std::string());
        QVERIFY2(outcome.err.find("there is no network \"nothing\"") != std::string::npos, outcome.err.c_str());
    }
    void moreVectorsThanMemoryAreSaidBeforeTheWork()
    {
        const Outcome outcome = command({"bench", "--retrieval", "--device", "reference", "--network", "lenet5",
                                         "--vectors", "2000000", "--dimension", "65536"});
        COMPARE_STATUS(outcome, Failed);
        QVERIFY2(outcome.err.find("take fewer by --vectors") != std::string::npos, outcome.err.c_str());
    }
    void benchMeasuresEverything()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("small.net"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallNetwork);
        file.close();
        const std::string network = file.fileName().toStdString();
        const Outcome outcome = command({"bench", "--network", network, "--seconds", "0.02", "--json"});
        COMPARE_STATUS(outcome, Good);
        const auto json = outcome.json();
        QCOMPARE(json.at("batch").get<int>(), 8);
        QCOMPARE(json.at("kernels").size(), std::size_t(9));
        for (const char* speed : {"forward", "forwardBackward", "wholeStep", "singlePictureMs"})
            QVERIFY2(json.at(speed).get<double>() > 0, speed);
        QVERIFY(json.at("limit").is_null()); // the reference backend has no library beneath it
        QVERIFY(json.at("kernels").at(0).at("forwardGflops").get<double>() > 0);
        const Outcome text = command({"bench", "--network", network, "--seconds", "0.02", "--batch", "3"});
        COMPARE_STATUS(text, Good);
        QVERIFY(text.out.find("pictures/s") != std::string::npos && text.out.find("conv1") != std::string::npos);
        QVERIFY2(text.out.find(" (float, 1 thread)\n") != std::string::npos, text.out.c_str());
    }
    void interruptionsEndTheBench()
    {
        const std::atomic<bool> interrupted{true};
        const Outcome outcome = command({"bench", "--network", "lenet5", "--seconds", "60"}, &interrupted);
        COMPARE_STATUS(outcome, Failed);
        QVERIFY(outcome.err.find("interrupted") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestCliSelftestBench)
#include "tst_cli_selftest_bench.moc"
