// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/neighbours_panel.h"

#include "core/error.h"
#include "gui/look/colours.h"
#include "gui/look/likeliest.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/panels/index_bar.h"
#include "gui/widgets/neighbour_strip.h"
#include "gui/widgets/precision_chart.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>
#include <utility>

namespace alexscope::gui {

namespace {

/// A picture of the run's data as strips know it, and back.
quint64 idOf(const std::optional<PictureId>& picture)
{
    return picture ? static_cast<quint64>(picture->set) << 32 | picture->index : std::numeric_limits<quint64>::max();
}

std::optional<PictureId> pictureOf(quint64 id)
{
    if (id == std::numeric_limits<quint64>::max())
        return std::nullopt;
    return PictureId{static_cast<PictureSet>(id >> 32), static_cast<std::uint32_t>(id)};
}

} // namespace

NeighboursPanel::NeighboursPanel(LiveModel& model, Selection& selection, SetIndexer& indexer, QueryPicture& query,
                                 QWidget* parent)
    : Panel(model, selection, parent), m_indexer(indexer), m_query(query),
      m_bar(new IndexBar(model, indexer, IndexBar::Of::Features, this)), m_k(new QSpinBox(this)),
      m_previous(new QToolButton(this)), m_next(new QToolButton(this)), m_pinned(new QToolButton(this)),
      m_kLabel(new QLabel(this)), m_figure(new QWidget(this)), m_queryStrip(new NeighbourStrip(m_figure)),
      m_byFeatures(new NeighbourStrip(m_figure)), m_byPixels(new NeighbourStrip(m_figure)),
      m_chart(new PrecisionChart(m_figure)), m_words(new QLabel(m_figure))
{
    build();
    for (NeighbourStrip* strip : {m_queryStrip, m_byFeatures, m_byPixels}) {
        connect(strip, &NeighbourStrip::wanted, this, [this](quint64 id) {
            if (const auto picture = pictureOf(id))
                m_query.choose(*picture);
        });
        connect(strip, &NeighbourStrip::pinned, this, [this](quint64 id) {
            if (const auto picture = pictureOf(id))
                m_query.pin(*picture);
        });
    }
    connect(m_k, &QSpinBox::valueChanged, &m_indexer, &SetIndexer::setK);
    connect(m_previous, &QToolButton::clicked, this, [this] { m_query.pinned().move(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { m_query.pinned().move(1); });
    connect(m_pinned, &QToolButton::clicked, &m_query, &QueryPicture::followPinned);
    connect(&m_query, &QueryPicture::changed, this, &Panel::invalidate);
    connect(&m_indexer, &SetIndexer::changed, this, &Panel::invalidate);
    connect(&m_indexer, &SetIndexer::progressed, this, [this] {
        if (!m_answer)
            showNothing();
    });
    connect(&m_indexer, &SetIndexer::choiceChanged, this, [this] {
        const QSignalBlocker quiet(m_k);
        m_k->setValue(m_indexer.k());
        invalidate();
    });
    connect(this, &Panel::sightChanged, this, [this] {
        m_indexer.watch(this, inSight() ? SetIndexer::Interest::Features : SetIndexer::Interest::Nothing);
    });
    connect(&model, &LiveModel::runChanged, this, [this] {
        m_job.cancel();
        m_asked.reset();
        m_answer.reset();
        m_fault.clear();
        invalidate();
        emit explanationChanged();
    });
    finishConstruction();
}

void NeighboursPanel::build()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_figure->setAutoFillBackground(true);
    m_figure->setBackgroundRole(QPalette::Base);
    m_queryStrip->setObjectName(QStringLiteral("queryPicture"));
    m_byFeatures->setObjectName(QStringLiteral("neighboursByFeatures"));
    m_byPixels->setObjectName(QStringLiteral("neighboursByPixels"));
    m_chart->setObjectName(QStringLiteral("precisionChart"));
    m_words->setObjectName(QStringLiteral("precisionWords"));
    m_k->setObjectName(QStringLiteral("neighbourCount"));
    m_pinned->setObjectName(QStringLiteral("askForPinned"));
    m_k->setRange(1, SetIndexer::mostK);
    m_k->setValue(m_indexer.k());
    m_kLabel->setBuddy(m_k);
    m_previous->setArrowType(Qt::LeftArrow);
    m_next->setArrowType(Qt::RightArrow);
    for (QToolButton* button : {m_previous, m_next, m_pinned})
        button->setAutoRaise(true);
    m_previous->setShortcut(Qt::ALT | Qt::Key_PageUp);
    m_next->setShortcut(Qt::ALT | Qt::Key_PageDown);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_words->setFixedHeight(2 * fontMetrics().height() + 4); // nothing above jumps when numbers grow

    for (QWidget* tool :
         {static_cast<QWidget*>(m_kLabel), static_cast<QWidget*>(m_k), static_cast<QWidget*>(m_previous),
          static_cast<QWidget*>(m_next), static_cast<QWidget*>(m_pinned)})
        m_bar->addTool(tool);
    auto* left = new QVBoxLayout;
    left->setSpacing(1);
    left->addWidget(m_queryStrip, 5);
    left->addWidget(m_chart, 4);
    auto* right = new QVBoxLayout;
    right->setSpacing(1);
    right->addWidget(m_byFeatures, 1);
    right->addWidget(m_byPixels, 1);
    auto* views = new QHBoxLayout;
    views->setSpacing(8);
    views->addLayout(left, 2);
    views->addLayout(right, 5);
    m_bar->layOver(*this, *m_figure, views, m_words);
}

QString NeighboursPanel::className(int label) const
{
    return label < 0 ? noValue() : shownClass(model().run()->data, label);
}

// ---- Asking

void NeighboursPanel::refresh()
{
    m_previous->setEnabled(m_query.pinned().setSize() > 1);
    m_next->setEnabled(m_query.pinned().setSize() > 1);
    m_pinned->setEnabled(!m_query.isPinned());
    showPrecision();
    ask();
    if (!m_answer)
        showNothing();
}

void NeighboursPanel::ask()
{
    const auto& index = m_indexer.index();
    const PinnedPicture& pinned = m_query.pinned();
    if (!index || (!m_query.picture() && !pinned.image()))
        return;
    NeighbourQuestion question{index, m_query.picture(), nullptr, {}, m_indexer.k()};
    if (!question.picture) {
        question.own = pinned.image();
        question.ownName = pinned.name();
    }
    if (m_asked == question)
        return;
    m_asked = question;
    m_job.answer([question, make = m_indexer.backendMaker()] { return neighboursOf(question, make); },
                 [this](const NeighbourAnswer& answer) { take(answer); },
                 [this](const QString& fault) {
                     m_answer.reset();
                     m_fault = fault;
                     showNothing();
                 });
}

void NeighboursPanel::take(const NeighbourAnswer& answer)
{
    m_answer = answer;
    m_fault.clear();
    showAnswer();
    emit explanationChanged();
}

// ---- Showing

void NeighboursPanel::showAnswer()
{
    const auto& index = *m_answer->question.index;
    const int asked = m_answer->query.label;
    const auto items = [&](const std::vector<NeighbourPicture>& pictures, bool features) {
        std::vector<NeighbourStrip::Item> list;
        for (const NeighbourPicture& picture : pictures) {
            NeighbourStrip::Item item;
            item.id = idOf(picture.id);
            item.picture = picture.image;
            item.name = className(picture.label);
            item.number = number(picture.distance);
            const QString distance = features
                                         ? tr("distance %1 in the numbers of %2").arg(item.number, index.choice.layer)
                                         : tr("distance %1 in grey levels").arg(item.number);
            item.tip = QStringLiteral("%1\n%2\n%3").arg(shownPictureName(picture.name), item.name, distance);
            item.verdict = asked < 0                ? NeighbourStrip::Verdict::Unknown
                           : picture.label == asked ? NeighbourStrip::Verdict::Right
                                                    : NeighbourStrip::Verdict::Wrong;
            list.push_back(std::move(item));
        }
        return list;
    };
    m_byFeatures->setItems(items(m_answer->byFeatures, true));
    m_byPixels->setItems(items(m_answer->byPixels, false));
    NeighbourStrip::Item query;
    query.id = idOf(m_answer->query.id);
    query.picture = m_answer->query.image;
    query.name = className(asked);
    query.number = shownPictureName(m_answer->query.name);
    query.tip = QStringLiteral("%1\n%2").arg(query.number, query.name);
    m_queryStrip->setItems({query});
    showPrecision();
}

void NeighboursPanel::showNothing()
{
    const QString why = !m_fault.isEmpty() ? m_fault : m_bar->emptyText();
    for (NeighbourStrip* strip : {m_byFeatures, m_byPixels}) {
        strip->setEmptyText(strip == m_byFeatures ? why : QString());
        strip->setItems({});
    }
    m_queryStrip->setEmptyText(m_query.pinned().image() || m_query.picture()
                                   ? QString()
                                   : tr("There is no picture yet: drop one of your own, or choose one under Data."));
    m_queryStrip->setItems({});
}

QString NeighboursPanel::precisionText(bool features) const
{
    const auto& index = m_indexer.index();
    if (!index)
        return {};
    const PrecisionAtK& precision = features ? index->precision : index->pixels->precision;
    return tr("precision@%1: %2").arg(precision.k).arg(percent(precision.mean));
}

void NeighboursPanel::showPrecision()
{
    const auto& index = m_indexer.index();
    const QString layer = index ? index->choice.layer : QString();
    m_byFeatures->setHeading(index ? tr("Nearest to the network, in %1").arg(layer) : tr("Nearest to the network"),
                             precisionText(true));
    m_byPixels->setHeading(tr("Nearest in pixels"), precisionText(false));
    m_queryStrip->setHeading(m_query.isPinned() ? tr("The pinned picture") : tr("The chosen picture"), {});
    std::vector<PrecisionChart::Point> points;
    for (const PrecisionPoint& point : m_indexer.history())
        points.push_back({static_cast<double>(point.iteration), point.features, point.pixels});
    m_chart->setNames(layer.isEmpty() ? tr("network") : layer, tr("pixels"), tr("chance"), tr("iteration"));
    m_chart->setPoints(points, index ? index->precision.byChance : std::numeric_limits<double>::quiet_NaN());
    m_words->setText(
        index ? tr("Of the %1 nearest, %2 are of the class of the picture asked for in %3, %4 in pixels; chance gives "
                   "%5. Each of the %6 pictures is asked for in turn, and is not its own neighbour.")
                    .arg(index->precision.k)
                    .arg(percent(index->precision.mean), layer, percent(index->pixels->precision.mean),
                         percent(index->precision.byChance), count(static_cast<std::int64_t>(index->precision.queries)))
              : noValue());
}

// ---- Words

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
    m_queryStrip->setAccessibleName(tr("The picture asked for"));
    m_byFeatures->setAccessibleName(tr("The nearest to the network"));
    m_byPixels->setAccessibleName(tr("The nearest in pixels"));
    m_chart->setAccessibleName(tr("Precision over the iterations"));
    m_words->setAccessibleName(tr("Precision in words"));
    showPrecision();
    if (m_answer)
        showAnswer();
    else
        showNothing();
}

void NeighboursPanel::recolour()
{
    m_bar->recolour();
    m_chart->recolour();
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, quietText(palette()));
    m_words->setPalette(quiet);
    for (NeighbourStrip* strip : {m_queryStrip, m_byFeatures, m_byPixels})
        strip->update();
}

} // namespace alexscope::gui
