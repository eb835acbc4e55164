// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/reference/reference_backend.h"
#include "core/verification/self_test.h"
#include "core/verification/test_numbers.h"
#include "tests/support/mutating_backend.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>

using namespace alexscope;
using namespace alexscope::tests;

class TestSelfTest : public QObject {
    Q_OBJECT

    /// Items of the rows that failed.
    static std::set<std::string> failedItems(const std::function<void(LayerSpec&)>& mutate)
    {
        MutatingBackend backend(makeReferenceBackend(false), mutate);
        SelfTestOptions options;
        options.networks = {};
        std::set<std::string> items;
        for (const CheckRow& row : selfTest(backend, options))
            if (!row.passed())
                items.insert(row.item);
        return items;
    }

private slots:
    /// Plain loops in float against plain loops in double.
    void floatPasses()
    {
        const auto backend = makeReferenceBackend(false);
        SelfTestOptions options;
        options.networks = {"lenet5"};
        std::size_t seen = 0;
        options.onRow = [&](const CheckRow&) { ++seen; };
        const std::vector<CheckRow> rows = selfTest(*backend, options);
        QVERIFY2(failuresOf(rows).empty(), failuresOf(rows).c_str());
        QCOMPARE(seen, rows.size());
        std::set<std::string> quantities;
        double worst = 0;
        for (const CheckRow& row : rows) {
            quantities.insert(row.quantity);
            worst = std::max(worst, row.error);
        }
        for (const char* expected :
             {"output", "input gradient", "weight gradient", "bias gradient", "loss", "loss after five steps"})
            QVERIFY2(quantities.contains(expected), expected);
        QVERIFY(worst > 0); // it did not compare something with itself
    }

    void findsAMutatedAlpha()
    {
        const auto failed = failedItems([](LayerSpec& layer) {
            if (auto* lrn = std::get_if<LrnSpec>(&layer.operation))
                lrn->alpha *= 1.001;
        });
        QVERIFY(failed.contains("lrn, as printed"));
        QVERIFY(failed.contains("tiny-alexnet"));
        QVERIFY(!failed.contains("convolution, 1x1"));
    }
    void findsAMutatedWindow()
    {
        const auto failed = failedItems([](LayerSpec& layer) {
            if (auto* lrn = std::get_if<LrnSpec>(&layer.operation))
                lrn->n = lrn->n == 5 ? 3 : lrn->n;
        });
        QVERIFY(failed.contains("lrn, as printed"));
        QVERIFY(!failed.contains("lrn, n = 9, beta = 1"));
    }
    void findsAMutatedGroupCount()
    {
        const auto failed = failedItems([](LayerSpec& layer) {
            if (auto* convolution = std::get_if<ConvolutionSpec>(&layer.operation))
                convolution->groups *= convolution->groups == 2 ? 2 : 1;
        });
        QVERIFY(failed.contains("convolution, 2 groups of 16"));
        QVERIFY(!failed.contains("convolution, 3 groups, stride 2"));
        const auto lrnFailed = failedItems([](LayerSpec& layer) {
            if (auto* lrn = std::get_if<LrnSpec>(&layer.operation))
                lrn->groups = 1;
        });
        QCOMPARE(lrnFailed,
                 (std::set<std::string>{"lrn, 2 groups", "lrn, groups narrower than the window", "tiny-variety"}));
    }
    void aBackendThatThrowsFailsWithItsReason()
    {
        const auto backend = makeReferenceBackend(false);
        SelfTestOptions options;
        options.precision = Precision::Bf16;
        options.networks = {};
        const std::vector<CheckRow> rows = selfTest(*backend, options);
        QVERIFY(!rows.empty());
        for (const CheckRow& row : rows) {
            QVERIFY(!row.passed());
            QCOMPARE(row.quantity, *backend->whyNot(Precision::Bf16));
        }
    }

    void errorsAreRelativeToTheLargest()
    {
        const double infinity = std::numeric_limits<double>::infinity(), nan = std::nan("");
        QCOMPARE(tensorError(std::vector{1.0, -4.5}, std::vector{1.25, -5.0}), 0.1);
        QCOMPARE(tensorError(std::vector{0.0, 0.0}, std::vector{0.0, 0.0}), 0.0);
        QCOMPARE(tensorError(std::vector{1e-30}, std::vector{0.0}), infinity);
        QCOMPARE(tensorError(std::vector{1.0}, std::vector{1.0, 1.0}), infinity);
        QCOMPARE(tensorError(std::vector{1.0, nan}, std::vector{1.0, 1.0}), infinity);
        QCOMPARE(tensorError(std::vector{1.0}, std::vector{infinity}), infinity);
        QVERIFY(!(CheckRow{"", "", nan, 1, ""}.passed()));
    }
    void bf16RoundsToNearestEven()
    {
        QCOMPARE(roundToBf16(1.0f), 1.0f);
        QCOMPARE(roundToBf16(1.00390625f), 1.0f);      // half way between 1 and 1.0078125: to the even one
        QCOMPARE(roundToBf16(1.01171875f), 1.015625f); // half way, the even one lies above
        QCOMPARE(roundToBf16(1.0040f), 1.0078125f);
        QCOMPARE(roundToBf16(-3.14159f), -3.140625f);
    }
};

QTEST_GUILESS_MAIN(TestSelfTest)
#include "tst_self_test.moc"
