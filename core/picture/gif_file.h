// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/image.h"

#include <filesystem>
#include <fstream>

namespace alexscope {

/// An animation as a GIF (version 89a) that repeats for ever, written frame by frame; every frame has its own 256
/// colours at most (reduceColours). No library is needed, and every browser and every presentation program plays it.
/// The file appears under its name at finish() and only when it is whole. Throws Error. One thread at a time.
class GifFile {
public:
    /// All frames have this size: 1 … 65535 pixels a side.
    GifFile(const std::filesystem::path& path, int width, int height);
    /// Without finish() nothing is left behind.
    ~GifFile();
    GifFile(const GifFile&) = delete;
    GifFile& operator=(const GifFile&) = delete;

    /// `centiseconds`: how long it is shown.
    void add(ImageView frame, int centiseconds);
    int frames() const { return m_frames; }
    void finish();

private:
    void write(const std::string& bytes);

    std::filesystem::path m_path, m_temporary;
    std::ofstream m_out;
    int m_width, m_height, m_frames = 0;
    bool m_finished = false;
};

} // namespace alexscope
