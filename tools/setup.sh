#!/bin/sh
# Makes a virtual environment with exact versions, and sees that the system's own libraries are there.
# Usage: tools/setup.sh PYTHON VENV LOCK [screen-reader]
set -eu
python=$1 venv=$2 lock=$3 more=${4:-}

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# apt-get without a password: as root, or where sudo asks for none.
apt() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then sudo=; elif sudo -n true 2>/dev/null; then sudo="sudo -n"; else return 1; fi
    say "Installing with apt-get: $*"
    $sudo env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get -qq update && apt-get -qq install -y --no-install-recommends "$@"' sh "$@" \
        >/dev/null
}

# The first that runs and is new enough: a name on the path may be a stand-in that only prints advice.
new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
if [ -z "$python" ]; then
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if new_enough "$name"; then python=$name; break; fi
    done
fi
[ -n "$python" ] && new_enough "$python" \
    || stop "Python 3.11 or newer is needed. Install it from your system's store or python.org, or run: make PYTHON=/path/to/python3"

if [ ! -x "$venv/bin/python" ]; then
    say "Making a virtual environment in $venv"
    if ! "$python" -m venv "$venv" 2>/dev/null; then
        rm -rf "$venv"
        apt python3-venv || stop "Python's venv part is missing. On Debian or Ubuntu run: sudo apt install python3-venv"
        "$python" -m venv "$venv"
    fi
fi

say "Installing the versions in $lock"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$lock"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . 2>/dev/null \
    || "$venv/bin/python" -m pip install --disable-pip-version-check --no-deps --no-build-isolation -e .

# WeasyPrint finds Pango and HarfBuzz on the system. Without HarfBuzz's subset library it works, slower and with other bytes.
native() { "$venv/bin/python" - <<'PYTHON' >/dev/null 2>&1
import ctypes.util, sys
import weasyprint
sys.exit(not any(map(ctypes.util.find_library, ("harfbuzz-subset", "harfbuzz-subset-0", "libharfbuzz-subset-0"))))
PYTHON
}
if ! native; then
    apt libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 || true
    "$venv/bin/python" -c "import weasyprint" >/dev/null 2>&1 || stop "The PDF maker needs Pango. Debian or Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 · macOS: brew install pango · Windows: install MSYS2, then in its shell: pacman -S mingw-w64-x86_64-pango"
fi

# The tests drive real browsers with three engines: Chromium (also with Playwright, whose driver needs libatomic), Firefox, and WebKit
# in a display that nobody sees.
any() { for name in "$@"; do command -v "$name" >/dev/null 2>&1 && return 0; done; return 1; }
browsers() {
    "$venv/bin/playwright" --version >/dev/null 2>&1 && any chromium chromium-browser google-chrome && any chromedriver \
        && any firefox-esr firefox && any WebKitWebDriver && any Xvfb \
        && /usr/bin/python3 -c 'import gi; gi.require_version("WebKit2", "4.1")' >/dev/null 2>&1
}
case $lock in
*dev*)
    if ! browsers; then
        set -- chromium chromium-driver libatomic1 firefox-esr webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi xvfb
        apt "$@" || true
        browsers || say "The tests drive Chromium, Firefox and WebKit, and will fail without. Debian: sudo apt install $* · elsewhere: run them in a container of Debian 12, or leave them out: make quick"
    fi
    # The site's scripts are looked over and tested by Node.js; a site needs none of it.
    scripts() { any npm && node -e 'process.exit(Number(process.versions.node.split(".")[0] < 18))' 2>/dev/null; }
    if ! scripts; then
        apt nodejs npm || true
        scripts || stop "The site's scripts are tested with Node.js 18 or newer. Debian or Ubuntu: sudo apt install nodejs npm · macOS: brew install node"
    fi
    say "Installing the versions in tools/js/package-lock.json"
    npm ci --prefix tools/js --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
    # They look at the PDFs as two programs draw them; the second is Poppler, whose pdftoppm comes with no Python package.
    if ! command -v pdftoppm >/dev/null 2>&1; then
        apt poppler-utils || true
        command -v pdftoppm >/dev/null 2>&1 \
            || stop "The tests look at PDFs with Poppler. Debian or Ubuntu: sudo apt install poppler-utils · macOS: brew install poppler"
    fi
    ;;
esac
# `make soak` listens to Orca, a screen reader, in a desktop that nobody sees.
hears() {
    for name in orca openbox xdotool dbus-daemon speech-dispatcher /usr/libexec/at-spi-bus-launcher; do
        command -v "$name" >/dev/null 2>&1 || return 1
    done
}
if [ "$more" = screen-reader ] && ! hears; then
    set -- orca at-spi2-core dbus-x11 openbox xdotool speech-dispatcher
    apt "$@" || true
    hears || stop "The long tests listen to a screen reader. Debian or Ubuntu: sudo apt install $*"
fi
