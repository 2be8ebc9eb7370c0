import { notYet } from '#course/exercise/not-yet';
import * as grpc from '@grpc/grpc-js';
import { CallError } from '#hello/call';

/** As much of grpc-js's stream as reading an upload takes: it is a Readable of Node. */
export type Incoming<T> = Pick<
  grpc.ServerReadableStream<T, unknown>,
  'cancelled' | 'iterator' | 'metadata'
>;

/** The header by which a client may say, before it begins, how many messages it is going to send. */
export const COUNT = 'order-count';

/** The text of the error of a client that left in the middle. */
export const LEFT = 'the client left in the middle';

/**
 * The messages of an upload, one at a time, for `for await`. It is done when they are all there, and
 * not before. An end alone does not say that: the stream ends when the client has said that this was
 * all, and also if it is gone; and a client of grpc-js that cancels says first that this was all.
 *
 * A handler that leaves the loop early, to answer before all has come, does the call no harm.
 *
 * @throws CallError CANCELLED if the client is gone; INVALID_ARGUMENT if it has announced another
 *   number of messages than came, or what is not a number (`3x`). The text then has both
 */
export async function* incoming<T>(call: Incoming<T>): AsyncGenerator<T, void> {
  // ── Task 1 ──
  // call.iterator({ destroyOnReturn: false }) is something to loop over that does no harm to the
  // call when it is left early. If the client is gone it ends, or throws; then call.cancelled is
  // true. If it throws and nobody is gone, the error is another's: throw it on.
  // call.metadata.get(COUNT) is a list: of one text, or empty if the client has announced nothing.
  throw notYet(1);
}
