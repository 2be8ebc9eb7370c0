import { build } from 'vitepress';
import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium.ts';
import { DOCS } from './pages.ts';
import { serveSite } from './serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    origin: string;
  }
}

/**
 * Builds the site once and serves it for all tests. Without a browser it says so before it builds.
 * `BUILT=1 npm run test:site -- hpack` takes the site as it was last built.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  findChromium();
  if (process.env.BUILT === undefined) await build(DOCS);
  const { origin, close } = await serveSite();
  project.provide('origin', origin);
  return close;
}
