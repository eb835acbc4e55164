// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/data/prediction_choice.h"

#include <QVariantMap>
#include <QWidget>

#include <array>

class QComboBox;
class QLabel;
class QToolButton;

namespace alexscope::gui {

/// The controls of the predictions: which page, which pictures in which order, which numbers; and what is shown, in
/// words.
class PredictionsHeader : public QWidget {
    Q_OBJECT
public:
    enum class Page { Live, Pictures, Confusion };

    explicit PredictionsHeader(QWidget* parent = nullptr);

    Page page() const { return m_page; }
    void setPage(Page page);
    PredictionChoice::Kind kind() const;
    void setKind(PredictionChoice::Kind kind);
    PredictionChoice::Order order() const;
    bool showsShares() const;
    void setCaption(const QString& text, const QString& tip = {});
    /// The class or the cell that the pictures are limited to, in words; empty: none.
    void setLimit(const QString& text);
    /// Whether it makes sense to ask the network again, and can be done.
    void setAskable(bool askable);
    /// Two that stand elsewhere, for want of room: what limits the pictures, and asking again.
    QWidget& limitButton() const;
    QWidget& askButton() const;
    void setOthersEnabled(bool enabled);
    void retranslate();

    /// What is worth remembering, by name.
    QVariantMap choices() const;
    void setChoices(const QVariantMap& choices);

signals:
    void pageChanged();
    /// Kind, order or numbers.
    void choiceChanged();
    void limitDropped();
    void othersWanted();
    void askWanted();

private:
    void build();
    void showControls();

    Page m_page = Page::Live;
    std::array<QToolButton*, 3> m_pages;
    QComboBox *m_kind, *m_order, *m_numbers;
    QToolButton *m_limit, *m_others, *m_ask;
    QLabel* m_caption;
    bool m_askable = false;
};

} // namespace alexscope::gui
