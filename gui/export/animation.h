// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/live/live_model.h"

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QString>

#include <memory>

namespace alexscope {
class GifFile;
}

namespace alexscope::gui {

class Panel;

/// Writes what a panel shows of every recorded moment, oldest first, into an animated GIF. The whole window goes
/// through the past meanwhile and is put back where it looked before. Moments are read and frames compressed on another
/// thread; a panel that computes beside the GUI thread is given a moment to finish. GUI thread; delete it to cancel,
/// and no file is left.
class Animation : public QObject {
    Q_OBJECT
public:
    /// The moments are those there are now. Frames have the figure's size, at most 1280 pixels wide.
    Animation(Panel& panel, LiveModel& model, const QString& path, double framesPerSecond, QObject* parent = nullptr);
    ~Animation() override;

    int frames() const { return m_count; }
    void start();

signals:
    void progressed(int framesDone);
    /// The file is there, or why not, as a sentence.
    void finished(const QString& fault);

private:
    void readNext();
    void show(std::shared_ptr<const Snapshot> past);
    void draw();
    void compress(const QImage& frame);
    void finish();
    void end(const QString& fault);
    template <typename Work, typename Then>
    void onAnotherThread(Work work, Then then);

    QPointer<Panel> m_panel;
    LiveModel& m_model;
    QString m_path;
    int m_centiseconds;
    std::shared_ptr<const MomentList> m_moments;
    std::shared_ptr<const RunDescription> m_run;
    std::shared_ptr<const Snapshot> m_before; ///< where the window looked; null: at now
    std::shared_ptr<GifFile> m_file;
    QSize m_size;
    int m_next = 0, m_count = 0, m_drawn = 0;
    bool m_ended = false;
};

} // namespace alexscope::gui
