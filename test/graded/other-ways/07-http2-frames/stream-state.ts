/** Another way: each half has a state of its own, and both together are the stream's. */
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

/** Which halves are still open, by state; `idle` and `closed` have none. */
const HALVES: Partial<Record<StreamState, { local: boolean; remote: boolean }>> = {
  open: { local: true, remote: true },
  'half-closed-local': { local: false, remote: true },
  'half-closed-remote': { local: true, remote: false },
};

export function nextState(state: StreamState, event: StreamEvent): StreamState | undefined {
  if (state === 'idle') return event.endsWith('headers') ? 'open' : undefined;
  const halves = HALVES[state];
  if (halves === undefined) return undefined;
  if (event.endsWith('reset')) return 'closed';
  const half = event.startsWith('send') ? 'local' : 'remote';
  if (!halves[half]) return undefined;
  if (!event.endsWith('end')) return state;
  if (state !== 'open') return 'closed';
  return half === 'local' ? 'half-closed-local' : 'half-closed-remote';
}
