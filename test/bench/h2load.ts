import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeMessage } from '#framing/message';
import { GreetRequest } from './generated/bench.ts';
import { NAME } from './peers/peer.ts';
import { onCore } from './pin.ts';

/** The version of nghttp2's load generator; `undefined` if there is none. */
export function h2loadVersion(): string | undefined {
  const { stdout, status } = spawnSync('h2load', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().replace('h2load ', '') : undefined;
}

/**
 * Unary calls from `h2load`, which is written in C and never the slower half: what the server can
 * do by itself. On the processor core `core`, if it is told. @returns answers a second.
 * @throws Error if one was not HTTP 200.
 */
export async function h2load(
  port: number,
  inFlight: number,
  ms: number,
  core?: number,
): Promise<number> {
  const output = await run([
    ...(core === undefined ? [] : onCore(core)),
    'h2load',
    ...['-c', '1', '-m', String(inFlight), '-D', `${ms}ms`],
    ...['-d', requestFile(), '-H', 'content-type: application/grpc+proto', '-H', 'te: trailers'],
    `http://127.0.0.1:${port}/bench.Bench/Greet`,
  ]);
  const speed = /, ([\d.]+) req\/s/.exec(output);
  const answered = /status codes: (\d+) 2xx, (\d+) 3xx, (\d+) 4xx, (\d+) 5xx/.exec(output);
  if (!speed || !answered || Number(answered[1]) === 0) throw new Error(`h2load said: ${output}`);
  if (answered.slice(2).some((count) => count !== '0')) throw new Error(`h2load said: ${output}`);
  return Number(speed[1]);
}

/** Not `spawnSync`: this process goes on answering. */
function run([command, ...args]: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command!, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(output))));
  });
}

let file: string | undefined;

function requestFile(): string {
  if (file === undefined) {
    file = join(mkdtempSync(join(tmpdir(), 'bench-')), 'request');
    writeFileSync(file, encodeMessage(GreetRequest.encode({ name: NAME })));
  }
  return file;
}
