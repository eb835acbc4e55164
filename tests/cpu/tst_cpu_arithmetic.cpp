// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpu/cpu_backend.h"
#include "tests/core/session/arithmetic_check.h"

#include <QTest>

using namespace alexscope;

/// What the window writes down of a number is what the processor backend computed.
class TestCpuArithmetic : public QObject {
    Q_OBJECT

private slots:
    void explanationsEqualTheEngine_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<bool>("bf16");
        QTest::addColumn<bool>("training");
        for (const char* name : {"variety", "variety-padded", "alexnet", "alexnet-padded"})
            for (const bool bf16 : {false, true})
                for (const bool training : {false, true})
                    QTest::addRow("%s %s %s", name, bf16 ? "bf16" : "fp32", training ? "training" : "test")
                        << QString::fromLatin1(name) << bf16 << training;
    }
    void explanationsEqualTheEngine()
    {
        QFETCH(QString, network);
        QFETCH(bool, bf16);
        QFETCH(bool, training);
        const Precision precision = bf16 ? Precision::Bf16 : Precision::Fp32;
        const auto backend = cpu::catalogueEntry().make();
        if (const auto reason = backend->whyNot(precision))
            QSKIP(reason->c_str());
        const arithmetic::Pass pass(arithmetic::network(network.toStdString()), *backend, precision, training);
        for (int layer = 0; layer < static_cast<int>(pass.network().spec().layers.size()); ++layer) {
            const std::string fault = arithmetic::fault(pass, layer);
            QVERIFY2(fault.empty(), fault.c_str());
        }
    }

    void bf16ShowsTheRoundedOperands()
    {
        const auto backend = cpu::catalogueEntry().make();
        if (const auto reason = backend->whyNot(Precision::Bf16))
            QSKIP(reason->c_str());
        const arithmetic::Pass pass(arithmetic::network("alexnet"), *backend, Precision::Bf16, false);
        const Arithmetic a = pass.explain(0, 0, {{}, 2, 3, 3});
        QCOMPARE(a.precision, Precision::Bf16);
        for (const auto* operands : {&a.as<WeightedSum>()->inputs, &a.as<WeightedSum>()->weights})
            for (const float value : *operands)
                QCOMPARE(roundToBf16(value), value);
    }
};

QTEST_GUILESS_MAIN(TestCpuArithmetic)
#include "tst_cpu_arithmetic.moc"
