// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include "core/backend/catalogue.h"
#include "core/error.h"
#include "tests/core/tiny_run.h"

#include <QTest>

#include <chrono>
#include <cmath>
#include <thread>

using namespace alexscope;

namespace {

/// A trainer with its backend, in the order in which they have to end.
struct Bench {
    std::unique_ptr<Backend> backend = referenceEntry().make();
    Trainer trainer;

    explicit Bench(const TrainerOptions& options = tiny::trainerOptions()) : trainer(options, *backend) {}

    /// One whole iteration; its row.
    MetricsRow iterate()
    {
        while (true)
            if (const auto row = trainer.advance())
                return *row;
    }
    std::vector<MetricsRow> iterate(int times)
    {
        std::vector<MetricsRow> rows;
        for (int i = 0; i < times; ++i)
            rows.push_back(iterate());
        return rows;
    }
    std::vector<float> weights()
    {
        std::vector<float> all;
        for (const Parameter& parameter : trainer.parameters()->list)
            for (const Tensor& tensor : {parameter.value, parameter.velocity}) {
                const HostTensor host = trainer.network().download(tensor);
                all.insert(all.end(), host.values.begin(), host.values.end());
            }
        return all;
    }
};

std::string nameOf(const Piece& piece)
{
    const char* const kinds[] = {"load", "forward", "backward", "update", "validate"};
    return concat(kinds[static_cast<int>(piece.kind)], " ", piece.kernel, " ", piece.firstLayer, "+", piece.layerCount);
}

} // namespace

class TestTrainer : public QObject {
    Q_OBJECT

private slots:
    void piecesComeInOrder()
    {
        Bench bench;
        bench.trainer.setStepwise(true);
        std::vector<std::string> pieces;
        std::optional<MetricsRow> row;
        while (!row) {
            pieces.push_back(nameOf(bench.trainer.next()));
            row = bench.trainer.advance();
        }
        std::vector<std::string> expected{"load -1 -1+0",
                                          "forward 0 0+1"}; // before Load it is not known which network computes
        for (int layer = 1; layer < 7; ++layer)
            expected.push_back(concat("forward ", layer, " ", layer, "+1"));
        for (int layer = 6; layer >= 0; --layer)
            expected.push_back(concat("backward ", layer, " ", layer, "+1"));
        expected.push_back("update -1 -1+0");
        QCOMPARE(pieces, expected);
        QCOMPARE(row->iteration, 1);
        QCOMPARE(bench.trainer.iteration(), 1);
        QCOMPARE(bench.trainer.next().kind, PieceKind::Load);
    }

    void theNetworkChangesOnlyAtLoad()
    {
        Bench bench;
        bench.trainer.advance();
        bench.trainer.advance();
        bench.trainer.setStepwise(true);
        while (bench.trainer.next().kind != PieceKind::Load) {
            QVERIFY(!bench.trainer.stepwise());
            bench.trainer.advance();
        }
        bench.trainer.advance();
        QVERIFY(bench.trainer.stepwise());
        QVERIFY(!bench.trainer.network().options().fuse);
        bench.trainer.setStepwise(false);
        bench.iterate();
        QVERIFY(bench.trainer.stepwise());
        bench.trainer.advance();
        QVERIFY(!bench.trainer.stepwise());
        QVERIFY(bench.trainer.network().options().fuse);
    }

    void steppingNeverForksTheRun()
    {
        Bench running, stepping, mixed;
        const std::vector<MetricsRow> rows = running.iterate(20);
        stepping.trainer.setStepwise(true);
        const std::vector<MetricsRow> stepped = stepping.iterate(20);
        for (int i = 0; i < 20; ++i) {
            mixed.trainer.setStepwise(i % 3 == 1);
            mixed.iterate();
        }
        QVERIFY(running.weights() == stepping.weights());
        QVERIFY(running.weights() == mixed.weights());
        for (std::size_t i = 0; i < rows.size(); ++i)
            QCOMPARE(rows[i].loss, stepped[i].loss);
    }

    void theSameSeedGivesTheSameBits()
    {
        TrainerOptions options = tiny::trainerOptions();
        Bench first(options);
        options.loaderWorkers = 3; // who prepares the pictures must not matter
        Bench second(options);
        options.seed = 1;
        Bench other(options);
        first.iterate(10);
        second.iterate(10);
        other.iterate(10);
        QVERIFY(first.weights() == second.weights());
        QVERIFY(first.weights() != other.weights());
    }

    void resetIsANewBeginning()
    {
        Bench fresh, reset;
        reset.trainer.solver().setLearningRate(0.5);
        reset.trainer.solver().setMomentum(0.1);
        reset.iterate(9);
        reset.trainer.advance();
        reset.trainer.reset(reset.trainer.options().seed);
        QCOMPARE(reset.trainer.iteration(), 0);
        QCOMPARE(reset.trainer.seconds(), 0.0);
        QVERIFY(!reset.trainer.batch());
        fresh.iterate(7);
        reset.iterate(7);
        QVERIFY(fresh.weights() == reset.weights());
    }

    void iterationsAndEpochsAreCounted()
    {
        TrainerOptions options = tiny::trainerOptions(); // 50 pictures in batches of 8, 5 epochs
        Bench bench(options);
        QCOMPARE(bench.trainer.iterationsPerEpoch(), 7);
        QCOMPARE(bench.trainer.lastIteration(), 32); // 31.25 rounded up
        QCOMPARE(bench.trainer.epochAt(25), 4.0);
        const std::vector<MetricsRow> rows = bench.iterate(32);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows[i].iteration, static_cast<std::int64_t>(i) + 1);
            QCOMPARE(rows[i].epoch, static_cast<float>(static_cast<double>(i + 1) * 8 / 50));
            QVERIFY(rows[i].loss > 0 && rows[i].top1Error >= 0 && rows[i].top1Error <= 1 && rows[i].top5Error == 0);
            QVERIFY(i == 0 || rows[i].seconds >= rows[i - 1].seconds);
        }
        QVERIFY(bench.trainer.finished());
        QVERIFY(rows[31].loss < rows[0].loss);
        options.recipe.iterations = 3;
        Bench shorter(options);
        QCOMPARE(shorter.trainer.lastIteration(), 3);
        shorter.iterate(2);
        QVERIFY(!shorter.trainer.finished());
        shorter.iterate();
        QVERIFY(shorter.trainer.finished());
    }

    void validationComesWhenItIsDue_data()
    {
        QTest::addColumn<double>("every");
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("pieces");
        QTest::addColumn<QList<int>>("iterations");
        QTest::newRow("half epochs") << 0.5 << 0 << 3 << QList<int>{4, 7, 10, 13, 16, 19, 22, 25, 29, 32};
        QTest::newRow("epochs") << 1.0 << 0 << 3 << QList<int>{7, 13, 19, 25, 32};
        QTest::newRow("at the end only") << 100.0 << 0 << 3 << QList<int>{32};
        QTest::newRow("never") << 0.0 << 0 << 0 << QList<int>{};
        QTest::newRow("some pictures") << 2.0 << 9 << 2 << QList<int>{13, 25, 32};
        QTest::newRow("more than there are") << 2.0 << 1000 << 3 << QList<int>{13, 25, 32};
    }
    void validationComesWhenItIsDue()
    {
        QFETCH(double, every);
        QFETCH(int, limit);
        QFETCH(int, pieces);
        QFETCH(QList<int>, iterations);
        TrainerOptions options = tiny::trainerOptions();
        options.recipe.validateEvery = every;
        options.validationLimit = limit;
        Bench bench(options);
        QList<int> found;
        int validatePieces = 0;
        while (!bench.trainer.finished()) {
            validatePieces += bench.trainer.next().kind == PieceKind::Validate;
            const auto row = bench.trainer.advance();
            if (row && !std::isnan(row->validationTop1))
                found.push_back(static_cast<int>(row->iteration));
        }
        QCOMPARE(found, iterations);
        QCOMPARE(validatePieces, pieces * static_cast<int>(iterations.size()));
    }

    void validationCountsEveryPictureOnceInTestMode()
    {
        Bench bench;
        MetricsRow row = bench.iterate();
        while (std::isnan(row.validationTop1))
            row = bench.iterate();
        // The same by hand: one picture at a time, centre crop, no dropout.
        const TrainerOptions& options = bench.trainer.options();
        Network one(options.network, *bench.backend, NetworkOptions{1, Precision::Fp32, false, false},
                    bench.trainer.parameters());
        double loss = 0;
        std::int64_t errors = 0;
        for (std::size_t i = 0; i < options.data.validation->size(); ++i) {
            Image scratch;
            std::vector<float> input(static_cast<std::size_t>(options.network.input.perPicture()));
            bench.trainer.augmenter()->apply(options.data.validation->image(i, scratch),
                                             bench.trainer.augmenter()->centreTransform(), input);
            const std::int32_t label = options.data.validation->label(i);
            one.setInput(input);
            one.setLabels({&label, 1});
            one.forward({Phase::Test, options.seed, 0});
            loss += one.result().loss;
            errors += one.result().top1Errors;
        }
        QCOMPARE(row.validationLoss, static_cast<float>(loss / 20));
        QCOMPARE(row.validationTop1, static_cast<float>(static_cast<double>(errors) / 20));
        QCOMPARE(row.validationTop5, 0.0f);
    }

    void thePlateauScheduleListensToValidation()
    {
        TrainerOptions options = tiny::trainerOptions();
        options.recipe.learningRate =
            0; // the error cannot improve: patience 1 divides at the second validation and after
        Bench flat(options);
        flat.iterate(4);
        QCOMPARE(flat.trainer.solver().state().reductionsDone, 0);
        flat.iterate(3);
        QCOMPARE(flat.trainer.solver().state().reductionsDone, 1);
    }

    void theEndIsWithoutCropsAndColourNoise()
    {
        TrainerOptions options = tiny::trainerOptions();
        options.recipe.iterations = 20; // 3.2 epochs
        options.recipe.colourOffLast = 1.6;
        Bench bench(options);
        bool mirroredAtTheEnd = false;
        for (int i = 0; i < 20; ++i) {
            bench.trainer.advance();
            bool calm = true;
            for (const SampleTransform& t : bench.trainer.batch()->transforms) {
                calm = calm && t.x == 1 && t.y == 1 && t.colourShift == std::array<double, 3>{};
                mirroredAtTheEnd = mirroredAtTheEnd || (i >= 10 && t.mirrored);
            }
            QCOMPARE(calm, i >= 10);
            bench.iterate();
        }
        QVERIFY(mirroredAtTheEnd);
    }

    void ratiosAreMeasuredWhenAsked()
    {
        Bench asked, silent;
        asked.iterate();
        QVERIFY(!asked.trainer.latestRatios());
        asked.trainer.requestRatios();
        asked.iterate(2);
        QCOMPARE(asked.trainer.latestRatios()->iteration, 2);
        const std::vector<float>& ratios = asked.trainer.latestRatios()->log10Ratio;
        QCOMPARE(ratios.size(), asked.trainer.parameters()->list.size());
        QVERIFY(ratios[0] < 0 && ratios[0] > -8);
        silent.iterate(3);
        QVERIFY(asked.weights() == silent.weights());
    }

    void pausesAreNotTrainingTime()
    {
        Bench bench;
        for (int i = 0; i < 20; ++i) {
            bench.trainer.advance();
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        QVERIFY2(bench.trainer.seconds() < 0.2, qPrintable(QString::number(bench.trainer.seconds())));
        QVERIFY(bench.trainer.seconds() > 0);
    }

    void anEmptySetIsAnError()
    {
        TrainerOptions options = tiny::trainerOptions();
        options.data.training = std::make_shared<tiny::Pictures>(0, 0);
        QVERIFY_THROWS_EXCEPTION(Error, Bench{options});
        options = tiny::trainerOptions();
        options.data.validation = std::make_shared<tiny::Pictures>(0, 0);
        Bench bench(options);
        QVERIFY(std::isnan(bench.iterate(10).back().validationTop1));
    }
};

QTEST_GUILESS_MAIN(TestTrainer)
#include "tst_trainer.moc"
