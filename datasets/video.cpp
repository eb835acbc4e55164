// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/video.h"

#include "core/error.h"
#include "datasets/bounded_file.h"
#include "datasets/opencv_picture.h"
#include "datasets/picture_header.h"

#include <opencv2/core/utils/logger.hpp>
#include <opencv2/videoio.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace alexscope::datasets {

namespace {

/// What a file says of its pace is believed within these bounds; else it is played at a usual one.
constexpr double slowest = 0.1, fastest = 240, usual = 25;
/// Of the pictures a file announces so many may be missing before it is called cut off: some files only estimate.
constexpr double mayBeMissing = 0.1;

/// So much of a picture stays: what a screen shows of a video, and more than any network takes.
constexpr int shorterSideKept = 320;
constexpr double mostPixelsKept = 1 << 20;

Image kept(const cv::Mat& picture)
{
    const int shorter = std::min(picture.cols, picture.rows);
    const double pixels = static_cast<double>(picture.cols) * picture.rows;
    const int factor =
        std::max(shorter / shorterSideKept, static_cast<int>(std::ceil(std::sqrt(pixels / mostPixelsKept))));
    return factor <= 1 ? toRgb(picture) : toRgbShrunk(picture, std::min(factor, shorter));
}

/// The next picture, shrunk; nothing where there is none or it is none of 8-bit colours. `scratch` spares the memory of
/// a whole one every time.
std::optional<Image> read(cv::VideoCapture& capture, cv::Mat& scratch)
{
    try {
        if (capture.read(scratch) && scratch.type() == CV_8UC3 && !scratch.empty())
            return kept(scratch);
    } catch (const cv::Exception&) {
        // the caller says it
    }
    return std::nullopt;
}

bool isTooLarge(double width, double height)
{
    return width * height > static_cast<double>(largestPicture);
}

class VideoFile : public FrameReader {
public:
    explicit VideoFile(std::filesystem::path file) : m_file(std::move(file)) { open(); }

    std::optional<Image> next() override
    {
        std::optional<Image> picture = m_first ? std::exchange(m_first, {}) : read(m_capture, m_scratch);
        if (picture)
            ++m_read;
        return picture;
    }
    double perSecond() const override { return m_perSecond; }
    bool rewind() override
    {
        open(); // going back by seeking ends at another picture in some kinds of files
        return true;
    }
    std::string remark() const override
    {
        if (m_announced <= 0 ||
            static_cast<double>(m_read + 1) >= static_cast<double>(m_announced) * (1 - mayBeMissing))
            return {};
        return concat(m_file.string(), " ends after ", m_read, " of the ", m_announced,
                      " pictures it announces; it is cut off or damaged.");
    }

private:
    [[noreturn]] void refuse(const std::string& why) const
    {
        throw Error(concat(m_file.string(), " cannot be played: ", why));
    }

    void open()
    {
        if (BoundedFile(m_file).size() == 0)
            refuse("it is empty; record or fetch it again.");
        openCapture();
        const double width = m_capture.get(cv::CAP_PROP_FRAME_WIDTH), height = m_capture.get(cv::CAP_PROP_FRAME_HEIGHT);
        if (isTooLarge(width, height))
            refuse(
                concat("its pictures have ", width, "×", height, " pixels; 100 million are the most that are read."));
        m_first = read(m_capture, m_scratch);
        if (!m_first)
            refuse("none of its pictures can be decoded; it is damaged or cut off.");
        const double pace = m_capture.get(cv::CAP_PROP_FPS);
        m_perSecond = std::isfinite(pace) && pace >= slowest && pace <= fastest ? pace : usual;
        const double announced = m_capture.get(cv::CAP_PROP_FRAME_COUNT);
        m_announced = announced > 0 && announced < 1e9 ? static_cast<std::int64_t>(announced) : 0;
        m_read = 0;
    }

    /// By the library that looks at the content alone: others would take a name with digits for a series of pictures.
    void openCapture()
    {
        try {
            if (m_capture.open(m_file.string(), cv::CAP_FFMPEG))
                return;
        } catch (const cv::Exception&) {
            // as if it could not be opened
        }
        BoundedFile still(m_file); // throws where the file has vanished meanwhile
        refuse("it is damaged, no video, or of a kind that is not known here.");
    }

    std::filesystem::path m_file;
    cv::VideoCapture m_capture;
    cv::Mat m_scratch;
    std::optional<Image> m_first; ///< decoded while opening
    double m_perSecond = usual;
    std::int64_t m_announced = 0, m_read = 0;
};

class Camera : public FrameReader {
public:
    explicit Camera(int number) : m_number(number)
    {
        const std::vector<CameraInfo> known = cameras();
        const auto found = std::find_if(known.begin(), known.end(),
                                        [number](const CameraInfo& camera) { return camera.number == number; });
        if (found == known.end())
            throw Error(concat("There is no camera ", number, "; connect one and choose it anew."));
        if (!found->fault.empty())
            throw Error(found->fault);
        open();
    }

    std::optional<Image> next() override
    {
        std::optional<Image> picture = read(m_capture, m_scratch);
        if (!picture)
            throw Error(
                concat("Camera ", m_number, " sends no pictures any more; connect it again and choose it anew."));
        return picture;
    }
    double perSecond() const override { return 0; }
    bool rewind() override { return false; }

private:
    void open()
    {
        try {
            if (m_capture.open(m_number, cv::CAP_V4L2) && read(m_capture, m_scratch))
                return;
        } catch (const cv::Exception&) {
            // as if it did not answer
        }
        throw Error(
            concat("Camera ", m_number, " does not answer; close other programs that use it, or connect it again."));
    }

    const int m_number;
    cv::VideoCapture m_capture;
    cv::Mat m_scratch;
};

} // namespace

void quietVideoLibraries()
{
    constexpr int keepWhatIsSet = 0;
    setenv("OPENCV_FFMPEG_LOGLEVEL", "-8", keepWhatIsSet); // AV_LOG_QUIET
    cv::setNumThreads(1);                                  // our threads share the work among themselves
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
}

std::unique_ptr<FrameReader> openVideoFile(const std::filesystem::path& file)
{
    return std::make_unique<VideoFile>(file);
}

std::unique_ptr<FrameReader> openCamera(int number)
{
    return std::make_unique<Camera>(number);
}

} // namespace alexscope::datasets
