// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/catalogue.h"
#include "core/session/session.h"
#include "gui/live/live_video.h"
#include "gui/live/own_picture.h"

namespace alexscope::gui {

/// The desktop program: reads the command line, opens the window (or makes the demonstration report) and returns the
/// exit status: 0 good, 1 failed, 2 wrong use.
int runApplication(int argc, char** argv, Catalogue catalogue, Session::OpenData openData, ReadPicture readPicture,
                   VideoOpeners videoOpeners);

} // namespace alexscope::gui
