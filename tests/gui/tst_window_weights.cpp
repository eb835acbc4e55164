// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/language.h"
#include "gui/live/known_weights.h"
#include "gui/main_window.h"
#include "gui/panels/predictions_panel.h"
#include "gui/session_actions.h"
#include "gui/widgets/message_bar.h"
#include "gui/widgets/prediction_card.h"
#include "tests/gui/sample_run.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace alexscope;
using namespace alexscope::gui;

/// Weights of other programs in the window: shown with their own network, or one sentence and nothing else.
class TestWindowWeights : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Language m_language;
    std::unique_ptr<MainWindow> m_window;

    static QString golden(const char* name)
    {
        return QStringLiteral(ALEXSCOPE_TESTS_DIR "/golden/formats/") + QString::fromLatin1(name);
    }
    QString write(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }
    MessageBar& messages() const { return *m_window->findChild<MessageBar*>(); }
    const std::shared_ptr<const RunDescription>& run() const { return m_window->model().run(); }
    bool holds(const char* network) const
    {
        return run() && run()->network.name == network && m_window->model().status().state == SessionState::Holding &&
               m_window->model().status().iteration == 0;
    }
    bool drop(const QString& path) const
    {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(50, 200), Qt::CopyAction, &mime, Qt::LeftButton, {});
        enter.ignore();
        QApplication::sendEvent(m_window.get(), &enter);
        QDropEvent dropped(QPointF(50, 200), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &dropped);
        return enter.isAccepted() && dropped.isAccepted();
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void init()
    {
        m_language.set(QStringLiteral("en"));
        Catalogue catalogue;
        catalogue.add(referenceEntry());
        m_window = std::make_unique<MainWindow>(
            catalogue, [](const std::string&, const NetworkSpec&) { return sample::data(); }, m_language, false);
        Choices choices;
        choices.network = write("tiny.net", sample::networkText);
        choices.device = QStringLiteral("reference");
        choices.precision = QStringLiteral("fp32");
        m_window->startRun(choices);
        m_window->show();
        QTRY_VERIFY_WITH_TIMEOUT(holds("tiny"), 10000);
    }
    void cleanup() { m_window.reset(); }

    void theyAreShownWithWhatCameAlong()
    {
        m_window->sessionActions().openWeights(golden("onnx.onnx"));
        QTRY_VERIFY_WITH_TIMEOUT(run() && run()->shown, 10000);
        QCOMPARE(run()->network.outputClasses(), 5);
        QVERIFY(run()->otherClasses); // the set has ten
        for (const char* words : {"onnx.onnx", "5 classes", "own graph", "Colours go in as", "Response normalisation",
                                  "Press Run to go on learning"})
            QVERIFY2(messages().text().contains(QLatin1String(words)), qPrintable(messages().text()));
        QVERIFY2(m_window->windowTitle().contains(QStringLiteral("onnx.onnx")), qPrintable(m_window->windowTitle()));
        QVERIFY(!m_window->sessionActions().wouldBeLost());
        const std::string first = m_window->model().firstWeightName();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_window->model().snapshot() && m_window->model().snapshot()->parameters.contains(first), 5000);
        m_window->raisePanel(&m_window->predictions());
        const std::string last = run()->network.layers.back().name;
        QTRY_VERIFY_WITH_TIMEOUT(m_window->model().snapshot()->activations.contains(last), 5000);
        QCOMPARE(m_window->model().snapshot()->activations.at(last).values->shape.c, 5);
        const auto* card = m_window->findChild<PredictionCard*>(QStringLiteral("predictionPinned"));
        QTRY_VERIFY_WITH_TIMEOUT(!card->bars().empty(), 5000);
        QVERIFY(!card->trueLabel().isEmpty() && !card->isJudged()); // five classes are not the set's ten
        QVERIFY2(m_window->predictions().explanation().contains(QStringLiteral("classes of their own")) &&
                     !m_window->predictions().explanation().contains(QStringLiteral("1/10")),
                 qPrintable(m_window->predictions().explanation()));

        emit m_window->bridge().eventArrived({EventKind::Warning, 0, "Something is amiss", std::nullopt});
        QVERIFY2(messages().text().contains(QStringLiteral("Colours go in as")) &&
                     messages().text().contains(QStringLiteral("Something is amiss.")),
                 qPrintable(messages().text())); // one does not hide the other

        m_language.set(QStringLiteral("ko"));
        QApplication::processEvents();
        QVERIFY2(!messages().text().contains(QStringLiteral("Colours")), qPrintable(messages().text()));
        QVERIFY2(messages().text().contains(QStringLiteral("onnx.onnx")), qPrintable(messages().text()));
    }

    void otherDataAreLookedAtWithTheSameWeights()
    {
        m_window->sessionActions().openWeights(golden("onnx.onnx"));
        QTRY_VERIFY_WITH_TIMEOUT(run() && run()->shown, 10000);
        const std::uint64_t opening = run()->opening;
        auto* bar = m_window->findChild<ChoicesBar*>();
        Choices choices = bar->choices();
        QVERIFY(QFile::exists(choices.network)); // its text, for whoever begins another run
        choices.data = QStringLiteral("folder:/elsewhere");
        emit bar->wanted(choices);
        QTRY_VERIFY_WITH_TIMEOUT(run() && run()->opening != opening, 10000);
        QVERIFY(run()->shown);
        QCOMPARE(run()->spec.data, std::string("folder:/elsewhere"));
        QCOMPARE(run()->network.outputClasses(), 5);
    }

    void runningLearnsOnFromThem()
    {
        m_window->sessionActions().openWeights(golden("onnx.onnx"));
        QTRY_VERIFY_WITH_TIMEOUT(run() && run()->shown, 10000);
        m_window->bridge().step(Stride::Piece);
        QTRY_VERIFY_WITH_TIMEOUT(run() && !run()->shown, 10000);
        QCOMPARE(run()->network.outputClasses(), 10); // those of the set
        QCOMPARE(QString::fromStdString(run()->spec.weights), golden("onnx.onnx"));
        QVERIFY2(!messages().text().contains(QStringLiteral("Press Run")), qPrintable(messages().text()));
    }

    void theNetworkInTheBoxIsTriedWhereTheFileNamesNone()
    {
        auto* bar = m_window->findChild<ChoicesBar*>();
        Choices choices = bar->choices();
        choices.network = golden("narrow_torchvision.net");
        m_window->startRun(choices);
        QTRY_VERIFY_WITH_TIMEOUT(holds("narrow-torchvision"), 10000);
        QVERIFY(drop(golden("torch.pth")));
        QTRY_VERIFY_WITH_TIMEOUT(run() && run()->shown, 10000);
        QCOMPARE(run()->network.name, std::string("narrow-torchvision"));
    }

    void whatCannotBeShownIsOneSentenceAndNothingElse_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("no network fits") << golden("torch.pth") << QStringLiteral("torch.pth");
        QTest::newRow("code") << golden("hostile_code.pth") << QStringLiteral("only plain tensors are read");
        QTest::newRow("a bomb") << golden("hostile_bomb.pth") << QStringLiteral("hostile_bomb.pth");
        QTest::newRow("nonsense") << write("nonsense.onnx", "nothing at all") << QStringLiteral("nonsense.onnx");
        QTest::newRow("absent") << m_folder.filePath(QStringLiteral("absent.pth")) << QStringLiteral("absent.pth");
    }
    void whatCannotBeShownIsOneSentenceAndNothingElse()
    {
        QFETCH(QString, file);
        QFETCH(QString, says);
        const auto before = run();
        m_window->sessionActions().openWeights(file);
        QTRY_VERIFY2_WITH_TIMEOUT(messages().text().contains(says), qPrintable(messages().text()), 10000);
        QVERIFY(!messages().text().contains(QLatin1Char('\n')));
        QCOMPARE(run(), before);
        QVERIFY(holds("tiny"));
    }

    void aRunThatWouldBeLostIsAskedAbout()
    {
        m_window->bridge().step(Stride::Iteration);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->model().status().iteration == 1, 10000);
        m_window->sessionActions().openWeights(golden("onnx.onnx"));
        QTRY_VERIFY2_WITH_TIMEOUT(messages().text().contains(QStringLiteral("given up")), qPrintable(messages().text()),
                                  10000);
        QCOMPARE(run()->network.name, std::string("tiny"));
        messages().findChild<QAbstractButton*>(QStringLiteral("messageButton"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(run() && run()->shown, 10000);
    }

    void theDialogOffersEveryKnownKind()
    {
        m_window->findChild<QAction*>(QStringLiteral("openWeights"))->trigger();
        auto* dialog = m_window->findChild<QFileDialog*>(QStringLiteral("openWeightsDialog"));
        QVERIFY(dialog);
        for (const char* kind : {"*.safetensors", "*.pth", "*.caffemodel", "*.onnx"})
            QVERIFY(dialog->nameFilters().value(0).contains(QLatin1String(kind)));
        emit dialog->fileSelected(golden("onnx.onnx"));
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(run() && run()->shown, 10000);
    }

    void filesAreKnownByTheirContentWhereTheNameSaysNothing()
    {
        QVERIFY(looksLikeWeights(QStringLiteral("net.PTH")));
        QVERIFY(!looksLikeWeights(write("notes.txt", "\nwords")));
        QVERIFY(!looksLikeWeights(write("picture.png", "\x89PNG")));
        QFile bare(golden("torchvision.safetensors")), old(golden("torch_legacy.pth"));
        QVERIFY(bare.open(QIODevice::ReadOnly) && old.open(QIODevice::ReadOnly));
        QVERIFY(looksLikeWeights(write("weights", bare.readAll())));
        QVERIFY(looksLikeWeights(write("model.tar", old.readAll())));
    }
};

QTEST_MAIN(TestWindowWeights)
#include "tst_window_weights.moc"
