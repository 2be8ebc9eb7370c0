import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'generate-'));
afterAll(() => rmSync(folder, { recursive: true }));

function generate(...args: string[]) {
  const program = 'src/protobuf/compiler/main.ts';
  const options = { cwd: ROOT, encoding: 'utf8' } as const;
  return spawnSync(process.execPath, ['--import', 'tsx', program, ...args], options);
}

it('says how it is used', () => {
  const { stdout, status } = generate('--help');
  for (const flag of ['--from', '--to', '--also', '--made', '--runtime', '--extension']) {
    expect(stdout).toContain(flag);
  }
  expect(status).toBe(0);
});

it('for another project it imports the package, and knows Timestamp', () => {
  mkdirSync(join(folder, 'proto'), { recursive: true });
  writeFileSync(
    join(folder, 'proto/shop.proto'),
    'syntax = "proto3"; package shop; import "google/protobuf/timestamp.proto";\n' +
      'message Order { google.protobuf.Timestamp at = 1; repeated int32 ids = 2; }',
  );
  const { status, stderr } = generate('--from', `${folder}/proto`, '--to', `${folder}/out`);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const shop = readFileSync(join(folder, 'out/shop.ts'), 'utf8');
  expect(shop).toContain("from 'rpc-from-scratch/protobuf'");
  expect(shop).toContain("from './google/protobuf/timestamp.ts'");
  expect(shop).not.toContain("'#");
});

it.each([
  [['--from', 'nowhere'], 'generate: there is no directory nowhere'],
  [['missing.proto'], 'missing.proto: there is no such file'],
  [['--extension', '.py'], "'.py' is invalid"],
  [['../secret.proto'], 'is not a path from the root of the imports'],
])('%j is a line, and writes nothing', (args, said) => {
  const target = mkdtempSync(join(folder, 'empty-'));
  const { status, stderr } = generate(...args, '--to', target);
  expect(stderr).toContain(said);
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(1);
  expect(readdirSync(target)).toEqual([]);
});
