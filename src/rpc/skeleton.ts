import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { findProcedure } from './find-procedure.ts';

/**
 * The server skeleton (Birrell & Nelson 1984: "server-stub"): the stub's mirror. It unpacks the
 * message, makes the real, local call on behalf of a caller far away, and packs what comes of it.
 */

/** Takes a request, resolves with the reply. It never rejects: a failure is a reply too. */
export type Skeleton = (request: Uint8Array) => Promise<Uint8Array>;

/** Puts the procedures of `implementation`, its own methods only, within reach of the network. */
export function createSkeleton(implementation: object): Skeleton {
  return async (request) => {
    try {
      const { method, params } = unmarshalCall(request);
      const procedure = findProcedure(implementation, method);
      if (procedure === undefined) throw new Error(`there is no procedure '${method}'`);
      return marshalResult(await procedure.apply(implementation, params));
    } catch (error) {
      return marshalError(error);
    }
  };
}

function unmarshalCall(request: Uint8Array): { method: string; params: unknown[] } {
  const call = JSON.parse(decodeUtf8(request));
  if (typeof call?.method !== 'string' || !Array.isArray(call.params)) {
    throw new Error('a call needs a method and a list of params');
  }
  return call;
}

function marshalResult(result: unknown): Uint8Array {
  // JSON has no `undefined`: a procedure that returns nothing answers null.
  return encodeUtf8(JSON.stringify({ result: result ?? null }));
}

function marshalError(error: unknown): Uint8Array {
  const message = error instanceof Error ? error.message : String(error);
  return encodeUtf8(JSON.stringify({ error: { message } }));
}
