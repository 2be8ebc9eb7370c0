import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { ReplyCache } from '#rpc/reply-cache';
import { RpcError } from './codes.ts';
import { findProcedure } from './find-procedure.ts';
import { MAX_KEY_LENGTH } from './limits.ts';

/**
 * The skeleton of lesson 2: as in lesson 1, and it copies the call's id into the reply, sends a
 * code with each error, and executes a request that carries a key at most once.
 */
export interface DispatcherOptions {
  /** Shared by all connections of a server: a repetition may come over another one. */
  replies?: ReplyCache<Outcome>;
  /** Hears of errors that were no `RpcError`. The client is told only that there was one. */
  onInternalError?(error: unknown): void;
}

/** What comes of a request, without the id: a repetition has another one. */
export type Outcome = { result: unknown } | { error: { code: string; message: string } };

interface Request {
  id: number;
  method: string;
  params: unknown[];
  key?: string;
}

/** Takes a packed request, resolves with the packed reply; never rejects. */
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

  return async (bytes) => {
    const request = parseRequest(bytes);
    if (request === undefined) {
      const error = { code: 'INVALID_ARGUMENT', message: 'this is no call' };
      return encodeUtf8(JSON.stringify({ id: null, error }));
    }
    const outcome =
      request.key === undefined
        ? await run(request)
        : await replies.once(request.key, () => run(request));
    return encodeUtf8(JSON.stringify({ id: request.id, ...outcome }));
  };
}

function parseRequest(bytes: Uint8Array): Request | undefined {
  let request: Partial<Request> | null;
  try {
    request = JSON.parse(decodeUtf8(bytes));
  } catch {
    return undefined;
  }
  const valid =
    typeof request?.id === 'number' &&
    typeof request.method === 'string' &&
    Array.isArray(request.params) &&
    (request.key === undefined ||
      (typeof request.key === 'string' && request.key.length <= MAX_KEY_LENGTH));
  return valid ? (request as Request) : undefined;
}
