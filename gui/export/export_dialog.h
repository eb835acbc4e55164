// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

class QWidget;

namespace alexscope::gui {

class Panel;

/// Asks where to, then writes what a panel shows. Each returns the file written, or nothing when nobody wanted it.
/// Throws Error.
class ExportDialog {
    Q_DECLARE_TR_FUNCTIONS(ExportDialog)
public:
    static QString saveFigure(Panel& panel, QWidget* parent);
    /// Where an animation of the panel should go; nothing when nobody wants it.
    static QString askForAnimation(const Panel& panel, QWidget* parent);
    static QString saveNumbers(Panel& panel, QWidget* parent);
};

} // namespace alexscope::gui
