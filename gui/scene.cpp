// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scene.h"

#include "core/error.h"
#include "core/storage/run_folder.h"
#include "gui/look/paths.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cmath>

namespace alexscope::gui {

namespace {

constexpr int format = 1;
constexpr const char* formatField = "alexscopeScene";
constexpr qint64 longestFile = 4 << 20;
constexpr double largestIteration = 1e15; ///< far beyond any run, and exact in JSON's doubles

QJsonObject toObject(const Choices& choices)
{
    return {{QStringLiteral("network"), choices.network},
            {QStringLiteral("data"), choices.data},
            {QStringLiteral("device"), choices.device},
            {QStringLiteral("precision"), choices.precision}};
}

/// Reads fields and says which one is wrong.
class SceneReader {
public:
    SceneReader(QJsonObject object, QString origin) : m_object(std::move(object)), m_origin(std::move(origin)) {}

    QString text(const char* name) const
    {
        const QJsonValue value = field(name);
        if (!value.isString())
            fail(name, QCoreApplication::translate("Scene", "a text"));
        return value.toString();
    }
    double number(const char* name, double low, double high) const
    {
        const QJsonValue value = field(name);
        const double number = value.toDouble(low - 1);
        if (!value.isDouble() || !(number >= low && number <= high) || number != std::floor(number))
            fail(name, QCoreApplication::translate("Scene", "a whole number from %1 to %2").arg(low).arg(high));
        return number;
    }
    QJsonObject object(const char* name) const
    {
        const QJsonValue value = field(name);
        if (!value.isObject())
            fail(name, QCoreApplication::translate("Scene", "an object"));
        return value.toObject();
    }

private:
    QJsonValue field(const char* name) const { return m_object.value(QLatin1String(name)); }
    [[noreturn]] void fail(const char* name, const QString& expected) const
    {
        throw Error(QCoreApplication::translate("Scene", "%1: field %2 has to be %3; save the scene again")
                        .arg(m_origin, QLatin1String(name), expected)
                        .toStdString());
    }

    QJsonObject m_object;
    QString m_origin;
};

QJsonObject parsed(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(
            QCoreApplication::translate("Scene", "%1 cannot be read: %2").arg(path, file.errorString()).toStdString());
    if (file.size() > longestFile)
        throw Error(QCoreApplication::translate("Scene", "%1 is no scene: scenes are smaller than %2 bytes")
                        .arg(path, QString::number(longestFile))
                        .toStdString());
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &fault);
    if (!document.isObject())
        throw Error(QCoreApplication::translate("Scene", "%1 is no scene: %2 at byte %3")
                        .arg(path, fault.errorString(), QString::number(fault.offset))
                        .toStdString());
    if (!document.object().contains(QLatin1String(formatField)))
        throw Error(QCoreApplication::translate("Scene", "%1 is no scene: Scene → Save scene… makes them")
                        .arg(path)
                        .toStdString());
    return document.object();
}

} // namespace

bool Scene::operator==(const Scene& other) const
{
    return choices == other.choices && toJson(run) == toJson(other.run) && ofExample == other.ofExample &&
           folder == other.folder && iteration == other.iteration && layer == other.layer && unit == other.unit &&
           position == other.position && picture == other.picture && ofTraining == other.ofTraining &&
           arrangement == other.arrangement && controls == other.controls;
}

std::optional<std::int64_t> recordedUpTo(const Scene& scene)
{
    if (scene.folder.isEmpty())
        return std::nullopt;
    try {
        const RunFolder folder = RunFolder::open(toPath(scene.folder));
        RunSpec there = folder.spec();
        there.device = scene.run.device; // what it is computed with may have another name by now, and resuming says so
        there.precision = scene.run.precision;
        there.resolvedDevice = scene.run.resolvedDevice;
        there.resolvedPrecision = scene.run.resolvedPrecision;
        there.instructions = scene.run.instructions;
        there.libraries = scene.run.libraries;
        there.threads = scene.run.threads;
        const std::int64_t iteration = folder.checkpointIteration();
        if (iteration >= 0 && iteration <= scene.iteration && difference(there, scene.run).empty())
            return iteration;
    } catch (
        const std::exception&) { // a folder that cannot be used is one that is not there: the seed brings the run back
    }
    return std::nullopt;
}

void saveScene(const Scene& scene, const QString& path)
{
    const QJsonObject object{
        {QLatin1String(formatField), format},
        {QStringLiteral("choices"), toObject(scene.choices)},
        {QStringLiteral("run"), QJsonDocument::fromJson(QByteArray::fromStdString(toJson(scene.run))).object()},
        {QStringLiteral("ofExample"), scene.ofExample},
        {QStringLiteral("folder"), scene.folder},
        {QStringLiteral("iteration"), static_cast<double>(scene.iteration)},
        {QStringLiteral("layer"), scene.layer},
        {QStringLiteral("unit"), scene.unit},
        {QStringLiteral("column"), scene.position.x()},
        {QStringLiteral("row"), scene.position.y()},
        {QStringLiteral("picture"), static_cast<double>(scene.picture)},
        {QStringLiteral("ofTraining"), scene.ofTraining},
        {QStringLiteral("arrangement"), QString::fromLatin1(scene.arrangement.toBase64())},
        {QStringLiteral("controls"), QJsonObject::fromVariantMap(scene.controls)}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0 || !file.commit())
        throw Error(QCoreApplication::translate("Scene", "%1 cannot be written: %2")
                        .arg(path, file.errorString())
                        .toStdString());
}

Scene loadScene(const QString& path)
{
    const QJsonObject object = parsed(path);
    const SceneReader reader(object, path);
    constexpr double mostUnits = 1 << 24;
    reader.number(formatField, 1, format); // a newer program's scene may mean something else
    const SceneReader choices(reader.object("choices"), path + QStringLiteral(": choices"));
    Scene scene;
    scene.choices = {choices.text("network"), choices.text("data"), choices.text("device"), choices.text("precision")};
    scene.run = runSpecFromJson(QJsonDocument(reader.object("run")).toJson().toStdString(),
                                (path + QStringLiteral(": run")).toStdString());
    scene.ofExample = object.value(QStringLiteral("ofExample")).toBool();
    scene.folder = object.value(QStringLiteral("folder")).toString(); // scenes of older programs have none
    scene.iteration = static_cast<std::int64_t>(reader.number("iteration", 0, largestIteration));
    scene.layer = reader.text("layer");
    scene.unit = static_cast<int>(reader.number("unit", -1, mostUnits));
    scene.position = {static_cast<int>(reader.number("column", -1, mostUnits)),
                      static_cast<int>(reader.number("row", -1, mostUnits))};
    scene.picture = static_cast<std::ptrdiff_t>(reader.number("picture", -1, largestIteration));
    scene.ofTraining = object.value(QStringLiteral("ofTraining")).toBool();
    scene.arrangement = QByteArray::fromBase64(reader.text("arrangement").toLatin1());
    scene.controls = reader.object("controls").toVariantMap();
    return scene;
}

} // namespace alexscope::gui
