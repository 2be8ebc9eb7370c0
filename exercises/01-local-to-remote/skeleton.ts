import { notYet } from '#course/exercise/not-yet';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';

/**
 * The server skeleton (the word is CORBA's; Birrell & Nelson 1984 say "server-stub"): the stub's mirror. It unpacks the
 * message, makes the real, local call on behalf of a caller far away, and packs what comes of it.
 *
 *     request   {"method":"readFile","params":["notes.txt"]}
 *     reply     {"result":"Remember the milk.\n"}
 *            or {"error":{"message":"there is no file 'notes.txt'"}}
 */

/** Takes a request, resolves with the reply. It never rejects: a failure is a reply too. */
export type Skeleton = (request: Uint8Array) => Promise<Uint8Array>;

type Procedures = Record<string, (...params: unknown[]) => unknown>;

/** Puts the procedures of `implementation`, its own methods only, within reach of the network. */
export function createSkeleton(implementation: object): Skeleton {
  return (request) => answer(implementation as Procedures, request);
}

/** Makes the call that the request asks for, and resolves with the reply. */
async function answer(procedures: Procedures, request: Uint8Array): Promise<Uint8Array> {
  // ── Task 4 ──
  // Unpack the call, make it (procedures[method] is the procedure), pack its result. The procedure
  // may return a value or a promise. If it returns nothing, the result is null.
  // Call checkCall before the procedure, and reply marshalError(error) to whatever is thrown on the
  // way: task 5 fills in both.
  throw notYet(4);
}

/** @throws Error if this is not a call, or calls what was never meant to be called from outside */
function checkCall(procedures: Procedures, method: unknown, params: unknown): void {
  // ── Task 5 ──
  // The bytes come from a stranger. Throw unless method is a string, params is a list, and the
  // implementation itself has this method: every object has a constructor and a toString, too.
}

/** The reply that says what went wrong. */
function marshalError(error: unknown): Uint8Array {
  // ── Task 5 ──
  // See the second reply above. In JavaScript one can throw anything, not only an Error.
  throw notYet(5);
}
