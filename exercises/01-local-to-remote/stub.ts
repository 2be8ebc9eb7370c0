import { notYet } from '#course/exercise/not-yet';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { RemoteError } from '#rpc/remote-error';

/**
 * The client stub (Birrell & Nelson 1984, §1.3 "user-stub"): it looks like the procedure and is a
 * messenger. It packs the arguments into a message (marshals), has it sent, and unpacks the reply.
 *
 *     request   {"method":"readFile","params":["notes.txt"]}
 *     reply     {"result":"Remember the milk.\n"}
 *            or {"error":{"message":"there is no file 'notes.txt'"}}
 */

/** Sends one message and resolves with the answer. How is the runtime's business, not the stub's. */
export type Exchange = (request: Uint8Array) => Promise<Uint8Array>;

/** What a remote object looks like from here: the same methods, but each answer comes later. */
export type Remote<Api> = {
  [Name in keyof Api]: Api[Name] extends (...params: infer Params) => infer Result
    ? (...params: Params) => Promise<Awaited<Result>>
    : never;
};

/** Packs a call: which procedure, with what. */
export function marshalCall(method: string, params: readonly unknown[]): Uint8Array {
  // ── Task 1 ──
  // The text of the request above, on one line, as bytes: encodeUtf8('hi') makes the bytes 68 69 of
  // a text.
  throw notYet(1);
}

/**
 * Unpacks a reply into the result of the call.
 * @throws RemoteError with the server's message if the procedure failed over there
 */
export function unmarshalReply(reply: Uint8Array): unknown {
  // ── Task 2 ──
  // The way back: bytes → text (decodeUtf8) → value. A reply has a result or an error, never both;
  // an error is thrown: new RemoteError('its message').
  throw notYet(2);
}

/** An object on which every method call becomes a message to the server. */
export function createStub<Api extends object>(exchange: Exchange): Remote<Api> {
  // ── Task 3 ──
  // A Proxy is asked for every property that somebody reads: stub.readFile runs get(…, 'readFile').
  // Answer with a function that packs its arguments, sends them with exchange, unpacks the reply.
  // One name is not a procedure: `await stub` reads stub.then, to find out if stub is a promise.
  // A symbol, such as Symbol.iterator, is not a name that one could send: undefined for it, too.
  throw notYet(3);
}
