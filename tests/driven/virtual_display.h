// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace alexscope::tests {

/// An X server without a screen, with a window manager, whose picture can be read and whose mouse and keyboard moved:
/// Xvfb, openbox, xdotool. All of it ends with the object.
class VirtualDisplay {
public:
    /// Of these programs, those that are not installed.
    static QStringList missingPrograms();

    VirtualDisplay(int width, int height);
    ~VirtualDisplay();
    VirtualDisplay(const VirtualDisplay&) = delete;
    VirtualDisplay& operator=(const VirtualDisplay&) = delete;

    /// ":17"; empty when the server did not start.
    QString name() const { return m_name; }
    /// What is on the screen now.
    QImage picture() const;
    void click(QPoint point) const;
    void moveTo(QPoint point) const;
    /// Keys as xdotool names them: "F7", "ctrl+e".
    void key(const QString& keys) const;
    void type(const QString& text) const;

private:
    void xdotool(const QStringList& arguments) const;

    QTemporaryDir m_folder;
    QProcess m_server, m_manager;
    QString m_name;
};

} // namespace alexscope::tests
