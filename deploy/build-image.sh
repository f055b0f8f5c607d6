#!/usr/bin/env bash
# Makes the tree that production runs, and nothing else: the program with its libraries in few files, the few libraries that
# find files beside their own code, the trained models, the seeds and Node.js itself. The Dockerfile runs it; so can anybody
# who installs without a container.
#
#   deploy/build-image.sh FOLDER      builds the program where it is not built, and makes FOLDER, which must not be there
#
# Asks no network: everything comes from `npm ci`, which has to have run.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

refuse() {
  echo "build-image.sh: $1" >&2
  exit 1
}

(($# == 1)) || refuse 'takes one argument, the folder to make.'
[[ ! -e $1 ]] || refuse "$1 is there already; name a folder that is not, or remove it."
[[ -d $root/node_modules ]] || refuse "$root has no node_modules; run \`npm ci\` there first."
mkdir -p "$1"
target=$(cd "$1" && pwd)
cd "$root"
export PATH="$root/node_modules/.bin:$root/node_modules/node/bin:$PATH"
[[ -f dist/program/main.js ]] || npm run -s build

# Readable for everybody, writable for nobody: whoever runs the service is not whom it belongs to.
umask 022
mkdir -p "$target/dist" "$target/node_modules" "$target/runtime"
cp package.json LICENSE "$target/"
cp -r bin models seeds "$target/"
cp deploy/healthcheck.mjs "$target/bin/"
cp -r dist/program "$target/dist/"
for library in $(node deploy/left-outside.mjs); do
  mkdir -p "$target/node_modules/$library"
  cp -rL "node_modules/$library/." "$target/node_modules/$library/"
done
cp node_modules/node/bin/node "$target/runtime/node"
strip --strip-unneeded "$target/runtime/node" 2>/dev/null || true

# A tree that does not run is not left to be found out in production.
NODE_DISABLE_COMPILE_CACHE=1 "$target/runtime/node" "$target/bin/onrecord.js" --version
chmod -R a+rX,a-w "$target"
