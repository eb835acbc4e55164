// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/set_map_panel.h"

#include "gui/data/picture_view.h"
#include "gui/look/likeliest.h"
#include "gui/look/numbers.h"
#include "gui/panels/index_bar.h"
#include "gui/widgets/set_map.h"

#include <QLabel>
#include <QSettings>

#include <algorithm>
#include <map>
#include <utility>

namespace alexscope::gui {

namespace {

const QString methodKey = QStringLiteral("setMap/method"), thumbnailsKey = QStringLiteral("setMap/thumbnails");

} // namespace

SetMapPanel::SetMapPanel(LiveModel& model, Selection& selection, SetIndexer& indexer, QueryPicture& query,
                         QWidget* parent)
    : Panel(model, selection, parent), m_indexer(indexer), m_query(query)
{
    build();
    connectParts();
    finishConstruction();
}

// ---- Bringing the screen up to the model

void SetMapPanel::refresh()
{
    m_mapper.setIndex(m_indexer.index());
    runMapper();
    showMap();
    showState();
}

/// Nobody looks: nothing is computed.
void SetMapPanel::runMapper()
{
    m_mapper.setRunning(inSight() && !m_pause->isChecked());
}

void SetMapPanel::showMap()
{
    const auto& index = m_mapper.index();
    const std::vector<float>& places = m_mapper.places();
    std::vector<QPointF> points;
    for (std::size_t i = 0; i + 1 < places.size(); i += 2)
        points.emplace_back(places[i], places[i + 1]);
    if (!index || points.empty()) {
        m_shown = nullptr;
        m_map->setPoints({}, {});
        m_pictures.setPictures({});
        return;
    }
    const bool samePictures = m_shown && m_shown->pictures == index->features->pictures &&
                              !m_pictures.pictures().empty() && m_pictures.pictures().front().set == index->choice.set;
    if (std::exchange(m_shown, index->features) != index->features)
        emit explanationChanged();
    if (samePictures) {
        m_map->setPlaces(std::move(points));
    } else {
        std::vector<PictureId> pictures;
        QStringList names;
        for (std::size_t row = 0; row < index->rows(); ++row)
            pictures.push_back(index->picture(row));
        for (int label = 0; label < static_cast<int>(index->run->data.classNames.size()); ++label)
            names.append(shownClass(index->run->data, label));
        m_pictures.setData(index->run->data);
        m_pictures.setPictures(std::move(pictures));
        m_chosenPictures.setData(index->run->data);
        m_map->setClassNames(names);
        m_map->setPoints(std::move(points), {m_shown->labels.begin(), m_shown->labels.end()});
    }
    const PrincipalComponents* principal = m_mapper.principal();
    const bool axes = m_mapper.placedBy() == SetMapper::Method::PrincipalComponents && principal;
    m_map->setAxes(axes ? tr("1st principal component: %1 of the variance").arg(percent(principal->share(0)))
                        : QString(),
                   axes ? tr("2nd: %1").arg(percent(principal->share(1))) : QString());
    showQuery();
}

void SetMapPanel::showQuery()
{
    const auto& index = m_mapper.index();
    m_map->setQuery(index && m_query.picture() ? static_cast<int>(index->rowOf(*m_query.picture())) : -1);
}

QString SetMapPanel::stateText() const
{
    if (!m_mapper.fault().isEmpty())
        return m_mapper.fault();
    if (!m_mapper.index())
        return noValue();
    if (m_mapper.method() == SetMapper::Method::PrincipalComponents)
        return tr("Principal components of %1").arg(m_bar->facts());
    if (m_mapper.placedBy() != SetMapper::Method::TSne)
        return tr("t-SNE begins from the principal components");
    return tr("t-SNE, step %1 of %2, divergence %3")
        .arg(count(m_mapper.iteration()), count(SetMapper::mostIterations), number(m_mapper.divergence()));
}

void SetMapPanel::showState()
{
    const bool tSne = m_mapper.method() == SetMapper::Method::TSne;
    m_pause->setEnabled(tSne);
    m_again->setEnabled(tSne && m_mapper.index());
    m_whole->setEnabled(!m_map->showsAll());
    const int pointed = m_map->hovered();
    if (pointed >= 0 && pointed < m_pictures.rowCount())
        m_state->setText(m_pictures.index(pointed).data(Qt::AccessibleTextRole).toString());
    else
        m_state->setText(stateText());
    m_map->setEmptyText(m_bar->emptyText());
    m_map->setAccessibleDescription(m_state->text());
}

// ---- The chosen ones

QString SetMapPanel::chosenText() const
{
    const auto& chosen = m_map->chosen();
    if (chosen.empty() || !m_shown)
        return tr("Nothing is chosen. Drag around points with Shift held, or with the lasso switched on.");
    std::map<int, std::int64_t> byClass;
    for (const int point : chosen)
        ++byClass[m_shown->labels[static_cast<std::size_t>(point)]];
    std::vector<std::pair<int, std::int64_t>> sorted(byClass.begin(), byClass.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    QStringList parts;
    constexpr std::size_t mostNamed = 6;
    std::int64_t others = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (i < mostNamed)
            parts.append(
                tr("%1 %2").arg(count(sorted[i].second), shownClass(m_mapper.index()->run->data, sorted[i].first)));
        else
            others += sorted[i].second;
    }
    if (others > 0)
        parts.append(tr("%1 of other classes").arg(count(others)));
    return tr("%1 chosen: %2").arg(count(static_cast<std::int64_t>(chosen.size())), parts.join(QStringLiteral(", ")));
}

void SetMapPanel::showChosen()
{
    std::vector<PictureId> pictures;
    for (const int point : m_map->chosen())
        if (point < m_pictures.rowCount())
            pictures.push_back(m_pictures.at(point));
    m_chosenPictures.setPictures(std::move(pictures));
    m_chosen->setText(chosenText());
}

// ---- Words

QString SetMapPanel::title() const
{
    return tr("Map of the set");
}

QString SetMapPanel::explanation() const
{
    QString text = tr(
        "<p><b>What you see.</b> Every indexed picture is a point. Its place comes from the numbers one layer of the "
        "network gives for it, brought down to a plane; colour and shape are its class, which the placing does not "
        "know of.</p>"
        "<p>Principal components are the two directions along which the numbers vary most: distances are as they "
        "are, but most directions are left out. t-SNE keeps together who is near whom and gives up the rest: the "
        "size of groups and the distance between them mean nothing.</p>");
    if (const PrincipalComponents* principal = m_mapper.principal())
        text += tr("<p>Now: the first two components show %1 of the variance of all %2 numbers.</p>")
                    .arg(percent(principal->share(0) + principal->share(1)),
                         count(m_indexer.index() ? m_indexer.index()->features->shape.perPicture() : 0));
    text += tr("<p><b>What to look for.</b> Before training, neighbours share colour or brightness. While the network "
               "learns, classes come apart; which ones stay together, and which pictures lie in the wrong group?</p>"
               "<p>Point at a picture to see it; click to ask for its neighbours, double click (or P) to pin it. Drag "
               "with Shift to choose pictures; wheel and drag to look closer. A click on the legend shows one class "
               "alone.</p>"
               "<p>§6.1: the numbers compared are those of the last hidden layer. t-SNE: van der Maaten and Hinton, "
               "2008.</p>");
    return text;
}

QString SetMapPanel::caption() const
{
    return QStringLiteral("%1. %2. %3").arg(Panel::caption(), m_bar->facts(), stateText());
}

Numbers SetMapPanel::numbers() const
{
    Numbers numbers;
    const auto& index = m_mapper.index();
    if (!index || m_mapper.places().empty())
        return numbers;
    numbers.columns = {QStringLiteral("picture"), QStringLiteral("class"), QStringLiteral("x"), QStringLiteral("y")};
    for (std::size_t row = 0; row < index->rows(); ++row)
        numbers.rows.push_back({static_cast<double>(index->features->pictures[row]),
                                static_cast<double>(index->label(row)), static_cast<double>(m_mapper.places()[2 * row]),
                                static_cast<double>(m_mapper.places()[2 * row + 1])});
    const Shape& shape = index->features->shape;
    auto features =
        std::make_shared<HostTensor>(Shape{static_cast<std::int64_t>(index->rows()), shape.c, shape.h, shape.w});
    features->values = index->features->values;
    numbers.tensors.push_back({index->features->layer + ".features", features});
    return numbers;
}

// ---- Remembering

void SetMapPanel::save(QSettings& settings) const
{
    settings.setValue(methodKey, static_cast<int>(m_mapper.method()));
    settings.setValue(thumbnailsKey, m_map->thumbnailsShown());
}

void SetMapPanel::restore(const QSettings& settings)
{
    const bool tSne = settings.value(methodKey, static_cast<int>(m_mapper.method())).toInt() ==
                      static_cast<int>(SetMapper::Method::TSne);
    m_method->setCurrentIndex(
        static_cast<int>(tSne ? SetMapper::Method::TSne : SetMapper::Method::PrincipalComponents));
    m_thumbnails->setChecked(settings.value(thumbnailsKey, false).toBool());
}

} // namespace alexscope::gui
