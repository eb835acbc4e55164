// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/session/inspection.h"
#include "core/session/session.h"
#include "core/storage/run_folder.h"
#include "core/storage/weights_file.h"
#include "cuda/cuda_backend.h"
#include "emulated_device.h"
#include "tests/core/tiny_run.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <filesystem>
#include <thread>

using namespace alexscope;

/// A GPU that fails: whatever the call, the engine says a sentence, gives all memory back, and what was saved is good.
class TestCudaFaults : public QObject {
    Q_OBJECT

    static cuda::EmulatedDevice& device() { return cuda::emulatedDevice(); }

    static void failAt(long call, bool lost)
    {
        device().calls = 0;
        device().failAt = call;
        device().lost = lost;
    }

    /// Everything a run does with the device: pieces, whole steps, norms, looks of both kinds, a validation.
    static std::vector<float> shortRun()
    {
        const auto backend = cuda::makeCudaBackend();
        TrainerOptions options = tiny::trainerOptions();
        options.precision = Precision::Bf16;
        options.recipe.batch = 2;
        options.validationLimit = 2;
        options.recipe.iterations = 4;
        options.recipe.validateEvery = 4.0 * 2 / 50;
        Trainer trainer(std::move(options), *backend);
        Inspection inspection(trainer, *backend);
        ProbeRequest request;
        request.parameters = {"conv1.weight"};
        request.updates = {"fc2.bias"};
        request.activations = {"prob"};
        request.pinned = std::make_shared<Image>(10, 10);
        inspection.setRequest(request);
        std::vector<float> all;
        while (!trainer.finished()) {
            if (trainer.iteration() == 2)
                trainer.requestRatios();
            const auto row = trainer.advance();
            if (row)
                all.push_back(row->loss);
            inspection.parametersChanged();
            if (trainer.next().kind != PieceKind::Load)
                continue;
            inspection.begin({});
            if (trainer.iteration() % 2 == 0)
                inspection.take({});
            else
                all.push_back(inspection.finish()->activations.at("prob").values->values.front());
        }
        for (const Parameter& parameter : trainer.parameters()->list) {
            const HostTensor values = trainer.network().download(parameter.value);
            all.insert(all.end(), values.values.begin(), values.values.end());
        }
        return all;
    }

    static bool isSentence(const QString& text)
    {
        return text.size() > 10 && text.front().isUpper() && text.contains(' ') && !text.contains('\n');
    }

    static RunSpec spec()
    {
        RunSpec spec;
        spec.networkText = tiny::networkText;
        spec.data = "tiny";
        spec.device = "cuda";
        spec.precision = "fp32";
        spec.recipe = parseNetwork(tiny::networkText, "tiny").recipe;
        spec.recipe.batch = 2;
        spec.recipe.iterations = 6;
        spec.recipe.validateEvery = 0;
        return spec;
    }

    static std::unique_ptr<Session> session()
    {
        Catalogue devices;
        devices.add({"cuda", "", cuda::makeCudaBackend});
        return std::make_unique<Session>(devices, [](const std::string&, const NetworkSpec&) { return tiny::data(); });
    }

    static void settle(const Session& session)
    {
        for (SessionStatus status;
             (status = session.status()).pendingCommands > 0 || status.state == SessionState::Running;)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }

    /// Resumes a run and trains to its end; how that ended.
    static SessionState goOn(const std::filesystem::path& folder)
    {
        const auto resumed = session();
        resumed->resume(folder);
        resumed->run();
        settle(*resumed);
        return resumed->status().state;
    }

    static std::vector<float> finishedWeights(const std::filesystem::path& folder)
    {
        const WeightsFile file = openWeights(RunFolder::open(folder).weights());
        std::vector<float> all;
        for (const ParameterInfo& info : parametersOf(file.network)) {
            const std::vector<float> values = readParameter(file.file, info);
            all.insert(all.end(), values.begin(), values.end());
        }
        return all;
    }

private slots:
    void init() { device().deferred = true; }
    void cleanup() { device() = {}; }

    void everyCallMayFail_data()
    {
        QTest::addColumn<bool>("lost");
        QTest::newRow("once") << false;
        QTest::newRow("for good") << true;
    }
    /// A failure while work is taken down is no fault of the run: the same is done without taking it down. Every other
    /// one ends it with a sentence.
    void everyCallMayFail()
    {
        QFETCH(bool, lost);
        failAt(0, false);
        const std::vector<float> expected = shortRun();
        const long calls = device().calls;
        QVERIFY(calls > 300 && !expected.empty());
        QCOMPARE(device().allocated, std::size_t{0});
        int unharmed = 0;
        for (long call = 1; call <= calls; ++call) {
            failAt(call, lost);
            QString sentence;
            try {
                QVERIFY2(shortRun() == expected, qPrintable(QString::number(call)));
                ++unharmed;
            } catch (const Error& error) {
                sentence = QString::fromUtf8(error.what());
                QVERIFY2(isSentence(sentence), qPrintable(sentence));
            }
            QCOMPARE(device().allocated, std::size_t{0});
        }
        qInfo("%ld calls, %d without harm", calls, unharmed);
        QVERIFY(lost ? unharmed == 0 : unharmed < calls / 5);
    }

    /// Too little memory at any moment.
    void memoryMayEnd()
    {
        failAt(0, false);
        shortRun();
        for (std::size_t limit = 0; limit < std::size_t{400} << 10; limit += 7 << 10) {
            device().limit = limit;
            try {
                shortRun();
            } catch (const Error& error) {
                QVERIFY(isSentence(QString::fromUtf8(error.what())));
            }
            QCOMPARE(device().allocated, std::size_t{0});
        }
    }

    /// A session whose GPU is lost fails with an event; the run goes on from its last checkpoint to the same end.
    void theLastCheckpointStaysGood()
    {
        QTemporaryDir folder;
        const std::filesystem::path base = folder.path().toStdString(), whole = base / "whole", half = base / "half";
        {
            const auto undisturbed = session();
            undisturbed->start(spec(), whole);
            undisturbed->run();
            settle(*undisturbed);
            QCOMPARE(undisturbed->status().state, SessionState::Finished);
            const auto first = session();
            first->start(spec(), half);
            StopCondition until;
            until.iteration = 3;
            first->run(until);
            settle(*first);
        } // closing writes the checkpoint
        const std::vector<float> expected = finishedWeights(whole);
        QVERIFY(std::filesystem::exists(RunFolder::open(half).checkpoint()));
        long calls = 0;
        for (long call = 1; call == 1 || call < calls; call += std::max(1L, calls / 23)) {
            const std::filesystem::path copy = base / ("copy" + std::to_string(call));
            std::filesystem::copy(half, copy, std::filesystem::copy_options::recursive);
            if (calls == 0) { // how many there are
                failAt(0, false);
                goOn(copy);
                calls = device().calls;
                std::filesystem::remove_all(copy);
                std::filesystem::copy(half, copy, std::filesystem::copy_options::recursive);
            }
            {
                const auto unlucky = session();
                failAt(call, true);
                unlucky->resume(copy);
                unlucky->run();
                settle(*unlucky);
                bool said = false;
                for (const SessionEvent& event : unlucky->takeEvents())
                    said = said || (event.kind == EventKind::Error && isSentence(QString::fromStdString(event.text)));
                QVERIFY2(said, qPrintable(QString::number(call)));
            }
            QCOMPARE(device().allocated, std::size_t{0});
            failAt(0, false);
            QCOMPARE(goOn(copy), SessionState::Finished);
            QVERIFY2(finishedWeights(copy) == expected, qPrintable(QString::number(call)));
            std::filesystem::remove_all(copy);
        }
    }
};

QTEST_GUILESS_MAIN(TestCudaFaults)
#include "tst_cuda_faults.moc"
