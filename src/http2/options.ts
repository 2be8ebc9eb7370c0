import { DEFAULT_LIMITS, type Limits } from '#http2/limits/limits';
import { PROTOCOL_DEFAULTS, type Settings } from '#http2/protocol/settings';
import { DEFAULT_WINDOW } from '#http2/streams/flow-control';

export interface Http2Options {
  /** Octets of one stream's body that may be under way or not yet consumed. Default 512 KiB. */
  streamWindow?: number;
  /**
   * Octets of all streams together that may be under way. The peer gets them back when they come,
   * so that unread streams do not stop the others; `limits.maxHeld` bounds what is unread.
   * Default 4 MiB.
   */
  connectionWindow?: number;
  /** The largest frame that the peer may send; 16,384 to 16,777,215. */
  maxFrameSize?: number;
  /** The compression table for what the peer sends. Default 4,096. */
  headerTableSize?: number;
  /** With which id a client begins, odd; 1. So that one can see how a connection's ids end. */
  firstStreamId?: number;
  limits?: Partial<Limits>;
}

export const DEFAULT_STREAM_WINDOW = 512 * 1024;
export const DEFAULT_CONNECTION_WINDOW = 4 * 1024 * 1024;

export function resolveLimits(options: Http2Options): Limits {
  return { ...DEFAULT_LIMITS, ...options.limits };
}

/** Our settings, as they go out in the first frame. */
export function localSettings(
  role: 'client' | 'server',
  options: Http2Options,
  limits: Limits,
): Settings {
  return {
    headerTableSize: options.headerTableSize ?? PROTOCOL_DEFAULTS.headerTableSize,
    // We never accept a push; only a client may say so, a server has nothing to be pushed (§6.5.2).
    enablePush: role === 'server',
    maxConcurrentStreams:
      role === 'server' ? limits.maxConcurrentStreams : PROTOCOL_DEFAULTS.maxConcurrentStreams,
    initialWindowSize: options.streamWindow ?? DEFAULT_STREAM_WINDOW,
    maxFrameSize: options.maxFrameSize ?? PROTOCOL_DEFAULTS.maxFrameSize,
    maxHeaderListSize: limits.maxHeaderListSize,
  };
}

/** No SETTINGS can make the connection's window smaller than it begins (§6.9.2). */
export function connectionWindow(options: Http2Options): number {
  return Math.max(options.connectionWindow ?? DEFAULT_CONNECTION_WINDOW, DEFAULT_WINDOW);
}
