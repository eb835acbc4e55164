// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace alexscope::gui {

/// One line of plain text that takes the width it is given: what does not fit ends in an ellipsis, and the tooltip has
/// all of it unless it says something else.
class ElidingLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidingLabel(QWidget* parent = nullptr);

    bool isCut() const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace alexscope::gui
