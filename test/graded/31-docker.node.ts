import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { unpackTar } from 'modern-tar';
import { throwGap } from '#course/kit/compare/gap';
import { SOON_MS } from '#course/kit/patience';
import { type Host, runProgram } from '#image/entry-point';
import { makeImage } from '#image/image';
import { layer } from '#image/layer';
import { getOrder } from '../../lessons/31-docker/get-order.ts';
import { startOrderServer } from '../../lessons/31-docker/order-server.ts';

/** The part of lesson 31's suite that needs Node: a tar library, SHA-256, a server. */

/** What somebody else's library finds in a layer. */
export async function readByStrangers(tar: Uint8Array) {
  try {
    const found = await unpackTar(tar);
    return found.map(({ header: { name, mode, type }, data }) => ({
      path: name,
      type: type ?? '',
      mode,
      bytes: new Uint8Array(data ?? []),
    }));
  } catch (error) {
    throwGap(error);
    return `it fails: ${(error as Error).message}`;
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** An image by real hashes: the parts that have a wrong name, and the name of its only layer. */
export function realImage() {
  const bytes = new TextEncoder().encode("console.log('hello from an image');\n");
  const tar = layer([{ path: 'app/hello.cjs', bytes }]);
  const config = { Entrypoint: ['/bin/node', 'hello.cjs'] };
  const { blobs, manifest } = makeImage(
    { layers: [{ tar }], config, architecture: 'amd64' },
    sha256,
  );
  const wrong = [...blobs].flatMap(([digest, part]) =>
    digest === `sha256:${sha256(part)}` ? [] : [digest],
  );
  const { layers } = JSON.parse(new TextDecoder().decode(blobs.get(manifest.digest)));
  return { wrong, lowest: layers[0].digest as string };
}

/** The order server by runProgram: a call to it, SIGTERM, and what becomes of a call after that. */
export async function servedAndEnded() {
  let port = 0;
  const signals = new EventEmitter();
  const log: string[] = [];
  let listens = () => {};
  const listening = new Promise<void>((resolve) => {
    listens = resolve;
  });
  const exits: number[] = [];
  const host: Host = {
    env: {
      SHOP_HOST: '127.0.0.1',
      SHOP_REGION: 'eu-west',
      SHOP_NOTICE_MS: '0',
      SHOP_GRACE_MS: String(SOON_MS),
      SHOP_STOP_MS: String(SOON_MS * 2),
    },
    on: (signal, listener) => signals.on(signal, listener),
    off: (signal, listener) => signals.off(signal, listener),
    exit: (code) => exits.push(code),
    log(line) {
      log.push(line);
      listens();
    },
  };
  let force: (() => unknown) | undefined;
  const running = runProgram(host, async (configuration) => {
    // A port that is free: which one, nobody needs to know before.
    const server = await startOrderServer({ ...configuration, port });
    port = server.port;
    force = () => server.force();
    return server;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('it waits'), SOON_MS);
  });
  const ask = async () => {
    try {
      return (await getOrder(`127.0.0.1:${port}`, '101')).destination;
    } catch {
      return 'no answer';
    }
  };
  try {
    await Promise.race([listening, running, patience]);
    const before = await ask();
    signals.emit('SIGTERM');
    const over = await Promise.race([running.then(() => 'over'), patience]);
    return { before, over, after: await ask(), exits, last: log.at(-1) };
  } finally {
    clearTimeout(timer);
    force?.();
  }
}
