import { readFileSync } from 'node:fs';
import * as frontDoor from 'rpc-from-scratch';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { region } from './regions.ts';

/** The front door, src/index.ts, and what README and docs/stack.md say of it. */
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const source = read('src/index.ts');
const page = read('docs/stack.md');

/** Every name that src/index.ts exports, in its order. */
function exportedNames(): string[] {
  const file = ts.createSourceFile('index.ts', source, ts.ScriptTarget.Latest);
  return file.statements.filter(ts.isExportDeclaration).flatMap(({ exportClause }) => {
    if (!exportClause || !ts.isNamedExports(exportClause)) throw new Error('export names only');
    return exportClause.elements.map(({ name }) => name.text);
  });
}

/** The names in the table of docs/stack.md under the heading "What there is to import". */
function documentedNames(): string[] {
  const [, after = ''] = page.split('## What there is to import\n');
  const [section = ''] = after.split('\n## ');
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'));
  return rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name!));
}

test('docs/stack.md lists what the front door exports, and nothing else', () => {
  expect(documentedNames().toSorted()).toEqual(exportedNames().toSorted());
});

test('each value that it names is there', () => {
  const values = Object.keys(frontDoor);
  expect(values.length).toBeGreaterThan(10);
  expect(exportedNames()).toEqual(expect.arrayContaining(values));
  for (const [name, value] of Object.entries(frontDoor)) expect(value, name).toBeDefined();
});

test('the first program in the README is the one of docs/stack.md, which is tested', () => {
  const code = read('test/docs/first-call.test.ts');
  const readme = read('README.md');
  for (const name of ['imports', 'server', 'client']) {
    expect(readme).toContain(region(code, name));
    expect(page).toContain(`first-call.test.ts#${name}`);
  }
});

test('the code of docs/stack.md imports the stack by its front door alone', () => {
  const files = new Set(
    [...page.matchAll(/<<< @\/\.\.\/(test\/\S+\.ts)/g)].map(([, path]) => path!),
  );
  expect(files.size).toBeGreaterThan(0);
  for (const path of files) {
    const imports = [...read(path).matchAll(/from '(#[^']*)'/g)].map(([, name]) => name!);
    expect(imports.filter((name) => !name.startsWith('#protobuf/generated/'))).toEqual([]);
  }
});
