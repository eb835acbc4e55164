// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/device_dialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QPointer>
#include <QTextBrowser>
#include <QThreadPool>
#include <QVBoxLayout>

namespace alexscope::gui {

DeviceDialog::DeviceDialog(const Catalogue& catalogue, QWidget* parent)
    : QDialog(parent), m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("deviceDialog"));
    m_text->setObjectName(QStringLiteral("deviceText"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->viewport()->setAutoFillBackground(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    resize(620, 520);
    retranslate();
    QThreadPool::globalInstance()->start([catalogue, self = QPointer<DeviceDialog>(this)] {
        auto devices = reportDevices(catalogue);
        QMetaObject::invokeMethod(qApp, [self, devices = std::move(devices)] {
            if (self)
                self->take(devices);
        });
    });
}

QString DeviceDialog::text() const
{
    return m_text->toPlainText();
}

void DeviceDialog::take(std::vector<DeviceReport> devices)
{
    m_devices = std::move(devices);
    retranslate();
}

void DeviceDialog::retranslate()
{
    setWindowTitle(tr("Devices"));
    m_text->setAccessibleName(tr("What can compute here"));
    m_text->setHtml(m_devices.empty() ? tr("<p>Asking the devices…</p>") : describe(m_devices));
}

void DeviceDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace alexscope::gui
