// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/kernels.h"

#include <cmath>

/// Pooling (§3.4), channel by channel, overlapping when stride < size:
///   max      y[oy, ox] = max of x over the window; its gradient goes to the first maximum in reading order
///   average  y[oy, ox] = mean of x over the window; its gradient is spread evenly
/// Window: rows oy·stride − pad … + size − 1, columns alike, cut at the border: cells beyond it do not count.
/// x: N × C × H × W, y: N × C × OH × OW.
namespace alexscope::reference {
namespace {

using Range = SlidingWindow::Range;

template <typename T>
class Pooling final : public PlainKernel<T> {
public:
    Pooling(const PoolingSpec& spec, const KernelRequest& request)
        : PlainKernel<T>(request),
          m_kind(spec.kind), m_rows{this->m_in.h, this->m_out.h, spec.size, spec.stride, spec.pad},
          m_columns{this->m_in.w, this->m_out.w, spec.size, spec.stride, spec.pad}
    {
    }

    void forward(const StepContext&) override
    {
        const std::span<const T> x = this->input();
        const std::span<T> y = this->output();
        forEachWindow([&](Index plane, Index out, Range rows, Range columns) {
            if (m_kind == PoolingKind::Max) {
                y[out] = x[firstMaximum(x, plane, rows, columns)];
                return;
            }
            double sum = 0;
            for (Index iy = rows.begin; iy < rows.end; ++iy)
                for (Index ix = columns.begin; ix < columns.end; ++ix)
                    sum += static_cast<double>(x[plane + iy * this->m_in.w + ix]);
            y[out] = static_cast<T>(sum / cells(rows, columns));
        });
    }

    void backward(const StepContext&) override
    {
        if (!this->wantsInputGradient())
            return;
        const std::span<const T> x = this->input(), dy = this->outputGradient();
        const std::span<T> dx = this->inputGradient();
        std::vector<double> sums(dx.size()); // windows overlap: a cell gathers from several
        forEachWindow([&](Index plane, Index out, Range rows, Range columns) {
            const double gradient = static_cast<double>(dy[out]);
            if (m_kind == PoolingKind::Max) {
                sums[firstMaximum(x, plane, rows, columns)] += gradient;
                return;
            }
            for (Index iy = rows.begin; iy < rows.end; ++iy)
                for (Index ix = columns.begin; ix < columns.end; ++ix)
                    sums[plane + iy * this->m_in.w + ix] += gradient / cells(rows, columns);
        });
        std::transform(sums.begin(), sums.end(), dx.begin(), [](double sum) { return static_cast<T>(sum); });
    }

private:
    static double cells(Range rows, Range columns)
    {
        return static_cast<double>((rows.end - rows.begin) * (columns.end - columns.begin));
    }

    /// Index into x; a NaN counts as the largest, so that it is not lost.
    Index firstMaximum(std::span<const T> x, Index plane, Range rows, Range columns) const
    {
        Index best = plane + rows.begin * this->m_in.w + columns.begin;
        for (Index iy = rows.begin; iy < rows.end; ++iy)
            for (Index ix = columns.begin; ix < columns.end; ++ix) {
                const Index here = plane + iy * this->m_in.w + ix;
                if (x[here] > x[best] || (std::isnan(x[here]) && !std::isnan(x[best])))
                    best = here;
            }
        return best;
    }

    /// f(where the channel's plane begins in x, index into y, the window's rows and columns inside the picture)
    template <typename F>
    void forEachWindow(F f) const
    {
        Index out = 0;
        for (Index channel = 0; channel < this->m_batch * this->m_in.c; ++channel)
            for (Index oy = 0; oy < this->m_out.h; ++oy)
                for (Index ox = 0; ox < this->m_out.w; ++ox)
                    f(channel * this->m_in.area(), out++, m_rows.inputsOf(oy), m_columns.inputsOf(ox));
    }

    PoolingKind m_kind;
    SlidingWindow m_rows, m_columns;
};

} // namespace

template <typename T>
std::unique_ptr<Kernel> makePooling(const PoolingSpec& spec, const KernelRequest& request)
{
    return std::make_unique<Pooling<T>>(spec, request);
}
template std::unique_ptr<Kernel> makePooling<float>(const PoolingSpec&, const KernelRequest&);
template std::unique_ptr<Kernel> makePooling<double>(const PoolingSpec&, const KernelRequest&);

} // namespace alexscope::reference
