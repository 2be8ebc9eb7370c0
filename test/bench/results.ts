import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';
import { BUILDABLE } from './compiled/all.ts';
import type { MemoryFigure } from './memory.ts';
import type { Effort, Figure } from './rounds.ts';

/** All that a run found out; what `--json` writes and what the picture is drawn from. */
export interface Results {
  made: Made;
  /** Whole stacks: each peer's client against its own server. */
  stacks: Figure[];
  /** Our server, that of grpc-js and canned answers under h2load; with cores of their own, then on one. */
  servers: Figure[];
  /** Our client and that of grpc-js against the server of grpc-js. */
  clients: Figure[];
  /** Ours and those of the compiled peers against the server of grpc-go, if Go is here. */
  clientsOfGo: Figure[];
  memory: MemoryFigure[];
  codecs: Figure[];
}

/** How it was made: without this no figure means anything. */
export interface Made {
  date: string;
  commit: string;
  node: string;
  cpu: string;
  system: string;
  /** Processes that wanted to run, in the minute before and the minute of the end. */
  load: number[];
  versions: Record<string, string>;
  effort: Effort;
}

const PACKAGES = [
  '@grpc/grpc-js',
  '@grpc/proto-loader',
  'protobufjs',
  'nice-grpc',
  '@connectrpc/connect-node',
  '@bufbuild/protobuf',
];

export function describeRun(effort: Effort, h2load: string | undefined): Made {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const dirty = git('status', '--porcelain', '--untracked-files=no') !== '';
  const versions = Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)]));
  if (h2load) versions.h2load = h2load;
  for (const { name, version } of BUILDABLE) versions[name] = version;
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: git('rev-parse', '--short', 'HEAD') + (dirty ? ' and changes' : ''),
    node: process.version,
    cpu: `${cpus().length} × ${cpus()[0]?.model}`,
    system: `${process.platform} ${release()}`,
    load: [loadavg()[0]!],
    versions,
    effort,
  };
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
}
