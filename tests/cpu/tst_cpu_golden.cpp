// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpu/cpu_backend.h"
#include "tests/support/golden.h"

#include <QTest>

using namespace alexscope;
using namespace alexscope::tests;

/// oneDNN and our own kernels against PyTorch's float64 numbers.
class TestCpuGolden : public QObject {
    Q_OBJECT

    static void addRows()
    {
        QTest::addColumn<bool>("bf16");
        QTest::addColumn<bool>("fuse");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("fp32, layer by layer") << false << false << 1e-5;
        QTest::newRow("fp32, fused") << false << true << 1e-5;
        QTest::newRow("bf16, layer by layer") << true << false << 3e-2;
        QTest::newRow("bf16, fused") << true << true << 3e-2;
    }
    template <typename Compare>
    static void check(const Compare& compare)
    {
        QFETCH(bool, bf16);
        QFETCH(bool, fuse);
        QFETCH(double, tolerance);
        const auto backend = cpu::catalogueEntry().make();
        const Precision precision = bf16 ? Precision::Bf16 : Precision::Fp32;
        if (const auto reason = backend->whyNot(precision))
            QSKIP(reason->c_str());
        const auto rows = compare(*backend, GoldenOptions{precision, tolerance, fuse});
        QVERIFY(!rows.empty());
        QVERIFY2(failuresOf(rows).empty(), failuresOf(rows).c_str());
    }

private slots:
    void network_data() { addRows(); }
    void network() { check(compareGoldenNetwork); }
    void lrn_data() { addRows(); }
    void lrn() { check(compareGoldenLrn); }
};

QTEST_GUILESS_MAIN(TestCpuGolden)
#include "tst_cpu_golden.moc"
