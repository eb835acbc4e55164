// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application.h"

#include "core/error.h"
#include "core/network/network_text.h"
#include "gui/demonstration.h"
#include "gui/look/icons.h"
#include "gui/main_window.h"
#include "gui/measurement.h"
#include "gui/session_actions.h"
#include "gui/window_state_reporter.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace alexscope::gui {

namespace {

constexpr double defaultTurn = 4, defaultSeconds = 60, longestSeconds = 24 * 3600;

bool hasArgument(int argc, char** argv, const char* name)
{
    return std::any_of(argv + 1, argv + argc, [name](const char* argument) {
        const std::size_t length = std::strlen(name);
        return std::strncmp(argument, name, length) == 0 && (argument[length] == '\0' || argument[length] == '=');
    });
}

bool hasDisplay()
{
    const auto set = [](const char* name) { return !qEnvironmentVariable(name).isEmpty(); };
    return set("DISPLAY") || set("WAYLAND_DISPLAY") || set("QT_QPA_PLATFORM");
}

/// Qt ends the process when it finds no display, so this comes before it is asked.
bool choosePlatform(int argc, char** argv)
{
    const bool headless = hasArgument(argc, argv, "--demonstration") || hasArgument(argc, argv, "--help") ||
                          hasArgument(argc, argv, "-h") || hasArgument(argc, argv, "--version") ||
                          hasArgument(argc, argv, "-v");
    if (headless && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (hasDisplay() || hasArgument(argc, argv, "-platform"))
        return true;
    std::fputs(
        "alexscope: there is no display. Give --demonstration FOLDER to train without one and get a report, or use "
        "alexscope-cli.\n",
        stderr);
    return false;
}

/// The offscreen platform warns once a window that it cannot resize a screen that is not there.
void leaveOutPlatformChatter(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtWarningMsg &&
        (text.contains(QLatin1String("propagateSizeHints")) || text.contains(QLatin1String("XDG_RUNTIME_DIR"))))
        return;
    std::fprintf(stderr, "%s\n", qPrintable(text));
}

int runDemonstration(Catalogue catalogue, Session::OpenData openData, Language& language, const QString& folder,
                     double seconds)
{
    MainWindow window(std::move(catalogue), std::move(openData), language, false);
    window.setAppearance(Appearance::Light);
    Demonstration demonstration(window, folder, seconds);
    QObject::connect(&demonstration, &Demonstration::finished, qApp,
                     [](bool good) { QCoreApplication::exit(good ? 0 : 1); });
    demonstration.start();
    return QApplication::exec();
}

VideoSpeeds speedsAlone(const Catalogue& catalogue, const VideoOpeners& openers, const NetworkSpec& network,
                        const std::string& precision, const Measurement::Options& options)
{
    const double seconds = options.secondsPerTurn / 2;
    const auto inference = [&](std::int64_t batch) {
        return inferenceAlone(catalogue, network.withClasses(network.classes), precision, batch, seconds);
    };
    return {decodingAlone(openers, options.video, seconds), inference(1),
            inference(static_cast<std::int64_t>(FrameSource::mostWaiting))};
}

int runMeasurement(Catalogue catalogue, Session::OpenData openData, VideoOpeners videoOpeners, Language& language,
                   const Choices& choices, Measurement::Options options)
{
    const NetworkSpec network = loadNetwork(choices.network.toStdString());
    if (!options.video.isEmpty())
        options.alone = speedsAlone(catalogue, videoOpeners, network, choices.precision.toStdString(), options);
    MainWindow window(std::move(catalogue), std::move(openData), language, false, {}, std::move(videoOpeners));
    Measurement measurement(window, options);
    QObject::connect(&measurement, &Measurement::finished, qApp,
                     [](bool good) { QCoreApplication::exit(good ? 0 : 1); });
    RunSpec spec;
    spec.networkText = formatNetwork(network);
    spec.data = choices.data.toStdString();
    spec.precision = choices.precision.toStdString();
    spec.recipe = network.recipe;
    spec.recipe.iterations = 1'000'000'000; // it ends when enough is measured
    spec.recipe.validateEvery = 0;
    window.bridge().start(spec);
    measurement.start();
    return QApplication::exec();
}

} // namespace

int runApplication(int argc, char** argv, Catalogue catalogue, Session::OpenData openData, ReadPicture readPicture,
                   VideoOpeners videoOpeners)
{
    if (!choosePlatform(argc, argv))
        return 1;
    if (hasArgument(argc, argv, "--demonstration"))
        qInstallMessageHandler(leaveOutPlatformChatter);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Alexscope"));
    QApplication::setApplicationName(QStringLiteral("alexscope"));
    QApplication::setApplicationDisplayName({});
    QApplication::setApplicationVersion(QStringLiteral(ALEXSCOPE_VERSION));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/alexscope.svg")));
    applyAppearance(Appearance::System);

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Watch AlexNet learn, and look inside while it does."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption languageOption(
        QStringLiteral("language"), QStringLiteral("Language of the program: en or ko."), QStringLiteral("code"));
    const QCommandLineOption demonstrationOption(
        QStringLiteral("demonstration"),
        QStringLiteral("Train the small network without a display and write a report with pictures."),
        QStringLiteral("folder"));
    const QCommandLineOption secondsOption(QStringLiteral("seconds"),
                                           QStringLiteral("How long the demonstration trains."),
                                           QStringLiteral("seconds"), QString::number(defaultSeconds));
    const QCommandLineOption measureOption(
        QStringLiteral("measure"), QStringLiteral("Train with and without views in turn, print what looking costs."));
    const QCommandLineOption networkOption(QStringLiteral("network"), QStringLiteral("What to measure with."),
                                           QStringLiteral("network"), QStringLiteral("alexnet-small"));
    const QCommandLineOption precisionOption(QStringLiteral("precision"),
                                             QStringLiteral("auto, fp32 or bf16, to measure with."),
                                             QStringLiteral("precision"), QStringLiteral("auto"));
    const QCommandLineOption sceneOption(QStringLiteral("scene"), QStringLiteral("Open a scene."),
                                         QStringLiteral("file"));
    const QCommandLineOption videoOption(QStringLiteral("video"),
                                         QStringLiteral("Let a video file play, also while measuring."),
                                         QStringLiteral("file"));
    const QCommandLineOption weightsOption(
        QStringLiteral("weights"), QStringLiteral("Look at weights of PyTorch, Caffe, ONNX or a safetensors file."),
        QStringLiteral("file"));
    const QCommandLineOption reportStateOption(
        QStringLiteral("report-state"),
        QStringLiteral("Answer lines \"state\" on the standard input with what is on the screen, for tests."));
    parser.addOptions({languageOption, demonstrationOption, secondsOption, measureOption, networkOption,
                       precisionOption, sceneOption, videoOption, weightsOption, reportStateOption});
    parser.process(application);

    bool isNumber = false;
    const double seconds = parser.value(secondsOption).toDouble(&isNumber);
    const QString code = parser.value(languageOption);
    if (!isNumber || !(seconds > 0 && seconds <= longestSeconds)) {
        std::fprintf(stderr, "alexscope: --seconds wants a number above 0 and up to %g\n", longestSeconds);
        return 2;
    }
    if (parser.isSet(languageOption) && !Language::available().contains(code)) {
        std::fprintf(stderr, "alexscope: --language knows %s\n",
                     qPrintable(Language::available().join(QStringLiteral(", "))));
        return 2;
    }

    Language language;
    const bool demonstrating = parser.isSet(demonstrationOption);
    const QString remembered = demonstrating ? QString() : QSettings().value(QStringLiteral("language")).toString();
    language.set(!code.isEmpty() ? code : !remembered.isEmpty() ? remembered : Language::ofTheDesktop());
    if (demonstrating)
        return runDemonstration(std::move(catalogue), std::move(openData), language, parser.value(demonstrationOption),
                                seconds);
    if (parser.isSet(measureOption)) {
        Choices choices;
        choices.network = parser.value(networkOption);
        choices.precision = parser.value(precisionOption);
        Measurement::Options options;
        options.secondsPerTurn = parser.isSet(secondsOption) ? seconds : defaultTurn;
        options.video = parser.value(videoOption);
        try {
            return runMeasurement(std::move(catalogue), std::move(openData), std::move(videoOpeners), language, choices,
                                  options);
        } catch (const Error& error) {
            std::fprintf(stderr, "alexscope: %s\n", error.what());
            return 1;
        }
    }
    MainWindow window(std::move(catalogue), std::move(openData), language, true, std::move(readPicture),
                      std::move(videoOpeners));
    if (parser.isSet(reportStateOption))
        new WindowStateReporter(window); // the window's child
    window.show();
    if (parser.isSet(sceneOption))
        window.openSceneFile(parser.value(sceneOption));
    if (parser.isSet(weightsOption))
        window.sessionActions().openWeights(parser.value(weightsOption));
    if (parser.isSet(videoOption))
        window.video().openFile(parser.value(videoOption));
    return QApplication::exec();
}

} // namespace alexscope::gui
