// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/trained_example.h"

#include "core/error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace alexscope::gui {

TrainedExample::TrainedExample() = default;
TrainedExample::~TrainedExample() = default;

QString TrainedExample::folder()
{
    if (m_folder)
        return m_folder->path();
    auto folder = std::make_unique<QTemporaryDir>();
    const QDir packed(QStringLiteral(":/example"));
    bool good = folder->isValid();
    for (const QString& name : packed.entryList(QDir::Files))
        good = good && QFile::copy(packed.filePath(name), folder->filePath(name));
    if (!good)
        throw Error(QCoreApplication::translate(
                        "Example", "The trained example cannot be unpacked in %1: is there room on the disk?")
                        .arg(QDir::tempPath())
                        .toStdString());
    m_folder = std::move(folder);
    return m_folder->path();
}

} // namespace alexscope::gui
