// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/demonstration.h"

#include "core/storage/metrics_csv.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"
#include "gui/main_window.h"
#include "gui/panels/curves_panel.h"
#include "gui/panels/filters_panel.h"
#include "gui/panels/predictions_panel.h"

#include <QFile>
#include <QPixmap>
#include <QSaveFile>

#include <cstdio>
#include <utility>

namespace alexscope::gui {

namespace {

constexpr qint64 patienceMilliseconds = 180'000;
constexpr int progressMilliseconds = 5000;

void say(const QString& line)
{
    std::printf("%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

} // namespace

Demonstration::Demonstration(MainWindow& window, const QString& folder, double seconds)
    : m_window(window), m_folder(folder), m_seconds(seconds), m_metrics(metricsHeader())
{
    m_timer.setInterval(50);
    connect(&m_timer, &QTimer::timeout, this, &Demonstration::check);
    m_progress.setInterval(progressMilliseconds);
    connect(&m_progress, &QTimer::timeout, this, &Demonstration::sayProgress);
    connect(&window.bridge(), &SessionBridge::eventArrived, this, [this](const SessionEvent& event) {
        if (event.kind == EventKind::Error)
            fail(QString::fromStdString(event.text));
    });
    connect(&window.model(), &LiveModel::rowsRestarted, this, [this] { m_metrics = metricsHeader(); });
    connect(&window.model(), &LiveModel::rowsAppended, this, [this](std::size_t first) {
        const auto& rows = m_window.model().rows();
        for (std::size_t i = first; i < rows.size(); ++i)
            m_metrics += formatMetrics(rows[i]);
    });
}

void Demonstration::start()
{
    if (!m_folder.mkpath(QStringLiteral(".")))
        return QTimer::singleShot(0, this,
                                  [this] { fail(tr("the folder %1 cannot be made").arg(m_folder.absolutePath())); });
    m_window.setWindowState(Qt::WindowNoState);
    m_window.resize(1440, 900); // whatever size the screen pretends to have
    m_window.show();
    say(tr("Preparing the network and the pictures…"));
    when(
        [this] {
            return m_window.model().initialWeights() && m_window.model().status().state == SessionState::Holding;
        },
        [this] { beginTraining(); });
}

void Demonstration::when(std::function<bool()> ready, std::function<void()> next)
{
    m_ready = std::move(ready);
    m_next = std::move(next);
    m_waited.start();
    m_timer.start();
}

void Demonstration::check()
{
    if (m_failed)
        return m_timer.stop();
    if (m_ready()) {
        m_timer.stop();
        const auto next = std::exchange(m_next, nullptr);
        next();
    } else if (m_waited.hasExpired(patienceMilliseconds + static_cast<qint64>(m_seconds * 1000))) {
        fail(tr("the engine did not answer in time"));
    }
}

void Demonstration::beginTraining()
{
    savePanel(m_window.filters(), QStringLiteral("filters-before.png"));
    const SessionStatus& status = m_window.model().status();
    say(tr("Training for %1 s on: %2, %3")
            .arg(chosenNumber(m_seconds), shownDeviceName(status.device), QString::fromStdString(status.precision)));
    m_window.bridge().run();
    m_progress.start();
    const auto deadline = std::make_shared<QElapsedTimer>();
    deadline->start();
    when(
        [this, deadline] {
            return deadline->hasExpired(static_cast<qint64>(m_seconds * 1000)) ||
                   m_window.model().status().state == SessionState::Finished;
        },
        [this] { endTraining(); });
}

void Demonstration::sayProgress()
{
    const LiveModel& model = m_window.model();
    if (model.rows().empty())
        return;
    const MetricsRow& row = model.rows().back();
    const MetricsRow* validation = model.validation();
    say(tr("iteration %1, loss %2, validation error %3, %4 images/s")
            .arg(count(row.iteration), number(row.loss), percent(validation ? validation->validationTop1 : notMeasured),
                 count(qRound64(model.status().picturesPerSecond))));
}

void Demonstration::endTraining()
{
    m_progress.stop();
    sayProgress();
    m_window.bridge().pause();
    when(
        [this] {
            const LiveModel& model = m_window.model();
            const bool still =
                model.status().state == SessionState::Holding || model.status().state == SessionState::Finished;
            return still && model.snapshot() && model.snapshot()->holding &&
                   model.snapshot()->iteration == model.status().iteration;
        },
        [this] { drawViews(); });
}

void Demonstration::drawViews()
{
    savePanel(m_window.filters(), QStringLiteral("filters-after.png"));
    savePanel(m_window.curves(), QStringLiteral("curves.png"));
    save(m_window, QStringLiteral("window.png"));
    m_window.raisePanel(&m_window.predictions());
    when(
        [this] {
            const auto gallery = m_window.model().gallery();
            return gallery && gallery->iteration == m_window.model().status().iteration && !gallery->pictures.empty();
        },
        [this] {
            savePanel(m_window.predictions(), QStringLiteral("predictions.png"));
            writeMetrics();
            writeReport();
        });
}

void Demonstration::savePanel(Panel& panel, const QString& name)
{
    panel.invalidate();
    panel.refreshNow();
    save(panel, name);
}

void Demonstration::save(QWidget& widget, const QString& name)
{
    if (!widget.grab().save(m_folder.filePath(name)))
        fail(tr("%1 cannot be written").arg(m_folder.filePath(name)));
}

void Demonstration::writeMetrics()
{
    QSaveFile file(m_folder.filePath(QStringLiteral("metrics.csv")));
    bool good = file.open(QIODevice::WriteOnly);
    const auto size = static_cast<qint64>(m_metrics.size());
    good = good && file.write(m_metrics.data(), size) == size && file.commit();
    if (!good)
        fail(tr("%1 cannot be written").arg(file.fileName()));
}

void Demonstration::writeReport()
{
    const LiveModel& model = m_window.model();
    const SessionStatus& status = model.status();
    const MetricsRow* validation = model.validation();
    const QString head = QStringLiteral(
        "<!DOCTYPE html><html lang=\"%1\"><head><meta "
        "charset=\"utf-8\"><title>Alexscope</title><style>body{font-family:sans-serif;"
        "max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.5;color:#202124}img{max-width:100%;border:1px "
        "solid #d0d0d0}"
        "table{border-collapse:collapse}td{padding:.1rem 1.5rem .1rem 0}</style></head><body><h1>%2</h1><table>");
    QString html = head.arg(QLocale().name().left(2), tr("Alexscope: a minute of AlexNet").toHtmlEscaped());
    const auto row = [&html](const QString& name, const QString& value) {
        html += QStringLiteral("<tr><td>%1</td><td>%2</td></tr>").arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    };
    row(tr("Network"), QString::fromStdString(model.run()->network.name));
    row(tr("Data"), shownDataName(QString::fromStdString(model.run()->spec.data)));
    row(tr("Computed by"), QString::fromStdString(model.run()->backend.device + ", " + model.run()->backend.libraries +
                                                  ", " + status.precision));
    row(tr("Seed"), QString::number(model.run()->spec.seed));
    row(tr("Iterations"), count(status.iteration));
    row(tr("Epochs"), QLocale().toString(status.epoch, 'f', 2));
    row(tr("Training time"), duration(model.rows().empty() ? 0 : model.rows().back().seconds));
    row(tr("Training loss of the last batch"), number(model.rows().empty() ? notMeasured : model.rows().back().loss));
    row(tr("Validation error (top-1)"), percent(validation ? validation->validationTop1 : notMeasured));
    html += QStringLiteral("</table>");
    const auto picture = [&html](const QString& file, const QString& heading) {
        html += QStringLiteral("<h2>%1</h2><p><img src=\"%2\" alt=\"%1\"></p>").arg(heading.toHtmlEscaped(), file);
    };
    picture(QStringLiteral("filters-before.png"), tr("The first layer before training"));
    picture(QStringLiteral("filters-after.png"), tr("The first layer after training"));
    picture(QStringLiteral("curves.png"), tr("Loss and error"));
    picture(QStringLiteral("predictions.png"), tr("Predictions for pictures never trained on"));
    picture(QStringLiteral("window.png"), tr("The window"));
    html += QStringLiteral("<p><a href=\"metrics.csv\">metrics.csv</a></p></body></html>\n");
    QSaveFile file(m_folder.filePath(QStringLiteral("index.html")));
    const QByteArray bytes = html.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(tr("%1 cannot be written").arg(file.fileName()));
    if (m_failed)
        return;
    say(tr("The report is %1").arg(m_folder.absoluteFilePath(QStringLiteral("index.html"))));
    emit finished(true);
}

void Demonstration::fail(const QString& reason)
{
    if (std::exchange(m_failed, true))
        return;
    m_timer.stop();
    m_progress.stop();
    std::fprintf(stderr, "alexscope: %s\n", reason.toUtf8().constData());
    emit finished(false);
}

} // namespace alexscope::gui
