/** What the tools of the trade emit for `Receipt`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import protobuf from 'protobufjs';
import { ROOT, STATE_FOLDER } from '#course/paths';
import { KITCHEN } from '../generate.ts';
import { reflected } from './readers.ts';

/** protobufjs, by reflection: the text of the function that it makes while the program runs. */
export function emittedByReflection(): string {
  return String(protobuf.encoder(reflected()));
}

const { resolve } = createRequire(import.meta.url);

/** `proto-loader-gen-types`: types only; the code is made by reflection, as above. */
export function emittedByGenTypes(): string {
  mkdirSync(STATE_FOLDER, { recursive: true });
  const folder = mkdtempSync(`${STATE_FOLDER}gen-types-`);
  const program = resolve('@grpc/proto-loader/build/bin/proto-loader-gen-types.js');
  const flags = ['--grpcLib=@grpc/grpc-js', `--outDir=${folder}`, '-I', 'proto', '--', KITCHEN];
  try {
    const { status, stderr } = spawnSync(process.execPath, [program, ...flags], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`proto-loader-gen-types: ${stderr}`);
    return readFileSync(`${folder}/kitchen/Receipt.ts`, 'utf8').replaceAll(ROOT, '').trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A tool that the course does not install: what it printed when we ran it. */
export function recorded(tool: 'pbjs' | 'buf'): string {
  return readFileSync(new URL(`../recorded/${tool}.txt`, import.meta.url), 'utf8');
}
