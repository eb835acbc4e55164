// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/formats/foreign_model.h"
#include "core/formats/message_budget.h"
#include "core/readable_text.h"

#include "caffe.pb.h"

#include <algorithm>
#include <memory>

namespace alexscope {

namespace {

namespace caffe = formats::caffe;

/// The kinds that tell BVLC's AlexNet from CaffeNet.
enum class Kind { Other, Weights, Response, Pooling };

Kind kindOf(const caffe::Layer& layer)
{
    if (layer.kind() == "Convolution" || layer.kind() == "InnerProduct")
        return Kind::Weights;
    return layer.kind() == "LRN" ? Kind::Response : layer.kind() == "Pooling" ? Kind::Pooling : Kind::Other;
}

Kind kindOf(const caffe::OldLayer& layer)
{
    constexpr int convolution = 4, innerProduct = 14, response = 15, pooling = 17;
    if (layer.kind() == convolution || layer.kind() == innerProduct)
        return Kind::Weights;
    return layer.kind() == response ? Kind::Response : layer.kind() == pooling ? Kind::Pooling : Kind::Other;
}

/// Old files have four extents whatever the kind: a bias is [1, 1, 1, 96]. The importer leaves such ones out.
std::vector<std::int64_t> shapeOf(const caffe::Numbers& numbers)
{
    if (numbers.has_shape())
        return {numbers.shape().extent().begin(), numbers.shape().extent().end()};
    return {numbers.n(), numbers.c(), numbers.h(), numbers.w()};
}

class Reader {
public:
    Reader(const std::filesystem::path& path, ForeignModel& model) : m_origin(path.string()), m_model(model) {}

    void read(const std::shared_ptr<const caffe::Network>& network)
    {
        if (!network->layers().empty() && !network->old_layers().empty())
            throw Error(concat(m_origin, ": has layers of two versions of Caffe; it is damaged"));
        for (const caffe::Layer& layer : network->layers())
            take(network, layer);
        for (const caffe::OldLayer& layer : network->old_layers())
            take(network, layer);
    }

private:
    template <typename Layer>
    void take(const std::shared_ptr<const caffe::Network>& network, const Layer& layer)
    {
        const Kind kind = kindOf(layer);
        if (kind == Kind::Response)
            addResponse(layer.response());
        if (m_model.builtIn.empty() && (kind == Kind::Response || kind == Kind::Pooling))
            mark(kind == Kind::Pooling);
        if (kind != Kind::Weights || layer.numbers().empty())
            return;
        ForeignLayer read{layer.name(), {}, {}, false};
        read.weight = tensor(network, layer.numbers(0), layer.name() + ".weight");
        if (layer.numbers_size() > 1)
            read.bias = tensor(network, layer.numbers(1), layer.name() + ".bias");
        m_model.layers.push_back(std::move(read));
    }

    void mark(bool poolingFirst)
    {
        m_model.builtIn = poolingFirst ? "caffenet" : "alexnet-caffe";
        m_model.marks =
            poolingFirst ? "its pooling comes before the normalisation" : "its normalisation comes before the pooling";
    }

    void addResponse(const caffe::Response& response)
    {
        LrnSpec lrn;
        lrn.n = static_cast<int>(std::min<std::uint32_t>(response.n(), 65535));
        lrn.k = response.k();
        lrn.alpha = response.alpha();
        lrn.beta = response.beta();
        lrn.convention = AlphaConvention::DividedByN;
        m_model.responses.push_back(lrn);
    }

    ForeignTensor tensor(const std::shared_ptr<const caffe::Network>& network, const caffe::Numbers& numbers,
                         const std::string& name) const
    {
        std::vector<std::int64_t> shape = shapeOf(numbers);
        const std::int64_t count = checkedCount(shape, m_origin, name);
        const bool wide = numbers.values().empty() && !numbers.wide().empty();
        if (count != (wide ? numbers.wide_size() : numbers.values_size()))
            throw Error(concat(m_origin, ": ", readable(name),
                               " has not as many numbers as its shape says; the file is damaged"));
        return {name, std::move(shape), [network, &numbers, wide] {
                    return wide ? std::vector<float>(numbers.wide().begin(), numbers.wide().end())
                                : std::vector<float>(numbers.values().begin(), numbers.values().end());
                }};
    }

    std::string m_origin;
    ForeignModel& m_model;
};

} // namespace

ForeignModel readCaffeModel(const std::filesystem::path& path)
{
    static const MessageFields leaf, numbers{{{7, &leaf}}}, layer{{{7, &numbers}, {118, &leaf}}},
        oldLayer{{{6, &numbers}, {18, &leaf}}}, whole{{{2, &oldLayer}, {100, &layer}}};
    ForeignModel model;
    model.path = path;
    model.format = WeightFormat::Caffe;
    model.order = ChannelOrder::Bgr; // OpenCV's, in which Caffe reads pictures
    const auto network = std::make_shared<caffe::Network>();
    {
        const std::vector<std::uint8_t> bytes = readMessageFile(path);
        checkMessage(bytes, whole, path);
        if (!network->ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
            throw Error(concat(path.string(), ": is damaged or no .caffemodel"));
    }
    Reader(path, model).read(network);
    if (model.layers.empty())
        throw Error(concat(path.string(), ": holds no layer with weights; a .caffemodel is wanted, not a .prototxt"));
    return model;
}

} // namespace alexscope
