import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @throws Error that says how to get one, where there is none */
export function findChromium(): string {
  const { CHROMIUM } = process.env;
  const found = CHROMIUM === undefined ? USUAL_PLACES.find(existsSync) : CHROMIUM;
  if (found !== undefined && existsSync(found)) return found;
  throw new Error(
    `The site's tests need a Chromium, and there is none at ${CHROMIUM ?? USUAL_PLACES.join(', ')}.\n` +
      'On Debian: apt-get install chromium. Elsewhere: CHROMIUM=/path/to/chrome npm run test:site',
  );
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page, and what went wrong on it: errors in the console, exceptions, requests that failed. */
export interface Visit {
  page: Page;
  problems: string[];
}

/** One browser for a file of tests; each visit is a new, empty profile. */
export function useBrowser(): (path: string, options?: BrowserContextOptions) => Promise<Visit> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  });
  afterAll(() => browser.close());

  return async (path, options) => {
    const context = await browser.newContext({ baseURL: inject('origin'), ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(5_000);
    const problems: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('requestfailed', (request) => problems.push(`${request.url()} failed`));
    page.on('response', (response) => {
      const isPageItself = response.request().isNavigationRequest();
      if (response.status() >= 400 && !isPageItself) {
        problems.push(`${response.url()}: ${response.status()}`);
      }
    });
    await page.goto(path);
    // Vue puts itself here when it has taken the page over: from now on it answers.
    if (options?.javaScriptEnabled === false) return { page, problems };
    await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}));
    return { page, problems };
  };
}
