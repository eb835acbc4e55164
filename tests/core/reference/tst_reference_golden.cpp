// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/reference_backend.h"
#include "tests/support/golden.h"
#include "tests/support/mutating_backend.h"

#include <QTest>

using namespace alexscope;
using namespace alexscope::tests;

class TestReferenceGolden : public QObject {
    Q_OBJECT
private slots:
    void agrees_data()
    {
        QTest::addColumn<bool>("inDouble");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("double") << true << 1e-12;
        QTest::newRow("float") << false << 1e-5;
    }
    void agrees()
    {
        QFETCH(bool, inDouble);
        QFETCH(double, tolerance);
        const auto backend = makeReferenceBackend(inDouble);
        const GoldenOptions options{Precision::Fp32, tolerance, false};
        const std::vector<CheckRow> network = compareGoldenNetwork(*backend, options),
                                    lrn = compareGoldenLrn(*backend, options);
        // 21 outputs, 20 gradients of outputs, 16 gradients, twice 16 weights, 2 losses; twice 2 of LRN
        QCOMPARE(network.size(), std::size_t(21 + 20 + 16 + 32 + 2));
        QCOMPARE(lrn.size(), std::size_t(4));
        QVERIFY2(failuresOf(network).empty(), failuresOf(network).c_str());
        QVERIFY2(failuresOf(lrn).empty(), failuresOf(lrn).c_str());
    }

    /// A wrong constant anywhere must show.
    void findsMutations_data()
    {
        QTest::addColumn<int>("mutation");
        QTest::newRow("alpha 1 % larger") << 0;
        QTest::newRow("window 3 instead of 5") << 1;
        QTest::newRow("alpha divided by n or not") << 2;
        QTest::newRow("k") << 3;
        QTest::newRow("beta") << 4;
        QTest::newRow("lrn in two groups") << 5;
        QTest::newRow("twice as many groups of filters") << 6;
    }
    void findsMutations()
    {
        QFETCH(int, mutation);
        const auto mutate = [mutation](LayerSpec& layer) {
            if (auto* lrn = std::get_if<LrnSpec>(&layer.operation)) {
                lrn->alpha *= mutation == 0 ? 1.01 : 1;
                lrn->n = mutation == 1 ? 3 : lrn->n;
                if (mutation == 2)
                    lrn->convention = lrn->convention == AlphaConvention::Paper ? AlphaConvention::DividedByN
                                                                                : AlphaConvention::Paper;
                lrn->k += mutation == 3 ? 0.01 : 0;
                lrn->beta += mutation == 4 ? 0.001 : 0;
                lrn->groups = mutation == 5 ? 2 : lrn->groups;
            }
            if (auto* convolution = std::get_if<ConvolutionSpec>(&layer.operation))
                convolution->groups *= mutation == 6 && convolution->groups > 1 ? 2 : 1;
        };
        MutatingBackend backend(makeReferenceBackend(false), mutate);
        const GoldenOptions options{Precision::Fp32, 1e-5, false};
        QVERIFY(!failuresOf(compareGoldenNetwork(backend, options)).empty());
        if (mutation < 5) // nine channels fall into no two groups
            QVERIFY(!failuresOf(compareGoldenLrn(backend, options)).empty());
    }
};

QTEST_GUILESS_MAIN(TestReferenceGolden)
#include "tst_reference_golden.moc"
