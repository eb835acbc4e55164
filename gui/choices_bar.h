// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backend/catalogue.h"

#include <QToolBar>

class QComboBox;
class QLabel;

namespace alexscope::gui {

/// What a run is made of, as the window's boxes say it.
struct Choices {
    QString network = QStringLiteral("alexnet-small"); ///< a built-in name or a file
    QString data = QStringLiteral("textures");         ///< as on the command line: textures, cifar10:DIR …
    QString device = QStringLiteral("auto");
    QString precision = QStringLiteral("auto");
    bool operator==(const Choices&) const = default;
};

/// Boxes for network, data, device and precision. It only asks: whoever owns it answers with setChoices().
class ChoicesBar : public QToolBar {
    Q_OBJECT
public:
    explicit ChoicesBar(const Catalogue& catalogue, QWidget* parent = nullptr);

    const Choices& choices() const { return m_choices; }
    /// Shows these; emits nothing.
    void setChoices(const Choices& choices);
    /// Data folders and files used before, newest first.
    QStringList recentData() const { return m_recentData; }
    void setRecentData(const QStringList& specifications);

signals:
    /// Somebody chose something else in a box.
    void wanted(const alexscope::gui::Choices& choices);

protected:
    void changeEvent(QEvent* event) override;

private:
    QComboBox* addBox(const QString& name);
    void fillNetworks();
    void fillData();
    void fillDevices();
    void fillPrecisions();
    void ask();
    QString askForNetwork();
    QString askForData(const QString& kind);
    void retranslate();

    const Catalogue m_catalogue;
    Choices m_choices;
    QStringList m_recentData;
    QComboBox *m_network, *m_data, *m_device, *m_precision;
};

} // namespace alexscope::gui
