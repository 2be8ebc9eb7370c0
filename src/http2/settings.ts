/** What each side tells the other about itself in SETTINGS (RFC 9113 §6.5.2). */
export interface Settings {
  /** How large a compression table the sender of this setting keeps for *decoding*. */
  headerTableSize: number;
  enablePush: boolean;
  /** How many streams the *other* side may have open at once. */
  maxConcurrentStreams: number;
  /** The flow-control window with which every new stream starts. */
  initialWindowSize: number;
  /** The largest frame payload that the sender of this setting takes. */
  maxFrameSize: number;
  /** Advice: the largest header list it takes, 32 octets added for each field. */
  maxHeaderListSize: number;
}
