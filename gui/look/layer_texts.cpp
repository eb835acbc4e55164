// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/layer_texts.h"

#include "gui/look/numbers.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("LayerText", text);
}

QString windowText(int size, int stride, int pad)
{
    QString text = say(QT_TRANSLATE_NOOP("LayerText", "%1×%1, stride %2")).arg(size).arg(stride);
    if (pad > 0)
        text = say(QT_TRANSLATE_NOOP("LayerText", "%1, padding %2")).arg(text).arg(pad);
    return text;
}

struct Settings {
    QString operator()(const ConvolutionSpec& convolution) const
    {
        const QString window = windowText(convolution.size, convolution.stride, convolution.pad);
        return convolution.groups > 1
                   ? say(QT_TRANSLATE_NOOP("LayerText", "%1, in %2 groups")).arg(window).arg(convolution.groups)
                   : window;
    }
    QString operator()(const PoolingSpec& pooling) const
    {
        return windowText(pooling.size, pooling.stride, pooling.pad);
    }
    QString operator()(const LrnSpec& lrn) const
    {
        return QStringLiteral("n %1, k %2, α %3, β %4")
            .arg(QString::number(lrn.n), chosenNumber(lrn.k), chosenNumber(lrn.alpha), chosenNumber(lrn.beta));
    }
    QString operator()(const DropoutSpec& dropout) const { return QStringLiteral("p %1").arg(chosenNumber(dropout.p)); }
    QString operator()(const LinearSpec&) const { return {}; }
    QString operator()(const ActivationSpec&) const { return {}; }
    QString operator()(const SoftmaxLossSpec&) const { return {}; }
};

QString fieldText(const NetworkSpec& network, const LayerGeometry& g)
{
    const auto side = static_cast<std::int64_t>(g.receptiveField);
    if (side >= std::max(network.input.h, network.input.w))
        return say(QT_TRANSLATE_NOOP("LayerText", "receptive field %1×%1: the whole picture")).arg(count(side));
    return say(QT_TRANSLATE_NOOP("LayerText", "receptive field %1×%1 pixels, stride %2"))
        .arg(count(side), count(g.receptiveStride));
}

} // namespace

QString shortCount(std::int64_t value)
{
    constexpr std::int64_t plainBelow = 10'000;
    if (value == 0)
        return noValue();
    if (value < plainBelow)
        return count(value);
    struct Unit {
        double size;
        const char* sign;
    };
    constexpr Unit units[] = {{1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1e3, "k"}};
    constexpr double roundsUp = 0.99995; // 999,960 is 1.000 M, not 1000 k
    for (const Unit& unit : units)
        if (static_cast<double>(value) >= unit.size * roundsUp)
            return number(static_cast<double>(value) / unit.size) + QChar(QChar::Nbsp) + QLatin1String(unit.sign);
    return count(value);
}

QString shapeText(const Shape& shape)
{
    if (shape.h == 1 && shape.w == 1)
        return count(shape.c);
    return QStringLiteral("%1×%2×%3").arg(shape.w).arg(shape.h).arg(shape.c);
}

QString timeText(double seconds)
{
    if (!std::isfinite(seconds))
        return noValue();
    const QChar space(QChar::Nbsp);
    if (seconds >= 1)
        return number(seconds) + space + QStringLiteral("s");
    constexpr double milli = 1e-3, micro = 1e-6;
    return seconds >= milli ? number(seconds / milli) + space + QStringLiteral("ms")
                            : number(seconds / micro) + space + QStringLiteral("µs");
}

QString layerKindText(const LayerSpec& layer)
{
    if (layer.as<ConvolutionSpec>())
        return say(QT_TRANSLATE_NOOP("LayerText", "convolution"));
    if (layer.as<LinearSpec>())
        return say(QT_TRANSLATE_NOOP("LayerText", "fully connected"));
    if (const auto* activation = layer.as<ActivationSpec>())
        return activation->kind == ActivationKind::Relu   ? QStringLiteral("ReLU")
               : activation->kind == ActivationKind::Tanh ? QStringLiteral("tanh")
                                                          : say(QT_TRANSLATE_NOOP("LayerText", "sigmoid"));
    if (layer.as<LrnSpec>())
        return say(QT_TRANSLATE_NOOP("LayerText", "response normalisation"));
    if (const auto* pooling = layer.as<PoolingSpec>())
        return pooling->kind == PoolingKind::Max ? say(QT_TRANSLATE_NOOP("LayerText", "max pooling"))
                                                 : say(QT_TRANSLATE_NOOP("LayerText", "average pooling"));
    if (layer.as<DropoutSpec>())
        return say(QT_TRANSLATE_NOOP("LayerText", "dropout"));
    return say(QT_TRANSLATE_NOOP("LayerText", "softmax and loss"));
}

QString layerSettingsText(const LayerSpec& layer)
{
    return std::visit(Settings{}, layer.operation);
}

QStringList layerFacts(const NetworkSpec& network, const std::vector<LayerGeometry>& geometry, int layer)
{
    if (layer < 0)
        return {say(QT_TRANSLATE_NOOP("LayerText", "the network's input")), shapeText(network.input)};
    const LayerSpec& spec = network.layers[static_cast<std::size_t>(layer)];
    const LayerGeometry& g = geometry[static_cast<std::size_t>(layer)];
    const QString settings = layerSettingsText(spec), name = QString::fromStdString(spec.name);
    QStringList facts{settings.isEmpty() ? QStringLiteral("%1: %2").arg(name, layerKindText(spec))
                                         : QStringLiteral("%1: %2, %3").arg(name, layerKindText(spec), settings)};
    facts.append(QStringLiteral("%1 → %2").arg(shapeText(g.input), shapeText(g.output)));
    if (spec.hasParameters()) {
        facts.append(say(QT_TRANSLATE_NOOP("LayerText", "%1 parameters")).arg(count(g.weights + g.biases)));
        facts.append(say(QT_TRANSLATE_NOOP("LayerText", "%1 multiply-adds a picture")).arg(count(g.multiplyAdds)));
    }
    facts.append(fieldText(network, g));
    return facts;
}

QString layerRangeText(const NetworkSpec& network, int first, int count)
{
    const auto name = [&network](int layer) {
        return QString::fromStdString(network.layers[static_cast<std::size_t>(layer)].name);
    };
    const auto layers = static_cast<int>(network.layers.size());
    if (first < 0 || first >= layers)
        return {};
    const int last = std::min(layers, first + std::max(1, count)) - 1;
    return last > first ? QStringLiteral("%1–%2").arg(name(first), name(last)) : name(first);
}

QString pieceText(const NetworkSpec& network, const Piece& piece)
{
    const QString layers = layerRangeText(network, piece.firstLayer, piece.layerCount);
    switch (piece.kind) {
    case PieceKind::Load:
        return say(QT_TRANSLATE_NOOP("LayerText", "load the next batch"));
    case PieceKind::Forward:
        return say(QT_TRANSLATE_NOOP("LayerText", "forward through %1")).arg(layers);
    case PieceKind::Backward:
        return say(QT_TRANSLATE_NOOP("LayerText", "backward through %1")).arg(layers);
    case PieceKind::Update:
        return say(QT_TRANSLATE_NOOP("LayerText", "update all weights"));
    case PieceKind::Validate:
        return say(QT_TRANSLATE_NOOP("LayerText", "test on validation pictures"));
    }
    return {};
}

} // namespace alexscope::gui
