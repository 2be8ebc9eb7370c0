import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { conditionOf, loadCatalogue, loadExercise } from '#course/catalogue';
import { markGaps } from '#course/exercise/mark-gaps';
import { loadExercises } from '#course/exercise/switch';
import { ROOT } from '#course/paths';
import { drawEarnings } from '#course/tiers/judge-stack';
import { conditionsOf, flagsOf, loadLayers } from '#course/tiers/layers';
import { namesReachedBy } from '#course/tiers/reach';
import { runTiers } from '#course/tiers/run-tiers';

const entry = (await loadCatalogue()).find(({ number }) => number === 33)!;
const { tiers = [] } = await loadExercise(entry);

test('layers are those of all exercises, and belong to whom the conditions say', async () => {
  const all = (await loadExercises()).flatMap(({ exercise }) => exercise.pieces);
  const layers = await loadLayers(new Set(['exercise-07', 'solution-08']));
  expect(layers.map(({ name }) => name)).toEqual(all.map(({ name }) => name));
  const whose = (lesson: number) =>
    new Set(layers.filter((layer) => layer.entry.number === lesson).map((layer) => layer.whose));
  expect([...whose(7), ...whose(8), ...whose(9)]).toEqual(['yours', 'solution', 'ours']);
});

test('conditions go into flags and come out of them', () => {
  const flags = [...flagsOf(['exercise-07', 'solution-08']), '--import', 'tsx'];
  expect([...conditionsOf(flags)]).toEqual(['exercise-07', 'solution-08']);
});

test('a layer stands before the judges whose programs import it', () => {
  const h2spec = namesReachedBy(['test/judges/h2spec/server.ts']);
  expect(h2spec).toContain('#http2/wire/frame-reader');
  expect(h2spec).toContain('#hpack/integer');
  expect(h2spec).not.toContain('#protobuf/wire/varint');
  expect(namesReachedBy(['test/judges/protobuf/testee.ts'])).toContain('#protobuf/wire/varint');
});

test('whose is what, in a row for each lesson, in 80 columns', async () => {
  const exercises = await loadExercises();
  const text = drawEarnings(tiers, await loadLayers(new Set([conditionOf(entry, 'exercise')])));
  expect(text).toMatch(/^ +7 {2}HTTP\/2 frames +borrowed +grpc-js, speed, h2spec, grpc-go$/m);
  expect(text).toMatch(/^ +5 {2}Messages +borrowed +grpc-js, speed, protobuf, grpc-go$/m);
  expect(text).toMatch(/^ +33 {2}Your own gRPC +yours /m);
  expect(text.split('\n')).toHaveLength(exercises.length + 1);
  expect(
    text
      .split('\n')
      .slice(1)
      .filter((line) => line.length > 80),
  ).toEqual([]);
});

describe('a tier', () => {
  let folder: string;
  const said: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tiers-'));
    said.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line) => {
      said.push(line);
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  const run = (text: string, options: { install?: boolean; signal?: AbortSignal } = {}) => {
    const file = join(folder, 'tier.mjs');
    writeFileSync(file, text);
    const tier = { name: 'one', title: 'One', needs: 'Node', program: relative(ROOT, file) };
    const { install = false, signal = new AbortController().signal } = options;
    return runTiers([tier], { conditions: ['exercise-07'], install, signal });
  };

  test.each([
    [0, 'passed'],
    [1, 'failed'],
    [3, 'absent'],
  ])('that ends with %i has %s', async (code, state) => {
    const [result] = await run(`console.log('first'); console.log('last'); process.exit(${code})`);
    expect(result).toMatchObject({ name: 'one', state, said: 'last' });
    expect(said.join('\n')).toContain('  first\n  last');
  });

  test('runs under the conditions, and is told whether it may install', async () => {
    const text = 'console.log(process.execArgv[0], process.argv[2])';
    expect((await run(text))[0]?.said).toBe('--conditions=exercise-07 undefined');
    expect((await run(text, { install: true }))[0]?.said).toBe(
      '--conditions=exercise-07 --install',
    );
  });

  test('ends when it is stopped', async () => {
    const controller = new AbortController();
    const running = run('setInterval(() => {}, 1000); console.log("at work")', controller);
    await vi.waitFor(() => expect(said.join()).toContain('at work'), 20_000);
    controller.abort();
    await expect(running).rejects.toThrow(/abort/i);
  });
});

test('a planted fault has its line, once', () => {
  const planted = (right: string) => ({
    task: 1,
    note: 'One.',
    faults: [[right, 'b();'] as [string, string]],
  });
  expect(markGaps('a();\n', {}, planted('a();'))).toContain('//! b();\na();');
  expect(() => markGaps('a();\na();\n', {}, planted('a();'))).toThrow("'a();' is there 2 times");
  expect(() => markGaps('a();\n', {}, planted('c();'))).toThrow("'c();' is there 0 times");
});
