// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/data/picture_model.h"

#include "core/error.h"
#include "gui/look/engine_sentences.h"
#include "gui/look/names.h"
#include "gui/look/pictures.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPointer>

#include <algorithm>

namespace alexscope::gui {

namespace {

constexpr std::size_t readAtOnce = 16; ///< then the screen gets them
constexpr int costOfFault = 256;

} // namespace

QImage thumbnailOf(ImageView picture, int side)
{
    const QImage image = toQImage(picture);
    const int longer = std::max(image.width(), image.height());
    if (longer == 0 || longer == side)
        return image;
    if (const int times = side / longer; times >= 1)
        return image.scaled(image.size() * times, Qt::IgnoreAspectRatio, Qt::FastTransformation);
    return image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

PictureModel::PictureModel(QObject* parent) : QAbstractListModel(parent), m_thumbnails(bytesKept)
{
    m_reader.setMaxThreadCount(1);
    m_reader.setThreadPriority(QThread::LowPriority); // training comes first
}

PictureModel::~PictureModel()
{
    m_reader.clear();
    m_reader.waitForDone();
}

quint64 PictureModel::keyOf(PictureId picture)
{
    return static_cast<quint64>(picture.set) << 32 | picture.index;
}

const Dataset* PictureModel::setOf(PictureId picture) const
{
    return picture.set == PictureSet::Training ? m_data.training.get() : m_data.validation.get();
}

void PictureModel::setData(const DataSource& data)
{
    beginResetModel();
    ++m_generation;
    m_data = data;
    m_pictures.clear();
    m_thumbnails.clear();
    m_waiting.clear();
    m_asked.clear();
    endResetModel();
}

void PictureModel::setPictures(std::vector<PictureId> pictures)
{
    beginResetModel();
    m_pictures = std::move(pictures);
    for (const PictureId picture : m_waiting)
        m_asked.erase(keyOf(picture));
    m_waiting.clear();
    endResetModel();
}

int PictureModel::rowOf(PictureId picture) const
{
    const auto found = std::find(m_pictures.begin(), m_pictures.end(), picture);
    return found == m_pictures.end() ? -1 : static_cast<int>(found - m_pictures.begin());
}

int PictureModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pictures.size());
}

QVariant PictureModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PictureId picture = at(index.row());
    if (role == TrainingRole)
        return picture.set == PictureSet::Training;
    if (role == Qt::DecorationRole) {
        const Thumbnail* found = thumbnail(picture);
        return found && !found->image.isNull() ? QVariant(found->image) : QVariant();
    }
    if (role == FaultRole) {
        const Thumbnail* found = m_thumbnails.object(keyOf(picture));
        return found ? found->fault : QString();
    }
    const Dataset* set = setOf(picture);
    const int label = set->label(picture.index);
    if (role == LabelRole)
        return label;
    const QString name = label >= 0 && static_cast<std::size_t>(label) < m_data.classNames.size()
                             ? shownClassName(m_data.classNames[static_cast<std::size_t>(label)])
                             : tr("class %1").arg(label);
    if (role == ClassNameRole)
        return name;
    if (role == Qt::DisplayRole)
        return shownPictureName(QString::fromStdString(set->name(picture.index)));
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        const QString text = picture.set == PictureSet::Training ? tr("%1, %2, training picture %3")
                                                                 : tr("%1, %2, validation picture %3");
        const QString fault = data(index, FaultRole).toString();
        return text.arg(shownPictureName(QString::fromStdString(set->name(picture.index))), name).arg(picture.index) +
               (fault.isEmpty() ? QString() : QLatin1Char('\n') + fault);
    }
    return {};
}

/// Looking is const: that somebody looked is remembered, so that what is looked at gets read.
const PictureModel::Thumbnail* PictureModel::thumbnail(PictureId picture) const
{
    const quint64 key = keyOf(picture);
    if (const Thumbnail* found = m_thumbnails.object(key))
        return found;
    if (m_asked.insert(key).second) {
        m_waiting.push_back(picture);
        if (m_waiting.size() > mostWaiting) {
            m_asked.erase(keyOf(m_waiting.front()));
            m_waiting.pop_front();
        }
        auto* self = const_cast<PictureModel*>(this);
        QMetaObject::invokeMethod(
            self, [self] { self->readNext(); }, Qt::QueuedConnection); // a screenful at once
    }
    return nullptr;
}

void PictureModel::readNext()
{
    if (m_reading || m_waiting.empty())
        return;
    std::vector<PictureId> wanted;
    while (!m_waiting.empty() && wanted.size() < readAtOnce) {
        wanted.push_back(m_waiting.back());
        m_waiting.pop_back();
    }
    m_reading = true;
    const double ratio = qGuiApp ? qGuiApp->devicePixelRatio() : 1.0;
    const int side = static_cast<int>(thumbnailSide * ratio);
    m_reader.start(
        [data = m_data, wanted, side, ratio, generation = m_generation, self = QPointer<PictureModel>(this)] {
            std::vector<Reading> readings;
            Image scratch;
            for (const PictureId picture : wanted) {
                Thumbnail thumbnail;
                try {
                    const Dataset& set = picture.set == PictureSet::Training ? *data.training : *data.validation;
                    thumbnail.image = thumbnailOf(set.image(picture.index, scratch), side);
                    thumbnail.image.setDevicePixelRatio(ratio);
                } catch (const std::exception& error) {
                    thumbnail.fault = shownSentence(error.what());
                }
                readings.push_back({keyOf(picture), std::move(thumbnail)});
            }
            QMetaObject::invokeMethod(qApp, [self, generation, readings = std::move(readings)] {
                if (!self)
                    return;
                self->m_reading = false;
                if (generation == self->m_generation)
                    self->take(readings);
                self->readNext();
            });
        });
}

void PictureModel::take(const std::vector<Reading>& readings)
{
    for (const Reading& reading : readings) {
        m_asked.erase(reading.key);
        const auto cost = std::max<qsizetype>(reading.thumbnail.image.sizeInBytes(), costOfFault);
        m_thumbnails.insert(reading.key, new Thumbnail(reading.thumbnail), cost);
        ++m_read;
    }
    // One signal for all of them: the view repaints what is in sight anyway.
    if (!m_pictures.empty())
        emit dataChanged(index(0), index(static_cast<int>(m_pictures.size()) - 1), {Qt::DecorationRole});
}

} // namespace alexscope::gui
