import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const CASES = 146;
const TOOL = 'github.com/summerwind/h2spec/cmd/h2spec@latest';
const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDER = resolve(ROOT, '.judges');
export const H2SPEC = resolve(FOLDER, 'h2spec');

/** @throws Error if Go does not make one */
export function install(): void {
  console.log(`installing ${TOOL} into .judges/ …`);
  mkdirSync(FOLDER, { recursive: true });
  const env = { ...process.env, GOBIN: FOLDER };
  const { status } = spawnSync('go', ['install', TOOL], { env, stdio: 'inherit' });
  if (status !== 0 || !existsSync(H2SPEC)) throw new Error('go install did not make an h2spec');
}

/** What h2spec found. */
export interface Judgement {
  isGood: boolean;
  /** In a line. */
  text: string;
  output: string;
}

/** Runs the suite against our server, started with these flags of Node. */
export async function judge(flags: readonly string[]): Promise<Judgement> {
  const file = resolve(import.meta.dirname, 'server.ts');
  const loader = flags.includes('tsx') ? [] : ['--import', 'tsx'];
  const server = spawn(process.execPath, [...flags, ...loader, file], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const port = await firstLine(server.stdout);
    const output = await run(H2SPEC, ['--strict', '--port', port]);
    const summary = /(\d+) tests, (\d+) passed, (\d+) skipped, (\d+) failed/.exec(output);
    if (summary === null) return { isGood: false, text: 'h2spec gave no result', output };
    const [tests, passed, skipped, failed] = summary.slice(1).map(Number);
    const counted = tests === CASES ? '' : ` (h2spec ran ${tests})`;
    return {
      isGood: tests === CASES && passed === CASES,
      text: `${passed} passed, ${failed} failed, ${skipped} skipped of ${CASES}${counted}`,
      output,
    };
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
