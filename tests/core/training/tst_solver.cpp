// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/reference_backend.h"
#include "core/training/solver.h"
#include "core/verification/verification_networks.h"

#include <QTest>

#include <cmath>

using namespace alexscope;

class TestSolver : public QObject {
    Q_OBJECT

    static Recipe recipe(ScheduleKind kind)
    {
        Recipe r;
        r.learningRate = 0.08;
        r.schedule.kind = kind;
        r.schedule.divisor = 2;
        r.schedule.epochs = {1, 2.5};
        r.schedule.patience = 2;
        r.schedule.reductions = 2;
        return r;
    }

private slots:
    void stepsDivideOnceAtEachEpoch()
    {
        Solver solver(recipe(ScheduleKind::Steps));
        const std::vector<std::pair<double, double>> expected{{0, 0.08},   {0.99, 0.08}, {1, 0.04},
                                                              {1.5, 0.04}, {2.5, 0.02},  {9, 0.02}};
        for (const auto& [epoch, rate] : expected) {
            solver.beginIteration(epoch);
            QCOMPARE(solver.learningRate(), rate);
        }
        QVERIFY(!solver.validated(0.5)); // the plateau rule sleeps
        QVERIFY(!solver.validated(0.5));
        QVERIFY(!solver.validated(0.5));
        QCOMPARE(solver.learningRate(), 0.02);
    }
    void resumedLateCatchesUpWithAllSteps()
    {
        Solver solver(recipe(ScheduleKind::Steps));
        solver.beginIteration(3);
        QCOMPARE(solver.learningRate(), 0.02);
        Solver resumed(recipe(ScheduleKind::Steps));
        resumed.restore(solver.state());
        resumed.beginIteration(3);
        QCOMPARE(resumed.learningRate(), 0.02);
    }
    void plateauDividesAfterPatienceAndNotTooOften()
    {
        Solver solver(recipe(ScheduleKind::Plateau));
        const std::vector<std::pair<double, bool>> validations{
            {0.5, false},  {0.4, false},  {0.41, false}, {0.40, true}, // equal is no improvement
            {0.39, false}, {0.45, false}, {0.45, true},  {0.45, false},
            {0.45, false}, {0.45, false}}; // both reductions are spent
        for (const auto& [error, divided] : validations)
            QCOMPARE(solver.validated(error), divided);
        QCOMPARE(solver.learningRate(), 0.02);
        QCOMPARE(solver.state().bestError, 0.39);
    }
    void rateByHandIsWhatLaterDivisionsDivide()
    {
        Solver solver(recipe(ScheduleKind::Steps));
        solver.setLearningRate(1);
        solver.beginIteration(1);
        QCOMPARE(solver.learningRate(), 0.5);
    }

    /// Gradients of zero leave decay and momentum alone at work; factors of each parameter count.
    void factorsScaleRateAndDecay()
    {
        const auto backend = makeReferenceBackend(true);
        Network network(tinyVariety(), *backend, {1, Precision::Fp32, true, false});
        network.initialise(3);
        std::vector<HostTensor> before;
        for (const Parameter& parameter : network.parameters()->list) {
            before.push_back(network.download(parameter.value));
            const std::vector<float> ones(before.back().values.size(), 1.0f);
            backend->upload(parameter.gradient, std::span<const float>(ones));
        }
        Recipe r;
        r.learningRate = 0.1;
        r.weightDecay = 0.2;
        Solver solver(r);
        UpdateNorms norms;
        solver.update(network, &norms);
        QCOMPARE(norms.update.size(), network.parameters()->list.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            const Parameter& parameter = network.parameters()->list[i];
            const float after = network.download(parameter.value).values.front(), w = before[i].values.front();
            const double rate = 0.1 * parameter.info.rateFactor, decay = 0.2 * parameter.info.decayFactor;
            QVERIFY2(std::abs(after - (w - decay * rate * w - rate)) < 1e-6, parameter.info.name.c_str());
        }
        QCOMPARE(network.parameters()->find("fc3.bias")->info.rateFactor, 0.0);
        QCOMPARE(network.parameters()->find("conv1.bias")->info.decayFactor, 0.0);
    }
};

QTEST_GUILESS_MAIN(TestSolver)
#include "tst_solver.moc"
