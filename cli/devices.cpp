// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

namespace alexscope::cli {

namespace {

struct DevicesOptions {};

std::string automaticWords(const Backend& backend)
{
    const std::optional<std::int64_t> from = backend.bf16PaysFrom();
    return from ? concat("bf16 for networks of ", *from / 1'000'000, " million multiply-adds and more, else fp32")
                : "fp32";
}

void describe(const BackendEntry& entry, bool automatic, Answer& answer)
{
    nlohmann::ordered_json device{
        {"name", entry.name}, {"usable", entry.unavailable.empty()}, {"automatic", automatic}};
    answer.text += concat(entry.name, automatic ? "  (auto)" : "", "\n");
    if (!entry.unavailable.empty()) {
        device["reason"] = entry.unavailable;
        answer.text += concat("  not usable: ", entry.unavailable, "\n");
        answer.json["devices"].push_back(device);
        return;
    }
    const std::unique_ptr<Backend> backend = entry.make();
    const BackendInfo info = backend->info();
    device["device"] = info.device;
    device["libraries"] = info.libraries;
    device["instructions"] = info.instructions;
    device["threads"] = info.threads;
    if (const std::optional<std::int64_t> from = backend->bf16PaysFrom())
        device["bf16PaysFrom"] = *from;
    const std::optional<std::string> noBf16 = backend->whyNot(Precision::Bf16);
    device["precisions"] = noBf16 ? std::vector<std::string>{"fp32"} : std::vector<std::string>{"fp32", "bf16"};
    answer.text += concat("  ", info.device, info.libraries.empty() ? "" : ", ", info.libraries, "\n  instructions ",
                          info.instructions.empty() ? "–" : info.instructions, ", ", info.threads,
                          info.threads == 1 ? " thread" : " threads",
                          "\n  fp32: yes; bf16: ", noBf16 ? concat("no (", *noBf16, ")") : "yes", "; auto is ",
                          automaticWords(*backend), "\n");
    if (noBf16)
        device["noBf16"] = *noBf16;
    answer.json["devices"].push_back(device);
}

Answer runDevices(Environment& environment, const DevicesOptions&)
{
    Answer answer;
    answer.json["devices"] = nlohmann::ordered_json::array();
    const std::string automatic = environment.catalogue.automatic().name;
    for (const BackendEntry& entry : environment.catalogue.entries())
        describe(entry, entry.name == automatic, answer);
    return answer;
}

} // namespace

void addDevices(Registrar registrar)
{
    registrar.add("devices", "What can compute here, and why something cannot", std::make_shared<DevicesOptions>(),
                  runDevices);
}

} // namespace alexscope::cli
