// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstdint>

/// Randomness as a function: every random number of a run is philox(seed, stream, step, index), so it does not depend
/// on which thread or backend asked first, and a resumed run draws what the uninterrupted one would have drawn.
/// Philox4x32-10: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
/// Header-only and free of tables so that the CUDA room can compile the same lines for the device.
namespace alexscope {

#if defined(__CUDACC__)
#define ALEXSCOPE_HOST_DEVICE __host__ __device__
#else
#define ALEXSCOPE_HOST_DEVICE
#endif

/// Who draws. Two consumers never share a stream; `Dropout + layer index` keeps the layers apart.
enum class Stream : std::uint32_t {
    Weights = 0x1000, ///< + index of the parameter
    Dropout = 0x2000, ///< + index of the layer; step = iteration, index = sample * units + unit
    Order = 0x3000,   ///< step = epoch
    Crop = 0x3100,    ///< index = running number of the sample in the run
    Reflection = 0x3200,
    Colour = 0x3300,
    Textures = 0x4000, ///< + split; step = picture
    Analysis = 0x5000, ///< anything drawn for display only; never touches training
};

struct Philox4 {
    std::uint32_t v[4];
};

/// The block of four 32-bit numbers number `block` of (seed, stream, step).
ALEXSCOPE_HOST_DEVICE inline Philox4 philox(std::uint64_t seed, std::uint32_t stream, std::uint32_t step,
                                            std::uint64_t block)
{
    std::uint32_t key0 = static_cast<std::uint32_t>(seed), key1 = static_cast<std::uint32_t>(seed >> 32);
    std::uint32_t c0 = static_cast<std::uint32_t>(block), c1 = static_cast<std::uint32_t>(block >> 32), c2 = step,
                  c3 = stream;
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t p0 = 0xD2511F53ull * c0, p1 = 0xCD9E8D57ull * c2;
        const std::uint32_t n0 = static_cast<std::uint32_t>(p1 >> 32) ^ c1 ^ key0;
        const std::uint32_t n2 = static_cast<std::uint32_t>(p0 >> 32) ^ c3 ^ key1;
        c1 = static_cast<std::uint32_t>(p1);
        c3 = static_cast<std::uint32_t>(p0);
        c0 = n0;
        c2 = n2;
        key0 += 0x9E3779B9u;
        key1 += 0xBB67AE85u;
    }
    return {{c0, c1, c2, c3}};
}

/// The single 32-bit number `index` of (seed, stream, step): lane index % 4 of block index / 4.
ALEXSCOPE_HOST_DEVICE inline std::uint32_t philoxWord(std::uint64_t seed, std::uint32_t stream, std::uint32_t step,
                                                      std::uint64_t index)
{
    return philox(seed, stream, step, index / 4).v[index % 4];
}

/// A unit is dropped when its 32-bit number lies below this (p in [0, 1)).
ALEXSCOPE_HOST_DEVICE inline std::uint32_t dropThreshold(double p)
{
    return static_cast<std::uint32_t>(p * 4294967296.0);
}

#undef ALEXSCOPE_HOST_DEVICE

/// A small sequence for host code that draws several numbers for one logical thing (one picture, one weight tensor).
class PhiloxSequence {
public:
    PhiloxSequence(std::uint64_t seed, std::uint32_t stream, std::uint32_t step, std::uint64_t firstBlock = 0)
        : m_seed(seed), m_stream(stream), m_step(step), m_block(firstBlock)
    {
    }
    PhiloxSequence(std::uint64_t seed, Stream stream, std::uint32_t step, std::uint64_t firstBlock = 0)
        : PhiloxSequence(seed, static_cast<std::uint32_t>(stream), step, firstBlock)
    {
    }

    std::uint32_t word()
    {
        if (m_lane == 4) {
            m_words = philox(m_seed, m_stream, m_step, m_block++);
            m_lane = 0;
        }
        return m_words.v[m_lane++];
    }
    /// Uniform in (0, 1), never exactly 0 or 1.
    double uniform() { return (word() + 0.5) * (1.0 / 4294967296.0); }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Uniform in 0 .. count-1 (count >= 1).
    std::uint32_t below(std::uint32_t count)
    {
        return static_cast<std::uint32_t>((static_cast<std::uint64_t>(word()) * count) >> 32);
    }
    /// Standard normal by Box and Muller; our own transform because std::normal_distribution differs between libraries.
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(uniform()));
        return radius * std::cos(6.283185307179586 * uniform());
    }

private:
    std::uint64_t m_seed;
    std::uint32_t m_stream, m_step;
    std::uint64_t m_block;
    Philox4 m_words{};
    int m_lane = 4;
};

} // namespace alexscope
