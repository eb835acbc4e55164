// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"

#include <optional>
#include <string>

namespace alexscope {

/// Pictures one after the other: a video file or a camera. Belongs to one thread at a time.
class FrameReader {
public:
    virtual ~FrameReader() = default;

    /// The next picture, 8-bit RGB; nothing at the end of a file. A camera lets one wait until it has one. Throws
    /// Error: nothing can be decoded, the camera is gone.
    virtual std::optional<Image> next() = 0;
    /// Frames a second the file is meant to be shown at; 0 for a camera, whose frames come when they come.
    virtual double perSecond() const = 0;
    /// Back to the first frame; false where there is none to go back to (a camera). Throws Error.
    virtual bool rewind() = 0;
    /// After the end: what is amiss with a file that could be read all the same, as a sentence; else empty.
    virtual std::string remark() const { return {}; }
};

/// A camera of this computer.
struct CameraInfo {
    int number = 0;    ///< of /dev/video0, /dev/video1 …
    std::string name;  ///< as it calls itself; may be empty
    std::string fault; ///< why it cannot be used, as a sentence; empty: it can
};

} // namespace alexscope
