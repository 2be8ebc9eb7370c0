import { DEFAULT_WINDOW, ReceiveWindow } from '#http2/flow-control';
import type { ConnectionHandler } from './events.ts';
import { Guards } from './guards.ts';
import type { Limits } from './limits.ts';
import {
  DEFAULT_CONNECTION_WINDOW,
  type Http2Options,
  resolveLimits,
  resolveSettings,
} from './options.ts';
import { SendQueue } from './send-queue.ts';
import { Sender } from './sender.ts';
import { PROTOCOL_DEFAULTS, type Settings } from './settings.ts';
import { StreamTable } from './stream-table.ts';

/** What the parts of one connection share. */
export class ConnectionContext {
  readonly role: 'client' | 'server';
  readonly handler: ConnectionHandler;
  readonly limits: Limits;
  readonly local: Readonly<Settings>;
  readonly remote: Settings = { ...PROTOCOL_DEFAULTS };
  readonly sender: Sender;
  readonly sendQueue: SendQueue;
  readonly streams: StreamTable;
  readonly guards: Guards;
  readonly receiveWindow: ReceiveWindow;
  /** With what a new stream's receive window starts, by what the peer knows of our settings. */
  receiveWindowSize: number;
  /** The time of the bytes that are being taken in. */
  now = 0;
  /** A stream has left the table. */
  streamGone: () => void = () => {};

  constructor(role: 'client' | 'server', handler: ConnectionHandler, options: Http2Options) {
    this.role = role;
    this.handler = handler;
    this.limits = resolveLimits(options);
    this.local = resolveSettings(role, options, this.limits);
    this.sender = new Sender(this.remote);
    this.sendQueue = new SendQueue(this.sender);
    this.streams = new StreamTable(this);
    this.guards = new Guards(this.limits);
    // Until the peer has acknowledged a smaller window it may still use the default.
    this.receiveWindowSize = Math.max(this.local.initialWindowSize, DEFAULT_WINDOW);
    const size = Math.max(options.connectionWindow ?? DEFAULT_CONNECTION_WINDOW, DEFAULT_WINDOW);
    this.receiveWindow = new ReceiveWindow(size);
  }

  /** Octets of the connection's window that nobody holds any more. */
  creditConnection(size: number): void {
    if (size === 0) return;
    const increment = this.receiveWindow.consume(size);
    if (increment > 0) this.sender.windowUpdate(0, increment);
  }
}
