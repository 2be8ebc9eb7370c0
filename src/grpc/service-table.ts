import type {
  MethodDefinition,
  ServerImplementation,
  ServiceDefinition,
} from '#protobuf/service-definition';
import { GrpcError } from './grpc-error.ts';
import type { ServerCall } from './server-call.ts';
import { Status } from './status.ts';

/** A handler with all types rubbed off; `addService` has seen to it that they fit. */
export type AnyHandler = (request: unknown, call: ServerCall) => unknown;

export interface Registered {
  readonly method: MethodDefinition;
  readonly handler: AnyHandler;
}

/** From `:path` to the function that answers. Paths are compared to the letter. */
export class ServiceTable {
  readonly #byPath = new Map<string, Registered>();
  readonly #services = new Set<string>();

  /** @throws Error where the service is there already. */
  add<Service extends ServiceDefinition>(
    service: Service,
    implementation: Partial<ServerImplementation<Service, ServerCall>>,
  ): void {
    if (this.#services.has(service.name)) throw new Error(`${service.name} is served already`);
    this.#services.add(service.name);
    const handlers = implementation as Record<string, AnyHandler | undefined>;
    for (const [name, method] of Object.entries(service.methods)) {
      const handler = handlers[name]?.bind(implementation) ?? unimplemented(method.path);
      this.#byPath.set(method.path, { method, handler });
    }
  }

  get(path: string): Registered | undefined {
    return this.#byPath.get(path);
  }

  get names(): string[] {
    return [...this.#services];
  }
}

function unimplemented(path: string): AnyHandler {
  return () => {
    throw new GrpcError(Status.UNIMPLEMENTED, `${path} is not implemented`);
  };
}
