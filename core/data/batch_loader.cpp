// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/batch_loader.h"

#include "core/error.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

namespace alexscope {

/// Batches live in a ring of ahead + 1 slots: one is the consumer's, the others are ready or being filled. Workers take
/// a few samples of the earliest unfinished batch at a time, so all of them work on the batch that is needed first.
struct BatchLoader::State {
    struct Slot {
        Batch batch;
        std::int64_t taken = 0, done = 0; ///< samples given to workers, samples finished
        bool open = false;                ///< holds batch.number, begun or finished
    };
    /// Samples first .. first + count - 1 of a slot's batch, for one worker.
    struct Job {
        Slot* slot = nullptr;
        std::int64_t first = 0, count = 0;
        std::shared_ptr<const Augmenter> augmenter;
    };

    const std::shared_ptr<const Dataset> set;
    const Options options;
    const std::int64_t jobSize;

    std::mutex mutex; ///< guards all that follows; the samples themselves are written outside it
    std::condition_variable work, ready;
    std::shared_ptr<const Augmenter> augmenter;
    std::vector<Slot> slots;
    std::int64_t current;   ///< batch handed out last
    std::int64_t preparing; ///< earliest batch with samples nobody has taken
    int busy = 0;           ///< jobs under way
    bool paused = false;
    std::exception_ptr failure;
    bool failed = false; ///< next() has thrown it
    std::map<std::uint32_t, std::vector<std::uint32_t>> orders;
    double waited = 0;

    std::atomic<bool> stop{false};
    std::vector<std::thread> threads;

    State(std::shared_ptr<const Dataset> s, std::shared_ptr<const Augmenter> a, Options o)
        : set(std::move(s)), options(o), jobSize(std::clamp<std::int64_t>(o.batch / (2 * o.workers), 1, 8)),
          augmenter(std::move(a)), slots(static_cast<std::size_t>(o.ahead) + 1), current(o.firstBatch - 1),
          preparing(o.firstBatch)
    {
    }

    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State()
    {
        {
            const std::lock_guard lock(mutex);
            stop = true;
        }
        work.notify_all();
        for (std::thread& thread : threads)
            thread.join();
    }

    bool isFinished(std::int64_t batch)
    {
        const Slot& slot = slotOf(batch);
        return slot.open && slot.batch.number == batch && slot.done == options.batch;
    }

    Slot& slotOf(std::int64_t batch) { return slots[static_cast<std::size_t>(batch) % slots.size()]; }
    bool jobWaits() const
    {
        const bool wanted = options.batches == 0 || preparing < options.firstBatch + options.batches;
        return wanted && !paused && !failure && preparing <= current + options.ahead;
    }

    std::size_t indexOf(std::uint64_t running)
    {
        const auto size = static_cast<std::uint64_t>(set->size());
        if (!options.shuffle)
            return static_cast<std::size_t>(running % size);
        const auto epoch = static_cast<std::uint32_t>(running / size);
        auto order = orders.find(epoch);
        if (order == orders.end()) {
            // Nothing before the batch handed out last is ever asked for again, setAugmenter or not.
            const auto oldest = static_cast<std::uint64_t>(std::max<std::int64_t>(current, 0) * options.batch) / size;
            orders.erase(orders.begin(), orders.lower_bound(static_cast<std::uint32_t>(oldest)));
            order = orders.emplace(epoch, epochOrder(options.seed, epoch, set->size())).first;
        }
        return order->second[static_cast<std::size_t>(running % size)];
    }

    void openSlot(Slot& slot, std::int64_t number)
    {
        const auto batch = static_cast<std::size_t>(options.batch);
        slot.batch.number = number;
        if (comesWithout(number))
            slot.batch.bytes = {};
        else if (options.bytes)
            slot.batch.bytes.resize(batch * bytesPerPicture(*augmenter)); // allocates once
        else
            slot.batch.pictures.resize(batch * static_cast<std::size_t>(augmenter->input().perPicture()));
        slot.batch.labels.resize(batch);
        slot.batch.indices.resize(batch);
        slot.batch.transforms.resize(batch);
        slot.taken = slot.done = 0;
        slot.open = true;
    }

    /// Whether the device has the pictures of this batch.
    bool comesWithout(std::int64_t number) const { return options.bytesUntil >= 0 && number >= options.bytesUntil; }

    static std::size_t bytesPerPicture(const Augmenter& augmenter)
    {
        const auto side = static_cast<std::size_t>(augmenter.resizedSide());
        return side * side * 3;
    }

    Job takeJob()
    {
        Slot& slot = slotOf(preparing);
        if (!slot.open || slot.batch.number != preparing)
            openSlot(slot, preparing);
        Job job{&slot, slot.taken, std::min(jobSize, options.batch - slot.taken), augmenter};
        for (std::int64_t i = job.first; i < job.first + job.count; ++i)
            slot.batch.indices[static_cast<std::size_t>(i)] =
                indexOf(static_cast<std::uint64_t>(preparing * options.batch + i));
        slot.taken += job.count;
        if (slot.taken == options.batch)
            ++preparing;
        ++busy;
        return job;
    }

    void fill(const Job& job, Image& scratch)
    {
        Batch& batch = job.slot->batch;
        const auto perPicture = options.bytes ? bytesPerPicture(*job.augmenter)
                                              : static_cast<std::size_t>(job.augmenter->input().perPicture());
        for (std::int64_t i = job.first; i < job.first + job.count && !stop; ++i) {
            const auto at = static_cast<std::size_t>(i);
            const std::size_t index = batch.indices[at];
            const auto running = static_cast<std::uint64_t>(batch.number * options.batch + i);
            batch.labels[at] = set->label(index);
            batch.transforms[at] = job.augmenter->trainingTransform(options.seed, running);
            if (comesWithout(batch.number))
                continue;
            const ImageView image = set->image(index, scratch);
            if (options.bytes)
                job.augmenter->resizeInto(image, {batch.bytes.data() + at * perPicture, perPicture});
            else
                job.augmenter->apply(image, batch.transforms[at],
                                     {batch.pictures.data() + at * perPicture, perPicture});
        }
    }

    void run()
    {
        Image scratch;
        std::unique_lock lock(mutex);
        while (true) {
            work.wait(lock, [this] { return stop || jobWaits(); });
            if (stop)
                return;
            Job job;
            std::exception_ptr error;
            try {
                job = takeJob();
                lock.unlock();
                fill(job, scratch);
                lock.lock();
            } catch (...) {
                error = std::current_exception();
                if (!lock.owns_lock())
                    lock.lock();
            }
            if (job.slot != nullptr) {
                --busy;
                job.slot->done += error ? 0 : job.count; // a batch with a hole is never finished
            }
            if (error && !failure)
                failure = error;
            if (failure || busy == 0 || job.slot->done == options.batch)
                ready.notify_all();
        }
    }
};

BatchLoader::BatchLoader(std::shared_ptr<const Dataset> set, std::shared_ptr<const Augmenter> augmenter,
                         Options options)
{
    if (set == nullptr || augmenter == nullptr || set->size() == 0)
        throw Error("There are no pictures to make batches of; choose data with at least one picture.");
    if (options.batch < 1 || options.firstBatch < 0)
        throw Error(concat("Batches of ", options.batch, " pictures from batch ", options.firstBatch,
                           " on cannot be made; batch must be at least 1."));
    options.workers = std::max(options.workers, 1);
    options.ahead = std::max(options.ahead, 1);
    m_state = std::make_unique<State>(std::move(set), std::move(augmenter), options);
    for (int i = 0; i < options.workers; ++i)
        m_state->threads.emplace_back([state = m_state.get()] { state->run(); });
}

BatchLoader::~BatchLoader() = default;

const Batch& BatchLoader::next()
{
    State& s = *m_state;
    std::unique_lock lock(s.mutex);
    if (s.options.batches != 0 && s.current + 1 >= s.options.firstBatch + s.options.batches)
        throw Error(concat("Batch ", s.current + 1, " was not to be prepared; ask for more than ", s.options.batches,
                           " batches."));
    ++s.current; // gives the previous batch's slot to the workers
    s.work.notify_all();
    if (!s.isFinished(s.current)) {
        const auto begin = std::chrono::steady_clock::now();
        s.ready.wait(lock, [&] { return s.failure || s.isFinished(s.current); });
        s.waited += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }
    s.failed = s.failed || !s.isFinished(s.current);
    if (s.failed) // and from now on always, even where later batches were finished before the failure
        std::rethrow_exception(s.failure);
    return s.slotOf(s.current).batch;
}

bool BatchLoader::waitForNext(double seconds)
{
    State& s = *m_state;
    std::unique_lock lock(s.mutex);
    const auto done = [&] { return s.failure || s.isFinished(s.current + 1); };
    if (done())
        return true;
    const auto begin = std::chrono::steady_clock::now();
    const bool ready = s.ready.wait_for(lock, std::chrono::duration<double>(seconds), done);
    s.waited += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return ready;
}

void BatchLoader::setAugmenter(std::shared_ptr<const Augmenter> augmenter)
{
    State& s = *m_state;
    std::unique_lock lock(s.mutex);
    if (augmenter->input().perPicture() != s.augmenter->input().perPicture())
        throw Error("The new augmentation is for another input size than the batches have.");
    s.paused = true;
    s.ready.wait(lock, [&] { return s.busy == 0; });
    s.augmenter = std::move(augmenter);
    s.preparing = s.current + 1;
    for (State::Slot& slot : s.slots)
        if (slot.batch.number != s.current)
            slot.open = false;
    s.paused = false;
    s.work.notify_all();
}

double BatchLoader::secondsWaited() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->waited;
}

} // namespace alexscope
