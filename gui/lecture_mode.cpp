// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lecture_mode.h"

#include <QApplication>
#include <QDockWidget>
#include <QShortcut>

namespace alexscope::gui {

namespace {
/// Readable from the last row when the window fills a projector of 1280 pixels.
constexpr double enlargement = 1.5;
constexpr int ownVersion = 1; ///< of the state kept while the mode is on
} // namespace

LectureMode::LectureMode(QMainWindow& window) : QObject(&window), m_window(window) {}

void LectureMode::addKey(const QKeySequence& key, std::function<void()> action)
{
    auto* shortcut = new QShortcut(key, &m_window);
    shortcut->setEnabled(m_on);
    connect(shortcut, &QShortcut::activated, this, std::move(action));
    m_keys.push_back(shortcut);
}

void LectureMode::setPanels(const QStringList& docks)
{
    m_panels = docks;
    if (m_on)
        showPanels();
}

void LectureMode::showPanels()
{
    for (auto* dock : m_window.findChildren<QDockWidget*>()) {
        const bool wanted = m_panels.contains(dock->objectName());
        dock->setVisible(wanted);
        if (wanted)
            dock->raise();
    }
}

void LectureMode::set(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    if (on) {
        m_before = m_window.saveState(ownVersion);
        m_font = QApplication::font();
        QFont large = m_font;
        large.setPointSizeF(m_font.pointSizeF() * enlargement);
        QApplication::setFont(large);
        showPanels();
    } else {
        QApplication::setFont(m_font);
        m_window.restoreState(m_before, ownVersion);
    }
    for (QShortcut* key : m_keys)
        key->setEnabled(on);
    emit changed(on);
}

QByteArray LectureMode::arrangement(int version) const
{
    if (!m_on)
        return m_window.saveState(version);
    QMainWindow& window = m_window; // only by restoring can a state be given another version
    const QByteArray now = window.saveState(ownVersion);
    window.restoreState(m_before, ownVersion);
    const QByteArray before = window.saveState(version);
    window.restoreState(now, ownVersion);
    return before;
}

} // namespace alexscope::gui
