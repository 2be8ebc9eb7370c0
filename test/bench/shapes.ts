import type { Client } from './peers/peer.ts';

/** What is measured: how a client is used, and what counts as one. */
export interface Shape {
  readonly name: string;
  readonly unit: 'calls' | 'messages';
  /** So many, and the compiler has seen enough. */
  readonly warmUp: number;
  /** The same, said to a peer that is written in another language. */
  readonly load: { inFlight: number } | { count: number; size: number };
  /** Runs for about `ms`, ends what it began, and says how many there were. */
  run(client: Client, ms: number): Promise<number>;
}

export const IN_FLIGHT: readonly number[] = [1, 16, 128];

/** So many calls in flight all the time: each that ends begins the next. */
export function unary(inFlight: number): Shape {
  return {
    name: `unary, ${inFlight} in flight`,
    unit: 'calls',
    warmUp: 15_000,
    load: { inFlight },
    async run(client, ms) {
      const end = performance.now() + ms;
      let calls = 0;
      const one = async () => {
        do {
          await client.greet();
          calls++;
        } while (performance.now() < end);
      };
      await Promise.all(Array.from({ length: inFlight }, one));
      return calls;
    },
  };
}

/** Streams of `count` messages, one after the other. */
function download(label: string, count: number, size: number): Shape {
  return {
    name: `stream of ${label} messages`,
    unit: 'messages',
    warmUp: 15 * count,
    load: { count, size },
    async run(client, ms) {
      const end = performance.now() + ms;
      let messages = 0;
      do {
        await client.download(count, size);
        messages += count;
      } while (performance.now() < end);
      return messages;
    },
  };
}

export const SHAPES: readonly Shape[] = [
  ...IN_FLIGHT.map(unary),
  download('64-byte', 10_000, 64),
  download('64-KiB', 200, 65_536),
];

export function shapeNamed(name: string): Shape {
  const shape = SHAPES.find((each) => each.name === name);
  if (shape === undefined) throw new Error(`there is no shape '${name}'`);
  return shape;
}
