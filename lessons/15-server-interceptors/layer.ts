import {
  type Metadata,
  ServerInterceptingCall,
  type ServerInterceptor,
  status,
} from '@grpc/grpc-js';

/** How a call ends: a code, a text, and perhaps trailers. */
export type Outcome = Parameters<ServerInterceptingCall['sendStatus']>[0];

/** What a layer wants to know of one call, and may change of it. Each may be left out. */
export interface Layer {
  /** The call comes in, with the client's metadata. It may wait; what it throws refuses the call. */
  enter?(metadata: Metadata): unknown;
  /** A request on its way in, and a response on its way out: what it returns goes on. */
  request?(message: unknown): unknown;
  response?(message: unknown): unknown;
  /** The call goes out, with its status; what it returns goes on. */
  leave?(outcome: Outcome): Outcome;
}

/** Makes the layer of one call, when the call comes. */
export type MakeLayer = (path: string) => Layer;

// #region layer
/** An interceptor for grpc-js, of what one wants to say and nothing more. */
export function layer(make: MakeLayer): ServerInterceptor {
  return ({ path }, outer) => {
    const { enter, request, response, leave } = make(path);
    const refuse = (error: unknown) => outer.sendStatus(asStatus(error));
    const pass = (one: unknown, change = same, on: Change) =>
      later(() => change(one)).then(on, refuse);
    return new ServerInterceptingCall(outer, {
      start: (begin) =>
        begin({
          onReceiveMetadata: (metadata, inward) => {
            later(() => enter?.(metadata)).then(() => inward(metadata), refuse);
          },
          onReceiveMessage: (one, inward) => pass(one, request, inward),
        }),
      sendMessage: (one, outward) => pass(one, response, outward),
      sendStatus: (how, outward) => outward(leave ? leave(how) : how),
    });
  };
}
// #endregion layer

type Change = (message: unknown) => unknown;
const same: Change = (message) => message;

/** What `run` returns, throws or promises, as a promise. */
const later = <T>(run: () => T | Promise<T>) => new Promise<T>((resolve) => resolve(run()));

/** A status that was thrown, or what an accident looks like from outside. */
function asStatus(error: unknown): Outcome {
  const { code, details } = Object(error) as Outcome;
  if (typeof code === 'number' && typeof details === 'string') return { code, details };
  return { code: status.UNKNOWN, details: 'an interceptor failed' };
}
