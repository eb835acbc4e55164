// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/neighbours_panel.h"

#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/panels/index_bar.h"
#include "gui/widgets/precision_chart.h"

#include <QLabel>
#include <QSpinBox>
#include <QToolButton>

namespace alexscope::gui {

QString NeighboursPanel::title() const
{
    return tr("Neighbours");
}

QString NeighboursPanel::explanation() const
{
    QString text = tr(
        "<p><b>What you see.</b> The picture asked for, and the pictures that lie nearest to it: above by the "
        "numbers of one layer, as Euclidean distance; below by the pixels themselves. ✓ in a blue frame is of the "
        "same class, ✗ in a dashed orange one of another. The curve is precision@k: how many of the k nearest are of "
        "the right class, over all indexed pictures.</p>");
    if (const auto& index = m_indexer.index())
        text += tr("<p>Now: |a − b| = √Σ<sub>i</sub>(a<sub>i</sub> − b<sub>i</sub>)² over %1 numbers of %2, and over "
                   "%3 of the pixels (the crop the network sees, averaged down to %4×%4 in three colours).</p>")
                    .arg(count(static_cast<std::int64_t>(index->features->shape.perPicture())), index->choice.layer,
                         count(static_cast<std::int64_t>(PixelVectors::dimension(index->pixels->side))))
                    .arg(index->pixels->side);
    if (m_codes->isChecked())
        text +=
            tr("<p><b>Codes.</b> Thousands of numbers a picture are much to compare; the paper proposes short binary "
               "codes in "
               "their place (§6.1). Here each bit says on which side of a random plane through the middle of the set a "
               "picture lies: %1 bits in place of %2 numbers, compared by counting those that differ. A million such "
               "codes fit into 64 MB; how many of the true neighbours they find stands above the row.</p>")
                .arg(CodeMaker::usualBits)
                .arg(m_indexer.index()
                         ? count(static_cast<std::int64_t>(m_indexer.index()->features->shape.perPicture()))
                         : noValue());
    text += tr("<p><b>What to look for.</b> Before training both rows are alike: colours and brightness decide. While "
               "the network learns, the upper row comes to show the same thing in another pose, light or colour, and "
               "its curve leaves that of the pixels. Which mistakes does it make, and can you see why?</p>"
               "<p>A click asks for that picture's neighbours, a double click (or P) pins it for all views.</p>"
               "<p>§6.1 and Figure 4 (right): the paper compares the 4096 numbers of its last hidden layer.</p>");
    return text;
}

QString NeighboursPanel::caption() const
{
    return QStringLiteral("%1. %2. %3").arg(Panel::caption(), m_bar->facts(), m_words->text());
}

Numbers NeighboursPanel::numbers() const
{
    Numbers numbers;
    if (!m_answer)
        return numbers;
    numbers.columns = {QStringLiteral("by"),    QStringLiteral("rank"),     QStringLiteral("picture"),
                       QStringLiteral("class"), QStringLiteral("distance"), QStringLiteral("iteration")};
    const auto& index = *m_answer->question.index;
    const auto add = [&](const QString& by, const std::vector<NeighbourPicture>& pictures) {
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            numbers.rowNames.append(by);
            numbers.rows.push_back({static_cast<double>(i + 1), static_cast<double>(pictures[i].id->index),
                                    static_cast<double>(pictures[i].label), pictures[i].distance,
                                    static_cast<double>(index.features->iteration)});
        }
    };
    add(index.choice.layer, m_answer->byFeatures);
    add(QStringLiteral("pixels"), m_answer->byPixels);
    if (m_codes->isChecked())
        add(QStringLiteral("codes"), m_answer->byCodes);
    const auto& history = m_indexer.history();
    auto curve = std::make_shared<HostTensor>(Shape{static_cast<std::int64_t>(history.size()), 3, 1, 1});
    for (std::size_t i = 0; i < history.size(); ++i) {
        curve->values[3 * i] = static_cast<float>(history[i].iteration);
        curve->values[3 * i + 1] = static_cast<float>(history[i].features);
        curve->values[3 * i + 2] = static_cast<float>(history[i].pixels);
    }
    if (!history.empty())
        numbers.tensors.push_back({"precision_by_iteration_features_pixels", curve});
    return numbers;
}

void NeighboursPanel::retranslate()
{
    m_bar->retranslate();
    m_kLabel->setText(tr("k"));
    m_k->setAccessibleName(tr("How many neighbours"));
    m_k->setToolTip(tr("How many of the nearest are shown and counted"));
    const auto name = [](QToolButton* button, const QString& text, const QString& tip) {
        const QKeySequence shortcut = button->shortcut();
        button->setAccessibleName(text);
        button->setToolTip(
            shortcut.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, shortcut.toString(QKeySequence::NativeText)));
        button->setShortcut(shortcut);
    };
    name(m_previous, tr("Previous picture"), tr("Pin the picture before in the set"));
    name(m_next, tr("Next picture"), tr("Pin the next picture of the set"));
    m_pinned->setText(tr("Pinned"));
    name(m_pinned, tr("Ask for the pinned picture"), tr("Ask for the pinned picture again"));
    m_codes->setText(tr("Codes"));
    name(m_codes, tr("Show what codes find"), tr("Also the nearest by short codes in place of the layer's numbers"));
    m_queryStrip->setAccessibleName(tr("The picture asked for"));
    m_byFeatures->setAccessibleName(tr("The nearest to the network"));
    m_byPixels->setAccessibleName(tr("The nearest in pixels"));
    m_byCodes->setAccessibleName(tr("The nearest by codes"));
    m_chart->setAccessibleName(tr("Precision over the iterations"));
    m_words->setAccessibleName(tr("Precision in words"));
    showPrecision();
    if (m_answer)
        showAnswer();
    else
        showNothing();
}

} // namespace alexscope::gui
