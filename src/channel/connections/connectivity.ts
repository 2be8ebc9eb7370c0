/**
 * What a channel, and each of its subchannels, is doing (grpc/grpc
 * doc/connectivity-semantics-and-api.md):
 *
 * ```
 *   IDLE ──▶ CONNECTING ──▶ READY
 *    ▲            │  ▲        │
 *    │            ▼  │        │
 *    │  TRANSIENT_FAILURE     │
 *    └────────────────────────┘     SHUTDOWN: closed by its owner, from anywhere
 * ```
 */
export type ConnectivityState = 'IDLE' | 'CONNECTING' | 'READY' | 'TRANSIENT_FAILURE' | 'SHUTDOWN';
