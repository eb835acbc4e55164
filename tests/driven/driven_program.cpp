// SPDX-License-Identifier: GPL-3.0-or-later
#include "driven_program.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThread>

namespace alexscope::tests {

namespace {
constexpr int answerMilliseconds = 20'000, pauseMilliseconds = 40;
}

DrivenProgram::DrivenProgram(const VirtualDisplay& display, const QString& home, const QStringList& arguments)
    : m_display(display)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), display.name());
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/config"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home + QStringLiteral("/data"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    for (const char* unwanted : {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "LANGUAGE"})
        environment.remove(QString::fromLatin1(unwanted));
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(ALEXSCOPE_PROGRAM), QStringList{QStringLiteral("--report-state")} + arguments);
    m_process.waitForStarted(answerMilliseconds);
}

DrivenProgram::~DrivenProgram()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(answerMilliseconds))
        m_process.kill();
    m_process.waitForFinished();
}

QJsonObject DrivenProgram::state()
{
    m_process.write("state\n");
    QElapsedTimer timer;
    timer.start();
    while (!m_process.canReadLine() && !timer.hasExpired(answerMilliseconds) && isRunning())
        m_process.waitForReadyRead(answerMilliseconds);
    return QJsonDocument::fromJson(m_process.readLine()).object();
}

bool DrivenProgram::waitUntil(const std::function<bool(const QJsonObject&)>& wanted, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (isRunning()) {
        if (wanted(state()))
            return true;
        if (timer.hasExpired(milliseconds))
            return false;
        QThread::msleep(pauseMilliseconds);
    }
    return false;
}

QRect DrivenProgram::rect(const QString& kind, const QString& name)
{
    const QJsonValue found = state()[kind].toObject().value(name);
    const QJsonArray numbers =
        found.isArray() ? found.toArray() : found.toObject().value(QLatin1String("rect")).toArray();
    if (numbers.size() != 4)
        return {};
    return {numbers[0].toInt(), numbers[1].toInt(), numbers[2].toInt(), numbers[3].toInt()};
}

bool DrivenProgram::clickInto(const std::function<QRect()>& find)
{
    QRect place;
    if (!waitUntil([&](const QJsonObject&) { return !(place = find()).isEmpty(); }))
        return false;
    m_display.click(place.center());
    return true;
}

bool DrivenProgram::clickWidget(const QString& name)
{
    return clickInto([&] { return widget(name); });
}

bool DrivenProgram::clickMenu(const QString& name)
{
    return clickInto([&] { return menuEntry(name); });
}

QImage DrivenProgram::pictureOf(const QString& widgetName)
{
    const QRect place = widget(widgetName);
    return place.isEmpty() ? QImage() : m_display.picture().copy(place);
}

int DrivenProgram::waitForEnd(int milliseconds)
{
    if (!m_process.waitForFinished(milliseconds) && m_process.state() != QProcess::NotRunning)
        return -1;
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

} // namespace alexscope::tests
