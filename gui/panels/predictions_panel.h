// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/data/class_error_model.h"
#include "gui/data/prediction_choice.h"
#include "gui/data/prediction_model.h"
#include "gui/live/pinned_picture.h"
#include "gui/panels/live_predictions.h"
#include "gui/panels/panel.h"
#include "gui/panels/predictions_header.h"

#include <QSortFilterProxyModel>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace alexscope::gui {

class ConfusionView;
class PredictionCard;
class PredictionView;

/// What the network says of pictures, as in Figure 4 (left) of the paper: a few of them live; every validation picture,
/// with the mistakes sought out; and which classes are taken for which. The latter two are of the latest validation, or
/// of a moment somebody asked for.
class PredictionsPanel : public Panel {
    Q_OBJECT
public:
    static constexpr int cardCount = LivePredictions::cardCount;
    using Page = PredictionsHeader::Page;

    PredictionsPanel(LiveModel& model, Selection& selection, PinnedPicture& pinned, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QString caption() const override;
    QWidget& figure() override;
    Numbers numbers() const override;
    void look(ProbeRequest& request) const override;

    const std::vector<PredictionCard*>& cards() const { return m_live->cards(); }
    LivePredictions& live() { return *m_live; }
    PredictionsHeader& header() { return *m_header; }
    PredictionModel& pictures() { return m_pictures; }
    PredictionView& view() { return *m_view; }
    ConfusionView& confusion() { return *m_confusion; }
    /// What the pictures are limited to now.
    const PredictionChoice& choice() const { return m_choice; }
    /// −1: all classes.
    void chooseClass(int truth);
    /// The pictures behind a cell of the confusion matrix.
    void showCell(int truth, int predicted);
    /// Why something is not shown, and what to do about it; empty: nothing is amiss.
    QString notice() const;

    /// What somebody set, to be remembered.
    QVariantMap choices() const { return m_header->choices(); }
    void setChoices(const QVariantMap& choices) { m_header->setChoices(choices); }

public slots:
    void showOthers() { m_live->showOthers(); }

signals:
    /// The network should be asked about every validation picture.
    void judgeWanted();
    /// The window should look at now again.
    void nowWanted();

protected:
    void refresh() override;
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void connectParts();
    void showPage();
    void takeRun();
    void sizeColumns();
    void showNotice();
    void showSet();
    void listPictures();
    void keepPlace(const std::optional<PictureId>& current, int scrolled);
    void takeClass();
    void pin(const QModelIndex& picture);
    void showPinned();
    void describe();
    bool mayAsk() const;
    QString nothingYet() const;
    QString limitText() const;
    QString shortCaption() const;
    Numbers liveNumbers() const;
    Numbers pictureNumbers() const;
    Numbers confusionNumbers() const;

    PinnedPicture& m_pinned;
    PredictionModel m_pictures;
    ClassErrorModel m_classes;
    QSortFilterProxyModel m_sorted;
    std::shared_ptr<const RunDescription> m_run;      ///< whose classes are shown
    std::shared_ptr<const SetPredictions> m_shown;    ///< in list, table and matrix
    PredictionChoice m_choice, m_listed;              ///< wanted; as the list was last made
    std::shared_ptr<const SetPredictions> m_listedOf; ///< likewise
    QStringList m_names;

    PredictionsHeader* m_header;
    QWidget* m_noticeBar;
    QLabel *m_notice, *m_said;
    QPushButton* m_action;
    QStackedWidget *m_pages, *m_right;
    LivePredictions* m_live;
    QSplitter* m_set;
    QLineEdit* m_find;
    QTableView* m_classTable;
    PredictionView* m_view;
    ConfusionView* m_confusion;
};

} // namespace alexscope::gui
