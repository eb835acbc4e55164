// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "core/network/network_text.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace alexscope;
using namespace alexscope::cli;

class TestCliQueries : public QObject {
    Q_OBJECT
private slots:
    /// Nothing may be written by what is refused; what is written in spite of that shall not lie about.
    void initTestCase() { QVERIFY(QDir::setCurrent(m_folder.path())); }
    void cleanup() { QCOMPARE(QDir().entryList(QDir::NoDotAndDotDot | QDir::AllEntries).join(' '), QString()); }
    void describesAlexnet_data()
    {
        QTest::addColumn<qlonglong>("parameters");
        QTest::addColumn<qlonglong>("multiplyAdds");
        QTest::newRow("alexnet") << 60965224LL << 724406816LL;
        QTest::newRow("alexnet-onetower") << 62378344LL << 1135256096LL;
        QTest::newRow("alexnet-torchvision") << 61100840LL << 714188480LL;
    }
    void describesAlexnet()
    {
        QFETCH(qlonglong, parameters);
        QFETCH(qlonglong, multiplyAdds);
        const auto json = command({"describe", QTest::currentDataTag(), "--json"}).json();
        QCOMPARE(json.at("parameters").get<qlonglong>(), parameters);
        QCOMPARE(json.at("multiplyAdds").get<qlonglong>(), multiplyAdds);
    }
    void describesLayers()
    {
        const auto json = command({"--json", "describe", "alexnet"}).json();
        QCOMPARE(json.at("layers").size(), std::size_t(23));
        const auto conv2 = json.at("layers").at(4);
        QCOMPARE(conv2.at("name").get<std::string>(), std::string("conv2"));
        QCOMPARE(conv2.at("output").dump(), std::string("[256,27,27]"));
        QCOMPARE(conv2.at("parameters").get<int>(), 307456);
        QCOMPARE(conv2.at("receptiveField").get<int>(), 51);
        const Outcome text = command({"describe", "alexnet"});
        COMPARE_STATUS(text, Good);
        for (const char* part : {"60,965,224", "724,406,816", "96×55×55", "195/32", "1000 classes", "groups 2"})
            QVERIFY2(text.out.find(part) != std::string::npos, part);
    }
    void classesCanBeGiven()
    {
        QCOMPARE(command({"describe", "alexnet", "--classes", "10", "--json"}).json().at("parameters").get<int>(),
                 60965224 - 990 * 4097);
        QCOMPARE(command({"describe", "alexnet", "--classes", "0"}).status, int(Misused));
    }
    void printsTextsThatReadBack()
    {
        const Outcome text = command({"describe", "lenet5", "--text"});
        QVERIFY(parseNetwork(text.out, "printed") == loadNetwork("lenet5").withClasses(10));
    }
    void describesFiles()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("mine.net");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(smallNetwork).replace("size = 5", "size = 50"));
        file.close();
        const Outcome broken = command({"describe", path.toStdString(), "--json"});
        COMPARE_STATUS(broken, Failed);
        QVERIFY2(broken.err.find("mine.net:12: conv1: a window of 50 does not fit into 16") != std::string::npos,
                 broken.err.c_str());
        QVERIFY(broken.json().at("error").get<std::string>().find("mine.net:12") == 0);
    }
    void listsNetworks()
    {
        const auto json = command({"networks", "--json"}).json();
        QCOMPARE(json.at("networks").size(), builtInNetworkNames().size());
        QVERIFY(command({"networks"}).out.find("cifar-quick") != std::string::npos);
    }
    void listsDevices()
    {
        const auto json = command({"devices", "--json"}).json();
        QCOMPARE(json.at("devices").size(), std::size_t(2));
        QCOMPARE(json.at("devices").at(0).at("usable").get<bool>(), false);
        QCOMPARE(json.at("devices").at(0).at("reason").get<std::string>(), std::string("there is none in this test"));
        QCOMPARE(json.at("devices").at(1).at("name").get<std::string>(), std::string("reference"));
        QCOMPARE(json.at("devices").at(1).at("automatic").get<bool>(), true);
        QVERIFY(command({"devices"}).out.find("not usable: there is none in this test") != std::string::npos);
    }
    void describesData()
    {
        const auto json = command({"data", "info", "colours", "--json"}).json();
        QCOMPARE(json.at("training").get<int>(), 96);
        QCOMPARE(json.at("classes").at(2).at("name").get<std::string>(), std::string("blue"));
        QCOMPARE(json.at("classes").at(2).at("validation").get<int>(), 10);
        QCOMPARE(json.at("leftOut").at(0).at("item").get<std::string>(), std::string("broken.jpg"));
        QVERIFY(json.at("pictureSide").is_null());
        const Outcome text = command({"data", "info", "colours"});
        QVERIFY(text.out.find("3 classes") != std::string::npos &&
                text.out.find("broken.jpg: it is empty") != std::string::npos);
        QCOMPARE(command({"data", "info", "nothing"}).status, int(Failed));
    }
    void packs()
    {
        const auto json = command({"data", "pack", "pictures", "pictures.pack", "--json"}).json();
        QCOMPARE(json.at("leftOut").size(), std::size_t(1));
        QCOMPARE(json.at("pictures").get<int>(), 2);
        QCOMPARE(json.at("file").get<std::string>(), std::string("pictures.pack"));
    }
    void wrongUseIsTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const QStringList& arguments) {
            QTest::newRow(arguments.join(' ').toUtf8().constData()) << arguments;
        };
        row({});
        row({"no-such-command"});
        row({"describe"});
        row({"describe", "alexnet", "--classes", "many"});
        row({"describe", "alexnet", "--no-such-option"});
        row({"describe", "alexnet", "lenet5"});
        row({"devices", "networks"});
        row({"data"});
        row({"data", "info"});
        row({"data", "pack", "folder"});
        row({"data", "pack", "folder", "file", "--side", "0"});
        row({"train"});
        row({"train", "--out", "x"});
        row({"train", "--network", "alexnet", "--data", "colours"});
        row({"train", "--network", "alexnet", "--data", "colours", "--out", "x", "--epochs", "1", "--iterations", "1"});
        row({"train", "--network", "alexnet", "--data", "colours", "--out", "x", "--batch", "0"});
        row({"train", "--network", "alexnet", "--data", "colours", "--out", "x", "--learning-rate", "nan"});
        row({"train", "--network", "alexnet", "--data", "colours", "--out", "x", "--learning-rate", "inf"});
        row({"train", "--network", "alexnet", "--data", "colours", "--out", "x", "--epochs", "nan"});
        row({"train", "--network", "alexnet", "--data", "colours", "--out", "x", "--set", "momentum"});
        row({"train", "--network", "alexnet", "--data", "colours", "--out", "x", "--augment", "wild"});
        row({"bench", "--seconds", "nan"});
        row({"train", "--network", "alexnet", "--data", "colours", "--out", "x", "--device", "tpu"});
        row({"train", "--network", "alexnet", "--data", "colours", "--out", "x", "--precision", "fp8"});
        row({"evaluate", "--weights", "x"});
        row({"evaluate", "--weights", "x", "--data", "colours", "--crops", "5"});
        row({"forward", "--weights", "x", "--input", "y"});
        row({"gradient", "--weights", "x", "--output", "y"});
        row({"filters", "--weights", "x"});
        row({"filters", "--weights", "x", "--out", "y", "--scale", "wrong"});
        row({"activations", "--weights", "x", "--image", "y", "--out", "z"});
        row({"predict", "--weights", "x"});
        row({"predict", "--weights", "x", "y", "--top", "0"});
        row({"predict", "--weights", "x", "--data", "colours", "--picture", "-1"});
        row({"selftest", "--against", "cuda"});
        row({"filters", "--weights", "x", "--out", ""});
        row({"train", "--network", "alexnet-small", "--data", "colours", "--out", ""});
        row({"neighbours", "--index", "x", "y.png", "--asking", "3"});
        row({"neighbours", "--index", "x", "y.png", "--queries", "z"});
        row({"bench", "--vectors", "1000"});
        row({"bench", "--batch", "-1"});
        row({"train", "--network", "alexnet", "--data", "folder:/nowhere", "--out", "x", "--seed", "-1"});
        row({"train", "--network", "alexnet", "--data", "folder:/nowhere", "--out", "x", "--seed",
             "99999999999999999999"});
    }
    void wrongUseIsTwo()
    {
        QFETCH(QStringList, arguments);
        std::vector<std::string> list;
        for (const QString& argument : arguments)
            list.push_back(argument.toStdString());
        const Outcome plain = command(list);
        COMPARE_STATUS(plain, Misused);
        QVERIFY(plain.out.empty());
        QVERIFY(plain.err.starts_with("alexscope-cli: "));
        list.push_back("--json");
        const Outcome json = command(list);
        COMPARE_STATUS(json, Misused);
        QVERIFY(!json.json().at("error").get<std::string>().empty());
    }
    void failuresAreOne_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("network") << QStringList{"describe", "alexnetz"} << "alexnetz";
        QTest::newRow("weights") << QStringList{"evaluate", "--weights", "/no/such.safetensors", "--data", "colours"}
                                 << "/no/such.safetensors";
        QTest::newRow("filters") << QStringList{"filters", "--weights", "/no/such.safetensors", "--out", "x.png"}
                                 << "/no/such.safetensors";
        QTest::newRow("device") << QStringList{"selftest", "--device", "cuda"} << "there is none in this test";
        QTest::newRow("bench network") << QStringList{"bench", "--network", "nothing"} << "nothing";
        QTest::newRow("resume of nothing")
            << QStringList{"train", "--out", "/no/such/run", "--resume"} << "/no/such/run";
    }
    void failuresAreOne()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, sentence);
        std::vector<std::string> list{"--json"};
        for (const QString& argument : arguments)
            list.push_back(argument.toStdString());
        const Outcome outcome = command(list);
        COMPARE_STATUS(outcome, Failed);
        QVERIFY2(QString::fromStdString(outcome.json().at("error").get<std::string>()).contains(sentence),
                 outcome.err.c_str());
        QVERIFY2(QString::fromStdString(outcome.err).contains(sentence), outcome.err.c_str());
    }
    void unknownCommandsAreNamed()
    {
        QVERIFY2(command({"--json", "descrybe", "alexnet"}).err.find("there is no command \"descrybe\"") !=
                     std::string::npos,
                 "");
        QVERIFY2(command({"describe"}).err.find("network") != std::string::npos, "");
    }
    /// What the line has too much of is said, not what it lacks besides.
    void whatIsTooMuchIsNamed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const auto row = [](const QStringList& arguments, const char* says) {
            QTest::newRow(arguments.join(' ').toUtf8().constData()) << arguments << QString::fromLatin1(says);
        };
        row({"--verbos"}, "alexscope-cli has no option --verbos");
        row({"train", "--newtork", "alexnet"}, "train has no option --newtork");
        row({"describe", "alexnet", "--verbos", "3"}, "describe has no option --verbos");
        row({"describe", "alexnet", "lenet5"}, "describe does not take \"lenet5\"");
        row({"data", "inform", "textures"}, "there is no command \"inform\"");
    }
    void whatIsTooMuchIsNamed()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        std::vector<std::string> list;
        for (const QString& argument : arguments)
            list.push_back(argument.toStdString());
        const Outcome outcome = command(list);
        COMPARE_STATUS(outcome, Misused);
        QCOMPARE(QString::fromStdString(outcome.err), "alexscope-cli: " + says + "; see alexscope-cli --help\n");
    }
    void helpIsGood()
    {
        const Outcome help = command({"--help"});
        COMPARE_STATUS(help, Good);
        for (const char* name : {"devices", "networks", "describe", "train", "evaluate", "forward", "gradient",
                                 "filters", "activations", "predict", "data", "selftest", "bench"})
            QVERIFY2(help.out.find(name) != std::string::npos, name);
        QCOMPARE(command({"train", "--help"}).status, int(Good));
        QVERIFY(command({"train", "--help"}).out.find("--learning-rate") != std::string::npos);
        const Outcome version = command({"--version"});
        COMPARE_STATUS(version, Good);
        QVERIFY2(version.out.starts_with("alexscope-cli ") && version.out.find('.') != std::string::npos,
                 version.out.c_str());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliQueries)
#include "tst_cli_queries.moc"
