// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pickle.h"

#include <map>

namespace alexscope {

/// The stack machine behind Pickle. Private to core/formats.
class Unpickler {
public:
    Unpickler(std::span<const std::uint8_t> bytes, std::string origin);

    /// Carries out operations up to STOP. Throws Error.
    void run();

    std::vector<PickleValue> values;
    PickleIndex root = 0;
    std::size_t position = 0;

private:
    [[noreturn]] void fail(const std::string& cause) const;
    [[noreturn]] void refuse(const std::string& global) const;

    std::span<const std::uint8_t> take(std::uint64_t count);
    std::uint64_t number(std::size_t bytes); ///< little-endian
    std::string line();                      ///< up to a newline
    std::string text(std::uint64_t count);

    void push(PickleValue value);
    void pushKind(PickleKind kind);
    void pushInteger(PickleKind kind, std::int64_t integer);
    void pushText(std::string text);
    PickleValue& top();
    PickleIndex pop();
    std::vector<PickleIndex> popToMark();

    bool structure(std::uint8_t operation); ///< each: whether it knew the operation
    bool atom(std::uint8_t operation);
    bool memory(std::uint8_t operation);
    bool object(std::uint8_t operation);

    void pushLong();
    void pushReal();
    void pushTuple(std::size_t count);
    void extend(PickleKind kind, const std::vector<PickleIndex>& items);
    void get(std::uint64_t key);
    void put(std::uint64_t key);
    void pushGlobal(const std::string& module, const std::string& name);
    void persistent();
    void reduce();
    void build();
    void rebuildTensor(const PickleValue& arguments);
    std::vector<std::int64_t> integers(PickleIndex tuple) const;

    std::span<const std::uint8_t> m_bytes;
    std::string m_origin;
    std::vector<PickleIndex> m_stack;
    std::vector<std::size_t> m_marks; ///< heights of the stack
    std::map<std::uint64_t, PickleIndex> m_memo;
};

} // namespace alexscope
