// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/journal.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace alexscope;

namespace {

MetricsRow rowOf(std::int64_t iteration, bool validated = false)
{
    MetricsRow row;
    row.iteration = iteration;
    if (validated)
        row.validationTop1 = 0.5f;
    return row;
}

} // namespace

class TestJournal : public QObject {
    Q_OBJECT

private slots:
    void readersGoOnFromWhereTheyWere()
    {
        Journal journal;
        for (int i = 1; i <= 10; ++i)
            journal.append(rowOf(i));
        QCOMPARE(journal.size(), std::size_t{10});
        QCOMPARE(journal.rowsFrom(7).size(), std::size_t{3});
        QCOMPARE(journal.rowsFrom(7)[0].iteration, 8);
        QVERIFY(journal.rowsFrom(10).empty());
        QVERIFY(journal.rowsFrom(1000).empty());
        const std::uint64_t generation = journal.generation();
        QCOMPARE(journal.read(generation, 7).rows.size(), std::size_t{3});
        QCOMPARE(journal.read(generation, 7).next, std::uint64_t{10});
        journal.clear();
        QCOMPARE(journal.size(), std::size_t{0});
        QVERIFY(journal.generation() > generation);
        journal.append(rowOf(1));
        const JournalPart anew = journal.read(generation, 7); // a reader from before gets everything
        QCOMPARE(anew.generation, journal.generation());
        QCOMPARE(anew.rows.size(), std::size_t{1});
        QCOMPARE(anew.next, std::uint64_t{1});
    }

    void memoryStaysBoundedAndValidationsStay()
    {
        Journal journal(100);
        for (int i = 1; i <= 10'000; ++i) {
            journal.append(rowOf(i, i % 1000 == 0));
            QVERIFY(journal.size() <= 100);
        }
        const std::vector<MetricsRow> rows = journal.rowsFrom(0);
        int validated = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            validated += rows[i].validationTop1 == 0.5f;
            QVERIFY(i == 0 || rows[i].iteration > rows[i - 1].iteration);
        }
        QCOMPARE(validated, 10);
        QCOMPARE(rows.front().iteration, 1);
        QCOMPARE(rows.back().iteration, 10'000);
    }

    void whoKeepsUpLosesNoRow()
    {
        Journal journal(100);
        std::uint64_t next = 0, generation = journal.generation();
        std::int64_t latest = 0;
        for (int i = 1; i <= 10'000; ++i) {
            journal.append(rowOf(i));
            if (i % 37 != 0)
                continue; // behind by less than half of what is kept
            const JournalPart part = journal.read(generation, next);
            QCOMPARE(part.generation, generation);
            next = part.next;
            for (const MetricsRow& row : part.rows)
                QCOMPARE(row.iteration, ++latest);
        }
        QCOMPARE(latest, 9990);
    }

    void validationsAloneStayBoundedToo()
    {
        Journal journal(64);
        for (int i = 1; i <= 5000; ++i)
            journal.append(rowOf(i, true));
        QVERIFY(journal.size() <= 64);
        QCOMPARE(journal.rowsFrom(0).back().iteration, 5000);
    }

    void oneWritesWhileAnotherReads()
    {
        Journal journal(1000);
        std::atomic<bool> done = false;
        std::thread writer([&] {
            for (int i = 1; i <= 20'000; ++i)
                journal.append(rowOf(i));
            done = true;
        });
        std::uint64_t generation = 0, next = 0;
        std::int64_t latest = 0;
        while (!done || latest < 20'000) {
            const JournalPart part = journal.read(generation, next);
            generation = part.generation;
            next = part.next;
            if (!part.rows.empty()) {
                QVERIFY(part.rows.front().iteration > latest); // nothing twice
                latest = part.rows.back().iteration;
            }
        }
        writer.join();
        QCOMPARE(latest, 20'000);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
