// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/data/set_index.h"

#include <QAbstractListModel>
#include <QCache>
#include <QImage>
#include <QThreadPool>

#include <deque>
#include <memory>
#include <set>
#include <vector>

namespace alexscope::gui {

/// Pictures of a run's data as a list. Thumbnails are read on one quiet thread when somebody asks for them, the newest
/// wish first, and kept up to a bound; until then the decoration is null. GUI thread.
class PictureModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { LabelRole = Qt::UserRole, ClassNameRole, TrainingRole, FaultRole };
    static constexpr int thumbnailSide = 72; ///< the longer side, in device-independent pixels
    static constexpr int bytesKept = 48 << 20;
    static constexpr std::size_t mostWaiting = 600; ///< wishes beyond are forgotten, the oldest first

    explicit PictureModel(QObject* parent = nullptr);
    ~PictureModel() override;

    /// Another run's data; no pictures yet.
    void setData(const DataSource& data);
    void setPictures(std::vector<PictureId> pictures);
    const std::vector<PictureId>& pictures() const { return m_pictures; }
    PictureId at(int row) const { return m_pictures[static_cast<std::size_t>(row)]; }
    /// −1: it is not in the list.
    int rowOf(PictureId picture) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// Bytes of the thumbnails kept now; for tests.
    qsizetype bytesUsed() const { return m_thumbnails.totalCost(); }
    /// Thumbnails read so far; for tests.
    int readSoFar() const { return m_read; }

private:
    struct Thumbnail {
        QImage image;
        QString fault; ///< why there is none
    };
    struct Reading {
        quint64 key = 0;
        Thumbnail thumbnail;
    };
    static quint64 keyOf(PictureId picture);
    const Dataset* setOf(PictureId picture) const;
    const Thumbnail* thumbnail(PictureId picture) const;
    void readNext();
    void take(const std::vector<Reading>& readings);

    DataSource m_data;
    std::vector<PictureId> m_pictures;
    mutable QCache<quint64, Thumbnail> m_thumbnails;
    mutable std::deque<PictureId> m_waiting; ///< newest last
    mutable std::set<quint64> m_asked;       ///< waiting or being read
    QThreadPool m_reader;
    bool m_reading = false;
    std::uint64_t m_generation = 0; ///< of the data; readings of former ones come too late
    int m_read = 0;
};

/// A picture brought to at most `side` pixels: smaller ones by whole numbers with sharp pixels, larger ones smoothly.
QImage thumbnailOf(ImageView picture, int side);

} // namespace alexscope::gui
