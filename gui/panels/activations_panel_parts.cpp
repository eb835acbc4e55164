// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/panels/activations_panel.h"
#include "gui/panels/arithmetic_view.h"
#include "gui/panels/layer_words.h"
#include "gui/widgets/eliding_label.h"
#include "gui/widgets/input_picture_view.h"
#include "gui/widgets/map_legend.h"
#include "gui/widgets/maps_view.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

/// How the panel is put together, and its words.
namespace alexscope::gui {

namespace {

constexpr int pictureSide = 148, leastPictureSide = 72, leastArithmetic = 216;
constexpr int linesOfWords = 6, spaceOfWords = 24; ///< class, name and facts; margins and spacings
/// A narrower footer has room for the dead units or for what is under the mouse.
constexpr int widthForMapsAndArithmetic = 860;
/// Relative to its height: a panel wider than this puts picture and arithmetic beside the maps, a narrower one below.
constexpr double wideEnough = 1.25;

const QKeySequence previousLayerKey(Qt::ALT | Qt::Key_Up), nextLayerKey(Qt::ALT | Qt::Key_Down),
    previousPictureKey(Qt::ALT | Qt::Key_Left), nextPictureKey(Qt::ALT | Qt::Key_Right);

QToolButton* arrow(QWidget* parent, const char* name, Qt::ArrowType type, const QKeySequence& key)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setArrowType(type);
    button->setAutoRaise(true);
    button->setShortcut(key);
    return button;
}

QLabel* yieldingLabel(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // long texts are cut, nothing is pushed aside
    return label;
}

} // namespace

ActivationsPanel::ActivationsPanel(LiveModel& model, Selection& selection, PinnedPicture& pinned, QWidget* parent)
    : Panel(model, selection, parent), m_pinned(pinned)
{
    setAutoFillBackground(true);
    build();
    connectAll();
    finishConstruction();
    runChanged();
}

QString ActivationsPanel::explanation() const
{
    QString text =
        tr("<p><b>What you see.</b> What every unit of a layer answers to one picture: a tile a channel, bright "
           "or orange where it answers strongly. The square framed in the picture is what the unit under the "
           "mouse sees of it. Click a unit, and the calculation of its number is written out.</p>");
    if (m_layer >= 0) {
        const auto index = static_cast<std::size_t>(m_layer);
        const LayerGeometry& geometry = model().run()->geometry[index];
        text += wordsOfLayer(model().run()->network.layers[index], geometry);
        const Shape& input = model().run()->network.input;
        text += geometry.receptiveField >= std::max(input.h, input.w)
                    ? tr("<p>A unit of %1 sees the whole picture.</p>").arg(layerName())
                    : tr("<p>A unit of %1 sees %2×%2 pixels; its neighbour sees a square %3 pixels further.</p>")
                          .arg(layerName(), count(geometry.receptiveField), count(geometry.receptiveStride));
    }
    text += tr(
        "<p><b>What to look for.</b> Maps of early layers still look like the picture: edges and colours at their "
        "places. Later ones are coarse and sparse, and few units answer. Crossed out are dead units: 0 everywhere for "
        "this picture. After a ReLU that is common; a unit that is dead for every picture no longer learns.</p>"
        "<p><b>Test mode</b> is the pinned picture as a finished network would see it. <b>Training mode</b> is a "
        "picture of the step under way: randomly cropped and mirrored, and dropout draws its lots.</p>");
    return text;
}

QString ActivationsPanel::caption() const
{
    if (m_layer < 0)
        return Panel::caption();
    const QString what = showsGradients() ? tr("gradients of %1").arg(layerName()) : layerName();
    const auto& snapshot = model().snapshot();
    const QString picture = showsStep()
                                ? tr("picture %1 of the batch, training mode").arg(snapshot->stepPicture->number + 1)
                                : tr("%1, test mode").arg(pictureName());
    return QStringLiteral("%1 – %2 – %3").arg(Panel::caption(), what, picture);
}

QBoxLayout* ActivationsPanel::makeHeader()
{
    m_previousLayer = arrow(this, "previousLayer", Qt::UpArrow, previousLayerKey);
    m_nextLayer = arrow(this, "nextLayer", Qt::DownArrow, nextLayerKey);
    m_layers = new QComboBox(this);
    m_layers->setObjectName(QStringLiteral("activationLayer"));
    m_layers->setMinimumContentsLength(7);
    m_pinnedButton = new QToolButton(this);
    m_pinnedButton->setObjectName(QStringLiteral("pinnedPicture"));
    m_batchButton = new QToolButton(this);
    m_batchButton->setObjectName(QStringLiteral("batchPicture"));
    m_batchBox = new QSpinBox(this);
    m_batchBox->setObjectName(QStringLiteral("batchPictureNumber"));
    m_batchBox->setRange(1, 1);
    m_content = new QComboBox(this);
    m_content->setObjectName(QStringLiteral("activationContent"));
    m_content->addItems({QString(), QString()});
    m_scale = new QComboBox(this);
    m_scale->setObjectName(QStringLiteral("activationScale"));
    m_scale->addItems({QString(), QString()});
    auto* sources = new QButtonGroup(this);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(0);
    for (QToolButton* button : {m_pinnedButton, m_batchButton}) {
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        sources->addButton(button);
        pair->addWidget(button);
    }
    pair->addWidget(m_batchBox);
    m_pinnedButton->setChecked(true);
    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 4, 8, 4);
    header->setSpacing(8);
    auto* layerChoice = new QHBoxLayout;
    layerChoice->setSpacing(0);
    layerChoice->addWidget(m_previousLayer);
    layerChoice->addWidget(m_layers);
    layerChoice->addWidget(m_nextLayer);
    header->addLayout(layerChoice);
    header->addLayout(pair);
    header->addWidget(m_content);
    header->addWidget(m_scale);
    header->addStretch(1);
    return header;
}

QWidget* ActivationsPanel::makeSide()
{
    m_picture = new InputPictureView(this);
    m_picture->setObjectName(QStringLiteral("inputPicture"));
    m_picture->setFixedSize(pictureSide, pictureSide);
    m_mode = new QLabel(this);
    m_mode->setObjectName(QStringLiteral("activationMode"));
    m_mode->setAutoFillBackground(true);
    m_mode->setContentsMargins(6, 1, 6, 1);
    m_mode->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_facts = yieldingLabel(this, "activationFacts");
    m_facts->setWordWrap(true);
    m_pictureName = yieldingLabel(this, "activationPictureName");
    m_pictureName->setWordWrap(true);
    m_pictureClass = new ElidingLabel(this);
    m_pictureClass->setObjectName(QStringLiteral("activationPictureClass"));
    QFont bold = m_pictureClass->font();
    bold.setBold(true);
    m_pictureClass->setFont(bold);
    m_previousPicture = arrow(this, "previousPicture", Qt::LeftArrow, previousPictureKey);
    m_nextPicture = arrow(this, "nextPicture", Qt::RightArrow, nextPictureKey);
    auto* arrows = new QHBoxLayout;
    arrows->setSpacing(0);
    arrows->addWidget(m_previousPicture);
    arrows->addWidget(m_nextPicture);
    arrows->addStretch(1);
    auto* beside = new QVBoxLayout;
    beside->setSpacing(4);
    beside->addLayout(arrows);
    beside->addWidget(m_mode);
    beside->addStretch();
    m_pictureRow = new QBoxLayout(QBoxLayout::TopToBottom);
    m_pictureRow->setSpacing(4);
    m_pictureRow->addWidget(m_picture);
    m_pictureRow->addLayout(beside);
    auto* words = new QVBoxLayout;
    words->setContentsMargins(4, 4, 0, 4);
    words->setSpacing(4);
    words->addStrut(pictureSide); // as wide, however small the picture becomes
    words->addLayout(m_pictureRow);
    words->addWidget(m_pictureClass);
    words->addWidget(m_pictureName);
    words->addWidget(m_facts);
    words->addStretch(1);
    m_arithmetic = new ArithmeticView(this);
    m_arithmetic->setObjectName(QStringLiteral("arithmetic"));
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("arithmeticScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_arithmetic);
    scroll->setMinimumWidth(leastArithmetic); // narrower it would be cut
    auto* side = new QWidget(this);
    auto* layout = new QHBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(words);
    layout->addWidget(scroll, 1);
    return side;
}

void ActivationsPanel::build()
{
    auto* header = makeHeader();
    m_maps = new MapsView(this);
    m_maps->setObjectName(QStringLiteral("activationMaps"));
    m_legend = new MapLegend(this);
    m_legend->setObjectName(QStringLiteral("activationLegend"));
    m_pointed = new ElidingLabel(this);
    m_pointed->setObjectName(QStringLiteral("activationUnderMouse"));
    m_pointed->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_dead = new QLabel(this);
    m_dead->setObjectName(QStringLiteral("deadUnits"));
    m_dead->setForegroundRole(QPalette::PlaceholderText);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_maps);
    m_splitter->addWidget(makeSide());
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({500, 600});
    auto* footer = new QHBoxLayout;
    footer->setContentsMargins(8, 4, 8, 4);
    footer->setSpacing(12);
    footer->addWidget(m_legend);
    footer->addWidget(m_dead);
    footer->addWidget(m_pointed, 1);
    m_figure = new QWidget(this);
    auto* figure = new QVBoxLayout(m_figure);
    figure->setContentsMargins(0, 0, 0, 0);
    figure->setSpacing(0);
    figure->addWidget(m_splitter, 1);
    figure->addLayout(footer);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_figure, 1);
}

void ActivationsPanel::connectAll()
{
    connect(m_layers, &QComboBox::currentIndexChanged, this, &ActivationsPanel::showLayer);
    connect(m_previousLayer, &QToolButton::clicked, this, [this] { showLayer(m_layer - 1); });
    connect(m_nextLayer, &QToolButton::clicked, this, [this] { showLayer(m_layer + 1); });
    connect(m_pinnedButton, &QToolButton::clicked, this, [this] { preferStep(false); });
    connect(m_batchButton, &QToolButton::clicked, this, [this] { preferStep(true); });
    connect(m_batchBox, &QSpinBox::valueChanged, this, [this](int number) {
        m_batchPicture = number - 1;
        pictureChanged();
    });
    connect(m_content, &QComboBox::currentIndexChanged, this, &ActivationsPanel::pictureChanged);
    connect(m_scale, &QComboBox::currentIndexChanged, this, &Panel::invalidate);
    const auto move = [this](int by) { showsStep() ? m_batchBox->stepBy(by) : m_pinned.move(by); };
    connect(m_previousPicture, &QToolButton::clicked, this, [move] { move(-1); });
    connect(m_nextPicture, &QToolButton::clicked, this, [move] { move(1); });
    connect(m_maps, &MapsView::pointedAtUnit, this, &ActivationsPanel::describePoint);
    connect(m_maps, &MapsView::unitChosen, this, &ActivationsPanel::chooseUnit);
    connect(m_arithmetic, &ArithmeticView::channelWanted, this,
            [this](int channel) { chooseUnit(channel, selection().position()); });
    connect(&m_pinned, &PinnedPicture::changed, this, &ActivationsPanel::pictureChanged);
    connect(&selection(), &Selection::changed, this, &ActivationsPanel::followSelection);
    connect(&model(), &LiveModel::snapshotChanged, this, &Panel::invalidate);
    connect(&model(), &LiveModel::runChanged, this, &ActivationsPanel::runChanged);
}

void ActivationsPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    m_splitter->setOrientation(width() > wideEnough * height() ? Qt::Horizontal : Qt::Vertical);
    const int line = fontMetrics().height(), words = linesOfWords * line + spaceOfWords; // below the picture
    const int room = m_splitter->height() - words;
    const bool low = room < pictureSide + 2 * line + spaceOfWords; // then mode and arrows stand beside it
    m_pictureRow->setDirection(low ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int side = std::clamp(room, leastPictureSide, pictureSide);
    m_picture->setFixedSize(side, side);
    shareFooter();
}

void ActivationsPanel::shareFooter()
{
    m_dead->setVisible(width() >= widthForMapsAndArithmetic || m_pointed->text().isEmpty());
}

void ActivationsPanel::recolour()
{
    m_legend->update();
}

void ActivationsPanel::retranslate()
{
    const auto key = [](const QKeySequence& sequence) { return sequence.toString(QKeySequence::NativeText); };
    const auto name = [](QWidget* widget, const QString& words, const QString& tip) {
        widget->setAccessibleName(words);
        widget->setToolTip(tip);
    };
    name(m_previousLayer, tr("Previous layer"), tr("The layer before (%1)").arg(key(previousLayerKey)));
    name(m_nextLayer, tr("Next layer"), tr("The layer after (%1)").arg(key(nextLayerKey)));
    name(m_previousPicture, tr("Previous picture"), tr("The picture before (%1)").arg(key(previousPictureKey)));
    name(m_nextPicture, tr("Next picture"), tr("The next picture (%1)").arg(key(nextPictureKey)));
    name(m_layers, tr("Layer"),
         tr("The layer whose maps are shown (%1, %2)").arg(key(previousLayerKey), key(nextLayerKey)));
    m_pinnedButton->setText(tr("Pinned picture"));
    name(m_pinnedButton, tr("Pinned picture"), tr("The pinned picture, in test mode"));
    m_batchButton->setText(tr("Batch"));
    name(m_batchButton, tr("Picture of the batch"),
         tr("A picture of the step under way, in training mode. Step layer by layer (F7) to see it: in a free run some "
            "layers live only inside a fused kernel."));
    name(m_batchBox, tr("Which picture of the batch"),
         tr("Which picture of the batch (%1, %2)").arg(key(previousPictureKey), key(nextPictureKey)));
    m_content->setItemText(0, tr("Activations"));
    m_content->setItemText(1, tr("Gradients"));
    name(m_content, tr("Activations or gradients"),
         tr("The maps, or how the loss changes with them (∂L/∂a) once the backward pass has come to the layer"));
    m_scale->setItemText(0, tr("Scale: layer"));
    m_scale->setItemText(1, tr("Scale: each tile"));
    name(m_scale, tr("Scale of the colours"),
         tr("One scale for the layer keeps relative strength visible; one for each tile shows weak maps too"));
    name(m_dead, tr("Dead units"), tr("Units that are 0 everywhere for this picture"));
    m_maps->setAccessibleName(tr("Maps"));
    findChild<QScrollArea*>(QStringLiteral("arithmeticScroll"))->setAccessibleName(tr("The arithmetic"));
    m_maps->setToolTip({});
    m_picture->setAccessibleName(tr("The picture as the network gets it"));
    m_pointed->setAccessibleName(tr("Value under the mouse"));
    m_facts->setAccessibleName(tr("What the maps are of"));
    m_mode->setAccessibleName(tr("Test or training mode"));
    m_pictureName->setAccessibleName(tr("Name of the picture"));
    m_pictureClass->setAccessibleName(tr("True class"));
}

} // namespace alexscope::gui
