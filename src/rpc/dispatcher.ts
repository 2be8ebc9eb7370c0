import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { ReplyCache } from '#rpc/reply-cache';
import { RpcError } from './codes.ts';
import { findProcedure } from './find-procedure.ts';
import { MAX_KEY_LENGTH } from './limits.ts';

/**
 * The skeleton of lesson 2. It does what that of lesson 1 does, and it copies the call's id into
 * the reply, sends a code with each error, and executes a request that carries a key at most once.
 */
export interface DispatcherOptions {
  /** Shared by all connections of a server: a repetition may come over another one. */
  replies?: ReplyCache<Outcome>;
  /** Is told of errors that are not an `RpcError`. The client learns only that there was one. */
  onInternalError?(error: unknown): void;
}

/** The outcome of a request, without the id: a repetition has another id. */
export type Outcome = { result: unknown } | { error: { code: string; message: string } };

interface Request {
  id: number;
  method: string;
  params: unknown[];
  key?: string;
}

/** Takes a packed request and resolves with the packed reply. It never rejects. */
export function createDispatcher(
  implementation: object,
  { replies = new ReplyCache<Outcome>(), onInternalError }: DispatcherOptions = {},
): (request: Uint8Array) => Promise<Uint8Array> {
  async function run({ method, params }: Request): Promise<Outcome> {
    try {
      const procedure = findProcedure(implementation, method);
      if (procedure === undefined) {
        throw new RpcError('UNIMPLEMENTED', `there is no procedure '${method}'`);
      }
      return { result: (await procedure.apply(implementation, params)) ?? null };
    } catch (error) {
      return { error: publicError(error) };
    }
  }

  /** An error as the client may see it: a stray exception's text could hold anything. */
  function publicError(error: unknown): { code: string; message: string } {
    if (error instanceof RpcError) return { code: error.code, message: error.message };
    onInternalError?.(error);
    return { code: 'INTERNAL', message: 'the server failed' };
  }

  function pack(id: number, outcome: Outcome): Uint8Array {
    try {
      return encodeUtf8(JSON.stringify({ id, ...outcome }));
    } catch (error) {
      // A result that JSON cannot write (a bigint, a circle) is a failure like any other.
      return encodeUtf8(JSON.stringify({ id, error: publicError(error) }));
    }
  }

  return async (bytes) => {
    const { id, call } = parseRequest(bytes);
    if (call === undefined) {
      const error = { code: 'INVALID_ARGUMENT', message: 'this is not a call' };
      return encodeUtf8(JSON.stringify({ id, error }));
    }
    const outcome =
      call.key === undefined ? await run(call) : await replies.once(call.key, () => run(call));
    return pack(call.id, outcome);
  };
}

/**
 * The id, if there is one, so that even a wrong call gets its answer; and the call, if it is valid.
 */
function parseRequest(bytes: Uint8Array): { id: number | null; call?: Request } {
  let request: Partial<Request> | null;
  try {
    request = JSON.parse(decodeUtf8(bytes));
  } catch {
    return { id: null };
  }
  if (typeof request?.id !== 'number') return { id: null };
  const { id, method, params, key } = request;
  const isCall =
    typeof method === 'string' &&
    Array.isArray(params) &&
    (key === undefined || (typeof key === 'string' && key.length <= MAX_KEY_LENGTH));
  return isCall ? { id, call: { id, method, params, key } } : { id };
}
