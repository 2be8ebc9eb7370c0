import {
  credentials,
  Metadata,
  ServerInterceptingCall,
  type ServerInterceptor,
} from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import type { CallOptions } from '#hello/call';
import { systemClock } from '#time/clock';
import { sayHello } from './client.ts';
import { hello } from './load.ts';
import { connectOurs, startOurServer } from './ours.ts';
import { startServer } from './server.ts';

/** Who speaks at an end. */
export const STACKS = ['grpc-js', 'ours'] as const;
export type Stack = (typeof STACKS)[number];

export interface Pairing {
  client: Stack;
  server: Stack;
}

export const PAIRINGS: readonly Pairing[] = STACKS.flatMap((client) =>
  STACKS.map((server) => ({ client, server })),
);

export const nameOf = ({ client, server }: Pairing) => `${client}/${server}`;

/** What a client can do here, whichever stack it stands on. */
export interface AnyClient {
  sayHello(name: string, options?: CallOptions): Promise<string>;
  close(): void;
}

/** The name that a client calls the server by; a recording must not tell of a port of its day. */
const AUTHORITY = 'localhost:50010';

export function connect(stack: Stack, { host, port }: { host: string; port: number }): AnyClient {
  if (stack === 'ours') {
    // Time stands still here as it does for grpc-js: see `withStoppedClock`.
    const clock = { ...systemClock, now: () => 0 };
    const { greeter, channel } = connectOurs({ host, port }, { authority: AUTHORITY, clock });
    return {
      sayHello: async (name, options = { timeoutMs: 1_000 }) =>
        (await greeter.sayHello({ name }, options)).message,
      close: () => void channel.close(),
    };
  }
  const greeter = new hello.Greeter(`${host}:${port}`, credentials.createInsecure(), {
    'grpc.default_authority': AUTHORITY,
  });
  return {
    sayHello: (name, options) => sayHello(greeter, name, options),
    close: () => greeter.close(),
  };
}

export function start(stack: Stack, options: ServerOptions): Promise<RunningServer> {
  return stack === 'ours'
    ? startOurServer(options)
    : startServer(options, { interceptors: [atOneMoment] });
}

const MOMENT = 'Sun, 22 Nov 2026 12:00:00 GMT';

/** Node's HTTP/2 puts the time into every response, unless there is one: for recordings, there is. */
export const atOneMoment: ServerInterceptor = (_method, call) => {
  let sent = false;
  return new ServerInterceptingCall(call, {
    sendMetadata(metadata, next) {
      sent = true;
      metadata.set('date', MOMENT);
      next(metadata);
    },
    sendStatus(status, next) {
      if (sent) return next(status);
      // Trailers-Only: what stands there is the response's headers, too.
      const metadata = status.metadata?.clone() ?? new Metadata();
      metadata.set('date', MOMENT);
      next({ ...status, metadata });
    },
  });
};
