/**
 * `npm run judge:h2spec`: h2spec, the HTTP/2 conformance suite, strict, against our server; once
 * with the fast frame scanner, and once with lesson 7's solution in its place. Exits 0 only if all
 * of its 146 cases pass both times. A skipped case is not a passed one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { H2SPEC, install, judge } from './judge.ts';

function fail(message: string): never {
  console.error(`judge:h2spec: ${message}`);
  process.exit(1);
}

if (!existsSync(H2SPEC)) {
  if (spawnSync('go', ['version']).error) {
    fail(`h2spec is a Go program and Go is not installed. Get it from https://go.dev/dl/, or put
an h2spec binary at ${H2SPEC}.`);
  }
  try {
    install();
  } catch (error) {
    fail((error as Error).message);
  }
}

/** Whether everything passed. */
async function passes(mode: 'fast' | 'solution-07'): Promise<boolean> {
  const { isGood, text, output } = await judge([`--conditions=${mode}`]);
  if (!isGood) console.log(output);
  console.log(`${mode}: ${text}${isGood ? '' : '  ✗'}`);
  return isGood;
}

const fast = await passes('fast');
const lesson = await passes('solution-07');
process.exit(fast && lesson ? 0 : 1);
