import { chain } from '#grpc/interceptor';
import type {
  ClientStub,
  MethodDefinition,
  ServiceDefinition,
} from '#protobuf/schema/service-definition';
import { type CallOptions, withDefaults } from './call-options.ts';
import type { CallTransport } from './call-transport.ts';
import type { ClientCall, ClientInterceptor } from './client-call.ts';
import { InterceptedCall } from './intercepted-call.ts';
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
 * @throws RangeError if a method is named `then`: `await` would call it.
 */
export function createClient<Service extends ServiceDefinition>(
  service: Service,
  transport: CallTransport,
  options: ClientOptions = {},
): ClientStub<Service, CallOptions> {
  const stub = {};
  for (const [name, method] of Object.entries(service.methods)) {
    if (name === 'then') {
      throw new RangeError(
        `${method.path} is named 'then' in its definition: a stub with it would look like a promise`,
      );
    }
    // Defined, not assigned: whatever its name, it becomes a property of the stub's own.
    const value = clientMethod(transport, method, options);
    Object.defineProperty(stub, name, { value, enumerable: true, writable: true });
  }
  return stub as ClientStub<Service, CallOptions>;
}

function clientMethod(transport: CallTransport, method: MethodDefinition, client: ClientOptions) {
  const { interceptors = [], defaults } = client;
  if (interceptors.length > 0) return interceptedMethod(transport, method, client);
  return (request: unknown, options: CallOptions = NO_OPTIONS) => {
    const all = withDefaults(defaults, options);
    const call = new OutgoingCall(transport, method, all);
    return method.responseStream
      ? call.stream(request, all.metadata)
      : call.single(request, all.metadata);
  };
}

function interceptedMethod(
  transport: CallTransport,
  method: MethodDefinition,
  { interceptors = [], defaults }: ClientOptions,
) {
  return (request: unknown, options: CallOptions = NO_OPTIONS) => {
    const call = new InterceptedCall(transport, method, withDefaults(defaults, options));
    const start = (asked: unknown, changed: ClientCall) => call.start(asked, changed);
    const run = chain<ClientCall>(interceptors, start, 'again');
    const response = call.run(run, request);
    return method.responseStream ? call.read(response) : response;
  };
}

const NO_OPTIONS: CallOptions = Object.freeze({});
