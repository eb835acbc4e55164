// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/retrieval/principal_components.h"

#include <cstdint>
#include <vector>

namespace alexscope {

/// t-SNE (van der Maaten, Hinton: "Visualizing data using t-SNE", JMLR 2008): places points on a plane so that those
/// near each other in many dimensions lie near each other. Iterated a few steps at a time, so that one can watch.
///
/// Attraction is that of each point's 3 · perplexity nearest, made symmetric (van der Maaten, "Accelerating t-SNE using
/// tree-based algorithms", JMLR 2014); repulsion is exact, among all pairs: time and nothing else grows with count²,
/// and count is bounded. No randomness: the same points and start give the same map. One thread at a time.
class TSne {
public:
    static constexpr std::size_t mostPoints = 5000;
    static constexpr int exaggerated = 200; ///< iterations during which attraction counts `exaggeration` times
    static constexpr double exaggeration = 12;

    struct Options {
        double perplexity = 30;   ///< about how many neighbours count; less where there are few points
        std::vector<float> start; ///< count × 2: a map to go on from; empty: the first two columns, made small
    };
    /// `points`: few dimensions (their first 50 principal components), for all distances are computed. Throws Error for
    /// more than mostPoints, and for fewer than 2 dimensions.
    TSne(const PointRows& points, const Options& options);

    /// So many more steps of gradient descent.
    void iterate(int steps);
    int iteration() const { return m_iteration; }
    std::size_t count() const { return m_count; }
    /// count × 2: x, y of each point, around (0, 0).
    std::vector<float> map() const;
    /// Kullback and Leibler's divergence of the map from the points, in nats, over the pairs that attract each other;
    /// what the descent makes small. Of the latest step's beginning; NaN before the first.
    double divergence() const { return m_divergence; }

private:
    struct Neighbour {
        std::uint32_t other = 0;
        float probability = 0; ///< p_ij
    };
    void findAffinities(const PointRows& points, double perplexity);
    void step();

    std::size_t m_count;
    int m_iteration = 0;
    bool m_continued; ///< from another map: no exaggeration, which would tear it
    double m_divergence;
    std::vector<std::size_t> m_first; ///< neighbours of point i: m_first[i] … m_first[i + 1]
    std::vector<Neighbour> m_neighbours;
    std::vector<float> m_x, m_y; ///< padded with points infinitely far away
    std::vector<float> m_speedX, m_speedY, m_gainX, m_gainY;
};

} // namespace alexscope
