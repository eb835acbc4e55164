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

/// The titles in resources/networks.
[[maybe_unused]] constexpr const char* networkTitles[] = {
    QT_TRANSLATE_NOOP("NetworkTitle", "A small AlexNet"),
    QT_TRANSLATE_NOOP("NetworkTitle", "AlexNet for CIFAR-10"),
    QT_TRANSLATE_NOOP("NetworkTitle", "AlexNet without groups"),
    QT_TRANSLATE_NOOP("NetworkTitle", "AlexNet, BVLC Caffe"),
    QT_TRANSLATE_NOOP("NetworkTitle", "AlexNet, the paper (2012)"),
    QT_TRANSLATE_NOOP("NetworkTitle", "AlexNet, the source code of 2012"),
    QT_TRANSLATE_NOOP("NetworkTitle", "AlexNet, torchvision"),
    QT_TRANSLATE_NOOP("NetworkTitle", "CaffeNet"),
    QT_TRANSLATE_NOOP("NetworkTitle", "LeNet-5 (1998)"),
    QT_TRANSLATE_NOOP("NetworkTitle", "Mini-AlexNet"),
    QT_TRANSLATE_NOOP("NetworkTitle", "cuda-convnet's 80-second net for CIFAR-10"),
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

QString shownNetworkTitle(const std::string& title)
{
    return QCoreApplication::translate("NetworkTitle", title.c_str());
}

QString shownPictureName(const QString& name)
{
    const QStringList words = name.split(QLatin1Char(' '));
    if (words.size() != 3 || words[0] != QLatin1String("textures"))
        return name;
    if (words[1] == QLatin1String("training"))
        return QCoreApplication::translate("PictureName", "training texture %1").arg(words[2]);
    if (words[1] == QLatin1String("validation"))
        return QCoreApplication::translate("PictureName", "validation texture %1").arg(words[2]);
    return name;
}

} // namespace alexscope::gui
