#!/bin/sh
# Renews the locks: exact versions with hashes, for every system and Python from 3.11.
# Usage: tools/lock.sh VENV/bin
set -eu
bin=$1
for extra in "" dev; do
    "$bin/uv" pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
        ${extra:+--extra "$extra"} --group pyproject.toml:build pyproject.toml -o "requirements${extra:+-$extra}.lock"
done
