import { createHmac, randomBytes } from 'node:crypto';
import type { Proof } from '#grpc/credentials/basic';
import type { Clock } from '#time/clock';

/** How long a password that was changed goes on working: as short as one can afford. */
export const FRESH_MS = 60_000;

/** Of many connections at once. The oldest is forgotten first, and pays for a hash again. */
const MAX_REMEMBERED = 10_000;

/** A proof that was right on this connection before. */
export interface Remembered<Caller> {
  readonly caller: Caller;
  /** Within the last minute: it need not be looked at again. */
  readonly fresh: boolean;
}

/**
 * Proofs that were right before, each on its connection: scrypt for each call would be most of what
 * the server does. A connection belongs to one client, so nobody else can guess against what is
 * remembered here, past the brake.
 *
 * What is kept is an HMAC under a key that only this process has and that ends with it: whoever
 * reads the memory of the process has no list of fast hashes.
 */
export class ProofMemory<Caller> {
  readonly #key = randomBytes(32);
  readonly #right = new Map<string, { caller: Caller; until: number }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get(proof: Proof, connection: string): Remembered<Caller> | undefined {
    const found = this.#right.get(this.#digest(proof, connection));
    return found && { caller: found.caller, fresh: this.#clock.now() < found.until };
  }

  /** It was right, or it was not: then it is forgotten. */
  set(proof: Proof, connection: string, caller: Caller | undefined): void {
    const digest = this.#digest(proof, connection);
    this.#right.delete(digest);
    if (caller === undefined) return;
    this.#right.set(digest, { caller, until: this.#clock.now() + FRESH_MS });
    const [oldest] = this.#right.keys();
    if (this.#right.size > MAX_REMEMBERED) this.#right.delete(oldest!);
  }

  #digest({ user, password }: Proof, connection: string): string {
    const text = JSON.stringify([connection, user, password]);
    return createHmac('sha256', this.#key).update(text).digest('base64');
  }
}
