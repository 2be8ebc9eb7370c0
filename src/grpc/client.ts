import type { ClientStub, MethodDefinition, ServiceDefinition } from '#protobuf/service-definition';
import type { CallOptions, ClientCall, ClientInterceptor } from './call-options.ts';
import type { CallTransport } from './call-transport.ts';
import { chain } from './interceptor.ts';
import { Metadata } from './metadata.ts';
import { OutgoingCall } from './outgoing-call.ts';

export interface ClientOptions {
  /** The first is outermost. */
  interceptors?: readonly ClientInterceptor[];
  /** What calls have unless they say otherwise. */
  defaults?: CallOptions;
}

/**
 * The stub: an object with a function for each method of the service, which sends what it is given
 * and gives back what comes.
 *
 * ```ts
 * const greeter = createClient(GreeterDefinition, new Channel('dns:localhost:50051'));
 * const { message } = await greeter.sayHello({ name: 'Ada' }, { timeoutMs: 1000 });
 * ```
 *
 * What does not end in OK throws a `GrpcError`. A stream that is left early (`break`) is cancelled.
 */
export function createClient<Service extends ServiceDefinition>(
  service: Service,
  transport: CallTransport,
  options: ClientOptions = {},
): ClientStub<Service, CallOptions> {
  const stub: Record<string, unknown> = {};
  for (const [name, method] of Object.entries(service.methods)) {
    stub[name] = clientMethod(transport, method, options);
  }
  return stub as ClientStub<Service, CallOptions>;
}

function clientMethod(transport: CallTransport, method: MethodDefinition, client: ClientOptions) {
  const invoke = (request: unknown, options: CallOptions, metadata: Metadata | undefined) => {
    const call = new OutgoingCall(transport, method, options);
    return method.responseStream ? call.stream(request, metadata) : call.single(request, metadata);
  };
  const { interceptors = [], defaults } = client;
  if (interceptors.length === 0) {
    return (request: unknown, options: CallOptions = NO_OPTIONS) => {
      const all = defaults ? { ...defaults, ...options } : options;
      return invoke(request, all, all.metadata);
    };
  }
  const run = chain<ClientCall>(interceptors, async (request, call) =>
    invoke(request, call.options, call.metadata),
  );
  return (request: unknown, options: CallOptions = NO_OPTIONS) => {
    const all = { ...defaults, ...options };
    const call = { method, metadata: all.metadata?.clone() ?? new Metadata(), options: all };
    const response = run(request, call);
    if (!method.responseStream) return response;
    response.catch(() => {}); // it is thrown where the stream is read
    return flatten(response);
  };
}

const NO_OPTIONS: CallOptions = Object.freeze({});

/** A promise of a stream, as a stream. The call has begun already, as it does without interceptors. */
async function* flatten(response: Promise<unknown>): AsyncIterable<unknown> {
  yield* (await response) as AsyncIterable<unknown>;
}
