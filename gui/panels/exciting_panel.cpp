// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/exciting_panel.h"

#include "core/error.h"
#include "gui/look/colours.h"
#include "gui/look/likeliest.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/panels/index_bar.h"
#include "gui/widgets/input_picture_view.h"
#include "gui/widgets/neighbour_strip.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace alexscope::gui {

ExcitingPanel::ExcitingPanel(LiveModel& model, Selection& selection, SetIndexer& indexer, PinnedPicture& pinned,
                             QWidget* parent)
    : Panel(model, selection, parent), m_indexer(indexer), m_pinned(pinned),
      m_bar(new IndexBar(model, indexer, IndexBar::Of::Patches, this)), m_unit(new QSpinBox(this)),
      m_whole(new QToolButton(this)), m_unitLabel(new QLabel(this)), m_figure(new QWidget(this)),
      m_strip(new NeighbourStrip(m_figure)), m_picture(new InputPictureView(m_figure)),
      m_pictureName(new QLabel(m_figure)), m_words(new QLabel(m_figure))
{
    build();
    connect(m_strip, &NeighbourStrip::wanted, this, [this](quint64 patch) { choose(static_cast<int>(patch)); });
    connect(m_unit, &QSpinBox::valueChanged, this, &ExcitingPanel::chooseUnit);
    connect(m_whole, &QToolButton::clicked, this, [this] { chooseUnit(-1); });
    connect(&selection, &Selection::changed, this, &Panel::invalidate);
    connect(&m_indexer, &SetIndexer::changed, this, &Panel::invalidate);
    connect(&m_indexer, &SetIndexer::progressed, this, [this] {
        if (!m_answer)
            showNothing();
    });
    connect(this, &Panel::sightChanged, this, [this] {
        m_indexer.watch(this, inSight() ? SetIndexer::Interest::Patches : SetIndexer::Interest::Nothing);
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

void ExcitingPanel::build()
{
    for (QWidget* widget : {static_cast<QWidget*>(this), m_figure}) {
        widget->setAutoFillBackground(true);
        widget->setBackgroundRole(QPalette::Base);
    }
    m_strip->setObjectName(QStringLiteral("excitingPatches"));
    m_picture->setObjectName(QStringLiteral("excitingPicture"));
    m_words->setObjectName(QStringLiteral("excitingWords"));
    m_unit->setObjectName(QStringLiteral("excitingUnit"));
    m_whole->setObjectName(QStringLiteral("excitingWhole"));
    m_unit->setMinimum(-1);
    m_unit->setKeyboardTracking(false);
    m_unitLabel->setBuddy(m_unit);
    m_whole->setAutoRaise(true);
    m_picture->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_pictureName->setAlignment(Qt::AlignCenter);
    m_pictureName->setWordWrap(true);
    m_pictureName->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_pictureName->setFixedHeight(2 * fontMetrics().height() + 4);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_words->setFixedHeight(2 * fontMetrics().height() + 4);
    for (QWidget* tool :
         {static_cast<QWidget*>(m_unitLabel), static_cast<QWidget*>(m_unit), static_cast<QWidget*>(m_whole)})
        m_bar->addTool(tool);

    auto* right = new QVBoxLayout;
    right->setSpacing(2);
    right->addWidget(m_picture, 1);
    right->addWidget(m_pictureName);
    auto* views = new QHBoxLayout;
    views->setSpacing(8);
    views->addWidget(m_strip, 5);
    views->addLayout(right, 2);
    m_bar->layOver(*this, *m_figure, views, m_words);
}

// ---- What is asked

/// Of a ReLU, a normalisation or dropout, the layer before it speaks: its units are the same.
QString ExcitingPanel::layerName() const
{
    return model().run() ? excitingLayer(model().run()->network, selection().layer()) : QString();
}

int ExcitingPanel::units() const
{
    const auto& run = model().run();
    const int layer = run ? run->network.indexOf(layerName().toStdString()) : -1;
    return layer < 0 ? 0 : static_cast<int>(run->geometry[static_cast<std::size_t>(layer)].output.c);
}

void ExcitingPanel::chooseUnit(int unit)
{
    if (const QString layer = layerName(); !layer.isEmpty())
        selection().select(layer, unit);
}

void ExcitingPanel::choose(int patch)
{
    if (!m_answer || patch < 0 || patch >= static_cast<int>(m_answer->patches.size()))
        return;
    const ShownPatch chosen = m_answer->patches[static_cast<std::size_t>(patch)];
    m_shown = patch;
    showPicture();
    m_pinned.pinFromSet(chosen.id.set, chosen.id.index);
    selection().select(m_answer->question.layer, chosen.unit, chosen.place);
}

void ExcitingPanel::refresh()
{
    showChoice();
    ask();
    if (!m_answer)
        showNothing();
}

void ExcitingPanel::ask()
{
    const auto& index = m_indexer.index();
    const QString layer = layerName();
    if (!index || !index->withPatches || layer.isEmpty())
        return;
    const int unit = selection().unit() < units() ? selection().unit() : -1;
    const ExcitingQuestion question{index, layer, unit};
    if (m_asked == question)
        return;
    m_asked = question;
    m_job.answer([question] { return excitingOf(question); }, [this](const ExcitingAnswer& answer) { take(answer); },
                 [this](const QString& fault) {
                     m_answer.reset();
                     m_fault = fault;
                     showNothing();
                 });
}

/// The picture beside stays with the unit: the patch that was looked at, as long as it is among the new ones.
void ExcitingPanel::take(const ExcitingAnswer& answer)
{
    std::optional<ShownPatch> before;
    if (m_answer && m_shown < static_cast<int>(m_answer->patches.size()))
        before = m_answer->patches[static_cast<std::size_t>(m_shown)];
    m_answer = answer;
    m_fault.clear();
    m_shown = 0;
    for (std::size_t i = 0; before && i < answer.patches.size(); ++i)
        if (answer.patches[i].id == before->id && answer.patches[i].unit == before->unit)
            m_shown = static_cast<int>(i);
    showAnswer();
    emit explanationChanged();
}

// ---- Showing

void ExcitingPanel::showChoice()
{
    const QSignalBlocker quiet(m_unit);
    const int all = units();
    m_unit->setMaximum(std::max(0, all - 1));
    m_unit->setEnabled(all > 0);
    m_unit->setValue(selection().unit() < all ? selection().unit() : -1);
    m_whole->setEnabled(m_unit->value() >= 0);
}

void ExcitingPanel::showAnswer()
{
    const ExcitingQuestion& question = m_answer->question;
    const RunDescription& run = *question.index->run;
    std::vector<NeighbourStrip::Item> items;
    for (const ShownPatch& patch : m_answer->patches) {
        NeighbourStrip::Item item;
        item.id = items.size();
        item.picture = patch.patch();
        const QString name = shownClass(run.data, patch.label);
        item.name = question.unit < 0 ? tr("unit %1").arg(patch.unit) : name;
        item.number = number(patch.value);
        item.tip = tr("%1\n%2\nunit %3 at x %4, y %5 says %6")
                       .arg(shownPictureName(patch.name), name)
                       .arg(patch.unit)
                       .arg(patch.place.x())
                       .arg(patch.place.y())
                       .arg(item.number);
        items.push_back(std::move(item));
    }
    m_strip->setEmptyText(tr("No picture excites this unit: behind its ReLU it is 0 everywhere."));
    m_strip->setHeading(heading(), {});
    m_strip->setTiles(question.unit < 0);
    m_strip->setItems(std::move(items));
    m_words->setText(words());
    showPicture();
}

void ExcitingPanel::showPicture()
{
    const bool there = m_answer && m_shown < static_cast<int>(m_answer->patches.size());
    const ShownPatch patch = there ? m_answer->patches[static_cast<std::size_t>(m_shown)] : ShownPatch();
    m_picture->setPicture(patch.crop);
    m_picture->setField(patch.field);
    const QString name = QFileInfo(shownPictureName(patch.name)).fileName();
    m_pictureName->setText(
        there ? QStringLiteral("%1\n%2").arg(shownClass(m_answer->question.index->run->data, patch.label),
                                             fontMetrics().elidedText(name, Qt::ElideMiddle, m_picture->width()))
              : QString());
    m_pictureName->setToolTip(there ? shownPictureName(patch.name) : QString());
}

void ExcitingPanel::showNothing()
{
    m_strip->setHeading(heading(), {});
    m_strip->setEmptyText(!m_fault.isEmpty() ? m_fault : m_bar->emptyText());
    m_strip->setItems({});
    m_words->setText({});
    showPicture();
}

QString ExcitingPanel::heading() const
{
    const QString layer = layerName();
    const int unit = m_answer ? m_answer->question.unit : selection().unit();
    if (layer.isEmpty())
        return {};
    return unit < 0 ? tr("%1: what excites each unit most").arg(layer)
                    : tr("%1, unit %2: what excites it most").arg(layer).arg(unit);
}

QString ExcitingPanel::words() const
{
    if (!m_answer)
        return {};
    const auto pictures = static_cast<std::int64_t>(m_answer->question.index->rows());
    QString text =
        m_answer->question.unit < 0
            ? tr("Of %1 pictures, for each unit the place that it says most of.").arg(count(pictures))
            : tr("The strongest place of each of %1 pictures, the strongest pictures first.").arg(count(pictures));
    if (m_answer->question.unit < 0 && units() > ExcitingAnswer::mostUnits)
        text += QLatin1Char(' ') + tr("The first %1 of %2 units are shown; choose another by its number.")
                                       .arg(ExcitingAnswer::mostUnits)
                                       .arg(count(units()));
    if (m_answer->silent > 0)
        text += QLatin1Char(' ') + tr("No picture excites %1 of the units.").arg(count(m_answer->silent));
    return text;
}

// ---- Words

QString ExcitingPanel::title() const
{
    return tr("What excites it");
}

QString ExcitingPanel::explanation() const
{
    return tr(
        "<p><b>What you see.</b> The patches of real pictures that make the chosen unit say most: each is what the "
        "unit sees of a picture at its strongest place, its receptive field, with the class of that picture and the "
        "unit's number. Without a chosen unit: for every unit of the layer the one patch that excites it most.</p>"
        "<p>The pictures pass through the network in the background, as for the neighbours, and anew at the chosen "
        "pace while it learns. The picture at the right shows where the patch lies. Behind a ReLU only numbers "
        "above 0 count.</p>"
        "<p><b>What to look for.</b> Units of conv1 answer to edges and colours, as their filters in Figure 3 of the "
        "paper show. Further up the patches grow: textures, then parts of things. Do the patches of a unit have "
        "something in common that you can name? Are they of one class?</p>"
        "<p>A click pins the picture for all views and frames the place; Activations then shows how the number comes "
        "about.</p>");
}

QString ExcitingPanel::caption() const
{
    return QStringLiteral("%1. %2. %3 %4").arg(Panel::caption(), heading(), m_words->text(), m_bar->facts());
}

Numbers ExcitingPanel::numbers() const
{
    Numbers numbers;
    if (!m_answer)
        return numbers;
    numbers.columns = {QStringLiteral("layer"),    QStringLiteral("unit"),  QStringLiteral("rank"),
                       QStringLiteral("picture"),  QStringLiteral("class"), QStringLiteral("x"),
                       QStringLiteral("y"),        QStringLiteral("value"), QStringLiteral("left"),
                       QStringLiteral("top"),      QStringLiteral("width"), QStringLiteral("height"),
                       QStringLiteral("iteration")};
    const bool whole = m_answer->question.unit < 0;
    for (std::size_t i = 0; i < m_answer->patches.size(); ++i) {
        const ShownPatch& patch = m_answer->patches[i];
        numbers.rowNames.append(m_answer->question.layer);
        numbers.rows.push_back({static_cast<double>(patch.unit), whole ? 1.0 : static_cast<double>(i + 1),
                                static_cast<double>(patch.id.index), static_cast<double>(patch.label),
                                static_cast<double>(patch.place.x()), static_cast<double>(patch.place.y()), patch.value,
                                static_cast<double>(patch.field.x()), static_cast<double>(patch.field.y()),
                                static_cast<double>(patch.field.width()), static_cast<double>(patch.field.height()),
                                static_cast<double>(m_answer->question.index->features->iteration)});
    }
    return numbers;
}

void ExcitingPanel::retranslate()
{
    m_bar->retranslate();
    m_unitLabel->setText(tr("Unit"));
    m_unit->setSpecialValueText(tr("all"));
    m_unit->setAccessibleName(tr("The unit that is asked about"));
    m_unit->setToolTip(tr("The unit that is asked about; all views follow"));
    m_whole->setText(tr("All units"));
    m_whole->setToolTip(tr("Show what excites each unit of the layer most"));
    m_whole->setAccessibleName(m_whole->toolTip());
    m_strip->setAccessibleName(tr("The patches that excite it most"));
    m_picture->setAccessibleName(tr("Where the patch lies in its picture"));
    m_words->setAccessibleName(tr("What the patches are of"));
    if (m_answer)
        showAnswer();
    else
        showNothing();
}

void ExcitingPanel::recolour()
{
    m_bar->recolour();
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, quietText(palette()));
    m_words->setPalette(quiet);
    m_pictureName->setPalette(quiet);
    m_strip->update();
    m_picture->update();
}

} // namespace alexscope::gui
