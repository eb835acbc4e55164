// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/backend.h"

#include <functional>
#include <string>
#include <vector>

namespace alexscope {

/// One backend this program could use.
struct BackendEntry {
    std::string name;        ///< reference, cpu, cuda
    std::string unavailable; ///< empty: usable. Else a sentence: why not and what would change that
    std::function<std::unique_ptr<Backend>()> make; ///< may throw Error; null when unavailable
};

/// Which backends exist and why one does not. A plain value, composed by each main.
class Catalogue {
public:
    void add(BackendEntry entry) { m_entries.push_back(std::move(entry)); }
    const std::vector<BackendEntry>& entries() const { return m_entries; }
    /// One whose backends compute beside another's work: on the thread that makes them, which is theirs from then on.
    void addBeside(BackendEntry entry) { m_beside.push_back(std::move(entry)); }

    /// `device`: a name, or "auto": cuda, else cpu, else reference. Throws Error with the reason.
    std::unique_ptr<Backend> make(const std::string& device) const;
    /// A backend for a job beside `device`: that device's own kind where there is one for jobs, else the first that is
    /// for jobs, else as make() does.
    std::unique_ptr<Backend> makeBeside(const std::string& device) const;
    /// The entry `auto` chooses.
    const BackendEntry& automatic() const;

private:
    std::vector<BackendEntry> m_entries, m_beside;
};

/// "fp32" or "bf16" for this backend; Error with the backend's reason when it cannot.
Precision namedPrecision(const Backend& backend, const std::string& precision);
/// The same, and "auto", which is the faster one for a network of this size.
Precision resolvePrecision(const Backend& backend, const std::string& precision, const NetworkSpec& network);
std::string toText(Precision precision);

/// The plain loops of core/reference; always usable.
BackendEntry referenceEntry();

} // namespace alexscope
