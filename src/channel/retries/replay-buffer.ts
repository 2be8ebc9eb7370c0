import type { OutgoingMessage } from '#grpc/messages/outgoing-message';

/** A message as it was handed over, or only the end of the requests. */
export interface Sent {
  readonly message: OutgoingMessage | undefined;
  readonly last: boolean;
}

/** What it costs to keep a message, beside its bytes: a million empty ones are not free. */
const ENTRY_COST = 64;

const NOTHING: readonly Sent[] = [];

/** What a call has sent, as long as it may have to be sent again. */
export class ReplayBuffer {
  #all: Sent[] | undefined;
  #size = 0;

  /** What it costs to keep all this, in bytes. */
  get size(): number {
    return this.#size;
  }

  get all(): readonly Sent[] {
    return this.#all ?? NOTHING;
  }

  push(sent: Sent): void {
    // A list that grows from nothing gets room for seventeen, and most calls send one message.
    if (this.#all === undefined) this.#all = [sent];
    else this.#all.push(sent);
    this.#size += ENTRY_COST + (sent.message?.bytes.length ?? 0);
  }

  clear(): void {
    this.#all = undefined;
    this.#size = 0;
  }
}
