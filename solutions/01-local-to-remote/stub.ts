// Derived from src/rpc/stub.ts by npm run skeletons: change it there.
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
  return encodeUtf8(JSON.stringify({ method, params }));
}

/**
 * Unpacks a reply into the result of the call.
 * @throws RemoteError with the server's message if the procedure failed over there
 */
export function unmarshalReply(reply: Uint8Array): unknown {
  const message = JSON.parse(decodeUtf8(reply));
  if (message.error !== undefined) throw new RemoteError(message.error.message);
  return message.result;
}

/** An object on which every method call becomes a message to the server. */
export function createStub<Api extends object>(exchange: Exchange): Remote<Api> {
  const call = async (method: string, params: unknown[]) => {
    const reply = await exchange(marshalCall(method, params));
    return unmarshalReply(reply);
  };

  return new Proxy({} as Remote<Api>, {
    get(_target, name) {
      // `await stub` asks every object for `then`; a stub that answered it would never settle.
      if (typeof name === 'symbol' || name === 'then') return undefined;
      return (...params: unknown[]) => call(name, params);
    },
  });
}
