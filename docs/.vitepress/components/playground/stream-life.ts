import type { StreamEvent, StreamState } from '#http2/stream-state';

/** Where the states stand in the picture, and the ways between them. */
export interface Box {
  state: StreamState;
  x: number;
  y: number;
  width: number;
}

export const boxes: Box[] = [
  { state: 'idle', x: 220, y: 6, width: 120 },
  { state: 'open', x: 220, y: 92, width: 120 },
  { state: 'half-closed-local', x: 8, y: 188, width: 164 },
  { state: 'half-closed-remote', x: 388, y: 188, width: 164 },
  { state: 'closed', x: 220, y: 284, width: 120 },
];

interface Way {
  /** `from to`, as the states are named. */
  on: string;
  path: string;
  tip: string;
  label?: {
    text: 'headers' | 'weEnd' | 'peerEnds' | 'reset';
    x: number;
    y: number;
    anchor: 'start' | 'end';
    /** RST_STREAM leads the same way. */
    orReset?: true;
  };
}

const down = (x: number, y: number) => `M${x} ${y} l-5 -9 h10 z`;
const right = (x: number, y: number) => `M${x} ${y} l-9 -5 v10 z`;
const left = (x: number, y: number) => `M${x} ${y} l9 -5 v10 z`;

export const ways: Way[] = [
  {
    on: 'idle open',
    path: 'M280 46 V83',
    tip: down(280, 92),
    label: { text: 'headers', x: 290, y: 73, anchor: 'start' },
  },
  {
    on: 'open half-closed-local',
    path: 'M220 112 H90 V179',
    tip: down(90, 188),
    label: { text: 'weEnd', x: 84, y: 104, anchor: 'start' },
  },
  {
    on: 'open half-closed-remote',
    path: 'M340 112 H470 V179',
    tip: down(470, 188),
    label: { text: 'peerEnds', x: 476, y: 104, anchor: 'end' },
  },
  {
    on: 'open closed',
    path: 'M280 132 V275',
    tip: down(280, 284),
    label: { text: 'reset', x: 288, y: 212, anchor: 'start' },
  },
  {
    on: 'half-closed-local closed',
    path: 'M90 228 V304 H211',
    tip: right(220, 304),
    label: { text: 'peerEnds', x: 98, y: 262, anchor: 'start', orReset: true },
  },
  {
    on: 'half-closed-remote closed',
    path: 'M470 228 V304 H349',
    tip: left(340, 304),
    label: { text: 'weEnd', x: 462, y: 262, anchor: 'end', orReset: true },
  },
];

/** Lives worth watching, seen from one end. */
export const PRESETS = {
  request: ['send headers', 'send end', 'receive headers', 'receive data', 'receive end'],
  cancel: ['send headers', 'send end', 'receive headers', 'receive data', 'send reset'],
  server: ['receive headers', 'receive end', 'send headers', 'send data', 'send end'],
} satisfies Record<string, StreamEvent[]>;

export type Life = keyof typeof PRESETS;
