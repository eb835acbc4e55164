// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/response_normalisation.h"

#include "core/error.h"
#include "core/random/philox.h"
#include "core/reference/reference_backend.h"
#include "core/verification/single_layer.h"

#include <QTest>

#include <cmath>

using namespace alexscope;

namespace {

/// The formula once more, term by term from §3.3 with the group's borders.
double written(const HostTensor& a, const LrnSpec& spec, std::int64_t channel, std::size_t place)
{
    const std::int64_t perGroup = a.shape.c / spec.groups, group = channel / perGroup;
    double sum = 0;
    for (std::int64_t j = channel - spec.n / 2; j < channel - spec.n / 2 + spec.n; ++j)
        if (j >= 0 && j < a.shape.c && j / perGroup == group)
            sum += std::pow(static_cast<double>(a.plane(0, j)[place]), 2);
    const double s = spec.convention == AlphaConvention::Paper ? spec.alpha : spec.alpha / spec.n;
    return static_cast<double>(a.plane(0, channel)[place]) / std::pow(spec.k + s * sum, spec.beta);
}

HostTensor noise(Shape shape)
{
    HostTensor a(shape);
    PhiloxSequence random(3, Stream::Analysis, 0);
    for (float& value : a.values)
        value = static_cast<float>(random.below(4) == 0 ? 0 : random.uniform(-80, 120));
    return a;
}

} // namespace

class TestResponseNormalisation : public QObject {
    Q_OBJECT

private slots:
    void publishedValues_data()
    {
        QTest::addColumn<double>("k");
        QTest::addColumn<bool>("divided");
        QTest::addColumn<double>("channel4");
        QTest::newRow("paper") << 2.0 << false << 50.53581;
        QTest::newRow("alpha / n") << 2.0 << true << 91.13136;
        QTest::newRow("Caffe") << 1.0 << true << 125.97932;
    }
    void publishedValues()
    {
        QFETCH(double, k);
        QFETCH(bool, divided);
        QFETCH(double, channel4);
        HostTensor a({1, 8, 1, 1});
        a.values = {0, 100, 0, 50, 200, 10, 0, 30};
        const LrnSpec spec{5, k, 1e-4, 0.75, divided ? AlphaConvention::DividedByN : AlphaConvention::Paper, 1};
        const ResponseTerms terms = responseTerms(a.values, spec, 4);
        QVERIFY(std::abs(terms.b - channel4) < 5e-6);
        QCOMPARE(terms.sumOfSquares, 50.0 * 50 + 200 * 200 + 10 * 10);
        QCOMPARE(terms.window, (ChannelWindow{2, 7}));
        const HostTensor b = normalisedResponses(a, responseFactors(a, spec));
        QVERIFY(std::abs(static_cast<double>(b.values[4]) - channel4) < 2e-5);
    }

    void everyNumberIsTheKernels_data()
    {
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("groups");
        QTest::addColumn<bool>("divided");
        QTest::newRow("paper") << 5 << 1 << false;
        QTest::newRow("divided") << 5 << 1 << true;
        QTest::newRow("two groups") << 5 << 2 << true;
        QTest::newRow("even n") << 4 << 2 << false;
        QTest::newRow("alone") << 1 << 1 << false;
        QTest::newRow("wider than a group") << 31 << 3 << false;
    }
    void everyNumberIsTheKernels()
    {
        QFETCH(int, n);
        QFETCH(int, groups);
        QFETCH(bool, divided);
        const LrnSpec spec{n, 1.5, 3e-4, 0.6, divided ? AlphaConvention::DividedByN : AlphaConvention::Paper, groups};
        const HostTensor a = noise({1, 12, 3, 2});
        const HostTensor factors = responseFactors(a, spec), b = normalisedResponses(a, factors);

        const auto backend = makeReferenceBackend();
        LayerGeometry geometry;
        geometry.input = geometry.output = a.shape;
        SingleLayer layer(*backend, LayerSpec{"norm", spec}, geometry, 0, 1);
        layer.upload(layer.input(), a.values);
        layer.kernel().forward({});
        const std::vector<double> kernel = layer.download(layer.kernel().output());
        for (std::int64_t channel = 0; channel < 12; ++channel)
            for (std::size_t place = 0; place < 6; ++place) {
                const std::size_t i = static_cast<std::size_t>(channel) * 6 + place;
                const double expected = written(a, spec, channel, place);
                QVERIFY(std::abs(kernel[i] - expected) <= 1e-6 * (1 + std::abs(expected)));
                QVERIFY(std::abs(static_cast<double>(b.values[i]) - expected) <= 1e-5 * (1 + std::abs(expected)));
                const auto column = channelColumn(a, static_cast<std::int64_t>(place) / 2, place % 2);
                QVERIFY(std::abs(responseTerms(column, spec, channel).b - expected) <=
                        1e-12 * (1 + std::abs(expected)));
            }
    }

    void meansLeaveZerosOut()
    {
        HostTensor a({1, 3, 1, 4});
        a.values = {0, 0, 0, 0, 10, 0, 0, 30, -5, 5, 20, 1};
        const LrnSpec spec{3, 1, 1e-2, 1, AlphaConvention::Paper, 1};
        const HostTensor factors = responseFactors(a, spec);
        const std::vector<double> means = meanFactors(a, factors);
        QVERIFY(std::isnan(means[0])); // nothing to suppress
        const double first = 1 / (1 + 1e-2 * (100 + 25)), last = 1 / (1 + 1e-2 * (900 + 1));
        QVERIFY(std::abs(means[1] - (first + last) / 2) < 1e-6);
    }

    void impossibleConstantsAreRefused()
    {
        const HostTensor a = noise({1, 12, 1, 1});
        QVERIFY_EXCEPTION_THROWN(responseFactors(a, LrnSpec{0, 2, 1e-4, 0.75, AlphaConvention::Paper, 1}), Error);
        QVERIFY_EXCEPTION_THROWN(responseFactors(a, LrnSpec{5, 2, 1e-4, 0.75, AlphaConvention::Paper, 5}), Error);
    }
};

QTEST_APPLESS_MAIN(TestResponseNormalisation)
#include "tst_response_normalisation.moc"
