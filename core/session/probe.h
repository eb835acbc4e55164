// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"
#include "core/session/arithmetic.h"
#include "core/tensor/host_tensor.h"
#include "core/training/trainer.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace alexscope {

/// What the screen looks at. Only this is downloaded.
struct ProbeRequest {
    /// Of parameters: values ("conv1.weight"), gradients of the latest backward, and v, what the latest update added
    /// to them (§5).
    std::vector<std::string> parameters, gradients, updates;
    /// What the network gets: of the pinned picture, and inside a step of its own.
    bool input = false;
    /// Layers, of the pinned picture in test mode; while holding inside a step, also of picture `batchPicture` of the
    /// step's own batch.
    std::vector<std::string> activations;
    /// Layers as well, but for small pictures: running freely they are looked at a few times a second, and snapshots
    /// between show them as they were.
    std::vector<std::string> thumbnails;
    std::vector<std::string> activationGradients; ///< layers, while holding inside a step
    std::shared_ptr<const Image> pinned;          ///< the pinned picture; null: none
    std::int64_t frame = 0;                       ///< number of the video's frame that `pinned` is; 0: it is none
    /// More pictures, only classified in test mode (predictions view).
    std::vector<std::shared_ptr<const Image>> gallery;
    /// Classifications of the whole gallery a second at most while running; a hold always classifies it once.
    double galleryPace = 2;
    int batchPicture = 0;
    std::optional<ArithmeticRequest> arithmetic; ///< one number to be explained with its operands
    double pace = 30;                            ///< snapshots a second at most while running
    std::size_t byteBudget = 64u << 20;          ///< a snapshot stops adding tensors beyond this and says so

    bool operator==(const ProbeRequest&) const = default;
};

enum class TensorMode {
    Parameter,    ///< a weight or bias, or its gradient
    TestMode,     ///< inspection pass of the pinned picture: dropout scales
    TrainingMode, ///< the step's own tensors: dropout masks
};

struct SnapshotTensor {
    std::shared_ptr<const HostTensor> values;
    TensorMode mode = TensorMode::Parameter;
};

/// What the network says of the gallery, in test mode (centre crop), at one moment of training.
struct GalleryResult {
    std::int64_t iteration = 0;                         ///< of the parameters used
    std::vector<std::shared_ptr<const Image>> pictures; ///< ProbeRequest::gallery as it was
    std::vector<std::vector<float>> probabilities;      ///< one a picture: softmax over the classes
};

/// What the network said of one frame of a video.
struct FrameAnswer {
    std::int64_t frame = 0;      ///< its number
    std::int32_t likeliest = -1; ///< class
    float probability = 0;       ///< of that class
    std::int64_t iteration = 0;  ///< of the parameters used
    bool operator==(const FrameAnswer&) const = default;
};

/// The picture of a step's own batch that a snapshot shows.
struct StepPicture {
    int number = 0, batch = 0; ///< picture `number` of `batch`
    std::size_t index = 0;     ///< of the training set
    std::int32_t label = -1;
    SampleTransform transform;               ///< how it was cropped, mirrored and coloured
    std::shared_ptr<const HostTensor> input; ///< as the network gets it; null when not asked for
};

/// An immutable picture of the device between two pieces of a step.
struct Snapshot {
    std::uint64_t serial = 0; ///< grows with every snapshot
    std::int64_t iteration = 0;
    double epoch = 0;
    Piece next;           ///< what the cursor will do next
    bool holding = false; ///< nothing on the device changes until the next command
    bool walking = false; ///< holding or in slow motion: a snapshot for every piece, so `next` can be followed
    bool overBudget = false;
    bool past = false; ///< read from what was recorded of an earlier moment, not from the device
    std::map<std::string, SnapshotTensor> parameters, gradients, updates; ///< by parameter; no updates before the first
    std::shared_ptr<const Image> pinned;                                  ///< whose activations these are
    std::int64_t frame = 0;                                               ///< ProbeRequest::frame
    std::shared_ptr<const HostTensor> pinnedInput;                        ///< that picture as the network gets it
    std::map<std::string, SnapshotTensor> activations;                    ///< by layer, pinned picture, batch 1
    std::shared_ptr<const GalleryResult> gallery;                         ///< newest; null before the first
    std::shared_ptr<const std::vector<FrameAnswer>>
        frames;                             ///< where every frame is passed: the latest ones, oldest first
    std::optional<StepPicture> stepPicture; ///< only inside a step
    std::map<std::string, SnapshotTensor> stepActivations,
        stepGradients;                            ///< by layer, that picture; what is done so far
    std::shared_ptr<const Arithmetic> arithmetic; ///< null: not asked for, unknown, or not computed yet by the step
};

} // namespace alexscope
