// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/batch_loader.h"
#include "core/network/network_text.h"
#include "core/storage/run_folder.h"
#include "core/storage/weights_file.h"
#include "datasets/open_data.h"
#include "gui/language.h"
#include "gui/live/trained_example.h"
#include "gui/look/numbers.h"
#include "gui/look/paths.h"
#include "gui/main_window.h"
#include "gui/panels/activations_panel.h"
#include "gui/panels/curves_panel.h"
#include "gui/panels/filters_panel.h"
#include "gui/panels/predictions_panel.h"
#include "gui/session_actions.h"
#include "gui/widgets/message_bar.h"
#ifdef ALEXSCOPE_HAVE_ONEDNN
#include "cpu/cpu_backend.h"
#endif

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace alexscope;
using namespace alexscope::gui;

class TestTrainedExample : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;
    TrainedExample m_example;
    Language m_language;

    static Catalogue catalogue()
    {
        Catalogue devices;
#ifdef ALEXSCOPE_HAVE_ONEDNN
        devices.add(cpu::catalogueEntry());
#endif
        devices.add(referenceEntry());
        return devices;
    }
    static DataSource open(const std::string& specification, const NetworkSpec&)
    {
        return datasets::openData(specification);
    }
    std::unique_ptr<MainWindow> window()
    {
        return std::make_unique<MainWindow>(catalogue(), open, m_language, true);
    }
    static QString message(const MainWindow& window)
    {
        return window.findChild<MessageBar*>(QStringLiteral("messageBar"))->text();
    }
    static const std::vector<float>* firstWeights(MainWindow& window)
    {
        const auto& weights = window.model().firstWeights();
        return weights ? &weights->values : nullptr;
    }
    RunFolder run()
    {
        return RunFolder::open(toPath(m_example.folder()));
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("Alexscope tests"));
        QCoreApplication::setApplicationName(QStringLiteral("trained example"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        m_language.set(QStringLiteral("en"));
    }
    void init()
    {
        QSettings().clear();
    }

    void itIsWhatItsTextSays()
    {
        const RunSpec spec = run().spec();
        QCOMPARE(spec.networkText, formatNetwork(loadNetwork("alexnet-small")));
        QCOMPARE(spec.data, std::string("textures"));
        QCOMPARE(spec.seed, std::uint64_t{2012});
        QVERIFY(spec.weights.empty());
        const auto rows = run().readMetrics();
        QVERIFY(rows.size() > 1000);
        QCOMPARE(rows.back().iteration, std::int64_t(rows.size()));
        QFile text(QStringLiteral(ALEXSCOPE_SOURCE_DIR "/resources/example/README.md"));
        QVERIFY(text.open(QIODevice::ReadOnly));
        const QString readme = QString::fromUtf8(text.readAll());
        QVERIFY(readme.contains(QStringLiteral("--seed 2012")));
        QVERIFY2(readme.contains(QStringLiteral("%1 %").arg(100 * double(rows.back().validationTop1), 0, 'f', 2)),
                 qPrintable(QString::number(100 * double(rows.back().validationTop1), 'f', 2)));
    }

    /// The validation pictures drawn anew, classified in float32 by the shipped weights.
    void itsErrorIsWhatItsCurveSays()
    {
        const WeightsFile weights = openWeights(run().weights());
        const DataSource data = datasets::openData("textures");
        QCOMPARE(weights.classNames, data.classNames);
        const auto backend = catalogue().make("auto");
        const bool fast = backend->info().name == "cpu";
        constexpr std::int64_t batch = 50;
        const auto pictures = fast ? static_cast<std::int64_t>(data.validation->size()) : 2 * batch;
        Network network(weights.network, *backend, {batch, Precision::Fp32, false, true});
        loadInto(weights, network);
        Augmentation calm;
        calm.randomCrop = calm.reflect = false;
        BatchLoader::Options options;
        options.batch = batch;
        options.batches = pictures / batch;
        options.shuffle = false;
        BatchLoader loader(
            data.validation,
            std::make_shared<Augmenter>(weights.network.preprocessing, calm, weights.statistics, weights.network.input),
            options);
        std::int64_t errors = 0;
        for (std::int64_t i = 0; i < options.batches; ++i) {
            const Batch& next = loader.next();
            network.setInput(next.pictures);
            network.setLabels(next.labels);
            network.forward({Phase::Test, 0, 0});
            errors += network.result().top1Errors;
        }
        const double error = double(errors) / double(pictures), said = run().readMetrics().back().validationTop1;
        QVERIFY2(std::abs(error - said) < (fast ? 0.005 : 0.05),
                 qPrintable(QStringLiteral("%1 instead of %2").arg(error).arg(said)));
    }

    void theFirstStartShowsIt()
    {
        auto window = this->window();
        window->show();
        const SessionStatus& status = window->model().status();
        QTRY_VERIFY_WITH_TIMEOUT(status.shown && status.pendingCommands == 0, 20000);
        QCOMPARE(status.state, SessionState::Holding);
        const auto rows = run().readMetrics();
        QCOMPARE(status.iteration, std::int64_t(rows.size()));
        QVERIFY2(message(*window).startsWith(QStringLiteral("A trained example: alexnet-small on ")),
                 qPrintable(message(*window)));
        QVERIFY(message(*window).contains(QStringLiteral("Press Run to train your own")));
        QTRY_VERIFY2(message(*window).contains(percent(rows.back().validationTop1)), qPrintable(message(*window)));
        QVERIFY2(window->windowTitle().startsWith(QStringLiteral("Trained example")),
                 qPrintable(window->windowTitle()));
        QCOMPARE(window->findChild<QComboBox*>(QStringLiteral("networkBox"))->currentText(),
                 QStringLiteral("alexnet-small"));

        // Curves, filters before and after, activations, predictions: all real.
        QCOMPARE(window->model().rows().back().loss, rows.back().loss);
        QCOMPARE(window->model().validation()->validationTop1, rows.back().validationTop1);
        const WeightsFile file = openWeights(run().weights());
        QTRY_VERIFY_WITH_TIMEOUT(firstWeights(*window), 20000);
        QVERIFY(*firstWeights(*window) == file.file.readFloats(file.file.require("conv1.weight")));
        QTRY_VERIFY_WITH_TIMEOUT(window->model().initial().of("conv1.weight"), 20000);
        QVERIFY(window->model().initial().of("conv1.weight")->values != *firstWeights(*window));
        window->raisePanel(&window->activations());
        QTRY_VERIFY_WITH_TIMEOUT(!window->model().snapshot()->activations.empty(), 20000);
        window->raisePanel(&window->predictions());
        QTRY_VERIFY_WITH_TIMEOUT(window->model().gallery() && !window->model().gallery()->probabilities.empty(), 20000);
        if (const QString folder = qEnvironmentVariable("ALEXSCOPE_EXAMPLE_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(1000);
            window->grab().save(folder + QStringLiteral("/predictions.png"));
            window->raisePanel(&window->filters());
            QTest::qWait(1000);
            window->grab().save(folder + QStringLiteral("/filters.png"));
        }
        QVERIFY(window->sessionActions().mayClose()); // nobody's work would be lost
    }

    void runBeginsWithRandomWeights()
    {
        auto window = this->window();
        window->show();
        const SessionStatus& status = window->model().status();
        QTRY_VERIFY_WITH_TIMEOUT(status.shown && status.pendingCommands == 0, 20000);
        window->findChild<QAction*>(QStringLiteral("stepIteration"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!status.shown && status.iteration == 1 && status.state == SessionState::Holding,
                                 60000);
        QCOMPARE(message(*window), QString());
        QVERIFY(!window->windowTitle().startsWith(QStringLiteral("Trained example")));
        QCOMPARE(window->model().rows().size(), std::size_t{1});
        QVERIFY(window->model().rows().front().loss > 1.8); // ln 10 is 2.3: it knows nothing yet
        QTRY_VERIFY_WITH_TIMEOUT(window->model().initial().of("conv1.weight"), 20000);
        const auto& before = window->model().initial().of("conv1.weight")->values;
        QTRY_VERIFY_WITH_TIMEOUT(firstWeights(*window) && window->model().snapshot()->iteration == 1, 20000);
        double moved = 0;
        for (std::size_t i = 0; i < before.size(); ++i)
            moved = std::max(moved, std::abs(double((*firstWeights(*window))[i]) - double(before[i])));
        QVERIFY2(moved > 0 && moved < 0.02, qPrintable(QString::number(moved))); // one step from those of the seed
    }

    void aSceneOfItIsThereAtOnce()
    {
        auto window = this->window();
        window->show();
        const SessionStatus& status = window->model().status();
        QTRY_VERIFY_WITH_TIMEOUT(status.shown && status.pendingCommands == 0, 20000);
        const std::int64_t iteration = status.iteration;
        window->selection().select(QStringLiteral("conv2"), 7);
        const Scene scene = window->scene();
        QVERIFY(scene.ofExample);
        window->findChild<QAction*>(QStringLiteral("stepIteration"))->trigger(); // a run of one's own
        QTRY_VERIFY_WITH_TIMEOUT(!status.shown && status.iteration == 1 && status.state == SessionState::Holding,
                                 60000);
        QVERIFY(!window->scene().ofExample);
        window->openScene(scene);
        QTRY_VERIFY_WITH_TIMEOUT(status.shown && status.state == SessionState::Holding &&
                                     window->selection().layer() == QStringLiteral("conv2"),
                                 20000);
        QCOMPARE(status.iteration, iteration);
        QCOMPARE(window->selection().unit(), 7);
        QTRY_VERIFY2(message(*window).contains(percent(run().readMetrics().back().validationTop1)),
                     qPrintable(message(*window)));
    }

    void laterStartsDoNot()
    {
        window()->close();
        QVERIFY(QSettings().contains(QStringLiteral("network")));
        auto second = window();
        const SessionStatus& status = second->model().status();
        QTRY_VERIFY_WITH_TIMEOUT(status.state == SessionState::Holding && status.pendingCommands == 0, 20000);
        QVERIFY(!status.shown);
        QCOMPARE(status.iteration, 0);
        second->findChild<QAction*>(QStringLiteral("showExample"))->trigger(); // but it is in the menu
        QTRY_VERIFY_WITH_TIMEOUT(status.shown && status.pendingCommands == 0, 20000);
        QVERIFY(message(*second).startsWith(QStringLiteral("A trained example")));
    }

    /// What was chosen last is named by box and title, also where it cannot be opened any more.
    void aRefusedNetworkIsNamed()
    {
        const QString file = m_settings.filePath(QStringLiteral("gone.net"));
        QSettings().setValue(QStringLiteral("network"), file);
        auto window = this->window();
        QVERIFY2(message(*window).contains(QStringLiteral("gone.net")), qPrintable(message(*window)));
        QVERIFY2(window->windowTitle().startsWith(QStringLiteral("gone.net on ")), qPrintable(window->windowTitle()));
        QCOMPARE(window->findChild<QComboBox*>(QStringLiteral("networkBox"))->currentText(),
                 QStringLiteral("gone.net"));
    }

    void anotherChoiceNeedsNoQuestion()
    {
        auto window = this->window();
        const SessionStatus& status = window->model().status();
        QTRY_VERIFY_WITH_TIMEOUT(status.shown && status.pendingCommands == 0, 20000);
        auto* box = window->findChild<QComboBox*>(QStringLiteral("networkBox"));
        box->setCurrentText(QStringLiteral("cifar-quick"));
        emit box->activated(box->currentIndex());
        QTRY_VERIFY_WITH_TIMEOUT(!status.shown && status.state == SessionState::Holding && status.iteration == 0,
                                 20000);
        QCOMPARE(window->model().run()->network.name, std::string("cifar-quick"));
        QCOMPARE(message(*window), QString());
    }
};

QTEST_MAIN(TestTrainedExample)
#include "tst_trained_example.moc"
