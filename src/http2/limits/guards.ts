import { FloodGuard } from './flood-guard.ts';
import type { Limits } from './limits.ts';

/** The kinds of frame that cost us more than the peer; `Limits` has a rate for each. */
export type GuardedKind =
  | 'resets'
  | 'settings'
  | 'pings'
  | 'emptyData'
  | 'windowUpdates'
  | 'ignored';

/** The flood guards of one connection, and what earns a peer more of each kind. */
export class Guards {
  /** When the bytes came that are being read, in milliseconds from any fixed point. */
  now = 0;
  readonly #resets: FloodGuard;
  readonly #settings: FloodGuard;
  readonly #pings: FloodGuard;
  readonly #emptyData: FloodGuard;
  readonly #windowUpdates: FloodGuard;
  readonly #ignored: FloodGuard;

  constructor(limits: Limits) {
    this.#resets = new FloodGuard('streams that ended in RST_STREAM', limits.resets);
    this.#settings = new FloodGuard('SETTINGS', limits.settings);
    this.#pings = new FloodGuard('PINGs', limits.pings);
    this.#emptyData = new FloodGuard('empty DATA frames', limits.emptyData);
    this.#windowUpdates = new FloodGuard('WINDOW_UPDATEs', limits.windowUpdates);
    this.#ignored = new FloodGuard('frames that have to be ignored', limits.ignored);
  }

  /** @throws Http2Error ENHANCE_YOUR_CALM for the connection: too many of this kind. */
  spend(kind: GuardedKind): void {
    this.#guardOf(kind).spend(this.now);
  }

  /** A receiver gives credit for what it gets, and may probe the path while bodies flow. */
  dataSent(): void {
    this.#windowUpdates.earn(4);
    this.#pings.earn(1);
  }

  dataReceived(): void {
    this.#pings.earn(1);
  }

  /** A call is real work for the peer too. A late frame or two may belong to it. */
  streamOpened(): void {
    this.#ignored.earn(1);
  }

  /** One finished call pays for one cancelled: an honest proxy cancels no more than that. */
  streamEnded(): void {
    this.#resets.earn(1);
  }

  /** We ended a stream on which the peer did nothing wrong: it may not know that yet. */
  streamResetByUs(): void {
    this.#ignored.earn(4);
  }

  #guardOf(kind: GuardedKind): FloodGuard {
    switch (kind) {
      case 'resets':
        return this.#resets;
      case 'settings':
        return this.#settings;
      case 'pings':
        return this.#pings;
      case 'emptyData':
        return this.#emptyData;
      case 'windowUpdates':
        return this.#windowUpdates;
      case 'ignored':
        return this.#ignored;
    }
  }
}
