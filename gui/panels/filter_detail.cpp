// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/filter_detail.h"

#include "core/picture/tiles.h"
#include "gui/look/colours.h"
#include "gui/look/numbers.h"
#include "gui/look/pictures.h"
#include "gui/widgets/histogram_view.h"
#include "gui/widgets/kernel_view.h"
#include "gui/widgets/map_card.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr int bins = 31;

double normOf(const HostTensor& tensor)
{
    double sum = 0;
    for (const float value : tensor.values)
        sum += static_cast<double>(value) * static_cast<double>(value);
    return std::sqrt(sum);
}

/// One channel of a filter as a tensor of its own.
HostTensor planeOf(const HostTensor& tensor, std::int64_t plane)
{
    HostTensor one(Shape{1, 1, tensor.shape.h, tensor.shape.w});
    const auto numbers = tensor.plane(0, plane);
    std::copy(numbers.begin(), numbers.end(), one.values.begin());
    return one;
}

} // namespace

FilterDetail::FilterDetail(QWidget* parent)
    : QWidget(parent), m_heading(new QLabel(this)), m_kernel(new KernelView(this)),
      m_histogram(new HistogramView(this)), m_map(new MapCard(this)), m_picture(new MapCard(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_heading->setObjectName(QStringLiteral("detailHeading"));
    m_kernel->setObjectName(QStringLiteral("kernel"));
    m_histogram->setObjectName(QStringLiteral("detailHistogram"));
    m_map->setObjectName(QStringLiteral("responseMap"));
    m_picture->setObjectName(QStringLiteral("responsePicture"));
    QFont bold = font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_numbers = new QGridLayout;
    m_numbers->setHorizontalSpacing(12);
    m_numbers->setVerticalSpacing(0);
    m_min = addNumber(QStringLiteral("detailMinimum"));
    m_max = addNumber(QStringLiteral("detailMaximum"));
    m_mean = addNumber(QStringLiteral("detailMean"));
    m_deviation = addNumber(QStringLiteral("detailDeviation"));
    m_norm = addNumber(QStringLiteral("detailNorm"));
    m_bias = addNumber(QStringLiteral("detailBias"));
    placeNumbers();
    auto* maps = new QHBoxLayout;
    maps->setSpacing(8);
    maps->addWidget(m_map, 1);
    maps->addWidget(m_picture, 1);
    auto* side = new QVBoxLayout;
    side->setSpacing(4);
    side->addWidget(m_histogram, 1);
    side->addLayout(maps, 1);
    auto* below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_kernel, 3); // the whole height: numbers need room
    below->addLayout(side, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    layout->addWidget(m_heading);
    layout->addLayout(m_numbers);
    layout->addLayout(below, 1);
    setFocusPolicy(Qt::StrongFocus);
    connect(m_kernel, &KernelView::pointedAt, this, [this](int grid, QPoint cell) {
        m_grid = grid;
        m_cell = cell;
        describeCell();
    });
    connect(m_map, &MapCard::pointedAt, this, [this](QPoint place) {
        m_place = place;
        frame();
        describeMap();
    });
}

QLabel* FilterDetail::addNumber(const QString& name)
{
    auto* caption = new QLabel(this);
    caption->setForegroundRole(QPalette::PlaceholderText);
    caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* value = new QLabel(this);
    value->setObjectName(name);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_captions.push_back(caption);
    m_values.push_back(value);
    return value;
}

/// All in one row where they are whole there, else in two. Columns are equal: nothing moves when a number gets longer.
void FilterDetail::placeNumbers()
{
    int widest = fontMetrics().horizontalAdvance(QStringLiteral("−0.0000000")); // as long as numbers get
    for (const QLabel* caption : m_captions)
        widest = std::max(widest, fontMetrics().horizontalAdvance(caption->text()));
    const int all = static_cast<int>(m_values.size());
    const int inRow = width() < all * (widest + m_numbers->horizontalSpacing()) + 16 ? (all + 1) / 2 : all;
    if (std::exchange(m_numbersARow, inRow) == inRow)
        return;
    for (int i = 0; i < all; ++i) {
        const auto number = static_cast<std::size_t>(i);
        m_numbers->addWidget(m_captions[number], i / inRow * 2, i % inRow);
        m_numbers->addWidget(m_values[number], i / inRow * 2 + 1, i % inRow);
        m_numbers->setColumnStretch(i, i < inRow ? 1 : 0);
    }
}

void FilterDetail::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeNumbers();
}

QString FilterDetail::value(const QString& name) const
{
    const auto* label = findChild<QLabel*>(name);
    return label ? label->text() : QString();
}

void FilterDetail::setLook(FilterLook look)
{
    m_look = std::move(look);
    m_heading->setText(m_look.heading);
    showKernel();
    showNumbers();
    showResponse();
    if (m_grid >= 0)
        describeCell(); // live values under the mouse
    else if (m_place.x() >= 0)
        describeMap();
}

QString FilterDetail::planeName(std::int64_t plane) const
{
    if (m_look.layout.isColour) {
        const QString names[] = {tr("red"), tr("green"), tr("blue")};
        return names[m_look.order == ChannelOrder::Rgb ? plane : 2 - plane];
    }
    if (m_look.layout.isFolded)
        return tr("all %1 inputs, row by row").arg(count(m_look.layout.perFilter()));
    return tr("input channel %1").arg(count(m_look.layout.inputChannel(m_look.filter, plane)));
}

void FilterDetail::showKernel()
{
    Kernel kernel;
    kernel.range = m_look.range;
    kernel.order = m_look.order;
    kernel.isColour = m_look.layout.isColour;
    if (kernel.isColour) {
        kernel.values = m_look.values;
        for (std::int64_t plane = 0; plane < m_look.layout.channels; ++plane)
            kernel.titles.append(planeName(plane));
        kernel.titles.append(tr("in colour"));
    } else {
        kernel.values = planeOf(m_look.values, m_look.channel);
        kernel.titles.append(planeName(m_look.channel));
    }
    m_kernel->setKernel(std::move(kernel));
}

void FilterDetail::showNumbers()
{
    const Statistics statistics = statisticsOf(m_look.values.values);
    m_min->setText(number(statistics.min));
    m_max->setText(number(statistics.max));
    m_mean->setText(number(statistics.mean));
    m_deviation->setText(number(statistics.standardDeviation));
    m_norm->setText(number(normOf(m_look.values)));
    m_bias->setText(m_look.bias ? number(*m_look.bias) : noValue());
    m_histogram->setNames(m_look.past ? tr("then") : tr("now"),
                          m_look.before.values.empty() ? QString() : tr("initial"), m_look.valueName);
    m_histogram->show(histogramOf(m_look.values.values, bins),
                      m_look.before.values.empty() ? Histogram{} : histogramOf(m_look.before.values, bins));
}

void FilterDetail::showResponse()
{
    m_map->setTitle(m_look.responseName.isEmpty() ? noValue() : tr("%1 of the picture").arg(m_look.responseName));
    m_picture->setPicture(m_look.picture);
    if (!m_look.response || m_look.filter >= m_look.response->shape.c) {
        m_map->setPicture({});
        m_map->setScale(std::nullopt);
        frame();
        return;
    }
    TileOptions options;
    options.first = static_cast<int>(m_look.filter);
    options.count = 1;
    options.columns = 1;
    options.gutter = 0;
    const TileSheet sheet = tileMaps(*m_look.response, 0, options);
    m_map->setPicture(toQImage(sheet.image));
    m_map->setScale(sheet.ranges.front(), sheet.map);
    frame();
}

/// Where the filter answers most; nowhere when it answers nowhere.
QPoint FilterDetail::strongest() const
{
    if (!m_look.response || m_look.filter >= m_look.response->shape.c)
        return {-1, -1};
    const auto plane = m_look.response->plane(0, m_look.filter);
    const auto most = std::max_element(plane.begin(), plane.end());
    if (!(*most > 0))
        return {-1, -1};
    const auto place = static_cast<int>(most - plane.begin());
    const auto width = static_cast<int>(m_look.response->shape.w);
    return {place % width, place / width};
}

void FilterDetail::frame()
{
    const QPoint place = m_place.x() >= 0 ? m_place : strongest();
    const LayerGeometry& geometry = m_look.geometry;
    const bool framed = place.x() >= 0 && m_look.response;
    m_map->setFrame(framed && m_look.response->shape.area() > 1 ? QRectF(place, QSizeF(1, 1)) : QRectF());
    const bool fits = m_look.picture.width() == m_look.input.w && m_look.picture.height() == m_look.input.h;
    m_picture->setFrame(framed && fits ? QRectF(geometry.receptiveOffset + place.x() * geometry.receptiveStride,
                                                geometry.receptiveOffset + place.y() * geometry.receptiveStride,
                                                geometry.receptiveField, geometry.receptiveField)
                                       : QRectF());
}

void FilterDetail::describeCell()
{
    const FilterLayout& layout = m_look.layout;
    if (m_grid < 0 || m_cell.x() >= layout.width || m_cell.y() >= layout.height) {
        emit pointed({});
        return;
    }
    QStringList values;
    const bool all = layout.isColour && m_grid == layout.channels;
    for (std::int64_t plane = 0; plane < layout.channels; ++plane)
        if (all || plane == (layout.isColour ? m_grid : m_look.channel))
            values.append(layout.isFolded ? tr("input %1: %2")
                                                .arg(count(layout.place(0, m_cell.y(), m_cell.x())),
                                                     number(m_look.values.at(0, plane, m_cell.y(), m_cell.x())))
                                          : tr("%1 at (%2, %3): %4")
                                                .arg(planeName(plane))
                                                .arg(m_cell.x())
                                                .arg(m_cell.y())
                                                .arg(number(m_look.values.at(0, plane, m_cell.y(), m_cell.x()))));
    emit pointed(values.join(QStringLiteral("   ")));
}

void FilterDetail::describeMap()
{
    const bool inside = m_look.response && m_look.filter < m_look.response->shape.c && m_place.x() >= 0 &&
                        m_place.x() < m_look.response->shape.w && m_place.y() < m_look.response->shape.h;
    if (!inside) {
        emit pointed({});
        return;
    }
    emit pointed(tr("%1, channel %2 at (%3, %4): %5, test mode")
                     .arg(m_look.responseName, count(m_look.filter))
                     .arg(m_place.x())
                     .arg(m_place.y())
                     .arg(number(m_look.response->at(0, m_look.filter, m_place.y(), m_place.x()))));
}

void FilterDetail::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0)
        return QWidget::keyPressEvent(event);
    emit neighbourWanted(step);
}

void FilterDetail::retranslate()
{
    const QString captions[] = {tr("minimum"), tr("maximum"), tr("mean"), tr("deviation"), tr("norm"), tr("bias")};
    QLabel* const values[] = {m_min, m_max, m_mean, m_deviation, m_norm, m_bias};
    for (std::size_t i = 0; i < m_captions.size(); ++i) {
        m_captions[i]->setText(captions[i]);
        values[i]->setAccessibleName(captions[i]);
    }
    placeNumbers();
    m_norm->setToolTip(tr("The square root of the sum of squares"));
    m_heading->setAccessibleName(tr("The filter shown large"));
    m_kernel->setAccessibleName(tr("The filter's numbers"));
    m_histogram->setAccessibleName(tr("Histogram of the filter"));
    m_map->setEmptyText(tr("What the filter answers appears as soon as a picture is pinned."));
    m_map->setToolTip(tr("What this filter answers to the pinned picture, in test mode; the frame is where most"));
    m_picture->setTitle(tr("pinned picture"));
    m_picture->setEmptyText(tr("No picture is pinned."));
    m_picture->setToolTip(tr("The pinned picture as the network gets it; the frame is what one place of the map sees"));
    if (!m_look.layout.isEmpty())
        setLook(FilterLook(m_look));
}

void FilterDetail::recolour()
{
    m_histogram->recolour();
}

} // namespace alexscope::gui
