/**
 * A connection as every layer above sees it: bytes in order, both ways, until one side ends.
 *
 * It is a byte *stream*: what is written in one call may arrive in many chunks, and what is
 * written in many may arrive in one. Nothing here knows what the bytes mean.
 */
export interface Connection {
  /** Who is at the other end, to print in a log: `127.0.0.1:50001`, `memory`. */
  readonly remote: string;

  /** Begins delivery. Called once; before it nothing is read from the network. */
  start(handlers: ConnectionHandlers): void;

  /**
   * Sends bytes. `false` means that they are queued in memory because the peer reads more slowly
   * than we write: stop until `drain`. Writing after `end` or after the close is ignored.
   */
  write(bytes: Uint8Array): boolean;

  /**
   * Everything written has been handed to the system, and its memory may be written again. Left
   * out by connections that cannot tell: what they were given is theirs for good.
   */
  readonly flushed?: boolean;

  /** No more bytes from us; what was written still goes out (TCP: FIN). */
  end(): void;

  /** Ends both directions at once and drops what is queued (TCP: RST). */
  destroy(error?: Error): void;

  /** Stops reading, so that the peer's writes back up to the peer. */
  pause(): void;
  resume(): void;
}

export interface ConnectionHandlers {
  /** A chunk of the stream, cut wherever the network cut it. It is the receiver's to keep. */
  data(chunk: Uint8Array): void;
  /** The peer will send no more (its FIN); we may still write. */
  end?(): void;
  /** Over in both directions; exactly once, always last. `error` says why if it broke. */
  close?(error?: Error): void;
  /** What was queued has gone out; writing is welcome again. */
  drain?(): void;
}

/** A server's listening end. */
export interface Listener {
  readonly host: string;
  readonly port: number;
  /** Accepts no more; connections that are open stay open. Resolves when the last one is gone. */
  close(): Promise<void>;
  /** Accepts no more and breaks every connection that is open. Resolves when all are gone. */
  destroy(): Promise<void>;
}
