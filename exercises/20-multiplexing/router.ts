import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 2 ──
  throw notYet(2);
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
    // ── Task 2 ──
    // routes is a Map from path to route: for (const [path, route] of routes).
    throw notYet(2);
  }

  /** What answers this path; `undefined`: nothing does, and `explain` says why. */
  find(path: string): Route | undefined {
    // ── Task 2 ──
    throw notYet(2);
  }

  /**
   * Why nothing answers a path: for the details of UNIMPLEMENTED. It names what is wrong, the service
   * or the method, and what was probably meant. What it repeats of the path is no more than an excerpt.
   */
  explain(path: string): string {
    // ── Task 2 ──
    // didYouMean(nearestName(wrong, names)) is what stands behind the sentence. excerpt(text) is no
    // more than fits on a line.
    throw notYet(2);
  }
}

/** What stands behind an explanation. */
function didYouMean(name: string | undefined): string {
  return name === undefined ? '' : `; did you mean ${name}?`;
}
