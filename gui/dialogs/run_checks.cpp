// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/run_checks.h"

#include "core/error.h"
#include "core/formats/import.h"
#include "core/storage/run_folder.h"
#include "gui/look/engine_sentences.h"
#include "gui/look/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace alexscope::gui {

namespace {

struct CheckWords {
    Q_DECLARE_TR_FUNCTIONS(RunChecks)
};

bool holdsIdx(const QDir& folder)
{
    const QStringList files = folder.entryList(QDir::Files);
    return std::any_of(files.begin(), files.end(),
                       [](const QString& name) { return name.contains(QLatin1String("idx")); });
}

bool hasSubfolder(const QDir& folder)
{
    return !folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty();
}

StartingWeights weightsFor(const std::filesystem::path& place, const NetworkSpec& network)
{
    return {openAnyKnownWeights(place, network), network, {}};
}

QString shapeText(const std::vector<std::int64_t>& shape)
{
    QStringList sides;
    for (const std::int64_t side : shape)
        sides.append(QString::number(side));
    return sides.join(QChar(0x00D7));
}

} // namespace

QString faultOfData(const QString& specification)
{
    const QString kind = specification.section(QLatin1Char(':'), 0, 0),
                  place = specification.section(QLatin1Char(':'), 1);
    if (kind == QLatin1String("textures"))
        return {};
    const QFileInfo info(place);
    if (place.isEmpty())
        return kind == QLatin1String("packed") ? CheckWords::tr("Data: choose the packed file.")
                                               : CheckWords::tr("Data: choose the folder.");
    if (!info.exists())
        return CheckWords::tr("Data: there is no %1.").arg(place);
    if (kind == QLatin1String("packed"))
        return info.isFile() ? QString()
                             : CheckWords::tr("Data: %1 is not a file; a packed file is wanted.").arg(place);
    if (!info.isDir())
        return CheckWords::tr("Data: %1 is not a folder.").arg(place);
    const QDir folder(place);
    if (kind == QLatin1String("cifar10") && !folder.exists(QStringLiteral("data_batch_1.bin")))
        return CheckWords::tr("Data: %1 has no data_batch_1.bin; choose the folder of CIFAR-10's binary version.")
            .arg(place);
    if (kind == QLatin1String("idx") && !holdsIdx(folder))
        return CheckWords::tr("Data: %1 has no IDX files, such as train-images-idx3-ubyte.").arg(place);
    if (kind == QLatin1String("folder") && !hasSubfolder(folder))
        return CheckWords::tr("Data: %1 has no folders in it; one folder of pictures a class is wanted.").arg(place);
    return {};
}

WeightsCheck checkWeights(const QString& place, const NetworkSpec& network)
{
    if (place.isEmpty())
        return {CheckWords::tr("Weights: choose a file or the folder of a run."), {}};
    if (!QFileInfo::exists(place))
        return {CheckWords::tr("Weights: there is no file %1.").arg(place), {}};
    try {
        return {{}, weightsFor(toPath(place), network.withClasses(network.classes)).layers()};
    } catch (const Error& error) {
        return {CheckWords::tr("Weights: %1").arg(shownSentence(error.what())), {}};
    }
}

bool takesLongToCheck(const QString& place)
{
    try {
        return QFileInfo(place).isFile() && formatOf(toPath(place)) != WeightFormat::Safetensors;
    } catch (const Error&) {
        return false; // the check says why
    }
}

std::pair<QString, QString> beginningInWords(const LayerStart& start, bool decidedByData)
{
    const QString name = QString::fromStdString(start.layer);
    switch (start.source) {
    case LayerStart::Source::Known:
        if (decidedByData)
            return {CheckWords::tr("by the classes"),
                    CheckWords::tr("%1 is taken where the data have the same classes, else made new from the seed")
                        .arg(name)};
        return {CheckWords::tr("taken"), CheckWords::tr("The weights of %1 are taken").arg(name)};
    case LayerStart::Source::NewClasses:
        return {CheckWords::tr("new classes"),
                CheckWords::tr("%1 is made new from the seed, for the classes of the data").arg(name)};
    case LayerStart::Source::OtherShape:
        return {CheckWords::tr("another shape"),
                CheckWords::tr("%1 is drawn from the seed: its weights are %2 in the file, but %3 in the network")
                    .arg(name, shapeText(start.inFile), shapeText(start.wanted))};
    case LayerStart::Source::Absent:
        return {CheckWords::tr("not there"),
                CheckWords::tr("%1 is drawn from the seed: the file has no weights for it").arg(name)};
    }
    return {};
}

QString faultOfNewFolder(const QString& folder)
{
    if (folder.isEmpty())
        return CheckWords::tr("Record: choose a folder, or switch recording off.");
    if (!QDir::isAbsolutePath(folder))
        return CheckWords::tr("Record: write the whole path of the folder, from / on.");
    const QFileInfo info(folder);
    if (info.exists() && !info.isDir())
        return CheckWords::tr("Record: %1 is a file; choose a folder.").arg(folder);
    if (RunFolder::holdsRun(toPath(folder)))
        return CheckWords::tr("Record: %1 holds a run already; choose another folder, or open that run.").arg(folder);
    QFileInfo above = info;
    while (!above.exists() && above.absolutePath() != above.absoluteFilePath())
        above = QFileInfo(above.absolutePath());
    if (!above.isDir() || !above.isWritable())
        return CheckWords::tr("Record: nothing can be written in %1.").arg(above.absoluteFilePath());
    return {};
}

} // namespace alexscope::gui
