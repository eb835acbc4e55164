// SPDX-License-Identifier: GPL-3.0-or-later
// What the filters view hands to the large view of one filter.
#include "gui/look/numbers.h"
#include "gui/look/pictures.h"
#include "gui/panels/filter_detail.h"
#include "gui/panels/filters_panel.h"

#include <QApplication>
#include <QPointer>
#include <QThreadPool>

namespace alexscope::gui {

namespace {

/// While training the large view follows more slowly than the tiles: numbers are read, not watched.
constexpr int detailMilliseconds = 100;

} // namespace

void FiltersPanel::showDetail()
{
    if (m_filter < 0)
        return;
    showLarge(true); // an empty moment may have hidden it
    const bool still = !model().snapshot() || model().snapshot()->holding;
    if (!still && m_sinceDetail.isValid() && m_sinceDetail.elapsed() < detailMilliseconds)
        return;
    m_sinceDetail.start();
    preparePicture();
    m_detail->setLook(lookAtFilter());
}

FilterLook FiltersPanel::lookAtFilter() const
{
    const auto& run = *model().run();
    const int response = responseLayerOf(run, m_layout.layer);
    FilterLook look;
    look.layout = m_layout;
    look.filter = m_filter;
    look.channel = m_layout.isColour ? 0 : m_channel;
    look.heading = (m_layout.isLinear ? tr("%1, unit %2: %3") : tr("%1, filter %2: %3"))
                       .arg(layerName(), count(m_filter), contentName());
    look.valueName = contentName();
    look.past = model().isPast();
    const Shape shape{1, m_layout.channels, m_layout.height, m_layout.width};
    look.values = filterPage(m_layout, moments(), m_filter, 1);
    look.values.shape = shape;
    if (const auto before = initialValues()) {
        look.before = filterPage(m_layout, {before, nullptr, 1}, m_filter, 1);
        look.before.shape = shape;
    }
    look.order = run.network.preprocessing.order;
    const double own = reachOf(look.values);
    const double reach = m_header->scale() == FiltersHeader::Scale::Layer ? m_limit : own;
    if (m_header->scale() == FiltersHeader::Scale::Tile) // the legend speaks of no single tile
        look.heading = tr("%1, greys from −%2 to +%2").arg(look.heading, number(reach > 0 ? reach : 1));
    look.range = {-(reach > 0 ? reach : 1), reach > 0 ? reach : 1};
    if (const auto& bias = m_bias.values(); bias && m_filter < bias->shape.n)
        look.bias = static_cast<double>(bias->values[static_cast<std::size_t>(m_filter)]);
    look.responseName = QString::fromStdString(run.network.layers[static_cast<std::size_t>(response)].name);
    look.response = m_response.values();
    look.geometry = run.geometry[static_cast<std::size_t>(response)];
    look.input = run.network.input;
    look.picture = m_picture;
    return look;
}

/// The pinned picture as the network gets it: cut out, but in its own colours. A photograph takes longer to shrink than
/// a frame may, so that is done elsewhere and shown when it comes.
void FiltersPanel::preparePicture()
{
    const auto pinned = model().snapshot() ? model().snapshot()->pinned : nullptr;
    if (pinned == m_pictured)
        return;
    m_pictured = pinned;
    if (!pinned || model().snapshot()->frame == 0)
        m_picture = {}; // a video's frame stays until the next is prepared
    const auto augmenter = model().run()->augmenter;
    if (!pinned)
        return;
    if (!augmenter) {
        m_picture = toQImage(*pinned);
        return;
    }
    QThreadPool::globalInstance()->start([panel = QPointer<FiltersPanel>(this), pinned, augmenter] {
        const QImage picture = toQImage(augmenter->applyForDisplay(*pinned, augmenter->centreTransform()));
        QMetaObject::invokeMethod(
            qApp,
            [panel, pinned, picture] {
                if (!panel || panel->m_pictured != pinned)
                    return; // another is pinned by now
                panel->m_picture = picture;
                panel->m_sinceDetail.invalidate();
                panel->invalidate();
            },
            Qt::QueuedConnection);
    });
}

} // namespace alexscope::gui
