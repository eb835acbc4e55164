// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/indexed_set.h"

#include <QImage>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace alexscope::gui {

/// Which pictures of an index are nearest to one.
struct NeighbourQuestion {
    std::shared_ptr<const IndexedSet> index; ///< never null in neighboursOf
    std::optional<PictureId> picture;        ///< of the run's data, indexed or not
    std::shared_ptr<const Image> own;        ///< this one, when `picture` is nothing
    QString ownName;
    int k = 6;

    bool operator==(const NeighbourQuestion&) const = default;
};

/// A picture of an answer as it is shown.
struct NeighbourPicture {
    std::optional<PictureId> id; ///< nothing: somebody's own
    QImage image;                ///< null: it cannot be read any more
    QString name;
    int label = -1; ///< −1: nobody knows
    double distance = 0;
};

struct NeighbourAnswer {
    NeighbourQuestion question;
    NeighbourPicture query;
    /// Nearest first; the query itself is not among them. By codes, the distance is how many bits differ.
    std::vector<NeighbourPicture> byFeatures, byPixels, byCodes;
};

/// Euclidean distance in both cases: of the layer's numbers, and of the pixels of the crop that the network sees, 0–255
/// averaged down to a small side (PixelVectors). By codes where the index has them. The features of a picture that is
/// not indexed are computed with the index' own weights on a backend of `makeBackend`. On the calling thread; throws
/// Error.
NeighbourAnswer neighboursOf(const NeighbourQuestion& question,
                             const std::function<std::unique_ptr<Backend>()>& makeBackend);

} // namespace alexscope::gui
