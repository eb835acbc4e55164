// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cpu/cpu_backend.h"
#include "datasets/open_data.h"
#include "gui/language.h"
#include "gui/main_window.h"
#include "gui/panels/panel.h"
#include "gui/session_actions.h"

#include <QDockWidget>
#include <QTest>

#include <memory>

/// The program's window with the trained example in it, on the processor, and with a video that it can open.
namespace example {

constexpr int patience = 30'000; ///< milliseconds

/// A video of one picture.
class StillVideo : public alexscope::FrameReader {
public:
    std::optional<alexscope::Image> next() override
    {
        alexscope::Image picture(96, 64);
        for (std::size_t i = 0; i < picture.rgb.size(); ++i)
            picture.rgb[i] = static_cast<std::uint8_t>(i % 3 == 0 ? i / 96 : i % 3 == 1 ? 255 - i / 80 : (i / 3) % 96);
        return picture;
    }
    double perSecond() const override { return 5; }
    bool rewind() override { return true; }
};

struct Window {
    alexscope::gui::Language language;
    std::unique_ptr<alexscope::gui::MainWindow> window;

    /// False where the example did not come.
    bool open()
    {
        using namespace alexscope;
        language.set(QStringLiteral("en"));
        Catalogue devices;
        devices.add(cpu::catalogueEntry());
        devices.addBeside(cpu::entryBeside());
        gui::VideoOpeners openers;
        openers.file = [](const std::filesystem::path&) { return std::make_unique<StillVideo>(); };
        window = std::make_unique<gui::MainWindow>(
            devices, [](const std::string& data, const NetworkSpec&) { return datasets::openData(data); }, language,
            false, gui::ReadPicture(), openers);
        gui::Choices choices;
        choices.precision = QStringLiteral("fp32"); // the same pictures on every processor
        window->startRun(choices);
        window->setWindowState(Qt::WindowNoState);
        window->resize(1600, 1000); // what has no room is not seen, whatever it draws
        window->show();
        window->sessionActions().showExampleAnyway();
        return QTest::qWaitFor([this] { return status().shown && holds() && window->model().snapshot(); }, patience);
    }
    const alexscope::SessionStatus& status() const { return window->model().status(); }
    bool holds() const { return status().state == alexscope::SessionState::Holding && status().pendingCommands == 0; }
    alexscope::gui::Panel* panel(const char* name) const
    {
        return window->findChild<alexscope::gui::Panel*>(QString::fromLatin1(name));
    }
    QDockWidget* dockOf(const char* name) const
    {
        return window->findChild<QDockWidget*>(QString::fromLatin1(name) + QStringLiteral("Dock"));
    }
};

} // namespace example
