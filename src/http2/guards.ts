import { FloodGuard } from './flood-guard.ts';
import type { Limits } from './limits.ts';

/** The flood guards of one connection, and what earns a peer more of each kind. */
export class Guards {
  readonly resets: FloodGuard;
  readonly settings: FloodGuard;
  readonly pings: FloodGuard;
  readonly emptyData: FloodGuard;
  readonly windowUpdates: FloodGuard;
  readonly ignored: FloodGuard;

  constructor(limits: Limits) {
    this.resets = new FloodGuard('streams that ended in RST_STREAM', limits.resets);
    this.settings = new FloodGuard('SETTINGS', limits.settings);
    this.pings = new FloodGuard('PINGs', limits.pings);
    this.emptyData = new FloodGuard('empty DATA frames', limits.emptyData);
    this.windowUpdates = new FloodGuard('WINDOW_UPDATEs', limits.windowUpdates);
    this.ignored = new FloodGuard('frames that have to be ignored', limits.ignored);
  }

  /** A receiver gives credit for what it gets, and may probe the path while bodies flow. */
  dataSent(): void {
    this.windowUpdates.earn(4);
    this.pings.earn(1);
  }

  dataReceived(): void {
    this.pings.earn(1);
  }

  /** A call is real work for the peer too; it may come with a late frame or two. */
  streamOpened(): void {
    this.ignored.earn(1);
  }

  /** One finished call pays for one cancelled: an honest proxy cancels no more than that. */
  streamEnded(): void {
    this.resets.earn(1);
  }

  /** We ended a stream that the peer did nothing wrong on: its frames under way are not its fault. */
  streamResetByUs(): void {
    this.ignored.earn(4);
  }
}
