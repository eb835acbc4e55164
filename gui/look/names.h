// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace alexscope::gui {

/// A backend's name for people: "cpu" as "Processor (oneDNN)"; names this program does not know as they are.
QString shownDeviceName(const std::string& name);
/// A data specification for people: "textures" as "Textures (built in)", "cifar10:/some/folder" as "CIFAR-10: folder".
QString shownDataName(const QString& specification);
/// Classes of the built-in pictures translated; those of files as they are.
QString shownClassName(const std::string& name);
/// What a built-in network is, translated; the title of another text as it is.
QString shownNetworkTitle(const std::string& title);
/// A picture's name in its set for people: "textures validation 7" is made of words, the others are names of files.
QString shownPictureName(const QString& name);

} // namespace alexscope::gui
