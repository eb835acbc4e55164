// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reference/response_normalisation.h"
#include "gui/live/newest_job.h"
#include "gui/live/pinned_picture.h"
#include "gui/panels/lrn_answer.h"
#include "gui/panels/panel.h"

#include <optional>

class QBoxLayout;
class QComboBox;
class QLabel;
class QSpinBox;
class QStackedWidget;

namespace alexscope::gui {

class ChannelBars;
class LrnControls;
class ResponseMaps;

/// What local response normalisation does (§3.3): maps before | after | after ÷ before, the profile across channels at
/// one place with the formula written out, how much is left of each channel, and sliders that act on the view alone.
class LrnPanel : public Panel {
    Q_OBJECT
public:
    LrnPanel(LiveModel& model, Selection& selection, PinnedPicture& pinned, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QWidget& figure() override;
    QString caption() const override;
    Numbers numbers() const override;
    void look(ProbeRequest& request) const override;

    /// Index of the layer shown; −1 when the network has no normalisation.
    int layer() const { return m_layer; }
    int channel() const { return m_channel; }
    QPoint position() const { return m_position; }
    const ResponseMaps& maps() const { return *m_maps; }
    const ChannelBars& profile() const { return *m_profile; }
    const ChannelBars& keptChart() const { return *m_kept; }
    LrnControls& controls() { return *m_controls; }
    /// What is on the screen; null before the first.
    const LrnAnswer* answer() const { return m_answer ? &*m_answer : nullptr; }
    /// The formula at the chosen place, as rich text.
    QString formula() const;
    /// Looks at one channel of one place, here and everywhere.
    void choose(int channel, QPoint position);

protected:
    void refresh() override;
    void retranslate() override;
    void recolour() override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// The maps of one picture on both sides of the layer.
    struct Source {
        std::shared_ptr<const HostTensor> before, after;
        bool ofStep = false; ///< the step's own picture, in training mode
    };
    void build();
    void connectAll();
    void takeRun();
    void takeLayer(int layer);
    bool isSameLayer(const RunDescription& run) const;
    void takeSelection();
    int normalisationNear(int layer) const;
    QString layerName(int layer) const;
    QString inputName() const;
    const LrnSpec& spec() const;
    Source source() const;
    LrnQuestion question(const Source& source) const;
    void keepChoiceValid(const HostTensor& before);
    void showNothing();
    void showSource(const Source& source);
    void showPlace(const Source& source);
    void apply(LrnAnswer answer);
    void describePoint(int pane, int tile, QPoint pixel);
    void describeChannel(int channel, bool kept);
    void step(int channels);
    void move(QPoint by);
    bool showsAll() const;
    bool precisionIsRounded() const;
    QString constants() const;

    PinnedPicture& m_pinned;
    QStackedWidget* m_pages;
    QLabel *m_none, *m_source, *m_pointed, *m_difference, *m_formula;
    QComboBox *m_layerBox, *m_showBox, *m_scaleBox;
    QSpinBox* m_channelBox;
    QWidget* m_figure;
    ResponseMaps* m_maps;
    ChannelBars *m_profile, *m_kept;
    LrnControls* m_controls;
    QBoxLayout *m_views = nullptr, *m_charts = nullptr;

    int m_layer = -1, m_channel = -1;
    QPoint m_position{-1, -1};
    std::optional<ResponseTerms> m_terms; ///< at the chosen place
    std::vector<float> m_column;          ///< before, all channels of that place
    double m_deviceValue = 0;             ///< what the engine has there; NaN without
    std::optional<LrnAnswer> m_answer;
    NewestJob m_job;
    std::shared_ptr<const RunDescription> m_run; ///< whose layer m_layer is
};

} // namespace alexscope::gui
