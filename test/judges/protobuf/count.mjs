// count.mjs NAME EXPECTED LOG: reads what the conformance runner printed, prints the figures, and
// exits 1 unless exactly as many cases as there must be have passed, and none failed.
import { readFileSync } from 'node:fs';

const [, , name, expected, log] = process.argv;
const text = readFileSync(log, 'utf8');
const summary =
  /CONFORMANCE SUITE (PASSED|FAILED): (\d+) successes, (\d+) skipped, (\d+) expected failures, (\d+) unexpected failures/g;

// The runner prints one summary for each suite that it has: binary and JSON, then text format.
const suites = [...text.matchAll(summary)];
const total = (column) => suites.reduce((sum, suite) => sum + Number(suite[column]), 0);
const passed = total(2);
const failed = total(4) + total(5);
const missing = Number(expected) - passed - failed;
console.log(
  `protobuf conformance, proto3, binary and JSON, ${name}: ${passed} of ${expected} passed, ` +
    `${failed} failed, ${Math.max(missing, 0)} not run ` +
    `(${total(3)} cases of text format and other syntaxes skipped)`,
);
if (suites.length === 0 || passed !== Number(expected) || failed !== 0) {
  console.log(`what the runner said: ${log}`);
  const complaints = text.split('\n').filter((line) => /ERROR|FAILED|error/.test(line));
  console.log(complaints.slice(0, 20).join('\n') || text.slice(-2000));
  process.exitCode = 1;
}
