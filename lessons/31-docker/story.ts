import { join } from 'node:path';
import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { makeImage } from '#image/image';
import { layer } from '#image/layer';
import { freePort } from '#transport/free-port';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { showArticle, showConfig, showContext, showGzip, showLint } from './experiments.ts';
import { archive, kindOf, readManifest } from './oci/archive.ts';
import { architecture } from './oci/base.ts';
import { imageEvents } from './oci/image-events.ts';
import { buildOrderImage, CONFIG, foldersOf, type OrderImage, sha256 } from './oci/order-image.ts';
import { careless, oneByteChanged } from './oci/otherwise.ts';
import { showPid1 } from './pid1.ts';
import { runAsProcess, withFiles } from './run/as-process.ts';
import { command } from './run/command.ts';
import { findEngine } from './run/engines.ts';
import { runInEngine } from './run/in-engine.ts';

const NAME = 'localhost/order-server:lesson-31';

const bytes = (count: number) => count.toLocaleString('en-US');
const short = (digest: string) => `${digest.slice(0, 19)}…`;

/** `npm run lesson 31`: an image from the bytes up, and what runs it. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { article, lint, context, pid1, config, gzip } = experiments;
  if (article) return showArticle(stage);
  if (lint !== undefined) return showLint(stage, String(lint));
  if (context) return showContext(stage);
  if (pid1) return showPid1(stage);
  if (config) return showConfig(stage);
  if (gzip) return showGzip(stage);

  const built = await buildOrderImage();
  await showFiles(stage, built);
  await showParts(stage, built);
  await showBytes(stage, built);
  await showSame(stage, built);
  await showRun(stage, built);
  stage.say(
    'It has left your machine, and a person has started it. Tomorrow there are ten of them, one dies at night, and nobody is awake. That is lesson 32.',
  );
}

async function showFiles(stage: Stage, { base, app }: OrderImage): Promise<void> {
  await stage.scene('What has to go along');
  stage.say(
    'The order server in TypeScript, made into one file for each program (esbuild). Below it what that needs of this machine: node, and the libraries that its loader would look for.',
  );
  const row = (layer: string, files: OrderImage['app']) =>
    files.map(({ path, bytes: { length } }) => [layer, path, bytes(length)]);
  stage.print(drawTable([['layer', 'file', 'bytes'], ...row('base', base), ...row('app', app)]));
  if (base.length === 0)
    stage.step('base', `none: there is no Linux here, but ${process.platform}`);
}

async function showParts(stage: Stage, { image }: OrderImage): Promise<void> {
  await stage.scene('An image: files whose names are hashes');
  stage.say(
    'Each layer is a tar file. A config says how to start it. A manifest says which of them belong together. Each part is named by the SHA-256 of its bytes:',
  );
  const { config, layers } = readManifest(image);
  const rows = [image.manifest, config, ...layers].map(({ mediaType, digest, size }) => [
    kindOf(mediaType),
    short(digest),
    bytes(size),
  ]);
  stage.print(drawTable([['part', 'name', 'bytes'], ...rows]));
  stage.say('There is nothing more to it. Who has the first name finds all the others.');
}

async function showBytes(stage: Stage, { image }: OrderImage): Promise<void> {
  await stage.scene('Read back, from one name');
  stage.say(
    'As a client of a registry does it. What comes is hashed, and must be what the name says: so nobody on the way has to be trusted.',
  );
  for (const event of imageEvents(image)) {
    if (event.kind === 'mark') stage.step('client', event.text);
    else stage.show(event);
  }
}

async function showSame(stage: Stage, { image, tars, app: files }: OrderImage): Promise<void> {
  const app = [...foldersOf(files), ...files];
  await stage.scene('The same files, the same name');
  stage.say(
    'Built a second time, the files in another order. Then as most tools do it: with the date, the user and the order that a folder happens to have. And then with one byte of the program changed:',
  );
  const upper = (tar: Uint8Array) => short(`sha256:${sha256(tar)}`);
  stage.print(
    drawTable([
      ['the upper layer', 'its name'],
      ['at first', upper(layer(app))],
      ['built again', upper(layer(app.toReversed()))],
      ['with dates, on Monday', upper(careless(app, { uid: 1000, mtime: 1_764_547_200 }))],
      ['with dates, on Tuesday', upper(careless(app, { uid: 1000, mtime: 1_764_633_600 }))],
      ['one byte changed', upper(layer(oneByteChanged(app)))],
    ]),
  );
  const layers = [...tars.slice(0, -1), layer(oneByteChanged(app))].map((tar) => ({ tar }));
  const changed = makeImage({ layers, config: CONFIG, architecture }, sha256);
  const missing = [...changed.blobs].filter(([digest]) => !image.blobs.has(digest));
  const count = (blobs: Iterable<[string, Uint8Array]>) =>
    [...blobs].reduce((sum, [, { length }]) => sum + length, 0);
  stage.step('to be sent', `${bytes(count(missing))} of ${bytes(count(changed.blobs))} bytes`);
  stage.say(
    'Whoever has the image of yesterday has the lower layer already, by its name. So what changes often stands above what changes rarely.',
  );
}

async function showRun(stage: Stage, { image, app }: OrderImage): Promise<void> {
  await stage.scene('Handed on');
  stage.say(
    'An engine unpacks the layers, one over the other, and starts the program in that folder, cut off from the rest of the machine. Who is here?',
  );
  const entries = [{ path: 'image.tar', bytes: archive(image, NAME) }];
  await withFiles(entries, async (folder) => {
    const file = join(folder, 'image.tar');
    const tell = (who: string, what: string) => stage.step(who, what);
    const skopeo = await command('skopeo', [
      'inspect',
      '--format',
      '{{.Digest}}',
      `oci-archive:${file}`,
    ]);
    const digest = skopeo.output.trim();
    if (skopeo.code === 0) {
      const same = digest === image.manifest.digest ? 'finds the same name' : 'finds another name';
      tell('skopeo', `${same}: ${short(digest)}`);
    } else tell('skopeo', 'is not here');
    let ran = false;
    for (const name of ['docker', 'podman'] as const) {
      const engine = await findEngine(name);
      tell(name, engine.why ?? `${engine.version}, with an engine`);
      if (engine.version === undefined || ran) continue;
      stage.signal.throwIfAborted();
      ran = await runInEngine(engine, { file, name: NAME, port: await freePort() }, tell);
    }
    if (ran) return tell('so', 'it ran in a real container, from the image of this run');
    await runAsProcess(app, await freePort(), tell);
    tell('so', 'no container: the program of the upper layer ran as an ordinary process');
  });
}
