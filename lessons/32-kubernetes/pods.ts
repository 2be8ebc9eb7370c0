import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ProbeExit, probe } from '#services/probe';
import { reach } from '../29-health/reach.ts';
import { oneFile } from '../shop/one-file.ts';

export interface PodOptions {
  /** So long after it listens it is not able to work yet. */
  warmUpMs: number;
  /** What a call takes; one in five takes `slowMs`. */
  callMs: number;
  slowMs: number;
  /** Connections that are older are asked to go. 0: none is. */
  maxAgeMs: number;
  seed: number;
}

/** A process that stands for a pod. */
export interface PodProcess {
  port: number;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when the process has gone. */
  gone: Promise<void>;
}

/** The program of a pod, as one file: so a process starts in a tenth of a second, as an image would. */
export interface Image {
  file: string;
  remove(): Promise<void>;
}

export async function buildImage(name: 'pod' | 'worker'): Promise<Image> {
  const folder = await mkdtemp(join(tmpdir(), 'rpc-pod-'));
  const file = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
    outfile: file,
    ...oneFile(),
    format: 'esm',
  });
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}

export function startPod({ file }: Image, options: object): Promise<PodProcess> {
  // By its standard input it notices if we are gone.
  const child = spawn(process.execPath, [file, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.on('error', () => {});
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, port] = /^listening on (\d+)$/.exec(line) ?? [];
      if (port === undefined) return;
      resolve({
        port: Number(port),
        kill: (signal) => child.kill(signal),
        gone,
      });
    });
    void gone.then(() => reject(new Error('a pod ended before it listened')));
  });
}

/** What the kubelet does for `grpc: { port, service }`: one Check, on a connection of its own. */
export async function probePod(port: number, service = '', ms?: number): Promise<boolean> {
  const place = { host: '127.0.0.1', port };
  const patience = ms ? { connectMs: ms, checkMs: ms } : {};
  const { exitCode } = await probe((until) => reach(place, until), { service, ...patience });
  return exitCode === ProbeExit.serving;
}
