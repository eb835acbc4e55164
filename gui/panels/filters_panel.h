// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/tensor_feed.h"
#include "gui/panels/filter_layout.h"
#include "gui/panels/filters_header.h"
#include "gui/panels/panel.h"

#include <QElapsedTimer>

class QLabel;
class QShortcut;
class QSplitter;

namespace alexscope::gui {

class ColourLegend;
class FilterDetail;
class TileView;
struct FilterLook;

/// A layer's filters as pictures, live: their weights, the gradient or the last update; the weights faded from the
/// initial ones to today's on one scale. Shows the selected layer (or the one whose filters made its channels), else
/// the first convolution. A chosen filter is shown large beside the tiles.
class FiltersPanel : public Panel {
    Q_OBJECT
public:
    FiltersPanel(LiveModel& model, Selection& selection, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QWidget& figure() override { return *m_figure; }
    QString caption() const override;
    Numbers numbers() const override;
    void look(ProbeRequest& request) const override;

    /// Shows the weights of iteration 0 instead of today's.
    void showInitial(bool initial);
    bool showsInitial() const;
    const TileView& tiles() const { return *m_tiles; }
    const FilterDetail& detail() const { return *m_detail; }
    FiltersHeader& header() { return *m_header; }
    /// The layer shown; empty without one.
    QString layerName() const;
    /// The filter shown large; −1: none.
    int filter() const { return m_filter; }

protected:
    void refresh() override;
    void retranslate() override;
    void recolour() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectHeader();
    void connectModel();
    void createShortcuts();
    void takeRun();
    void follow();
    void watchTensors();
    void showLarge(bool large);
    void makeRoom();
    void chooseTile(int tile);
    void showTiles();
    void showEmpty(const QString& why);
    void showDetail();
    FilterLook lookAtFilter() const;
    void preparePicture();
    void showCaption();
    void showBands(int filtersShown);
    void describePoint();
    void say(const QString& text);
    QString emptyText() const;
    QString contentName() const;
    Moments moments() const;
    std::shared_ptr<const HostTensor> initialValues() const;
    double layerReach();
    int tileOfFilter() const;

    FiltersHeader* m_header;
    QWidget* m_figure;
    QSplitter* m_splitter;
    TileView* m_tiles;
    FilterDetail* m_detail;
    ColourLegend* m_legend;
    QLabel* m_pointed;
    QShortcut* m_back = nullptr;
    TensorFeed m_values, m_bias, m_response;
    FilterLayout m_layout;
    std::vector<int> m_layers; ///< those with weights, as in the header's list
    int m_filter = -1, m_channel = 0;
    double m_lockedLimit = 0, m_limit = 0;
    struct Reach {
        std::shared_ptr<const HostTensor> of;
        double reach = 0;
    };
    Reach m_reachNow, m_reachBefore; ///< kept while the tensors stay the same
    int m_pointedTile = -1;
    QPoint m_pointedPixel;
    QElapsedTimer m_sinceDetail;
    std::shared_ptr<const Image> m_pictured; ///< whose crop m_picture is, or will be
    QImage m_picture;
};

} // namespace alexscope::gui
