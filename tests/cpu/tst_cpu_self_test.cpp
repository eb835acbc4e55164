// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verification/self_test.h"

#include "core/error.h"
#include "core/network/network_text.h"
#include "core/verification/layer_check.h"
#include "cpu/cpu_backend.h"
#include "tests/support/mutating_backend.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace alexscope;
using namespace alexscope::tests;

#ifdef __SANITIZE_ADDRESS__
// alexnet's plain loops would take minutes of checking, and the same code runs at small shapes.
constexpr const char* comparedNetwork = "lenet5";
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

    /// The comparison at alexnet's own shapes must be able to fail, and by the numbers.
    void findsMutations_data()
    {
        QTest::addColumn<int>("mutation");
        QTest::addColumn<QStringList>("wrong");
        QTest::newRow("none") << 0 << QStringList{};
        QTest::newRow("alpha") << 1 << QStringList{"norm1", "norm2"};
        QTest::newRow("window") << 2 << QStringList{"norm1", "norm2"};
        QTest::newRow("groups") << 3 << QStringList{"norm1", "norm2"};
    }
    void findsMutations()
    {
        QFETCH(int, mutation);
        QFETCH(QStringList, wrong);
        const auto rows = compareLayers({"norm1", "pool1", "norm2"}, [mutation](LayerSpec& layer) {
            if (auto* lrn = std::get_if<LrnSpec>(&layer.operation)) {
                lrn->alpha *= mutation == 1 ? 1.001 : 1;
                lrn->n = mutation == 2 ? 3 : lrn->n;
                lrn->groups = mutation == 3 ? 2 : lrn->groups;
            }
        });
        QStringList found;
        for (const CheckRow& row : rows) {
            QVERIFY(std::isfinite(row.error));
            if (!row.passed() && !found.contains(QString::fromStdString(row.item)))
                found.append(QString::fromStdString(row.item));
        }
        QCOMPARE(found, wrong);
    }
    /// Weights for two groups cannot be taken for those of four: the library sees it.
    void refusesAnotherNumberOfGroups()
    {
        const auto fourGroups = [](LayerSpec& layer) {
            if (auto* convolution = std::get_if<ConvolutionSpec>(&layer.operation))
                convolution->groups *= convolution->groups == 2 ? 2 : 1;
        };
        try {
            compareLayers({"conv2"}, fourGroups);
            QFAIL("nobody noticed");
        } catch (const Error& error) {
            QVERIFY2(QByteArray(error.what()).contains("conv2"), error.what());
        }
    }

private:
    /// Layers of alexnet at their own shapes, up to norm2, computed by a backend that is given others than asked for.
    static std::vector<CheckRow> compareLayers(const std::vector<std::string>& layers,
                                               const std::function<void(LayerSpec&)>& mutate)
    {
        NetworkSpec bottom = loadNetwork("alexnet").withClasses(10);
        bottom.layers.erase(bottom.layers.begin() + bottom.indexOf("norm2") + 1,
                            bottom.layers.begin() + bottom.indexOf("fc8"));
        MutatingBackend backend(cpu::catalogueEntry().make(), mutate);
        Network network(bottom, backend, {2, Precision::Fp32, true, false});
        std::vector<CheckRow> rows;
        for (const std::string& layer : layers)
            for (CheckRow& row : checkLayer(network, {layer, bottom.indexOf(layer)}))
                rows.push_back(std::move(row));
        return rows;
    }
};

QTEST_GUILESS_MAIN(TestCpuSelfTest)
#include "tst_cpu_self_test.moc"
