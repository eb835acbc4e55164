// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/piece_times.h"

#include <algorithm>
#include <limits>

namespace alexscope {

namespace {

constexpr std::chrono::milliseconds betweenTimedSteps{250};
constexpr int mostRemembered = 8; ///< an average forgets with this many measurements

} // namespace

void PieceClock::Average::add(double seconds)
{
    ++count;
    const int weight = std::clamp(count - 1, 1, mostRemembered);
    value += (seconds - value) / weight;
}

double PieceClock::Average::shown() const
{
    return count > 0 ? value : std::numeric_limits<double>::quiet_NaN();
}

PieceClock::Kernel& PieceClock::Book::of(const Piece& piece)
{
    const auto place = std::lower_bound(kernels.begin(), kernels.end(), piece.firstLayer,
                                        [](const Kernel& kernel, int layer) { return kernel.firstLayer < layer; });
    if (place != kernels.end() && place->firstLayer == piece.firstLayer)
        return *place;
    return *kernels.insert(place, Kernel{piece.firstLayer, piece.layerCount, {}, {}});
}

void PieceClock::Book::show()
{
    auto times = std::make_shared<PieceTimes>();
    for (const Kernel& kernel : kernels)
        times->kernels.push_back(
            {kernel.firstLayer, kernel.layerCount, kernel.forward.shown(), kernel.backward.shown()});
    times->load = load.shown();
    times->update = update.shown();
    times->batches = batches;
    shown = std::move(times);
}

bool PieceClock::wants(const Piece& piece, bool stepwise, Time now)
{
    if (piece.kind == PieceKind::Validate)
        return false;
    if (piece.kind == PieceKind::Load) {
        m_timed = stepwise || !m_everTimed || now - m_lastTimed >= betweenTimedSteps;
        if (m_timed) {
            m_everTimed = true;
            m_lastTimed = now;
        }
    }
    return m_timed;
}

void PieceClock::add(const Piece& piece, bool stepwise, double seconds)
{
    Book& book = stepwise ? m_stepping : m_running;
    switch (piece.kind) {
    case PieceKind::Load:
        book.load.add(seconds);
        break;
    case PieceKind::Forward:
        book.of(piece).forward.add(seconds);
        break;
    case PieceKind::Backward:
        book.of(piece).backward.add(seconds);
        break;
    case PieceKind::Update:
        book.update.add(seconds);
        ++book.batches;
        break;
    case PieceKind::Validate:
        return;
    }
    if (stepwise || piece.kind == PieceKind::Update)
        book.show();
}

} // namespace alexscope
