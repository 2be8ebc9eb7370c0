import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { launchBrowser } from './chromium.ts';

/** A page, and what went wrong on it: errors in the console, exceptions, requests that failed. */
export interface Visit {
  page: Page;
  problems: string[];
}

export interface VisitOptions extends BrowserContextOptions {
  /** Leaves the widgets as they are until one comes near them; otherwise all are awake. */
  asleep?: boolean;
}

/** One browser for a file of tests; each visit is a new, empty profile. */
export function useBrowser(): (path: string, options?: VisitOptions) => Promise<Visit> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

  return async (path, { asleep = false, ...options } = {}) => {
    const context = await browser.newContext({ baseURL: inject('origin'), ...options });
    const page = await context.newPage();
    if (!asleep) await page.addInitScript(widenMargins);
    page.setDefaultTimeout(5_000);
    const problems: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('requestfailed', (request) => {
      // Who leaves a page while it loads aborts what it still asks for, and that is right.
      if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
      problems.push(`${request.url()} failed: ${request.failure()?.errorText}`);
    });
    page.on('response', (response) => {
      const isPageItself = response.request().isNavigationRequest();
      if (response.status() >= 400 && !isPageItself) {
        problems.push(`${response.url()}: ${response.status()}`);
      }
    });
    await page.goto(path);
    // Vue puts itself here when it has taken the page over: from now on it answers.
    if (options.javaScriptEnabled === false) return { page, problems };
    await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}));
    if (!asleep) await wake(page);
    return { page, problems };
  };
}

/** In the page: whoever asks for what is near, within a margin, is told that all is. */
function widenMargins(): void {
  const Observer = window.IntersectionObserver;
  window.IntersectionObserver = class extends Observer {
    constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
      super(callback, options?.rootMargin ? { ...options, rootMargin: '100000px' } : options);
    }
  };
}

/** Widgets come when one is near them: waits until all have begun to, and have come. */
async function wake(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      }),
  );
  await settle(page);
}

/** Waits until every widget that is on its way has come. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.documentElement.hasAttribute('data-loading'));
}
