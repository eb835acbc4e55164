// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace alexscope::gui {

/// How long each piece of a step is shown: off (full speed), then from 0.05 to 3 seconds, each notch about half as long
/// again. To the right is slower.
class PaceSlider : public QWidget {
    Q_OBJECT
public:
    explicit PaceSlider(QWidget* parent = nullptr);

    /// Seconds a piece; 0: off.
    double pace() const;
    /// Shows the notch nearest to it; emits nothing.
    void setPace(double seconds);
    /// A notch, as far as there is one.
    void faster();
    void slower();
    /// For the tooltip: the keys that do the same.
    void setKeys(const QString& faster, const QString& slower);

signals:
    void paceChanged(double seconds);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showPace();
    void retranslate();

    QLabel *m_caption, *m_value;
    QSlider* m_slider;
    QString m_fasterKey, m_slowerKey;
};

} // namespace alexscope::gui
