import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CatalogueEntry, loadCatalogue, loadLesson, strayFolders } from '#course/catalogue';
import { traceFile } from '#course/commands/record';
import type { Experiment, Lesson } from '#course/lesson/define-lesson';
import {
  asRecorded,
  experimentOf,
  shownCommands,
  varies,
  wordsOf as wordsIn,
} from '#course/lesson/outputs';
import { ROOT } from '#course/paths';
import { findCoverageGap } from '#inspect/coverage';
import { freePort } from '#transport/free-port';
import { linesOver, PROGRESS, Sandbox } from '../course/cli/sandbox.ts';
import { isBegun, missingParts } from './missing-parts.ts';

/**
 * `npm run course:check`: a lesson is done when a learner can read it, run it, break it, build it
 * and be judged on it. So none can be half done: what is begun must have all of it.
 *
 * Experiments that take long are skipped here, and left to the gate:
 *
 *     COURSE_EXPERIMENTS=all npx vitest run test/lessons/lessons.test.ts -t 'takes \d+ s'
 */
const RUNS_ALL = process.env.COURSE_EXPERIMENTS === 'all';
const catalogue = await loadCatalogue();
const lessons: { entry: CatalogueEntry; folder: string; lesson: Lesson }[] = [];
// One after the other: loaded at once on a busy machine, what they share was once seen half-made.
for (const entry of catalogue.filter(({ written }) => written)) {
  lessons.push({ entry, folder: entry.folder, lesson: await loadLesson(entry) });
}

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

const begun = catalogue.filter(isBegun);
test.each(begun)('$folder lacks nothing', async (entry) => {
  expect(await missingParts(entry)).toEqual([]);
});

test('no two lessons listen on the same port', () => {
  const ports = lessons.map(({ lesson }) => lesson.port);
  expect(new Set(ports).size).toBe(ports.length);
});

/** A longer run is not read to its end. */
const MAX_LINES = 200;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.create();
});
afterAll(() => sandbox.remove());

/** `npm run lesson …`, with what holds of each: it ends well, leaves nothing and fits 80 columns. */
async function run(...args: string[]): Promise<string> {
  const ended = await sandbox.run(['lesson', ...args]);
  // Here it would stand if anything were left behind that keeps a process from ending.
  expect(ended.stderr).toBe('');
  expect(ended.code).toBe(0);
  expect(linesOver(80, ended)).toEqual([]);
  expect(ended.stdout).not.toContain('\x1b');
  return ended.stdout;
}

const ran = new Map<string, Promise<string>>();

/** The same, once for all tests that look at what it printed. */
function runOnce(...args: string[]): Promise<string> {
  const key = args.join(' ');
  if (!ran.has(key)) ran.set(key, run(...args));
  return ran.get(key)!;
}

/** What stands between the lesson's title and question, and the commands that one may want next. */
const storyIn = (stdout: string) => stdout.split('\n').slice(2).join('\n').split('\nBreak it:')[0]!;

/** `--raw 'hi'` → the two words that a shell makes of it. */
function wordsOf({ flag, example = flag }: Experiment): string[] {
  return [...example.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted = word]) => quoted);
}

describe.each(lessons)('$folder', ({ entry, folder, lesson }) => {
  const number = String(entry.number);
  /** The story without an experiment. */
  const story = () => runOnce(number);

  /** A test that runs the lesson with `flags`; it is skipped if that takes long. */
  function testOf(flags: readonly string[], title: string, run: () => Promise<void>): void {
    const { seconds } = experimentOf(lesson, flags) ?? {};
    if (seconds === undefined) test(title, run);
    else test.skipIf(!RUNS_ALL)(`${title} (takes ${seconds} s)`, run);
  }

  test('its story runs to its end, is not too long, and names its bytes', async () => {
    const text = await story();
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(MAX_LINES);
    expect(text).toMatch(/client (──▶|◀──) server/);
    expect(text).toContain(`Build it:  npm run exercise ${number}`);
    const { lessons: done } = JSON.parse(sandbox.read(PROGRESS));
    expect(Date.parse(done[number].run)).toBeGreaterThan(0);
  });

  for (const experiment of lesson.experiments) {
    const { flag, about, example } = experiment;
    const flags = wordsOf(experiment);
    testOf(flags, `${flag}: ${about}`, async () => {
      if (flag.includes('<')) expect(example).toBeDefined();
      expect(await runOnce(number, ...flags)).not.toBe(await story());
    });
  }

  test('its help names every experiment', async () => {
    const help = await run(number, '--help');
    for (const { flag } of lesson.experiments) expect(help).toContain(flag);
    expect(help).toContain('--step');
  });

  test('its server serves its client, twice; Ctrl-C closes it', async () => {
    const port = await freePort();
    const flags = ['--port', String(port)];
    const server = sandbox.host(1).begin(['lesson', number, 'server', ...flags]);
    await server.prints(/listening on 127\.0\.0\.1:\d+/);
    try {
      for (let i = 0; i < 2; i++) expect(await run(number, 'client', ...flags)).not.toBe('');
      const second = await sandbox.run(['lesson', number, 'server', ...flags]);
      expect(second.code).toBe(1);
      expect(second.stderr).toBe(
        `port ${port} is in use; choose another: npm run lesson ${number} server -- --port ${port + 100}\n`,
      );
    } finally {
      process.kill(server.child.pid!, 'SIGINT');
    }
    const ended = await server.ended;
    expect(ended.stderr).toBe('');
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/closed\n$/);
    // Nobody listens there any more.
    expect(await sandbox.run(['lesson', number, 'client', ...flags])).toMatchObject({
      code: 1,
      stderr: `no server at 127.0.0.1:${port}; start one: npm run lesson ${number} server\n`,
    });
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

  for (const command of shownCommands(entry)) {
    const { line, flags, file } = command;
    testOf(flags, `${line} prints what was recorded (npm run record)`, async () => {
      expect(existsSync(`${ROOT}${file}`), file).toBe(true);
      const stored = readFileSync(`${ROOT}${file}`, 'utf8');
      const now = asRecorded(storyIn(await runOnce(number, ...flags)));
      if (!varies(lesson, command)) return expect(now).toBe(stored);
      expect(wordsIn(now)).toEqual(wordsIn(stored));
      expect(wordsIn(now).length).toBeGreaterThan(1);
    });
  }

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

test('all that has run leaves no process: each host ends by itself', async () => {
  expect(await sandbox.endHosts()).toBe(true);
});
