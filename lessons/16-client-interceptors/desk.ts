/** A bearer token in a header: `Bearer tea-1`. */
const BEARER = /^Bearer (tea-[\w-]+)$/;

/** How many calls a token is good for, unless told. */
export const USES = 2;

/**
 * Takes tokens, and each of them for so many calls. A real one expires by the clock, and a server of
 * its own makes them (lesson 26). Here any that begins with `tea-` is taken, until it is used up: so
 * it expires when the story wants it to.
 */
export class Desk {
  readonly #uses: number;
  readonly #used = new Map<string, number>();
  /** Who asked, in order, and whether they came in: `tea-1 ✓`. */
  readonly asked: string[] = [];

  constructor(uses = USES) {
    this.#uses = uses;
  }

  /** Whether the token in this header is still good. Uses it. */
  takes(header: string | undefined): boolean {
    const token = BEARER.exec(header ?? '')?.[1];
    const used = token === undefined ? this.#uses : (this.#used.get(token) ?? 0);
    const isGood = used < this.#uses;
    if (token !== undefined && isGood) this.#used.set(token, used + 1);
    this.asked.push(`${token ?? 'no token'} ${isGood ? '✓' : '✗'}`);
    return isGood;
  }

  /** No token that was used before is good any more. */
  revoke(): void {
    for (const token of this.#used.keys()) this.#used.set(token, this.#uses);
  }
}

/** Where tokens come from: `tea-1`, `tea-2`. Counts how often it was asked. */
export function tokens(prefix = 'tea') {
  const source = {
    fetched: 0,
    fetch: async () => `${prefix}-${++source.fetched}`,
  };
  return source;
}
