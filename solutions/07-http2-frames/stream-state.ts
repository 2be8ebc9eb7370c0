// Derived from src/http2/streams/stream-state.ts by npm run skeletons: change it there.
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

const TRANSITIONS: Record<StreamState, Partial<Record<StreamEvent, StreamState>>> = {
  idle: {
    'send headers': 'open',
    'receive headers': 'open',
  },
  open: {
    'send headers': 'open',
    'receive headers': 'open',
    'send data': 'open',
    'receive data': 'open',
    'send end': 'half-closed-local',
    'receive end': 'half-closed-remote',
    'send reset': 'closed',
    'receive reset': 'closed',
  },
  'half-closed-local': {
    'receive headers': 'half-closed-local',
    'receive data': 'half-closed-local',
    'receive end': 'closed',
    'send reset': 'closed',
    'receive reset': 'closed',
  },
  'half-closed-remote': {
    'send headers': 'half-closed-remote',
    'send data': 'half-closed-remote',
    'send end': 'closed',
    'send reset': 'closed',
    'receive reset': 'closed',
  },
  closed: {},
};

/** The state after an event; `undefined` if the event is not allowed. */
export function nextState(state: StreamState, event: StreamEvent): StreamState | undefined {
  return TRANSITIONS[state][event];
}
