// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/pace_slider.h"

#include "gui/look/numbers.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <array>
#include <cmath>

namespace alexscope::gui {

namespace {

constexpr std::array paces{0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0};

int notchOf(double seconds)
{
    if (!(seconds > 0))
        return 0;
    const auto distance = [seconds](double pace) { return std::abs(std::log(pace / seconds)); };
    const auto nearest =
        std::min_element(paces.begin() + 1, paces.end(), [&](double a, double b) { return distance(a) < distance(b); });
    return static_cast<int>(nearest - paces.begin());
}

} // namespace

PaceSlider::PaceSlider(QWidget* parent)
    : QWidget(parent), m_caption(new QLabel(this)), m_value(new QLabel(this)),
      m_slider(new QSlider(Qt::Horizontal, this))
{
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_slider->setObjectName(QStringLiteral("pace"));
    m_slider->setRange(0, static_cast<int>(paces.size()) - 1);
    m_slider->setPageStep(3);
    m_slider->setFixedWidth(84);
    m_slider->setFocusPolicy(Qt::TabFocus); // a click must not take the keys from the view one works in
    m_value->setObjectName(QStringLiteral("paceValue"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 4, 0);
    row->setSpacing(6);
    row->addWidget(m_caption);
    row->addWidget(m_slider);
    row->addWidget(m_value);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        showPace();
        emit paceChanged(pace());
    });
    retranslate();
}

double PaceSlider::pace() const
{
    return paces[static_cast<std::size_t>(m_slider->value())];
}

void PaceSlider::setPace(double seconds)
{
    if (m_slider->isSliderDown())
        return; // somebody is choosing
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(notchOf(seconds));
    showPace();
}

void PaceSlider::faster()
{
    m_slider->setValue(m_slider->value() - 1);
}

void PaceSlider::slower()
{
    m_slider->setValue(m_slider->value() + 1);
}

void PaceSlider::setKeys(const QString& faster, const QString& slower)
{
    m_fasterKey = faster;
    m_slowerKey = slower;
    retranslate();
}

void PaceSlider::showPace()
{
    m_value->setText(pace() > 0 ? tr("%1 s").arg(chosenNumber(pace())) : tr("off"));
}

void PaceSlider::retranslate()
{
    m_caption->setText(tr("Slow:"));
    const QString tip = tr("Slow motion: how long each piece of a step is shown");
    const QString keys =
        m_slowerKey.isEmpty() ? tip : tr("%1 (slower: %2, faster: %3)").arg(tip, m_slowerKey, m_fasterKey);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_caption), static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_value)})
        widget->setToolTip(keys);
    m_slider->setAccessibleName(tip);
    m_value->setAccessibleName(tr("Seconds a piece"));
    const QFontMetrics metrics = fontMetrics();
    m_value->setFixedWidth(
        std::max(metrics.horizontalAdvance(tr("off")), metrics.horizontalAdvance(tr("%1 s").arg(chosenNumber(0.05)))) +
        4);
    showPace();
}

void PaceSlider::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

} // namespace alexscope::gui
