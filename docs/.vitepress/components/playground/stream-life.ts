import type { StreamEvent, StreamState } from '#http2/streams/stream-state';

/** Where the states stand in the picture, and the ways between them. */
export interface Box {
  state: StreamState;
  x: number;
  y: number;
  width: number;
}

export const boxes: Box[] = [
  { state: 'idle', x: 150, y: 6, width: 120 },
  { state: 'open', x: 150, y: 92, width: 120 },
  { state: 'half-closed-local', x: 2, y: 188, width: 152 },
  { state: 'half-closed-remote', x: 266, y: 188, width: 152 },
  { state: 'closed', x: 150, y: 304, width: 120 },
];

/** The words at the ways, by their names in the texts. */
type Word = 'headers' | 'weEnd' | 'peerEnds' | 'reset' | 'peer' | 'you' | 'end' | 'orReset';

interface Way {
  /** `from to`, as the states are named. */
  on: string;
  path: string;
  tip: string;
  label: { lines: Word[]; x: number; y: number; anchor: 'start' | 'end' };
}

const down = (x: number, y: number) => `M${x} ${y} l-5 -9 h10 z`;
const right = (x: number, y: number) => `M${x} ${y} l-9 -5 v10 z`;
const left = (x: number, y: number) => `M${x} ${y} l9 -5 v10 z`;

export const ways: Way[] = [
  {
    on: 'idle open',
    path: 'M210 46 V83',
    tip: down(210, 92),
    label: { lines: ['headers'], x: 220, y: 73, anchor: 'start' },
  },
  {
    on: 'open half-closed-local',
    path: 'M150 112 H78 V179',
    tip: down(78, 188),
    label: { lines: ['weEnd'], x: 142, y: 103, anchor: 'end' },
  },
  {
    on: 'open half-closed-remote',
    path: 'M270 112 H342 V179',
    tip: down(342, 188),
    label: { lines: ['peerEnds'], x: 278, y: 103, anchor: 'start' },
  },
  {
    on: 'open closed',
    path: 'M210 132 V295',
    tip: down(210, 304),
    label: { lines: ['reset'], x: 218, y: 166, anchor: 'start' },
  },
  {
    on: 'half-closed-local closed',
    path: 'M78 228 V324 H141',
    tip: right(150, 324),
    label: { lines: ['peer', 'end', 'orReset'], x: 86, y: 248, anchor: 'start' },
  },
  {
    on: 'half-closed-remote closed',
    path: 'M342 228 V324 H279',
    tip: left(270, 324),
    label: { lines: ['you', 'end', 'orReset'], x: 334, y: 248, anchor: 'end' },
  },
];

/** Lives worth watching, seen from one end. */
export const PRESETS = {
  request: ['send headers', 'send end', 'receive headers', 'receive data', 'receive end'],
  cancel: ['send headers', 'send end', 'receive headers', 'receive data', 'send reset'],
  server: ['receive headers', 'receive end', 'send headers', 'send data', 'send end'],
} satisfies Record<string, StreamEvent[]>;

export type Life = keyof typeof PRESETS;
