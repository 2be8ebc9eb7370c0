import { nearestName } from '#grpc/routing/nearest-name';
import { excerpt } from '#grpc/wire/excerpt';

/** What a path names. */
export interface MethodName {
  /** With its package: `hello.Greeter`. */
  service: string;
  method: string;
}

/**
 * `/hello.Greeter/SayHello` in its two parts (gRPC PROTOCOL-HTTP2, Requests). `undefined` if it is
 * anything else: a part is missing, or empty, or there is one too many.
 */
export function splitPath(path: string): MethodName | undefined {
  const [before, service, method, ...more] = path.split('/');
  if (before !== '' || !service || !method || more.length > 0) return undefined;
  return { service, method };
}

/**
 * From a call's `:path` to what answers it. All services of a server are in one table, because a path
 * names both, service and method: so any number of them fits on a port. Upper and lower case differ.
 */
export class Router<Route> {
  /** What each call asks: one look, and no path has to be taken apart. */
  readonly #byPath = new Map<string, Route>();
  /** The names of each service's methods: only for those who call what is not there. */
  readonly #methods = new Map<string, string[]>();

  /**
   * @param service with its package
   * @param routes by their paths
   * @throws Error if the service is there already; then nothing is added.
   */
  add(service: string, routes: ReadonlyMap<string, Route>): void {
    if (this.#methods.has(service)) throw new Error(`${service} is served already`);
    const methods: string[] = [];
    for (const [path, route] of routes) {
      this.#byPath.set(path, route);
      methods.push(path.slice(path.lastIndexOf('/') + 1));
    }
    this.#methods.set(service, methods);
  }

  /** What answers this path; `undefined`: nothing does, and `explain` says why. */
  find(path: string): Route | undefined {
    return this.#byPath.get(path);
  }

  /**
   * Why nothing answers a path: for the details of UNIMPLEMENTED. It names what is wrong, the service
   * or the method, and what was probably meant. What it repeats of the path is no more than an excerpt.
   */
  explain(path: string): string {
    const name = splitPath(path);
    if (name === undefined) return `${excerpt(path)} is not a path: /service/method is`;
    const { service, method } = name;
    const methods = this.#methods.get(service);
    if (methods === undefined) {
      const meant = didYouMean(nearestName(service, [...this.#methods.keys()]));
      return `there is no service ${excerpt(service)} here${meant}`;
    }
    const meant = didYouMean(nearestName(method, methods));
    return `${service} has no method ${excerpt(method)}${meant}`;
  }
}

/** What stands behind an explanation. */
function didYouMean(name: string | undefined): string {
  return name === undefined ? '' : `; did you mean ${name}?`;
}
