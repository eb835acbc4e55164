# SPDX-License-Identifier: GPL-3.0-or-later
# Precompiled headers: most of the time of a build goes into reading the same headers again and again. Sources still
# include what they use; CMAKE_DISABLE_PRECOMPILE_HEADERS=ON builds without.
set(alexscope_standard_headers
    <algorithm> <array> <atomic> <chrono> <cmath> <condition_variable> <cstdint> <cstring> <deque> <filesystem> <fstream>
    <functional> <limits> <map> <memory> <mutex> <numeric> <optional> <random> <set> <span> <sstream> <stdexcept> <string>
    <string_view> <thread> <unordered_map> <utility> <variant> <vector>)
set(alexscope_window_headers
    <QAction> <QApplication> <QCheckBox> <QComboBox> <QDir> <QDockWidget> <QDoubleSpinBox> <QEvent> <QFileInfo> <QHBoxLayout>
    <QImage> <QKeyEvent> <QLabel> <QLineEdit> <QLocale> <QMainWindow> <QMouseEvent> <QObject> <QPainter> <QPainterPath>
    <QPointer> <QPushButton> <QScrollArea> <QSettings> <QSignalBlocker> <QSlider> <QString> <QStringList> <QTableView>
    <QThreadPool> <QTimer> <QToolButton> <QVBoxLayout> <QWidget>)
set(alexscope_test_headers <QFile> <QSignalSpy> <QTemporaryDir> <QTest>)

# alexscope_precompile_test(<target> <kind>): the first test of a kind compiles the headers, all others reuse them. What
# the test library defines by folder would forbid that, and only QFINDTESTDATA, which we do not use, needs it.
function(alexscope_precompile_test target kind)
    target_compile_options(${target} PRIVATE -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
    get_property(first GLOBAL PROPERTY alexscope_precompiled_${kind})
    if(first)
        target_precompile_headers(${target} REUSE_FROM ${first})
        return()
    endif()
    set(headers ${alexscope_standard_headers} ${alexscope_test_headers})
    if(kind STREQUAL "gui")
        list(APPEND headers ${alexscope_window_headers})
    elseif(kind STREQUAL "cli")
        list(APPEND headers <nlohmann/json.hpp>)
    endif()
    target_precompile_headers(${target} PRIVATE ${headers})
    set_property(GLOBAL PROPERTY alexscope_precompiled_${kind} ${target})
endfunction()
