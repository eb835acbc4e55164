// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/layer_words.h"

#include "gui/look/numbers.h"

#include <QCoreApplication>

namespace alexscope::gui {

namespace {

class LayerWords {
    Q_DECLARE_TR_FUNCTIONS(LayerWords)
public:
    LayerWords(const LayerSpec& layer, const LayerGeometry& geometry)
        : m_name(QString::fromStdString(layer.name)), m_geometry(geometry)
    {
    }

    QString operator()(const ConvolutionSpec& convolution) const
    {
        const Shape w = m_geometry.weightShape;
        QString text =
            tr("<p><b>%1, a convolution.</b> Each number is its filter laid on the input: b + Σ w · x over %2 "
               "channels of %3×%4 positions, that is %5 products, at stride %6.</p>")
                .arg(m_name, count(w.c), count(w.w), count(w.h), count(w.perPicture()), count(convolution.stride));
        if (convolution.groups > 1)
            text +=
                tr("<p>The filters are in %1 groups: each sees only its own group's channels, as on the paper's two "
                   "GPUs (§3.5, Figure 2).</p>")
                    .arg(convolution.groups);
        return text;
    }
    QString operator()(const LinearSpec&) const
    {
        return tr("<p><b>%1, fully connected.</b> Each number is b + Σ w · x over all %2 inputs; the layer has %3 "
                  "weights "
                  "(§3.5).</p>")
            .arg(m_name, count(m_geometry.input.perPicture()), count(m_geometry.weights));
    }
    QString operator()(const ActivationSpec& activation) const
    {
        switch (activation.kind) {
        case ActivationKind::Relu:
            return tr("<p><b>%1, ReLU.</b> f(x) = max(0, x): what is negative becomes 0, the rest stays. It does not "
                      "saturate, and a network with it learns several times faster than one with tanh (§3.1, Figure "
                      "1).</p>")
                .arg(m_name);
        case ActivationKind::Tanh:
            return tr("<p><b>%1, tanh.</b> f(x) = tanh(x), between −1 and 1. It saturates: where |x| is large, hardly "
                      "any "
                      "gradient passes (§3.1).</p>")
                .arg(m_name);
        case ActivationKind::Sigmoid:
            return tr("<p><b>%1, sigmoid.</b> f(x) = 1 / (1 + e<sup>−x</sup>), between 0 and 1. It saturates on both "
                      "sides (§3.1).</p>")
                .arg(m_name);
        }
        return {};
    }
    QString operator()(const LrnSpec& lrn) const
    {
        return tr("<p><b>%1, local response normalisation.</b> b = a / (k + %2 Σ a²)<sup>β</sup> over n = %3 "
                  "neighbouring "
                  "channels at the same place, with k = %4, α = %5, β = %6: strong neighbours hold a unit down "
                  "(§3.3).</p>")
            .arg(m_name, lrn.convention == AlphaConvention::DividedByN ? QStringLiteral("α/n") : QStringLiteral("α"),
                 count(lrn.n), chosenNumber(lrn.k), chosenNumber(lrn.alpha), chosenNumber(lrn.beta));
    }
    QString operator()(const PoolingSpec& pooling) const
    {
        const QString what = pooling.kind == PoolingKind::Max ? tr("the largest") : tr("the mean");
        QString text =
            tr("<p><b>%1, pooling.</b> Each number is %2 of a window of %3×%3, one window every %4 positions.")
                .arg(m_name, what, count(pooling.size), count(pooling.stride));
        if (pooling.stride < pooling.size)
            text += tr(" The windows overlap (§3.4).");
        return text + QStringLiteral("</p>");
    }
    QString operator()(const DropoutSpec& dropout) const
    {
        return dropout.convention == DropoutConvention::Paper
                   ? tr("<p><b>%1, dropout.</b> In training each unit is set to 0 with probability %2; in test mode "
                        "every "
                        "unit is multiplied by %3 (§4.2).</p>")
                         .arg(m_name, chosenNumber(dropout.p), chosenNumber(1 - dropout.p))
                   : tr("<p><b>%1, dropout.</b> In training each unit is set to 0 with probability %2 and the others "
                        "are "
                        "multiplied by %3; in test mode nothing happens (§4.2).</p>")
                         .arg(m_name, chosenNumber(dropout.p), chosenNumber(1 / (1 - dropout.p)));
    }
    QString operator()(const SoftmaxLossSpec&) const
    {
        return tr("<p><b>%1, softmax.</b> p = e<sup>x</sup> / Σ e<sup>x</sup> over %2 classes; the loss of a picture "
                  "is "
                  "−ln p of its true class (§3.5).</p>")
            .arg(m_name, count(m_geometry.output.c));
    }

private:
    QString m_name;
    const LayerGeometry& m_geometry;
};

} // namespace

QString wordsOfLayer(const LayerSpec& layer, const LayerGeometry& geometry)
{
    return std::visit(LayerWords(layer, geometry), layer.operation);
}

} // namespace alexscope::gui
