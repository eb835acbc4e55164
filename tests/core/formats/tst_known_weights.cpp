// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats_files.h"

#include "core/data/augmenter.h"
#include "core/picture/filter_structure.h"
#include "cpu/cpu_backend.h"
#include "datasets/picture_file.h"
#include "tests/shared_data.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace alexscope;
using namespace alexscope::tests;

/// The convolutions of BVLC's AlexNet as they are known all over the world, on a real photograph.
class TestKnownWeights : public QObject {
    Q_OBJECT

    static std::filesystem::path file() { return sharedData("alexnet-conv") / "bvlc_alexnet_conv.safetensors"; }

    static std::filesystem::path photograph()
    {
        std::vector<std::filesystem::path> pictures;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(sharedData("imagenette") / "val"))
            if (entry.is_regular_file())
                pictures.push_back(entry.path());
        std::sort(pictures.begin(), pictures.end());
        return pictures.empty() ? std::filesystem::path() : pictures.front();
    }

private slots:
    void theyLoadAsFarAsTheyGo()
    {
        ALEXSCOPE_NEED_DATA(file());
        const WeightsFile weights = openAnyWeights(file());
        QCOMPARE(weights.network.name, std::string("alexnet-caffe"));
        QCOMPARE(weights.missing, (std::vector<std::string>{"fc6", "fc7", "fc8"}));
        QCOMPARE(weights.network.preprocessing.order, ChannelOrder::Bgr);
        QVERIFY(weights.network.preprocessing.stretch);
    }

    void filtersHaveStructure()
    {
        ALEXSCOPE_NEED_DATA(file());
        const WeightsFile weights = openAnyWeights(file());
        HostTensor filters(Shape{96, 3, 11, 11});
        filters.values = weights.file.readFloats(weights.file.require("conv1.weight"));
        const std::vector<double> structure = spectralConcentration(filters);
        const double mean = std::accumulate(structure.begin(), structure.end(), 0.0) / 96;
        QVERIFY2(mean > 0.4, qPrintable(QString::number(mean)));
    }

    void activationsAgreeWithPlainLoops()
    {
        ALEXSCOPE_NEED_DATA(file());
        ALEXSCOPE_NEED_DATA(sharedData("imagenette") / "val");
        const WeightsFile weights = openAnyWeights(file());
        Augmentation still;
        still.randomCrop = still.reflect = false;
        const Augmenter augmenter(weights.network.preprocessing, still, weights.statistics, weights.network.input);
        std::vector<float> input(static_cast<std::size_t>(weights.network.input.perPicture()));
        augmenter.apply(datasets::readPicture(photograph()), augmenter.centreTransform(), input);

        const auto reference = referenceEntry().make(), fast = cpu::catalogueEntry().make();
        Network slow(weights.network, *reference, NetworkOptions{1, Precision::Fp32, false, false});
        Network quick(weights.network, *fast, NetworkOptions{1, Precision::Fp32, false, false});
        for (Network* network : {&slow, &quick}) {
            loadInto(weights, *network);
            network->setInput(input);
            network->setLabels({});
            for (int kernel = 0;
                 kernel < network->kernelCount() && network->firstLayer(kernel) < weights.network.indexOf("fc6");
                 ++kernel)
                network->forward(kernel, {Phase::Test, 0, 0});
        }
        for (const char* layer : {"conv1", "norm1", "pool1", "conv2", "conv3", "conv4", "conv5", "relu5", "pool5"}) {
            const int index = weights.network.indexOf(layer);
            const HostTensor wanted = slow.download(slow.activation(index)),
                             got = quick.download(quick.activation(index));
            double largest = 0, difference = 0;
            for (std::size_t i = 0; i < wanted.values.size(); ++i) {
                largest = std::max(largest, std::abs(double(wanted.values[i])));
                difference = std::max(difference, std::abs(double(wanted.values[i]) - got.values[i]));
            }
            qInfo("%s: largest %.4g, difference %.3g of it", layer, largest, difference / largest);
            QVERIFY(largest > 0.1);
            QVERIFY2(difference < 2e-5 * largest, layer);
        }
    }
};

QTEST_GUILESS_MAIN(TestKnownWeights)
#include "tst_known_weights.moc"
