/**
 * npm run lighthouse: how fast the built site is on a phone, by Google's own measure.
 *
 *     npm run docs:build && npm run lighthouse
 *     npm run lighthouse -- /lessons/03-framing.html        only these pages
 *     npm run lighthouse -- --runs 1
 *
 * Lighthouse is fetched by npx, and needs a Chromium. It slows the machine's processor down to a
 * phone's, so its figures are worth something on a machine that does nothing else.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { medianOf } from '../bench/statistics.ts';
import { CHROMIUM_FLAGS, findChromium } from './kit/chromium.ts';
import { listPages } from './kit/pages.ts';
import { serveSite } from './kit/serve.ts';

/** The last one that runs on Node 20. */
const LIGHTHOUSE = 'lighthouse@12';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Of 100: what a page is to reach in performance, as the median of its runs. */
const BAR = 95;

interface Report {
  categories: Record<(typeof CATEGORIES)[number], { score: number }>;
  audits: Record<
    'largest-contentful-paint' | 'total-blocking-time' | 'cumulative-layout-shift',
    { numericValue: number }
  >;
}

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '3' } },
  allowPositionals: true,
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`--runs ${values.runs}: a whole number from 1 on is needed.`);
  process.exit(2);
}
const pages =
  positionals.length > 0 ? positionals : listPages().filter((page) => page !== '/404.html');

const site = await serveSite();
const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const run = promisify(execFile);

async function measure(page: string): Promise<Report> {
  const output = join(folder, 'report.json');
  const flags = [`--chrome-flags=--headless=new ${CHROMIUM_FLAGS.join(' ')}`, '--quiet'];
  const only = `--only-categories=${CATEGORIES.join()}`;
  const to = ['--output=json', `--output-path=${output}`, only, ...flags];
  await run('npx', ['--yes', LIGHTHOUSE, site.origin + page, ...to], {
    env: { ...process.env, CHROME_PATH: findChromium() },
  });
  return JSON.parse(readFileSync(output, 'utf8')) as Report;
}

let missed = 0;
try {
  console.log(`${LIGHTHOUSE}, mobile, median of ${runs}; load average ${loadavg()[0]!.toFixed(2)}`);
  console.log('perf  a11y  best  seo    LCP    TBT    CLS   page');
  for (const page of pages) {
    const reports: Report[] = [];
    for (let i = 0; i < runs; i++) reports.push(await measure(page));
    const [perf, ...others] = CATEGORIES.map((category) =>
      medianOf(reports.map(({ categories }) => Math.round(100 * categories[category].score))),
    );
    const of = (name: keyof Report['audits']) =>
      medianOf(reports.map(({ audits }) => audits[name].numericValue));
    const line = [
      String(perf).padStart(4),
      ...others.map((score) => String(score).padStart(4)),
      `${(of('largest-contentful-paint') / 1000).toFixed(1)} s`.padStart(6),
      `${Math.round(of('total-blocking-time'))} ms`.padStart(6),
      of('cumulative-layout-shift').toFixed(3).padStart(5),
    ];
    if (perf! < BAR) missed++;
    console.log(`${line.join('  ')}  ${perf! < BAR ? '✗' : ' '}${page}`);
  }
} finally {
  rmSync(folder, { recursive: true });
  await site.close();
}
console.log(`\n${pages.length - missed} of ${pages.length} pages reach ${BAR}`);
process.exitCode = missed > 0 ? 1 : 0;
