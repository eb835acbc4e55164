// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/run_spec.h"
#include "gui/choices_bar.h"

#include <QByteArray>
#include <QPoint>
#include <QString>
#include <QVariantMap>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace alexscope::gui {

/// A moment of a lecture as a file: which run with which seed, how far it had come, what was selected and how the
/// window was arranged. The same scene shows the same numbers again: a run is a function of its description.
struct Scene {
    Choices choices;
    RunSpec run;
    bool ofExample = false;     ///< the run is the trained example, which is shown and not trained again
    QString folder;             ///< the run is recorded in; empty: nowhere
    std::int64_t iteration = 0; ///< it had come to
    QString layer;              ///< selection; empty: none
    int unit = -1;
    QPoint position{-1, -1};
    std::ptrdiff_t picture = -1; ///< pinned picture of the set; −1: none of it
    bool ofTraining = false;     ///< of the training set, else of the validation set
    QByteArray arrangement;      ///< QMainWindow::saveState
    QVariantMap controls;        ///< boxes and switches of the panels by object name

    bool operator==(const Scene& other) const;
};

/// From which iteration the run recorded in the scene's folder can go on to the scene's moment; none: the folder is not
/// there any more or holds another run, or its checkpoint is of a later iteration. Reads the heads of two files.
std::optional<std::int64_t> recordedUpTo(const Scene& scene);

/// Throws Error when the file cannot be written; a file that was there is replaced only by a whole one.
void saveScene(const Scene& scene, const QString& path);
/// Throws Error naming the file and the fault.
Scene loadScene(const QString& path);

} // namespace alexscope::gui
