/** What every contestant can do, so that one program measures them all. */
export interface Peer {
  /** Listens on a free port of this machine. */
  serve(): Promise<number>;
  connect(port: number): Promise<Client>;
}

/** One connection, as its owner would use it: with the peer's own API, in its own idiom. */
export interface Client {
  /** One unary call, there and back. Rejects unless the answer is the right one. */
  greet(): Promise<void>;
  /** One server stream, read to its end. Rejects unless `count` messages of `size` bytes came. */
  download(count: number, size: number): Promise<void>;
  /** Begins a call that is never answered. */
  hold?(): void;
  close(): void;
}

export const NAME = 'world';
export const GREETING = `Hello, ${NAME}!`;
/** The name that makes a call stay in flight. */
export const HOLD = 'hold';

export const never: Promise<never> = new Promise(() => {});

export function greeting(name: string): { message: string } {
  return { message: `Hello, ${name}!` };
}

/** The same bytes for every message of a stream: what is measured is how they travel. */
export function body(size: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(size).fill(0x61);
}

/** An answer that is not as it should be is a mistake here, and no figure. */
export function checkGreeting(message: unknown): void {
  if (message !== GREETING) throw new Error(`the answer was ${JSON.stringify(message)}`);
}

export function checkDownload(got: number, gotBytes: number, count: number, size: number): void {
  if (got === count && gotBytes === count * size) return;
  throw new Error(`${got} messages with ${gotBytes} bytes came, not ${count} of ${size}`);
}
