// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/panels/panel.h"

#include <vector>

class QLabel;
class QToolButton;

namespace alexscope::gui {

class PredictionCard;

/// Eight validation pictures with their true label and the five likeliest classes, as in Figure 4 of the paper; live.
class PredictionsPanel : public Panel {
    Q_OBJECT
public:
    static constexpr int cardCount = 8;

    PredictionsPanel(LiveModel& model, Selection& selection, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    void look(ProbeRequest& request) const override;

    const std::vector<PredictionCard*>& cards() const { return m_cards; }

    /// A validation picture with its label.
    struct Example {
        std::shared_ptr<const Image> picture;
        int label = -1;
    };

public slots:
    /// Eight other pictures, of as many classes as there are.
    void showOthers();

protected:
    void refresh() override;
    void retranslate() override;

private:
    void fetchExamples();
    void takeExamples(std::vector<Example> examples);
    QString className(int index) const;

    std::vector<PredictionCard*> m_cards;
    std::vector<Example> m_examples;
    QLabel* m_caption;
    QToolButton* m_others;
    std::size_t m_round = 0;    ///< how often others were asked for
    std::uint64_t m_ticket = 0; ///< of the newest fetch; older ones come too late
};

} // namespace alexscope::gui
