import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launchBrowser } from './chromium.ts';

/** A page, and what went wrong on it: errors in the console, exceptions, requests that failed. */
export interface Visit {
  page: Page;
  problems: string[];
}

/** One browser for a file of tests; each visit is a new, empty profile. */
export function useBrowser(): (path: string, options?: BrowserContextOptions) => Promise<Visit> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
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
    await page.waitForFunction(() => !document.documentElement.hasAttribute('data-loading'));
    return { page, problems };
  };
}
