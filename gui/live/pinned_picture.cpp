// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/pinned_picture.h"

#include "core/error.h"
#include "core/session/moment_recorder.h"
#include "gui/look/engine_sentences.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace alexscope::gui {

namespace {

struct PictureReading {
    std::shared_ptr<const Image> image;
    QString name, fault;
    int label = -1;
};

PictureReading read(const Dataset& set, std::size_t index)
{
    PictureReading reading;
    try {
        Image scratch;
        const ImageView view = set.image(index, scratch);
        auto copy = std::make_shared<Image>(view.width, view.height);
        std::copy_n(view.rgb, copy->rgb.size(), copy->rgb.begin());
        reading.image = std::move(copy);
        reading.label = set.label(index);
        reading.name = QString::fromStdString(set.name(index));
    } catch (const Error& error) {
        reading.fault = shownSentence(error.what());
    }
    return reading;
}

} // namespace

PinnedPicture::PinnedPicture(LiveModel& model, QObject* parent) : QObject(parent), m_model(model)
{
    // The same set may come in another size: textures are drawn as large as the network wants them.
    connect(&model, &LiveModel::runChanged, this, [this, data = std::string(), side = 0]() mutable {
        const auto& run = m_model.run();
        m_kept = nullptr; // another network may keep it otherwise
        if (!run || (m_image && data == run->data.specification && side == run->data.pictureSide))
            return;
        const bool sameSet = data == run->data.specification;
        data = run->data.specification;
        side = run->data.pictureSide;
        if (!sameSet) {
            m_kind = PictureSet::Validation;
            m_wanted = 0;
        }
        const auto wanted = static_cast<std::size_t>(std::max<std::ptrdiff_t>(m_wanted, 0));
        if (!isOwn())
            pinFromSet(wanted < setSize() ? wanted : 0);
    });
}

PictureSet PinnedPicture::setKind() const
{
    const auto& run = m_model.run();
    return run && run->data.validation && run->data.validation->size() > 0 ? m_kind : PictureSet::Training;
}

std::shared_ptr<const Dataset> PinnedPicture::set() const
{
    if (!m_model.run())
        return nullptr;
    const DataSource& data = m_model.run()->data;
    return setKind() == PictureSet::Training ? data.training : data.validation;
}

std::size_t PinnedPicture::setSize() const
{
    const auto pictures = set();
    return pictures ? pictures->size() : 0;
}

bool PinnedPicture::isPicture(const std::shared_ptr<const Image>& picture) const
{
    if (!picture || !m_image || m_isFrame || picture == m_image) // frames come too fast to be kept
        return picture && picture == m_image;
    if (!m_kept && m_model.run() && m_model.run()->augmenter)
        m_kept = keptInMoments(m_image, *m_model.run()->augmenter);
    const Image& own = m_kept ? *m_kept : *m_image;
    return picture->width == own.width && picture->height == own.height && picture->rgb == own.rgb;
}

void PinnedPicture::move(int by)
{
    const auto size = static_cast<std::ptrdiff_t>(setSize());
    if (size == 0)
        return;
    const std::ptrdiff_t next = (std::max<std::ptrdiff_t>(m_wanted, 0) + by) % size;
    pinFromSet(static_cast<std::size_t>(next < 0 ? next + size : next));
}

void PinnedPicture::pinFromSet(PictureSet kind, std::size_t index)
{
    m_kind = kind;
    pinFromSet(index);
}

void PinnedPicture::pinFromSet(std::size_t index)
{
    auto pictures = set();
    if (!pictures || index >= pictures->size())
        return;
    m_wanted = static_cast<std::ptrdiff_t>(index);
    QThreadPool::globalInstance()->start(
        [pictures = std::move(pictures), index, ticket = ++m_ticket, self = QPointer<PinnedPicture>(this)] {
            PictureReading reading = read(*pictures, index);
            QMetaObject::invokeMethod(qApp, [self, ticket, index, reading = std::move(reading)] {
                if (!self || ticket != self->m_ticket)
                    return;
                if (reading.image)
                    self->take(reading.image, reading.name, reading.label, static_cast<std::ptrdiff_t>(index));
                else
                    emit self->failed(reading.fault);
            });
        });
}

void PinnedPicture::pinOwn(std::shared_ptr<const Image> image, const QString& name)
{
    ++m_ticket;
    take(std::move(image), name, -1, -1);
}

void PinnedPicture::showFrame(std::shared_ptr<const Image> frame, const QString& name)
{
    if (!m_isFrame) {
        ++m_ticket;
        m_ownBefore = isOwn() ? m_image : nullptr;
        m_ownNameBefore = m_name;
    }
    m_image = std::move(frame);
    m_kept = nullptr;
    m_name = name;
    m_label = -1;
    m_index = -1;
    m_isFrame = true;
    emit changed();
}

void PinnedPicture::endFrames()
{
    if (!m_isFrame)
        return;
    if (m_ownBefore)
        pinOwn(m_ownBefore, m_ownNameBefore);
    else if (setSize() > 0)
        pinFromSet(static_cast<std::size_t>(std::max<std::ptrdiff_t>(m_wanted, 0)));
    else
        pinOwn(m_image, m_name);
}

void PinnedPicture::take(std::shared_ptr<const Image> image, const QString& name, int label, std::ptrdiff_t index)
{
    m_image = std::move(image);
    m_kept = nullptr;
    m_name = name;
    m_label = label;
    m_index = index;
    m_isFrame = false;
    m_ownBefore = nullptr;
    emit changed();
}

} // namespace alexscope::gui
