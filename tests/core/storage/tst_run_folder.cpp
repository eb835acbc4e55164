// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/run_folder.h"

#include "core/error.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <cstring>
#include <fstream>
#include <sstream>

using namespace alexscope;

namespace {

MetricsRow rowOf(std::int64_t iteration)
{
    MetricsRow row;
    row.iteration = iteration;
    row.epoch = static_cast<float>(iteration) / 3.0f;
    row.loss = 1.0f / static_cast<float>(iteration + 1);
    row.top1Error = 0.1f;
    row.learningRate = 1e-7f;
    row.seconds = 12345.678f;
    if (iteration % 2 == 0)
        row.validationTop1 = 0.25f;
    return row;
}

bool sameBits(const MetricsRow& a, const MetricsRow& b)
{
    const auto same = [](float x, float y) {
        return std::memcmp(&x, &y, sizeof x) == 0 || (std::isnan(x) && std::isnan(y));
    };
    return a.iteration == b.iteration && same(a.epoch, b.epoch) && same(a.loss, b.loss) &&
           same(a.top1Error, b.top1Error) && same(a.top5Error, b.top5Error) &&
           same(a.validationLoss, b.validationLoss) && same(a.validationTop1, b.validationTop1) &&
           same(a.validationTop5, b.validationTop5) && same(a.learningRate, b.learningRate) &&
           same(a.seconds, b.seconds);
}

std::string textOf(const std::filesystem::path& path)
{
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

RunSpec sample()
{
    RunSpec spec;
    spec.networkText = "[network]\nname = tiny\n";
    spec.data = "textures";
    return spec;
}

} // namespace

class TestRunFolder : public QObject {
    Q_OBJECT

    QTemporaryDir m_root;
    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_root.path().toStdString()) / name;
    }

private slots:
    void aRunIsCreatedOnceAndOpenedAgain()
    {
        RunFolder folder = RunFolder::create(path("deep") / "run", sample());
        QVERIFY(RunFolder::holdsRun(folder.path()));
        QCOMPARE(textOf(folder.path() / "network.net"), sample().networkText);
        QVERIFY_THROWS_EXCEPTION(Error, RunFolder::create(folder.path(), sample()));
        RunSpec resolved = sample();
        resolved.resolvedDevice = "reference";
        folder.rewriteSpec(resolved);
        QCOMPARE(RunFolder::open(folder.path()).spec().resolvedDevice, std::string("reference"));
    }

    void oneProgramAtATimeWritesToARun()
    {
        auto first = std::make_unique<RunFolder>(RunFolder::create(path("claimed"), sample()));
        RunFolder second = RunFolder::open(path("claimed")); // looking is for everybody
        QVERIFY_THROWS_EXCEPTION(Error, second.claim());
        RunFolder moved = std::move(*first);
        first.reset();
        QVERIFY_THROWS_EXCEPTION(Error, second.claim());
        {
            const RunFolder ended = std::move(moved);
        }
        second.claim();
        QVERIFY_THROWS_EXCEPTION(Error, RunFolder::open(path("claimed")).claim());
    }

    void metricsAreReadAsTheyWereWritten()
    {
        RunFolder folder = RunFolder::create(path("metrics"), sample());
        for (int i = 1; i <= 50; ++i)
            folder.append(rowOf(i));
        folder.flush();
        const std::vector<MetricsRow> rows = folder.readMetrics();
        QCOMPARE(rows.size(), std::size_t{50});
        for (int i = 1; i <= 50; ++i)
            QVERIFY(sameBits(rows[static_cast<std::size_t>(i) - 1], rowOf(i)));
    }

    void goingOnLeavesNoSecondCopy()
    {
        RunFolder folder = RunFolder::create(path("again"), sample());
        for (int i = 1; i <= 9; ++i)
            folder.append(rowOf(i));
        folder.flush();
        std::ofstream(folder.path() / "metrics.csv", std::ios::app) << "10,3.3,0."; // ended while writing
        RunFolder resumed = RunFolder::open(folder.path());
        QCOMPARE(resumed.readMetrics().size(), std::size_t{9});
        resumed.truncateMetrics(6);
        for (int i = 7; i <= 9; ++i)
            resumed.append(rowOf(i));
        resumed.flush();
        const std::vector<MetricsRow> rows = resumed.readMetrics();
        QCOMPARE(rows.size(), std::size_t{9});
        for (int i = 1; i <= 9; ++i)
            QVERIFY(sameBits(rows[static_cast<std::size_t>(i) - 1], rowOf(i)));
    }

    void rowsReachTheFileWithinASecond()
    {
        RunFolder folder = RunFolder::create(path("flush"), sample());
        folder.append(rowOf(1));
        QTest::qWait(1100);
        folder.append(rowOf(2));
        QCOMPARE(folder.readMetrics().size(), std::size_t{2});
    }

    void eventsAreQuoted()
    {
        RunFolder folder = RunFolder::create(path("events"), sample());
        folder.appendEvent({3, "learning rate 0.01 to 0.001, \"by hand\"", std::nullopt});
        QCOMPARE(textOf(folder.path() / "events.csv"),
                 std::string("iteration,text,parameter,from,to,cause\n"
                             "3,\"learning rate 0.01 to 0.001, \"\"by hand\"\"\",,,,\n"));
        QCOMPARE(folder.readEvents().at(0).text, std::string("learning rate 0.01 to 0.001, \"by hand\""));
    }

    void eventsAreReadBack()
    {
        RunFolder folder = RunFolder::create(path("changes"), sample());
        folder.appendEvent({0, "Started, as\nalways", std::nullopt});
        folder.appendEvent({7, "By hand", HyperParameterChange{7, HyperParameter::Momentum, 0.9, 0.1 + 0.2, true}});
        folder.appendEvent({9, "Divided", HyperParameterChange{9, HyperParameter::LearningRate, 0.01, 0.001, false}});
        std::ofstream(folder.path() / "events.csv", std::ios::app) << "10,\"of an older program\"\n11,\"cut o";
        const std::vector<RecordedEvent> events = folder.readEvents();
        QCOMPARE(events.size(), std::size_t{4});
        QCOMPARE(events[0].text, std::string("Started, as\nalways"));
        QVERIFY(!events[0].change && !events[3].change);
        QCOMPARE(events[1].change->iteration, std::int64_t{7});
        QCOMPARE(events[1].change->parameter, HyperParameter::Momentum);
        QCOMPARE(events[1].change->to, 0.1 + 0.2);
        QVERIFY(events[1].change->byHand && !events[2].change->byHand);
        QCOMPARE(events[3].iteration, std::int64_t{10});
        std::ofstream(folder.path() / "events.csv", std::ios::app) << "\"\nno number,here\n";
        QVERIFY_THROWS_EXCEPTION(Error, folder.readEvents());
    }

    /// Cells beyond those there are cost no memory of their own, and a rate that is no number is none.
    void hostileEvents()
    {
        RunFolder folder = RunFolder::create(path("hostile events"), sample());
        std::ofstream(folder.path() / "events.csv", std::ios::app)
            << "1,many,dropout,0.5,0.25,by hand" << std::string(100'000, ',') << "\n";
        QCOMPARE(folder.readEvents().at(0).change->to, 0.25);
        std::ofstream(folder.path() / "events.csv", std::ios::app) << "2,lost,dropout,0.5,nan,by hand\n";
        QVERIFY_THROWS_EXCEPTION(Error, folder.readEvents());
    }

    /// A line that nobody ended is not read into memory as a whole.
    void aLongLineIsBounded()
    {
        RunFolder folder = RunFolder::create(path("long line"), sample());
        std::filesystem::resize_file(folder.path() / "metrics.csv", std::uintmax_t{1} << 40); // zeros, without a disk
        QVERIFY_THROWS_EXCEPTION(Error, folder.readMetrics());
    }

    void brokenRunsAreErrors_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no header") << "metrics.csv" << QByteArray("1,2,3\n");
        QTest::newRow("words") << "metrics.csv" << QByteArray("1,a,3,4,5,6,7,8,9,10\n");
        QTest::newRow("too few cells") << "metrics.csv" << QByteArray("x\n");
        QTest::newRow("the same iteration twice") << "metrics.csv" << QByteArray("7,,,,,,,,,\n7,,,,,,,,,\n");
        QTest::newRow("an iteration before") << "metrics.csv" << QByteArray("7,,,,,,,,,\n6,,,,,,,,,\n");
        QTest::newRow("a negative iteration") << "metrics.csv" << QByteArray("-1,,,,,,,,,\n");
        QTest::newRow("a huge iteration") << "metrics.csv" << QByteArray("9223372036854775807,,,,,,,,,\n");
        QTest::newRow("an infinite epoch") << "metrics.csv" << QByteArray("1,inf,,,,,,,,\n");
        QTest::newRow("a long line") << "metrics.csv" << QByteArray(5000, ' ') + "\n";
        QTest::newRow("a line without end") << "metrics.csv" << QByteArray(5000, ' ');
        QTest::newRow("broken spec") << "run.json" << QByteArray("{");
        QTest::newRow("empty spec") << "run.json" << QByteArray("");
    }
    void brokenRunsAreErrors()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        const std::filesystem::path folder = path(QTest::currentDataTag());
        RunFolder::create(folder, sample());
        const bool keepHeader = QString(QTest::currentDataTag()) != "no header" && file == "metrics.csv";
        std::ofstream(folder / file.toStdString(), keepHeader ? std::ios::app : std::ios::trunc)
            << content.toStdString();
        QVERIFY_THROWS_EXCEPTION(Error, RunFolder::open(folder).readMetrics());
    }

    void anEmptyFolderHoldsNoRun()
    {
        std::filesystem::create_directory(path("empty"));
        QVERIFY(!RunFolder::holdsRun(path("empty")));
        QVERIFY_THROWS_EXCEPTION(Error, RunFolder::open(path("empty")));
        QVERIFY_THROWS_EXCEPTION(Error, RunFolder::open(path("absent")));
    }
};

QTEST_GUILESS_MAIN(TestRunFolder)
#include "tst_run_folder.moc"
