import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { launchBrowser } from './kit/chromium.ts';

/**
 * `npm run pictures`: the picture in the README, made from a real run: the terminal's own output,
 * set in HTML and photographed.
 */
const FOLDER = 'docs/public/pictures';
const WIDTH = 760;

/** From the scene's heading to the step in which the stub returns. */
function recordLesson(): string {
  const output = execFileSync('npm', ['run', '-s', 'lesson', '1'], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1' },
  });
  const from = output.indexOf('The function now lives');
  const to = output.indexOf('\n\n', output.indexOf('8 stub'));
  return `$ npm run lesson 1\n…\n${output.slice(from, to)}`;
}

/** The escape sequences that `terminal.ts` writes, as HTML. */
const STYLES: Record<string, string> = {
  1: 'font-weight:700',
  2: 'opacity:.6',
  31: 'color:#e06c5a',
  32: 'color:#7fb069',
  35: 'color:#f0a27a',
  36: 'color:#7fb3e6',
};

function toHtml(text: string): string {
  const escaped = text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
  return escaped.replace(/\x1b\[(\d+)m/g, (_, code: string) =>
    STYLES[code] === undefined ? '</span>' : `<span style="${STYLES[code]}">`,
  );
}

const browser = await launchBrowser();
const page = await browser.newPage({
  viewport: { width: WIDTH, height: 600 },
  deviceScaleFactor: 2,
});
await page.setContent(`<!doctype html><body style="margin:0;background:#14181c">
  <pre style="margin:0;padding:24px;display:inline-block;color:#e8e4da;
    font:14px/1.45 'DejaVu Sans Mono',monospace">${toHtml(recordLesson())}</pre></body>`);
mkdirSync(FOLDER, { recursive: true });
await page.locator('pre').screenshot({ path: `${FOLDER}/lesson-1.png` });
await browser.close();
console.log(`${FOLDER}/lesson-1.png`);
