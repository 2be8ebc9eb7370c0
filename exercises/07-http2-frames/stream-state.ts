import { notYet } from '#course/exercise/not-yet';
/**
 * The life of a stream (RFC 9113 §5.1), without what only server push needs:
 *
 *                          idle
 *                            |  HEADERS sent or received
 *                            v
 *        we have ended     open      the peer has ended
 *           .----------------+----------------.
 *           v                |                v
 *     half-closed-local      |      half-closed-remote
 *           |                |                |
 *           | the peer ends  | RST_STREAM     | we end
 *           '--------------> v <--------------'
 *                         closed
 */
export type StreamState = 'idle' | 'open' | 'half-closed-local' | 'half-closed-remote' | 'closed';

/**
 * What moves it. `end` is a frame with END_STREAM, behind the `headers` or the DATA it came with;
 * `reset` is RST_STREAM. `data` and `headers` after the first ones change nothing but may be wrong.
 */
export type StreamEvent =
  | 'send headers'
  | 'receive headers'
  | 'send data'
  | 'receive data'
  | 'send end'
  | 'receive end'
  | 'send reset'
  | 'receive reset';

// ── Task 5 ──
// A table is the shortest way to write it down: for each state, which events are allowed, and to
// which state each leads: a constant of the type Record<StreamState, Partial<Record<StreamEvent,
// StreamState>>>.

/** The state after an event; `undefined` if the event is not allowed. */
export function nextState(state: StreamState, event: StreamEvent): StreamState | undefined {
  // ── Task 5 ──
  throw notYet(5);
}
