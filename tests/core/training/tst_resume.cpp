// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/run_preparation.h"
#include "core/session/run_record.h"

#include "core/error.h"
#include "core/storage/weights_file.h"
#include "tests/core/tiny_run.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <map>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace alexscope;

namespace {

constexpr std::int64_t last = 32;

RunSpec tinySpec()
{
    RunSpec spec;
    spec.networkText = tiny::networkText;
    spec.data = "tiny";
    spec.recipe = parseNetwork(tiny::networkText, "tiny").recipe;
    spec.recipe.colourOffLast = 1;
    return spec;
}

Catalogue catalogue()
{
    Catalogue devices;
    devices.add(referenceEntry());
    return devices;
}

/// A program's life with a run in a folder: opened, trained piece by piece, recorded as the session does.
class Life {
public:
    Life(const std::filesystem::path& path, bool resumed)
        : m_tools{m_devices, m_open, m_openKnown, [] { return false; }},
          m_folder(resumed ? RunFolder::open(path) : RunFolder::create(path, tinySpec())),
          m_run(resumed ? reopenRun(m_folder, m_tools) : openRun(tinySpec(), m_tools)),
          m_record(std::move(m_folder), resumed ? m_run.trainer->iteration() : -1)
    {
    }

    Trainer& trainer() { return *m_run.trainer; }
    const std::vector<std::string>& warnings() const { return m_run.warnings; }
    void piece()
    {
        if (const auto row = trainer().advance())
            m_record.row(*row);
    }
    void toIteration(std::int64_t iteration)
    {
        while (trainer().iteration() < iteration || trainer().next().kind != PieceKind::Load)
            piece();
    }
    void checkpoint() { m_record.writeCheckpoint(m_run); }

private:
    Catalogue m_devices = catalogue();
    Session::OpenData m_open = [](const std::string&, const NetworkSpec&) { return tiny::data(); };
    Session::OpenKnown m_openKnown = [](const std::filesystem::path& path, const NetworkSpec&) {
        return openKnownWeights(path);
    };
    PreparationTools m_tools;
    RunFolder m_folder;
    OpenedRun m_run;
    RunRecord m_record;
};

/// What a finished run has to have left behind: weights, velocities, state and every row but for the time it took.
struct Remains {
    std::map<std::string, std::vector<float>> tensors;
    std::string metrics;
    double rate = 0, bestError = 0;

    bool operator==(const Remains&) const = default;
};

Remains remainsOf(const std::filesystem::path& folder)
{
    Remains remains;
    const SafetensorsFile file(folder / "checkpoint.safetensors");
    for (const StoredTensor& tensor : file.tensors())
        remains.tensors[tensor.name] = file.readFloats(tensor);
    std::ifstream metrics(folder / "metrics.csv");
    for (std::string line; std::getline(metrics, line);)
        remains.metrics += line.substr(0, line.rfind(',')) + "\n"; // the last column is the seconds
    return remains;
}

/// What the children of this test do, as programs of their own: train, and spend most of their life writing.
constexpr const char* keepWritingOption = "--keep-writing";
void keepWriting(const std::filesystem::path& folder)
{
    Life life(folder, RunFolder::holdsRun(folder));
    while (life.trainer().iteration() < last - 4) {
        life.toIteration(life.trainer().iteration() + 1);
        for (int i = 0; i < 15; ++i)
            life.checkpoint();
    }
}

void finish(Life& life)
{
    life.toIteration(last);
    life.checkpoint();
}

} // namespace

class TestResume : public QObject {
    Q_OBJECT

    QTemporaryDir m_root;
    Remains m_uninterrupted;
    std::filesystem::path path(const std::string& name) const
    {
        return std::filesystem::path(m_root.path().toStdString()) / name;
    }

private slots:
    void initTestCase()
    {
        Life life(path("whole"), false);
        finish(life);
        m_uninterrupted = remainsOf(path("whole"));
        QCOMPARE(m_uninterrupted.tensors.size(), std::size_t{9}); // 4 parameters, 4 velocities, the mean picture
        QCOMPARE(std::count(m_uninterrupted.metrics.begin(), m_uninterrupted.metrics.end(), '\n'), last + 1);
    }

    void anInterruptedRunEndsTheSame_data()
    {
        QTest::addColumn<int>("iteration");
        QTest::addColumn<int>("pieces");
        QTest::newRow("at the beginning") << 0 << 0;
        QTest::newRow("between iterations") << 10 << 0;
        // Iteration 10 is followed by a validation of three batches.
        for (int pieces = 1; pieces <= 18; ++pieces)
            QTest::addRow("%d pieces into iteration 10", pieces) << 9 << pieces;
        QTest::newRow("after the random crops have ended") << 28 << 0;
        QTest::newRow("at the end") << static_cast<int>(last) << 0;
    }
    void anInterruptedRunEndsTheSame()
    {
        QFETCH(int, iteration);
        QFETCH(int, pieces);
        const std::filesystem::path folder = path(concat("at ", iteration, " ", pieces));
        {
            Life first(folder, false);
            first.trainer().setStepwise(true); // so that there are as many pieces as said above
            first.toIteration(iteration);
            for (int i = 0; i < pieces; ++i)
                first.piece();
            first.checkpoint();
            for (int i = 0; i < 20; ++i)
                first.piece(); // trained and recorded after the checkpoint: to be done again
        }
        Life second(folder, true);
        QCOMPARE(second.trainer().iteration(), pieces > 15 ? iteration + 1 : iteration);
        QVERIFY(second.warnings().empty());
        finish(second);
        QVERIFY(remainsOf(folder) == m_uninterrupted);
    }

    void withoutACheckpointItBeginsAgain()
    {
        {
            Life first(path("none"), false);
            first.toIteration(5);
        }
        Life second(path("none"), true);
        QCOMPARE(second.trainer().iteration(), 0);
        finish(second);
        QVERIFY(remainsOf(path("none")) == m_uninterrupted);
    }

    void aRunKilledWhileWritingEndsTheSame()
    {
        const std::filesystem::path folder = path("killed");
        int resumed = 0;
        for (int round = 0; round < 8; ++round) {
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                ::execl("/proc/self/exe", "tst_resume", keepWritingOption, folder.c_str(), static_cast<char*>(nullptr));
                ::_exit(1);
            }
            // Killed in the middle of its second checkpoint or one of the next, however slow the machine is today.
            const QDateTime before = writtenAt(folder);
            QVERIFY(QTest::qWaitFor(
                [&] { return writtenAt(folder) != before || ::waitpid(child, nullptr, WNOHANG) == child; }, 20'000));
            ::usleep(static_cast<useconds_t>(317 * round));
            (void)::kill(child, SIGKILL); // it may have ended by itself by now
            (void)::waitpid(child, nullptr, 0);
            resumed += loadable(folder);
        }
        QVERIFY2(resumed > 0, "no child ever wrote a checkpoint: the test shows nothing");
        Life survivor(folder, true);
        QVERIFY(survivor.trainer().iteration() > 0);
        finish(survivor);
        QVERIFY(remainsOf(folder) == m_uninterrupted);
    }

    void liveEditsAreKept()
    {
        const auto edited = [&](const char* name, bool interrupted) {
            auto life = std::make_unique<Life>(path(name), false);
            life->toIteration(6);
            life->trainer().solver().setLearningRate(0.02);
            life->trainer().solver().setMomentum(0.7);
            life->trainer().solver().setWeightDecay(0.01);
            life->toIteration(9);
            if (interrupted) {
                life->checkpoint();
                life.reset();
                life = std::make_unique<Life>(path(name), true);
            }
            finish(*life);
            return remainsOf(path(name));
        };
        const Remains whole = edited("edited", false);
        QVERIFY(whole == edited("edited and interrupted", true));
        QVERIFY(!(whole == m_uninterrupted));
    }

    void otherGroundIsWarnedOf()
    {
        {
            Life life(path("moved"), false);
            life.toIteration(2);
            life.checkpoint();
        }
        RunFolder folder = RunFolder::open(path("moved"));
        RunSpec spec = folder.spec();
        spec.resolvedDevice = "cuda";
        spec.resolvedPrecision = "bf16";
        spec.threads = 77;
        folder.rewriteSpec(spec);
        Life life(path("moved"), true);
        std::string text;
        for (const std::string& warning : life.warnings())
            text += warning + "\n";
        for (const char* said : {"chosen anew", "resolvedDevice", "resolvedPrecision", "threads (77 before"})
            QVERIFY2(text.find(said) != std::string::npos, text.c_str());
        QCOMPARE(RunFolder::open(path("moved")).spec().resolvedDevice, std::string("reference"));
        QCOMPARE(life.trainer().iteration(), 2);
    }

    void brokenCheckpointsAreErrors()
    {
        {
            Life life(path("broken"), false);
            life.toIteration(2);
            life.checkpoint();
        }
        std::filesystem::resize_file(path("broken") / "checkpoint.safetensors", 1000);
        QVERIFY_THROWS_EXCEPTION(Error, Life(path("broken"), true));
    }

private:
    static QDateTime writtenAt(const std::filesystem::path& folder)
    {
        return QFileInfo(QString::fromStdString((folder / "checkpoint.safetensors").string())).lastModified();
    }
    static int loadable(const std::filesystem::path& folder)
    {
        const WeightsFile whole = openWeights(folder / "checkpoint.safetensors"); // throws when it is not whole
        return whole.classNames.size() == 3;
    }
};

int main(int argc, char** argv)
{
    if (argc == 3 && std::string(argv[1]) == keepWritingOption) {
        keepWriting(argv[2]);
        return 0;
    }
    QCoreApplication application(argc, argv);
    TestResume test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_resume.moc"
