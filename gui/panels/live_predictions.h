// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/probe.h"
#include "gui/live/live_model.h"
#include "gui/live/pinned_picture.h"
#include "gui/widgets/prediction_painting.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace alexscope::gui {

class PredictionCard;

/// The pinned picture and eight validation pictures of as many classes as there are, with what the network says of them
/// at every look, while it learns. As many cards as fit without cutting a name. GUI thread.
class LivePredictions : public QWidget {
    Q_OBJECT
public:
    static constexpr int cardCount = 8;

    LivePredictions(LiveModel& model, PinnedPicture& pinned, QWidget* parent = nullptr);

    /// A validation picture with its label.
    struct Example {
        std::shared_ptr<const Image> picture;
        int label = -1;
    };

    void look(ProbeRequest& request) const;
    /// Brings the bars up to the model.
    void refresh();
    void retranslate();
    const std::vector<PredictionCard*>& cards() const { return m_cards; }
    PredictionCard& pinnedCard() const { return *m_pinnedCard; }
    const std::vector<Example>& examples() const { return m_examples; }

public slots:
    /// Eight others.
    void showOthers();

signals:
    /// What look() asks for has changed.
    void interestChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fetchExamples();
    void takeExamples(std::vector<Example> examples);
    void showPinned();
    void showGallery();
    void measure();
    void arrange();
    QString className(int index) const;

    LiveModel& m_model;
    PinnedPicture& m_pinned;
    PredictionCard* m_pinnedCard;
    std::vector<PredictionCard*> m_cards;
    std::vector<Example> m_examples;
    std::shared_ptr<const Image> m_drawn; ///< on the pinned picture's card
    PredictionRoom m_room;
    std::size_t m_round = 0;    ///< how often others were asked for
    std::uint64_t m_ticket = 0; ///< of the newest fetch; older ones come too late
};

} // namespace alexscope::gui
