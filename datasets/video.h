// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/frame_reader.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace alexscope::datasets {

/// Tells the libraries that read videos to keep their remarks to themselves. It sets variables of the environment: call
/// it before there are other threads.
void quietVideoLibraries();

/// A video file of any kind the libraries know; its first picture is decoded here, so that what opens can be played.
/// Large pictures come shrunk by a whole number, with at least 320 pixels on the shorter side (fewer only where the
/// picture is absurdly long): each costs more to copy than to look at.
/// Throws Error with the reason: no ordinary file, empty, damaged, pictures too large.
std::unique_ptr<FrameReader> openVideoFile(const std::filesystem::path& file);

/// The camera /dev/video<number>. May take seconds. Throws Error: there is none, it may not be read, another program
/// has it.
std::unique_ptr<FrameReader> openCamera(int number);

/// The cameras of this computer, by number: what the system lists as a device that takes pictures. Asks the devices for
/// their names, which may take a moment. `devices`: the folder they are in.
std::vector<CameraInfo> cameras(const std::filesystem::path& devices = "/dev");

} // namespace alexscope::datasets
