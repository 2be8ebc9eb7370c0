/**
 * A connection as every layer above sees it: bytes in order, both ways, until one side ends.
 *
 * It is a byte *stream*: what is written in one call may arrive in many chunks, and what is
 * written in many may arrive in one. Nothing here knows what the bytes mean.
 */
export interface Connection {
  /** The other end, for a log: `127.0.0.1:50001`, `memory`. */
  readonly remote: string;

  /** Begins delivery. It is called once. Before that nothing is read from the network. */
  start(handlers: ConnectionHandlers): void;

  /**
   * Sends bytes. `false` means that they are queued in memory because the peer reads more slowly
   * than we write: stop until `drain`. Writing after `end` or after the close is ignored.
   */
  write(bytes: Uint8Array): boolean;

  /**
   * Everything written has been handed to the system, so its memory may be used again. Connections
   * that cannot tell leave this out: they keep what they were given.
   */
  readonly flushed?: boolean;

  /** No more bytes from us; what was written still goes out (TCP: FIN). */
  end(): void;

  /** Ends both directions at once and drops what is queued (TCP: RST). */
  destroy(error?: Error): void;

  /** Stops reading, so that the peer has to stop writing. */
  pause(): void;
  resume(): void;
}

export interface ConnectionHandlers {
  /** A chunk of the stream, cut wherever the network cut it. The receiver may keep it. */
  data(chunk: Uint8Array): void;
  /** The peer will send no more (its FIN); we may still write. */
  end?(): void;
  /** Both directions have ended. Called exactly once, and last. `error` says why, if it broke. */
  close?(error?: Error): void;
  /** What was queued has gone out: write again. */
  drain?(): void;
}

/** A server's listening end. */
export interface Listener {
  readonly host: string;
  readonly port: number;
  /** Accepts no new connections. Resolves when the last open one has ended. */
  close(): Promise<void>;
  /** Accepts no new connections, and breaks those that are open. Resolves when all have ended. */
  destroy(): Promise<void>;
}
