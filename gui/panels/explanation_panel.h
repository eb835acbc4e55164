// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/panels/panel.h"

#include <QPointer>

class QTextBrowser;

namespace alexscope::gui {

/// "What you see": the short text of the panel that was last brought to the front or clicked.
class ExplanationPanel : public Panel {
    Q_OBJECT
public:
    ExplanationPanel(LiveModel& model, Selection& selection, QWidget* parent = nullptr);

    QString title() const override;
    /// Of the panel it speaks for.
    QString explanation() const override;
    void explain(Panel* panel);

protected:
    void refresh() override;
    void retranslate() override;

private:
    QTextBrowser* m_text;
    QPointer<Panel> m_explained;
    QString m_shown;
};

} // namespace alexscope::gui
