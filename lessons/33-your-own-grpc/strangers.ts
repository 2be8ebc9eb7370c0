import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { Channel } from '#channel/channel';
import { ROOT } from '#course/paths';
import { createClient } from '#grpc/client/client';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { freePort } from '#transport/free-port';
import { cases } from '../../test/judges/interop/cases.ts';
import { grpcJsCalls, runCases, weCallGrpcJs } from '../../test/judges/interop/grpc-js/rounds.ts';

/** What came of a meeting with somebody else's program. */
export interface Meeting {
  who: string;
  theyCall: string;
  weCall: string;
}

interface Address {
  host: string;
  port: number;
}

export async function meetGrpcJs(): Promise<Meeting> {
  const [they, we] = [await grpcJsCalls(), await weCallGrpcJs()];
  const text = ({ all, failed }: typeof they) =>
    `${all - failed.length} of ${all} cases${failed.length > 0 ? `, not ${failed.join(', ')}` : ''}`;
  return { who: 'grpc-js', theyCall: text(they), weCall: text(we) };
}

const GO = join(ROOT, '.judges/interop');
/** Few, for a story: all of them are a tier of the exercise. */
const GO_CASES = ['large_unary', 'ping_pong', 'custom_metadata'];

/** grpc-go's own interop programs, if they were built here. */
export async function meetGo({ host, port }: Address): Promise<Meeting | undefined> {
  if (!['client', 'server'].every((name) => existsSync(join(GO, name)))) return undefined;
  let passed = 0;
  for (const name of GO_CASES) {
    const flags = [`--server_host=${host}`, `--server_port=${port}`, `--test_case=${name}`];
    if ((await codeOf(join(GO, 'client'), flags)) === 0) passed++;
  }
  const theirs = await freePort();
  const server = spawn(join(GO, 'server'), [`--port=${theirs}`], { stdio: 'ignore' });
  const channel = new Channel(`ipv4:127.0.0.1:${theirs}`);
  try {
    await channel.ready();
    const { all, failed } = await runCases((name) => cases[name]!(channel));
    return {
      who: 'grpc-go',
      theyCall: `${passed} of ${GO_CASES.length} cases`,
      weCall: `${all - failed.length} of ${all} cases`,
    };
  } finally {
    await channel.close();
    await ended(server);
  }
}

/** Python's grpcio, if it is there: from this folder's own environment, or the system's. */
export async function meetPython({ host, port }: Address): Promise<Meeting | undefined> {
  const python = findPython();
  if (python === undefined) return undefined;
  const here = join(import.meta.dirname, 'python');
  const call = [join(here, 'call.py'), `${host}:${port}`, 'Ada'];
  // Not execFileSync: the server that it calls is in this process.
  const { stdout: said } = await promisify(execFile)(python, call, { timeout: 20_000 });
  const server = spawn(python, [join(here, 'serve.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  let channel: Channel | undefined;
  try {
    const theirs = await new Promise<string>((resolve, reject) => {
      const lines = createInterface({ input: server.stdout });
      lines.once('line', resolve);
      lines.once('close', () => reject(new Error('Python’s server ended at once')));
    });
    channel = new Channel(`ipv4:127.0.0.1:${theirs}`);
    const greeter = createClient(GreeterDefinition, channel);
    const { message } = await greeter.sayHello({ name: 'Ada' });
    return { who: 'grpcio', theyCall: `"${said.trim()}"`, weCall: `"${message}"` };
  } finally {
    await channel?.close();
    await ended(server);
  }
}

function findPython(): string | undefined {
  const own = join(ROOT, '.judges/python/bin/python');
  return [own, 'python3'].find((python) => {
    try {
      execFileSync(python, ['-c', 'import grpc'], { stdio: 'ignore', timeout: 20_000 });
      return true;
    } catch {
      return false;
    }
  });
}

function codeOf(program: string, flags: string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, flags, { stdio: 'ignore', timeout: 30_000 });
    child.once('error', reject);
    child.once('close', resolve);
  });
}

function ended(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('close', () => resolve());
    child.kill();
  });
}
