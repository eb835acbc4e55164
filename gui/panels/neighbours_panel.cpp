// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/neighbours_panel.h"

#include "core/error.h"
#include "gui/look/colours.h"
#include "gui/look/likeliest.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/panels/index_bar.h"
#include "gui/widgets/precision_chart.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>
#include <utility>

namespace alexscope::gui {

namespace {

const auto codesKey = QStringLiteral("neighbours/codes");

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
      m_codes(new QToolButton(this)), m_kLabel(new QLabel(this)), m_figure(new QWidget(this)),
      m_queryStrip(new NeighbourStrip(m_figure)), m_byFeatures(new NeighbourStrip(m_figure)),
      m_byPixels(new NeighbourStrip(m_figure)), m_byCodes(new NeighbourStrip(m_figure)),
      m_chart(new PrecisionChart(m_figure)), m_words(new QLabel(m_figure))
{
    build();
    for (NeighbourStrip* strip : strips()) {
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
    connect(m_codes, &QToolButton::toggled, this, [this](bool shown) {
        m_byCodes->setVisible(shown);
        emit explanationChanged();
    });
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
    m_byCodes->setObjectName(QStringLiteral("neighboursByCodes"));
    m_byCodes->hide();
    m_codes->setObjectName(QStringLiteral("showCodes"));
    m_codes->setCheckable(true);
    m_chart->setObjectName(QStringLiteral("precisionChart"));
    m_words->setObjectName(QStringLiteral("precisionWords"));
    m_k->setObjectName(QStringLiteral("neighbourCount"));
    m_pinned->setObjectName(QStringLiteral("askForPinned"));
    m_k->setRange(1, SetIndexer::mostK);
    m_k->setValue(m_indexer.k());
    m_kLabel->setBuddy(m_k);
    m_previous->setArrowType(Qt::LeftArrow);
    m_next->setArrowType(Qt::RightArrow);
    for (QToolButton* button : {m_previous, m_next})
        button->setIconSize({12, 12});
    for (QToolButton* button : {m_previous, m_next, m_pinned, m_codes})
        button->setAutoRaise(true);
    m_previous->setShortcut(Qt::ALT | Qt::Key_PageUp);
    m_next->setShortcut(Qt::ALT | Qt::Key_PageDown);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_words->setFixedHeight(2 * fontMetrics().height() + 4); // nothing above jumps when numbers grow

    auto* pages = new QWidget(this);
    auto* both = new QHBoxLayout(pages);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(0);
    both->addWidget(m_previous);
    both->addWidget(m_next);
    for (QWidget* tool : {static_cast<QWidget*>(m_kLabel), static_cast<QWidget*>(m_k), pages,
                          static_cast<QWidget*>(m_pinned), static_cast<QWidget*>(m_codes)})
        m_bar->addTool(tool);
    auto* left = new QVBoxLayout;
    left->setSpacing(1);
    left->addWidget(m_queryStrip, 5);
    left->addWidget(m_chart, 4);
    auto* right = new QVBoxLayout;
    right->setSpacing(1);
    right->addWidget(m_byFeatures, 1);
    right->addWidget(m_byPixels, 1);
    right->addWidget(m_byCodes, 1);
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

std::vector<NeighbourStrip::Item> NeighboursPanel::itemsOf(const std::vector<NeighbourPicture>& pictures,
                                                           const std::function<QString(const QString&)>& distanceText,
                                                           bool counted) const
{
    const int asked = m_answer->query.label;
    std::vector<NeighbourStrip::Item> list;
    for (const NeighbourPicture& picture : pictures) {
        NeighbourStrip::Item item;
        item.id = idOf(picture.id);
        item.picture = picture.image;
        item.name = className(picture.label);
        item.number = counted ? count(static_cast<std::int64_t>(picture.distance)) : number(picture.distance);
        item.tip =
            QStringLiteral("%1\n%2\n%3").arg(shownPictureName(picture.name), item.name, distanceText(item.number));
        item.verdict = asked < 0                ? NeighbourStrip::Verdict::Unknown
                       : picture.label == asked ? NeighbourStrip::Verdict::Right
                                                : NeighbourStrip::Verdict::Wrong;
        list.push_back(std::move(item));
    }
    return list;
}

void NeighboursPanel::showAnswer()
{
    const QString layer = m_answer->question.index->choice.layer;
    const int asked = m_answer->query.label;
    m_byFeatures->setItems(itemsOf(m_answer->byFeatures, [&](const QString& distance) {
        return tr("distance %1 in the numbers of %2").arg(distance, layer);
    }));
    m_byPixels->setItems(itemsOf(
        m_answer->byPixels, [](const QString& distance) { return tr("distance %1 in grey levels").arg(distance); }));
    m_byCodes->setItems(itemsOf(
        m_answer->byCodes,
        [](const QString& bits) { return tr("%1 of %2 bits differ").arg(bits).arg(CodeMaker::usualBits); }, true));
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
    for (NeighbourStrip* strip : {m_byFeatures, m_byPixels, m_byCodes}) {
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
    const IndexedCodes* const codes = index ? index->codes.get() : nullptr;
    m_byCodes->setHeading(tr("Nearest by codes of %1 bits").arg(CodeMaker::usualBits),
                          codes ? tr("finds %1 of the nearest").arg(percent(codes->recall)) : QString());
    m_codes->setEnabled(!index || codes);
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

void NeighboursPanel::recolour()
{
    m_bar->recolour();
    m_chart->recolour();
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, quietText(palette()));
    m_words->setPalette(quiet);
    for (NeighbourStrip* strip : strips())
        strip->update();
}

// ---- Remembering

void NeighboursPanel::save(QSettings& settings) const
{
    settings.setValue(codesKey, m_codes->isChecked());
}

void NeighboursPanel::restore(const QSettings& settings)
{
    m_codes->setChecked(settings.value(codesKey, false).toBool());
}

} // namespace alexscope::gui
