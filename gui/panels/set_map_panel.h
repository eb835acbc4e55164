// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/data/picture_model.h"
#include "gui/live/query_picture.h"
#include "gui/live/set_indexer.h"
#include "gui/live/set_mapper.h"
#include "gui/panels/panel.h"

class QComboBox;
class QLabel;
class QSettings;
class QToolButton;

namespace alexscope::gui {

class IndexBar;
class PictureView;
class SetMap;

/// The indexed pictures of the set on a plane, as the network's numbers place them: by their principal components or by
/// t-SNE, which goes on while one looks. Pictures chosen with a lasso are listed beside it.
class SetMapPanel : public Panel {
    Q_OBJECT
public:
    SetMapPanel(LiveModel& model, Selection& selection, SetIndexer& indexer, QueryPicture& query,
                QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QWidget& figure() override { return *m_figure; }
    QString caption() const override;
    Numbers numbers() const override;

    SetMap& map() const { return *m_map; }
    SetMapper& mapper() { return m_mapper; }
    PictureModel& chosenPictures() { return m_chosenPictures; }
    /// How many are chosen, by class.
    QString chosenText() const;

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

protected:
    void refresh() override;
    void retranslate() override;
    void recolour() override;

private:
    void build();
    void connectParts();
    void showMap();
    void showChosen();
    void showState();
    void showQuery();
    void runMapper();
    void namePause();
    QString stateText() const;

    SetIndexer& m_indexer;
    QueryPicture& m_query;
    SetMapper m_mapper;
    PictureModel m_pictures; ///< a row a point
    PictureModel m_chosenPictures;
    std::shared_ptr<const SetFeatures> m_shown; ///< whose points are on the map
    IndexBar* m_bar;
    QComboBox* m_method;
    QToolButton *m_pause, *m_again, *m_thumbnails, *m_lasso, *m_whole;
    QLabel *m_state, *m_chosen;
    QWidget* m_figure;
    SetMap* m_map;
    PictureView* m_view;
};

} // namespace alexscope::gui
