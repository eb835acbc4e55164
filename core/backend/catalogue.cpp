// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backend/catalogue.h"

#include "core/error.h"

#include <algorithm>

namespace alexscope {

std::unique_ptr<Backend> Catalogue::make(const std::string& device) const
{
    if (device == "auto")
        return automatic().make();
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const BackendEntry& e) { return e.name == device; });
    if (found == m_entries.end()) {
        std::string names = "auto";
        for (const BackendEntry& entry : m_entries)
            names += ", " + entry.name;
        throw Error(concat("There is no device \"", device, "\"; choose one of ", names, "."));
    }
    if (!found->unavailable.empty())
        throw Error(concat("Device ", device, " cannot be used: ", found->unavailable));
    return found->make();
}

std::unique_ptr<Backend> Catalogue::makeBeside(const std::string& device) const
{
    if (m_beside.empty())
        return make(device);
    const auto found =
        std::find_if(m_beside.begin(), m_beside.end(), [&](const BackendEntry& e) { return e.name == device; });
    return (found == m_beside.end() ? m_beside.front() : *found).make();
}

const BackendEntry& Catalogue::automatic() const
{
    for (const char* name : {"cuda", "cpu", "reference"})
        for (const BackendEntry& entry : m_entries)
            if (entry.name == name && entry.unavailable.empty())
                return entry;
    throw Error("This program knows no usable device; build it with at least the reference backend.");
}

Precision resolvePrecision(const Backend& backend, const std::string& precision, const NetworkSpec& network)
{
    if (precision != "auto")
        return namedPrecision(backend, precision);
    const std::optional<std::int64_t> from = backend.bf16PaysFrom();
    const NetworkSpec sized =
        network.withClasses(std::max(1, network.outputClasses())); // the number of classes matters little
    return from && totalsOf(geometryOf(sized)).multiplyAdds >= *from ? Precision::Bf16 : Precision::Fp32;
}

Precision namedPrecision(const Backend& backend, const std::string& precision)
{
    if (precision != "fp32" && precision != "bf16")
        throw Error(concat("There is no precision \"", precision, "\"; choose auto, fp32 or bf16."));
    const Precision wanted = precision == "bf16" ? Precision::Bf16 : Precision::Fp32;
    if (const auto reason = backend.whyNot(wanted))
        throw Error(*reason);
    return wanted;
}

std::string toText(Precision precision)
{
    return precision == Precision::Bf16 ? "bf16" : "fp32";
}

} // namespace alexscope
