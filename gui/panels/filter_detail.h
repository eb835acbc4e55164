// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/preprocessing.h"
#include "core/picture/colour_map.h"
#include "gui/panels/filter_layout.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QGridLayout;
class QLabel;

namespace alexscope::gui {

class HistogramView;
class KernelView;
class MapCard;

/// What the large view of one filter shows; values only.
struct FilterLook {
    FilterLayout layout;
    std::int64_t filter = 0;
    int channel = 0;            ///< the one shown large where the inputs are not colours
    QString heading, valueName; ///< "conv1, filter 17"; "weight"
    HostTensor values;          ///< [1, channels, h, w]
    HostTensor before;          ///< the same at iteration 0; without values: not known or none
    bool past = false;          ///< the values are of a moment that is over
    ChannelOrder order = ChannelOrder::Rgb;
    ValueRange range{-1, 1}; ///< of the greys
    std::optional<double> bias;
    QString responseName;                       ///< relu1
    std::shared_ptr<const HostTensor> response; ///< [1, filters, h, w], pinned picture, test mode; may be null
    LayerGeometry geometry;                     ///< of the response's layer, for receptive fields
    Shape input;                                ///< of the network
    QImage picture;                             ///< the pinned picture as the network gets it; may be null
};

/// One filter large: its numbers, their histogram beside the initial one, what it answers on the pinned picture, and
/// where it answers most. Pointing at the map frames that place of the picture.
class FilterDetail : public QWidget {
    Q_OBJECT
public:
    explicit FilterDetail(QWidget* parent = nullptr);

    void setLook(FilterLook look);
    const FilterLook& look() const { return m_look; }
    /// The text of one number by its object name: "detailMinimum"; for tests.
    QString value(const QString& name) const;
    void retranslate();
    void recolour();

signals:
    /// What lies under the mouse, in words; empty when nothing does.
    void pointed(const QString& text);
    /// The filter before (−1) or after (1): the arrow keys.
    void neighbourWanted(int step);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QLabel* addNumber(const QString& name);
    void placeNumbers();
    void showKernel();
    void showNumbers();
    void showResponse();
    void frame();
    void describeCell();
    void describeMap();
    QPoint strongest() const;
    QString planeName(std::int64_t plane) const;

    FilterLook m_look;
    QLabel* m_heading;
    QGridLayout* m_numbers;
    std::vector<QLabel*> m_captions, m_values;
    int m_numbersARow = 0;
    QLabel *m_min, *m_max, *m_mean, *m_deviation, *m_norm, *m_bias;
    KernelView* m_kernel;
    HistogramView* m_histogram;
    MapCard *m_map, *m_picture;
    int m_grid = -1;
    QPoint m_cell{-1, -1}, m_place{-1, -1}; ///< under the mouse, in the kernel and in the map
};

} // namespace alexscope::gui
