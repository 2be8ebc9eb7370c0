/**
 * Asks protoc, and writes what it says to `recorded.json`:
 *
 *     python3 -m venv venv && venv/bin/pip install grpcio-tools==1.85.1
 *     node --import tsx test/protobuf/protoc/record.ts venv/bin/python -m grpc_tools.protoc
 *
 * It is needed again when `cases.ts` or `proto/` change. The tests need only what is recorded.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listProtos } from '#protobuf/compiler/generate-files';
import { namedCases } from './cases.ts';

const [command = 'protoc', ...before] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'protoc-'));

function protoc(...args: string[]): { said: string; isFine: boolean } {
  const { status, stderr, stdout, error } = spawnSync(command, [...before, ...args], {
    encoding: 'utf8',
  });
  if (error) throw error;
  return { said: (stderr + stdout).trim(), isFine: status === 0 };
}

/** The descriptors of all files below a directory and of what they import, in base64. */
function describe(directory: string, paths: readonly string[], also: string[] = []): string {
  const target = join(folder, 'set.binpb');
  const flags = [directory, ...also].flatMap((one) => ['-I', one]);
  const { said, isFine } = protoc(...flags, `--descriptor_set_out=${target}`, ...paths);
  if (!isFine) throw new Error(said);
  return readFileSync(target).toString('base64');
}

/** The first thing that protoc says of a case, or `null` if it accepts it. */
function judge(files: Readonly<Record<string, string>>): string | null {
  const directory = mkdtempSync(join(folder, 'case-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  const { said, isFine } = protoc(`-I${directory}`, '-o/dev/null', 'a.proto');
  if (isFine) return null;
  const lines = said.split('\n').filter((line) => !line.includes('warning'));
  return (lines[0] ?? 'refused').replaceAll(`${directory}/`, '');
}

const root = join(import.meta.dirname, '../../..');
// descriptor.proto is not ours but a translation: see its first lines.
const own = listProtos(join(root, 'proto')).filter((path) => !path.endsWith('descriptor.proto'));
const recorded = {
  version: protoc('--version').said,
  proto: describe(join(root, 'proto'), own),
  everything: describe(join(import.meta.dirname, 'proto'), ['everything.proto', 'options.proto']),
  verdicts: Object.fromEntries(namedCases().map(({ name, files }) => [name, judge(files)])),
};
writeFileSync(join(import.meta.dirname, 'recorded.json'), `${JSON.stringify(recorded, null, 2)}\n`);
rmSync(folder, { recursive: true });
