// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

/// What a command takes from the line. The library that reads the line, CLI11, stays inside command.cpp: its templates
/// take the compiler a minute a file.
namespace alexscope::cli {

/// One argument of a command, while the command is being described. Every call returns the argument itself.
class Argument {
public:
    explicit Argument(CLI::Option* option) : m_option(option) {}

    /// It must be given, and not as an empty word.
    Argument required() const;
    /// A whole number from `low` to `high`.
    Argument between(std::int64_t low, std::int64_t high) const;
    /// A number from `low` to `high`, which NaN is not.
    Argument finite(double low, double high) const;
    Argument oneOf(const std::vector<std::string>& words) const;
    /// Help tells the value that the variable has now.
    Argument showDefault() const;
    /// Several words in one argument, with `separator` between them.
    Argument separatedBy(char separator) const;
    /// How help calls the value: "KEY=VALUE".
    Argument called(const std::string& value) const;
    /// Not together with `other`.
    Argument excludes(const Argument& other) const;
    /// Only together with `other`.
    Argument needs(const Argument& other) const;

private:
    CLI::Option* m_option;
};

/// A command while it is being described. The variables it is given must live until the line has been read.
class Command {
public:
    explicit Command(CLI::App& app) : m_app(&app) {}

    /// A value for `target`: an option where the name begins with "--", otherwise by its place. T: std::string, int,
    /// double, std::int64_t, std::size_t, std::optional of these, std::vector of std::string or std::size_t.
    template <typename T>
    Argument option(const std::string& name, T& target, const std::string& description);
    /// Becomes true when it is given.
    Argument flag(const std::string& name, bool& target, const std::string& description);

    /// A command of this command.
    Command command(const std::string& name, const std::string& description);
    /// One of its commands must be given.
    void requireCommand();
    /// Called when the line has chosen this command and every argument is read.
    void whenChosen(std::function<void()> action);

private:
    CLI::App* m_app;
};

} // namespace alexscope::cli
