// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/time_bar.h"

#include "gui/look/colours.h"
#include "gui/look/icons.h"
#include "gui/look/numbers.h"
#include "gui/widgets/moment_slider.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <array>

namespace alexscope::gui {

namespace {
constexpr std::array momentsASecond{2, 5, 10, 20}; ///< moments a second
constexpr int timeRefreshMilliseconds = 200;
constexpr std::int64_t widestIteration = 9'999'999;
} // namespace

TimeBar::TimeBar(LiveModel& model, TimeTravel& travel, QWidget* parent)
    : QToolBar(parent), m_model(model), m_travel(travel), m_slider(new MomentSlider(this)), m_banner(new QLabel(this)),
      m_pace(new QComboBox(this))
{
    setObjectName(QStringLiteral("timeBar"));
    setMovable(false);
    setIconSize(QSize(16, 16));
    m_slider->setObjectName(QStringLiteral("timeSlider"));
    m_banner->setObjectName(QStringLiteral("timeBanner"));
    m_pace->setObjectName(QStringLiteral("playPace"));
    m_banner->setAlignment(Qt::AlignCenter);
    m_banner->setAutoFillBackground(true);
    m_banner->setBackgroundRole(QPalette::Window); // a tool bar's own is another
    m_banner->setForegroundRole(QPalette::WindowText);
    m_banner->setMargin(2);
    m_previous = addStep(QStringLiteral("previousMoment"), QStringLiteral("moment-previous"), Qt::Key_Comma);
    m_play = addStep(QStringLiteral("playMoments"), QStringLiteral("moment-play"), Qt::Key_F4);
    m_next = addStep(QStringLiteral("nextMoment"), QStringLiteral("moment-next"), Qt::Key_Period);
    m_play->setCheckable(true);
    addWidget(m_slider);
    addWidget(m_banner);
    m_now = addStep(QStringLiteral("backToNow"), QString(), Qt::Key_Escape);
    addWidget(m_pace);
    for (const int pace : momentsASecond) {
        m_pace->addItem(QString(), pace);
        if (pace == static_cast<int>(m_travel.pace()))
            m_pace->setCurrentIndex(m_pace->count() - 1);
    }

    connect(m_previous, &QAction::triggered, &travel, &TimeTravel::previous);
    connect(m_next, &QAction::triggered, &travel, &TimeTravel::next);
    connect(m_now, &QAction::triggered, &travel, &TimeTravel::now);
    connect(m_play, &QAction::triggered, &travel, &TimeTravel::setPlaying);
    connect(m_slider, &QSlider::valueChanged, &travel, [this](int value) {
        m_travel.setPlaying(false);
        m_travel.goTo(value);
    });
    connect(m_pace, &QComboBox::currentIndexChanged, &travel,
            [this](int i) { m_travel.setPace(m_pace->itemData(i).toDouble()); });
    connect(&travel, &TimeTravel::changed, this, &TimeBar::refresh);
    connect(&model, &LiveModel::pastChanged, this, &TimeBar::refresh);
    m_timer.setSingleShot(true);
    m_timer.setInterval(timeRefreshMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &TimeBar::refresh);
    connect(&model, &LiveModel::statusChanged, this, [this] {
        if (!m_timer.isActive())
            m_timer.start();
    });
    connect(&model, &LiveModel::runChanged, this, &TimeBar::refresh);
    retranslate();
    recolour();
}

QAction* TimeBar::addStep(const QString& name, const QString& drawing, const QKeySequence& shortcut)
{
    auto* action = new QAction(this);
    action->setObjectName(name);
    if (!drawing.isEmpty())
        action->setIcon(icon(drawing));
    action->setShortcut(shortcut);
    addAction(action);
    if (window() != this) // the keys work also when the bar is hidden
        window()->addAction(action);
    return action;
}

void TimeBar::setSingleKeysEnabled(bool enabled)
{
    for (QAction* step : {m_previous, m_next, m_now}) // a widget's own shortcut: the bar never has the keyboard itself
        step->setShortcutContext(enabled ? Qt::WindowShortcut : Qt::WidgetShortcut);
}

QString TimeBar::text() const
{
    return m_banner->text();
}

void TimeBar::refresh()
{
    const int count = m_travel.count();
    std::vector<std::int64_t> iterations;
    for (int place = 0; place < count; ++place)
        iterations.push_back(m_travel.iterationOf(place));
    m_slider->setMoments(std::move(iterations), m_model.status().iteration);
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(m_travel.place());
    }
    const bool now = m_travel.isNow() && !m_model.isPast(); // a film that is being exported shows the past too
    m_previous->setEnabled(count > 0 && m_travel.place() > 0);
    m_next->setEnabled(!m_travel.isNow());
    m_play->setEnabled(count > 0);
    m_play->setChecked(m_travel.isPlaying());
    m_now->setEnabled(!now); // Escape belongs to others meanwhile
    m_pace->setEnabled(count > 0);
    if (!now)
        m_banner->setText(
            tr("Iteration %1 — the past. Now (%2) returns.")
                .arg(gui::count(m_model.isPast() ? m_model.shownIteration() : m_travel.iterationOf(m_travel.place())),
                     m_now->shortcut().toString(QKeySequence::NativeText)));
    else if (count > 0)
        m_banner->setText(tr("Now; moments recorded: %1").arg(gui::count(count)));
    else
        m_banner->setText(tr("The past appears here once training runs."));
    if (m_wasPast == now) {
        m_wasPast = !now;
        recolour();
    }
}

void TimeBar::nameAction(QAction* action, const QString& text, const QString& what)
{
    action->setText(text);
    action->setToolTip(tr("%1 (%2)").arg(what, action->shortcut().toString(QKeySequence::NativeText)));
    if (auto* button = qobject_cast<QToolButton*>(widgetForAction(action))) {
        button->setAccessibleName(what);
        button->setFocusPolicy(Qt::TabFocus);
    }
}

void TimeBar::retranslate()
{
    setWindowTitle(tr("Time"));
    nameAction(m_previous, tr("Previous moment"), tr("Show the moment recorded before"));
    nameAction(m_play, tr("Play the past"), tr("Play what is recorded as a film, from here or from the beginning"));
    nameAction(m_next, tr("Next moment"), tr("Show the moment recorded after"));
    nameAction(m_now, tr("Now"), tr("Back from the past to now"));
    m_slider->setAccessibleName(tr("Moment of the run"));
    m_slider->setToolTip(
        tr("All views show the chosen moment of the run; training goes on meanwhile. Arrow keys go from "
           "moment to moment, End to now."));
    m_banner->setAccessibleName(tr("Which moment the views show"));
    m_pace->setAccessibleName(tr("Pace of the film"));
    m_pace->setToolTip(tr("How many moments a second are played and exported"));
    for (int i = 0; i < m_pace->count(); ++i)
        m_pace->setItemText(i, tr("%1 moments/s").arg(m_pace->itemData(i).toInt()));
    const QFontMetrics metrics = m_banner->fontMetrics();
    const QString longest = tr("Iteration %1 — the past. Now (%2) returns.")
                                .arg(gui::count(widestIteration), m_now->shortcut().toString(QKeySequence::NativeText));
    m_banner->setFixedWidth(std::max(metrics.horizontalAdvance(longest),
                                     metrics.horizontalAdvance(tr("The past appears here once training runs."))) +
                            16);
    refresh();
}

/// The past is told by a ground of its own, black on orange in every palette.
void TimeBar::recolour()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Window, m_wasPast ? okabeIto::orange : colours.color(QPalette::Window));
    colours.setColor(QPalette::WindowText, m_wasPast ? QColor(Qt::black) : quietText(palette()));
    m_banner->setPalette(colours);
}

void TimeBar::changeEvent(QEvent* event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        recolour();
}

} // namespace alexscope::gui
