/**
 * npm run judge:images: the image that lesson 31 makes by itself, and its two Dockerfiles, in the hands
 * of programs that nobody here wrote: skopeo, GNU tar, buildah, podman. The base image is a stand-in
 * with the name of the real one, because a registry may be out of reach.
 * Exits 0 only if as many cases have passed as there are.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Score } from '../kit/cases.ts';
import { buildBase } from './base.ts';
import { builtCases, mistakeCases, ownCases, sizeCases } from './cases.ts';
import { requireTools, useOwnStorage } from './tools.ts';

const score = new Score('judge:images', 18);
requireTools();
const folder = mkdtempSync(join(tmpdir(), 'judge-images-'));
useOwnStorage(folder);
try {
  await score.round('an image made by hand', ownCases(folder));
  await buildBase(join(folder, 'base'));
  await score.round('two Dockerfiles', builtCases());
  await score.round('mistakes', mistakeCases(folder));
  await score.round('four ways, and their sizes', sizeCases(folder));
} catch (error) {
  console.error(`judge:images: ${(error as Error).message}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
  score.finish();
}
