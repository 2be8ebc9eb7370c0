// Not derived: it is about calls, whichever library makes them.
import { CallError } from '#hello/call';

/** What came of a call that answers with many messages. */
export interface Collected<T> {
  /** All that came, in order: of a call that failed, those before it did. */
  messages: T[];
  /** These are all: the call ended in OK behind the last. */
  complete: boolean;
  /** With what the call failed, if it did. */
  error?: CallError;
}

/** How many messages are kept unless somebody says otherwise. A server can send without end. */
export const DEFAULT_MOST = 1_000;

/**
 * Reads a call to its end and says what came: the messages *and* the error, where a promise could
 * hold one of them. After `most` messages it looks whether there is one more; if so it leaves.
 *
 * @throws whatever `stream` throws that is not a CallError: that is a fault of this program
 */
export async function collect<T>(
  stream: AsyncIterable<T>,
  most = DEFAULT_MOST,
): Promise<Collected<T>> {
  // <task 4>
  //? Three ways to end:
  //?   the stream is done               complete: true
  //?   it threw a CallError             complete: false, and error
  //?   there are more than most         complete: false, and the loop is left
  const messages: T[] = [];
  try {
    for await (const message of stream) {
      if (messages.length === most) return { messages, complete: false };
      messages.push(message);
    }
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return { messages, complete: false, error };
  }
  return { messages, complete: true };
  // </task>
}
