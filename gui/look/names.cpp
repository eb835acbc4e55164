// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/names.h"

#include <QCoreApplication>
#include <QDir>

namespace alexscope::gui {

namespace {

/// What datasets/textures.cpp calls its classes.
[[maybe_unused]] constexpr const char* textureClasses[] = {
    QT_TRANSLATE_NOOP("TextureClass", "level stripes"),   QT_TRANSLATE_NOOP("TextureClass", "upright stripes"),
    QT_TRANSLATE_NOOP("TextureClass", "slanted stripes"), QT_TRANSLATE_NOOP("TextureClass", "checkers"),
    QT_TRANSLATE_NOOP("TextureClass", "rings"),           QT_TRANSLATE_NOOP("TextureClass", "dots"),
    QT_TRANSLATE_NOOP("TextureClass", "polygons"),        QT_TRANSLATE_NOOP("TextureClass", "blobs"),
    QT_TRANSLATE_NOOP("TextureClass", "gradients"),       QT_TRANSLATE_NOOP("TextureClass", "dead leaves"),
};

} // namespace

QString shownDeviceName(const std::string& name)
{
    if (name == "auto")
        return QCoreApplication::translate("DeviceName", "Automatic");
    if (name == "cpu")
        return QCoreApplication::translate("DeviceName", "Processor");
    if (name == "cuda")
        return QCoreApplication::translate("DeviceName", "NVIDIA GPU");
    if (name == "reference")
        return QCoreApplication::translate("DeviceName", "Plain loops");
    return QString::fromStdString(name);
}

QString shownDataName(const QString& specification)
{
    const QString kind = specification.section(QLatin1Char(':'), 0, 0),
                  path = specification.section(QLatin1Char(':'), 1);
    const QString name = QDir(path).dirName();
    if (kind == QLatin1String("textures"))
        return QCoreApplication::translate("DataName", "Textures (built in)");
    if (kind == QLatin1String("cifar10"))
        return QCoreApplication::translate("DataName", "CIFAR-10: %1").arg(name);
    if (kind == QLatin1String("folder"))
        return QCoreApplication::translate("DataName", "Pictures: %1").arg(name);
    if (kind == QLatin1String("idx"))
        return QCoreApplication::translate("DataName", "IDX: %1").arg(name);
    if (kind == QLatin1String("packed"))
        return QCoreApplication::translate("DataName", "Packed: %1").arg(name);
    return specification;
}

QString shownClassName(const std::string& name)
{
    return QCoreApplication::translate("TextureClass", name.c_str());
}

} // namespace alexscope::gui
