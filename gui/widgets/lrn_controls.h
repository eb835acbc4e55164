// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/layer_spec.h"

#include <QWidget>

#include <array>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace alexscope::gui {

/// Sliders for k, n, α and β of a response normalisation and the switch of α's convention. They hold an LrnSpec of
/// their own; nothing but whoever listens is changed. α moves in equal factors (ten steps a decade).
class LrnControls : public QWidget {
    Q_OBJECT
public:
    explicit LrnControls(QWidget* parent = nullptr);

    /// The network's constants and where "back" leads. Takes them as the current ones.
    void setNetworkValues(const LrnSpec& spec);
    const LrnSpec& networkValues() const { return m_network; }
    const LrnSpec& values() const { return m_values; }
    void setValues(const LrnSpec& spec);
    bool isChanged() const { return !(m_values == m_network); }

    void retranslate();

public slots:
    void restore();

signals:
    /// By somebody's hand or by setValues; not by setNetworkValues.
    void valuesChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Constant { K, N, Alpha, Beta };
    static constexpr int constants = 4;

    void takeSlider(Constant constant);
    void show();

    std::array<QSlider*, constants> m_sliders{};
    std::array<QLabel*, constants> m_names{}, m_numbers{};
    QComboBox* m_convention;
    QToolButton* m_restore;
    LrnSpec m_network, m_values;
    bool m_showing = true; ///< sliders move because values came (or a range), not because of a hand
};

} // namespace alexscope::gui
