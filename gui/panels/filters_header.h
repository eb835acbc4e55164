// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;
class QSpinBox;
class QToolButton;

namespace alexscope::gui {

/// What of a layer's weights the filters view shows.
enum class FilterContent { Weights, Gradient, Update };

/// The controls above the filters: layer, content, scale, the slider from the initial weights to today's, and the
/// pages. Holds no data; the panel reads what is set and is told of changes.
class FiltersHeader : public QWidget {
    Q_OBJECT
public:
    enum class Scale { Layer, Tile };

    explicit FiltersHeader(QWidget* parent = nullptr);

    void setLayers(const QStringList& names, const QStringList& descriptions);
    void setLayer(int index);
    FilterContent content() const;
    void setContent(FilterContent content);
    Scale scale() const;
    bool isLocked() const;
    void unlock();
    /// 0: the initial weights, 1: today's.
    double moment() const;
    void setMoment(double share);
    void setMomentEnabled(bool enabled);
    /// Whether a moment of the past is looked at: what ends the slider is called "Then" instead of "Now".
    void setPast(bool past);
    void setCaption(const QString& text);
    /// Pages of `page` filters from `first` on, at most of `largest`.
    void setPages(int first, int page, int filters, int largest);
    void turnToPageOf(int filter);
    int first() const { return m_first; }
    int page() const { return m_page; }
    /// The input channel looked at in the large view; `count` 1 hides the choice.
    void setChannel(int channel, int count);
    /// Whether a filter is shown large, and there is a way back.
    void setLarge(bool large);

    void retranslate();
    void recolour();

public slots:
    void previousPage() { turnTo(m_first - m_page); }
    void nextPage() { turnTo(m_first + m_page); }

signals:
    void layerChosen(int index);
    void contentChanged();
    void scaleChanged();
    void lockChanged(bool locked);
    void momentChanged();
    void pageChanged();
    void channelChosen(int channel);
    void backWanted();

private:
    QWidget* makeUpperRow();
    QWidget* makeLowerRow();
    void connectControls();
    void turnTo(int first);
    void showPages();
    void choosePageSize();
    void updateMoment();
    void nameMoments();
    void namePages();

    QComboBox *m_layers, *m_content, *m_scale, *m_pageSizes;
    QCheckBox* m_lock;
    bool m_past = false;
    QToolButton *m_initial, *m_now, *m_previous, *m_next, *m_back;
    QSlider* m_slider;
    QSpinBox* m_channel;
    QLabel *m_caption, *m_pageLabel, *m_channelLabel;
    int m_first = 0, m_page = 1, m_filters = 0;
};

} // namespace alexscope::gui
