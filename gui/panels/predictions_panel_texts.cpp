// SPDX-License-Identifier: GPL-3.0-or-later
// What the predictions say in words, and their numbers.
#include "gui/panels/predictions_panel.h"

#include "gui/data/prediction_view.h"
#include "gui/look/likeliest.h"
#include "gui/look/numbers.h"
#include "gui/widgets/confusion_view.h"
#include "gui/widgets/prediction_card.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include <cmath>
#include <limits>

namespace alexscope::gui {

QString PredictionsPanel::title() const
{
    return tr("Predictions");
}

QString PredictionsPanel::explanation() const
{
    QString text;
    switch (m_header->page()) {
    case Page::Live:
        text = tr("<p><b>What you see.</b> The pinned picture (framed) and eight pictures the network has never been "
                  "trained on, each with its true label and the five classes the network finds likeliest now. The true "
                  "label's bar is orange; ✓ and ✗ say whether the likeliest class is right.</p>");
        break;
    case Page::Pictures:
        text = tr("<p><b>What you see.</b> Every validation picture with its true label and the five likeliest "
                  "classes, as the latest validation found them. Hardest first: mistakes the network is surest of. A "
                  "class on the left limits the pictures to it; a double click, or Enter, pins a picture for all "
                  "views.</p>");
        break;
    default:
        text = tr("<p><b>What you see.</b> Each row is a true class, each column what its pictures are taken for; the "
                  "colour is the share of the row. The diagonal is what is right. A click on a cell shows the pictures "
                  "behind it; the table on the left has each class's error, the worst first.</p>");
    }
    if (model().run() && model().run()->otherClasses)
        text +=
            tr("<p>These weights have classes of their own, which are not those of the pictures: no bar is orange, and "
               "nothing is right or wrong.</p>");
    else if (const int classes = model().status().classes; classes > 1)
        text += tr("<p>Before training every bar is near 1/%1 = %2: the network knows nothing.</p>")
                    .arg(count(classes), percent(1.0 / classes));
    text += tr("<p><b>What to look for.</b> Which classes are told apart first, which are confused, and how sure the "
               "network is when it is wrong. Among the mistakes it is surest of are often wrong labels, and pictures "
               "that show two things at once.</p>"
               "<p>§6.1 and Figure 4 (left). Test mode: the centre crop, dropout scales instead of drawing.</p>");
    return text;
}

QString PredictionsPanel::caption() const
{
    if (m_header->page() == Page::Live) {
        const auto result = model().gallery();
        return result ? tr("Validation pictures at iteration %1, test mode").arg(count(result->iteration))
                      : tr("Validation pictures");
    }
    if (!m_shown)
        return Panel::caption();
    const Confusion& confusion = m_shown->confusion;
    QString text =
        tr("%1, asked at iteration %2 (epoch %3): %4 of %5 validation pictures mistaken (%6)")
            .arg(QString::fromStdString(m_run->network.name), count(m_shown->iteration),
                 QLocale().toString(m_shown->epoch, 'f', 2), count(confusion.totalErrors()), count(confusion.total()),
                 percent(static_cast<double>(confusion.totalErrors()) /
                         static_cast<double>(std::max<std::int64_t>(confusion.total(), 1))));
    if (m_header->page() == Page::Confusion && !m_confusion->part().isWhole)
        text += QStringLiteral(". ") +
                (m_choice.truth >= 0
                     ? tr("Shown are %1 and the classes it is exchanged with most").arg(m_names.value(m_choice.truth))
                     : tr("Shown are the %1 classes of %2 with the highest error")
                           .arg(count(static_cast<std::int64_t>(m_confusion->part().classes.size())),
                                count(confusion.classes())));
    if (m_header->page() == Page::Pictures && static_cast<std::int64_t>(m_shown->pictures.size()) < confusion.total())
        text +=
            QStringLiteral(". ") +
            tr("Kept are %1 of them, evenly spaced").arg(count(static_cast<std::int64_t>(m_shown->pictures.size())));
    return text;
}

/// The caption in few words; the tip has it whole.
QString PredictionsPanel::shortCaption() const
{
    if (m_header->page() == Page::Live) {
        const auto result = model().gallery();
        return result ? tr("Iteration %1, test mode").arg(count(result->iteration)) : QString();
    }
    if (!m_shown)
        return {};
    const Confusion& confusion = m_shown->confusion;
    if (m_header->page() == Page::Confusion && !m_confusion->part().isWhole)
        return m_choice.truth >= 0 ? tr("%1 and what it is exchanged with").arg(m_names.value(m_choice.truth))
                                   : tr("The %1 worst classes of %2")
                                         .arg(count(static_cast<std::int64_t>(m_confusion->part().classes.size())),
                                              count(confusion.classes()));
    return tr("%1 mistaken, iteration %2")
        .arg(percent(static_cast<double>(confusion.totalErrors()) /
                     static_cast<double>(std::max<std::int64_t>(confusion.total(), 1))),
             count(m_shown->iteration));
}

QString PredictionsPanel::notice() const
{
    if (!m_run)
        return {};
    if (model().isPast())
        return m_header->page() == Page::Live
                   ? tr("This looks back at iteration %1. Of that moment only what the network said of the pinned "
                        "picture is recorded, not of the others.")
                         .arg(count(model().shownIteration()))
                   : tr("This looks back at iteration %1. What the network said of every picture is not recorded of "
                        "the "
                        "past.")
                         .arg(count(model().shownIteration()));
    const SessionStatus& status = model().status();
    if (m_header->page() == Page::Live)
        return {};
    if (status.toJudge > 0)
        return tr("The network is being asked: %1 of %2 pictures.").arg(count(status.judged), count(status.toJudge));
    if (model().predictions())
        return {};
    if (m_run->data.validation->size() == 0)
        return tr("These data have no validation pictures: there is nothing the network was not trained on.");
    const double every = m_run->spec.recipe.validateEvery;
    const QString pictures = count(static_cast<std::int64_t>(m_run->data.validation->size()));
    if (status.state == SessionState::Running)
        return every > 0 ? tr("The first validation comes within %1 epochs. To ask the network sooner, pause.")
                               .arg(chosenNumber(every))
                         : tr("This run does not validate by itself. To ask the network, pause.");
    return every > 0 ? tr("The network has not been asked yet. Every validation does it, the first after %1 epochs; or "
                          "ask it now about all %2 validation pictures.")
                           .arg(chosenNumber(every), pictures)
                     : tr("This run does not validate by itself; ask the network now about all %1 validation pictures.")
                           .arg(pictures);
}

QString PredictionsPanel::nothingYet() const
{
    if (!m_run)
        return tr("The predictions appear as soon as a run is open. Choose data above.");
    return model().isPast() ? tr("Not recorded of the past") : tr("Nothing has been asked yet");
}

QString PredictionsPanel::limitText() const
{
    if (m_choice.truth < 0)
        return {};
    if (m_choice.predicted < 0 || m_choice.predicted == m_choice.truth)
        return m_choice.predicted < 0 ? m_names.value(m_choice.truth)
                                      : tr("%1, recognised").arg(m_names.value(m_choice.truth));
    return tr("%1 taken for %2").arg(m_names.value(m_choice.truth), m_names.value(m_choice.predicted));
}

/// Of the picture or the cell chosen, else what can be done.
void PredictionsPanel::describe()
{
    QString sentence;
    const QModelIndex current = m_view->currentIndex();
    if (!m_shown)
        sentence.clear();
    else if (m_header->page() == Page::Confusion)
        sentence = m_confusion->accessibleDescription().isEmpty()
                       ? tr("Point at a cell; a click shows the pictures behind it")
                       : m_confusion->accessibleDescription();
    else
        sentence = current.isValid() ? current.data(Qt::AccessibleTextRole).toString()
                                     : tr("%1 pictures").arg(count(m_pictures.rowCount()));
    m_said->setText(sentence);
    m_said->setToolTip(sentence); // a narrow window cuts it
}

Numbers PredictionsPanel::numbers() const
{
    switch (m_header->page()) {
    case Page::Live:
        return liveNumbers();
    case Page::Pictures:
        return pictureNumbers();
    default:
        return confusionNumbers();
    }
}

/// One row a card and class: as many as it has bars.
Numbers PredictionsPanel::liveNumbers() const
{
    Numbers numbers;
    numbers.columns = {QStringLiteral("true label: class"), QStringLiteral("rank"), QStringLiteral("probability"),
                       QStringLiteral("is true label")};
    std::vector<PredictionCard*> cards{&m_live->pinnedCard()};
    cards.insert(cards.end(), m_live->cards().begin(), m_live->cards().end());
    for (const PredictionCard* card : cards)
        for (std::size_t i = 0; i < card->bars().size(); ++i) {
            const PredictionBar& bar = card->bars()[i];
            numbers.rowNames.append(QStringLiteral("%1: %2").arg(card->trueLabel(), bar.name));
            numbers.rows.push_back({static_cast<double>(i + 1), bar.probability, bar.isTrueLabel ? 1.0 : 0.0});
        }
    return numbers;
}

/// The pictures as listed. Classes as numbers, in the order of the set's classes.
Numbers PredictionsPanel::pictureNumbers() const
{
    Numbers numbers;
    if (!m_shown)
        return numbers;
    numbers.columns = {QStringLiteral("picture"), QStringLiteral("number"), QStringLiteral("true class"),
                       QStringLiteral("probability of the true class")};
    for (std::size_t k = 1; k <= PicturePrediction::kept; ++k)
        numbers.columns << QStringLiteral("class %1").arg(k) << QStringLiteral("probability %1").arg(k);
    const double none = std::numeric_limits<double>::quiet_NaN();
    for (int row = 0; row < m_pictures.rowCount(); ++row) {
        const PicturePrediction& said = m_pictures.prediction(row);
        numbers.rowNames.append(QString::fromStdString(m_run->data.validation->name(said.picture)));
        std::vector<double> cells{static_cast<double>(said.picture), static_cast<double>(said.label),
                                  said.labelProbability};
        for (std::size_t k = 0; k < PicturePrediction::kept; ++k) {
            const bool known = said.classes[k] >= 0;
            cells.push_back(known ? said.classes[k] : none);
            cells.push_back(known ? said.probabilities[k] : none);
        }
        numbers.rows.push_back(std::move(cells));
    }
    return numbers;
}

/// The classes shown: numbers of pictures, then all pictures of the class and its error.
Numbers PredictionsPanel::confusionNumbers() const
{
    Numbers numbers;
    if (!m_shown)
        return numbers;
    const Confusion& confusion = m_shown->confusion;
    const ConfusionPart& part = m_confusion->part();
    numbers.columns.append(QStringLiteral("true class"));
    for (const int predicted : part.classes)
        numbers.columns.append(m_names.value(predicted));
    numbers.columns << QStringLiteral("pictures") << QStringLiteral("error");
    for (const int truth : part.classes) {
        numbers.rowNames.append(m_names.value(truth));
        std::vector<double> cells;
        for (const int predicted : part.classes)
            cells.push_back(static_cast<double>(confusion.count(truth, predicted)));
        cells.push_back(static_cast<double>(confusion.pictures(truth)));
        cells.push_back(confusion.error(truth));
        numbers.rows.push_back(std::move(cells));
    }
    return numbers;
}

void PredictionsPanel::retranslate()
{
    m_header->retranslate();
    m_names = m_run ? shownClasses(m_run->data) : QStringList();
    m_classes.setErrors(m_names, m_shown);
    m_classes.retranslate();
    m_view->setClassNames(m_names);
    m_live->retranslate();
    m_find->setPlaceholderText(tr("Find a class"));
    m_find->setAccessibleName(tr("Find a class"));
    m_find->setToolTip(tr("Only classes with this in their name"));
    m_classTable->setAccessibleName(tr("Classes and their errors"));
    m_classTable->setToolTip(tr("Choose a class to see its pictures only"));
    m_view->setAccessibleName(tr("Predictions"));
    m_confusion->setAccessibleName(tr("Confusion matrix"));
    m_confusion->setPredictions(m_header->page() == Page::Confusion ? m_shown : nullptr, m_names, m_choice.truth);
    m_said->setAccessibleName(tr("What is chosen"));
    m_action->setAccessibleName(tr("What to do about it"));
}

} // namespace alexscope::gui
