import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  conditionOf,
  loadCatalogue,
  loadExercise,
  loadLesson,
  strayFolders,
} from '#course/catalogue';
import { traceFile } from '#course/commands/record';
import type { Lesson } from '#course/lesson/define-lesson';
import { createStage } from '#course/lesson/stage';
import { ROOT } from '#course/paths';
import { findCoverageGap } from '#inspect/coverage';
import { plain } from '#inspect/paint';
import { LOOPBACK } from '#transport/tcp';

/**
 * `npm run course:check`: a lesson is done when a learner can read it, run it, break it, build it
 * and be judged on it. So none can be half done: what has a folder must have all of it.
 */
const catalogue = await loadCatalogue();
const lessons = await Promise.all(
  catalogue
    .filter(({ written }) => written)
    .map(async (entry) => ({ entry, folder: entry.folder, lesson: await loadLesson(entry) })),
);

test('every folder is in the curriculum', () => {
  expect(strayFolders(catalogue)).toEqual([]);
  const known = catalogue.map(({ folder }) => folder);
  for (const top of ['exercises', 'solutions']) {
    const folders = readdirSync(`${ROOT}${top}`, { withFileTypes: true }).filter((found) =>
      found.isDirectory(),
    );
    for (const { name } of folders) expect(known, `${top}/${name}`).toContain(name);
  }
});

test('no two lessons listen on the same port', () => {
  const ports = lessons.map(({ lesson }) => lesson.port);
  expect(new Set(ports).size).toBe(ports.length);
});

/** Tells the story of a lesson to nobody, and gives back what was told. */
async function tell(
  lesson: Lesson,
  experiments: Record<string, string | boolean>,
): Promise<string> {
  let text = '';
  const stage = createStage({
    write: (more) => {
      text += more;
    },
    paint: plain,
    width: 80,
    wire: true,
    signal: new AbortController().signal,
  });
  await lesson.run(stage, { experiments });
  return text;
}

/** `--chunk <bytes>`, as in `--chunk 3` → `{ chunk: '3' }`, the way the parser reads it. */
function optionOf({
  flag,
  example = flag,
}: Lesson['experiments'][number]): Record<string, string | boolean> {
  const [name = '', value] = example.split(' ');
  const key = name.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return { [key]: value ?? true };
}

describe.each(lessons)('$folder', ({ entry, folder, lesson }) => {
  test.each([
    `docs/lessons/${folder}.md`,
    `lessons/${folder}/server.ts`,
    `lessons/${folder}/client.ts`,
    `solutions/${folder}/exercise.ts`,
    `test/graded/${folder}.test.ts`,
    `test/graded/${folder}.mistakes.ts`,
  ])('has %s', (file) => expect(existsSync(`${ROOT}${file}`)).toBe(true));

  test('has an exercise that one can switch to', async () => {
    const { files } = await loadExercise(entry);
    expect(files.length).toBeGreaterThan(0);
    const manifest = readFileSync(`${ROOT}package.json`, 'utf8');
    for (const subject of ['exercise', 'solution'] as const) {
      expect(manifest).toContain(`"${conditionOf(entry, subject)}"`);
    }
  });

  test('its story fits 80 columns, and names its bytes', async () => {
    const text = await tell(lesson, {});
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(text).toMatch(/client (──▶|◀──) server/);
    expect(text).not.toContain('\x1b');
  });

  test('two experiments or more', () => {
    expect(lesson.experiments.length).toBeGreaterThanOrEqual(2);
  });

  test.each(lesson.experiments)('$flag: $about', async (experiment) => {
    if (experiment.flag.includes('<')) expect(experiment.example).toBeDefined();
    const text = await tell(lesson, optionOf(experiment));
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(text).not.toBe(await tell(lesson, {}));
  });

  test('its server serves its client, twice, and closes', async () => {
    const log = () => {};
    const server = await lesson.startServer({ host: LOOPBACK, port: 0, log });
    const { signal } = new AbortController();
    const said: string[] = [];
    for (let i = 0; i < 2; i++) {
      await lesson.runClient({ ...server, log: (line) => said.push(line), signal });
    }
    expect(said.length).toBeGreaterThanOrEqual(2);
    await server.close();
    await expect(lesson.runClient({ ...server, log, signal })).rejects.toThrow();
  });

  test('its recorded traces are those of its files (npm run record)', async () => {
    expect(Object.keys(lesson.traces).length).toBeGreaterThan(0);
    const stored = readdirSync(`${ROOT}lessons/${folder}`).filter((file) =>
      file.endsWith('.trace.json'),
    );
    expect(stored.sort()).toEqual(
      Object.keys(lesson.traces)
        .map((name) => `${name}.trace.json`)
        .sort(),
    );
  });

  test.each(Object.keys(lesson.traces))(
    'trace %s: recorded again, it is the same',
    async (name) => {
      const stored = JSON.parse(readFileSync(`${ROOT}${traceFile(folder, name)}`, 'utf8'));
      const trace = await lesson.traces[name]!();
      expect(JSON.parse(JSON.stringify(trace))).toEqual(stored);
      for (const event of trace.events) {
        if (event.kind === 'message') {
          expect(
            findCoverageGap(event.fields, event.bytes.length / 2),
            event.title,
          ).toBeUndefined();
        }
      }
    },
  );
});
