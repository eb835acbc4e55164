// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/recipe.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// JSON as the engine's files hold it. Included by sources only, of this room and of core/retrieval.
namespace alexscope {

inline constexpr std::size_t longestJson = 16u << 20;
inline constexpr int deepestJson = 8;

/// Parses text from a file. Throws Error naming `origin`: broken text, duplicate names, nesting beyond deepestJson,
/// a byte-order mark, more than longestJson bytes.
nlohmann::json parseJson(std::string_view text, const std::string& origin);

/// One JSON object read field by field with checks; a fault becomes an Error "origin: field …".
/// Absent fields leave the value as it is, so that older files keep the defaults.
class JsonFields {
public:
    /// Throws Error when `object` is not an object. Keeps a reference to it.
    JsonFields(const nlohmann::json& object, std::string origin);

    bool has(const char* field) const { return m_object.contains(field); }
    const nlohmann::json& require(const char* field) const;
    void read(const char* field, std::string& value) const;
    void read(const char* field, bool& value) const;
    void read(const char* field, double& value, double low, double high) const;
    void read(const char* field, std::int64_t& value, std::int64_t low, std::int64_t high) const;
    void read(const char* field, int& value, int low, int high) const;
    void read(const char* field, std::uint64_t& value) const;
    void read(const char* field, std::vector<double>& values, std::size_t longest) const;
    [[noreturn]] void fail(const char* field, const std::string& expected) const;

private:
    const nlohmann::json& m_object;
    std::string m_origin;
};

nlohmann::json toJsonValue(const Recipe& recipe);
Recipe recipeFromJsonValue(const nlohmann::json& value, const std::string& origin);

} // namespace alexscope
