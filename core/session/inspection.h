// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/frame_source.h"
#include "core/session/probe.h"
#include "core/training/trainer.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace alexscope {

/// Looks at a trainer between two pieces and makes snapshots. What is shown of the pinned picture and the gallery comes
/// from a network of its own (batch 1, layer by layer, test mode) on the same parameters, so a step under way is never
/// disturbed. Nothing is computed or downloaded twice while the parameters stay as they are. Thread: the backend's.
class Inspection {
public:
    /// Keeps references to both.
    Inspection(Trainer& trainer, Backend& backend) : m_trainer(trainer), m_backend(backend) { restored(true); }

    /// The trainer was put where it stands now: gradients are there from the next backward pass on, updates from the
    /// next one on unless it came `withUpdates`.
    void restored(bool withUpdates)
    {
        m_restoredAt = m_trainer.iteration();
        m_updatesRestored = withUpdates;
    }

    void setRequest(ProbeRequest request);
    /// Another picture in place of ProbeRequest::pinned.
    void setFrame(const Frame& frame);
    /// Passes at most framesAtOnce() frames through the network, together and fused, and keeps what it says of them for
    /// the next snapshot.
    void passFrames(const std::vector<Frame>& frames);
    /// As many as make good use of the device, keep nobody waiting and come in time.
    std::size_t framesAtOnce() const { return m_framesAtOnce; }
    /// After a pass: so many wait already, from which framesAtOnce() learns.
    void framesWaitAfterPass(std::size_t waiting);
    /// Forgets what it said: another video begins.
    void forgetFrames() { m_frameAnswers.clear(); }
    static constexpr std::size_t mostFrameAnswers = 1000;
    bool wantsNothing() const;
    /// After every change of the weights (an update, loading, a reset) or of a dropout's p.
    void parametersChanged()
    {
        ++m_version;
        m_step.clear();
    }

    struct Options {
        bool holding = false;
        bool withStep = false;      ///< also what lies between the layers of a step that is under way
        bool withGallery = false;   ///< classify the gallery anew when the weights have changed
        bool withThumbnails = true; ///< else they may be of older weights
    };
    /// Names the network does not know are left out.
    std::shared_ptr<const Snapshot> take(Options options);
    /// The same without waiting for the device where it can hand numbers over beside its work: the state is that of
    /// now, finish() has it when lookReady(). A look begun before is given up.
    void begin(Options options);
    bool looking() const { return m_begun != nullptr; }
    bool lookReady() const;
    std::shared_ptr<const Snapshot> finish();
    /// Of the pinned picture and the parameters as they are, whatever the request says; what was looked at for it is
    /// not computed again. For the record of the run.
    std::shared_ptr<const Snapshot> takeOf(const std::vector<std::string>& parameters,
                                           const std::vector<std::string>& activations);
    bool galleryIsStale() const { return !m_request.gallery.empty() && m_galleryVersion != m_version; }

private:
    using Tensors = std::map<std::string, SnapshotTensor>;

    std::shared_ptr<Snapshot> look(Options options);
    void finishDownloads();
    std::shared_ptr<const HostTensor> fetch(const Tensor& tensor);
    bool fits(Snapshot& snapshot, const Shape& shape);
    void addParameters(Snapshot& snapshot);
    void addGradients(Snapshot& snapshot);
    void addUpdates(Snapshot& snapshot);
    void addPinned(Snapshot& snapshot, bool withThumbnails);
    void addOlderThumbnails(Snapshot& snapshot);
    void addStep(Snapshot& snapshot);
    void addStepPicture(Snapshot& snapshot);
    void addArithmetic(Snapshot& snapshot, bool insideStep);
    std::shared_ptr<const Arithmetic> explainPinned(int layer, bool holding);
    std::shared_ptr<const Arithmetic> explainStep(const Snapshot& snapshot, int layer);
    void addOperands(ArithmeticSource& source, bool holding);
    const HostTensor* operand(const std::string& name, bool holding);
    bool hasGradient(const Parameter& parameter) const;
    int layerOf(const std::string& name) const;
    bool forwardDone(int layer) const;
    std::vector<std::string> layersToShow(bool withThumbnails) const;
    void compute(const Image& picture, int lastLayer);
    std::shared_ptr<const HostTensor> onePicture(const Tensor& tensor) const;
    std::vector<float> inputOf(const Image& picture) const;
    void classifyGallery();
    void takeAnswers(const std::vector<Frame>& frames);

    Trainer& m_trainer;
    Backend& m_backend;
    ProbeRequest m_request;
    std::unique_ptr<Network> m_network;      ///< made when a picture is first looked at
    std::unique_ptr<Network> m_frameNetwork; ///< fused, for many frames; made when some are first passed
    std::size_t m_framesAtOnce = 4;          ///< that network's batch
    std::vector<float> m_frameInput;         ///< its input
    std::size_t m_framesPassed = 0;          ///< the last time
    double m_passSeconds = 0;                ///< that took
    bool m_isFirstPass = true;               ///< of this network, which prepares and is no measure
    int m_emptyPasses = 0;                   ///< in a row that were at most half full
    std::deque<FrameAnswer> m_frameAnswers;
    const Image* m_looked = nullptr; ///< the picture that network holds
    std::uint64_t m_lookedVersion = 0;
    int m_lookedLayer = -1;
    /// Tensors of a look whose numbers are still coming, each alive as long as they do.
    struct Coming {
        std::shared_ptr<HostTensor> to;
        std::unique_ptr<Download> download;
    };
    std::vector<Coming> m_coming;
    std::shared_ptr<const Snapshot> m_begun;
    bool m_beside = false; ///< what is fetched now may come later
    std::uint64_t m_serial = 0, m_version = 1;
    std::size_t m_bytes = 0; ///< of the snapshot being made
    std::int64_t m_restoredAt = 0;
    bool m_updatesRestored = true;

    std::uint64_t m_parametersVersion = 0, m_pinnedVersion = 0,
                  m_galleryVersion = 0; ///< what the stores below belong to
    Tensors m_parameters, m_pinned;
    Tensors m_thumbnails; ///< the latest of those
    Tensors m_step;       ///< activations of the step under way: what a layer has put out stays until the next step
    std::shared_ptr<const HostTensor> m_pinnedInput; ///< of m_request.pinned
    std::shared_ptr<const GalleryResult> m_gallery;

    std::uint64_t m_operandsVersion = 0, m_arithmeticVersion = 0;
    Tensors m_operands;                             ///< weights and biases that arithmetic was shown of
    std::shared_ptr<const Arithmetic> m_arithmetic; ///< of the pinned picture
};

} // namespace alexscope
