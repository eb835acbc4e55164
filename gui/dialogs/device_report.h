// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/catalogue.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace alexscope::gui {

/// What one entry of the catalogue is on this machine.
struct DeviceReport {
    std::string name;                         ///< cpu, cuda, reference
    bool automatic = false;                   ///< what `auto` chooses
    std::string unavailable;                  ///< why it cannot be used and what would change that; empty: it can
    BackendInfo info;                         ///< only of a usable one
    std::string noBf16;                       ///< why it has no bf16; empty: it has
    std::optional<std::int64_t> bf16PaysFrom; ///< multiply-adds of a network from which on `auto` means bf16
};

/// Opens every usable device for a moment to ask it. Never throws. Any thread; drivers may take seconds to answer.
std::vector<DeviceReport> reportDevices(const Catalogue& catalogue);

/// The reports as a page for people, in today's language.
QString describe(const std::vector<DeviceReport>& devices);

} // namespace alexscope::gui
