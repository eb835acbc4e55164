// SPDX-License-Identifier: GPL-3.0-or-later
#include "emulator.h"

#ifndef __x86_64__
#include <ucontext.h>
#endif

#include <deque>
#include <limits>
#include <set>
#include <stdexcept>
#include <vector>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif

#ifdef __x86_64__
// Leaves one stack for another, the registers that a call keeps on top of each. glibc's swapcontext asks the kernel for
// the signal mask every time, which made the tests five times as slow.
asm(R"(
    .text
    .type alexscopeSwitchStacks, @function
alexscopeSwitchStacks:
    pushq %rbp
    pushq %rbx
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    movq %rsp, (%rdi)
    movq %rsi, %rsp
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rbx
    popq %rbp
    ret
    .size alexscopeSwitchStacks, . - alexscopeSwitchStacks
)");
extern "C" void alexscopeSwitchStacks(void** from, void* to);
#endif

namespace alexscope::cuda::emulator {

Index thread, block, threads, blocks;

namespace {

constexpr std::size_t stackBytes = 64 << 10;

#ifdef __x86_64__
/// Where a flow of control stands while another has the processor.
class Context {
public:
    /// To begin with entry() on this stack, which never returns.
    void prepare(std::vector<char>& stack, void (*entry)())
    {
        constexpr std::size_t registers = 6;
        auto** top = reinterpret_cast<void**>(reinterpret_cast<std::uintptr_t>(stack.data() + stack.size()) & ~15ull);
        *--top = nullptr; // where entry() would return to; the stack is aligned as behind a call
        *--top = reinterpret_cast<void*>(entry);
        for (std::size_t i = 0; i < registers; ++i)
            *--top = nullptr;
        m_top = top;
    }
    void switchTo(const Context& other) { alexscopeSwitchStacks(&m_top, other.m_top); }

private:
    void* m_top = nullptr;
};
#else
class Context {
public:
    void prepare(std::vector<char>& stack, void (*entry)())
    {
        getcontext(&m_context);
        m_context.uc_stack.ss_sp = stack.data();
        m_context.uc_stack.ss_size = stack.size();
        m_context.uc_link = nullptr;
        makecontext(&m_context, entry, 0);
    }
    void switchTo(const Context& other) { swapcontext(&m_context, &other.m_context); }

private:
    ucontext_t m_context{};
};
#endif

/// One thread's flow of control. It never ends: what it did for one block it does again for the next.
struct Fiber {
    Context context;
    std::vector<char> stack = std::vector<char>(stackBytes);
    bool begun = false, done = false;
};

std::vector<double> sharedMemory;
std::set<std::pair<const void*, bool>> independent; ///< kernels, with shared memory or without, that do not synchronise

/// The threads of one block at a time.
class Threads {
public:
    static Threads& all()
    {
        static Threads threads;
        return threads;
    }

    /// Returns whether any thread waited for the others.
    bool run(const std::function<void()>& body, std::uint32_t count, bool backwards)
    {
        while (m_fibers.size() < count)
            m_fibers.emplace_back();
        for (std::uint32_t i = 0; i < count; ++i)
            m_fibers[i].done = false;
        m_body = &body;
        bool waited = false;
        for (bool more = true; more;) {
            more = false;
            for (std::uint32_t k = 0; k < count; ++k) {
                const std::uint32_t i =
                    backwards ? count - 1 - k : k; // a missing barrier must not hide behind the order
                if (m_fibers[i].done)
                    continue;
                resume(m_fibers[i], i);
                more = more || !m_fibers[i].done;
            }
            waited = waited || more;
        }
        m_body = nullptr;
        return waited;
    }

    bool running() const { return m_body != nullptr; }
    void yield() { leave(); }

private:
    static void enter()
    {
        Threads& self = all();
        self.arrived(nullptr);
        while (true) {
            (*self.m_body)();
            self.m_running->done = true;
            self.leave();
        }
    }

    void resume(Fiber& fiber, std::uint32_t index)
    {
        m_running = &fiber;
        thread.x = index;
        if (!fiber.begun)
            fiber.context.prepare(fiber.stack, &Threads::enter);
        fiber.begun = true;
#ifdef __SANITIZE_ADDRESS__
        __sanitizer_start_switch_fiber(&m_schedulerFake, fiber.stack.data(), fiber.stack.size());
#endif
        m_scheduler.switchTo(fiber.context);
#ifdef __SANITIZE_ADDRESS__
        __sanitizer_finish_switch_fiber(m_schedulerFake, nullptr, nullptr);
#endif
    }

    /// Back to the loop over all threads, until it comes round again.
    void leave()
    {
        Fiber& fiber = *m_running;
        [[maybe_unused]] void* fake = nullptr;
#ifdef __SANITIZE_ADDRESS__
        __sanitizer_start_switch_fiber(&fake, m_schedulerStack, m_schedulerBytes);
#endif
        fiber.context.switchTo(m_scheduler);
        arrived(fake);
    }

    void arrived([[maybe_unused]] void* fake)
    {
#ifdef __SANITIZE_ADDRESS__
        __sanitizer_finish_switch_fiber(fake, &m_schedulerStack, &m_schedulerBytes);
#endif
    }

    std::deque<Fiber> m_fibers; ///< which stay where they are
    const std::function<void()>* m_body = nullptr;
    Context m_scheduler;
    Fiber* m_running = nullptr;
    [[maybe_unused]] void* m_schedulerFake = nullptr;
    [[maybe_unused]] const void* m_schedulerStack = nullptr;
    [[maybe_unused]] std::size_t m_schedulerBytes = 0;
};

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
        const bool waited = Threads::all().run(body, threadCount, block.x % 2 == 1);
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
    if (!Threads::all().running())
        throw std::logic_error("a kernel synchronises in some of its blocks only");
    Threads::all().yield();
}

} // namespace alexscope::cuda::emulator
