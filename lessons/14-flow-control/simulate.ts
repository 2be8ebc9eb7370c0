import { attachHttp2 } from '#http2/attach';
import { createHttp2Server } from '#http2/connection';
import type { StreamHandler } from '#http2/events';
import type { Http2Stream } from '#http2/stream';
import type { Clock } from '#time/clock';
import { FakeClock } from '#time/fake-clock';
import { type CreditRule, Receiver, type Window } from './receiver.ts';
import { createSlowLine, type LineOptions } from './slow-line.ts';

/**
 * Downloads over a slow line, in time that is not the machine's: the stack's own server, in memory,
 * sends endless bodies to the receiver of this lesson. What takes a second there takes as long here
 * as the work in it, and is the same each time.
 */
export interface Setup {
  line: LineOptions;
  /** Of each stream, in octets. */
  window: number;
  /** Default 65,535. */
  connectionWindow?: number;
  connectionCredit?: CreditRule;
  makeWindow?(size: number): Window;
  /** A stream each: how fast its reader reads. */
  readers: readonly Speed[];
  /** The sender does not look at what `sendData` says: a piece each millisecond, come what may. */
  heedless?: boolean;
  /** How long, in milliseconds. */
  forMs: number;
  /** Is told of each piece of DATA, and of each PING that came back; may change the windows. */
  watch?(receiver: Receiver, clock: FakeClock): Watcher;
}

/** Octets a millisecond, always the same or by the time; `Infinity`: all, at once. */
export type Speed = number | ((at: number) => number);

export interface Watcher {
  data(octets: number): void;
  pong(): void;
}

/** How things stand at one moment. */
export interface Sample {
  at: number;
  streams: StreamSample[];
  /** What the sender may still send on the whole connection, as the receiver counts it. */
  connectionLeft: number;
  /** WINDOW_UPDATEs that the receiver has sent for the streams. */
  updates: number;
}

export interface StreamSample {
  /** Since the beginning. */
  received: number;
  /** Received, and waiting for the reader. */
  unread: number;
  /** What the sender may still send, as the receiver counts it. */
  left: number;
  /** What the sender's source has been asked for: it is paused while this stands still. */
  made: number;
  /** Of that, what waits in the sender. */
  queued: number;
}

const PIECE = new Uint8Array(16_384);
/** Readers and samples go in steps of so many milliseconds. */
export const STEP_MS = 1;

export function simulate(setup: Setup): Sample[] {
  const clock = new FakeClock();
  const [near, far] = createSlowLine(clock, setup.line);
  const bodies = new Map<number, EndlessBody>();
  const received = new Map<number, number>();
  const http2 = createHttp2Server({
    stream(stream) {
      const body = new EndlessBody(stream, setup.heedless ? clock : undefined);
      bodies.set(stream.id, body);
      return body;
    },
  });
  attachHttp2(http2, far, { clock, defer: (flush) => clock.setTimer(flush, 0) });

  const readers = new Map<number, Speed>();
  let watcher: Watcher | undefined;
  const receiver: Receiver = new Receiver(near, {
    ...setup,
    data(id, octets) {
      received.set(id, received.get(id)! + octets);
      watcher?.data(octets);
      if (readers.get(id) === Number.POSITIVE_INFINITY) receiver.read(id, octets);
    },
    frame: ({ type, ack }) => type === 'PING' && ack && watcher?.pong(),
  });
  watcher = setup.watch?.(receiver, clock);
  receiver.hello();
  for (const speed of setup.readers) {
    const id = receiver.get('/for-ever');
    readers.set(id, speed);
    received.set(id, 0);
  }

  const samples: Sample[] = [];
  for (let at = STEP_MS; at <= setup.forMs; at += STEP_MS) {
    clock.advance(STEP_MS);
    for (const [id, speed] of readers) {
      const now = typeof speed === 'number' ? speed : speed(at);
      const octets = Math.min(receiver.unread.get(id)!, Math.floor(now * STEP_MS));
      if (octets > 0) receiver.read(id, octets);
    }
    samples.push({
      at,
      connectionLeft: receiver.connectionWindow.available,
      updates: receiver.updates,
      streams: [...readers.keys()].map((id) => ({
        received: received.get(id)!,
        unread: receiver.unread.get(id)!,
        left: receiver.windows.get(id)!.available,
        made: bodies.get(id)?.made ?? 0,
        queued: bodies.get(id)?.queued ?? 0,
      })),
    });
  }
  http2.transportClosed();
  return samples;
}

/** A body without an end; it is made as fast as the stream takes it. */
class EndlessBody implements StreamHandler {
  made = 0;
  readonly #stream: Http2Stream;

  /** @param heedless the clock by which it is made, instead. */
  constructor(stream: Http2Stream, heedless: Clock | undefined) {
    this.#stream = stream;
    stream.sendHeaders([{ name: ':status', value: '200' }]);
    if (heedless) this.#pushOn(heedless);
    else this.drain();
  }

  get queued(): number {
    return this.#stream.queuedBytes;
  }

  drain(): void {
    while (!this.#stream.closed && this.#piece());
  }

  close(): void {}

  #pushOn(clock: Clock): void {
    if (this.#stream.closed) return;
    this.#piece();
    clock.setTimer(() => this.#pushOn(clock), 1);
  }

  #piece(): boolean {
    this.made += PIECE.length;
    return this.#stream.sendData(PIECE);
  }
}

/** Octets a second in the second half of a run, when all that begins has begun. */
export function rateOf(samples: readonly Sample[], stream = 0): number {
  const from = samples[Math.floor(samples.length / 2)]!;
  const to = samples.at(-1)!;
  const octets = to.streams[stream]!.received - from.streams[stream]!.received;
  return (octets * 1000) / (to.at - from.at);
}
