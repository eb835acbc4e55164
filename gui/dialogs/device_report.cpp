// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/device_report.h"

#include "core/error.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"

#include <QCoreApplication>

namespace alexscope::gui {

namespace {

struct DeviceWords {
    Q_DECLARE_TR_FUNCTIONS(DeviceReport)
};

QString row(const QString& caption, const QString& value)
{
    return QStringLiteral("<tr><td style='padding-right:16px'>%1</td><td>%2</td></tr>")
        .arg(caption.toHtmlEscaped(), value.isEmpty() ? noValue() : value.toHtmlEscaped());
}

QString whatItIs(const std::string& name)
{
    if (name == "cpu")
        return DeviceWords::tr("The processor, with the kernels of oneDNN and some of Alexscope's own.");
    if (name == "cuda")
        return DeviceWords::tr("A graphics card of NVIDIA's, with cuDNN.");
    if (name == "reference")
        return DeviceWords::tr(
            "Plain loops, formula by formula as in the paper: slow, and what every other device is compared with.");
    return {};
}

QString automaticText(const DeviceReport& device)
{
    if (!device.bf16PaysFrom)
        return QStringLiteral("fp32");
    return DeviceWords::tr("bf16 for networks of %1 multiply-adds and more, else fp32")
        .arg(count(*device.bf16PaysFrom));
}

QString describe(const DeviceReport& device)
{
    QString title = shownDeviceName(device.name).toHtmlEscaped();
    if (device.automatic)
        title += QStringLiteral(" – ") + DeviceWords::tr("what “Automatic” chooses here");
    QString text = QStringLiteral("<h4>%1</h4><p>%2</p>").arg(title, whatItIs(device.name));
    if (!device.unavailable.empty())
        return text + QStringLiteral("<p>%1</p>")
                          .arg(DeviceWords::tr("Not available: %1")
                                   .arg(QString::fromStdString(device.unavailable))
                                   .toHtmlEscaped());
    text += QStringLiteral("<table>");
    text += row(DeviceWords::tr("Device"), QString::fromStdString(device.info.device));
    text += row(DeviceWords::tr("Threads"), count(device.info.threads));
    text += row(DeviceWords::tr("Instructions"), QString::fromStdString(device.info.instructions));
    text += row(DeviceWords::tr("Libraries"), QString::fromStdString(device.info.libraries));
    text += row(DeviceWords::tr("Precisions"),
                device.noBf16.empty() ? DeviceWords::tr("fp32 and bf16")
                                      : DeviceWords::tr("fp32. %1").arg(QString::fromStdString(device.noBf16)));
    text += row(DeviceWords::tr("“Automatic” means"), automaticText(device));
    return text + QStringLiteral("</table>");
}

} // namespace

std::vector<DeviceReport> reportDevices(const Catalogue& catalogue)
{
    std::string automatic;
    try {
        automatic = catalogue.automatic().name;
    } catch (const Error&) {
        // none is usable: every entry says why
    }
    std::vector<DeviceReport> reports;
    for (const BackendEntry& entry : catalogue.entries()) {
        DeviceReport report;
        report.name = entry.name;
        report.automatic = entry.name == automatic;
        report.unavailable = entry.unavailable;
        if (entry.unavailable.empty()) {
            try {
                const std::unique_ptr<Backend> backend = entry.make();
                report.info = backend->info();
                report.noBf16 = backend->whyNot(Precision::Bf16).value_or(std::string());
                report.bf16PaysFrom = backend->bf16PaysFrom();
            } catch (const std::exception& error) {
                report.unavailable = error.what();
            }
        }
        reports.push_back(std::move(report));
    }
    return reports;
}

QString describe(const std::vector<DeviceReport>& devices)
{
    QString text;
    for (const DeviceReport& device : devices)
        text += describe(device);
    return text;
}

} // namespace alexscope::gui
