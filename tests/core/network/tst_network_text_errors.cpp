// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/network/network_text.h"

#include <QTest>

using namespace alexscope;

namespace {

/// Five layers in eleven lines: the loss begins in line 10.
const QByteArray head = "[network]\nname = a\ninput = 3x8x8\n";
const QByteArray body = "[conv1]\ntype = convolution\nfilters = 4\nsize = 3\n[fc]\ntype = linear\noutputs = 2\n";
const QByteArray loss = "[prob]\ntype = softmax-loss\n";

QByteArray layer(const QByteArray& keys)
{
    return head + "[x]\n" + keys + "\n[fc]\ntype=linear\noutputs=2\n" + loss;
}

} // namespace

class TestNetworkTextErrors : public QObject {
    Q_OBJECT
private slots:
    void everyMistakeNamesLineAndCause_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QByteArray>("cause");
        const auto row = [](const char* name, const QByteArray& text, int line, const char* cause) {
            QTest::newRow(name) << text << line << QByteArray(cause);
        };
        row("empty", "", 1, "begins with the section [network]");
        row("only a comment", "# nothing\n", 1, "[network]");
        row("another section first", "[conv1]\ntype = relu\n", 1, "[network]");
        row("key before a section", "\nname = a\n", 2, "before the first section");
        row("no key", head + "what\n", 4, "expected [section] or key = value");
        row("open bracket", head + "[conv1\n", 4, "a section looks like [conv1]");
        row("empty section name", head + "[]\n", 4, "section's name");
        row("dash in a layer's name", head + "[conv-1]\n", 4, "letters, digits and _");
        row("very long name", head + "[" + QByteArray(65, 'a') + "]\n", 4, "1 to 64 letters");
        row("section twice", head + body + "[conv1]\ntype = relu\n" + loss, 11, "[conv1] already");
        row("network twice", head + "[network]\nname = b\n", 4, "[network] already");
        row("key twice", head + "name = b\n", 4, "given already in line 2");
        row("empty value", head + "title =\n", 4, "title has no value");
        row("empty key", head + " = 3\n", 4, "a key is made of letters");
        row("control character", head + "title = a\x01z\n", 4, "control character");
        row("NUL", head + QByteArray("title = a\0b\n", 12), 4, "control character");
        row(
            "too many keys",
            [] {
                QByteArray keys;
                for (int i = 0; i < 70; ++i)
                    keys += "k" + QByteArray::number(i) + " = 1\n";
                return head + keys;
            }(),
            66, "more than 64 keys");

        row("no name", "[network]\ninput = 3x8x8\n", 1, "[network] lacks name");
        row("bad name", "[network]\nname = a/b\ninput = 3x8x8\n", 2, "letters, digits, - and _");
        row("no input", "[network]\nname = a\n", 1, "lacks input");
        row("input of two numbers", "[network]\nname = a\ninput = 3x8\n", 3, "must look like 3x227x227");
        row("input with rubbish", "[network]\nname = a\ninput = 3x8x8px\n", 3, "must look like 3x227x227");
        row("input 0", "[network]\nname = a\ninput = 3x0x8\n", 3, "from 1 to 65536");
        row("input negative", "[network]\nname = a\ninput = 3x-8x8\n", 3, "from 1 to 65536");
        row("input huge", "[network]\nname = a\ninput = 3x65537x8\n", 3, "from 1 to 65536");
        row("input overflowing", "[network]\nname = a\ninput = 3x99999999999999999999x8\n", 3, "must look like");
        row("input too large", "[network]\nname = a\ninput = 65536x65536x65536\n", 3, "at most 2^31 numbers");
        row("long title", head + "title = " + QByteArray(201, 'x') + "\n", 4, "at most 200 bytes");
        row("classes 0", head + "classes = 0\n", 4, "from 1 to");
        row("classes against outputs", head + "classes = 3\n" + body + loss, 4, "the last linear layer has 2 outputs");
        row("unknown key", head + "colour = 3\n", 4, "has no key \"colour\"; it has name, title, input, classes");
        row("no layers", head, 1, "no layers");
        row("no layers but a recipe", head + "[recipe]\nbatch = 2\n", 4, "no layers");

        row("flag", head + "[preprocessing]\nstretch = true\n", 5, "must be one of yes, no, not \"true\"");
        row("mean", head + "[preprocessing]\nmean = image\n", 5, "none, channel, picture");
        row("two means", head + "[preprocessing]\nchannelMean = 1 2\n", 5, "three numbers");
        row("mean not a number", head + "[preprocessing]\nchannelMean = 1 2 nan\n", 5, "must be a number from");
        row("mean without use", head + "[preprocessing]\nmean = none\nchannelMean = 1 2 3\n", 6,
            "needs mean = channel");
        row("deviation 0", head + "[preprocessing]\ndeviation = 1 0 1\n", 5, "must be a number from");
        row("scale infinite", head + "[preprocessing]\nscale = inf\n", 5, "must be a number from");
        row("resize under the input", head + "[preprocessing]\norder = bgr\nresize = 7\n" + body + loss, 6,
            "smaller than the input of 8");
        row("default resize under the input", "[network]\nname = a\ninput = 3x300x300\n" + body + loss, 1,
            "resize = 256 is smaller");
        row("recipe before preprocessing", head + "[recipe]\nbatch = 1\n[preprocessing]\norder = rgb\n", 6,
            "[preprocessing] belongs before");
        row("recipe after a layer", head + body + "[recipe]\nbatch = 1\n" + loss, 11, "[recipe] belongs before");

        row("batch 0", head + "[recipe]\nbatch = 0\n", 5, "whole number from 1 to 65536, not \"0\"");
        row("batch absurd", head + "[recipe]\nbatch = 123456789012345678901234567890\n", 5, "whole number from 1");
        row("batch a fraction", head + "[recipe]\nbatch = 1.5\n", 5, "whole number from 1");
        row("rate negative", head + "[recipe]\nlearningRate = -0.1\n", 5, "must be a number from 0");
        row("rate overflowing", head + "[recipe]\nlearningRate = 1e999\n", 5, "must be a number from 0");
        row("rate with a comma", head + "[recipe]\nlearningRate = 0,1\n", 5, "must be a number from 0");
        row("momentum 1", head + "[recipe]\nmomentum = 1\n", 5, "0.9999");
        row("steps without epochs", head + "[recipe]\nschedule = steps\n", 5, "needs stepEpochs");
        row("epochs without steps", head + "[recipe]\nbatch = 1\nstepEpochs = 1 2\n", 6, "needs schedule = steps");
        row("steps descending", head + "[recipe]\nschedule = steps\nstepEpochs = 2 1\n", 6, "ascending");
        row("too many steps", head + "[recipe]\nschedule = steps\nstepEpochs = " + QByteArray("1 ").repeated(65) + "\n",
            6, "at most 64");

        row("no type", layer("size = 3"), 4, "[x] lacks type");
        row("unknown type", layer("type = conv"), 5, "type must be one of convolution, linear, relu");
        row("no filters", layer("type = convolution\nsize = 3"), 4, "[x] lacks filters");
        row("no size", layer("type = convolution\nfilters = 3"), 4, "[x] lacks size");
        row("pooling without size", layer("type = max-pooling"), 4, "[x] lacks size");
        row("no outputs", layer("type = linear"), 4, "[x] lacks outputs");
        row("key of another layer", layer("type = relu\nsize = 3"), 6, "has no key \"size\"; it has type");
        row("stride 0", layer("type = convolution\nfilters = 4\nsize = 3\nstride = 0"), 8,
            "stride must be a whole number from 1 to 1024");
        row("stride negative", layer("type = convolution\nfilters = 4\nsize = 3\nstride = -1"), 8, "stride must be");
        row("filters 0", layer("type = convolution\nfilters = 0\nsize = 3"), 6, "filters must be");
        row("filters overflowing", layer("type = convolution\nfilters = 4294967297\nsize = 3"), 6, "filters must be");
        row("rounding", layer("type = convolution\nfilters = 4\nsize = 3\nrounding = up"), 8, "floor, ceil");
        row("pad as large as the window", layer("type = convolution\nfilters = 4\nsize = 3\npad = 3"), 4,
            "x: pad = 3 must be");
        row("window too large", layer("type = convolution\nfilters = 4\nsize = 9"), 4,
            "a window of 9 does not fit into 8");
        row("window too large for padding", layer("type = max-pooling\nsize = 11\npad = 1"), 4,
            "does not fit into 8 + 2·1");
        row("groups and channels", layer("type = convolution\nfilters = 4\nsize = 3\ngroups = 2"), 4,
            "3 input channels cannot be shared out");
        row("groups and filters", layer("type = convolution\nfilters = 4\nsize = 3\ngroups = 3"), 4,
            "4 filters cannot be shared out");
        row("lrn groups", layer("type = lrn\ngroups = 2"), 4, "3 input channels cannot be shared out");
        row("lrn even n", layer("type = lrn\nn = 4"), 4, "only when n is odd");
        row("lrn k 0", layer("type = lrn\nk = 0"), 6, "k must be a number from");
        row("convention", layer("type = lrn\nconvention = caffe"), 6, "paper, divided-by-n");
        row("dropout 1", layer("type = dropout\np = 1"), 6, "p must be a number from 0");
        row("dropout negative", layer("type = dropout\np = -0.1"), 6, "p must be a number from 0");
        row("too many weights", layer("type = linear\noutputs = 16777216"), 4, "more than 2^31 weights");
        row("too large an output",
            "[network]\nname = a\ninput = 1x65536x1024\n[preprocessing]\nresize = 65536\n[x]\ntype = "
            "convolution\nfilters = 65536\nsize = 1\n" +
                body + loss,
            6, "x: its output 65536×65536×1024 has more than 2^31 numbers");
        row(
            "too many parameters",
            [] {
                QByteArray layers;
                for (int i = 0; i < 4; ++i)
                    layers += "[a" + QByteArray::number(i) + "]\ntype = linear\noutputs = 32768\n";
                return head + layers + body + loss;
            }(),
            10, "a2: the network has more than 2^31 parameters");

        row("no loss", head + body, 8, "fc: the last layer must be a softmax-loss");
        row("loss too early", head + loss + body, 4, "prob: the softmax-loss must be the last layer");
        row("no linear layer", head + "[c]\ntype = convolution\nfilters = 2\nsize = 8\n" + loss, 8,
            "needs a linear layer before it");
        row("loss on maps",
            head +
                "[f]\ntype = linear\noutputs = 4\n[c]\ntype = convolution\nfilters = 2\nsize = 1\npad = 0\n[p]\ntype = "
                "relu\n[fc]\ntype = linear\noutputs = 2\n"
                "[c2]\ntype = convolution\nfilters = 2\nsize = 2\npad = 1\n" +
                loss,
            22, "prob: needs one number a class, but its input is 2×2×2");
        row("classes in the middle",
            head + "[f]\ntype = linear\noutputs = classes\n[fc]\ntype = linear\noutputs = 2\n" + loss, 4,
            "f: only the last linear layer");
    }
    void everyMistakeNamesLineAndCause()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QByteArray, cause);
        try {
            parseNetwork(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), "x.net");
            QFAIL("the text was accepted");
        } catch (const Error& e) {
            const QByteArray message = e.what();
            QVERIFY2(message.startsWith("x.net:" + QByteArray::number(line) + ": "), e.what());
            QVERIFY2(message.contains(cause), e.what());
        }
    }
    void theFrameOfTheseTextsIsSound()
    {
        const QByteArray text = head + body + loss;
        QCOMPARE(parseNetwork(text.constData(), "x").layers.size(), std::size_t(3));
        QCOMPARE(parseNetwork(layer("type = relu").constData(), "x").layers.size(), std::size_t(3));
    }
    void hugeTextsAreRefusedAtOnce()
    {
        const std::string large(200u << 20, '[');
        QVERIFY_EXCEPTION_THROWN(parseNetwork(large, "x"), Error);
        const std::string full =
            std::string(head.constData()) + std::string((1u << 20) - static_cast<unsigned>(head.size()), '\n');
        QVERIFY_EXCEPTION_THROWN(parseNetwork(full, "x"), Error);
    }
    void aThousandLayersAndNoMore()
    {
        const auto chain = [](int layers) {
            QByteArray text = head;
            for (int i = 0; i < layers - 2; ++i)
                text += "[r" + QByteArray::number(i) + "]\ntype = relu\n";
            return text + "[fc]\ntype = linear\noutputs = 2\n" + loss;
        };
        QCOMPARE(parseNetwork(chain(1000).constData(), "x").layers.size(), std::size_t(1000));
        try {
            parseNetwork(chain(1001).constData(), "x");
            QFAIL("accepted");
        } catch (const Error& e) {
            QVERIFY2(QByteArray(e.what()).contains("more than 1000 layers"), e.what());
        }
    }
    void longChainsOfStridesDoNotOverflow()
    {
        QByteArray text = head;
        for (int i = 0; i < 900; ++i)
            text += "[p" + QByteArray::number(i) +
                    "]\ntype = max-pooling\nsize = 1024\nstride = 1024\npad = 1023\nrounding = ceil\n";
        const NetworkSpec network = parseNetwork((text + "[fc]\ntype = linear\noutputs = 2\n" + loss).constData(), "x");
        for (const LayerGeometry& layer : geometryOf(network)) {
            QVERIFY(layer.receptiveField > 0 && layer.receptiveStride > 0);
            QVERIFY(layer.output.count() > 0);
        }
    }
    void messagesStayPrintable()
    {
        try {
            parseNetwork(std::string(head.constData()) + "[x]\ntype = \xff\xfe" + std::string(500, 'y') + "\n", "x");
            QFAIL("accepted");
        } catch (const Error& e) {
            QVERIFY(QByteArray(e.what()).contains("\"??yyy"));
            QVERIFY(std::string_view(e.what()).size() < 400);
        }
    }
    void anyCutOrFlippedTextEndsWell()
    {
        const std::string text(builtInNetworkText("alexnet-original"));
        for (std::size_t i = 0; i < text.size(); i += 7) {
            for (std::string hostile : {text.substr(0, i), text.substr(i), text}) {
                if (hostile.size() == text.size())
                    hostile[i] = static_cast<char>(hostile[i] ^ 0x15);
                try {
                    parseNetwork(hostile, "x");
                } catch (const Error& e) {
                    QVERIFY2(QByteArray(e.what()).startsWith("x:"), e.what());
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestNetworkTextErrors)
#include "tst_network_text_errors.moc"
