// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/predictions_panel.h"

#include "core/error.h"
#include "gui/look/icons.h"
#include "gui/look/likeliest.h"
#include "gui/look/numbers.h"
#include "gui/look/pictures.h"
#include "gui/widgets/prediction_card.h"

#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPointer>
#include <QThreadPool>
#include <QToolButton>

#include <algorithm>
#include <numeric>
#include <set>

namespace alexscope::gui {

namespace {

constexpr int columns = 4;
/// Labels looked at to find pictures of different classes.
constexpr std::size_t searched = 4096;

/// Pictures from an evenly spread walk over the set; a class is taken again only when every class has had its turn.
std::vector<std::size_t> choosePictures(const Dataset& set, std::size_t round)
{
    std::vector<std::size_t> chosen;
    const std::size_t size = set.size();
    if (size == 0)
        return chosen;
    std::size_t stride = std::max<std::size_t>(1, size * 618 / 1000);
    while (std::gcd(stride, size) != 1)
        ++stride;
    std::set<int> labels;
    std::set<std::size_t> taken;
    for (int pass = 0; pass < 2; ++pass)
        for (std::size_t i = 0; i < std::min(size, searched) && chosen.size() < PredictionsPanel::cardCount; ++i) {
            const std::size_t index = (round * PredictionsPanel::cardCount + i) * stride % size;
            if (taken.contains(index) || (pass == 0 && !labels.insert(set.label(index)).second))
                continue;
            taken.insert(index);
            chosen.push_back(index);
        }
    return chosen;
}

std::vector<PredictionsPanel::Example> readPictures(const Dataset& set, std::size_t round)
{
    std::vector<PredictionsPanel::Example> examples;
    Image scratch;
    for (const std::size_t index : choosePictures(set, round)) {
        try {
            const ImageView view = set.image(index, scratch);
            auto picture = std::make_shared<Image>(view.width, view.height);
            std::copy_n(view.rgb, picture->rgb.size(), picture->rgb.begin());
            examples.push_back({picture, set.label(index)});
        } catch (const Error&) {
            // A file that vanished: its place stays empty, as the data's own warnings tell.
        }
    }
    return examples;
}

} // namespace

PredictionsPanel::PredictionsPanel(LiveModel& model, Selection& selection, QWidget* parent)
    : Panel(model, selection, parent), m_caption(new QLabel(this)), m_others(new QToolButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_caption->setObjectName(QStringLiteral("predictionsCaption"));
    m_others->setObjectName(QStringLiteral("otherPictures"));
    m_others->setIcon(icon(QStringLiteral("next")));
    m_others->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_others->setAutoRaise(true);
    m_others->setShortcut(Qt::CTRL | Qt::Key_P);
    m_others->setEnabled(false);
    auto* header = new QHBoxLayout;
    header->addWidget(m_caption, 1);
    header->addWidget(m_others);
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    for (int i = 0; i < cardCount; ++i) {
        auto* card = new PredictionCard(this);
        card->setObjectName(QStringLiteral("prediction%1").arg(i));
        m_cards.push_back(card);
        grid->addWidget(card, i / columns, i % columns);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    layout->addLayout(header);
    layout->addLayout(grid, 1);
    connect(m_others, &QToolButton::clicked, this, &PredictionsPanel::showOthers);
    connect(&model, &LiveModel::snapshotChanged, this, &Panel::invalidate);
    connect(&model, &LiveModel::runChanged, this, [this] {
        m_round = 0;
        fetchExamples();
        emit explanationChanged();
    });
    finishConstruction();
}

QString PredictionsPanel::title() const
{
    return tr("Predictions");
}

QString PredictionsPanel::explanation() const
{
    QString text = tr("<p><b>What you see.</b> Eight pictures the network has never been trained on, each with its "
                      "true label and the five classes "
                      "the network finds likeliest now. The true label's bar is orange; ✓ and ✗ say whether the "
                      "likeliest class is right.</p>");
    if (const int classes = model().status().classes; classes > 1)
        text += tr("<p>Before training every bar is near 1/%1 = %2: the network knows nothing.</p>")
                    .arg(count(classes), percent(1.0 / classes));
    text += tr("<p><b>What to look for.</b> Which classes are told apart first, which are confused, and how sure the "
               "network is when it is wrong.</p>"
               "<p>§6.1 and Figure 4 (left). Test mode: the centre crop, dropout scales instead of drawing.</p>");
    return text;
}

void PredictionsPanel::look(ProbeRequest& request) const
{
    for (const Example& example : m_examples)
        request.gallery.push_back(example.picture);
}

void PredictionsPanel::showOthers()
{
    ++m_round;
    fetchExamples();
}

void PredictionsPanel::fetchExamples()
{
    const std::uint64_t ticket = ++m_ticket;
    const auto run = model().run();
    if (!run)
        return takeExamples({});
    // Decoding photographs takes longer than a frame: not in this thread.
    QThreadPool::globalInstance()->start([panel = QPointer<PredictionsPanel>(this), run, ticket, round = m_round] {
        auto examples = readPictures(*run->data.validation, round);
        QMetaObject::invokeMethod(
            qApp,
            [panel, ticket, examples = std::move(examples)] {
                if (panel && panel->m_ticket == ticket)
                    panel->takeExamples(examples);
            },
            Qt::QueuedConnection);
    });
}

void PredictionsPanel::takeExamples(std::vector<Example> examples)
{
    m_examples = std::move(examples);
    m_others->setEnabled(!m_examples.empty());
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        if (i < m_examples.size())
            m_cards[i]->setPicture(toQImage(*m_examples[i].picture), className(m_examples[i].label));
        else
            m_cards[i]->setPicture({}, {});
    }
    invalidate();
    emit interestChanged();
}

QString PredictionsPanel::className(int index) const
{
    return shownClass(model().run()->data, index);
}

void PredictionsPanel::refresh()
{
    const auto result = model().gallery();
    m_caption->setText(result ? tr("Validation pictures at iteration %1, test mode").arg(count(result->iteration))
                              : tr("Validation pictures"));
    if (!result) {
        if (model().isPast()) // predictions are not recorded: none rather than those of another moment
            for (PredictionCard* card : m_cards)
                card->setBars({});
        return;
    }
    for (std::size_t i = 0; i < std::min(m_cards.size(), m_examples.size()); ++i) {
        const auto found = std::find(result->pictures.begin(), result->pictures.end(), m_examples[i].picture);
        if (found == result->pictures.end())
            continue;
        const auto& probabilities = result->probabilities[static_cast<std::size_t>(found - result->pictures.begin())];
        m_cards[i]->setBars(likeliest(model().run()->data, probabilities, m_examples[i].label));
    }
}

void PredictionsPanel::retranslate()
{
    const QKeySequence shortcut(Qt::CTRL | Qt::Key_P);
    m_others->setText(tr("Other pictures"));
    m_others->setShortcut(shortcut);
    m_others->setToolTip(
        tr("Show eight other validation pictures (%1)").arg(shortcut.toString(QKeySequence::NativeText)));
    m_others->setAccessibleName(tr("Other pictures"));
    m_caption->setAccessibleName(tr("What the predictions show"));
    for (std::size_t i = 0; i < std::min(m_cards.size(), m_examples.size()); ++i)
        m_cards[i]->setPicture(toQImage(*m_examples[i].picture), className(m_examples[i].label));
}

} // namespace alexscope::gui
