// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dialogs/device_report.h"

#include <QDialog>

class QTextBrowser;

namespace alexscope::gui {

/// What can compute here, and why something cannot. Asks the devices on another thread. GUI thread.
class DeviceDialog : public QDialog {
    Q_OBJECT
public:
    explicit DeviceDialog(const Catalogue& catalogue, QWidget* parent = nullptr);

    /// What is shown; for tests.
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void take(std::vector<DeviceReport> devices);
    void retranslate();

    QTextBrowser* m_text;
    std::vector<DeviceReport> m_devices;
};

} // namespace alexscope::gui
