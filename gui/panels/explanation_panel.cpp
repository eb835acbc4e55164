// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/explanation_panel.h"

#include <QTextBrowser>
#include <QVBoxLayout>

namespace alexscope::gui {

ExplanationPanel::ExplanationPanel(LiveModel& model, Selection& selection, QWidget* parent)
    : Panel(model, selection, parent), m_text(new QTextBrowser(this))
{
    m_text->setObjectName(QStringLiteral("explanation"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    finishConstruction();
}

QString ExplanationPanel::title() const
{
    return tr("What you see");
}

QString ExplanationPanel::explanation() const
{
    return m_explained ? QStringLiteral("<h3>%1</h3>").arg(m_explained->title()) + m_explained->explanation()
                       : QString();
}

void ExplanationPanel::explain(Panel* panel)
{
    if (panel == m_explained || panel == this)
        return;
    if (m_explained)
        disconnect(m_explained, &Panel::explanationChanged, this, &Panel::invalidate);
    m_explained = panel;
    connect(panel, &Panel::explanationChanged, this, &Panel::invalidate);
    invalidate();
}

void ExplanationPanel::refresh()
{
    const QString text = explanation();
    if (text == m_shown)
        return; // setting it again would scroll back to the top
    m_shown = text;
    m_text->setHtml(text);
}

void ExplanationPanel::retranslate()
{
    m_text->setAccessibleName(tr("Explanation of the view"));
}

} // namespace alexscope::gui
