// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/session/session.h"
#include "tests/core/pairing_backend.h"
#include "tests/core/tiny_run.h"

#include <chrono>
#include <functional>
#include <string>
#include <thread>
#include <vector>

/// What tests of sessions share: the tiny run on the plain loops, and waiting.
namespace alexscope::bench {

inline Catalogue catalogue()
{
    Catalogue devices;
    devices.add(referenceEntry());
    return devices;
}

/// The plain loops, but with a convolution and the layer behind it as one piece while running freely.
inline Catalogue fusingCatalogue(std::function<void()> beforeForward = {})
{
    Catalogue devices;
    devices.add({"reference", {}, [beforeForward] { return std::make_unique<PairingBackend>(beforeForward); }});
    return devices;
}

/// Only the data called "tiny" is there.
inline DataSource openTiny(const std::string& specification, const NetworkSpec&)
{
    if (specification != "tiny")
        throw Error("There is no data called " + specification);
    return tiny::data();
}

inline RunSpec tinySpec(const std::string& networkText = tiny::networkText)
{
    RunSpec spec;
    spec.networkText = networkText;
    spec.data = "tiny";
    spec.recipe = parseNetwork(networkText, "tiny").recipe;
    return spec;
}

/// A recipe that does not end by itself while a test looks on.
inline RunSpec endlessSpec(const std::string& networkText = tiny::networkText)
{
    RunSpec spec = tinySpec(networkText);
    spec.recipe.iterations = 100'000'000;
    spec.recipe.validateEvery = 0;
    return spec;
}

inline bool waitFor(const std::function<bool()>& condition, int milliseconds = 20'000)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

/// Until all commands are carried out and nothing runs any more.
inline bool settled(const Session& session)
{
    return waitFor([&] {
        const SessionStatus status = session.status();
        return status.pendingCommands == 0 && status.state != SessionState::Running;
    });
}

/// Until all commands are carried out, whether it runs or not.
inline bool heard(const Session& session)
{
    return waitFor([&] { return session.status().pendingCommands == 0; });
}

inline std::string textOf(const std::vector<SessionEvent>& events, EventKind kind)
{
    std::string text;
    for (const SessionEvent& event : events)
        if (event.kind == kind)
            text += std::to_string(event.iteration) + ": " + event.text + "\n";
    return text;
}

inline double secondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

inline ProbeRequest weightsProbe()
{
    ProbeRequest request;
    request.parameters = {"conv1.weight"};
    return request;
}

/// With weightsProbe().
inline std::vector<float> weightsOf(const Session& session)
{
    return session.snapshot()->parameters.at("conv1.weight").values->values;
}

inline std::string nameOf(const Piece& piece)
{
    const char* const kinds[] = {"load", "forward", "backward", "update", "validate"};
    const std::string name = kinds[static_cast<int>(piece.kind)];
    return piece.firstLayer < 0 ? name : name + " " + std::to_string(piece.firstLayer);
}

} // namespace alexscope::bench
