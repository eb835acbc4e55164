// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QWidget>

class QLabel;

namespace alexscope::gui {

/// What is known of a layer in a strip of fixed height: its facts, and beside them the input with the square that one
/// unit sees.
class LayerReadout : public QWidget {
    Q_OBJECT
public:
    explicit LayerReadout(QWidget* parent = nullptr);

    void setPicture(const QImage& picture);
    /// `field` in pixels of an input of `input` pixels; empty: no frame. An empty list shows the hint.
    void setLayer(const QStringList& facts, const QRectF& field, QSize input);
    void setHint(const QString& hint);
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showText();

    QLabel* m_text;
    QStringList m_facts;
    QString m_hint;
    QImage m_picture;
    QRectF m_field;
    QSize m_input{1, 1};
};

} // namespace alexscope::gui
