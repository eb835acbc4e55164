// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/run_spec.h"

#include "core/error.h"

#include <QTest>

using namespace alexscope;

namespace {

RunSpec sample()
{
    RunSpec spec;
    spec.networkText = "[network]\nname = tiny\n[fc]\noutputs = classes\n";
    spec.data = "folder:/어딘가/photos";
    spec.weights = "a.safetensors";
    spec.recipe.batch = 7;
    spec.recipe.epochs = 1.0 / 3;
    spec.recipe.learningRate = 0.1;
    spec.recipe.schedule = {ScheduleKind::Steps, 9.5, {1.5, 2.25}, 4, 2};
    spec.recipe.augmentation = {false, 4, false, 0.1};
    spec.seed = 0xFFFF'FFFF'FFFF'FFFEull;
    spec.device = "cpu";
    spec.precision = "bf16";
    spec.resolvedDevice = "cpu";
    spec.resolvedPrecision = "bf16";
    spec.instructions = "avx512_core_amx";
    spec.libraries = "oneDNN 2.6.3";
    spec.threads = 2;
    return spec;
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
}

} // namespace

class TestRunSpec : public QObject {
    Q_OBJECT

private slots:
    void jsonKeepsEverything()
    {
        const RunSpec read = runSpecFromJson(toJson(sample()), "here");
        QVERIFY(difference(read, sample()).empty());
        QVERIFY(read.recipe == sample().recipe); // exact, doubles included
        QCOMPARE(read.seed, sample().seed);
        QCOMPARE(read.networkText, sample().networkText);
        QCOMPARE(read.threads, 2);
    }

    void differencesAreNamed()
    {
        RunSpec other = sample();
        other.recipe.learningRate = 0.02;
        other.recipe.schedule.patience = 9;
        other.instructions = "avx2";
        other.networkText = "[network]\nname = tiny\n[fc]\noutputs = 7\n";
        std::map<std::string, std::pair<std::string, std::string>> found;
        for (const RunDifference& d : difference(sample(), other))
            found[d.field] = {d.first, d.second};
        const std::map<std::string, std::pair<std::string, std::string>> expected{
            {"recipe.learningRate", {"0.1", "0.02"}},
            {"recipe.schedule.patience", {"4", "9"}},
            {"instructions", {"avx512_core_amx", "avx2"}},
            {"networkText", {"outputs = classes", "outputs = 7"}}};
        QVERIFY(found == expected);
    }

    void aLongerNetworkDiffersToo()
    {
        RunSpec other = sample();
        other.networkText += "[more]\n";
        const auto found = difference(sample(), other);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].second, std::string("[more]"));
    }

    void unknownFieldsAreIgnored()
    {
        const std::string text = replaced(toJson(sample()), "{", "{\"fromTheFuture\": [1, {\"x\": 2}],");
        QVERIFY(difference(runSpecFromJson(text, "here"), sample()).empty());
    }

    void faultsNameTheField_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("says");
        QTest::newRow("not JSON") << "{"
                                  << ""
                                  << "JSON";
        QTest::newRow("seed missing") << "\"seed\""
                                      << "\"sead\""
                                      << "seed";
        QTest::newRow("seed negative") << "\"seed\": 18446744073709551614"
                                       << "\"seed\": -1"
                                       << "seed";
        QTest::newRow("batch fractional") << "\"batch\": 7"
                                          << "\"batch\": 7.5"
                                          << "batch";
        QTest::newRow("batch zero") << "\"batch\": 7"
                                    << "\"batch\": 0"
                                    << "batch";
        QTest::newRow("batch huge") << "\"batch\": 7"
                                    << "\"batch\": 4000000000"
                                    << "batch";
        QTest::newRow("batch beyond int64") << "\"batch\": 7"
                                            << "\"batch\": 18446744073709551615"
                                            << "batch";
        QTest::newRow("rate text") << "\"learningRate\": 0.1"
                                   << "\"learningRate\": \"0.1\""
                                   << "learningRate";
        QTest::newRow("rate negative") << "\"learningRate\": 0.1"
                                       << "\"learningRate\": -0.1"
                                       << "learningRate";
        QTest::newRow("schedule unknown") << "\"steps\""
                                          << "\"sometimes\""
                                          << "kind";
        QTest::newRow("schedule no object") << "\"schedule\": {"
                                            << "\"schedule\": 7, \"other\": {"
                                            << "schedule";
        QTest::newRow("epochs of texts") << "1.5,"
                                         << "\"1.5\","
                                         << "epochs";
        QTest::newRow("steps without epochs") << "\"epochs\": ["
                                              << "\"epochs\": [], \"others\": ["
                                              << "epochs";
        QTest::newRow("data no text") << "\"data\": \""
                                      << "\"data\": null, \"y\": \""
                                      << "data";
        QTest::newRow("twice") << "\"threads\""
                               << "\"seed\": 1, \"threads\""
                               << "twice";
    }
    void faultsNameTheField()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, says);
        const std::string text = replaced(toJson(sample()), from.toStdString(), to.toStdString());
        QVERIFY2(!text.empty(), "the sample no longer holds what this case changes");
        try {
            (void)runSpecFromJson(text, "run.json here");
            QFAIL("no error");
        } catch (const Error& error) {
            QVERIFY2(std::string(error.what()).find(says.toStdString()) != std::string::npos, error.what());
            QVERIFY2(std::string(error.what()).find("run.json here") != std::string::npos, error.what());
        }
    }

    void deepNestingIsAnError()
    {
        QVERIFY_THROWS_EXCEPTION(Error, runSpecFromJson("{\"x\":" + std::string(1'000'000, '['), "here"));
        std::string objects = "{";
        for (int i = 0; i < 100'000; ++i)
            objects += "\"x\":{";
        QVERIFY_THROWS_EXCEPTION(Error, runSpecFromJson(objects, "here"));
        QVERIFY_THROWS_EXCEPTION(Error, runSpecFromJson("\xEF\xBB\xBF{}", "here"));
    }
};

QTEST_GUILESS_MAIN(TestRunSpec)
#include "tst_run_spec.moc"
