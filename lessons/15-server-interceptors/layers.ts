import { Metadata, status } from '@grpc/grpc-js';
import { CallError } from '#hello/call';
import type { MakeLayer, Outcome } from './layer.ts';

/** Who may come, by the token that they send. Lesson 25 keeps them better. */
export const TOKENS = new Map([
  ['Bearer tea-4711', 'ada'],
  ['Bearer tea-0815', 'bob'],
]);

/** `/ecommerce.OrderManagement/GetOrder` without what is the same in all of them. */
export const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

// #region log
/** A line for every call, with how it ended and how much went by. */
export function log(write: (line: string) => void): MakeLayer {
  return (path) => {
    let [requests, responses] = [0, 0];
    return {
      request(message) {
        requests++;
        return message;
      },
      response(message) {
        responses++;
        return message;
      },
      leave(outcome) {
        const ended = `${status[outcome.code]}, ${requests} in, ${responses} out`;
        write(`${nameOf(path)}: ${ended}`);
        return outcome;
      },
    };
  };
}
// #endregion log

// #region guard
/** Nobody gets further in without a token that we know, whatever the kind of the call. */
export const guard: MakeLayer = () => ({
  enter(metadata) {
    const [token] = metadata.get('authorization');
    if (TOKENS.has(String(token))) return;
    throw new CallError(status.UNAUTHENTICATED, 'who are you?');
  },
});
// #endregion guard

export const CORRELATION_ID = 'x-correlation-id';

/**
 * No text of an exception goes out. grpc-js has made a status of it by then: UNKNOWN, or whatever
 * number the error had as its code.
 */
export function mask(
  report: (id: string, outcome: Outcome) => void,
  newId: () => string,
): MakeLayer {
  return () => {
    const id = newId();
    return {
      leave(outcome) {
        const metadata = outcome.metadata?.clone() ?? new Metadata();
        metadata.set(CORRELATION_ID, id);
        if (isChosen(outcome.code)) return { ...outcome, metadata };
        report(id, outcome);
        const details = `something went wrong here; ask us about ${id}`;
        return { code: status.UNKNOWN, details, metadata };
      },
    };
  };
}

// #region chosen
/** One of gRPC's codes, and not the one that an exception becomes. */
const isChosen = (code: number) => code !== status.UNKNOWN && status[code] !== undefined;
// #endregion chosen
