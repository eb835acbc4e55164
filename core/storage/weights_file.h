// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/set_statistics.h"
#include "core/network/network.h"
#include "core/storage/safetensors.h"
#include "core/training/dropout_edits.h"
#include "core/training/metrics.h"
#include "core/training/solver.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// Weights as they travel: a safetensors file that needs nothing beside it. Metadata: "network" the text, "classes" a
/// JSON list of names, "preprocessing" JSON (means and colour axes of the training set). Tensors: conv1.weight [out,
/// in/groups, h, w], conv1.bias, fc6.weight [out, in] …, and "preprocessing.mean" [3, side, side] where the mean is a
/// picture. A checkpoint is such a file with "velocity.<parameter>" tensors and "run" and "trainer" metadata besides.
namespace alexscope {

/// What a weights file says about itself; the numbers stay in `file` until asked for.
struct WeightsFile {
    SafetensorsFile file;
    NetworkSpec network;                 ///< classes resolved
    std::vector<std::string> classNames; ///< may be empty
    SetStatistics statistics;
    std::vector<std::string> missing; ///< layers without numbers in the file, in the network's order; see Absent
};

/// Whether a file may lack whole layers, as long as it holds the first that has weights.
enum class Absent { Refused, Listed };

/// Opens and checks: every parameter of the network is there with its shape. `network`, when given, takes the place of
/// the file's own text (bare files). Throws Error naming the file, the parameter and both shapes.
/// Non-finite weights are an Error that counts them.
WeightsFile openWeights(const std::filesystem::path& path, const std::optional<NetworkSpec>& network = std::nullopt);
WeightsFile openWeights(SafetensorsFile file, const std::optional<NetworkSpec>& network, Absent absent);

/// A file whose parameters may be those of another network: what it says about itself, nothing of it required.
struct KnownWeights {
    SafetensorsFile file;
    std::optional<NetworkSpec> network; ///< as trained; none in a bare file
    std::vector<std::string> classNames;
    SetStatistics statistics;
};
/// A file as it is; of the folder of a run the finished weights, else the checkpoint. Throws Error when it has neither.
std::filesystem::path weightsFileIn(const std::filesystem::path& fileOrRun);
/// `path`: as weightsFileIn takes it. Throws Error naming what is not there or broken.
KnownWeights openKnownWeights(const std::filesystem::path& path);
KnownWeights openKnownWeights(SafetensorsFile file);

/// Weights somebody wants to look at, and in sentences what came along with them.
struct DescribedWeights {
    WeightsFile weights; ///< whole layers may be missing
    std::vector<std::string> remarks;
};

/// The shape of a parameter in a file: as many dimensions as its rank.
std::vector<std::int64_t> fileShape(const ParameterInfo& info);
/// The numbers of a parameter that the file holds in that shape. Throws Error, also when some are not finite.
std::vector<float> readParameter(const SafetensorsFile& file, const ParameterInfo& info);

/// Whether a parameter of the file's network belongs to a layer that is missing.
bool lacks(const WeightsFile& weights, const ParameterInfo& info);

/// Uploads the file's numbers into a network of the same parameters; zeros for the layers that are missing.
void loadInto(const WeightsFile& weights, Network& network);

/// What is saved along with the parameters.
struct WeightsDescription {
    std::vector<std::string> classNames;
    SetStatistics statistics;
};
void saveWeights(const std::filesystem::path& path, const Network& network, const WeightsDescription& description);

/// The rest of the state from which a run goes on bit for bit.
struct CheckpointState {
    std::string runJson; ///< RunSpec of the run
    std::int64_t iteration = 0;
    SolverState solver;
    Recipe recipe; ///< with live edits applied
    /// Read only, written from the network that is saved: its text, with the dropout then in force.
    std::optional<NetworkSpec> network;
    DropoutEdits dropoutEdits; ///< given, but not in force yet
    double seconds = 0;
    /// Set when the state lies between an iteration's update and the end of its validation: the row still without
    /// validation. Going on then begins with that validation.
    std::optional<MetricsRow> unvalidated;
};
/// Throws Error, leaving an older file in place, when a weight or velocity is not finite.
void saveCheckpoint(const std::filesystem::path& path, const Network& network, const WeightsDescription& description,
                    const CheckpointState& state);
/// Uploads parameters and velocities and returns the rest. Throws Error; the network is unchanged unless all is well.
CheckpointState loadCheckpoint(const std::filesystem::path& path, Network& network);

} // namespace alexscope
