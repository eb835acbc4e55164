// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/export/animation.h"

#include "core/error.h"
#include "core/picture/gif_file.h"
#include "core/session/past.h"
#include "gui/export/figure.h"
#include "gui/look/engine_sentences.h"
#include "gui/panels/panel.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {

/// For panels that compute on another thread what they show.
constexpr int settleMilliseconds = 40;
constexpr int widest = 1280;
constexpr int lastFrameCentiseconds = 200; ///< the end stands for a while before it begins again

ImageView viewOf(const Image& image)
{
    return image;
}

/// Tightly packed, as the engine has pictures.
Image toImage(const QImage& from)
{
    const QImage rgb = from.convertToFormat(QImage::Format_RGB888);
    Image image(rgb.width(), rgb.height());
    const auto row = static_cast<std::size_t>(rgb.width()) * 3;
    for (int y = 0; y < rgb.height(); ++y)
        std::copy_n(rgb.constScanLine(y), row, image.rgb.data() + static_cast<std::size_t>(y) * row);
    return image;
}

} // namespace

Animation::Animation(Panel& panel, LiveModel& model, const QString& path, double framesPerSecond, QObject* parent)
    : QObject(parent), m_panel(&panel), m_model(model), m_path(path),
      m_centiseconds(std::max(1, static_cast<int>(std::lround(100 / framesPerSecond)))), m_moments(model.moments()),
      m_run(model.run()), m_before(model.isPast() ? model.snapshot() : nullptr),
      m_count(m_moments ? static_cast<int>(m_moments->moments.size()) : 0)
{
    // Another run or another past in the middle has no place in this film.
    connect(&model, &LiveModel::momentsChanged, this, [this] {
        if (!m_model.moments() || m_model.moments()->folder != m_moments->folder)
            end(tr("The animation was given up: another run has begun."));
    });
}

Animation::~Animation()
{
    if (!m_ended && m_moments && m_model.moments() && m_model.moments()->folder == m_moments->folder)
        m_model.showPast(m_before);
}

/// Runs `work` on another thread and `then` with its result here, unless this is gone by then. An exception ends it.
template <typename Work, typename Then>
void Animation::onAnotherThread(Work work, Then then)
{
    QThreadPool::globalInstance()->start([work, then, self = QPointer<Animation>(this)]() mutable {
        QString fault;
        decltype(work()) result{};
        try {
            result = work();
        } catch (const std::exception& error) {
            fault = shownSentence(error.what());
        }
        // What the work holds (the file) goes with it here; nothing of it is left for the GUI thread to wait for.
        QMetaObject::invokeMethod(qApp, [self, then, fault, result] {
            if (self && !self->m_ended)
                then(fault, result);
        });
    });
}

void Animation::start()
{
    if (m_count == 0 || !m_run)
        return end(tr("There is no past to export yet: let the run train for a moment."));
    readNext();
}

void Animation::readNext()
{
    if (m_next >= m_count)
        return finish();
    const int at = m_next++;
    onAnotherThread([list = m_moments, run = m_run, at] { return loadPast(*list, static_cast<std::size_t>(at), *run); },
                    [this](const QString& fault, const std::shared_ptr<const Snapshot>& past) {
                        if (!fault.isEmpty())
                            return readNext(); // thinned out meanwhile: the film goes on without it
                        show(past);
                    });
}

void Animation::show(std::shared_ptr<const Snapshot> past)
{
    if (!m_panel)
        return end(tr("The animation was given up: its view is gone."));
    m_model.showPast(std::move(past));
    m_panel->invalidate();
    m_panel->refreshNow();
    QTimer::singleShot(settleMilliseconds, this, &Animation::draw);
}

void Animation::draw()
{
    if (!m_panel || m_ended)
        return;
    m_panel->refreshNow(); // what came back meanwhile
    QWidget& figure = m_panel->figure();
    QImage frame = figureImage(figure, m_panel->caption(), std::min(1.0, double(widest) / std::max(1, figure.width())));
    if (m_size.isEmpty())
        m_size = frame.size();
    if (frame.size() != m_size) { // somebody changed the window in the middle: the film keeps its format
        QImage same(m_size, QImage::Format_RGB32);
        same.fill(figure.palette().color(QPalette::Window));
        const QImage fitting = frame.scaled(m_size, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        for (int y = 0; y < fitting.height(); ++y)
            std::copy_n(reinterpret_cast<const QRgb*>(fitting.constScanLine(y)), fitting.width(),
                        reinterpret_cast<QRgb*>(same.scanLine(y)));
        frame = same;
    }
    compress(frame);
}

void Animation::compress(const QImage& frame)
{
    const bool last = m_next >= m_count;
    onAnotherThread(
        [file = m_file, frame, path = m_path.toStdString(),
         centiseconds = last ? std::max(lastFrameCentiseconds, m_centiseconds) : m_centiseconds]() mutable {
            if (!file)
                file = std::make_shared<GifFile>(path, frame.width(), frame.height());
            const Image image = toImage(frame);
            file->add(viewOf(image), centiseconds);
            return file;
        },
        [this](const QString& fault, const std::shared_ptr<GifFile>& file) {
            if (!fault.isEmpty())
                return end(fault);
            m_file = file;
            emit progressed(++m_drawn);
            readNext();
        });
}

void Animation::finish()
{
    if (!m_file)
        return end(tr("None of the moments can be read any more; nothing was written."));
    onAnotherThread(
        [file = m_file] {
            file->finish();
            return true;
        },
        [this](const QString& fault, bool) { end(fault); });
}

void Animation::end(const QString& fault)
{
    if (m_ended)
        return;
    m_ended = true;
    m_file.reset();
    if (m_moments && m_model.moments() && m_model.moments()->folder == m_moments->folder)
        m_model.showPast(m_before);
    emit finished(fault);
}

} // namespace alexscope::gui
