import { concat } from '#bytes/concat';
import type { RunningServer } from '#course/lesson/define-lesson';
import type { Dissectors } from '#inspect/dissector';
import { createRecorder } from '#inspect/recorder';
import { type ClientHello, parseClientHello } from '#inspect/tls/client-hello';
import { createTlsDissectors } from '#inspect/tls/dissector';
import { HelloCollector } from '#inspect/tls/hello-collector';
import type { Side } from '#inspect/trace';
import { startTap } from '../10-hello-grpc/tap.ts';

/** What somebody on the line has, after a connection: all of its bytes, and no key. */
export interface Overheard {
  bytes: Record<Side, Uint8Array>;
  /** Each piece as it went by: whose, and how long. */
  pieces: { from: Side; size: number }[];
}

/** Listens while `scene` calls through the tap. Neither end can tell. */
export async function overhear(
  server: RunningServer,
  scene: (at: { host: string; port: number }) => Promise<unknown>,
): Promise<Overheard> {
  const heard: Overheard = {
    bytes: { client: new Uint8Array(0), server: new Uint8Array(0) },
    pieces: [],
  };
  const listen = (from: Side) => ({
    push(chunk: Uint8Array) {
      heard.bytes[from] = concat([heard.bytes[from], chunk]);
      heard.pieces.push({ from, size: chunk.length });
      return [];
    },
    end: () => [],
  });
  const both = (): Dissectors => ({ client: listen('client'), server: listen('server') });
  const tap = await startTap(server, createRecorder('', ''), both);
  try {
    await scene(tap);
  } finally {
    await tap.close();
  }
  return heard;
}

const LETTERS = /[\x20-\x7e]{4,}/g;

/** Four letters and more, one behind the other: what `strings` would find. */
export function wordsIn(bytes: Uint8Array): string[] {
  return String.fromCharCode(...bytes).match(LETTERS) ?? [];
}

// #region hello
/** What can be read of an encrypted connection: its first message. */
export function helloIn(bytes: Uint8Array): ClientHello | undefined {
  const message = new HelloCollector().push(bytes);
  return message && parseClientHello(message);
}
// #endregion hello

/** The records of both sides, each with what is to be seen of it from outside. */
export function recordsIn({ bytes }: Overheard): Record<Side, { title: string; size: number }[]> {
  const read = (side: Side) =>
    createTlsDissectors()
      [side].push(bytes[side])
      .map(({ title, bytes: record }) => ({ title, size: record.length }));
  return { client: read('client'), server: read('server') };
}
