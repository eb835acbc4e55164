// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verification/self_test.h"
#include "cpu/cpu_backend.h"
#include "tests/support/mutating_backend.h"

#include <QTest>

#include <set>

using namespace alexscope;
using namespace alexscope::tests;

#ifdef __SANITIZE_ADDRESS__
// alexnet's plain loops would take minutes of checking, and the same code runs at small shapes.
constexpr const char* comparedNetwork = "alexnet-mini";
#else
constexpr const char* comparedNetwork = "alexnet";
#endif

/// Every kernel against the plain loops, also at the shapes of `alexnet`, where the library selects other kernels.
class TestCpuSelfTest : public QObject {
    Q_OBJECT

    static std::vector<CheckRow> run(Backend& backend, Precision precision, std::vector<std::string> networks)
    {
        SelfTestOptions options;
        options.precision = precision;
        options.networks = std::move(networks);
        return selfTest(backend, options);
    }

private slots:
    void agreesWithThePlainLoops_data()
    {
        QTest::addColumn<bool>("bf16");
        QTest::newRow("fp32") << false;
        QTest::newRow("bf16") << true;
    }
    void agreesWithThePlainLoops()
    {
        QFETCH(bool, bf16);
        const auto backend = cpu::catalogueEntry().make();
        const Precision precision = bf16 ? Precision::Bf16 : Precision::Fp32;
        if (const auto reason = backend->whyNot(precision))
            QSKIP(reason->c_str());
        const auto rows = run(*backend, precision, {comparedNetwork});
        std::set<std::string> implementations;
        for (const CheckRow& row : rows)
            implementations.insert(row.implementation);
        for (const std::string& implementation : implementations)
            qInfo("%s", implementation.c_str());
        QVERIFY2(failuresOf(rows).empty(), failuresOf(rows).c_str());
    }

    /// The comparison at alexnet's shapes must be able to fail.
    void findsMutations_data()
    {
        QTest::addColumn<int>("mutation");
        QTest::newRow("alpha") << 0;
        QTest::newRow("window") << 1;
        QTest::newRow("groups") << 2;
    }
    void findsMutations()
    {
        QFETCH(int, mutation);
        MutatingBackend backend(cpu::catalogueEntry().make(), [mutation](LayerSpec& layer) {
            if (auto* lrn = std::get_if<LrnSpec>(&layer.operation)) {
                lrn->alpha *= mutation == 0 ? 1.1 : 1;
                lrn->n = mutation == 1 && lrn->n == 5 ? 3 : lrn->n;
            }
            if (auto* convolution = std::get_if<ConvolutionSpec>(&layer.operation))
                convolution->groups *= mutation == 2 && convolution->groups == 2 ? 2 : 1;
        });
        QVERIFY(!failuresOf(run(backend, Precision::Fp32, {})).empty());
    }
};

QTEST_GUILESS_MAIN(TestCpuSelfTest)
#include "tst_cpu_self_test.moc"
