import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateGo } from '../../judges/kit/go-plugins.ts';
import { PROTOS } from '../protos.ts';

/** A peer that is not a program for Node, and how it comes to be one. */
export interface CompiledPeer {
  readonly name: string;
  /** Its version, as its lock file has it. */
  readonly version: string;
  /** What compiles it, and must be in PATH. */
  readonly compiler: string;
  /** @returns the program. The first time takes minutes; after that it is there. */
  build(): string;
}

const work = resolve('.judges/bench-peers');
const sources = import.meta.dirname;

export const GRPC_GO: CompiledPeer = {
  name: 'grpc-go',
  version: '1.83.0',
  compiler: 'go',
  build() {
    const module = join(work, 'go');
    const program = join(work, 'bench-go');
    if (existsSync(program)) return program;
    mkdirSync(module, { recursive: true });
    cpSync(join(sources, 'go'), module, { recursive: true });
    generateGo(module, {
      directory: resolve(PROTOS),
      proto: 'bench.proto',
      parameter: 'module=bench,Mbench.proto=bench/pb',
    });
    const args = ['build', '-mod=readonly', '-o', program, '.'];
    execFileSync('go', args, { stdio: 'inherit', cwd: module });
    return program;
  },
};

export const TONIC: CompiledPeer = {
  name: 'tonic',
  version: '0.14.9',
  compiler: 'cargo',
  build() {
    const target = join(work, 'rust');
    const program = join(target, 'release/bench-tonic');
    if (existsSync(program)) return program;
    const manifest = join(sources, 'rust/Cargo.toml');
    const args = [
      'build',
      '--release',
      '--locked',
      '--manifest-path',
      manifest,
      '--target-dir',
      target,
    ];
    execFileSync('cargo', args, { stdio: 'inherit' });
    return program;
  },
};

/** Whether a peer can be built here. */
export function canBuild({ compiler }: CompiledPeer): boolean {
  return spawnSync(compiler, ['version']).error === undefined;
}
