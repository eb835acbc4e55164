// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

class QTemporaryDir;

namespace alexscope::gui {

/// The run that comes with the program: a small network trained on built-in pictures by this program's own command
/// (resources/example/README.md), so that every view has something real to show before anybody has trained anything.
class TrainedExample {
public:
    TrainedExample();
    ~TrainedExample();

    /// A run's folder, unpacked when first asked for, there as long as this lives. Throws Error when it cannot be
    /// written.
    QString folder();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace alexscope::gui
