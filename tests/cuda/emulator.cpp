// SPDX-License-Identifier: GPL-3.0-or-later
#include "emulator.h"

#include <ucontext.h>

#include <limits>
#include <set>
#include <stdexcept>
#include <vector>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif

namespace alexscope::cuda::emulator {

Index thread, block, threads, blocks;

namespace {

constexpr std::size_t stackBytes = 64 << 10;

struct Fiber {
    ucontext_t context{};
    std::vector<char> stack = std::vector<char>(stackBytes);
    bool done = false;
};

std::vector<double> sharedMemory;
std::set<std::pair<const void*, bool>> independent; ///< kernels, with shared memory or without, that do not synchronise

/// The threads of one block.
class Block {
public:
    explicit Block(const std::function<void()>& body) : m_body(body) {}

    /// Returns whether any thread waited for the others.
    bool run(std::uint32_t count, bool backwards)
    {
        std::vector<Fiber>& fibers = pool();
        while (fibers.size() < count)
            fibers.emplace_back();
        for (std::uint32_t i = 0; i < count; ++i)
            prepare(fibers[i]);
        s_current = this;
        bool waited = false;
        for (bool more = true; more;) {
            more = false;
            for (std::uint32_t k = 0; k < count; ++k) {
                const std::uint32_t i =
                    backwards ? count - 1 - k : k; // a missing barrier must not hide behind the order
                if (fibers[i].done)
                    continue;
                resume(fibers[i], i);
                more = more || !fibers[i].done;
            }
            waited = waited || more;
        }
        s_current = nullptr;
        return waited;
    }

    static Block* current() { return s_current; }
    void yield() { leave(false); }

private:
    static std::vector<Fiber>& pool()
    {
        static std::vector<Fiber> fibers;
        return fibers;
    }

    void prepare(Fiber& fiber)
    {
        fiber.done = false;
        getcontext(&fiber.context);
        fiber.context.uc_stack.ss_sp = fiber.stack.data();
        fiber.context.uc_stack.ss_size = fiber.stack.size();
        fiber.context.uc_link = nullptr;
        makecontext(&fiber.context, &Block::enter, 0);
    }

    static void enter()
    {
        Block& self = *s_current;
        self.arrived(nullptr);
        self.m_body();
        self.m_running->done = true;
        self.leave(true);
    }

    void resume(Fiber& fiber, std::uint32_t index)
    {
        m_running = &fiber;
        thread.x = index;
#ifdef __SANITIZE_ADDRESS__
        __sanitizer_start_switch_fiber(&m_schedulerFake, fiber.stack.data(), fiber.stack.size());
#endif
        swapcontext(&m_scheduler, &fiber.context);
#ifdef __SANITIZE_ADDRESS__
        __sanitizer_finish_switch_fiber(m_schedulerFake, nullptr, nullptr);
#endif
    }

    void leave([[maybe_unused]] bool forGood)
    {
        Fiber& fiber = *m_running;
        const std::uint32_t index = thread.x;
        [[maybe_unused]] void* fake = nullptr;
#ifdef __SANITIZE_ADDRESS__
        __sanitizer_start_switch_fiber(forGood ? nullptr : &fake, m_schedulerStack, m_schedulerBytes);
#endif
        swapcontext(&fiber.context, &m_scheduler);
        arrived(fake);
        thread.x = index;
    }

    void arrived([[maybe_unused]] void* fake)
    {
#ifdef __SANITIZE_ADDRESS__
        __sanitizer_finish_switch_fiber(fake, &m_schedulerStack, &m_schedulerBytes);
#endif
    }

    static Block* s_current;
    const std::function<void()>& m_body;
    ucontext_t m_scheduler{};
    Fiber* m_running = nullptr;
    [[maybe_unused]] void* m_schedulerFake = nullptr;
    [[maybe_unused]] const void* m_schedulerStack = nullptr;
    [[maybe_unused]] std::size_t m_schedulerBytes = 0;
};
Block* Block::s_current = nullptr;

} // namespace

void run(const void* kernel, std::uint32_t blockCount, std::uint32_t threadCount, std::size_t shared,
         const std::function<void()>& body)
{
    if (blockCount == 0 || threadCount == 0 || threadCount > 1024 || shared > 48 << 10)
        throw std::logic_error("a kernel was launched in a shape that no GPU accepts");
    threads.x = threadCount;
    blocks.x = blockCount;
    for (block.x = 0; block.x < blockCount; ++block.x) {
        sharedMemory = std::vector<double>((shared + 7) / 8, std::numeric_limits<double>::quiet_NaN());
        if (independent.contains({kernel, shared > 0})) {
            for (thread.x = 0; thread.x < threadCount; ++thread.x)
                body();
            continue;
        }
        const bool waited = Block(body).run(threadCount, block.x % 2 == 1);
        if (!waited && block.x == 0)
            independent.insert({kernel, shared > 0});
    }
}

float* sharedFloats()
{
    return reinterpret_cast<float*>(sharedMemory.data());
}

void synchronise()
{
    if (!Block::current())
        throw std::logic_error("a kernel synchronises in some of its blocks only");
    Block::current()->yield();
}

} // namespace alexscope::cuda::emulator
