// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "core/error.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <optional>
#include <type_traits>

namespace alexscope::cli {

namespace {

/// CLI::Range lets NaN pass.
CLI::Validator finiteRange(double low, double high)
{
    return CLI::Validator(
        [low, high](const std::string& text) {
            double number = 0;
            const bool good = CLI::detail::lexical_cast(text, number) && number >= low && number <= high;
            return good ? std::string() : concat("Value ", text, " not in range ", low, " to ", high);
        },
        concat("NUMBER in [", low, " - ", high, "]"));
}

/// CLI11 reads "-1" as 2^64 - 1 and lets what is too large pass as that, too.
CLI::Validator wholeNumber()
{
    return CLI::Validator(
        [](const std::string& text) {
            std::uint64_t number = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            const bool good = error == std::errc() && end == text.data() + text.size();
            return good ? std::string() : concat("Value ", text, " is not a whole number from 0 to ", UINT64_MAX);
        },
        "");
}

/// An empty word is mostly a variable of the shell that was never set.
CLI::Validator notEmpty()
{
    return CLI::Validator([](const std::string& text) { return text.empty() ? "must not be empty" : std::string(); },
                          "");
}

template <typename T>
constexpr bool takesWholeNumbers = std::is_same_v<T, std::size_t> || std::is_same_v<T, std::optional<std::size_t>> ||
                                   std::is_same_v<T, std::vector<std::size_t>>;

} // namespace

Argument Argument::required() const
{
    m_option->required()->check(notEmpty());
    return *this;
}

Argument Argument::between(std::int64_t low, std::int64_t high) const
{
    m_option->check(CLI::Range(low, high));
    return *this;
}

Argument Argument::finite(double low, double high) const
{
    m_option->check(finiteRange(low, high));
    return *this;
}

Argument Argument::oneOf(const std::vector<std::string>& words) const
{
    m_option->check(CLI::IsMember(words));
    return *this;
}

Argument Argument::showDefault() const
{
    m_option->capture_default_str();
    return *this;
}

Argument Argument::separatedBy(char separator) const
{
    m_option->delimiter(separator);
    return *this;
}

Argument Argument::called(const std::string& value) const
{
    m_option->type_name(value);
    return *this;
}

Argument Argument::excludes(const Argument& other) const
{
    m_option->excludes(other.m_option);
    return *this;
}

Argument Argument::needs(const Argument& other) const
{
    m_option->needs(other.m_option);
    return *this;
}

template <typename T>
Argument Command::option(const std::string& name, T& target, const std::string& description)
{
    CLI::Option* option = m_app->add_option(name, target, description);
    if constexpr (takesWholeNumbers<T>)
        option->check(wholeNumber());
    return Argument(option);
}

template Argument Command::option(const std::string&, std::string&, const std::string&);
template Argument Command::option(const std::string&, int&, const std::string&);
template Argument Command::option(const std::string&, double&, const std::string&);
template Argument Command::option(const std::string&, std::int64_t&, const std::string&);
template Argument Command::option(const std::string&, std::size_t&, const std::string&);
template Argument Command::option(const std::string&, std::optional<std::string>&, const std::string&);
template Argument Command::option(const std::string&, std::optional<int>&, const std::string&);
template Argument Command::option(const std::string&, std::optional<double>&, const std::string&);
template Argument Command::option(const std::string&, std::optional<std::int64_t>&, const std::string&);
template Argument Command::option(const std::string&, std::optional<std::size_t>&, const std::string&);
template Argument Command::option(const std::string&, std::vector<std::string>&, const std::string&);
template Argument Command::option(const std::string&, std::vector<std::size_t>&, const std::string&);

Argument Command::flag(const std::string& name, bool& target, const std::string& description)
{
    return Argument(m_app->add_flag(name, target, description));
}

Command Command::command(const std::string& name, const std::string& description)
{
    return Command(*m_app->add_subcommand(name, description));
}

void Command::requireCommand()
{
    m_app->require_subcommand(1);
}

void Command::whenChosen(std::function<void()> action)
{
    m_app->callback(std::move(action));
}

} // namespace alexscope::cli
