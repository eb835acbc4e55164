// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/kernels.h"

/// Convolution (§3.5), in fact a correlation, as everywhere in this field:
///
///   y[n, o, oy, ox] = bias[o] + Σ_{c, ky, kx} w[o, c, ky, kx] · x[n, first(o) + c, iy, ix]
///   iy = oy·stride − pad + ky,  ix = ox·stride − pad + kx
///
/// x: N × C × H × W, y: N × O × OH × OW, w: O × C/G × K × K. With G groups filter o belongs to group o / (O/G) and sees
/// that group's C/G channels alone, from channel first(o) on (the two GPUs of figure 2). Beyond the border x is zero.
namespace alexscope::reference {
namespace {

/// One tap (ky, kx) of a filter: which outputs it contributes to, and which input each of them takes.
struct Tap {
    SlidingWindow::Range rows, columns;
    Index outWidth, inWidth, stride, shiftY, shiftX; ///< shift: ky − pad and kx − pad

    /// row(where it begins in the output plane, where in the input plane, how many outputs); inputs lie `stride` apart.
    template <typename Row>
    void forEachRow(Row row) const
    {
        for (Index oy = rows.begin; oy < rows.end; ++oy)
            row(oy * outWidth + columns.begin, (oy * stride + shiftY) * inWidth + columns.begin * stride + shiftX,
                columns.end - columns.begin);
    }
};

template <typename T>
class Convolution final : public PlainKernel<T> {
public:
    Convolution(const ConvolutionSpec& spec, const KernelRequest& request)
        : PlainKernel<T>(request), m_weight(*request.layers.front().weight), m_bias(*request.layers.front().bias),
          m_size(spec.size), m_stride(spec.stride), m_inPerGroup(m_in.c / spec.groups),
          m_outPerGroup(m_out.c / spec.groups), m_rows{m_in.h, m_out.h, spec.size, spec.stride, spec.pad},
          m_columns{m_in.w, m_out.w, spec.size, spec.stride, spec.pad}
    {
        prepareParameter<T>(m_weight, request.training);
        prepareParameter<T>(m_bias, request.training);
    }

    void forward(const StepContext&) override
    {
        const std::span<const T> x = this->input(), bias = valuesOf<T>(m_bias.value);
        const std::span<T> y = this->output();
        std::vector<double> sums(static_cast<std::size_t>(m_out.area()));
        for (Index n = 0; n < m_batch; ++n)
            for (Index o = 0; o < m_out.c; ++o) {
                std::fill(sums.begin(), sums.end(), static_cast<double>(bias[o]));
                forEachTap(o, [&](Index c, Index, double w, const Tap& tap) {
                    const T* plane = &x[(n * m_in.c + c) * m_in.area()];
                    tap.forEachRow([&](Index out, Index in, Index count) {
                        for (Index i = 0; i < count; ++i)
                            sums[out + i] += w * static_cast<double>(plane[in + i * m_stride]);
                    });
                });
                round(sums, &y[(n * m_out.c + o) * m_out.area()]);
            }
    }

    void backward(const StepContext&) override
    {
        backwardBias();
        backwardWeights();
        if (this->wantsInputGradient())
            backwardData();
    }

private:
    using PlainKernel<T>::m_batch;
    using PlainKernel<T>::m_in;
    using PlainKernel<T>::m_out;

    static void round(const std::vector<double>& sums, T* to)
    {
        std::transform(sums.begin(), sums.end(), to, [](double sum) { return static_cast<T>(sum); });
    }

    /// Calls f(input channel, index of the weight, weight, tap) for every weight of filter o.
    template <typename F>
    void forEachTap(Index o, F f) const
    {
        const std::span<const T> w = valuesOf<T>(m_weight.value);
        const Index firstChannel = o / m_outPerGroup * m_inPerGroup;
        Index index = o * m_inPerGroup * m_size * m_size;
        for (Index c = 0; c < m_inPerGroup; ++c)
            for (Index ky = 0; ky < m_size; ++ky)
                for (Index kx = 0; kx < m_size; ++kx, ++index)
                    f(firstChannel + c, index, static_cast<double>(w[index]),
                      Tap{m_rows.outputsAt(ky), m_columns.outputsAt(kx), m_out.w, m_in.w, m_stride, ky - m_rows.pad,
                          kx - m_columns.pad});
    }

    /// ∂L/∂bias[o] = Σ_{n, oy, ox} ∂L/∂y[n, o, oy, ox]
    void backwardBias()
    {
        const std::span<const T> dy = this->outputGradient();
        const std::span<T> dBias = valuesOf<T>(m_bias.gradient);
        for (Index o = 0; o < m_out.c; ++o) {
            double sum = 0;
            for (Index n = 0; n < m_batch; ++n)
                for (const T gradient : dy.subspan((n * m_out.c + o) * m_out.area(), m_out.area()))
                    sum += static_cast<double>(gradient);
            dBias[o] = static_cast<T>(sum);
        }
    }

    /// ∂L/∂w[o, c, ky, kx] = Σ_{n, oy, ox} ∂L/∂y[n, o, oy, ox] · x[n, first(o) + c, iy, ix]
    /// The sum runs down the columns first and then along them: neighbours in a row are then independent, which is
    /// quicker.
    void backwardWeights()
    {
        const std::span<const T> x = this->input(), dy = this->outputGradient();
        const std::span<T> dw = valuesOf<T>(m_weight.gradient);
        std::vector<double> columnSums(static_cast<std::size_t>(m_out.w));
        for (Index o = 0; o < m_out.c; ++o)
            forEachTap(o, [&](Index c, Index index, double, const Tap& tap) {
                std::fill(columnSums.begin(), columnSums.end(), 0.0);
                for (Index n = 0; n < m_batch; ++n) {
                    const T* plane = &x[(n * m_in.c + c) * m_in.area()];
                    const T* gradient = &dy[(n * m_out.c + o) * m_out.area()];
                    tap.forEachRow([&](Index out, Index in, Index count) {
                        for (Index i = 0; i < count; ++i)
                            columnSums[i] +=
                                static_cast<double>(gradient[out + i]) * static_cast<double>(plane[in + i * m_stride]);
                    });
                }
                double sum = 0;
                for (const double column : columnSums)
                    sum += column;
                dw[index] = static_cast<T>(sum);
            });
    }

    /// ∂L/∂x[n, c, iy, ix] = Σ w[o, c, ky, kx] · ∂L/∂y[n, o, oy, ox] over all (o, ky, kx, oy, ox) that read this input
    void backwardData()
    {
        const std::span<const T> dy = this->outputGradient();
        const std::span<T> dx = this->inputGradient();
        std::vector<double> sums(static_cast<std::size_t>(m_in.perPicture()));
        for (Index n = 0; n < m_batch; ++n) {
            std::fill(sums.begin(), sums.end(), 0.0);
            for (Index o = 0; o < m_out.c; ++o) {
                const T* gradient = &dy[(n * m_out.c + o) * m_out.area()];
                forEachTap(o, [&](Index c, Index, double w, const Tap& tap) {
                    double* plane = &sums[c * m_in.area()];
                    tap.forEachRow([&](Index out, Index in, Index count) {
                        for (Index i = 0; i < count; ++i)
                            plane[in + i * m_stride] += w * static_cast<double>(gradient[out + i]);
                    });
                });
            }
            round(sums, &dx[n * m_in.perPicture()]);
        }
    }

    Parameter &m_weight, &m_bias;
    Index m_size, m_stride, m_inPerGroup, m_outPerGroup;
    SlidingWindow m_rows, m_columns;
};

} // namespace

template <typename T>
std::unique_ptr<Kernel> makeConvolution(const ConvolutionSpec& spec, const KernelRequest& request)
{
    return std::make_unique<Convolution<T>>(spec, request);
}
template std::unique_ptr<Kernel> makeConvolution<float>(const ConvolutionSpec&, const KernelRequest&);
template std::unique_ptr<Kernel> makeConvolution<double>(const ConvolutionSpec&, const KernelRequest&);

} // namespace alexscope::reference
