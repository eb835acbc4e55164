// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/live_predictions.h"

#include "core/error.h"
#include "gui/look/likeliest.h"
#include "gui/look/pictures.h"
#include "gui/widgets/prediction_card.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <numeric>
#include <set>

namespace alexscope::gui {

namespace {

constexpr int spacing = 8, mostColumns = 4;
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
        for (std::size_t i = 0; i < std::min(size, searched) && chosen.size() < LivePredictions::cardCount; ++i) {
            // The first picture is the one pinned at first: not twice.
            const std::size_t index = (round * LivePredictions::cardCount + i + 1) * stride % size;
            if (taken.contains(index) || (pass == 0 && !labels.insert(set.label(index)).second))
                continue;
            taken.insert(index);
            chosen.push_back(index);
        }
    return chosen;
}

std::vector<LivePredictions::Example> readPictures(const Dataset& set, std::size_t round)
{
    std::vector<LivePredictions::Example> examples;
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

bool isSamePicture(const std::shared_ptr<const Image>& a, const std::shared_ptr<const Image>& b)
{
    return a && b && a->width == b->width && a->height == b->height && a->rgb == b->rgb;
}

} // namespace

LivePredictions::LivePredictions(LiveModel& model, PinnedPicture& pinned, QWidget* parent)
    : QWidget(parent), m_model(model), m_pinned(pinned), m_pinnedCard(new PredictionCard(this))
{
    m_pinnedCard->setObjectName(QStringLiteral("predictionPinned"));
    m_pinnedCard->setFramed(true);
    for (int i = 0; i < cardCount; ++i) {
        auto* card = new PredictionCard(this);
        card->setObjectName(QStringLiteral("prediction%1").arg(i));
        m_cards.push_back(card);
    }
    connect(&model, &LiveModel::runChanged, this, [this] {
        m_round = 0;
        fetchExamples();
    });
    measure();
}

void LivePredictions::look(ProbeRequest& request) const
{
    for (const Example& example : m_examples)
        request.gallery.push_back(example.picture);
    if (const auto& run = m_model.run(); run && !run->network.layers.empty())
        request.activations.push_back(run->network.layers.back().name);
}

void LivePredictions::showOthers()
{
    ++m_round;
    fetchExamples();
}

void LivePredictions::fetchExamples()
{
    const std::uint64_t ticket = ++m_ticket;
    const auto run = m_model.run();
    if (!run)
        return takeExamples({});
    // Decoding photographs takes longer than a frame: not in this thread.
    QThreadPool::globalInstance()->start([page = QPointer<LivePredictions>(this), run, ticket, round = m_round] {
        auto examples = readPictures(*run->data.validation, round);
        QMetaObject::invokeMethod(
            qApp,
            [page, ticket, examples = std::move(examples)] {
                if (page && page->m_ticket == ticket)
                    page->takeExamples(examples);
            },
            Qt::QueuedConnection);
    });
}

void LivePredictions::takeExamples(std::vector<Example> examples)
{
    m_examples = std::move(examples);
    measure();
    retranslate();
    emit interestChanged();
}

QString LivePredictions::className(int index) const
{
    return m_model.run() && index >= 0 ? shownClass(m_model.run()->data, index) : QString();
}

void LivePredictions::retranslate()
{
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        if (i < m_examples.size())
            m_cards[i]->setPicture(toQImage(*m_examples[i].picture), className(m_examples[i].label));
        else
            m_cards[i]->setPicture({}, {});
    }
    measure();
    refresh();
}

void LivePredictions::refresh()
{
    showPinned();
    showGallery();
}

/// Of the past the picture itself is recorded; its label only where it is the one that is pinned now.
void LivePredictions::showPinned()
{
    const auto& snapshot = m_model.snapshot();
    const auto picture = m_model.isPast() ? snapshot->pinned : m_pinned.image();
    const bool sameAsNow = !m_model.isPast() || isSamePicture(picture, m_pinned.image());
    const int label = sameAsNow && m_model.run() ? m_pinned.label() : -1;
    if (picture != m_drawn || className(label) != m_pinnedCard->trueLabel()) { // a photograph takes its time to draw
        m_drawn = picture;
        m_pinnedCard->setPicture(picture ? toQImage(*picture) : QImage(), className(label));
    }
    if (!picture || !snapshot || snapshot->pinned != picture || !m_model.run())
        return;
    const auto found = snapshot->activations.find(m_model.run()->network.layers.back().name);
    if (found != snapshot->activations.end())
        m_pinnedCard->setBars(likeliest(*m_model.run(), found->second.values->values, label),
                              !m_model.run()->otherClasses);
}

void LivePredictions::showGallery()
{
    const auto result = m_model.gallery();
    if (!result) {
        if (m_model.isPast()) // not recorded: none rather than those of another moment
            for (PredictionCard* card : m_cards)
                card->setBars({});
        return;
    }
    for (std::size_t i = 0; i < std::min(m_cards.size(), m_examples.size()); ++i) {
        const auto found = std::find(result->pictures.begin(), result->pictures.end(), m_examples[i].picture);
        if (found == result->pictures.end())
            continue;
        const auto& probabilities = result->probabilities[static_cast<std::size_t>(found - result->pictures.begin())];
        m_cards[i]->setBars(likeliest(*m_model.run(), probabilities, m_examples[i].label),
                            !m_model.run()->otherClasses);
    }
}

void LivePredictions::measure()
{
    m_room = predictionRoom(font(), m_model.run() ? shownOutputs(*m_model.run()) : QStringList());
    for (PredictionCard* card : m_cards)
        card->setRoom(m_room);
    m_pinnedCard->setRoom(m_room);
    arrange();
}

void LivePredictions::arrange()
{
    const int inside = width() - 2 * spacing;
    const auto fitting = [](int room, int need) { return std::max(1, (room + spacing) / (need + spacing)); };
    const int columns = std::min(mostColumns, fitting(inside, m_room.size().width()));
    const int needed = (cardCount + columns) / columns;
    const int rows = std::min(needed, fitting(height(), m_room.leastSize().height()));
    const QSize cell((inside + spacing) / columns - spacing, (height() + spacing) / rows - spacing);
    for (int i = 0; i <= cardCount; ++i) {
        PredictionCard* card = i == 0 ? m_pinnedCard : m_cards[static_cast<std::size_t>(i - 1)];
        card->setVisible(i < rows * columns);
        card->setGeometry(spacing + i % columns * (cell.width() + spacing), i / columns * (cell.height() + spacing),
                          cell.width(), cell.height());
    }
}

void LivePredictions::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void LivePredictions::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
}

} // namespace alexscope::gui
