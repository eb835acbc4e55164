// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtual_display.h"

#include <QFile>
#include <QStandardPaths>
#include <QtEndian>

#include <array>
#include <cstring>

namespace alexscope::tests {

namespace {

constexpr int startMilliseconds = 10'000;

QProcessEnvironment environmentOf(const QString& display)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), display);
    return environment;
}

void end(QProcess& process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(startMilliseconds))
        process.kill();
    process.waitForFinished();
}

} // namespace

QStringList VirtualDisplay::missingPrograms()
{
    QStringList missing;
    for (const char* program : {"Xvfb", "openbox", "xdotool"})
        if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
            missing.append(QString::fromLatin1(program));
    return missing;
}

VirtualDisplay::VirtualDisplay(int width, int height)
{
    // -displayfd: the server chooses a free number itself and says so.
    m_server.start(QStringLiteral("Xvfb"),
                   {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-nolisten"),
                    QStringLiteral("tcp"), QStringLiteral("-fbdir"), m_folder.path(), QStringLiteral("-screen"),
                    QStringLiteral("0"), QStringLiteral("%1x%2x24").arg(width).arg(height)});
    QByteArray said;
    while (!said.contains('\n') && m_server.waitForReadyRead(startMilliseconds))
        said += m_server.readAllStandardOutput();
    if (said.trimmed().isEmpty())
        return;
    m_name = QLatin1Char(':') + QString::fromLatin1(said.trimmed());
    m_manager.setProcessEnvironment(environmentOf(m_name));
    m_manager.setStandardErrorFile(QProcess::nullDevice());
    m_manager.start(QStringLiteral("openbox"), QStringList());
    m_manager.waitForStarted(startMilliseconds);
}

VirtualDisplay::~VirtualDisplay()
{
    end(m_manager);
    end(m_server);
}

/// The server keeps its memory in a file: an XWD header of big-endian words, a colour map, then the pixels.
QImage VirtualDisplay::picture() const
{
    QFile file(m_folder.filePath(QStringLiteral("Xvfb_screen0")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    constexpr int words = 25, mapEntry = 12;
    if (bytes.size() < words * 4)
        return {};
    std::array<quint32, words> header;
    for (int i = 0; i < words; ++i)
        header[static_cast<std::size_t>(i)] = qFromBigEndian<quint32>(bytes.constData() + 4 * i);
    const int width = static_cast<int>(header[4]), height = static_cast<int>(header[5]);
    const auto perLine = static_cast<qsizetype>(header[12]);
    const qsizetype start = header[0] + qsizetype(header[19]) * mapEntry;
    QImage image(width, height, QImage::Format_RGB32);
    if (bytes.size() < start + perLine * height)
        return {};
    for (int y = 0; y < height; ++y)
        std::memcpy(image.scanLine(y), bytes.constData() + start + y * perLine, static_cast<std::size_t>(4 * width));
    return image;
}

void VirtualDisplay::xdotool(const QStringList& arguments) const
{
    QProcess process;
    process.setProcessEnvironment(environmentOf(m_name));
    process.start(QStringLiteral("xdotool"), arguments);
    process.waitForFinished(startMilliseconds);
}

void VirtualDisplay::moveTo(QPoint point) const
{
    xdotool({QStringLiteral("mousemove"), QStringLiteral("--sync"), QString::number(point.x()),
             QString::number(point.y())});
}

void VirtualDisplay::click(QPoint point) const
{
    moveTo(point + QPoint(1, 1)); // --sync waits for a movement, and the mouse may lie there already
    moveTo(point);
    xdotool({QStringLiteral("click"), QStringLiteral("1")});
}

void VirtualDisplay::key(const QString& keys) const
{
    xdotool({QStringLiteral("key"), QStringLiteral("--clearmodifiers"), keys});
}

void VirtualDisplay::type(const QString& text) const
{
    xdotool({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("2"), text});
}

} // namespace alexscope::tests
