import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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

export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless browser with an empty profile. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
}
