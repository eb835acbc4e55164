// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/known_weights.h"

#include "core/error.h"
#include "core/formats/weight_format.h"
#include "gui/look/engine_sentences.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/look/paths.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

namespace alexscope::gui {

namespace {

struct WeightWords {
    Q_DECLARE_TR_FUNCTIONS(KnownWeights)
};

const QStringList& weightEndings()
{
    static const QStringList all{QStringLiteral("safetensors"), QStringLiteral("pth"), QStringLiteral("pt"),
                                 QStringLiteral("caffemodel"), QStringLiteral("onnx")};
    return all;
}

} // namespace

QString weightNamePatterns()
{
    QStringList patterns;
    for (const QString& ending : weightEndings())
        patterns.append(QStringLiteral("*.") + ending);
    return patterns.join(QLatin1Char(' '));
}

/// A zip archive or a protocol buffer may be anything: those need their names.
bool looksLikeWeights(const QString& path)
{
    const QFileInfo info(path);
    if (weightEndings().contains(info.suffix().toLower()))
        return true;
    try {
        const WeightFormat format = info.isFile() ? formatOf(toPath(path)) : WeightFormat::Onnx;
        return format == WeightFormat::Safetensors || format == WeightFormat::TorchLegacy;
    } catch (const Error&) {
        return false;
    }
}

QString weightsInWords(const RunDescription& run, const std::vector<std::string>& warnings)
{
    QStringList said{WeightWords::tr("Weights of %1: the network %2, %3 classes.")
                         .arg(QFileInfo(QFile::decodeName(QByteArray::fromStdString(run.spec.weights))).fileName(),
                              QString::fromStdString(run.network.name), count(run.network.outputClasses()))};
    for (const std::string& remark : run.remarks)
        said.append(shownSentence(remark));
    for (const std::string& warning : warnings) {
        const QString text = shownSentence(warning);
        said.append(text.endsWith(QLatin1Char('.')) ? text : text + QLatin1Char('.'));
    }
    said.append(WeightWords::tr("Press Run to go on learning with them on %1.")
                    .arg(shownDataName(QString::fromStdString(run.spec.data))));
    return said.join(QLatin1Char(' '));
}

} // namespace alexscope::gui
