// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/frame_source.h"
#include "core/session/inspection.h"
#include "core/session/session.h"
#include "session_bench.h"
#include "tests/core/data/scripted_reader.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace alexscope;
using namespace alexscope::bench;
using alexscope::tests::ScriptedReader;

namespace {

constexpr int side = 10;

std::shared_ptr<FrameSource> play(ScriptedReader::Script script)
{
    script.side = side;
    return std::make_shared<FrameSource>([script] { return std::make_unique<ScriptedReader>(script); });
}

ProbeRequest everything()
{
    ProbeRequest request;
    request.activations = {"conv1", "norm1", "prob"};
    request.input = true;
    return request;
}

std::int64_t frameOf(const Session& session)
{
    const auto snapshot = session.snapshot();
    return snapshot ? snapshot->frame : 0;
}

} // namespace

class TestFrames : public QObject {
    Q_OBJECT

private slots:
    void aFrameIsLookedAtAsThePinnedPictureIs()
    {
        Session session(catalogue(), openTiny);
        session.start(tinySpec());
        session.step(Stride::Iteration);
        session.setProbe(everything());
        QVERIFY(settled(session));
        const auto letGo = std::make_shared<std::atomic<bool>>(false);
        auto source = play({.frames = 5, .letGo = letGo});
        source->setEveryFrame(true);
        source->setLooping(false);
        session.setFrames(source);
        *letGo = true; // it plays on only now: as it was told
        letGo->notify_all();
        QVERIFY(waitFor([&] { return frameOf(session) == 5; }));
        QCOMPARE(source->status().taken, 5);
        QCOMPARE(source->status().dropped, 0);
        const auto live = session.snapshot();
        QVERIFY(live->holding);
        QCOMPARE(live->pinned->rgb, ScriptedReader::picture(5, side).rgb);

        session.setFrames(nullptr);
        ProbeRequest request = everything();
        request.pinned = std::make_shared<Image>(ScriptedReader::picture(5, side));
        session.setProbe(request);
        QVERIFY(settled(session));
        const auto pinned = session.snapshot();
        QCOMPARE(pinned->frame, 0);
        QCOMPARE(pinned->pinned, request.pinned);
        QCOMPARE(live->pinnedInput->values, pinned->pinnedInput->values);
        for (const std::string& layer : request.activations)
            QCOMPARE(live->activations.at(layer).values->values, pinned->activations.at(layer).values->values);
    }

    void framesReplaceThePinnedPictureAndGiveItBack()
    {
        Session session(catalogue(), openTiny);
        session.start(tinySpec());
        ProbeRequest request = everything();
        request.pinned = std::make_shared<Image>(side, side);
        session.setProbe(request);
        QVERIFY(settled(session));
        session.setFrames(play({}));
        QVERIFY(waitFor([&] { return frameOf(session) > 0; }));
        session.setProbe(request); // asks for something else meanwhile: the frame stays
        QVERIFY(settled(session));
        QVERIFY(session.snapshot()->frame > 0);
        QVERIFY(session.snapshot()->pinned != request.pinned);
        session.setFrames(nullptr);
        QVERIFY(settled(session));
        QCOMPARE(session.snapshot()->pinned, request.pinned);
        QCOMPARE(session.snapshot()->frame, 0);
    }

    void whileNothingIsAskedForNoFrameIsTaken()
    {
        Session session(catalogue(), openTiny);
        session.start(tinySpec());
        auto source = play({});
        session.setFrames(source);
        QVERIFY(waitFor([&] { return source->status().dropped > 20; }));
        QCOMPARE(source->status().taken, 0);
        session.setProbe(everything());
        QVERIFY(waitFor([&] { return source->status().taken > 3; }));
    }

    void trainingGoesOnWithFramesInBetween()
    {
        Session session(catalogue(), openTiny);
        session.start(endlessSpec());
        session.setProbe(everything());
        auto source = play({});
        session.setFrames(source);
        session.run();
        std::set<std::int64_t> iterations;
        QVERIFY(waitFor([&] {
            const auto snapshot = session.snapshot();
            if (snapshot && snapshot->frame > 0 && !snapshot->holding)
                iterations.insert(snapshot->iteration);
            return iterations.size() > 5;
        }));
        session.pause();
        QVERIFY(settled(session));
        const std::int64_t taken = source->status().taken;
        QVERIFY(waitFor([&] { return source->status().taken > taken + 3; })); // holding, it goes on
        source->setFrozen(true);
        // The one that was waiting is still taken, and shown before the session does what is asked after.
        QVERIFY(waitFor([&] { return source->status().state == FrameState::Frozen && !source->hasNew(); }));
        session.setProbe(everything());
        QVERIFY(settled(session));
        const std::int64_t frame = frameOf(session);
        session.step(Stride::Iteration);
        QVERIFY(settled(session));
        QCOMPARE(frameOf(session), frame); // another iteration's answer to the same frame
    }

    void framesCostTrainingNoMoreThanLookingMay()
    {
        Session session(catalogue(), openTiny);
        session.start(endlessSpec());
        session.setProbe(everything());
        auto source = play({.frames = 1000});
        source->setEveryFrame(true); // there is always one that could be taken
        session.setFrames(source);
        QVERIFY(waitFor([&] { return source->status().taken > 0; }));
        session.run();
        QVERIFY(waitFor([&] { return session.status().iteration > 50; }));
        const std::int64_t taken = source->status().taken, iteration = session.status().iteration;
        QVERIFY(waitFor([&] { return session.status().iteration > iteration + 300; }));
        const std::int64_t frames = source->status().taken - taken;
        const std::int64_t iterations = session.status().iteration - iteration;
        // A look at one picture costs about a twenty-fourth of an iteration of eight, forward and backward.
        QVERIFY2(frames < iterations, qPrintable(QStringLiteral("%1 of %2").arg(frames).arg(iterations)));
        QVERIFY(frames > 0);
    }

    void everyFramePassesThroughTheNetworkInItsOrder()
    {
        Session session(catalogue(), openTiny);
        session.start(tinySpec());
        session.step(Stride::Iteration);
        ProbeRequest request = everything();
        request.pace = 5; // shown seldom, passed all
        session.setProbe(request);
        QVERIFY(settled(session));
        constexpr int frames = 200;
        const auto letGo = std::make_shared<std::atomic<bool>>(false);
        auto source = play({.frames = frames, .letGo = letGo});
        source->setEveryFrame(true);
        source->setLooping(false);
        *letGo = true;
        letGo->notify_all();
        session.setFrames(source);
        QVERIFY(waitFor([&] { return frameOf(session) == frames; })); // the last one is shown in the end
        QCOMPARE(source->status().taken, frames);
        const auto snapshot = session.snapshot();
        QVERIFY(snapshot->serial < 100); // not one each
        QVERIFY(snapshot->frames);
        QCOMPARE(snapshot->frames->size(), std::size_t{frames});
        const auto& probabilities = snapshot->activations.at("prob").values->values;
        const auto most = std::max_element(probabilities.begin(), probabilities.end());
        for (int i = 0; i < frames; ++i) {
            const FrameAnswer& answer = (*snapshot->frames)[static_cast<std::size_t>(i)];
            QCOMPARE(answer.frame, i + 1);
            QCOMPARE(answer.iteration, 1);
        }
        const FrameAnswer& last = snapshot->frames->back();
        QCOMPARE(last.likeliest, static_cast<std::int32_t>(most - probabilities.begin())); // as a look at it says
        QVERIFY(std::abs(last.probability - *most) < 1e-5f);

        session.setFrames(play({.frames = 1})); // another video begins with none
        QVERIFY(waitFor([&] { return frameOf(session) == 1; }));
        QVERIFY(!session.snapshot()->frames);
    }

    /// The queue begins while the session sleeps, and its first frame is not due yet.
    void aVideoThatPlaysGoesOnWhenEveryFrameIsWanted()
    {
        Session session(catalogue(), openTiny);
        session.start(tinySpec());
        ProbeRequest request = everything();
        request.pace = 4;
        session.setProbe(request);
        QVERIFY(settled(session));
        auto source = play({.frames = 1000, .perSecond = 20, .takes = std::chrono::milliseconds(10)});
        session.setFrames(source);
        QVERIFY(waitFor([&] { return source->status().taken == 2; }));
        source->setEveryFrame(true);
        QVERIFY(waitFor([&] { return source->status().taken > 60; }));
    }

    void whatItSaidIsKeptForSoManyFramesOnly()
    {
        Session session(catalogue(), openTiny);
        session.start(tinySpec());
        session.setProbe(everything());
        auto source = play({.frames = 50});
        source->setEveryFrame(true);
        session.setFrames(source);
        QVERIFY(waitFor([&] { return source->status().taken > 2000; }));
        source->setFrozen(true);
        QVERIFY(waitFor([&] { return source->status().state == FrameState::Frozen; }));
        // The screen has them when its next picture is due.
        const auto answers = [&] {
            const auto snapshot = session.snapshot();
            return snapshot && snapshot->frames ? snapshot->frames->size() : 0;
        };
        QVERIFY(waitFor([&] { return answers() >= Inspection::mostFrameAnswers; }));
        QCOMPARE(answers(), Inspection::mostFrameAnswers);
    }

    void runsComeAndGoWhileAVideoPlays()
    {
        Session session(catalogue(), openTiny);
        session.setProbe(everything());
        auto source = play({});
        session.setFrames(source); // before there is a run
        session.start(tinySpec());
        QVERIFY(waitFor([&] { return frameOf(session) > 0; }));
        session.start(tinySpec());
        QVERIFY(settled(session));
        const std::int64_t taken = source->status().taken;
        QVERIFY(waitFor([&] { return source->status().taken > taken + 2; }));
        session.setSlowMotion(1000);
        session.step(Stride::Iteration);
        QVERIFY(waitFor([&] { return session.status().state == SessionState::Running; }));
        const std::int64_t before = source->status().taken;
        QVERIFY(waitFor([&] { return source->status().taken > before + 2; })); // also while a piece is shown for long
    }

    void theVideoOutlivesTheSession()
    {
        auto source = play({});
        {
            Session session(catalogue(), openTiny);
            session.setProbe(everything());
            session.start(tinySpec());
            session.setFrames(source);
            QVERIFY(waitFor([&] { return frameOf(session) > 0; }));
        }
        const std::int64_t dropped = source->status().dropped;
        QVERIFY(waitFor([&] { return source->status().dropped > dropped + 3; }));
    }
};

QTEST_GUILESS_MAIN(TestFrames)
#include "tst_frames.moc"
