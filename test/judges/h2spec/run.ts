/**
 * `npm run judge:h2spec`: h2spec, the HTTP/2 conformance suite, strict, against our server; once
 * with the fast frame scanner, and once with lesson 7's solution in its place. Exits 0 only if all
 * of its 146 cases pass both times. A skipped case is not a passed one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const CASES = 146;
const TOOL = 'github.com/summerwind/h2spec/cmd/h2spec@latest';
const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDER = resolve(ROOT, '.judges');
const H2SPEC = resolve(FOLDER, 'h2spec');

function fail(message: string): never {
  console.error(`judge:h2spec: ${message}`);
  process.exit(1);
}

function install(): void {
  if (spawnSync('go', ['version']).error) {
    fail(`h2spec is a Go program and Go is not installed. Get it from https://go.dev/dl/, or put
an h2spec binary at ${H2SPEC}.`);
  }
  console.log(`installing ${TOOL} into .judges/ …`);
  mkdirSync(FOLDER, { recursive: true });
  const env = { ...process.env, GOBIN: FOLDER };
  const { status } = spawnSync('go', ['install', TOOL], { env, stdio: 'inherit' });
  if (status !== 0 || !existsSync(H2SPEC)) fail('go install did not make an h2spec');
}

/** Runs the suite against one server; resolves to whether everything passed. */
async function judge(mode: 'fast' | 'solution-07'): Promise<boolean> {
  const file = resolve(import.meta.dirname, 'server.ts');
  const server = spawn(process.execPath, [`--conditions=${mode}`, '--import', 'tsx', file], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const port = await firstLine(server.stdout);
    const output = await run(H2SPEC, ['--strict', '--port', port]);
    const summary = /(\d+) tests, (\d+) passed, (\d+) skipped, (\d+) failed/.exec(output);
    if (summary === null) {
      console.log(output);
      console.log(`${mode}: h2spec gave no result`);
      return false;
    }
    const [tests, passed, skipped, failed] = summary.slice(1).map(Number);
    const good = tests === CASES && passed === CASES;
    if (!good) console.log(output);
    console.log(
      `${mode}: ${passed} passed, ${failed} failed, ${skipped} skipped of ${CASES}` +
        `${tests === CASES ? '' : ` (h2spec ran ${tests})`}${good ? '' : '  ✗'}`,
    );
    return good;
  } finally {
    server.kill();
  }
}

function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((found, missing) => {
    const lines = createInterface({ input: stream });
    lines.once('line', found);
    lines.once('close', () => missing(new Error('the server ended before it was ready')));
  });
}

function run(command: string, args: string[]): Promise<string> {
  return new Promise((done, broken) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.once('error', broken);
    child.once('close', () => done(output));
  });
}

if (!existsSync(H2SPEC)) install();
const fast = await judge('fast');
const lesson = await judge('solution-07');
process.exit(fast && lesson ? 0 : 1);
