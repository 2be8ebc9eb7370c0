// Derived from src/rpc/skeleton.ts by npm run skeletons: change it there.
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
  try {
    const { method, params } = JSON.parse(decodeUtf8(request));
    checkCall(procedures, method, params);
    const result = await procedures[method]?.(...params);
    // JSON has no `undefined`: a procedure that returns nothing answers null.
    return encodeUtf8(JSON.stringify({ result: result ?? null }));
  } catch (error) {
    return marshalError(error);
  }
}

/** @throws Error if this is not a call, or calls what was never meant to be called from outside */
function checkCall(procedures: Procedures, method: unknown, params: unknown): void {
  if (typeof method !== 'string' || !Array.isArray(params)) {
    throw new Error('a call needs a method and a list of params');
  }
  // `constructor` and `toString` are there on every object too.
  if (!Object.hasOwn(procedures, method) || typeof procedures[method] !== 'function') {
    throw new Error(`there is no procedure '${method}'`);
  }
}

/** The reply that says what went wrong. */
function marshalError(error: unknown): Uint8Array {
  const message = error instanceof Error ? error.message : String(error);
  return encodeUtf8(JSON.stringify({ error: { message } }));
}
