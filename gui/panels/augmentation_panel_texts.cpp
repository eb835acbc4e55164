// SPDX-License-Identifier: GPL-3.0-or-later
// What the augmentation view looks like and says: its widgets, words and numbers.
#include "gui/panels/augmentation_panel.h"

#include "gui/look/colours.h"
#include "gui/look/icons.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/look/pictures.h"
#include "gui/widgets/colour_cloud.h"
#include "gui/widgets/crop_frames.h"
#include "gui/widgets/crop_sheet.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <cmath>

namespace alexscope::gui {

namespace {

/// Grey levels with their sign and one decimal.
QString shift(double levels)
{
    const double rounded = std::round(levels * 10) / 10;
    const QString size = QLocale().toString(std::abs(rounded), 'f', 1);
    return (rounded < 0 ? QChar(0x2212) : QLatin1Char('+')) + size;
}

QString levels(double value)
{
    return QLocale().toString(value, 'f', 1);
}

std::vector<QRect> framesOf(const std::vector<SampleTransform>& transforms, int side)
{
    std::vector<QRect> frames;
    for (const SampleTransform& transform : transforms)
        frames.emplace_back(transform.x, transform.y, side, side);
    return frames;
}

} // namespace

void AugmentationPanel::build()
{
    const std::array<QString, 3> names{QStringLiteral("trainingVersions"), QStringLiteral("testCrops"),
                                       QStringLiteral("stepVersion")};
    auto* group = new QButtonGroup(this);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(0);
    for (std::size_t i = 0; i < m_modes.size(); ++i) {
        auto* button = m_modes[i] = new QToolButton(this);
        button->setObjectName(names[i]);
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        group->addButton(button);
        pair->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, i] { setMode(static_cast<Mode>(i)); });
    }
    m_previous->setObjectName(QStringLiteral("previousVersions"));
    m_next->setObjectName(QStringLiteral("nextVersions"));
    m_next->setIcon(icon(QStringLiteral("next")));
    for (QToolButton* button : {m_previous, m_next}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
    }
    m_source->setObjectName(QStringLiteral("augmentationSource"));
    m_facts->setObjectName(QStringLiteral("augmentationFacts"));
    m_axes->setObjectName(QStringLiteral("colourAxes"));
    m_sheet->setObjectName(QStringLiteral("versions"));
    m_frames->setObjectName(QStringLiteral("cropFrames"));
    m_mean->setObjectName(QStringLiteral("meanPicture"));
    m_cloud->setObjectName(QStringLiteral("colourCloud"));
    m_facts->setWordWrap(true);
    m_facts->setMargin(6);
    m_axes->setTextFormat(Qt::RichText);
    m_axes->setMargin(4);
    for (QLabel* label : {m_facts, m_axes}) {
        label->setAutoFillBackground(true);
        label->setBackgroundRole(QPalette::Base);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_facts->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_facts->setFixedHeight(2 * fontMetrics().height() + 14); // nothing below jumps when another run says less
    m_mean->setMinimumSize(60, 50);

    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 4, 8, 4);
    header->setSpacing(8);
    header->addLayout(pair);
    header->addWidget(m_previous);
    header->addWidget(m_next);
    header->addWidget(m_source, 1);
    auto* left = new QVBoxLayout;
    left->setSpacing(1);
    left->addWidget(m_frames, 3);
    left->addWidget(m_mean, 2);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_cloud, 1);
    right->addWidget(m_axes);
    auto* views = new QHBoxLayout;
    views->setSpacing(1);
    views->addLayout(left, 3);
    views->addWidget(m_sheet, 5);
    views->addLayout(right, 3);
    auto* figure = new QVBoxLayout(m_figure);
    figure->setContentsMargins(0, 0, 0, 0);
    figure->setSpacing(1);
    figure->addLayout(views, 1);
    figure->addWidget(m_facts);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_figure, 1);
}

QString AugmentationPanel::title() const
{
    return tr("Augmentation");
}

QString AugmentationPanel::offsetText(const SampleTransform& transform) const
{
    const QString place =
        QStringLiteral("(%1, %2)").arg(transform.x).arg(transform.y).replace(QLatin1Char('-'), QChar(0x2212));
    return transform.mirrored ? tr("%1 mirrored").arg(place) : place;
}

QString AugmentationPanel::colourText(const SampleTransform& transform) const
{
    if (transform.colourShift == std::array<double, 3>{})
        return tr("colours as they are");
    return QStringLiteral("%1 %2 %3")
        .arg(shift(transform.colourShift[0]), shift(transform.colourShift[1]), shift(transform.colourShift[2]));
}

QString AugmentationPanel::cropName(int crop) const
{
    const std::array<QString, 5> names{tr("upper left"), tr("upper right"), tr("lower left"), tr("lower right"),
                                       tr("centre")};
    return names[static_cast<std::size_t>(crop % 5)];
}

void AugmentationPanel::showEmpty(const QString& why)
{
    m_sheet->setEmptyText(why);
    m_sheet->setItems({});
    m_frames->setFrames({});
    m_frames->setPicture({}, 0);
    m_source->setText(noValue());
}

void AugmentationPanel::showVersions()
{
    const AugmentationAnswer& answer = *m_versions;
    const bool training = answer.question.of == AugmentationQuestion::Of::Training;
    const Augmenter& by = *answer.question.augmenter;
    const int side = static_cast<int>(by.input().h), whole = by.resizedSide();
    std::vector<CropSheet::Item> items;
    std::vector<SampleTransform> transforms;
    for (const AugmentedPicture& version : answer.versions) {
        const QString place = offsetText(version.transform);
        const QString second = training ? (by.augmentation().colourSigma > 0
                                               ? colourText(version.transform)
                                               : tr("sample %1").arg(count(static_cast<std::int64_t>(version.sample))))
                                        : cropName(static_cast<int>(items.size()));
        items.push_back({toQImage(version.picture), place, second});
        transforms.push_back(version.transform);
    }
    m_sheet->setHeading(!training                           ? tr("Offset of the crop (x, y)")
                        : by.augmentation().colourSigma > 0 ? tr("Offset (x, y), and what is added to R, G, B")
                                                            : tr("Offset of the crop (x, y), and which sample"));
    m_sheet->setItems(std::move(items));
    m_frames->setHeading(tr("%1×%1, crops of %2×%2").arg(whole).arg(side));
    m_frames->setPicture(toQImage(answer.resized), training ? by.augmentation().pad : 0);
    m_frames->setFrames(framesOf(transforms, side));
    m_frames->setChosen(m_sheet->chosen());
    const bool named = answer.question.picture == m_pinned.image();
    const QString name = named ? shownPictureName(m_pinned.name()) : noValue();
    m_source->setText(training ? tr("%1 as training samples %2 to %3 with seed %4 are transformed")
                                     .arg(name, count(static_cast<std::int64_t>(answer.question.first)),
                                          count(static_cast<std::int64_t>(answer.question.first) + samplesShown - 1))
                                     .arg(answer.question.seed)
                               : tr("%1: the ten crops whose predictions are averaged in a test").arg(name));
    m_source->setToolTip(m_source->text());
}

QString AugmentationPanel::stepName() const
{
    const StepPicture& picture = *m_stepAsked->stepPicture;
    const DataSource& source = model().run()->data;
    const auto label = static_cast<std::size_t>(picture.label);
    const QString kind =
        picture.label >= 0 && label < source.classNames.size() ? shownClassName(source.classNames[label]) : noValue();
    return tr("Picture %1 of %2 of this step's batch: %3 (%4)")
        .arg(QString::number(picture.number + 1), QString::number(picture.batch),
             shownPictureName(QString::fromStdString(source.training->name(picture.index))), kind);
}

void AugmentationPanel::showStep()
{
    if (!m_step)
        return showEmpty(m_stepFault);
    const SampleTransform& transform = m_stepAsked->stepPicture->transform;
    const int side = static_cast<int>(augmenter()->input().h);
    const QString again = m_step->difference == 0 ? tr("the same, number for number")
                                                  : tr("largest difference %1").arg(number(m_step->difference));
    m_sheet->setHeading(tr("Offset (x, y), and what is added to R, G, B"));
    m_sheet->setItems({{toQImage(m_step->fed), tr("What the network gets"),
                        offsetText(transform) + QStringLiteral("  ") + colourText(transform)},
                       {toQImage(m_step->redone), tr("Made anew from the picture"), again}});
    m_frames->setHeading(tr("%1×%1, crops of %2×%2").arg(augmenter()->resizedSide()).arg(side));
    m_frames->setPicture(toQImage(m_step->resized), augmenter()->augmentation().pad);
    m_frames->setFrames(framesOf({transform}, side));
    m_frames->setChosen(0);
    m_source->setText(stepName());
    m_source->setToolTip(m_source->text());
}

QString AugmentationPanel::factsText() const
{
    const auto by = augmenter();
    if (!by)
        return noValue();
    const Augmentation& augmentation = by->augmentation();
    const int places = cropPlaces(*by);
    const QString side = QString::number(by->input().h), whole = QString::number(by->resizedSide());
    QStringList facts;
    if (!augmentation.randomCrop)
        facts.append(tr("No random crops: always the %1×%1 pixels in the centre of %2×%2.").arg(side, whole));
    else if (places == 1)
        facts.append(tr("No random crops: the crop is as large as the picture (%1×%1).").arg(side));
    else if (augmentation.pad > 0)
        facts.append(tr("Crops of %1×%1 at one of %3×%3 places of %2×%2 with a rim of %4 pixels.")
                         .arg(side, whole, count(places), count(augmentation.pad)));
    else
        facts.append(tr("Crops of %1×%1 at one of %3×%3 places of %2×%2.").arg(side, whole, count(places)));
    facts.append(augmentation.reflect ? tr("Mirrored half of the time.") : tr("No reflections."));
    facts.append(augmentation.colourSigma > 0
                     ? tr("Colours shifted along the axes of the set by N(0, %1) standard deviations each.")
                           .arg(chosenNumber(augmentation.colourSigma))
                     : tr("No colour noise."));
    if (const double last = model().run()->spec.recipe.colourOffLast; last > 0)
        facts.append(tr("Crops and colour noise end %1 epochs before the run does.").arg(chosenNumber(last)));
    return facts.join(QLatin1Char(' '));
}

QString AugmentationPanel::axesText() const
{
    const auto by = augmenter();
    if (!by || by->statistics().picturesUsed == 0)
        return noValue();
    const SetStatistics& set = by->statistics();
    const double sigma = by->augmentation().colourSigma;
    QString text = QStringLiteral("<table cellspacing='0' cellpadding='1'>");
    const auto row = [&](const QString& head, const QString& vector, const QString& deviation, const QString& noise) {
        text += QStringLiteral("<tr><td>%1</td><td align='right'>&nbsp;%2</td><td align='right'>&nbsp;%3</td>"
                               "<td align='right'>&nbsp;%4</td></tr>")
                    .arg(head, vector, deviation, noise);
    };
    row(QString(), tr("R, G, B"), QStringLiteral("σ"), sigma > 0 ? tr("noise σ") : QString());
    row(tr("mean"),
        QStringLiteral("%1, %2, %3")
            .arg(levels(set.channelMean[0]), levels(set.channelMean[1]), levels(set.channelMean[2])),
        QString(), QString());
    for (int axis = 0; axis < 3; ++axis) {
        const auto& direction = set.axes[static_cast<std::size_t>(axis)];
        const auto part = [&](std::size_t c) {
            return QLocale().toString(direction[c], 'f', 2).replace(QLatin1Char('-'), QChar(0x2212));
        };
        const double deviation = set.axisDeviation[static_cast<std::size_t>(axis)];
        row(QStringLiteral("<span style='color:%1'>■</span> %2").arg(axisColour(axis).name()).arg(axis + 1),
            QStringLiteral("%1, %2, %3").arg(part(0), part(1), part(2)), levels(deviation),
            sigma > 0 ? QLocale().toString(deviation * sigma, 'f', 2) : QString());
    }
    return text + QStringLiteral("</table>");
}

QString AugmentationPanel::explanation() const
{
    QString text =
        tr("<p><b>What you see.</b> The pinned picture, brought to a square, and the frames in which crops are cut; "
           "beside it these crops as the network gets them, mirrored and with shifted colours, each with its numbers. "
           "They are the very transforms that this run's seed gives to its training samples.</p>");
    if (const auto by = augmenter(); by && by->augmentation().randomCrop && cropPlaces(*by) > 1) {
        const std::int64_t places = static_cast<std::int64_t>(cropPlaces(*by)) * cropPlaces(*by);
        const std::int64_t versions = places * (by->augmentation().reflect ? 2 : 1);
        text += tr("<p>%1×%1 places%2 make %3 versions of every picture; in the paper 32·32·2 = 2,048.</p>")
                    .arg(count(cropPlaces(*by)), by->augmentation().reflect ? tr(", mirrored or not,") : QString(),
                         count(versions));
    }
    text +=
        tr("<p>The cloud is made of pixels of the training set, the axes are the principal axes of its colours, two "
           "standard deviations to either side. To a picture is added Σ p<sub>i</sub> α<sub>i</sub> "
           "λ<sub>i</sub>: p<sub>i</sub> the axes, α<sub>i</sub> drawn anew for every picture from N(0, 0.1) in the "
           "paper, λ<sub>i</sub> here the standard deviation along the axis, as in the code of 2012 (the printed "
           "eigenvalue, its square, would drown the picture).</p>"
           "<p><b>What to look for.</b> The first axis is nearly grey: brightness varies most, so the noise is "
           "mostly a change of light. All versions keep their label: that is why they help against "
           "overfitting.</p>"
           "<p>§4.1. Without crops and reflections the network overfits badly; the colour noise took more than "
           "1 % off the top-1 error. In a test the predictions of ten crops are averaged: four corners, the "
           "centre, and their mirrors.</p>");
    if (augmenter())
        text += QStringLiteral("<p>%1</p>").arg(tr("In this run: %1").arg(factsText()));
    return text;
}

QString AugmentationPanel::caption() const
{
    return QStringLiteral("%1. %2. %3").arg(Panel::caption(), m_source->text(), factsText());
}

void AugmentationPanel::retranslate()
{
    const auto name = [](QToolButton* button, const QString& text, const QString& tip) {
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(text);
    };
    name(m_modes[0], tr("Training"), tr("Random crops, reflections and colours of the pinned picture (T changes)"));
    name(m_modes[1], tr("Test: ten crops"), tr("The ten crops of the pinned picture that a test averages (T changes)"));
    name(m_modes[2], tr("This step"), tr("A picture of the step's own batch as it was really transformed (T changes)"));
    name(m_previous, tr("Previous ones"), tr("The versions before these (Page Up)"));
    name(m_next, tr("Next ones"), tr("Further versions of the same picture (Page Down)"));
    m_sheet->setAccessibleName(tr("Versions of the picture"));
    m_sheet->setToolTip(
        tr("Offset of the crop, mirrored or not, and what is added to red, green and blue; click one or use the arrow "
           "keys to see where it was cut"));
    m_frames->setAccessibleName(tr("Where the crops are cut"));
    m_frames->setEmptyText(tr("The picture that crops are cut from"));
    m_cloud->setAccessibleName(tr("Colours of the training set with their principal axes"));
    m_cloud->setHeading(tr("Colours of the training set"));
    m_cloud->setToolTip(tr("Drag or use the arrow keys to turn it; double click or Home turns it back"));
    m_cloud->setEmptyText(tr("The colours of the training set appear with a run that computes its statistics."));
    m_mean->setAccessibleName(tr("Mean of the training set"));
    m_mean->setEmptyText(tr("The mean of the training set"));
    const bool subtracts = augmenter() && augmenter()->preprocessing().mean == MeanKind::Picture;
    m_mean->setHeading(subtracts ? tr("Mean picture, subtracted") : tr("Mean colour"));
    m_source->setAccessibleName(tr("What the versions are of"));
    m_facts->setAccessibleName(tr("What this run does to its pictures"));
    m_axes->setAccessibleName(tr("Colour axes in numbers"));
    m_axes->setText(axesText());
    m_facts->setText(factsText());
    if (m_mode != Mode::Step && m_versions)
        showVersions();
    else if (m_step)
        showStep();
}

/// What is shown has the accent colour: a pressed button alone is hard to tell on a dark ground.
void AugmentationPanel::recolour()
{
    for (QToolButton* button : m_modes) {
        QPalette colours = palette();
        if (button->isChecked()) {
            colours.setColor(QPalette::Button, colours.color(QPalette::Highlight));
            colours.setColor(QPalette::ButtonText, colours.color(QPalette::HighlightedText));
        }
        button->setPalette(colours);
    }
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, quietText(palette()));
    m_source->setPalette(quiet);
    m_cloud->update();
}

} // namespace alexscope::gui
