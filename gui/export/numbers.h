// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/host_tensor.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <string>
#include <vector>

namespace alexscope::gui {

/// The numbers behind a view, as they leave the program: a table, tensors, or both.
struct Numbers {
    struct NamedTensor {
        std::string name; ///< conv1.weight
        std::shared_ptr<const HostTensor> values;
    };
    QStringList columns; ///< of the table; without a table none
    /// Each as long as columns (less one with rowNames); NaN becomes an empty cell.
    std::vector<std::vector<double>> rows;
    QStringList rowNames; ///< one a row, in front of its numbers under the first of columns; or none
    std::vector<NamedTensor> tensors;

    bool isEmpty() const { return rows.empty() && tensors.empty(); }
};

/// The endings these numbers can be written with: "csv" for a table, "safetensors" and, for a single one, "npy" for
/// tensors.
QStringList formatsOf(const Numbers& numbers);

/// Writes by the path's ending; a file that was there is replaced only by a whole one. Throws Error.
void saveNumbers(const Numbers& numbers, const QString& path);

} // namespace alexscope::gui
