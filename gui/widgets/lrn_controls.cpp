// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/lrn_controls.h"

#include "gui/look/numbers.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace alexscope::gui {

namespace {

constexpr int perDecade = 10, lowestDecade = -6, highestDecade = 0;
constexpr double kStep = 0.1, betaStep = 0.05;
constexpr int kSteps = 100, betaSteps = 40, largestN = 31;

/// 1, 1.3, 1.6, 2, 2.5 … times a power of ten: what people would type, and the very number they would get.
double alphaAt(int step)
{
    constexpr std::array<double, perDecade> mantissas{1, 1.3, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 7.9};
    return QStringLiteral("%1e%2")
        .arg(mantissas[static_cast<std::size_t>(step % perDecade)])
        .arg(step / perDecade + lowestDecade)
        .toDouble();
}

int stepOfAlpha(double alpha)
{
    return alpha > 0 ? static_cast<int>(std::lround((std::log10(alpha) - lowestDecade) * perDecade)) : 0;
}

} // namespace

LrnControls::LrnControls(QWidget* parent)
    : QWidget(parent), m_convention(new QComboBox(this)), m_restore(new QToolButton(this))
{
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(8, 2, 8, 4);
    layout->setHorizontalSpacing(6);
    layout->setVerticalSpacing(2);
    const std::array<QString, constants> names{QStringLiteral("lrnK"), QStringLiteral("lrnN"),
                                               QStringLiteral("lrnAlpha"), QStringLiteral("lrnBeta")};
    const std::array<QString, constants> signs{QStringLiteral("k"), QStringLiteral("n"), QStringLiteral("α"),
                                               QStringLiteral("β")};
    for (int i = 0; i < constants; ++i) {
        const auto at = static_cast<std::size_t>(i);
        auto* slider = m_sliders[at] = new QSlider(Qt::Horizontal, this);
        slider->setObjectName(names[at]);
        slider->setMinimumWidth(60);
        m_names[at] = new QLabel(signs[at], this);
        m_names[at]->setBuddy(slider);
        m_numbers[at] = new QLabel(this);
        m_numbers[at]->setObjectName(names[at] + QStringLiteral("Value"));
        m_numbers[at]->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0.0000000")));
        const int row = i / 2, column = i % 2 * 3;
        layout->addWidget(m_names[at], row, column);
        layout->addWidget(slider, row, column + 1);
        layout->addWidget(m_numbers[at], row, column + 2);
        layout->setColumnStretch(column + 1, 1);
        connect(slider, &QSlider::valueChanged, this, [this, i] { takeSlider(static_cast<Constant>(i)); });
    }
    m_sliders[K]->setRange(1, kSteps); // 0 would divide by zero where all neighbours are silent
    m_sliders[N]->setRange(1, largestN);
    m_sliders[Alpha]->setRange(0, (highestDecade - lowestDecade) * perDecade);
    m_sliders[Beta]->setRange(0, betaSteps);
    m_convention->setObjectName(QStringLiteral("lrnConvention"));
    m_convention->addItems({QString(), QString()});
    m_restore->setObjectName(QStringLiteral("lrnRestore"));
    layout->addWidget(m_convention, 0, 6);
    layout->addWidget(m_restore, 1, 6);
    m_restore->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_convention, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (m_showing)
            return;
        m_values.convention = static_cast<AlphaConvention>(index);
        show();
        emit valuesChanged();
    });
    connect(m_restore, &QToolButton::clicked, this, &LrnControls::restore);
    retranslate();
    show();
}

void LrnControls::setNetworkValues(const LrnSpec& spec)
{
    m_network = m_values = spec;
    show();
}

void LrnControls::setValues(const LrnSpec& spec)
{
    if (spec == m_values)
        return;
    m_values = spec;
    show();
    emit valuesChanged();
}

void LrnControls::restore()
{
    setValues(m_network);
}

/// Only the constant whose slider was moved takes the slider's round value; the others stay exactly what they are.
void LrnControls::takeSlider(Constant constant)
{
    if (m_showing)
        return;
    const int step = m_sliders[static_cast<std::size_t>(constant)]->value();
    switch (constant) {
    case K:
        m_values.k = step / std::round(1 / kStep);
        break;
    case N:
        m_values.n = step;
        break;
    case Alpha:
        m_values.alpha = alphaAt(step);
        break;
    case Beta:
        m_values.beta = step / std::round(1 / betaStep);
        break;
    }
    show();
    emit valuesChanged();
}

void LrnControls::show()
{
    m_showing = true;
    m_sliders[K]->setValue(static_cast<int>(std::lround(m_values.k / kStep)));
    m_sliders[N]->setValue(m_values.n);
    m_sliders[Alpha]->setValue(stepOfAlpha(m_values.alpha));
    m_sliders[Beta]->setValue(static_cast<int>(std::lround(m_values.beta / betaStep)));
    m_convention->setCurrentIndex(static_cast<int>(m_values.convention));
    m_showing = false;
    const std::array<QString, constants> texts{chosenNumber(m_values.k), count(m_values.n),
                                               chosenNumber(m_values.alpha), chosenNumber(m_values.beta)};
    const std::array<bool, constants> changed{m_values.k != m_network.k, m_values.n != m_network.n,
                                              m_values.alpha != m_network.alpha, m_values.beta != m_network.beta};
    for (std::size_t i = 0; i < constants; ++i) {
        QFont font = m_numbers[i]->font();
        font.setBold(changed[i]); // what differs from the network's is seen at a glance
        m_numbers[i]->setFont(font);
        m_numbers[i]->setText(texts[i]);
        m_sliders[i]->setAccessibleDescription(texts[i]);
    }
    m_restore->setEnabled(isChanged());
}

void LrnControls::retranslate()
{
    const auto name = [this](Constant constant, const QString& accessible, const QString& tip) {
        auto* slider = m_sliders[static_cast<std::size_t>(constant)];
        slider->setAccessibleName(accessible);
        slider->setToolTip(tip);
        m_names[static_cast<std::size_t>(constant)]->setToolTip(tip);
    };
    name(K, tr("k of the normalisation"), tr("k: what the denominator is at least; 2 in the paper (arrow keys move)"));
    name(N, tr("n of the normalisation"),
         tr("n: how many neighbouring channels are summed; 5 in the paper (arrow keys move)"));
    name(Alpha, tr("α of the normalisation"),
         tr("α: the weight of the sum of squares, ten steps a decade; 0.0001 in the paper (arrow keys move)"));
    name(Beta, tr("β of the normalisation"),
         tr("β: the power of the denominator; 0.75 in the paper (arrow keys move)"));
    m_convention->setItemText(static_cast<int>(AlphaConvention::Paper), tr("α as printed"));
    m_convention->setItemText(static_cast<int>(AlphaConvention::DividedByN), tr("α divided by n"));
    m_convention->setAccessibleName(tr("Convention of α"));
    m_convention->setToolTip(
        tr("The paper and TensorFlow multiply the sum by α; the code of 2012, Caffe, cuDNN, oneDNN "
           "and PyTorch by α/n"));
    m_restore->setText(tr("Network's values"));
    m_restore->setAccessibleName(tr("Back to the network's values"));
    m_restore->setToolTip(tr("Back to the constants the network computes with (R)"));
}

void LrnControls::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        show(); // the decimal point
    }
}

} // namespace alexscope::gui
