// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backend/free_memory.h"
#include "core/network/network_text.h"
#include "core/session/session.h"
#include "core/storage/run_folder.h"
#include "core/storage/safetensors.h"
#include "gui/dialogs/new_run_dialog.h"
#include "gui/dialogs/number_field.h"
#include "gui/dialogs/path_field.h"
#include "gui/dialogs/recipe_form.h"
#include "gui/dialogs/run_estimate.h"
#include "gui/look/paths.h"
#include "tests/gui/sample_run.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <cmath>

using namespace alexscope;
using namespace alexscope::gui;

class TestNewRun : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static Catalogue catalogue()
    {
        Catalogue result;
        result.add({"cuda", "No driver was found: install one.", nullptr});
        result.add(referenceEntry());
        return result;
    }
    struct Stage {
        NewRunDialog dialog;
        explicit Stage(const QString& network = QStringLiteral("alexnet-small"), std::int64_t pictures = 20000)
            : dialog(catalogue(), beginning(network, pictures))
        {
        }
        static NewRunDialog::Beginning beginning(const QString& network, std::int64_t pictures)
        {
            NewRunDialog::Beginning result;
            result.choices.network = network;
            result.trainingPictures = pictures;
            return result;
        }
        template <typename T>
        T* find(const char* name) const
        {
            return dialog.findChild<T*>(QString::fromLatin1(name));
        }
        void type(const char* field, const QString& text) const { find<NumberField>(field)->setText(text); }
        void path(const char* field, const QString& text) const { find<PathField>(field)->setText(text); }
        void choose(const char* box, const char* value) const
        {
            auto* found = find<QComboBox>(box);
            found->setCurrentIndex(found->findData(QString::fromLatin1(value)));
        }
        QStringList beginnings() const
        {
            QStringList texts;
            const auto* table = find<QTreeWidget>("layerRates");
            for (int i = 0; i < table->topLevelItemCount(); ++i)
                texts.append(table->topLevelItem(i)->text(2));
            return texts;
        }
        bool canStart() const { return find<QPushButton>("startRun")->isEnabled(); }
    };

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        QFile file(path("tiny.net"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(sample::networkText);
    }

    void beginsWithTheNetworksOwn_data()
    {
        QTest::addColumn<QString>("network");
        for (const std::string& name : builtInNetworkNames())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void beginsWithTheNetworksOwn()
    {
        QFETCH(QString, network);
        Stage stage(network);
        QCOMPARE(stage.dialog.fault(), QString());
        const auto run = stage.dialog.newRun();
        QVERIFY(run);
        const NetworkSpec spec = loadNetwork(network.toStdString());
        QVERIFY(run->spec.recipe == spec.recipe); // through every field and back
        QCOMPARE(run->spec.networkText, formatNetwork(spec));
        QCOMPARE(run->spec.seed, std::uint64_t(2012));
        QVERIFY(!stage.find<QPushButton>("ownRecipe")->isEnabled()); // nothing to go back to
    }

    void thePapersValuesAreOneClickAway()
    {
        Stage stage;
        QTest::mouseClick(stage.find<QPushButton>("paperRecipe"), Qt::LeftButton);
        const Recipe recipe = stage.dialog.newRun()->spec.recipe;
        QCOMPARE(recipe.batch, 128);
        QCOMPARE(recipe.learningRate, 0.01);
        QCOMPARE(recipe.momentum, 0.9);
        QCOMPARE(recipe.weightDecay, 0.0005);
        QVERIFY(recipe.schedule.kind == ScheduleKind::Plateau);
        QCOMPARE(recipe.schedule.divisor, 10.0);
        QCOMPARE(recipe.schedule.reductions, 3);
        QCOMPARE(recipe.epochs, 90.0);
        QVERIFY(recipe.augmentation.randomCrop && recipe.augmentation.reflect);
        QCOMPARE(recipe.augmentation.colourSigma, 0.1);
        QVERIFY(recipe == loadNetwork("alexnet").recipe); // the printed network's text says the same
        QTest::mouseClick(stage.find<QPushButton>("ownRecipe"), Qt::LeftButton);
        QVERIFY(stage.dialog.newRun()->spec.recipe == loadNetwork("alexnet-small").recipe);
    }

    void everyFieldReachesTheRun()
    {
        Stage stage;
        stage.type("batch", QStringLiteral("17"));
        stage.find<QComboBox>("lengthUnit")->setCurrentIndex(1);
        stage.type("length", QStringLiteral("1234"));
        stage.type("learningRate", QStringLiteral("3e-3"));
        stage.type("momentum", QStringLiteral("0.8"));
        stage.type("weightDecay", QStringLiteral("0.001"));
        stage.find<QComboBox>("schedule")->setCurrentIndex(static_cast<int>(ScheduleKind::Steps));
        stage.type("divisor", QStringLiteral("2.5"));
        stage.type("stepEpochs", QStringLiteral(" 1.5  2 40"));
        stage.type("validateEvery", QStringLiteral("0.25"));
        stage.type("colourSigma", QStringLiteral("0.2"));
        stage.type("pad", QStringLiteral("4"));
        stage.type("colourOffLast", QStringLiteral("3"));
        stage.find<QCheckBox>("randomCrop")->setChecked(false);
        stage.find<QCheckBox>("reflect")->setChecked(false);
        stage.type("runSeed", QStringLiteral("77"));
        stage.choose("runDevice", "reference");
        stage.choose("runPrecision", "fp32");
        stage.find<QCheckBox>("runRecord")->setChecked(false);
        QCOMPARE(stage.dialog.fault(), QString());
        const auto run = stage.dialog.newRun();
        Recipe expected = loadNetwork("alexnet-small").recipe;
        expected.batch = 17;
        expected.iterations = 1234;
        expected.learningRate = 0.003;
        expected.momentum = 0.8;
        expected.weightDecay = 0.001;
        expected.schedule.kind = ScheduleKind::Steps;
        expected.schedule.divisor = 2.5;
        expected.schedule.epochs = {1.5, 2, 40};
        expected.validateEvery = 0.25;
        expected.augmentation = {false, 4, false, 0.2};
        expected.colourOffLast = 3;
        QVERIFY(run->spec.recipe == expected);
        QCOMPARE(run->spec.seed, std::uint64_t(77));
        QCOMPARE(run->spec.device, std::string("reference"));
        QCOMPARE(run->spec.precision, std::string("fp32"));
        QCOMPARE(run->choices.device, QStringLiteral("reference"));
        QCOMPARE(run->folder, QString());
    }

    void saysWhatIsWrongAndWhere_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* field, const char* text, const char* says) {
            QTest::addRow("%s %s", field, text)
                << QString::fromLatin1(field) << QString::fromUtf8(text) << QString::fromUtf8(says);
        };
        row("batch", "0", "Batch");
        row("batch", "12.5", "whole number");
        row("batch", "", "Batch");
        row("batch", "65537", "65,536");
        row("length", "0", "Length");
        row("learningRate", "-1", "Learning rate");
        row("learningRate", "nan", "Learning rate");
        row("learningRate", "1e999", "Learning rate");
        row("momentum", "1", "Momentum");
        row("weightDecay", "a lot", "Weight decay");
        row("stepEpochs", "4 3", "each larger");
        row("stepEpochs", "", "at least one");
        row("runSeed", "-3", "Seed");
        row("runSeed", "1.5", "Seed");
        row("runNetwork", "alexnet-large", "Network: there is neither");
        row("runNetwork", "", "Network: choose");
        row("runNetwork", "/dev/zero", "Network");
        row("runWeights", "/nowhere/w.safetensors", "Weights: there is no file");
        row("runFolder", "relative/name", "whole path");
        row("runFolder", "/etc/passwd/run", "nothing can be written");
        row("runFolder", "", "Record");
    }
    void saysWhatIsWrongAndWhere()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, says);
        Stage stage;
        QVERIFY(stage.canStart());
        if (field.startsWith(QLatin1String("run")) && field != QLatin1String("runSeed"))
            stage.path(qPrintable(field), text);
        else
            stage.type(qPrintable(field), text);
        QVERIFY2(stage.dialog.fault().contains(says), qPrintable(stage.dialog.fault()));
        QVERIFY2(stage.dialog.fault().endsWith(QLatin1Char('.')), qPrintable(stage.dialog.fault()));
        QVERIFY(!stage.canStart() && !stage.dialog.newRun());
        QCOMPARE(stage.find<QLabel>("fault")->text(), stage.dialog.fault());
    }

    void fieldsThatAreOffDoNotMatter()
    {
        Stage stage;
        stage.type("stepEpochs", QString());
        QVERIFY(!stage.canStart());
        stage.find<QComboBox>("schedule")->setCurrentIndex(static_cast<int>(ScheduleKind::Fixed));
        QVERIFY2(stage.canStart(), qPrintable(stage.dialog.fault()));
        stage.path("runFolder", QString());
        QVERIFY(!stage.canStart());
        stage.find<QCheckBox>("runRecord")->setChecked(false);
        QVERIFY(stage.canStart());
    }

    void dataAreLookedFor()
    {
        Stage stage;
        stage.choose("runDataKind", "cifar10");
        QVERIFY2(stage.dialog.fault().contains(QStringLiteral("choose the folder")), qPrintable(stage.dialog.fault()));
        stage.path("runDataPlace", m_folder.path());
        QVERIFY2(stage.dialog.fault().contains(QStringLiteral("data_batch_1.bin")), qPrintable(stage.dialog.fault()));
        QFile batch(path("data_batch_1.bin"));
        QVERIFY(batch.open(QIODevice::WriteOnly));
        batch.close();
        stage.path("runDataPlace", m_folder.path() + QLatin1Char('/'));
        QCOMPARE(stage.dialog.fault(), QString());
        QCOMPARE(stage.dialog.newRun()->choices.data, QStringLiteral("cifar10:") + m_folder.path() + QLatin1Char('/'));
        stage.choose("runDataKind", "packed");
        stage.path("runDataPlace", m_folder.path());
        QVERIFY(stage.dialog.fault().contains(QStringLiteral("not a file")));
    }

    void weightsOfOtherProgramsAreReadInTheBackground()
    {
        const QString golden = QStringLiteral(ALEXSCOPE_TESTS_DIR "/golden/formats/");
        Stage stage(golden + QStringLiteral("narrow_torchvision.net"));
        stage.path("runWeights", golden + QStringLiteral("torch.pth"));
        QVERIFY2(stage.dialog.fault().contains(QStringLiteral("being read")), qPrintable(stage.dialog.fault()));
        QVERIFY(!stage.dialog.newRun());
        QTRY_COMPARE(stage.dialog.fault(), QString());
        QCOMPARE(stage.beginnings().first(), QStringLiteral("taken"));
        QCOMPARE(stage.dialog.newRun()->spec.weights, (golden + QStringLiteral("torch.pth")).toStdString());
        stage.path("runNetwork", path("tiny.net")); // another network is another question
        QTRY_VERIFY2(stage.dialog.fault().startsWith(QStringLiteral("Weights: ")) &&
                         !stage.dialog.fault().contains(QStringLiteral("being read")),
                     qPrintable(stage.dialog.fault()));
        QVERIFY(!stage.dialog.newRun());
        stage.path("runWeights", golden + QStringLiteral("hostile_code.pth"));
        QTRY_VERIFY2(stage.dialog.fault().contains(QStringLiteral("only plain tensors are read")),
                     qPrintable(stage.dialog.fault()));
    }

    void weightsHaveToFit()
    {
        Stage stage(path("tiny.net"));
        QCOMPARE(stage.dialog.fault(), QString());
        const NetworkSpec network = loadNetwork(path("tiny.net").toStdString());
        const auto write = [&](const char* name, std::int64_t filters, int classes) {
            SafetensorsWriter writer;
            for (const ParameterInfo& parameter : parametersOf(network.withClasses(10))) {
                std::vector<std::int64_t> shape{parameter.shape.n, parameter.shape.c, parameter.shape.h,
                                                parameter.shape.w};
                shape.resize(static_cast<std::size_t>(parameter.rank));
                if (parameter.name == "conv1.weight" || parameter.name == "conv1.bias")
                    shape[0] = filters;
                if (parameter.name.starts_with("fc3"))
                    shape[0] = classes;
                std::int64_t size = 1;
                for (const std::int64_t side : shape)
                    size *= side;
                writer.add(parameter.name, shape, std::vector<float>(static_cast<std::size_t>(size)));
            }
            writer.write(toPath(path(name)));
            return path(name);
        };
        stage.path("runWeights", write("good.safetensors", 32, 10));
        QCOMPARE(stage.dialog.fault(), QString());
        QCOMPARE(stage.dialog.newRun()->spec.weights, path("good.safetensors").toStdString());
        QCOMPARE(stage.beginnings(),
                 (QStringList{QStringLiteral("taken"), QStringLiteral("taken"), QStringLiteral("by the classes")}));
        stage.path("runWeights", write("classes.safetensors", 32, 7)); // the data decide
        QCOMPARE(stage.dialog.fault(), QString());
        QCOMPARE(stage.beginnings().last(), QStringLiteral("new classes"));
        stage.path("runWeights", write("narrow.safetensors", 16, 10));
        QCOMPARE(stage.dialog.fault(), QString()); // the other layers fit
        QCOMPARE(stage.beginnings().first(), QStringLiteral("another shape"));
        const QString tip = stage.find<QTreeWidget>("layerRates")->topLevelItem(0)->toolTip(2);
        QVERIFY2(tip.contains(QStringLiteral("32×3×5×5")) && tip.contains(QStringLiteral("16×3×5×5")), qPrintable(tip));
        stage.path("runNetwork", QStringLiteral("lenet5")); // not one layer of it is in the file
        QVERIFY2(stage.dialog.fault().contains(QStringLiteral("none of its layers")), qPrintable(stage.dialog.fault()));
        stage.path("runNetwork", path("tiny.net"));
        QFile nonsense(path("nonsense.safetensors"));
        QVERIFY(nonsense.open(QIODevice::WriteOnly));
        nonsense.write("no weights");
        nonsense.close();
        stage.path("runWeights", path("nonsense.safetensors"));
        QVERIFY2(stage.dialog.fault().startsWith(QStringLiteral("Weights: ")), qPrintable(stage.dialog.fault()));
        stage.find<QComboBox>("runBegin")->setCurrentIndex(0); // what is not wanted is not looked at
        QCOMPARE(stage.dialog.fault(), QString());
        QCOMPARE(stage.dialog.newRun()->spec.weights, std::string());
        QCOMPARE(stage.beginnings().first(), QStringLiteral("random"));
        stage.find<QComboBox>("runBegin")->setCurrentIndex(1);
        stage.path("runWeights", QString());
        QVERIFY2(stage.dialog.fault().contains(QStringLiteral("choose a file")), qPrintable(stage.dialog.fault()));
    }

    void layersLearnAtRatesOfTheirOwn()
    {
        Stage stage;
        auto* table = stage.find<QTreeWidget>("layerRates");
        QCOMPARE(table->topLevelItemCount(), 8); // conv1 … conv5, fc6 … fc8
        QTest::mouseClick(stage.find<QPushButton>("onlyLastLearns"), Qt::LeftButton);
        const NetworkSpec network = loadNetwork("alexnet-small");
        QVERIFY(stage.dialog.newRun()->spec.recipe.layerRates == onlyLearning(network, {"fc8"}));
        QVERIFY(stage.find<QPushButton>("ownRecipe")->isEnabled());
        table->topLevelItem(1)->setText(1, QStringLiteral("0.1"));
        QCOMPARE(table->topLevelItem(1)->checkState(0), Qt::Checked);
        table->topLevelItem(2)->setCheckState(0, Qt::Checked);
        table->topLevelItem(7)->setCheckState(0, Qt::Unchecked);
        const LayerRates rates = stage.dialog.newRun()->spec.recipe.layerRates;
        QCOMPARE(toText(rates), std::string("conv1=0 conv2=0.1 conv4=0 conv5=0 fc6=0 fc7=0 fc8=0"));
        stage.path("runNetwork", QStringLiteral("lenet5")); // what somebody chose stays where the names are the same
        QVERIFY(stage.dialog.newRun()->spec.recipe.layerRates.count("conv1"));
        stage.path("runNetwork", QStringLiteral("alexnet-small"));
        QTest::mouseClick(stage.find<QPushButton>("allLearn"), Qt::LeftButton);
        QVERIFY(stage.dialog.newRun()->spec.recipe == network.recipe);
        table->topLevelItem(0)->setText(1, QStringLiteral("fast"));
        QVERIFY2(stage.dialog.fault().contains(QStringLiteral("Learning rate of conv1")),
                 qPrintable(stage.dialog.fault()));
        for (int i = 0; i < table->topLevelItemCount(); ++i)
            table->topLevelItem(i)->setText(1, QStringLiteral("0"));
        QVERIFY2(stage.dialog.fault().contains(QStringLiteral("none learns")), qPrintable(stage.dialog.fault()));
        QVERIFY(!stage.canStart());
    }

    void theFolderFollowsUntilSomebodyChoosesOne()
    {
        Stage stage;
        auto* folder = stage.find<PathField>("runFolder");
        QVERIFY2(folder->text().contains(QStringLiteral("/runs/alexnet-small-textures-")), qPrintable(folder->text()));
        stage.path("runNetwork", QStringLiteral("lenet5"));
        QVERIFY(folder->text().contains(QStringLiteral("/runs/lenet5-textures-")));
        folder->setText(path("mine"));
        emit folder->edited();
        stage.path("runNetwork", QStringLiteral("alexnet"));
        QCOMPARE(folder->text(), path("mine"));
        RunSpec spec;
        spec.networkText = sample::networkText;
        spec.data = "textures";
        RunFolder::create(toPath(path("holds")), spec);
        folder->setText(path("holds"));
        QVERIFY2(stage.dialog.fault().contains(QStringLiteral("holds a run already")),
                 qPrintable(stage.dialog.fault()));
    }

    void twoRunsOfADayGetTwoFolders()
    {
        const QString first = NewRunDialog::defaultFolder(QStringLiteral("tiny"), QStringLiteral("folder:/a/My pets"));
        QVERIFY2(first.contains(QStringLiteral("tiny-My-pets-")), qPrintable(first));
        QVERIFY(QDir().mkpath(first));
        QCOMPARE(NewRunDialog::defaultFolder(QStringLiteral("tiny"), QStringLiteral("folder:/a/My pets")),
                 first + QStringLiteral("-2"));
        QVERIFY(QDir().rmdir(first));
    }

    void changedNumbersSurviveAnotherNetwork()
    {
        Stage stage;
        stage.path("runNetwork", QStringLiteral("cifar-quick"));
        QVERIFY(stage.dialog.newRun()->spec.recipe == loadNetwork("cifar-quick").recipe);
        stage.type("learningRate", QStringLiteral("0.5"));
        stage.path("runNetwork", QStringLiteral("alexnet-small"));
        QCOMPARE(stage.dialog.newRun()->spec.recipe.learningRate, 0.5);
    }

    void devicesThatAreNotThereSayWhy()
    {
        Stage stage;
        auto* box = stage.find<QComboBox>("runDevice");
        const int index = box->findData(QStringLiteral("cuda"));
        QVERIFY(!qobject_cast<QStandardItemModel*>(box->model())->item(index)->isEnabled());
        QCOMPARE(box->itemData(index, Qt::ToolTipRole).toString(), QStringLiteral("No driver was found: install one."));
        stage.choose("runDevice", "reference");
        stage.choose("runPrecision", "bf16");
        QTRY_VERIFY2(stage.dialog.fault().startsWith(QStringLiteral("Precision: ")), qPrintable(stage.dialog.fault()));
        stage.choose("runPrecision", "auto");
        QVERIFY(stage.canStart());
    }

    void factsAreThoseOfTheNetwork()
    {
        Stage stage(QStringLiteral("alexnet"));
        const QString facts = stage.find<QLabel>("networkFacts")->text();
        QVERIFY2(facts.contains(QStringLiteral("60,965,224")) && facts.contains(QStringLiteral("724,406,816")) &&
                     facts.contains(QStringLiteral("3×227×227")),
                 qPrintable(facts));
        const QString length = stage.find<QLabel>("lengthText")->text();
        QVERIFY2(length.contains(QStringLiteral("14,063")), qPrintable(length)); // ceil(90 · 20,000 / 128)
    }

    void memoryGrowsWithTheBatch()
    {
        const NetworkSpec network = loadNetwork("alexnet").withClasses(1000);
        std::int64_t outputs = network.input.perPicture();
        for (const LayerGeometry& layer : geometryOf(network))
            outputs += layer.output.perPicture();
        const MemoryEstimate small = estimateMemory(network, 64, 4), large = estimateMemory(network, 128, 4),
                             half = estimateMemory(network, 128, 2);
        QCOMPARE(large.activations, 2 * small.activations);
        QCOMPARE(large.stepping, 2 * 128 * 4 * outputs);
        QCOMPARE(large.activations, large.stepping / 2);
        QCOMPARE(half.activations, large.activations / 2);
        QCOMPARE(large.weights, small.weights);
        QVERIFY(freeMemory() > 0);
        Stage stage(QStringLiteral("alexnet"));
        stage.type("batch", QStringLiteral("65536"));
        QVERIFY2(stage.find<QLabel>("estimate")->text().contains(QStringLiteral("smaller batch")),
                 qPrintable(stage.find<QLabel>("estimate")->text()));
        QVERIFY(stage.canStart()); // a warning: estimates are rough
    }

    void everyControlHasANameAndATip()
    {
        Stage stage;
        stage.dialog.show();
        for (const auto* field : stage.dialog.findChildren<NumberField*>())
            QVERIFY2(!field->accessibleName().isEmpty() && !field->toolTip().isEmpty(),
                     qPrintable(field->objectName()));
        for (const auto* box : stage.dialog.findChildren<QComboBox*>())
            QVERIFY2(!box->accessibleName().isEmpty(), qPrintable(box->objectName()));
        for (const auto* button : stage.dialog.findChildren<QAbstractButton*>())
            if (!button->objectName().startsWith(QLatin1String("qt_")))
                QVERIFY2((!button->text().isEmpty() || !button->accessibleName().isEmpty()) &&
                             !button->toolTip().isEmpty(),
                         qPrintable(button->objectName()));
        QVERIFY2(stage.dialog.minimumSizeHint().width() <= 1240 && stage.dialog.minimumSizeHint().height() <= 680,
                 qPrintable(QStringLiteral("%1×%2")
                                .arg(stage.dialog.minimumSizeHint().width())
                                .arg(stage.dialog.minimumSizeHint().height())));
    }
};

QTEST_MAIN(TestNewRun)
#include "tst_new_run.moc"
