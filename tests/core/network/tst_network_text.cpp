// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/network/network_text.h"

#include <QTest>

#include <filesystem>
#include <fstream>

using namespace alexscope;

namespace {

const char* everything = R"(# every key, none at its default
[network]
name = every-thing_1
title = Every=key   # a comment ends the line
input = 2x40x36
classes = 7
[preprocessing]
resize = 50
stretch = yes
order = bgr
mean = channel
channelMean = 1.5 -2 3e2
scale = 0.25
deviation = 0.1 0.2 0.3
[recipe]
batch = 3
epochs = 2.5
iterations = 9000000
learningRate = 0.125
momentum = 0.5
weightDecay = 1e-3
schedule = steps
divisor = 4
stepEpochs = 0.5 1 2
patience = 8
reductions = 5
randomCrop = no
pad = 2
reflect = no
colourSigma = 0.3
validateEvery = 0.5
colourOffLast = 1.5

[c1]
type = convolution
filters = 6
size = 5
stride = 2
pad = 1
rounding = ceil
groups = 2
weightStd = 0.02
bias = 1
weightRate = 3
biasRate = 2
weightDecay = 0.5
biasDecay = 0
[t]
type = tanh
[s]
type = sigmoid
[n]
type = lrn
n = 3
k = 1
alpha = 0.5
beta = 0.6
convention = divided-by-n
groups = 3
[p]
type = average-pooling
size = 4
stride = 3
pad = 2
rounding = ceil
[f]
type = linear
outputs = classes
weightStd = 0.03
bias = 0.1
[d]
type = dropout
p = 0.25
convention = inverted
[loss]
type = softmax-loss
)";

} // namespace

class TestNetworkText : public QObject {
    Q_OBJECT
private slots:
    void everyKeyIsRead()
    {
        const NetworkSpec n = parseNetwork(everything, "x.net");
        QCOMPARE(n.name, std::string("every-thing_1"));
        QCOMPARE(n.title, std::string("Every=key"));
        QVERIFY(n.input == (Shape{1, 2, 40, 36}));
        QCOMPARE(n.classes, 7);

        Preprocessing preprocessing;
        preprocessing.resize = 50;
        preprocessing.stretch = true;
        preprocessing.order = ChannelOrder::Bgr;
        preprocessing.meanFromData = false;
        preprocessing.channelMean = {1.5, -2, 300};
        preprocessing.scale = 0.25;
        preprocessing.deviation = {0.1, 0.2, 0.3};
        QVERIFY(n.preprocessing == preprocessing);

        Recipe recipe;
        recipe.batch = 3;
        recipe.epochs = 2.5;
        recipe.iterations = 9'000'000;
        recipe.learningRate = 0.125;
        recipe.momentum = 0.5;
        recipe.weightDecay = 0.001;
        recipe.schedule = {ScheduleKind::Steps, 4, {0.5, 1, 2}, 8, 5};
        recipe.augmentation = {false, 2, false, 0.3};
        recipe.validateEvery = 0.5;
        recipe.colourOffLast = 1.5;
        QVERIFY(n.recipe == recipe);

        const std::vector<LayerSpec> layers{
            {"c1", ConvolutionSpec{6, 5, 2, 1, 2, Rounding::Ceil, {0.02, 1}, {3, 2, 0.5, 0}}},
            {"t", ActivationSpec{ActivationKind::Tanh}},
            {"s", ActivationSpec{ActivationKind::Sigmoid}},
            {"n", LrnSpec{3, 1, 0.5, 0.6, AlphaConvention::DividedByN, 3}},
            {"p", PoolingSpec{PoolingKind::Average, 4, 3, 2, Rounding::Ceil}},
            {"f", LinearSpec{0, {0.03, 0.1}, {}}},
            {"d", DropoutSpec{0.25, DropoutConvention::Inverted}},
            {"loss", SoftmaxLossSpec{}},
        };
        QVERIFY(n.layers == layers);
        QCOMPARE(n.layers[0].line, 34);
        QCOMPARE(n.layers.back().line, 75);
    }
    void canonicalTextReadsBack()
    {
        const NetworkSpec n = parseNetwork(everything, "x.net");
        const std::string text = formatNetwork(n);
        const NetworkSpec again = parseNetwork(text, "canonical");
        QVERIFY(again == n);
        QCOMPARE(formatNetwork(again), text);
    }
    void resolvedNetworksReadBackToo()
    {
        const NetworkSpec n = parseNetwork(everything, "x.net").withClasses(4);
        QVERIFY(!n.followsClasses());
        QVERIFY(parseNetwork(formatNetwork(n), "y") == n);
    }
    /// A run whose schedule was changed keeps the epochs of the one before; the text of its weights has to be readable.
    void epochsOfAnotherScheduleAreNotWritten()
    {
        NetworkSpec n = parseNetwork(everything, "x.net");
        for (const ScheduleKind kind : {ScheduleKind::Fixed, ScheduleKind::Plateau}) {
            n.recipe.schedule.kind = kind;
            n.recipe.schedule.epochs = {0.5, 1, 2};
            const NetworkSpec again = parseNetwork(formatNetwork(n), "y");
            QVERIFY(again.recipe.schedule.kind == kind);
            QVERIFY(again.recipe.schedule.epochs.empty());
        }
    }
    void awkwardNumbersKeepTheirValue_data()
    {
        QTest::addColumn<double>("value");
        for (const double value :
             {0.1, 1.0 / 3, 1.0 / 255, 5e-324, 2.2250738585072014e-308, 0.30000000000000004, 999.9999999999999})
            QTest::addRow("%.17g", value) << value;
    }
    void awkwardNumbersKeepTheirValue()
    {
        QFETCH(double, value);
        NetworkSpec n = parseNetwork(everything, "x.net");
        n.recipe.learningRate = value;
        QCOMPARE(parseNetwork(formatNetwork(n), "y").recipe.learningRate, value);
    }
    void editorsDoNotMatter_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray plain = everything;
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF") + plain;
        QTest::newRow("carriage returns") << QByteArray(plain).replace("\n", "\r\n");
        QTest::newRow("no blanks") << QByteArray(plain).replace(" = ", "=");
        QTest::newRow("tabs") << QByteArray(plain).replace(" = ", "\t=\t").replace("[", " [");
        QTest::newRow("no last newline") << plain.chopped(1);
    }
    void editorsDoNotMatter()
    {
        QFETCH(QByteArray, text);
        QVERIFY(parseNetwork(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), "x") ==
                parseNetwork(everything, "x"));
    }
    void titlesThatWouldNotReadBackAreRefused()
    {
        NetworkSpec n = parseNetwork(everything, "x.net");
        n.title = "half # comment";
        QVERIFY_EXCEPTION_THROWN(formatNetwork(n), Error);
        n.title = "two\nlines";
        QVERIFY_EXCEPTION_THROWN(formatNetwork(n), Error);
    }
    void filesAreLoadedByPath()
    {
        const auto path = std::filesystem::temp_directory_path() /
                          ("alexscope_tst_network_text_" + std::to_string(QCoreApplication::applicationPid()) + ".net");
        std::ofstream(path) << everything;
        QVERIFY(loadNetwork(path.string()) == parseNetwork(everything, "x"));
        std::ofstream(path) << "[network]\nname = a b\n";
        try {
            loadNetwork(path.string());
            QFAIL("a broken file was loaded");
        } catch (const Error& e) {
            QVERIFY2(QByteArray(e.what()).startsWith((path.filename().string() + ":2: name").c_str()), e.what());
        }
        std::filesystem::remove(path);
        QVERIFY_EXCEPTION_THROWN(loadNetwork(path.string()), Error);
        QVERIFY_EXCEPTION_THROWN(loadNetwork("/"), Error);
        QVERIFY_EXCEPTION_THROWN(loadNetwork(""), Error);
        QVERIFY_EXCEPTION_THROWN(loadNetwork("alexnett"), Error);
    }
};

QTEST_GUILESS_MAIN(TestNetworkText)
#include "tst_network_text.moc"
