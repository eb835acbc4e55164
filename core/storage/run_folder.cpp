// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/run_folder.h"

#include "core/error.h"
#include "core/storage/file.h"
#include "core/storage/json_text.h"
#include "core/storage/metrics_csv.h"
#include "core/storage/safetensors.h"

#include <cerrno>
#include <limits>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace alexscope {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::seconds flushEvery{1};

void writeText(const fs::path& path, const std::string& text)
{
    const std::span<const std::uint8_t> bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    writeFileAtomically(path, std::span(&bytes, 1));
}

fs::path specFile(const fs::path& folder)
{
    return folder / "run.json";
}

fs::path metricsFile(const fs::path& folder)
{
    return folder / "metrics.csv";
}

fs::path eventsFile(const fs::path& folder)
{
    return folder / "events.csv";
}

} // namespace

/// A lock on the folder itself: it leaves no file, and the system lets go of it when a program is killed.
class FolderClaim {
public:
    explicit FolderClaim(const fs::path& folder)
        : m_descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
        // A file system without locks has to do without; a folder that cannot be opened is noticed at the first file.
        if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
            return;
        close();
        throw Error(concat(folder.string(), ": another program is training this run; wait until it ends, or choose "
                                            "another folder"));
    }
    ~FolderClaim() { close(); }
    FolderClaim(const FolderClaim&) = delete;
    FolderClaim& operator=(const FolderClaim&) = delete;

private:
    void close()
    {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }
    int m_descriptor;
};

RunFolder::RunFolder(fs::path path, RunSpec spec) : m_path(std::move(path)), m_spec(std::move(spec)) {}

RunFolder RunFolder::create(const fs::path& path, const RunSpec& spec)
{
    std::error_code error;
    fs::create_directories(path, error);
    if (error)
        throw Error(concat("Cannot create folder ", path.string(), ": ", error.message()));
    RunFolder folder(path, spec);
    folder.claim();
    if (holdsRun(path)) // asked now that nobody else can make one any more
        throw Error(concat(path.string(), " already holds a run; resume it or choose another folder"));
    writeText(metricsFile(path), metricsHeader());
    writeText(eventsFile(path), eventsHeader());
    folder.rewriteSpec(spec); // last: what makes the folder a run
    return folder;
}

RunFolder RunFolder::open(const fs::path& path)
{
    if (!holdsRun(path))
        throw Error(concat(path.string(), " holds no run: there is no run.json in it"));
    const std::string text = readTextFile(specFile(path), longestJson);
    return RunFolder(path, runSpecFromJson(text, specFile(path).string()));
}

bool RunFolder::holdsRun(const fs::path& path)
{
    std::error_code unreadable; // then there is none that could be used
    return fs::exists(specFile(path), unreadable);
}

void RunFolder::claim()
{
    if (!m_claim)
        m_claim = std::make_shared<const FolderClaim>(m_path);
}

void RunFolder::rewriteSpec(const RunSpec& spec)
{
    m_spec = spec;
    writeText(m_path / "network.net", spec.networkText);
    writeText(specFile(m_path), toJson(spec));
}

std::int64_t RunFolder::checkpointIteration() const
{
    if (!fs::exists(checkpoint()))
        return -1;
    const SafetensorsFile file(checkpoint());
    const auto found = file.metadata().find("trainer");
    if (found == file.metadata().end())
        throw Error(concat(checkpoint().string(), ": holds weights but no state of training; it cannot be resumed"));
    const nlohmann::json state = parseJson(found->second, checkpoint().string() + ": trainer");
    const JsonFields fields(state, checkpoint().string() + ": trainer");
    fields.require("iteration");
    std::int64_t iteration = 0;
    fields.read("iteration", iteration, 0, std::numeric_limits<std::int64_t>::max());
    return iteration;
}

std::vector<MetricsRow> RunFolder::readMetrics() const
{
    std::vector<MetricsRow> rows;
    forEachRow([&](const MetricsRow& row) { rows.push_back(row); });
    return rows;
}

void RunFolder::forEachRow(const std::function<void(const MetricsRow&)>& take) const
{
    forEachMetricsLine(metricsFile(m_path), [&](const std::string&, const MetricsRow& row) { take(row); });
}

std::vector<RecordedEvent> RunFolder::readEvents() const
{
    return fs::exists(eventsFile(m_path)) ? alexscope::readEvents(eventsFile(m_path)) : std::vector<RecordedEvent>();
}

void RunFolder::truncateMetrics(std::int64_t iteration)
{
    m_metrics = std::ofstream(); // closed, so that nothing buffered follows the new file
    std::string kept = metricsHeader();
    if (fs::exists(metricsFile(m_path)))
        forEachMetricsLine(metricsFile(m_path), [&](const std::string& line, const MetricsRow& row) {
            if (row.iteration <= iteration)
                kept += line + "\n";
        });
    writeText(metricsFile(m_path), kept);
}

void RunFolder::append(const MetricsRow& row)
{
    if (!m_metrics.is_open()) {
        m_metrics.open(metricsFile(m_path), std::ios::app | std::ios::binary);
        m_lastFlush = std::chrono::steady_clock::now();
    }
    m_metrics << formatMetrics(row);
    if (std::chrono::steady_clock::now() - m_lastFlush >= flushEvery)
        flush();
    if (!m_metrics)
        throw Error(concat("Cannot write ", metricsFile(m_path).string(), "; is the disk full?"));
}

void RunFolder::appendEvent(const RecordedEvent& event)
{
    std::ofstream events(eventsFile(m_path), std::ios::app | std::ios::binary);
    events << formatEvent(event) << std::flush;
    if (!events)
        throw Error(concat("Cannot write ", eventsFile(m_path).string(), "; is the disk full?"));
}

void RunFolder::flush()
{
    if (!m_metrics.is_open())
        return;
    m_metrics.flush();
    m_lastFlush = std::chrono::steady_clock::now();
    if (!m_metrics)
        throw Error(concat("Cannot write ", metricsFile(m_path).string(), "; is the disk full?"));
}

} // namespace alexscope
