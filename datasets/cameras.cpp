// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "datasets/video.h"

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <optional>
#include <string_view>

namespace alexscope::datasets {

namespace {

/// 7 of "video7".
std::optional<int> numberOf(const std::string& name)
{
    constexpr std::string_view prefix = "video";
    if (!name.starts_with(prefix))
        return std::nullopt;
    int number = -1;
    const char* end = name.data() + name.size();
    const auto [stop, fault] = std::from_chars(name.data() + prefix.size(), end, number);
    return fault == std::errc() && stop == end && number >= 0 ? std::optional(number) : std::nullopt;
}

/// Nothing for what takes no pictures: many cameras have a second device for their notes.
std::optional<CameraInfo> look(const std::filesystem::path& device, int number)
{
    struct stat status {};
    if (stat(device.c_str(), &status) != 0 || !S_ISCHR(status.st_mode))
        return std::nullopt;
    const int file = open(device.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) {
        if (errno == EACCES || errno == EPERM)
            return CameraInfo{number,
                              {},
                              concat("Camera ", number, " may not be used by you (", device.string(),
                                     "); have yourself added to its group, usually video, and log in again.")};
        return std::nullopt;
    }
    v4l2_capability can{};
    const bool answers = ioctl(file, VIDIOC_QUERYCAP, &can) == 0;
    close(file);
    const auto abilities = (can.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? can.device_caps : can.capabilities;
    if (!answers || (abilities & (V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_VIDEO_CAPTURE_MPLANE)) == 0)
        return std::nullopt;
    const auto* name = reinterpret_cast<const char*>(can.card);
    return CameraInfo{number, std::string(name, strnlen(name, sizeof can.card)), {}};
}

} // namespace

std::vector<CameraInfo> cameras(const std::filesystem::path& devices)
{
    std::vector<CameraInfo> found;
    std::error_code ignored; // a folder that cannot be listed has no cameras for us
    for (const auto& entry : std::filesystem::directory_iterator(devices, ignored))
        if (const auto number = numberOf(entry.path().filename().string()))
            if (auto camera = look(entry.path(), *number))
                found.push_back(std::move(*camera));
    std::sort(found.begin(), found.end(), [](const CameraInfo& a, const CameraInfo& b) { return a.number < b.number; });
    return found;
}

} // namespace alexscope::datasets
