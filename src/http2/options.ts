import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { PROTOCOL_DEFAULTS, type Settings } from './settings.ts';

export interface Http2Options {
  /** Octets of one stream's body that may be under way or not yet consumed. Default 512 KiB. */
  streamWindow?: number;
  /**
   * The same for all streams together, so also the most that a peer can make us hold in bodies.
   * A stream that is not consumed takes its share of it: keep it several streams large.
   * Default 4 MiB.
   */
  connectionWindow?: number;
  /** The largest frame that the peer may send; 16,384 to 16,777,215. */
  maxFrameSize?: number;
  /** The compression table for what the peer sends. Default 4,096. */
  headerTableSize?: number;
  limits?: Partial<Limits>;
  /**
   * Reads frames by the plain reader, one object a frame, instead of the fast scanner: slower,
   * the same events. For lessons, and for tests that compare the two.
   */
  plain?: boolean;
}

export const DEFAULT_STREAM_WINDOW = 512 * 1024;
export const DEFAULT_CONNECTION_WINDOW = 4 * 1024 * 1024;

export function resolveLimits(options: Http2Options): Limits {
  return { ...DEFAULT_LIMITS, ...options.limits };
}

/** Our settings, as they go out in the first frame. */
export function resolveSettings(
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
