// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/picture_file.h"

#include "core/error.h"
#include "datasets/bounded_file.h"
#include "datasets/opencv_picture.h"
#include "datasets/picture_header.h"

#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <mutex>

namespace alexscope::datasets {

namespace {

constexpr std::uint64_t largestFile = 512ull << 20;

/// Our threads share the work among themselves, and what is wrong with a file is said by us.
void quietOpenCv()
{
    static std::once_flag once;
    std::call_once(once, [] {
        cv::setNumThreads(1);
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    });
}

int decodingFlags(const PictureCheck& check, int shorterSide)
{
    const int shorter = static_cast<int>(std::min(check.width, check.height));
    if (check.kind != PictureKind::Jpeg || shorterSide < 1 || shorter / 2 < shorterSide)
        return cv::IMREAD_COLOR;
    if (shorter / 4 < shorterSide)
        return cv::IMREAD_REDUCED_COLOR_2;
    return shorter / 8 < shorterSide ? cv::IMREAD_REDUCED_COLOR_4 : cv::IMREAD_REDUCED_COLOR_8;
}

} // namespace

Image readPicture(const std::filesystem::path& path)
{
    return readPicture(path, 0);
}

Image readPicture(const std::filesystem::path& path, int shorterSide)
{
    quietOpenCv();
    BoundedFile file(path);
    const PictureCheck check = checkPicture(path);
    if (!check.usable)
        throw Error(concat(path.string(), " cannot be used as a picture: ", check.reason, "."));
    const std::vector<std::uint8_t> bytes = file.readAll(largestFile);
    cv::Mat picture;
    try {
        picture = cv::imdecode(bytes, decodingFlags(check, shorterSide));
    } catch (const cv::Exception&) {
        picture.release(); // said below
    }
    if (picture.empty() || picture.type() != CV_8UC3)
        throw Error(concat(path.string(), " cannot be decoded; the file is damaged."));
    return toRgb(picture);
}

} // namespace alexscope::datasets
