// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/data/class_model.h"
#include "gui/data/picture_model.h"
#include "gui/data/warning_model.h"
#include "gui/live/pinned_picture.h"
#include "gui/panels/panel.h"

#include <QSortFilterProxyModel>
#include <QTimer>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QTableView;
class QToolButton;

namespace alexscope::gui {

class PictureView;

/// The data a run learns from: its classes with their numbers of pictures, the pictures themselves, and what was left
/// out and why. Choosing a picture pins it for all views.
class DataPanel : public Panel {
    Q_OBJECT
public:
    DataPanel(LiveModel& model, Selection& selection, PinnedPicture& pinned, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QWidget& figure() override { return *m_body; }
    Numbers numbers() const override;

    enum class Shown { Both, Training, Validation };
    void showSets(Shown sets);
    /// −1: all of them.
    void chooseClass(int label);
    int chosenClass() const;
    PictureModel& pictures() { return m_pictures; }
    ClassModel& classes() { return m_classes; }
    WarningModel& warnings() { return m_warnings; }
    /// "10 classes, 20,000 training and 1,000 validation pictures".
    QString summary() const;

protected:
    void refresh() override;
    void retranslate() override;
    void recolour() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void nameClasses();
    void shareWidth();
    void buildIndex();
    void takeIndex(std::shared_ptr<const SetIndex> index);
    void listPictures();
    void pin(const QModelIndex& picture);
    std::optional<PictureId> pinnedPicture() const;
    void showPinned();
    void showChosen();
    void lookForWarnings();

    PinnedPicture& m_pinned;
    PictureModel m_pictures;
    ClassModel m_classes;
    WarningModel m_warnings;
    QSortFilterProxyModel m_sorted;
    QTimer m_lateWarnings;                       ///< runs only in sight
    std::shared_ptr<const RunDescription> m_run; ///< whose data are shown
    std::shared_ptr<const SetIndex> m_index;     ///< null while it is being made
    std::uint64_t m_ticket = 0;

    QComboBox* m_sets;
    QLineEdit* m_find;
    QToolButton *m_all, *m_warningsButton;
    QLabel *m_summary, *m_legend, *m_chosen;
    QWidget* m_body;
    QSplitter* m_splitter;
    bool m_splitterMoved = false; ///< by hand: it stays where it is
    QTableView *m_classTable, *m_warningTable;
    PictureView* m_view;
};

} // namespace alexscope::gui
