import {
  credentials,
  InterceptingCall,
  type Interceptor,
  Metadata,
  type StatusObject,
  status,
} from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { bearer } from '#grpc/client/call-credentials';
import { createClient } from '#grpc/client/client';
import type { ClientInterceptor } from '#grpc/client/client-call';
import { onceMore } from '#grpc/oauth/once-more';
import type { TokenSource } from '#grpc/oauth/token-source';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { LOOPBACK } from '#transport/tcp';
import { ecommerce } from '../shop/load.ts';

/** What a client needs of a token source. */
export type Source = Pick<TokenSource, 'get' | 'refused'>;

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** The name that the server's certificate must have: an address has none in SNI (RFC 6066 §3). */
export const nameOf = (host: string) => (host === LOOPBACK ? 'localhost' : host);

/** How long a call of the story waits for its answer. */
const PATIENCE_MS = 30_000;

// #region ours
/** A stub of our stack: TLS, a token with each call, and once more. */
export function connectOurs(
  { host, port }: Address,
  roots: string,
  source?: Source,
  before: readonly ClientInterceptor[] = [],
) {
  const channel = new Channel(`dns:${nameOf(host)}:${port}`, {
    tls: { roots },
    ...(source && { credentials: bearer(() => source.get()) }),
  });
  const again = source ? [onceMore(source)] : [];
  const shop = createClient(OrderManagementDefinition, channel, {
    interceptors: [...before, ...again],
    defaults: { timeoutMs: PATIENCE_MS },
  });
  return { shop, close: () => channel.close() };
}
// #endregion ours

// #region js
/** grpc-js asks for the metadata of each call, with a callback. */
const tokenCredentials = (source: Source) =>
  credentials.createFromMetadataGenerator((_call, done) => {
    source.get().then((token) => {
      const metadata = new Metadata();
      metadata.set('authorization', `Bearer ${token}`);
      done(null, metadata);
    }, done);
  });

/** The same on grpc-js. */
export function connectJs({ host, port }: Address, roots: string, source?: Source) {
  const tls = credentials.createSsl(Buffer.from(roots));
  const secure = source
    ? credentials.combineChannelCredentials(tls, tokenCredentials(source))
    : tls;
  return new ecommerce.OrderManagement(`${nameOf(host)}:${port}`, secure, {
    interceptors: source ? [onceMoreJs(source)] : [],
  });
}
// #endregion js

/** `onceMore` for unary calls of grpc-js; all others fail, and the next one has another token. */
function onceMoreJs(source: Source): Interceptor {
  return (options, nextCall) => {
    const { requestStream, responseStream } = options.method_definition;
    let [token, sent, answer] = ['', undefined as unknown, undefined as unknown];
    return new InterceptingCall(nextCall(options), {
      async start(metadata, outer, begin) {
        // If there is none, the credentials say so in a moment.
        token = await source.get().catch(() => '');
        begin(metadata, {
          onReceiveMessage(message: unknown, outward) {
            if (requestStream || responseStream) outward(message);
            else answer = message; // Whether it goes on, the status says.
          },
          onReceiveStatus(how: StatusObject, outward) {
            const isRefused = how.code === status.UNAUTHENTICATED && source.refused(token);
            if (requestStream || responseStream) return outward(how);
            if (!isRefused) {
              outer.onReceiveMessage(answer);
              return outer.onReceiveStatus(how);
            }
            const again = nextCall(options);
            again.start(metadata, outer);
            again.sendMessage(sent);
            again.halfClose();
          },
        });
      },
      sendMessage(message, inward) {
        sent = message;
        inward(message);
      },
    });
  };
}
