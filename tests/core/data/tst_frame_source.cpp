// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/frame_source.h"

#include "scripted_reader.h"

#include <QTest>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace alexscope;
using namespace alexscope::tests;

class TestFrameSource : public QObject {
    Q_OBJECT

    using Script = ScriptedReader::Script;

    static FrameSource::Open opening(Script script)
    {
        return [script] { return std::make_unique<ScriptedReader>(script); };
    }
    static bool waitFor(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 8000); }
    /// The next frame, waited for.
    static Frame next(FrameSource& source)
    {
        std::optional<Frame> frame;
        waitFor([&] { return (frame = source.take()).has_value(); });
        return frame.value_or(Frame{});
    }
    static bool reaches(const FrameSource& source, FrameState state)
    {
        return waitFor([&] { return source.status().state == state; });
    }

private slots:
    void everyFrameComesInOrder()
    {
        const auto read = std::make_shared<std::atomic<int>>(0);
        FrameSource source(opening({.frames = 100, .perSecond = 1, .read = read})); // its own pace would take 100 s
        source.setEveryFrame(true);
        source.setLooping(false);
        for (int number = 1; number <= 100; ++number) {
            const Frame frame = next(source);
            QCOMPARE(frame.number, number);
            QCOMPARE(frame.picture->rgb, ScriptedReader::picture(number, 4).rgb);
            QVERIFY(*read <= number + static_cast<int>(FrameSource::mostWaiting) + 1); // and one is being read
        }
        QVERIFY(reaches(source, FrameState::Ended));
        QCOMPARE(source.status().taken, 100);
        QCOMPARE(source.status().dropped, 0);
        QVERIFY(!source.take());
    }

    void manyAreTakenAtOnce()
    {
        FrameSource source(opening({.frames = 1000, .perSecond = 1}));
        source.setEveryFrame(true);
        QVERIFY(source.takesEveryFrame());
        std::int64_t number = 0;
        while (number < 300) {
            const std::vector<Frame> frames = source.take(FrameSource::mostWaiting);
            QVERIFY(frames.size() <= FrameSource::mostWaiting);
            for (const Frame& frame : frames)
                QCOMPARE(frame.number, ++number);
        }
        QCOMPARE(source.status().taken, number);
        source.setFrozen(true);
        QVERIFY(reaches(source, FrameState::Frozen));
        QVERIFY(source.take(FrameSource::mostWaiting).empty());
    }

    void whoDoesNotWantEveryFrameAnyMoreGetsTheNewest()
    {
        const auto read = std::make_shared<std::atomic<int>>(0);
        FrameSource source(opening({.frames = 1000, .perSecond = 240, .read = read}));
        source.setEveryFrame(true);
        QVERIFY(waitFor([&] { return *read > static_cast<int>(FrameSource::mostWaiting); })); // all that may wait do
        source.setEveryFrame(false);
        QVERIFY(next(source).number >= static_cast<std::int64_t>(FrameSource::mostWaiting));
        QVERIFY(source.status().dropped >= static_cast<std::int64_t>(FrameSource::mostWaiting) - 1);
    }

    void theNewestWins()
    {
        FrameSource source(opening({.frames = 30}));
        source.setLooping(false);
        QVERIFY(reaches(source, FrameState::Ended));
        const Frame frame = next(source);
        QCOMPARE(frame.number, 30);
        QCOMPARE(source.status().dropped, 29);
        QCOMPARE(source.status().taken, 1);
    }

    void aFilePlaysAtItsOwnPace()
    {
        const auto read = std::make_shared<std::atomic<int>>(0);
        FrameSource source(opening({.frames = 1000, .perSecond = 50, .read = read}));
        const auto begin = std::chrono::steady_clock::now();
        QVERIFY(waitFor([&] { return *read >= 26; }));
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        QVERIFY2(seconds > 0.4, qPrintable(QString::number(seconds))); // 25 frames are half a second
    }

    void aFileThatHurriedFindsItsPaceAgain()
    {
        FrameSource source(opening({.frames = 1000, .perSecond = 10}));
        source.setEveryFrame(true);
        for (int number = 1; number <= 200; ++number) // 20 seconds of it
            QCOMPARE(next(source).number, number);
        source.setEveryFrame(false);
        QVERIFY(next(source).picture);
        QVERIFY(next(source).picture);
    }

    void aLoopBeginsAgain()
    {
        FrameSource source(opening({.frames = 3}));
        source.setEveryFrame(true);
        for (const int expected : {1, 2, 3, 1, 2, 3, 1})
            QCOMPARE(next(source).number, expected);
        QVERIFY(source.status().rounds >= 2);
        source.setLooping(false); // what waits already is of later rounds
        std::int64_t number = 1;
        QVERIFY(waitFor([&] {
            if (const auto frame = source.take()) {
                if (frame->number != number % 3 + 1)
                    return false;
                number = frame->number;
            }
            return source.status().state == FrameState::Ended && !source.hasNew();
        }));
        QCOMPARE(number, 3);
        source.setFrozen(false); // plays it again
        QCOMPARE(next(source).number, 1);
    }

    void freezingHoldsWhatIsLookedAt()
    {
        FrameSource source(opening({.frames = 100}));
        source.setEveryFrame(true);
        QCOMPARE(next(source).number, 1);
        source.setFrozen(true);
        QVERIFY(reaches(source, FrameState::Frozen));
        QVERIFY(!source.hasNew());
        QVERIFY(!source.take());
        source.setFrozen(false);
        QCOMPARE(next(source).number, 2); // none is lost
    }

    void theFirstFrameIsSeenEvenWhenFrozen()
    {
        FrameSource source(opening({}));
        source.setFrozen(true);
        QCOMPARE(next(source).number, 1);
        QVERIFY(reaches(source, FrameState::Frozen));
        QVERIFY(!source.take());
    }

    void aCameraIsReadOnWhileFrozen()
    {
        const auto read = std::make_shared<std::atomic<int>>(0);
        FrameSource source(opening({.frames = 1 << 30, .perSecond = 0, .read = read}));
        const std::int64_t before = next(source).number;
        source.setFrozen(true);
        QVERIFY(reaches(source, FrameState::Frozen));
        const int frozenAt = *read;
        const std::int64_t dropped = source.status().dropped;
        QVERIFY(waitFor([&] { return *read > frozenAt + 100; }));
        QVERIFY(source.status().dropped <= dropped + 1); // nobody wanted them
        source.setFrozen(false);
        QVERIFY(next(source).number > before + 100);
    }

    void aCameraThatDisappearsIsASentence()
    {
        FrameSource source(opening({.frames = 5, .perSecond = 0}));
        QVERIFY(reaches(source, FrameState::Failed));
        QCOMPARE(source.status().fault, std::string("The camera is gone."));
        QVERIFY(source.waitForEnd(8));
    }

    void whatCannotBeOpenedIsASentence()
    {
        FrameSource source([]() -> std::unique_ptr<FrameReader> { throw Error("It is broken."); });
        QVERIFY(reaches(source, FrameState::Failed));
        QCOMPARE(source.status().fault, std::string("It is broken."));
        FrameSource empty(opening({.frames = 0}));
        QVERIFY(reaches(empty, FrameState::Failed));
        QVERIFY(!empty.status().fault.empty());
    }

    void aRemarkIsMadeAfterTheFirstRound()
    {
        constexpr int frames = 2 * static_cast<int>(FrameSource::mostWaiting); // it is read ahead
        FrameSource source(opening({.frames = frames, .remark = "It is cut off."}));
        source.setEveryFrame(true);
        next(source);
        QVERIFY(source.status().remark.empty());
        for (int number = 1; number <= frames; ++number)
            QCOMPARE(next(source).number, number % frames + 1);
        QCOMPARE(source.status().remark, std::string("It is cut off."));
    }

    void nobodyWaitsForAReaderThatHangs()
    {
        const auto letGo = std::make_shared<std::atomic<bool>>(false);
        const auto alive = std::make_shared<std::atomic<int>>(0);
        {
            FrameSource source(opening({.letGo = letGo, .alive = alive}));
            QCOMPARE(next(source).number, 1);
            QVERIFY(!source.waitForEnd(0.01));
            source.stop();
            QVERIFY(!source.waitForEnd(0.01));
        }
        QCOMPARE(alive->load(), 1); // its thread owns what it needs
        *letGo = true;
        letGo->notify_all();
        QVERIFY(waitFor([&] { return *alive == 0; }));
    }

    void whereEveryFrameIsWantedItComesAsASquare()
    {
        FrameSource source(opening({.frames = 1000, .side = 8}));
        source.setSquare(4, false);
        QVERIFY(!next(source).square); // most of these would be made and dropped
        source.setEveryFrame(true);
        Frame frame;
        QVERIFY(waitFor([&] { return (frame = next(source)).square != nullptr; })); // some waited already
        QCOMPARE(frame.picture->width, 8);
        QCOMPARE(frame.square->rgb, resizeToSquare(*frame.picture, 4, false).rgb);
    }

    void whoTakesManyIsNotToldOfEachOne()
    {
        constexpr std::size_t batch = 8;
        std::atomic<int> calls{0};
        FrameSource source(opening({.frames = 1 << 20}));
        source.setEveryFrame(true);
        source.setListener([&] { ++calls; });
        std::size_t taken = 0;
        for (int i = 0; i < 50; ++i) {
            QVERIFY(waitFor([&] { return source.waiting() >= batch; }));
            taken += source.take(batch).size();
        }
        QCOMPARE(taken, 50 * batch);
        QVERIFY2(calls < static_cast<int>(taken) / 2, qPrintable(QString::number(calls)));
    }

    void theListenerIsToldAndForgotten()
    {
        std::mutex mutex;
        std::condition_variable changed;
        int calls = 0;
        FrameSource source(opening({.frames = 1000}));
        source.setListener([&] {
            const std::lock_guard lock(mutex);
            ++calls;
            changed.notify_all();
        });
        {
            std::unique_lock lock(mutex);
            QVERIFY(changed.wait_for(lock, std::chrono::seconds(8), [&] { return calls > 3; }));
        }
        source.setListener({});
        const int after = calls; // nobody else counts now
        const std::int64_t dropped = source.status().dropped;
        QVERIFY(waitFor([&] { return source.status().dropped > dropped + 2; }));
        QCOMPARE(calls, after);
    }
};

QTEST_GUILESS_MAIN(TestFrameSource)
#include "tst_frame_source.moc"
