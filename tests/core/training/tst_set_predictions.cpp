// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/set_predictions.h"

#include "core/backend/catalogue.h"
#include "core/error.h"
#include "tests/core/tiny_run.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace alexscope;

namespace {

constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();

/// Numbers of few different values: many are equal.
std::vector<float> coarseNumbers(std::uint32_t seed, std::size_t count, unsigned values)
{
    PhiloxSequence random(11, Stream::Analysis, seed);
    std::vector<float> numbers(count);
    for (float& number : numbers)
        number = static_cast<float>(random.below(values)) / static_cast<float>(values);
    return numbers;
}

struct Bench {
    std::unique_ptr<Backend> backend = referenceEntry().make();
    Trainer trainer;

    explicit Bench(const TrainerOptions& options = tiny::trainerOptions()) : trainer(options, *backend) {}

    MetricsRow iterateToValidation()
    {
        while (true)
            if (const auto row = trainer.advance(); row && !std::isnan(row->validationTop1))
                return *row;
    }
    std::vector<float> weights()
    {
        std::vector<float> all;
        for (const Parameter& parameter : trainer.parameters()->list) {
            const HostTensor host = trainer.network().download(parameter.value);
            all.insert(all.end(), host.values.begin(), host.values.end());
        }
        return all;
    }
};

/// Every prediction must be what a network that sees this picture alone says of it.
void compareWithForward(Trainer& trainer, Backend& backend, const SetPredictions& predictions)
{
    Network alone(trainer.network().spec(), backend, {1, Precision::Fp32, false, false}, trainer.parameters());
    const Dataset& set = *trainer.options().data.validation;
    std::vector<float> input(static_cast<std::size_t>(alone.spec().input.perPicture()));
    Confusion expected(3);
    Image scratch;
    for (const PicturePrediction& prediction : predictions.pictures) {
        const Augmenter& augmenter = *trainer.augmenter();
        augmenter.apply(set.image(prediction.picture, scratch), augmenter.centreTransform(), input);
        alone.setInput(input);
        alone.setLabels({});
        alone.forward(StepContext{Phase::Test, 0, 0});
        const HostTensor output = alone.download(alone.activation(static_cast<int>(alone.spec().layers.size()) - 1));
        QCOMPARE(prediction.label, set.label(prediction.picture));
        QCOMPARE(prediction.labelProbability, output.values[static_cast<std::size_t>(prediction.label)]);
        std::vector<float> sorted = output.values;
        std::sort(sorted.rbegin(), sorted.rend());
        for (std::size_t k = 0; k < 3; ++k) {
            QCOMPARE(prediction.probabilities[k], sorted[k]);
            QCOMPARE(output.values[static_cast<std::size_t>(prediction.classes[k])], sorted[k]);
        }
        QCOMPARE(prediction.classes[3], -1);
        QCOMPARE(prediction.classes[4], -1);
        expected.add(prediction.label, prediction.classes[0]);
    }
    for (int truth = 0; truth < 3; ++truth)
        QVERIFY(predictions.confusion.row(truth) == expected.row(truth));
}

} // namespace

class TestSetPredictions : public QObject {
    Q_OBJECT

private slots:
    void theLikeliestAreThoseOfASort_data()
    {
        QTest::addColumn<int>("classes");
        QTest::addColumn<int>("values");
        for (const int classes : {1, 2, 4, 5, 6, 10, 1000})
            for (const int values : {1, 3, 100, 1000000})
                QTest::addRow("%d classes, %d values", classes, values) << classes << values;
    }
    void theLikeliestAreThoseOfASort()
    {
        QFETCH(int, classes);
        QFETCH(int, values);
        for (std::uint32_t seed = 0; seed < 20; ++seed) {
            const auto numbers = coarseNumbers(seed, static_cast<std::size_t>(classes), static_cast<unsigned>(values));
            std::vector<int> order(numbers.size());
            std::iota(order.begin(), order.end(), 0);
            std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
                return numbers[static_cast<std::size_t>(a)] > numbers[static_cast<std::size_t>(b)];
            });
            const int label = static_cast<int>(seed) % classes;
            const PicturePrediction prediction = predictionOf(7, label, std::span<const float>(numbers));
            QCOMPARE(prediction.picture, 7u);
            QCOMPARE(prediction.labelProbability, numbers[static_cast<std::size_t>(label)]);
            QCOMPARE(prediction.isRight(), order[0] == label);
            for (std::size_t k = 0; k < PicturePrediction::kept; ++k) {
                QCOMPARE(prediction.classes[k], k < order.size() ? order[k] : -1);
                if (k < order.size())
                    QCOMPARE(prediction.probabilities[k], numbers[static_cast<std::size_t>(order[k])]);
            }
        }
    }

    void whatIsNoNumberIsTheLeastAndAMistake()
    {
        const std::vector<float> some{notANumber, 0.25f, notANumber, 0.75f};
        const PicturePrediction prediction = predictionOf(0, 0, std::span<const float>(some));
        QCOMPARE(prediction.classes[0], 3);
        QCOMPARE(prediction.classes[1], 1);
        QVERIFY(!prediction.isRight());
        const std::vector<float> none{notANumber, notANumber};
        QVERIFY(!predictionOf(0, 0, std::span<const float>(none)).isRight());
    }

    void confusionCountsLikeATable()
    {
        constexpr int classes = 7;
        Confusion confusion(classes);
        std::vector<std::vector<int>> table(classes, std::vector<int>(classes));
        PhiloxSequence random(3, Stream::Analysis, 1);
        for (int i = 0; i < 500; ++i) {
            const auto truth = static_cast<int>(random.below(classes - 1)); // the last class has no pictures
            const auto predicted =
                static_cast<int>(random.below(2) == 0 ? static_cast<unsigned>(truth) : random.below(classes));
            ++table[static_cast<std::size_t>(truth)][static_cast<std::size_t>(predicted)];
            confusion.add(truth, predicted);
        }
        std::int64_t errors = 0;
        for (int truth = 0; truth < classes; ++truth) {
            const std::vector<int>& row = table[static_cast<std::size_t>(truth)];
            const int all = std::accumulate(row.begin(), row.end(), 0), right = row[static_cast<std::size_t>(truth)];
            QCOMPARE(confusion.pictures(truth), all);
            QCOMPARE(confusion.errors(truth), all - right);
            errors += all - right;
            int mostly = -1;
            for (int predicted = 0; predicted < classes; ++predicted) {
                const int count = row[static_cast<std::size_t>(predicted)];
                QCOMPARE(confusion.count(truth, predicted), count);
                if (predicted != truth && count > (mostly < 0 ? 0 : row[static_cast<std::size_t>(mostly)]))
                    mostly = predicted;
            }
            QCOMPARE(confusion.mostlyTakenFor(truth), mostly);
        }
        QCOMPARE(confusion.total(), 500);
        QCOMPARE(confusion.totalErrors(), errors);
        QVERIFY(std::isnan(confusion.error(classes - 1)));
        const std::vector<int> worst = confusion.worstFirst();
        QCOMPARE(worst.size(), std::size_t{classes - 1});
        for (std::size_t i = 1; i < worst.size(); ++i)
            QVERIFY(confusion.error(worst[i - 1]) >= confusion.error(worst[i]));
    }

    void equalErrorsAreInTheOrderOfPicturesAndNumbers()
    {
        Confusion confusion(4);
        for (const int truth : {0, 3}) { // half wrong
            confusion.add(truth, 1);
            confusion.add(truth, truth);
        }
        for (int i = 0; i < 4; ++i)
            confusion.add(2, i < 2 ? 2 : 0); // the same, of more pictures
        confusion.add(1, 1);
        QCOMPARE(confusion.worstFirst(), (std::vector<int>{2, 0, 3, 1}));
    }

    void aValidationLeavesWhatTheNetworkSays_data()
    {
        QTest::addColumn<int>("limit");
        QTest::newRow("all") << 0;
        QTest::newRow("some") << 7; // not a whole batch of 8
    }
    void aValidationLeavesWhatTheNetworkSays()
    {
        QFETCH(int, limit);
        TrainerOptions options = tiny::trainerOptions();
        options.validationLimit = limit;
        Bench bench(options);
        QVERIFY(!bench.trainer.takePredictions());
        const MetricsRow row = bench.iterateToValidation();
        const auto predictions = bench.trainer.takePredictions();
        QVERIFY(predictions);
        QVERIFY(!bench.trainer.takePredictions()); // once
        QCOMPARE(predictions->iteration, row.iteration);
        QCOMPARE(static_cast<float>(predictions->epoch), row.epoch);
        QCOMPARE(predictions->setSize, 20);
        QCOMPARE(predictions->pictures.size(), static_cast<std::size_t>(limit > 0 ? limit : 20));
        QVERIFY(std::is_sorted(predictions->pictures.begin(), predictions->pictures.end(),
                               [](const auto& a, const auto& b) { return a.picture <= b.picture; }) ||
                predictions->pictures.size() == 1);
        const Confusion& confusion = predictions->confusion;
        QCOMPARE(
            static_cast<float>(static_cast<double>(confusion.totalErrors()) / static_cast<double>(confusion.total())),
            row.validationTop1);
        compareWithForward(bench.trainer, *bench.backend, *predictions);
    }

    void judgingSaysTheSameAndLeavesTheRunAlone()
    {
        Bench bench, untouched;
        for (int i = 0; i < 30; ++i) { // into the middle of an iteration
            bench.trainer.advance();
            untouched.trainer.advance();
        }
        const auto pass = bench.trainer.judge();
        QCOMPARE(pass->pictures(), 20);
        while (!pass->finished())
            pass->advance(bench.trainer.testContext());
        const SetPredictions predictions = pass->predictions();
        QCOMPARE(predictions.pictures.size(), std::size_t{20});
        compareWithForward(bench.trainer, *bench.backend, predictions);
        const MetricsRow row = bench.iterateToValidation(), expected = untouched.iterateToValidation();
        QCOMPARE(row.validationLoss, expected.validationLoss);
        QCOMPARE(row.loss, expected.loss);
        QVERIFY(bench.weights() == untouched.weights());
    }

    void judgingWithoutPicturesIsASentence()
    {
        TrainerOptions options = tiny::trainerOptions();
        options.data.validation = std::make_shared<tiny::Pictures>(0, 1);
        Bench bench(options);
        QVERIFY_EXCEPTION_THROWN(bench.trainer.judge(), Error);
    }

    void beginningAnewForgets()
    {
        Bench bench;
        bench.iterateToValidation();
        bench.trainer.reset(5);
        QVERIFY(!bench.trainer.takePredictions());
    }

    void memoryIsBounded()
    {
        QCOMPARE(sizeof(PicturePrediction), std::size_t{52});
        constexpr std::int64_t pictures = 3 * PredictionTally::most - 5;
        PredictionTally tally(pictures, pictures, 2);
        const std::vector<float> probabilities{0.25f, 0.75f};
        for (std::int64_t i = 0; i < pictures; ++i)
            tally.take(static_cast<std::uint32_t>(i), static_cast<int>(i % 2), probabilities);
        const SetPredictions predictions = tally.finish();
        QVERIFY(static_cast<std::int64_t>(predictions.pictures.size()) <= PredictionTally::most);
        QVERIFY(static_cast<std::int64_t>(predictions.pictures.size()) > PredictionTally::most - 3);
        QCOMPARE(predictions.pictures[1].picture, 3u);
        QCOMPARE(predictions.confusion.total(), pictures); // counts those that are not kept, too
        PredictionTally smaller(50'000, 50'000, 2);
        for (std::uint32_t i = 0; i < 50'000; ++i)
            smaller.take(i, 0, probabilities);
        QCOMPARE(smaller.finish().pictures.size(), std::size_t{50'000});
    }

    void takingCostsLittleBesideAsking()
    {
        const auto numbers = coarseNumbers(1, 1000, 1'000'000);
        PredictionTally tally(1000, 1000, 1000);
        QBENCHMARK
        {
            tally.take(0, 1, numbers);
        }
    }
};

QTEST_GUILESS_MAIN(TestSetPredictions)
#include "tst_set_predictions.moc"
