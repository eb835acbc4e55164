// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "core/storage/safetensors.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace alexscope;
using namespace alexscope::cli;

class TestCliTrain : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QFile file(QString::fromStdString(path("small.net")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallNetwork);
    }
    void trainsEvaluatesAndDraws()
    {
        const Outcome outcome = train("run", {"--epochs", "3", "--json"});
        COMPARE_STATUS(outcome, Good);
        const auto json = outcome.json();
        QCOMPARE(json.at("finished").get<bool>(), true);
        QCOMPARE(json.at("iteration").get<int>(), 36);
        QCOMPARE(json.at("lastIteration").get<int>(), 36);
        QVERIFY(json.at("validationTop1").get<double>() < 0.05);
        QVERIFY2(outcome.err.find("validation loss") != std::string::npos, outcome.err.c_str());
        for (const char* file : {"run.json", "network.net", "metrics.csv", "weights.safetensors"})
            QVERIFY2(std::filesystem::exists(std::filesystem::path(path("run")) / file), file);

        const std::string weights = json.at("weights").get<std::string>();
        for (const char* crops : {"1", "10"}) {
            const auto evaluation =
                command({"evaluate", "--weights", weights, "--data", "colours", "--crops", crops, "--json"}).json();
            QCOMPARE(evaluation.at("pictures").get<int>(), 30);
            QVERIFY(evaluation.at("top1Error").get<double>() < 0.05);
            QCOMPARE(evaluation.at("top5Error").get<double>(), 0.0);
        }
        const auto centre = command({"evaluate", "--weights", weights, "--data", "colours", "--json"}).json();
        QCOMPARE(centre.at("top1Error").get<double>(), json.at("validationTop1").get<double>());
        QVERIFY(std::abs(centre.at("loss").get<double>() - json.at("validationLoss").get<double>()) < 1e-5);
        const auto part = command({"evaluate", "--weights", weights, "--data", "colours", "--split", "training",
                                   "--limit", "7", "--batch", "3", "--json"})
                              .json();
        QCOMPARE(part.at("pictures").get<int>(), 7);
        const auto prediction = command({"predict", "--weights", weights, "green.png", "--json"}).json();
        QCOMPARE(prediction.at("predictions").at(0).at("classes").at(0).at("name").get<std::string>(),
                 std::string("green"));
        COMPARE_STATUS(command({"filters", "--weights", weights, "--out", path("filters.png")}), Good);
        QVERIFY(std::filesystem::exists(path("filters.png")));
    }
    void everyKnobIsRecorded()
    {
        COMPARE_STATUS(
            train("knobs", {"--iterations", "2", "--batch", "5", "--learning-rate", "0.25", "--seed", "99", "--augment",
                            "none", "--precision", "fp32", "--set", "momentum=0.5", "validateEvery=0"}),
            Good);
        QFile file(QString::fromStdString(path("knobs/run.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto json = nlohmann::json::parse(file.readAll().toStdString());
        QCOMPARE(json.at("seed").get<int>(), 99);
        QCOMPARE(json.at("data").get<std::string>(), std::string("colours"));
        const auto recipe = json.at("recipe");
        QCOMPARE(recipe.at("batch").get<int>(), 5);
        QCOMPARE(recipe.at("iterations").get<int>(), 2);
        QCOMPARE(recipe.at("learningRate").get<double>(), 0.25);
        QCOMPARE(recipe.at("momentum").get<double>(), 0.5);
    }
    void theSameSeedGivesTheSameBits()
    {
        COMPARE_STATUS(train("a", {"--iterations", "5", "--seed", "7"}), Good);
        COMPARE_STATUS(train("b", {"--iterations", "5", "--seed", "7"}), Good);
        COMPARE_STATUS(train("c", {"--iterations", "5", "--seed", "8"}), Good);
        QVERIFY(parametersOf("a") == parametersOf("b"));
        QVERIFY(parametersOf("a") != parametersOf("c"));
    }
    void interruptedRunsGoOnBitForBit()
    {
        COMPARE_STATUS(train("whole", {"--epochs", "4"}), Good);
        std::atomic<bool> interrupted{false};
        std::jthread ctrlC([&] {
            const auto metrics = std::filesystem::path(path("parts")) / "run.json";
            while (!std::filesystem::exists(metrics))
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            interrupted = true;
        });
        const Outcome first = command(arguments("parts", {"--epochs", "4", "--json"}), &interrupted);
        ctrlC.join();
        COMPARE_STATUS(first, Good);
        if (first.json().at("finished").get<bool>())
            QSKIP("the run was over before it could be interrupted");
        QVERIFY(first.json().at("iteration").get<int>() < 48);
        const Outcome again = train("parts", {"--epochs", "4"});
        COMPARE_STATUS(again, Misused);
        QVERIFY2(again.err.find("--resume") != std::string::npos, again.err.c_str());
        const Outcome other = train("parts", {"--resume", "--learning-rate", "0.5"});
        COMPARE_STATUS(other, Misused);
        QVERIFY2(other.err.find("learningRate") != std::string::npos, other.err.c_str());
        const Outcome rest = train("parts", {"--epochs", "4", "--resume", "--json"});
        COMPARE_STATUS(rest, Good);
        QCOMPARE(rest.json().at("finished").get<bool>(), true);
        QVERIFY(parametersOf("whole") == parametersOf("parts"));
    }
    void goesOnLearningFromKnownWeights()
    {
        COMPARE_STATUS(train("known", {"--epochs", "3"}), Good);
        // The network comes from the weights; only fc8 learns.
        const auto tuned = command({"train", "--weights", path("known"), "--data", "colours", "--learn", "fc8",
                                    "--iterations", "4", "--seed", "3", "--out", path("tuned"), "--json"});
        COMPARE_STATUS(tuned, Good);
        QVERIFY2(tuned.err.find("Taken from ") != std::string::npos &&
                     tuned.err.find("conv1, fc6, fc8") != std::string::npos,
                 tuned.err.c_str());
        const SafetensorsFile before(path("known") + "/weights.safetensors"),
            after(path("tuned") + "/weights.safetensors");
        const auto same = [&](const char* name) {
            return before.readFloats(before.require(name)) == after.readFloats(after.require(name));
        };
        QVERIFY(same("conv1.weight") && same("fc6.weight") && same("fc6.bias"));
        QVERIFY(!same("fc8.weight"));
        QFile file(QString::fromStdString(path("tuned/run.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto json = nlohmann::json::parse(file.readAll().toStdString());
        QCOMPARE(json.at("recipe").at("layerRates").get<std::string>(), std::string("conv1=0 fc6=0"));
        QVERIFY(json.at("networkText").get<std::string>().find("outputs = classes") != std::string::npos);
        QVERIFY(std::filesystem::path(json.at("weights").get<std::string>()).is_absolute());

        COMPARE_STATUS(
            train("rates", {"--weights", path("known"), "--layer-rates", "conv1=0,fc6=0.1", "--iterations", "2"}),
            Good);
        COMPARE_STATUS(
            train("text", {"--weights", path("known"), "--set", "layerRates=conv1=0 fc6=0.1", "--iterations", "2"}),
            Good);
        QVERIFY(parametersOf("rates") == parametersOf("text"));
    }
    void whatCannotBeTunedSaysWhy_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QStringList& more, int status, const char* says) {
            QTest::newRow(name) << more << status << QString::fromLatin1(says);
        };
        row("no such layer", {"--learn", "fc9"}, Failed, "no layer \"fc9\"");
        row("no weights in it", {"--learn", "relu1"}, Failed, "relu1 of network small has no weights");
        row("no list", {"--layer-rates", "conv1"}, Misused, "--layer-rates takes layers");
        row("both", {"--layer-rates", "conv1=0", "--learn", "fc8"}, Misused, "--learn");
        row("no file", {"--weights", "absent.safetensors"}, Failed, "absent.safetensors");
        row("nothing learns", {"--layer-rates", "conv1=0,fc6=0,fc8=0"}, Failed, "No layer of network small learns");
    }
    void whatCannotBeTunedSaysWhy()
    {
        QFETCH(QStringList, more);
        QFETCH(int, status);
        QFETCH(QString, says);
        std::vector<std::string> list;
        for (const QString& argument : more)
            list.push_back(argument.toStdString());
        const Outcome outcome = train("wrong", list);
        COMPARE_STATUS(outcome, status);
        QVERIFY2(outcome.err.find(says.toStdString()) != std::string::npos, outcome.err.c_str());
    }
    /// The run holds by itself then, and nothing it could write would be worth having.
    void aLossThatIsNoNumberIsAFailure()
    {
        const Outcome lost = train("lost", {"--learning-rate", "1000", "--set", "weightDecay=1000", "--json"});
        COMPARE_STATUS(lost, Failed);
        QVERIFY2(lost.json().at("error").get<std::string>().find("no longer a number") != std::string::npos,
                 lost.err.c_str());
        QVERIFY(!std::filesystem::exists(path("lost/weights.safetensors")));
    }
    void aCheckpointThatCannotBeWrittenIsAFailure()
    {
        if (!fillDisk("full", "checkpoint.safetensors"))
            QSKIP("no way to make a write fail here");
        const std::atomic<bool> interrupted{true};
        const Outcome outcome = command(arguments("full", {"--epochs", "4", "--json"}), &interrupted);
        COMPARE_STATUS(outcome, Failed);
        QVERIFY2(outcome.err.find("warning: No checkpoint could be written") != std::string::npos, outcome.err.c_str());
        QCOMPARE(outcome.json().at("finished").get<bool>(), false);
        QVERIFY(outcome.json().at("checkpoint").is_null());
        QVERIFY(outcome.json().at("checkpointIteration").is_null());
    }
    void weightsThatCannotBeWrittenAreAFailure()
    {
        if (!fillDisk("brimful", "weights.safetensors"))
            QSKIP("no way to make a write fail here");
        const Outcome outcome = train("brimful", {"--iterations", "3", "--json"});
        COMPARE_STATUS(outcome, Failed);
        QVERIFY2(outcome.err.find("error: Cannot write ") != std::string::npos, outcome.err.c_str());
        QCOMPARE(outcome.json().at("finished").get<bool>(), true);
        QVERIFY(outcome.json().at("weights").is_null());
        const Outcome again = train("brimful", {"--resume"}); // there is room now
        COMPARE_STATUS(again, Good);
        QVERIFY(std::filesystem::exists(path("brimful/weights.safetensors")));
    }
    /// What another schedule than the network's own leaves behind can be opened and gone on with.
    void anotherScheduleIsReadBack()
    {
        QFile file(QString::fromStdString(path("steps.net")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(smallNetwork).replace("[recipe]\n", "[recipe]\nschedule = steps\nstepEpochs = 1 2\n"));
        file.close();
        const std::vector<std::string> run{"train",   "--network", path("steps.net"), "--data",
                                           "colours", "--out",     path("fixed"),     "--iterations",
                                           "3",       "--set",     "schedule=fixed"};
        COMPARE_STATUS(command(run), Good);
        COMPARE_STATUS(command({"evaluate", "--weights", path("fixed"), "--data", "colours"}), Good);
        COMPARE_STATUS(command({"train", "--out", path("fixed"), "--resume"}), Good);
    }
    void damagedPicturesAreCounted()
    {
        const Outcome outcome = command({"train", "--network", path("small.net"), "--data", "damaged colours",
                                         "--iterations", "2", "--out", path("damaged"), "--json"});
        COMPARE_STATUS(outcome, Good);
        QCOMPARE(outcome.json().at("replaced").dump(),
                 std::string(R"([{"item":"colour 7","reason":"it is cut off"}])"));
        QVERIFY2(outcome.err.find("1 turned out to be damaged") != std::string::npos, outcome.err.c_str());
        const Outcome evaluation =
            command({"evaluate", "--weights", path("damaged"), "--data", "damaged colours", "--json"});
        COMPARE_STATUS(evaluation, Good);
        QCOMPARE(evaluation.json().at("replaced").size(), std::size_t{1});
        QVERIFY2(evaluation.err.find("left out is broken.jpg: it is empty") != std::string::npos,
                 evaluation.err.c_str());
    }
    void aPlaceThatIsNoFolderIsOneSentence()
    {
        const Outcome outcome = train("small.net", {"--iterations", "1"});
        COMPARE_STATUS(outcome, Failed);
        QVERIFY2(outcome.err.starts_with("alexscope-cli: Cannot create folder ") &&
                     std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1,
                 outcome.err.c_str());
    }
    void failuresSayWhy()
    {
        const Outcome data =
            command({"train", "--network", path("small.net"), "--data", "nothing", "--out", path("f1"), "--json"});
        COMPARE_STATUS(data, Failed);
        QVERIFY2(data.json().at("error").get<std::string>().find("there is no data \"nothing\"") != std::string::npos,
                 data.err.c_str());
        const Outcome device = command(
            {"train", "--network", path("small.net"), "--data", "colours", "--device", "cuda", "--out", path("f2")});
        COMPARE_STATUS(device, Failed);
        QVERIFY2(device.err.find("there is none in this test") != std::string::npos, device.err.c_str());
        const Outcome precision = command(
            {"train", "--network", path("small.net"), "--data", "colours", "--precision", "bf16", "--out", path("f3")});
        COMPARE_STATUS(precision, Failed);
    }

private:
    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    /// Makes the first writing of one of a run's files fail: its neighbour under way is a device that is always full.
    bool fillDisk(const char* run, const char* file) const
    {
        std::filesystem::create_directory(path(run));
        std::filesystem::create_symlink("/dev/full", std::filesystem::path(path(run)) / (std::string(file) + ".part"));
        return std::filesystem::exists("/dev/full");
    }

    std::vector<std::string> arguments(const char* run, const std::vector<std::string>& more) const
    {
        std::vector<std::string> list{"train", "--network", path("small.net"), "--data", "colours", "--out", path(run)};
        list.insert(list.end(), more.begin(), more.end());
        return list;
    }

    Outcome train(const char* run, const std::vector<std::string>& more) const { return command(arguments(run, more)); }

    std::vector<std::vector<float>> parametersOf(const char* run) const
    {
        const SafetensorsFile file(path(run) + "/weights.safetensors");
        std::vector<std::vector<float>> values;
        for (const StoredTensor& tensor : file.tensors())
            values.push_back(file.readFloats(tensor));
        return values;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliTrain)
#include "tst_cli_train.moc"
