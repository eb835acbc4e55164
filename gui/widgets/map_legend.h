// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/colour_map.h"

#include <QWidget>

namespace alexscope::gui {

/// A strip of a colour map with the numbers its ends (and zero, in a signed map) stand for. Its size does not follow
/// the numbers.
class MapLegend : public QWidget {
    Q_OBJECT
public:
    explicit MapLegend(QWidget* parent = nullptr);

    void setScale(ColourMap map, ValueRange range);
    /// Every tile has a scale of its own: only the direction can be told.
    void setScaleWithoutNumbers(ColourMap map);
    /// Nothing is shown yet.
    void clear();
    ValueRange range() const { return m_range; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Content { Nothing, Direction, Numbers };
    void set(Content content, ColourMap map, ValueRange range);
    void describe();

    Content m_content = Content::Nothing;
    ColourMap m_map = ColourMap::Viridis;
    ValueRange m_range;
};

} // namespace alexscope::gui
