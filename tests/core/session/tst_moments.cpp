// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/session/moment_recorder.h"
#include "core/session/past.h"
#include "core/session/session.h"
#include "tests/core/session/session_bench.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <fstream>

using namespace alexscope;
using namespace alexscope::bench;
namespace fs = std::filesystem;

namespace {

ProbeRequest probe()
{
    ProbeRequest request;
    request.parameters = {"conv1.weight"};
    request.activations = {"relu1"};
    auto picture = std::make_shared<Image>(10, 10);
    for (std::size_t i = 0; i < picture->rgb.size(); ++i)
        picture->rgb[i] = static_cast<std::uint8_t>(7 * i);
    request.pinned = picture;
    return request;
}

std::size_t momentFiles(const fs::path& folder)
{
    return static_cast<std::size_t>(
        std::count_if(fs::directory_iterator(folder), fs::directory_iterator(),
                      [](const fs::path& file) { return file.filename().string().starts_with("moment-"); }));
}

/// Recorded at iteration 0 and at the end, with what the device held then.
void checkPast(const Session& session, const std::shared_ptr<const Snapshot>& live, std::int64_t iteration)
{
    const auto list = session.moments();
    const auto& all = list->moments;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& m) { return m.iteration == iteration; });
    QVERIFY(found != all.end());
    const auto past = loadPast(*list, static_cast<std::size_t>(found - all.begin()), *session.description());
    QVERIFY(past->past && past->holding);
    QCOMPARE(past->iteration, iteration);
    QCOMPARE(past->epoch, live->epoch);
    QCOMPARE(past->parameters.at("conv1.weight").values->values, live->parameters.at("conv1.weight").values->values);
    QCOMPARE(past->activations.at("relu1").values->values, live->activations.at("relu1").values->values);
    QCOMPARE(past->pinned->rgb, live->pinned->rgb);
    QVERIFY(past->activations.contains("prob")); // whatever the screen looked at
    QVERIFY(past->pinnedInput);
}

} // namespace

class TestMoments : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder, m_temporary;
    fs::path path(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }
    fs::path temporary() const { return m_temporary.path().toStdString(); }

private slots:
    void initTestCase() { qputenv("TMPDIR", m_temporary.path().toUtf8()); }

    void beginningAndEndAreRecorded()
    {
        const fs::path folder = path("run");
        std::vector<MomentInfo> before;
        {
            Session session(catalogue(), openTiny);
            session.setProbe(probe());
            session.start(tinySpec(), folder);
            QVERIFY(settled(session));
            const auto initial = session.snapshot();
            session.run();
            QVERIFY(waitFor([&] { return session.status().state == SessionState::Finished; }));
            const std::int64_t last = session.status().iteration;
            QCOMPARE(last, std::int64_t(32));
            QVERIFY(waitFor([&] { return session.moments() && session.moments()->moments.back().iteration == last; }));
            QCOMPARE(session.moments()->folder, folder / "moments");
            checkPast(session, initial, 0);
            checkPast(session, session.snapshot(), last);
            before = session.moments()->moments;
        }
        QCOMPARE(momentFiles(folder / "moments"), before.size()); // it stays with the run
        QVERIFY(fs::is_empty(temporary()));

        std::ofstream(folder / "moments" / "moment-000000000003.safetensors") << "cut off";
        Session session(catalogue(), openTiny);
        session.resume(folder);
        QVERIFY(settled(session));
        QVERIFY(waitFor([&] { return session.moments() != nullptr; }));
        QCOMPARE(session.moments()->moments.size(), before.size());
        QVERIFY(waitFor([&] {
            const auto events = session.takeEvents();
            return std::any_of(events.begin(), events.end(), [](const SessionEvent& event) {
                return event.kind == EventKind::Warning && event.text.starts_with("1 of the files in");
            });
        }));
    }

    void whatACheckpointDoesNotKnowIsDropped()
    {
        const fs::path folder = path("behind");
        {
            Session session(catalogue(), openTiny);
            session.start(tinySpec(), folder);
            session.step(Stride::Iteration);
            session.step(Stride::Iteration);
            QVERIFY(settled(session));
        } // checkpoint at 2
        Moment later;
        later.iteration = 30;
        MomentStore(folder / "moments").add(later); // as if the program had been killed after more training
        QVERIFY(fs::exists(momentFile(folder / "moments", 30)));
        Session session(catalogue(), openTiny);
        session.resume(folder);
        QVERIFY(settled(session));
        QCOMPARE(session.status().iteration, std::int64_t(2));
        QVERIFY(waitFor([&] { return session.moments() != nullptr; }));
        QVERIFY(!fs::exists(momentFile(folder / "moments", 30)));
        QVERIFY(session.moments()->moments.back().iteration <= 2);
    }

    void anUnrecordedRunRemembersUntilItsEnd()
    {
        {
            Session session(catalogue(), openTiny);
            session.setProbe(probe());
            session.start(tinySpec());
            QVERIFY(settled(session));
            QVERIFY(!session.moments()); // nothing has happened yet
            const auto initial = session.snapshot();
            session.run();
            QVERIFY(waitFor([&] { return session.status().state == SessionState::Finished; }));
            QVERIFY(waitFor([&] { return session.moments() && session.moments()->moments.back().iteration == 32; }));
            QCOMPARE(session.moments()->folder.parent_path(), temporary());
            checkPast(session, initial, 0);

            const auto former = session.moments();
            session.reset();
            QVERIFY(settled(session));
            QVERIFY(!session.moments());
            QVERIFY(!fs::exists(former->folder));
            QVERIFY_THROWS_EXCEPTION(Error, loadPast(*former, 0, *session.description()));
            session.step(Stride::Iteration);
            QVERIFY(settled(session));
            QVERIFY(waitFor([&] { return session.moments() != nullptr; }));
            checkPast(session, initial, 0);
        }
        QVERIFY(fs::is_empty(temporary()));
    }

    void aResetRunsFolderKeepsItsPast()
    {
        const fs::path folder = path("kept");
        Session session(catalogue(), openTiny);
        session.start(tinySpec(), folder);
        session.step(Stride::Iteration);
        QVERIFY(settled(session));
        QVERIFY(waitFor([&] { return session.moments() != nullptr; }));
        session.reset(7);
        session.step(Stride::Iteration);
        QVERIFY(settled(session));
        QVERIFY(waitFor([&] { return session.moments() != nullptr; }));
        QCOMPARE(session.moments()->folder.parent_path(), temporary());
        QVERIFY(fs::exists(momentFile(folder / "moments", 0)));
    }

    void aFolderThatCannotBeWrittenIsSaidOnce()
    {
        const fs::path folder = path("blocked");
        Session session(catalogue(), openTiny);
        session.start(tinySpec(), folder);
        QVERIFY(settled(session));
        QVERIFY(waitFor([&] { return session.moments() != nullptr; })); // its folder was opened, on another thread
        fs::remove_all(folder / "moments");
        std::ofstream(folder / "moments") << "a file in its place";
        QVERIFY(fs::is_regular_file(folder / "moments"));
        session.run();
        QVERIFY(waitFor([&] { return session.status().state == SessionState::Finished; })); // training goes on
        std::string warnings;
        QVERIFY(waitFor([&] {
            for (const SessionEvent& event : session.takeEvents())
                warnings += event.kind == EventKind::Warning ? event.text + "\n" : "";
            return !warnings.empty();
        }));
        QVERIFY2(warnings.starts_with("The run's past is no longer recorded: "), warnings.c_str());
        QCOMPARE(std::count(warnings.begin(), warnings.end(), '\n'), 1);
    }

    void tensorsThatDoNotFitAreLeftOut()
    {
        RunDescription run;
        run.network = parseNetwork(tiny::networkText, "tiny").withClasses(3);
        run.geometry = geometryOf(run.network);
        Moment moment;
        moment.iteration = 5;
        moment.parameters["conv1.weight"] = std::make_shared<HostTensor>(Shape{4, 3, 3, 3});
        moment.parameters["conv1.bias"] = std::make_shared<HostTensor>(Shape{400, 1, 1, 1});
        moment.parameters["conv9.weight"] = std::make_shared<HostTensor>(Shape{4, 3, 3, 3});
        moment.activations["relu1"] = std::make_shared<HostTensor>(Shape{1, 1, 1, 1});
        moment.activations["absent"] = std::make_shared<HostTensor>(Shape{1, 1, 1, 1});
        moment.activations["prob"] = std::make_shared<HostTensor>(Shape{1, 3, 1, 1});
        const auto past = pastSnapshot(moment, run);
        QCOMPARE(past->parameters.size(), std::size_t(1));
        QVERIFY(past->parameters.contains("conv1.weight"));
        QCOMPARE(past->activations.size(), std::size_t(1));
        QVERIFY(past->activations.contains("prob"));
    }

    void thePaceSlowsDown()
    {
        const MomentRecorder::Outlet nowhere{[](auto) {}, [](const auto&) {}};
        MomentRecorder recorder({}, 0, nullptr, nowhere);
        const Clock::time_point now = Clock::now();
        QVERIFY(recorder.due(now, 1, 0));
        Moment moment;
        moment.iteration = 1;
        recorder.record(moment);
        const auto later = [](double seconds) {
            return Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
        };
        QVERIFY(waitFor([&] { return recorder.due(later(1.1), 2, 10); })); // written
        QVERIFY(!recorder.due(later(0.5), 2, 10));
        QVERIFY(!recorder.due(later(1.1), 1, 10)); // there already
        QVERIFY(!recorder.due(later(17), 2, 3600));
        QVERIFY(recorder.due(later(18.1), 2, 3600)); // half a percent of an hour
    }

    void whatIsKeptOfNetworks_data()
    {
        QTest::addColumn<QString>("network");
        QTest::newRow("tiny") << QString();
        for (const char* name : {"alexnet", "alexnet-small", "lenet5", "cifar-quick", "alexnet-onetower"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void whatIsKeptOfNetworks()
    {
        QFETCH(QString, network);
        const NetworkSpec spec =
            (network.isEmpty() ? parseNetwork(tiny::networkText, "tiny") : loadNetwork(network.toStdString()))
                .withClasses(3);
        const auto geometry = geometryOf(spec);
        const MomentChoice choice = chooseForMoments(spec, geometry);
        QVERIFY(!choice.parameters.empty());
        QVERIFY(choice.parameters[0].ends_with(".weight"));
        std::int64_t bytes = 0, all = 0;
        for (std::size_t i = 0; i < spec.layers.size(); ++i)
            all += 4 * geometry[i].output.perPicture();
        for (const std::string& name : choice.activations) {
            const int layer = spec.indexOf(name);
            QVERIFY(layer >= 0);
            bytes += 4 * geometry[static_cast<std::size_t>(layer)].output.perPicture();
        }
        QVERIFY(bytes <= 4 << 20);
        if (all <= 4 << 20)
            QCOMPARE(choice.activations.size(), spec.layers.size());
        const auto kept = [&](const char* name) {
            return std::count(choice.activations.begin(), choice.activations.end(), name) == 1;
        };
        if (network == QStringLiteral("alexnet"))
            for (const char* name : {"relu1", "relu2", "relu5", "relu7", "fc8", "conv1"})
                QVERIFY2(kept(name), name);
    }
};

QTEST_GUILESS_MAIN(TestMoments)
#include "tst_moments.moc"
