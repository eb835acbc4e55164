// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/moment_store.h"

#include "core/error.h"
#include "core/random/philox.h"
#include "core/storage/safetensors.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <numeric>

#include <csignal>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace alexscope;
namespace fs = std::filesystem;

namespace {

Moment momentAt(std::int64_t iteration, std::int64_t numbers = 12)
{
    auto weights = std::make_shared<HostTensor>(Shape{numbers, 1, 1, 1});
    std::fill(weights->values.begin(), weights->values.end(), static_cast<float>(iteration));
    Moment moment;
    moment.iteration = iteration;
    moment.epoch = static_cast<double>(iteration) / 3;
    moment.parameters["conv1.weight"] = std::move(weights);
    return moment;
}

std::vector<fs::path> filesIn(const fs::path& folder)
{
    return {fs::directory_iterator(folder), fs::directory_iterator()};
}

/// The iteration of the newest moment there is, by its file's name; −1 without any. Files may come and go meanwhile.
std::int64_t newestFileIn(const fs::path& folder)
{
    std::int64_t newest = -1;
    std::error_code ignored; // the folder is not there before its writer has made it
    for (auto file = fs::directory_iterator(folder, ignored); file != fs::directory_iterator();
         file.increment(ignored)) {
        const std::string name = file->path().stem().string();
        const std::size_t digits = name.find_first_of("0123456789");
        const std::int64_t iteration = digits == std::string::npos ? -1 : std::atoll(name.c_str() + digits);
        if (file->path() == momentFile(folder, iteration)) // not one that is still being written
            newest = std::max(newest, iteration);
    }
    return newest;
}

std::uint64_t bytesIn(const fs::path& folder)
{
    std::uint64_t bytes = 0;
    for (const fs::path& file : filesIn(folder))
        bytes += fs::file_size(file);
    return bytes;
}

void writeBytes(const fs::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string contents(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

class TestMomentStore : public QObject {
    Q_OBJECT

    QTemporaryDir m_root;
    int m_number = 0;
    fs::path fresh() { return fs::path(m_root.path().toStdString()) / std::to_string(++m_number); }

private slots:
    void aMomentComesBackAsItWas()
    {
        const fs::path folder = fresh();
        MomentStore store(folder);
        Moment moment = momentAt(1240);
        auto maps = std::make_shared<HostTensor>(Shape{1, 2, 3, 4});
        for (std::size_t i = 0; i < maps->values.size(); ++i)
            maps->values[i] = 0.1f * static_cast<float>(i) - 1;
        moment.activations["relu1"] = maps;
        auto picture = std::make_shared<Image>(5, 4);
        for (std::size_t i = 0; i < picture->rgb.size(); ++i)
            picture->rgb[i] = static_cast<std::uint8_t>(3 * i);
        moment.picture = picture;
        store.add(moment);
        QCOMPARE(store.list().moments.size(), std::size_t(1));
        QVERIFY(store.list().moments[0].bytes <= estimatedBytes(moment));

        const Moment back = readMoment(momentFile(folder, 1240));
        QCOMPARE(back.iteration, std::int64_t(1240));
        QCOMPARE(back.epoch, moment.epoch);
        QCOMPARE(back.parameters.size(), std::size_t(1));
        QCOMPARE(back.parameters.at("conv1.weight")->values, moment.parameters.at("conv1.weight")->values);
        QCOMPARE(back.activations.at("relu1")->shape, maps->shape);
        QCOMPARE(back.activations.at("relu1")->values, maps->values);
        QCOMPARE(back.picture->width, 5);
        QCOMPARE(back.picture->height, 4);
        QCOMPARE(back.picture->rgb, picture->rgb);
    }

    void theStoreStaysWithinItsLimits_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("kilobytes");
        QTest::addColumn<int>("largest"); // numbers of a moment
        QTest::newRow("by number") << 12 << 100'000 << 10;
        QTest::newRow("by bytes") << 10'000 << 60 << 1000;
        QTest::newRow("by either") << 12 << 60 << 4000;
        QTest::newRow("three") << 3 << 100'000 << 10;
        QTest::newRow("two") << 2 << 100'000 << 10;
    }
    void theStoreStaysWithinItsLimits()
    {
        QFETCH(int, count);
        QFETCH(int, kilobytes);
        QFETCH(int, largest);
        const fs::path folder = fresh();
        const MomentLimits limits{static_cast<std::size_t>(count), static_cast<std::uint64_t>(kilobytes) << 10};
        MomentStore store(folder, limits);
        PhiloxSequence random(3, Stream::Analysis, static_cast<std::uint32_t>(count));
        std::int64_t iteration = 0;
        for (int i = 0; i < 40; ++i) {
            store.add(momentAt(iteration, 1 + random.below(static_cast<std::uint32_t>(largest))));
            const auto& kept = store.list().moments;
            QVERIFY(kept.size() <= limits.count);
            QVERIFY(kept.size() >= std::min<std::size_t>(2, static_cast<std::size_t>(i) + 1));
            QCOMPARE(kept.front().iteration, std::int64_t(0));
            QCOMPARE(kept.back().iteration, iteration);
            // What the store believes is what lies on the disk.
            QCOMPARE(filesIn(folder).size(), kept.size());
            QVERIFY(bytesIn(folder) <= limits.bytes);
            iteration += 1 + random.below(5);
        }
        for (const MomentInfo& info : store.list().moments)
            QCOMPARE(readMoment(momentFile(folder, info.iteration)).parameters.at("conv1.weight")->values[0],
                     static_cast<float>(info.iteration));
    }

    void thinsWithAge_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("added");
        QTest::addColumn<int>("longestStep");
        QTest::newRow("one by one") << 32 << 5000 << 1;
        QTest::newRow("irregular") << 64 << 20'000 << 9;
        QTest::newRow("a day") << 256 << 86'400 << 40;
    }
    /// Whatever the length of the run: recent time dense, old time sparse, never absent.
    void thinsWithAge()
    {
        QFETCH(int, count);
        QFETCH(int, added);
        QFETCH(int, longestStep);
        std::vector<MomentInfo> kept;
        PhiloxSequence random(5, Stream::Analysis, 1);
        std::int64_t iteration = 0;
        for (int i = 0; i < added; ++i) {
            if (kept.size() == static_cast<std::size_t>(count))
                kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(leastMissed(kept, iteration)));
            kept.push_back({iteration, 0, 0});
            iteration += 1 + (longestStep > 1 ? random.below(static_cast<std::uint32_t>(longestStep)) : 0u);
        }
        QCOMPARE(kept.front().iteration, std::int64_t(0));
        const auto newest = static_cast<double>(kept.back().iteration);
        std::vector<double> gaps;
        double widest = 0; // for its age
        for (std::size_t i = 1; i < kept.size(); ++i) {
            gaps.push_back(static_cast<double>(kept[i].iteration - kept[i - 1].iteration));
            if (gaps.back() > longestStep)
                widest = std::max(widest, gaps.back() / (newest - static_cast<double>(kept[i - 1].iteration)));
        }
        const double fair = std::log(newest) / count; // what gaps of one share of their age would need
        QVERIFY2(widest < 3 * fair, qPrintable(QStringLiteral("%1, fair is %2").arg(widest).arg(fair)));
        const std::size_t quarter = gaps.size() / 4;
        for (std::size_t part = 0; part + 1 < 4; ++part) {
            const auto sum = [&](std::size_t q) {
                const auto first = gaps.begin() + static_cast<std::ptrdiff_t>(q * quarter);
                return std::accumulate(first, first + static_cast<std::ptrdiff_t>(quarter), 0.0);
            };
            QVERIFY2(sum(part) > sum(part + 1), qPrintable(QString::number(part)));
        }
        QVERIFY(gaps.back() <= longestStep);
        QVERIFY(gaps.front() > 10 * longestStep);
    }

    void openingTakesUpWhatIsThere()
    {
        const fs::path folder = fresh();
        {
            MomentStore store(folder);
            for (const std::int64_t iteration : {0, 5, 100, 220})
                store.add(momentAt(iteration));
        }
        MomentStore store(folder);
        QCOMPARE(store.list().moments.size(), std::size_t(4));
        QCOMPARE(store.leftOut(), std::size_t(0));
        store.dropAfter(100);
        QCOMPARE(store.list().moments.back().iteration, std::int64_t(100));
        QCOMPARE(filesIn(folder).size(), std::size_t(3));
        store.add(momentAt(100, 20)); // lived through again: replaced, not doubled
        QCOMPARE(store.list().moments.size(), std::size_t(3));
        QCOMPARE(readMoment(momentFile(folder, 100)).parameters.at("conv1.weight")->shape.n, std::int64_t(20));
    }

    void hostileFilesAreLeftOut_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char* fault :
             {"empty", "cut off", "cut off header", "noise", "endless header", "no iteration", "negative iteration",
              "iteration no number", "other iteration", "epoch nan", "huge", "folder", "pipe"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }
    void hostileFilesAreLeftOut()
    {
        QFETCH(QString, fault);
        const fs::path folder = fresh();
        MomentStore(folder).add(momentAt(0));
        const std::string good = contents(momentFile(folder, 0));
        const fs::path bad = momentFile(folder, 7);
        const auto with = [&](const char* iteration, const char* epoch) {
            SafetensorsWriter writer;
            if (iteration)
                writer.setMetadata("iteration", iteration);
            writer.setMetadata("epoch", epoch);
            writer.write(bad);
        };
        const std::map<QString, std::function<void()>> make{
            {"empty", [&] { writeBytes(bad, ""); }},
            {"cut off", [&] { writeBytes(bad, good.substr(0, good.size() - 5)); }},
            {"cut off header", [&] { writeBytes(bad, good.substr(0, 40)); }},
            {"noise", [&] { writeBytes(bad, std::string(5000, '\xA7')); }},
            {"endless header", [&] { writeBytes(bad, std::string(8, '\xFF') + good.substr(8)); }},
            {"no iteration", [&] { with(nullptr, "1"); }},
            {"negative iteration", [&] { with("-7", "1"); }},
            {"iteration no number", [&] { with("7x", "1"); }},
            {"other iteration", [&] { with("8", "1"); }},
            {"epoch nan", [&] { with("7", "nan"); }},
            {"huge",
             [&] {
                 writeBytes(bad, good);
                 fs::resize_file(bad, std::uint64_t(largestMoment) + 1); // sparse
             }},
            {"folder", [&] { fs::create_directory(bad); }},
            {"pipe", [&] { QCOMPARE(::mkfifo(bad.c_str(), 0600), 0); }},
        };
        make.at(fault)();
        MomentStore store(folder);
        QCOMPARE(store.list().moments.size(), std::size_t(1));
        QCOMPARE(store.leftOut(), std::size_t(1));
        QVERIFY2(QString::fromStdString(store.firstFault()).contains(QStringLiteral("moment-000000000007")),
                 store.firstFault().c_str());
        if (fault != QStringLiteral("other iteration")) // that file is whole, only its name is wrong
            QVERIFY_THROWS_EXCEPTION(Error, readMoment(bad));
        QVERIFY(fs::exists(bad)); // somebody else's: left alone
    }

    void tensorsOfOtherKindsAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("kind");
        QTest::newRow("two extents") << "parameter.conv1.weight"
                                     << "rank";
        QTest::newRow("no numbers") << "activation.relu1"
                                    << "empty";
        QTest::newRow("doubles") << "parameter.conv1.weight"
                                 << "double";
        QTest::newRow("picture of floats") << "picture"
                                           << "float";
        QTest::newRow("grey picture") << "picture"
                                      << "grey";
    }
    void tensorsOfOtherKindsAreRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, kind);
        fs::create_directories(fresh());
        const fs::path file = momentFile(fs::path(m_root.path().toStdString()) / std::to_string(m_number), 1);
        SafetensorsWriter writer;
        writer.setMetadata("iteration", "1");
        writer.setMetadata("epoch", "0.5");
        if (kind == QStringLiteral("rank"))
            writer.add(name.toStdString(), {2, 3}, std::vector<float>(6));
        else if (kind == QStringLiteral("empty"))
            writer.add(name.toStdString(), {1, 0, 3, 3}, std::vector<float>());
        else if (kind == QStringLiteral("double"))
            writer.add(name.toStdString(), {1, 1, 1, 1}, std::vector<double>(1));
        else if (kind == QStringLiteral("float"))
            writer.add(name.toStdString(), {1, 1, 3}, std::vector<float>(3));
        else
            writer.add(name.toStdString(), {2, 2}, std::vector<std::uint8_t>(4));
        writer.write(file);
        QVERIFY_THROWS_EXCEPTION(Error, readMoment(file));
    }

    void aKilledWriterLeavesWholeMoments()
    {
        const fs::path folder = fresh();
        std::int64_t first = 0;
        std::size_t most = 0;
        for (int round = 1; round <= 8; ++round) {
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                ::prctl(PR_SET_PDEATHSIG, SIGKILL); // never longer than the test
                MomentStore store(folder, {8, 64u << 20});
                for (std::int64_t i = 1;; ++i)
                    store.add(momentAt(first + i, 200'000));
            }
            // It is writing, however slow today. A moment that was written may be thinned away again: any later one
            // will do.
            const bool writes = QTest::qWaitFor([&] { return newestFileIn(folder) >= first + 3; }, 20'000);
            ::usleep(static_cast<useconds_t>(311 * round));
            QCOMPARE(::kill(child, SIGKILL), 0);
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QVERIFY(WIFSIGNALED(status));
            QVERIFY(writes);

            const MomentStore store(folder, {8, 64u << 20});
            QCOMPARE(store.leftOut(), std::size_t(0));
            QVERIFY(store.list().moments.size() >= 2 && store.list().moments.size() <= 9);
            most = std::max(most, store.list().moments.size());
            QCOMPARE(store.list().moments.front().iteration, std::int64_t(1));
            for (const MomentInfo& info : store.list().moments) {
                const Moment whole = readMoment(momentFile(folder, info.iteration));
                const auto& values = whole.parameters.at("conv1.weight")->values;
                QVERIFY(std::all_of(values.begin(), values.end(),
                                    [&](float v) { return v == static_cast<float>(info.iteration); }));
            }
            QCOMPARE(filesIn(folder).size(), store.list().moments.size()); // nothing half-written stays
            first = store.list().moments.back().iteration;
        }
        QVERIFY(most > 3);
    }
};

QTEST_GUILESS_MAIN(TestMomentStore)
#include "tst_moment_store.moc"
