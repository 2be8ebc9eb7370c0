import { GrpcError } from '#grpc/grpc-error';
import { chain } from '#grpc/interceptor';
import { Router } from '#grpc/routing/router';
import { Status } from '#grpc/status';
import type {
  MethodDefinition,
  ServerImplementation,
  ServiceDefinition,
} from '#protobuf/schema/service-definition';
import type { ServerCall } from './server-call.ts';
import type { ServerInterceptor } from './server-options.ts';

/** A handler without its types; `addService` has made sure that they fit. */
type AnyHandler = (request: unknown, call: ServerCall) => unknown;

export interface ServedMethod {
  readonly method: MethodDefinition;
  /** The handler, inside of the interceptors. */
  readonly answer: AnyHandler;
}

/** From `:path` to the function that answers. Upper and lower case differ. */
export class ServiceTable {
  readonly #interceptors: readonly ServerInterceptor[];
  readonly #router = new Router<ServedMethod>();
  readonly #services = new Map<string, ServiceDefinition>();

  /** @param interceptors of all services; the first is outermost. */
  constructor(interceptors: readonly ServerInterceptor[]) {
    this.#interceptors = interceptors;
  }

  /**
   * @param interceptors of this service alone, inside of those of all services.
   * @throws Error if the service is there already; TypeError if a handler is not a function.
   */
  add<Service extends ServiceDefinition>(
    service: Service,
    implementation: Partial<ServerImplementation<Service, ServerCall>>,
    interceptors: readonly ServerInterceptor[] = [],
  ): void {
    const all = [...this.#interceptors, ...interceptors];
    const served = new Map<string, ServedMethod>();
    for (const [name, method] of Object.entries(service.methods)) {
      const handler = handlerOf(implementation, name, method);
      const answer = all.length === 0 ? handler : intercepted(all, handler);
      served.set(method.path, { method, answer });
    }
    this.#router.add(service.name, served);
    this.#services.set(service.name, service);
  }

  get(path: string): ServedMethod | undefined {
    return this.#router.find(path);
  }

  /** Why there is nothing at this path. */
  explain(path: string): string {
    return this.#router.explain(path);
  }

  get services(): ServiceDefinition[] {
    return [...this.#services.values()];
  }
}

/**
 * The handler for a method: a property of the implementation, or a method of its class. What every
 * object has, such as `toString`, is nobody's handler.
 */
function handlerOf(implementation: object, name: string, { path }: MethodDefinition): AnyHandler {
  const handler = ownProperty(implementation, name);
  if (typeof handler === 'function') return handler.bind(implementation);
  if (handler !== undefined) throw new TypeError(`the handler of ${path} is not a function`);
  return () => {
    throw new GrpcError(Status.UNIMPLEMENTED, `${path} is not implemented`);
  };
}

function ownProperty(implementation: object, name: string): unknown {
  for (let owner = implementation; owner !== null; owner = Object.getPrototypeOf(owner)) {
    const isRoot = Object.getPrototypeOf(owner) === null && owner !== implementation;
    if (isRoot) return undefined; // `Object.prototype`, of whichever realm.
    if (!Object.hasOwn(owner, name)) continue;
    // A class has its own `constructor`, which answers no call.
    if (name === 'constructor' && owner !== implementation) continue;
    return (implementation as Record<string, unknown>)[name];
  }
  return undefined;
}

function intercepted(interceptors: readonly ServerInterceptor[], handler: AnyHandler): AnyHandler {
  return chain<ServerCall>(interceptors, async (request, call) => handler(request, call));
}
