import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import type { StatusCode } from '#grpc/status';
import { CallError } from '#hello/call';
import { type GreeterClient, GreeterDefinition } from '#protobuf/generated/hello';
import { greet } from './greet.ts';

// #region server
/** The same Greeter on the stack in `src/`. */
export async function startOurServer({ host, port, log }: ServerOptions): Promise<RunningServer> {
  const server = new Server({ onHandlerError: (error) => log(`a handler failed: ${error}`) });
  server.addService(GreeterDefinition, {
    async sayHello({ name }, call) {
      log(`SayHello("${name}")`);
      const whenGone = (gone: () => void) => call.signal.addEventListener('abort', gone);
      const message = await greet(name, whenGone).catch(inOurTerms);
      if (call.cancelled) log(`SayHello("${name}"): nobody waits for it any more`);
      return { message };
    },
  });
  const listener = await server.listen({ host, port });
  return { host: listener.host, port: listener.port, close: () => server.close() };
}
// #endregion server

// #region client
export function connectOurs(
  { host, port }: { host: string; port: number },
  options?: ChannelOptions,
): { greeter: GreeterClient<{ timeoutMs?: number; signal?: AbortSignal }>; channel: Channel } {
  const channel = new Channel(`ipv4:${host}:${port}`, options);
  return { greeter: createClient(GreeterDefinition, channel), channel };
}
// #endregion client

/** `greet` throws grpc-js's kind of error; this stack has its own. */
function inOurTerms(error: unknown): never {
  if (!(error instanceof CallError)) throw error;
  throw new GrpcError(error.code as number as StatusCode, error.details);
}
