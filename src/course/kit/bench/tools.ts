import { isSame, show } from '#course/kit/compare/show';
import { GrpcError } from '#grpc/grpc-error';
import { statusName } from '#grpc/status';
import type { FakeClock } from '#time/fake-clock';

/** What every test is given, whatever it tests. */
export interface Tools {
  /**
   * Throws if the two differ; lists and objects are compared by their parts.
   * `equal('the price', order.price, 40)` fails with `the price: expected 40, received 39`.
   */
  equal(what: string, received: unknown, expected: unknown): void;
  /**
   * The name of the status with which a call ended:
   * `await codeOf(shop.getOrder({ value: '101' }))` is `'OK'`, or `'NOT_FOUND'`, …
   */
  codeOf(call: Promise<unknown>): Promise<string>;
  /** All that a stream sends, once it has ended: `await all(shop.searchOrders({ value: 'cup' }))`. */
  all<T>(stream: AsyncIterable<T>): Promise<T[]>;
  /**
   * Resolves so many milliseconds later on the clock of this test. That clock jumps: whenever
   * everything in this process waits, it goes to the next timer that is set.
   */
  pass(ms: number): Promise<void>;
}

/** A tool was used in a wrong way. */
export class MisusedError extends Error {
  override readonly name = 'MisusedError';
}

/** What a test has done with its tools. */
export interface Ledger {
  /** How often it compared something while it ran. */
  checks: number;
  /** What it found when it was over already, and nobody listened any more. */
  late: string[];
  over: boolean;
}

export function createTools(clock: FakeClock): { tools: Tools; ledger: Ledger } {
  const ledger: Ledger = { checks: 0, late: [], over: false };
  const tools: Tools = {
    equal(...given) {
      const [what, received, expected] = given;
      if (given.length !== 3) {
        throw new Error(
          `equal(what, received, expected) was given ${given.length} values, not three`,
        );
      }
      const message = `${what}: expected ${show(expected)}, received ${show(received)}`;
      if (ledger.over) {
        ledger.late.push(message);
        return;
      }
      ledger.checks++;
      if (!isSame(received, expected)) throw new Error(message);
    },
    async codeOf(call) {
      try {
        await call;
        return 'OK';
      } catch (error) {
        if (!(error instanceof GrpcError)) throw error;
        return statusName(error.code);
      }
    },
    async all(stream) {
      const messages = [];
      for await (const message of stream) messages.push(message);
      return messages;
    },
    pass: (ms) =>
      new Promise((resolve) => {
        // Who is over waits for ever: so a loop that waits for something ends with its test.
        if (!ledger.over) clock.setTimer(resolve, ms);
      }),
  };
  return { tools, ledger };
}
