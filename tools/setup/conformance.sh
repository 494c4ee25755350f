#!/bin/sh
# Makes build/conformance, the virtual environment of the conformance tests. Prints the name of each extra that could not
# be installed; the tests that need it are skipped. Fails where what all of them need is missing.
set -eu
cd "$(dirname "$0")/../.."

venv=build/conformance
stamp=$venv/installed
wanted=$(cat tools/setup/conformance.sh tests/conformance/requirements*.txt | cksum)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
    exit 0
fi

tools/setup/venv.sh $venv
install() {
    $venv/bin/pip install --quiet --disable-pip-version-check --prefer-binary "$@" >&2
}

install -r tests/conformance/requirements.txt
complete=yes
install -r tests/conformance/requirements-stoner.txt && install --no-deps Stoner==0.10.12 || {
    complete=no
    echo Stoner
}
install opencv-python-headless==4.11.0.86 || {
    complete=no
    echo OpenCV
}
install -c tests/conformance/requirements.txt diplib==3.6.1 || {
    complete=no
    echo DIPlib
}
# What reads and checks NeXus files: silx and punx without the graphics that they want besides, which the tests do without.
install -c tests/conformance/requirements-stoner.txt lxml==6.1.3 requests==2.34.2 colorama==0.4.6 packaging==26.4 &&
    install --no-deps silx==3.1.3 punx==0.3.5 pyRestTable==2020.0.11 || {
    complete=no
    echo "silx and punx"
}
# What is missing is tried again next time.
if [ $complete = yes ]; then
    echo "$wanted" >"$stamp"
fi
