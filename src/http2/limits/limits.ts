import { DEFAULT_MAX_LIST_SIZE } from '#hpack/limits';

/**
 * What one peer can make one connection hold or do. Every field is the default of an option
 * (`limits` in `Http2Options`); beside it stands the attack that it stops. A peer that goes over
 * a limit of the connection gets GOAWAY(ENHANCE_YOUR_CALM); other connections notice nothing.
 */
export interface Limits {
  /** Streams that the peer has open at once; more are refused. Stops: work without end. */
  maxConcurrentStreams: number;
  /**
   * Bytes of memory that the connection makes us hold: calls, header lists, unread and unfinished
   * messages, answers that wait. What each costs stands in `costs.ts`. Stops: many things that are
   * each within their limit. What no longer fits is refused, or has to wait.
   */
  maxHeld: number;
  /** Octets of a decoded header list. Stops: HPACK bombs. Above it the stream is reset. */
  maxHeaderListSize: number;
  /** Octets of an encoded header block over all its frames. Stops: the CONTINUATION flood. */
  maxHeaderBlockSize: number;
  /** CONTINUATION frames of one block. Stops: the same flood made of empty frames. */
  maxContinuations: number;
  /** Acknowledgements, resets and window updates that wait because the peer does not read. */
  maxControlOutput: number;
  /**
   * Server: streams ended by RST_STREAM, by the peer or through its fault. Every stream that ends
   * as it should earns one. Stops: rapid reset.
   */
  resets: Rate;
  /** Stops: SETTINGS floods; each has to be applied and answered. */
  settings: Rate;
  /** Stops: PING floods. Every DATA frame, in or out, earns one: probing bandwidth is honest. */
  pings: Rate;
  /** DATA that neither carries nor ends anything. Stops: frames that no window counts. */
  emptyData: Rate;
  /** Stops: WINDOW_UPDATE floods. Every DATA frame that we send earns four. */
  windowUpdates: Rate;
  /**
   * PRIORITY, frames of unknown type, late frames of ended streams. Every stream earns one, every
   * reset of ours four. Stops: busy work.
   */
  ignored: Rate;
}

/** So many at once, and so many a second in the long run. */
export interface Rate {
  burst: number;
  perSecond: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxConcurrentStreams: 1_000,
  maxHeld: 64 * 1024 * 1024,
  maxHeaderListSize: DEFAULT_MAX_LIST_SIZE,
  maxHeaderBlockSize: 4 * DEFAULT_MAX_LIST_SIZE,
  maxContinuations: 16,
  maxControlOutput: 65_536,
  resets: { burst: 1_000, perSecond: 100 },
  settings: { burst: 100, perSecond: 10 },
  pings: { burst: 200, perSecond: 20 },
  emptyData: { burst: 200, perSecond: 20 },
  windowUpdates: { burst: 2_000, perSecond: 200 },
  ignored: { burst: 2_000, perSecond: 200 },
};

/**
 * How long a new connection may take to send its preface and SETTINGS, in milliseconds. Stops:
 * sockets that connect and never speak.
 */
export const HANDSHAKE_TIMEOUT_MS = 20_000;

/**
 * How long a peer may take to read the last words and close its side, once we have ended the
 * connection, in milliseconds. Stops: peers that hold sockets for ever.
 */
export const LINGER_MS = 1_000;

/**
 * How long one connection is served at a stretch, in milliseconds, before the others have their turn.
 * Stops: a peer that keeps everybody else waiting by sending what costs much.
 */
export const TURN_MS = 4;

/**
 * What comes in one piece, and takes less than this, does not count, in milliseconds. Stops: 32 pieces,
 * each just short enough, which the platform hands over at a stretch.
 */
export const LONG_CHUNK_MS = 0.25;

/**
 * What has come meanwhile, in octets: from here on no more is read from the network. Stops: a peer that
 * sends faster than its turns come.
 */
export const MAX_WAITING_INPUT = 131_072;

/**
 * Output that is ready to be written but that the transport has not taken. Above it body and
 * response headers wait in their streams, so that a peer that does not read holds up only what is
 * its own, bounded by its streams.
 */
export const OUTPUT_HIGH_WATER = 131_072;

/** Above this much waiting in one stream `sendData` returns `false`. */
export const STREAM_HIGH_WATER = 65_536;

/** Until the peer's SETTINGS say how many streams it takes, a client opens no more than this. */
export const ASSUMED_MAX_CONCURRENT_STREAMS = 100;

/** Ids of ended streams that are remembered to tell a late frame from a wrong one. */
export const REMEMBERED_STREAMS = 1_024;

/** Debug data of a GOAWAY, at most: more is not sent, and more of the peer's is not repeated. */
export const MAX_DEBUG_DATA = 1_024;
