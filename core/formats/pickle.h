// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/safetensors.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alexscope {

using PickleIndex = std::uint32_t;

enum class PickleKind { None, Boolean, Integer, Real, Text, Tuple, List, Dictionary, Global, Storage, Tensor };

struct PickleValue {
    PickleKind kind = PickleKind::None;
    std::int64_t integer = 0; ///< Boolean, Integer; Storage: numbers in it; Tensor: where in the storage it begins
    std::string text;         ///< Text; Global: "torch.FloatStorage"; Storage: its key
    std::vector<PickleIndex> items;      ///< Tuple, List; Dictionary: key, value, key, value …; Tensor: the storage
    std::vector<std::int64_t> shape;     ///< Tensor
    ElementType type = ElementType::F32; ///< Storage
};

/// What a pickle describes, as far as plain tensors need it. A pickle is a program for a stack machine; this one knows
/// numbers, texts, tuples, lists, dictionaries, torch's storages and tensors. It never imports, calls or executes
/// anything: a pickle that asks for any other function or class is an Error that names it.
/// Bounds: mostBytes of text, mostValues values. Values refer to each other by index, so that no depth of nesting costs
/// stack.
class Pickle {
public:
    static constexpr std::size_t mostBytes = 4u << 20;
    static constexpr std::size_t mostValues = 1u << 18;
    static constexpr std::size_t longestName = 256; ///< of a storage

    /// Reads the pickle at the start of `bytes`. Throws Error naming `origin`.
    Pickle(std::span<const std::uint8_t> bytes, const std::string& origin);

    const PickleValue& root() const { return m_values[m_root]; }
    const PickleValue& at(PickleIndex index) const { return m_values[index]; }
    const std::vector<PickleValue>& values() const { return m_values; }
    /// Of a dictionary by text; null when there is none.
    const PickleValue* find(const PickleValue& dictionary, std::string_view key) const;
    /// Bytes up to the end of the pickle.
    std::size_t length() const { return m_length; }

private:
    std::vector<PickleValue> m_values;
    PickleIndex m_root = 0;
    std::size_t m_length = 0;
};

} // namespace alexscope
