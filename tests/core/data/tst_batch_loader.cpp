// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/batch_loader.h"
#include "core/error.h"
#include "noise_set.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace alexscope;
using tests::NoiseSet;

namespace {

std::shared_ptr<const Augmenter> augmenterFor(const Dataset& set, double colourSigma = 0.1)
{
    Preprocessing p;
    p.resize = 16;
    Augmentation a;
    a.colourSigma = colourSigma;
    return std::make_shared<Augmenter>(p, a, statisticsOfSet(set, p, 12), Shape{1, 3, 12, 12});
}

bool same(const Batch& a, const Batch& b)
{
    const auto sameTransform = [](const SampleTransform& s, const SampleTransform& t) {
        return s.x == t.x && s.y == t.y && s.mirrored == t.mirrored && s.colourShift == t.colourShift;
    };
    return a.number == b.number && a.pictures == b.pictures && a.labels == b.labels && a.indices == b.indices &&
           std::equal(a.transforms.begin(), a.transforms.end(), b.transforms.begin(), b.transforms.end(),
                      sameTransform);
}

/// Batch k computed without a loader, from what the header promises.
Batch direct(const Dataset& set, const Augmenter& augmenter, const BatchLoader::Options& options, std::int64_t k)
{
    Batch batch;
    batch.number = k;
    const auto perPicture = static_cast<std::size_t>(augmenter.input().perPicture());
    Image scratch;
    for (std::int64_t i = 0; i < options.batch; ++i) {
        const auto running = static_cast<std::uint64_t>(k * options.batch + i);
        const auto place = static_cast<std::size_t>(running % set.size());
        const std::size_t index =
            options.shuffle
                ? epochOrder(options.seed, static_cast<std::uint32_t>(running / set.size()), set.size())[place]
                : place;
        batch.indices.push_back(index);
        batch.labels.push_back(set.label(index));
        batch.transforms.push_back(augmenter.trainingTransform(options.seed, running));
        batch.pictures.resize(batch.pictures.size() + perPicture);
        augmenter.apply(set.image(index, scratch), batch.transforms.back(),
                        {batch.pictures.data() + batch.pictures.size() - perPicture, perPicture});
    }
    return batch;
}

} // namespace

class TestBatchLoader : public QObject {
    Q_OBJECT
private slots:
    void orderIsAPermutationAndAFunction()
    {
        for (std::size_t size : {0u, 1u, 2u, 1000u}) {
            auto order = epochOrder(5, 3, size);
            QVERIFY(order == epochOrder(5, 3, size));
            if (size == 1000) {
                QVERIFY(order != epochOrder(5, 4, size));
                QVERIFY(order != epochOrder(6, 3, size));
            }
            std::sort(order.begin(), order.end());
            for (std::uint32_t i = 0; i < size; ++i)
                QCOMPARE(order[i], i);
        }
    }
    /// What the device has need not come again: only which pictures, and how they are cut.
    void theDeviceMayHaveThePictures()
    {
        const auto set = std::make_shared<NoiseSet>(10, 16, 16);
        const auto augmenter = augmenterFor(*set);
        const BatchLoader::Options options{
            .batch = 4, .seed = 42, .workers = 2, .ahead = 2, .bytes = true, .bytesUntil = 3};
        BatchLoader loader(set, augmenter, options);
        for (std::int64_t k = 0; k < 9; ++k) {
            const Batch& batch = loader.next();
            Batch expected = direct(*set, *augmenter, options, k);
            expected.pictures.clear();
            QVERIFY(same(batch, expected));
            QCOMPARE(batch.bytes.size(), k < 3 ? std::size_t{4 * 16 * 16 * 3} : std::size_t{0});
        }
    }
    void batchIsAPureFunctionOfItsNumber_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("batch");
        QTest::addColumn<int>("workers");
        QTest::addColumn<int>("ahead");
        QTest::addColumn<int>("first");
        QTest::addColumn<bool>("shuffle");
        QTest::newRow("one worker") << 50 << 16 << 1 << 3 << 0 << true;
        QTest::newRow("three workers") << 50 << 16 << 3 << 3 << 0 << true;
        QTest::newRow("three workers, one ahead") << 50 << 16 << 3 << 1 << 0 << true;
        QTest::newRow("more workers than samples") << 50 << 2 << 5 << 4 << 0 << true;
        QTest::newRow("set smaller than a batch") << 5 << 16 << 2 << 2 << 0 << true;
        QTest::newRow("a single picture") << 1 << 16 << 3 << 2 << 0 << true;
        QTest::newRow("resumed") << 50 << 16 << 3 << 3 << 7 << true;
        QTest::newRow("resumed late") << 50 << 16 << 2 << 2 << 100000 << true;
        QTest::newRow("in order") << 50 << 16 << 3 << 3 << 2 << false;
    }
    void batchIsAPureFunctionOfItsNumber()
    {
        QFETCH(int, size);
        QFETCH(int, batch);
        QFETCH(int, workers);
        QFETCH(int, ahead);
        QFETCH(int, first);
        QFETCH(bool, shuffle);
        const auto set = std::make_shared<NoiseSet>(static_cast<std::size_t>(size), 16, 16);
        const auto augmenter = augmenterFor(*set);
        const BatchLoader::Options options{
            .batch = batch, .seed = 42, .firstBatch = first, .workers = workers, .ahead = ahead, .shuffle = shuffle};
        BatchLoader loader(set, augmenter, options);
        for (std::int64_t k = first; k < first + 12; ++k)
            QVERIFY2(same(loader.next(), direct(*set, *augmenter, options, k)), qPrintable(QString("batch %1").arg(k)));
    }
    void epochsVisitEveryPictureOnce()
    {
        const auto set = std::make_shared<NoiseSet>(30, 16, 16);
        BatchLoader loader(set, augmenterFor(*set), {.batch = 7, .seed = 1, .workers = 2});
        std::vector<std::size_t> seen;
        while (seen.size() < 90) {
            const Batch& batch = loader.next();
            seen.insert(seen.end(), batch.indices.begin(), batch.indices.end());
        }
        for (std::size_t epoch = 0; epoch < 3; ++epoch) {
            std::vector<std::size_t> part(seen.begin() + static_cast<std::ptrdiff_t>(30 * epoch),
                                          seen.begin() + static_cast<std::ptrdiff_t>(30 * epoch + 30));
            std::sort(part.begin(), part.end());
            for (std::size_t i = 0; i < 30; ++i)
                QCOMPARE(part[i], i);
        }
    }
    void referenceStaysValidUntilTheNextCall()
    {
        const auto set = std::make_shared<NoiseSet>(40, 16, 16);
        BatchLoader loader(set, augmenterFor(*set), {.batch = 8, .workers = 3, .ahead = 2});
        for (int k = 0; k < 20; ++k) {
            const Batch& batch = loader.next();
            const Batch copy = batch;
            std::this_thread::sleep_for(std::chrono::milliseconds(2)); // workers run on meanwhile
            QVERIFY(same(batch, copy));
        }
    }
    void memoryIsRecycled()
    {
        const auto set = std::make_shared<NoiseSet>(40, 16, 16);
        BatchLoader loader(set, augmenterFor(*set), {.batch = 8, .workers = 2, .ahead = 2});
        std::vector<const float*> places;
        for (int k = 0; k < 12; ++k) {
            const float* place = loader.next().pictures.data();
            if (std::find(places.begin(), places.end(), place) == places.end())
                places.push_back(place);
        }
        QCOMPARE(places.size(), std::size_t(3));
    }
    void newAugmenterHoldsFromTheNextBatchOn()
    {
        const auto set = std::make_shared<NoiseSet>(50, 16, 16);
        const auto noisy = augmenterFor(*set, 0.1), quiet = augmenterFor(*set, 0);
        for (int workers : {1, 3})
            for (int change : {0, 1, 5}) {
                const BatchLoader::Options options{.batch = 16, .seed = 9, .workers = workers, .ahead = 3};
                BatchLoader loader(set, noisy, options);
                for (int k = 0; k < 12; ++k) {
                    if (k == change) {
                        if (k % 2 == 1) // let the workers run ahead
                            std::this_thread::sleep_for(std::chrono::milliseconds(20));
                        loader.setAugmenter(quiet);
                    }
                    QVERIFY(same(loader.next(), direct(*set, k < change ? *noisy : *quiet, options, k)));
                }
            }
    }
    void anotherInputSizeIsRefused()
    {
        const auto set = std::make_shared<NoiseSet>(50, 16, 16);
        BatchLoader loader(set, augmenterFor(*set), {.batch = 16});
        QVERIFY_THROWS_EXCEPTION(Error, loader.setAugmenter(std::make_shared<Augmenter>(
                                            Preprocessing{}, Augmentation{}, SetStatistics{}, Shape{1, 3, 5, 5})));
    }
    void errorsOfTheSetAreThrownByNext()
    {
        const auto set = std::make_shared<NoiseSet>(64, 16, 16);
        const auto augmenter = augmenterFor(*set);
        set->broken = 40; // in the third batch of 16, when in order
        for (int workers : {1, 3}) {
            BatchLoader loader(set, augmenter, {.batch = 16, .workers = workers, .ahead = 3, .shuffle = false});
            int good = 0;
            bool thrown = false;
            for (int k = 0; k < 10 && !thrown; ++k) {
                try {
                    loader.next();
                    ++good;
                } catch (const Error& error) {
                    QCOMPARE(error.what(), "picture 40 cannot be read.");
                    thrown = true;
                }
            }
            QVERIFY(thrown);
            QVERIFY(good <= 2);
            QVERIFY_THROWS_EXCEPTION(Error, loader.next());
        }
    }
    void stopsWithinAPicturesTime()
    {
        class Slow : public NoiseSet {
        public:
            using NoiseSet::NoiseSet;
            ImageView image(std::size_t i, Image& scratch) const override
            {
                if (slow)
                    std::this_thread::sleep_for(std::chrono::milliseconds(50));
                return NoiseSet::image(i, scratch);
            }
            bool slow = false;
        };
        const auto set = std::make_shared<Slow>(64, 16, 16);
        const auto augmenter = augmenterFor(*set);
        set->slow = true;
        std::chrono::steady_clock::time_point begin;
        {
            BatchLoader loader(set, augmenter, {.batch = 128, .workers = 2});
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
            begin = std::chrono::steady_clock::now();
        }
        const auto took = std::chrono::steady_clock::now() - begin;
        QVERIFY(took < std::chrono::milliseconds(250)); // a picture's time, generously; the batch alone takes 3 s
    }
    void createdAndDestroyedManyTimes()
    {
        const auto set = std::make_shared<NoiseSet>(20, 16, 16);
        const auto augmenter = augmenterFor(*set);
        for (int i = 0; i < 100; ++i) {
            BatchLoader loader(set, augmenter, {.batch = 16, .workers = 1 + i % 4, .ahead = 1 + i % 3});
            for (int k = 0; k < i % 3; ++k)
                loader.next();
        }
    }
    void waitingIsCounted()
    {
        const auto set = std::make_shared<NoiseSet>(50, 16, 16);
        BatchLoader loader(set, augmenterFor(*set), {.batch = 16, .ahead = 4});
        loader.next();
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        const double before = loader.secondsWaited();
        for (int k = 0; k < 3; ++k) // all prepared meanwhile
            loader.next();
        QCOMPARE(loader.secondsWaited(), before);
    }
    void askingBeyondTheLastBatchIsAnError()
    {
        const auto set = std::make_shared<NoiseSet>(50, 16, 16);
        BatchLoader loader(set, augmenterFor(*set), {.batch = 16, .firstBatch = 5, .batches = 2});
        QCOMPARE(loader.next().number, 5);
        QCOMPARE(loader.next().number, 6);
        QVERIFY_THROWS_EXCEPTION(Error, loader.next());
    }
    void nothingToLoadIsAnError()
    {
        const auto set = std::make_shared<NoiseSet>(5, 16, 16);
        const auto augmenter = augmenterFor(*set);
        QVERIFY_THROWS_EXCEPTION(Error, BatchLoader(std::make_shared<NoiseSet>(0, 1, 1), augmenter, {}));
        QVERIFY_THROWS_EXCEPTION(Error, BatchLoader(set, augmenter, {.batch = 0}));
        QVERIFY_THROWS_EXCEPTION(Error, BatchLoader(set, augmenter, {.firstBatch = -1}));
    }
};

QTEST_GUILESS_MAIN(TestBatchLoader)
#include "tst_batch_loader.moc"
