// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "datasets/open_data.h"
#include "datasets/textures.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <thread>

using namespace alexscope;
using namespace alexscope::datasets;

namespace {

constexpr std::size_t classes = 10;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t examplesUsed = 400, testsUsed = 200; // the question is another one there, and they are slow
#else
constexpr std::size_t examplesUsed = 3000, testsUsed = 500;
#endif

bool same(ImageView a, ImageView b)
{
    return a.width == b.width && a.height == b.height && std::equal(a.rgb, a.rgb + 3 * a.width * a.height, b.rgb);
}

/// Shares of the picture's pixels in bins³ cells of the RGB cube.
std::vector<float> histogram(ImageView picture, int bins)
{
    std::vector<float> counts(static_cast<std::size_t>(bins * bins * bins));
    const int pixels = picture.width * picture.height;
    for (int i = 0; i < pixels; ++i) {
        const std::uint8_t* p = picture.rgb + 3 * i;
        ++counts[static_cast<std::size_t>((p[0] * bins / 256 * bins + p[1] * bins / 256) * bins + p[2] * bins / 256)];
    }
    for (float& count : counts)
        count = std::sqrt(count / static_cast<float>(pixels)); // Hellinger: the better distance for histograms
    return counts;
}

std::vector<std::vector<float>> histograms(const Dataset& set, std::size_t count, int bins)
{
    std::vector<std::vector<float>> all;
    Image scratch;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(histogram(set.image(i, scratch), bins));
    return all;
}

float distance(const std::vector<float>& a, const std::vector<float>& b)
{
    float sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

using Guess = std::function<std::size_t(const std::vector<float>&)>;

double errorOf(const std::vector<std::vector<float>>& tests, const Guess& guess)
{
    double wrong = 0;
    for (std::size_t i = 0; i < tests.size(); ++i)
        wrong += guess(tests[i]) != i % classes;
    return wrong / static_cast<double>(tests.size());
}

Guess nearestCentroid(const std::vector<std::vector<float>>& examples)
{
    std::vector<std::vector<float>> centroids(classes, std::vector<float>(examples[0].size()));
    for (std::size_t i = 0; i < examples.size(); ++i)
        for (std::size_t k = 0; k < examples[i].size(); ++k)
            centroids[i % classes][k] +=
                examples[i][k] * static_cast<float>(classes) / static_cast<float>(examples.size());
    return [centroids](const std::vector<float>& h) {
        std::size_t best = 0;
        for (std::size_t c = 1; c < classes; ++c)
            best = distance(h, centroids[c]) < distance(h, centroids[best]) ? c : best;
        return best;
    };
}

Guess nearestNeighbours(const std::vector<std::vector<float>>& examples, std::size_t neighbours)
{
    return [&examples, neighbours](const std::vector<float>& h) {
        std::vector<std::pair<float, std::size_t>> near;
        for (std::size_t i = 0; i < examples.size(); ++i)
            near.emplace_back(distance(h, examples[i]), i % classes);
        std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(neighbours), near.end());
        std::array<int, classes> votes{};
        for (std::size_t i = 0; i < neighbours; ++i)
            ++votes[near[i].second];
        return static_cast<std::size_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
    };
}

/// Softmax regression by plain gradient descent.
Guess logistic(const std::vector<std::vector<float>>& examples, int steps)
{
    const std::size_t inputs = examples[0].size();
    std::vector<float> mean(inputs), weights(classes * (inputs + 1)), gradient(weights.size());
    for (const auto& h : examples)
        for (std::size_t k = 0; k < inputs; ++k)
            mean[k] += h[k] / static_cast<float>(examples.size());
    const auto scores = [mean, inputs](const std::vector<float>& w, const std::vector<float>& h) {
        std::array<float, classes> s{};
        for (std::size_t c = 0; c < classes; ++c) {
            const float* row = w.data() + c * (inputs + 1);
            s[c] = row[inputs];
            for (std::size_t k = 0; k < inputs; ++k)
                s[c] += row[k] * (h[k] - mean[k]);
        }
        return s;
    };
    for (int step = 0; step < steps; ++step) {
        std::fill(gradient.begin(), gradient.end(), 0.0f);
        for (std::size_t i = 0; i < examples.size(); ++i) {
            std::array<float, classes> p = scores(weights, examples[i]);
            const float top = *std::max_element(p.begin(), p.end());
            float sum = 0;
            for (float& v : p)
                sum += v = std::exp(v - top);
            for (std::size_t c = 0; c < classes; ++c) {
                const float d = (p[c] / sum - (c == i % classes ? 1.0f : 0.0f)) / static_cast<float>(examples.size());
                float* row = gradient.data() + c * (inputs + 1);
                for (std::size_t k = 0; k < inputs; ++k)
                    row[k] += d * (examples[i][k] - mean[k]);
                row[inputs] += d;
            }
        }
        for (std::size_t k = 0; k < weights.size(); ++k)
            weights[k] -= 20 * (gradient[k] + 1e-4f * weights[k]);
    }
    return [weights, scores](const std::vector<float>& h) {
        const auto s = scores(weights, h);
        return static_cast<std::size_t>(std::max_element(s.begin(), s.end()) - s.begin());
    };
}

} // namespace

class TestTextures : public QObject {
    Q_OBJECT
private slots:
    void pictureIsAFunctionOfSeedSplitAndNumber()
    {
        const Textures a(7, TextureSplit::Training, 72, 1000), again(7, TextureSplit::Training, 72, 50);
        const Textures otherSeed(8, TextureSplit::Training, 72, 1000),
            otherSplit(7, TextureSplit::Validation, 72, 1000);
        Image one, two;
        for (std::size_t i = 0; i < 50; ++i) {
            const ImageView picture = a.image(49 - i, one);
            QVERIFY(same(picture, again.image(49 - i, two)));
            QVERIFY(!same(picture, otherSeed.image(49 - i, two)));
            QVERIFY(!same(picture, otherSplit.image(49 - i, two)));
            QVERIFY(!same(picture, a.image(59 - i, two))); // same class, next picture
        }
    }
    void threadsDrawTheSamePictures()
    {
        const Textures set(7, TextureSplit::Training, 48, 200), other(7, TextureSplit::Training, 48, 200);
        std::vector<Image> scratch(3);
        std::vector<std::array<ImageView, 3>> views(200);
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < 3; ++t)
            threads.emplace_back([&, t] {
                for (std::size_t i = 0; i < 200; ++i) // all want the same ones at once
                    views[i][t] = set.image(i, scratch[t]);
            });
        threads.clear();
        for (std::size_t i = 0; i < 200; ++i)
            for (std::size_t t = 0; t < 3; ++t)
                QVERIFY(same(views[i][t], other.image(i, scratch[0])));
    }
    void anySide_data()
    {
        QTest::addColumn<int>("side");
        for (int side : {16, 17, 28, 32, 64, 72, 227, 256, 640})
            QTest::addRow("%d", side) << side;
    }
    void anySide()
    {
        QFETCH(int, side);
        const Textures set(3, TextureSplit::Training, side, 100);
        Image scratch;
        for (std::size_t i = 0; i < (side > 200 ? 20u : 100u); ++i) {
            const ImageView view = set.image(i, scratch);
            QCOMPARE(view.width, side);
            QCOMPARE(view.height, side);
            const auto [low, high] = std::minmax_element(view.rgb, view.rgb + 3 * side * side);
            QVERIFY2(*high - *low > 30, qPrintable(QString("picture %1 is all but flat").arg(i)));
        }
    }
    void pictureIsTheSameKeptOrDrawnAgain()
    {
        const Textures few(7, TextureSplit::Training, 72, 40),
            many(7, TextureSplit::Training, 72, 1u << 20); // 16 GB: not kept
        Image one, two;
        for (int round = 0; round < 2; ++round)
            for (std::size_t i = 0; i < 40; ++i) {
                const ImageView kept = few.image(i, one);
                many.image(i, two);
                QVERIFY(one.rgb.empty());
                QVERIFY(std::equal(two.rgb.begin(), two.rgb.end(), kept.rgb));
            }
        QVERIFY_THROWS_EXCEPTION(Error, few.image(40, one));
    }
    void impossibleSidesAreErrors()
    {
        for (int side : {-1, 0, 15, 4097})
            QVERIFY_THROWS_EXCEPTION(Error, Textures(1, TextureSplit::Training, side, 10));
    }
    void openedAsData()
    {
        OpenOptions options;
        options.textureSide = 40;
        options.textureTraining = 30;
        options.textureValidation = 20;
        const DataSource source = openData("textures", options);
        QCOMPARE(source.specification, std::string("textures"));
        QCOMPARE(source.classNames.size(), classes);
        QCOMPARE(source.training->size(), std::size_t(30));
        QCOMPARE(source.validation->size(), std::size_t(20));
        QCOMPARE(source.pictureSide, 40);
        for (std::size_t i = 0; i < 20; ++i)
            QCOMPARE(source.validation->label(i), static_cast<int>(i % classes));
        QCOMPARE(source.training->name(3), std::string("textures training 3"));
    }
    /// Only structure tells the classes apart: whatever one does with colours alone errs above 60 %.
    void coloursAloneDoNotSolveIt_data()
    {
        QTest::addColumn<int>("bins");
        for (int bins : {2, 4, 8})
            QTest::addRow("%d bins a colour", bins) << bins;
    }
    void coloursAloneDoNotSolveIt()
    {
        QFETCH(int, bins);
        const auto examples = histograms(Textures(2012, TextureSplit::Training, 72, examplesUsed), examplesUsed, bins);
        const auto tests = histograms(Textures(2012, TextureSplit::Validation, 72, testsUsed), testsUsed, bins);
        const double centroid = errorOf(tests, nearestCentroid(examples)),
                     neighbours = errorOf(tests, nearestNeighbours(examples, 9));
        const double regression = errorOf(tests, logistic(examples, bins < 8 ? 200 : 40));
        qInfo("errors: nearest centroid %.3f, 9 neighbours %.3f, logistic regression %.3f", centroid, neighbours,
              regression);
        QVERIFY(centroid > 0.6 && neighbours > 0.6 && regression > 0.6);
    }
    /// The counter-check: the direction of the brightness's steps alone tells level from upright stripes.
    void structureIsThere()
    {
        const Textures set(2012, TextureSplit::Validation, 72, 2000);
        Image scratch;
        int wrong = 0, asked = 0;
        for (std::size_t i = 0; i < 2000; ++i) {
            if (i % classes > 1)
                continue;
            const ImageView view = set.image(i, scratch);
            double across = 0, down = 0;
            for (int y = 1; y < view.height; ++y)
                for (int x = 1; x < view.width; ++x)
                    for (int c = 0; c < 3; ++c) {
                        across += std::pow(view.pixel(x, y)[c] - view.pixel(x - 1, y)[c], 2);
                        down += std::pow(view.pixel(x, y)[c] - view.pixel(x, y - 1)[c], 2);
                    }
            wrong += (across > down ? 1u : 0u) != i % classes;
            ++asked;
        }
        QVERIFY2(wrong * 20 < asked, qPrintable(QString("%1 of %2").arg(wrong).arg(asked)));
    }
    void drawing()
    {
        const Textures set(1, TextureSplit::Training, 72, 1u << 20); // drawn every time
        Image scratch;
        QBENCHMARK
        {
            for (std::size_t i = 0; i < 1000; ++i)
                set.image(i, scratch);
        }
    }
};

QTEST_GUILESS_MAIN(TestTextures)
#include "tst_textures.moc"
