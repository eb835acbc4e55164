// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/weights_file.h"

#include <filesystem>
#include <string>
#include <vector>

namespace alexscope {

/// Where one layer's weights come from when a run begins with known ones.
struct LayerStart {
    enum class Source {
        Known,      ///< taken from the file
        NewClasses, ///< drawn from the seed: the last layer, which tells other classes apart than the file's
        OtherShape, ///< drawn from the seed: the file's layer of that name has another shape
        Absent,     ///< drawn from the seed: the file has no such layer
    };
    std::string layer;
    Source source = Source::Absent;
    std::vector<std::int64_t> inFile, wanted; ///< shapes of the weights; inFile is empty where there are none
};

/// The beginning of a run that goes on learning from known weights (transfer learning): each layer whose weights and
/// biases the file holds under the same names in the same shapes is taken, the others keep what the seed draws. The
/// last layer is taken only for the same classes: where either side does not name its classes, equal shapes are enough.
class StartingWeights {
public:
    /// `path` as for openKnownWeights; `network` with classes resolved; `classNames` of the set to be learned, empty:
    /// not known. Throws Error when nothing of the file fits.
    StartingWeights(const std::filesystem::path& path, const NetworkSpec& network,
                    const std::vector<std::string>& classNames);
    /// The same of a file that is open.
    StartingWeights(KnownWeights known, const NetworkSpec& network, const std::vector<std::string>& classNames);

    const std::filesystem::path& file() const { return m_known.file.path(); }
    const std::vector<LayerStart>& layers() const { return m_layers; } ///< those with parameters, in order
    bool takes(const std::string& layer) const;
    /// Of a layer that is taken.
    std::vector<float> values(const ParameterInfo& parameter) const { return readParameter(m_known.file, parameter); }

    /// Uploads what is taken. Returns a digest of all those numbers: part of the run's identity.
    std::string loadInto(Network& network) const;

    /// The layers taken have learned from pictures with the mean of their set subtracted and go on so; the colour axes
    /// (§4.1) are those of the pictures that are learned from now. `ofData` itself where the file holds no such mean.
    SetStatistics statistics(SetStatistics ofData) const;

    /// In words: what is taken and what is drawn, and how pictures are treated.
    std::vector<std::string> remarks() const;
    /// In words: what somebody may not expect. Layers that do not fit, and pictures that reach the layers otherwise
    /// than those they learned from.
    std::vector<std::string> warnings() const;

private:
    bool bringsMean(int meanSide) const;

    KnownWeights m_known;
    NetworkSpec m_network;
    std::vector<LayerStart> m_layers;
};

} // namespace alexscope
