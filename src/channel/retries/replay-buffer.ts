import type { OutgoingMessage } from '#grpc/messages/outgoing-message';

/** A message as it was handed over, or only the end of the requests. */
export interface Sent {
  readonly message: OutgoingMessage | undefined;
  readonly last: boolean;
}

/** What it costs to keep a message, beside its bytes: a million empty ones are not free. */
const ENTRY_COST = 64;

/** What a call has sent, as long as it may have to be sent again. */
export class ReplayBuffer {
  #all: Sent[] = [];
  #size = 0;

  /** What it costs to keep all this, in bytes. */
  get size(): number {
    return this.#size;
  }

  get all(): readonly Sent[] {
    return this.#all;
  }

  push(sent: Sent): void {
    this.#all.push(sent);
    this.#size += ENTRY_COST + (sent.message?.bytes.length ?? 0);
  }

  clear(): void {
    this.#all = [];
    this.#size = 0;
  }
}
