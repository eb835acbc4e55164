// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace alexscope::gui {

class MainWindow;

/// Lets a test look at the running program from outside: for every line "state" on the standard input it prints one
/// line of JSON: state and iteration of the run, the language, the selection, and of every named widget and menu entry
/// in sight its text, value, and rectangle on the screen. It only looks; all doing is left to mouse and keyboard.
class WindowStateReporter : public QObject {
    Q_OBJECT
public:
    explicit WindowStateReporter(MainWindow& window);

private:
    void answer();
    void print() const;

    MainWindow& m_window;
    QSocketNotifier* m_input;
    QByteArray m_pending;
};

} // namespace alexscope::gui
