// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lecture_mode.h"

#include <QApplication>
#include <QDockWidget>
#include <QLayout>
#include <QShortcut>
#include <QTimer>

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
    m_alone.clear();
    if (m_on)
        showPanels();
}

QString LectureMode::showNext()
{
    const qsizetype next = m_panels.indexOf(m_alone) + 1; // all together: 0
    m_alone = next < m_panels.size() && m_panels.size() > 1 ? m_panels[next] : QString();
    showPanels();
    return m_alone;
}

void LectureMode::bringForward(const QString& dock)
{
    if (!m_alone.isEmpty())
        m_alone = dock;
    showPanels();
}

void LectureMode::showPanels()
{
    const auto isWanted = [this](const QDockWidget& dock) {
        return m_alone.isEmpty() ? m_panels.contains(dock.objectName()) : dock.objectName() == m_alone;
    };
    const auto docks = m_window.findChildren<QDockWidget*>();
    for (QDockWidget* dock : docks)
        dock->setVisible(isWanted(*dock));
    for (auto name = m_panels.rbegin(); name != m_panels.rend(); ++name) // of those in one place the first is in front
        if (auto* dock = m_window.findChild<QDockWidget*>(*name); dock && isWanted(*dock))
            dock->raise();
}

void LectureMode::set(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    m_alone.clear();
    on ? enter() : leave();
    for (QShortcut* key : m_keys)
        key->setEnabled(on);
    emit changed(on);
}

void LectureMode::enter()
{
    m_before = m_window.saveState(ownVersion);
    m_font = QApplication::font();
    QFont large = m_font;
    large.setPointSizeF(m_font.pointSizeF() * enlargement);
    showPanels(); // before the type grows, and shrinks before they come back: all of them together in large type could
                  // need more than the screen has, and a window that outgrows it is no longer full screen
    QApplication::setFont(large);
    // Docks write their titles in the font that was the program's when they were made, unless theirs is another than
    // that of docks in general.
    QApplication::setFont(m_font, "QDockWidget");
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>())
        dock->setFont(large);
}

/// Docks that were hidden know their sizes in the smaller type only once they are shown. Until then the window must not
/// grow to what they needed in the larger one: a window that outgrows the screen is no longer full screen.
void LectureMode::leave()
{
    m_window.layout()->setSizeConstraint(QLayout::SetNoConstraint);
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>())
        dock->setFont(QFont());
    QApplication::setFont(m_font); // of docks, too
    m_window.restoreState(m_before, ownVersion);
    QTimer::singleShot(0, &m_window, [this] {
        if (!m_on)
            m_window.restoreState(m_before, ownVersion); // again: not all of them could be as large as they were
        m_window.layout()->setSizeConstraint(QLayout::SetDefaultConstraint);
    });
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
