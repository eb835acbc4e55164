// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace alexscope::gui {

/// An event filter for a window whose docks share tab bars: tabs keep their whole names, and arrows reach those that
/// have no room. The window makes its bars as it needs them and would shorten the names to a few letters. GUI thread.
class WholeTabNames : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace alexscope::gui
