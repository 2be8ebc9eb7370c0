import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadExercises } from '#course/exercise/switch';
import { skeletonFiles, solutionFiles } from '../course/subjects.ts';
import { useBrowser, type Visit, type VisitOptions } from './kit/browser.ts';
import { PageExercise, pageOf } from './kit/exercise.ts';
import { listPages, readPage } from './kit/pages.ts';

const visit = useBrowser();
const all = await loadExercises();
const placedAt = (number: number) => all.find(({ entry }) => entry.number === number)!;
const framing = placedAt(3);
const FRAMING = pageOf(framing.entry);
const WIDE = { viewport: { width: 1280, height: 900 } };
const DRAFT = 'rpc-from-scratch.draft.03-framing';

async function begin(path = FRAMING, options: VisitOptions = WIDE) {
  const seen = await visit(path, options);
  const here = new PageExercise(seen.page);
  await here.begin();
  return { ...seen, here };
}

/** The skeleton of frame.ts with `body` where task 1 has its gap. */
function withTask1(body: string): string {
  const skeleton = skeletonFiles(framing)['frame.ts']!;
  const gap = '  throw notYet(1);';
  expect(skeleton.split(gap)).toHaveLength(2);
  return skeleton.replace(gap, () => body);
}

/** Writes a text with the keyboard over the one in the editor that has the focus. */
async function type({ page }: Visit, text: string): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

/** Tab, or Shift+Tab, until what `name` says has the focus. */
async function tabTo({ page }: Visit, name: RegExp, key = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let i = 0; i < 400; i++) {
    const label = await page.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
    });
    if (name.test(label)) return;
    seen.push(label.slice(0, 20));
    await page.keyboard.press(key);
  }
  throw new Error(`no ${name} among ${seen.slice(-30).join(' | ')}`);
}

describe('an exercise done in the page', () => {
  test('exercise 3 by keyboard alone: every task passes, and nothing traps the keyboard', async () => {
    const seen = await visit(FRAMING, WIDE);
    const { page, problems } = seen;
    const here = new PageExercise(page);
    const solution = solutionFiles(framing);
    await page.locator('#build-it').evaluate((heading) => {
      const [inside] = heading.getElementsByTagName('a');
      inside?.focus();
    });
    await tabTo(seen, /^Write it here$/);
    await page.keyboard.press('Enter');
    await here.root.locator('.cm-content:focus').waitFor();
    await page.keyboard.press('Control+Enter');
    await here.verdict();
    expect(await here.states()).toEqual(framing.exercise.tasks.map(() => 'not-yet'));

    await type(seen, solution['frame.ts']!);
    await tabTo(seen, /^message\.ts$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(seen, /^Your message\.ts$/);
    await type(seen, solution['message.ts']!);
    await page.keyboard.press('Control+Enter');
    await here.root.locator('.sum.good').waitFor();
    expect(await here.states()).toEqual(framing.exercise.tasks.map(() => 'passed'));

    for (const key of ['Tab', 'Shift+Tab']) {
      await here.root.locator('.cm-content').focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press(key);
      expect(await here.root.locator('.cm-content:focus').count(), key).toBe(0);
    }
    expect(problems).toEqual([]);
  });

  test('exercise 9 by mouse: what needs Node is named, and the pass is remembered', async () => {
    const placed = placedAt(9);
    const seen = await begin(pageOf(placed.entry));
    const { page, here, problems } = seen;
    const solution = solutionFiles(placed);
    for (const [file, text] of Object.entries(solution)) {
      await here.root.getByRole('button', { name: file, exact: true }).click();
      await here.root.locator('.cm-content').click();
      await type(seen, text);
    }
    await here.check();
    expect(await here.sum()).toBe('All tasks pass.');
    const elsewhere = await here.root.locator('.elsewhere').innerText();
    expect(elsewhere).toMatch(/\d+ tests need a real program at the other end/);
    expect(elsewhere).toContain('npm run exercise 9');
    expect(problems).toEqual([]);

    await page.goto('/progress.html');
    const row = page.getByRole('row', { name: /^9 / });
    await expect.poll(() => row.innerText()).toContain('5 tasks passed');
    await page.goto(pageOf(placed.entry));
    await expect.poll(() => here.states()).toEqual(placed.exercise.tasks.map(() => 'passed'));
  });

  test('a wrong byte: its line is marked, the right bytes can be looked into, hints come one by one', async () => {
    const { here, page } = await begin();
    const frame = solutionFiles(framing)['frame.ts']!;
    await here.open({
      'frame.ts': frame.replace('(0, payload.length)', '(0, payload.length, true)'),
    });
    await here.check();
    expect(await here.words()).toContain('little-endian');
    const tree = here.root.getByRole('treegrid');
    await tree.getByRole('row', { name: /length/ }).click();
    expect(await here.root.locator('.field-note').innerText()).toContain('length');

    const hint = here.root.getByRole('button', { name: /^Hint 1 of 3/ }).first();
    await hint.click();
    const [first = ''] = framing.exercise.tasks[0]!.hints;
    expect(await here.root.locator('.hints').innerText()).toContain(first);
    expect(await page.getByRole('button', { name: 'Hint 2 of 3 for task 1' }).count()).toBe(1);
  });

  test('a thrown error leads to its line, what was printed is shown', async () => {
    const { here } = await begin();
    const body = "  console.log('payload', payload);\n  throw new TypeError('oh no');";
    await here.open({ 'frame.ts': withTask1(body) });
    await here.check();
    const words = await here.words();
    expect(words).toContain('your code threw TypeError: oh no');
    expect(words).toContain("throw new TypeError('oh no');");
    expect(words).toContain('Your code printed');
    await here.root.getByRole('button', { name: /^Go to line \d+$/ }).click();
    expect(await here.root.locator('.cm-content:focus').count()).toBe(1);
    expect(await here.root.locator('.cm-wrong').innerText()).toContain('oh no');
  });

  test.each([
    ['inside a function', withTask1('  for (;;);'), 'your code never gave control back'],
    ['outside every function', `${withTask1('')}\nfor (;;);\n`, 'your file never finished loading'],
  ])('an endless loop %s ends, and the next verdict comes', async (_, text, words) => {
    const { here } = await begin();
    await here.open({ 'frame.ts': text });
    await here.check();
    expect(await here.words()).toContain(words);
    await here.open(solutionFiles(framing));
    await here.check();
    expect(await here.sum()).toBe('All tasks pass.');
  });

  test.each([
    ['what is not TypeScript', 'export function {', /could not be loaded[\s\S]*frame\.ts:1:\d+/],
    [
      'a module that is not there',
      "import { x } from '#bytes/nothing';\nexport const y = x;\n",
      /could not be loaded: there is no module\s+'#bytes\/nothing' in this\s+page/,
    ],
    [
      'an export that is missing',
      solutionFiles(framing)['frame.ts']!.replace('export function encode', 'function encode'),
      /encodeFrame is imported by others/,
    ],
  ])('%s is said, with its place', async (_, text, words) => {
    const { here } = await begin();
    await here.open({ 'frame.ts': text });
    await here.check();
    expect(await here.words()).toMatch(words);
  });
});

describe('what one has written', () => {
  const mine = withTask1('  return payload; // mine');

  test('survives a reload, can be taken out and in, and is kept beside the skeleton', async () => {
    const { page, here } = await begin();
    await here.open({ 'frame.ts': mine });
    await page.reload();
    await here.begin();
    await expect.poll(() => here.text()).toContain('// mine');

    const download = page.waitForEvent('download');
    await here.root.getByRole('button', { name: 'Save frame.ts' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('frame.ts');
    expect(readFileSync((await saved.path())!, 'utf8')).toBe(mine);

    await here.root.getByRole('button', { name: 'Back to the skeleton' }).click();
    await expect.poll(() => here.text()).not.toContain('// mine');
    await page.reload();
    await here.begin();
    await here.root.getByRole('button', { name: 'Back to what I had' }).click();
    await expect.poll(() => here.text()).toContain('// mine');

    await here.root.locator('input[type=file]').setInputFiles({
      name: 'other.ts',
      mimeType: 'text/plain',
      buffer: Buffer.from('nothing'),
    });
    await here.root.getByText('other.ts is not a file of this exercise').waitFor();
    await expect.poll(() => here.text()).toContain('// mine');
  });

  test('a skeleton that has changed since is told, and nothing is lost', async () => {
    const { page, here } = await begin();
    await here.open({ 'frame.ts': mine });
    await page.evaluate((key) => {
      const drafts = JSON.parse(localStorage.getItem(key)!);
      drafts['frame.ts'].base = 'of another day';
      localStorage.setItem(key, JSON.stringify(drafts));
    }, DRAFT);
    await page.reload();
    await here.begin();
    await here.root.getByText('The skeleton of frame.ts has changed since you began').waitFor();
    await expect.poll(() => here.text()).toContain('// mine');
    await here.root.getByRole('button', { name: 'Take the new skeleton' }).click();
    await expect.poll(() => here.text()).not.toContain('// mine');
    await here.root.getByRole('button', { name: 'Back to what I had' }).click();
    await expect.poll(() => here.text()).toContain('// mine');
    expect(await here.root.locator('.changed').count()).toBe(0);
  });

  test('a record that cannot be understood is put aside', async () => {
    const { page } = await visit(FRAMING, WIDE);
    await page.evaluate((key) => localStorage.setItem(key, '{broken'), DRAFT);
    await page.reload();
    await new PageExercise(page).begin();
    const aside = await page.evaluate((key) => localStorage.getItem(`${key}.damaged`), DRAFT);
    expect(aside).toBe('{broken');
  });
});

describe('what is fetched, and what may run', () => {
  test('a page that is only read fetches neither editor nor grader', async () => {
    const { page } = await visit('/404.html', WIDE);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(FRAMING);
    await page.locator('.build-it').scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Write it here' }).waitFor();
    await page.waitForLoadState('networkidle');
    const before = asked.length;
    const ofGrader = () => asked.filter((url) => /\.suite\.|grader\.worker/.test(url));
    expect(ofGrader()).toEqual([]);
    await new PageExercise(page).begin();
    await page.waitForLoadState('networkidle');
    await expect.poll(() => ofGrader().length).toBeGreaterThanOrEqual(2);
    // The editor is a file, too.
    expect(asked.length).toBeGreaterThan(before + ofGrader().length);
  });

  test('every page states its policy, before anything that it loads', () => {
    for (const path of listPages()) {
      const html = readPage(path);
      const at = html.indexOf('http-equiv="Content-Security-Policy"');
      expect(at, path).toBeGreaterThan(0);
      for (const tag of ['<script', '<link', '<style']) {
        const first = html.indexOf(tag);
        if (first >= 0) expect(first, `${path}: ${tag}`).toBeGreaterThan(at);
      }
      expect(html).not.toMatch(/script-src[^;]*'unsafe-inline'/);
      // protobufjs makes its readers of text, and runs on this page alone.
      expect(html.includes("'unsafe-eval'"), path).toBe(path.includes('05-messages'));
    }
  });

  test('no text is run, in the page and in the grader', async () => {
    const { page, here } = await begin();
    // As the page would do it: what a test evaluates is not bound by the policy, what it starts is.
    const refused = page.waitForEvent('console', (message) => message.text().includes('eval'));
    await page.evaluate(() => {
      setTimeout('globalThis.ran = true');
    });
    expect((await refused).text()).toMatch(/Content Security Policy/);
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    const body = [
      'for (const run of [() => globalThis.eval("1"), () => new Function("return 1")()]) {',
      '  try { run(); console.log("it ran"); } catch (error) { console.log(error.name); }',
      '}',
      'throw new Error("looked");',
    ].join('\n');
    await here.open({ 'frame.ts': withTask1(body) });
    await here.check();
    expect(await here.words()).toContain('EvalError');
    expect(await here.words()).not.toContain('it ran');
  });
});

describe('where there is no editor', () => {
  test('a phone has the tasks and the skeleton', async () => {
    const { page } = await visit(FRAMING, { viewport: { width: 390, height: 800 } });
    const exercise = page.locator('.build-it');
    expect(await exercise.getByRole('button', { name: 'Write it here' }).isVisible()).toBe(false);
    expect(await exercise.getByText('This screen is narrow').isVisible()).toBe(true);
    await exercise.locator('summary').first().click();
    expect(await exercise.locator('pre').first().innerText()).toContain('notYet(1)');
    for (const { title } of framing.exercise.tasks) {
      expect(await exercise.innerText()).toContain(title);
    }
  });

  test.each([6, 10])('exercise %i is checked in the terminal, and says why', async (number) => {
    const { page } = await visit(pageOf(placedAt(number).entry), WIDE);
    const exercise = page.locator('.build-it');
    expect(await exercise.getByRole('button', { name: 'Write it here' }).count()).toBe(0);
    expect(await exercise.innerText()).toContain('checked in the terminal');
    expect(await exercise.innerText()).toContain(`npm run exercise ${number}`);
  });

  test('without JavaScript the tasks and the skeletons can be read', async () => {
    const { page } = await visit(FRAMING, { javaScriptEnabled: false });
    const exercise = page.locator('.build-it');
    expect(await exercise.innerText()).toContain(framing.exercise.tasks[4]!.title);
    await exercise.locator('summary').first().click();
    expect(await exercise.locator('pre').first().innerText()).toContain('notYet(1)');
    expect(await exercise.getByRole('button').filter({ visible: true }).count()).toBe(0);
  });
});
