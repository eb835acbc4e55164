# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Shared by scripts/run, scripts/test and .ci/run (sourced, not run): brings the packages, configures and builds.

set -euo pipefail
source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$source_dir"

# One line a package: its name (or alternatives, the first of which is installed when none is there), then what it is for.
# The names are the same on Debian 12, Debian 13 and Ubuntu 24.04 (there from "universe").
needed_packages() {
    cat <<'LIST'
g++                         the C++20 compiler
cmake                       configures the build
ninja-build                 runs the build
nlohmann-json3-dev          reads and writes JSON
libcli11-dev                reads the command line
libdnnl-dev                 oneDNN: convolutions and products on the processor
libopencv-imgcodecs-dev     reads picture files
libopencv-videoio-dev       plays video files and cameras
libzip-dev                  reads PyTorch's files of weights
libprotobuf-dev             reads Caffe's files of weights, reads and writes ONNX
protobuf-compiler           generates the sources for that
qt6-base-dev                the window, and the test library
qt6-svg-dev                 icons
qt6-tools-dev               translations, for CMake
qt6-l10n-tools              translations, the compiler
qt6-translations-l10n       Qt's own words in Korean: file dialogs, buttons
libqcustomplot-dev          curves
fonts-nanum|fonts-noto-cjk|fonts-unfonts-core  a Korean font
LIST
    # Without an X server the window speaks Wayland, and that part of Qt is a package of its own.
    if [ -n "${WAYLAND_DISPLAY:-}" ] && [ -z "${DISPLAY:-}" ]; then
        echo "qt6-wayland                 the window without an X server"
    fi
}

# What only the tests need: a display without a screen, hands for its mouse and keyboard, and a yardstick.
packages_of_the_tests() {
    cat <<'LIST'
xvfb                        a display without a screen, for the test that drives the window
openbox                     its window manager
xdotool                     its mouse and keyboard
mold                        links the tests quickly
libfaiss-dev                another search for neighbours, to compare ours with
LIST
}

is_installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# missing_packages [tests]: prints the packages that are needed and not installed, one line each, as needed_packages does.
missing_packages() {
    local names purpose name with_tests=${1:-}
    while read -r names purpose; do
        for name in ${names//|/ }; do
            if is_installed "$name"; then
                continue 2
            fi
        done
        echo "${names%%|*} $purpose"
    done < <(
        needed_packages
        if [ "$with_tests" = tests ]; then packages_of_the_tests; fi
    )
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "This needs root, and there is no sudo here. As root, run: $*" >&2
        return 1
    fi
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get --quiet -o DPkg::Lock::Timeout=300 "$@"
}

# install_missing_packages [tests]: installs what is missing and says what and why; silent when everything is there.
install_missing_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "This system has no apt: please see that these are there yourself (the names are Debian's):" >&2
        needed_packages >&2
        return
    fi
    local missing names name purpose
    missing=$(missing_packages "${1:-}")
    if [ -z "$missing" ]; then
        return
    fi
    local log=build/packages.log
    mkdir -p build
    echo "Installing what is missing (apt's own words go to $log):"
    while read -r name purpose; do
        printf '  %-24s %s\n' "$name" "$purpose"
    done <<<"$missing"
    mapfile -t names < <(cut -d ' ' -f 1 <<<"$missing")
    # A list that cannot be refreshed (no network, one broken source) may still know everything that is needed.
    apt update >"$log" || echo "The package lists could not be refreshed; going on with those at hand." >&2
    if ! apt install --yes --no-install-recommends "${names[@]}" >>"$log" 2>&1; then
        tail -n 20 "$log" >&2
        echo "The packages above could not be installed; apt's words say why. On Ubuntu, \"universe\" must be enabled." >&2
        return 1
    fi
}

# configure_and_build <preset> [targets…]: configures the preset and builds the targets (all of them by default).
configure_and_build() {
    local preset=$1 log=build/$1-configure.log
    shift
    mkdir -p build
    # The configuration is worth reading only when it fails, and for what it had to leave out.
    if ! cmake --preset "$preset" >"$log" 2>&1; then
        cat "$log" >&2
        return 1
    fi
    sed -n '/features have been disabled/,/^$/p' "$log"
    cmake --build --preset "$preset" ${1:+--target} "$@"
}

# run_tests <preset> [ctest arguments…]: runs the tests, lists the skipped ones, and fails on a failure or on a test that
# skipped for want of data while the data is there.
run_tests() {
    local preset=$1 log=build/$1/Testing/Temporary/LastTest.log status=0 data=${ALEXSCOPE_DATA:-$source_dir/../shared/data}
    shift
    if [ -d "$data" ]; then
        ALEXSCOPE_DATA=$(cd "$data" && pwd)
        export ALEXSCOPE_DATA
    fi
    ctest --preset "$preset" --parallel "$(nproc)" "$@" || status=$?

    local skipped
    skipped=$(sed -n 's/^SKIP *: */  /p' "$log")
    if [ -n "$skipped" ]; then
        printf 'Skipped tests and why:\n%s\n' "$skipped"
        if [ -d "$data" ] && grep --quiet 'ALEXSCOPE_DATA' <<<"$skipped"; then
            echo "Failed: the data is in $data, yet tests skipped for want of it." >&2
            status=1
        fi
    else
        echo "No test was skipped."
    fi
    return "$status"
}
