import type { Trace, TraceEvent } from '#inspect/trace';

/** One event of the trace, from the top of the picture to the bottom. */
export interface Step {
  event: TraceEvent;
  /** What stands at the arrow if there is little room: a line, or two. */
  short: string[];
  /** The calls that wait for a reply once this has happened. */
  waiting: string[];
}

/** A call's way through the picture: the bar at the client, from request to reply. */
export interface Call {
  id: string;
  /** Which of the shapes it wears. */
  shape: number;
  /** Bars that exist at the same time lie in different lanes. */
  lane: number;
  from: number;
  /** The step that ends it; `undefined` if nothing does. */
  to: number | undefined;
}

/** Characters a line and lines, in the narrowest picture. */
const LINE = 32;
const LINES = 2;

export function layOut(trace: Trace): { steps: Step[]; calls: Call[]; lanes: number } {
  const calls: Call[] = [];
  const open = new Map<string, Call>();
  const ends = trace.protocol.includes('HTTP/2') ? endsStream : isReply;
  const steps = trace.events.map((event, i): Step => {
    const { call } = event;
    if (call !== undefined) {
      const known = open.get(call);
      if (known !== undefined && ends(event)) {
        known.to = i;
        open.delete(call);
      } else if (known === undefined && isRequest(event)) {
        const shape = new Set(calls.map(({ id }) => id)).size;
        const added = { id: call, shape, lane: freeLane(open), from: i, to: undefined };
        calls.push(added);
        open.set(call, added);
      }
    }
    const title = event.kind === 'message' ? event.title : event.text;
    return { event, short: shorten(title, call), waiting: [...open.keys()] };
  });
  return { steps, calls, lanes: Math.max(0, ...calls.map(({ lane }) => lane + 1)) };
}

const isRequest = (event: TraceEvent) => event.kind === 'message' && event.from === 'client';
const isReply = (event: TraceEvent) => !isRequest(event);

/** An answer in HTTP/2 is many frames: the server's END_STREAM is the last, or RST_STREAM of either. */
function endsStream(event: TraceEvent): boolean {
  if (event.kind === 'mark') return true;
  return /RST_STREAM/.test(event.title) || (isReply(event) && /END_STREAM/.test(event.title));
}

function freeLane(open: Map<string, Call>): number {
  const taken = new Set([...open.values()].map(({ lane }) => lane));
  let lane = 0;
  while (taken.has(lane)) lane++;
  return lane;
}

/** The stream's number stands at the arrow already, in its badge; what is left is wrapped. */
function shorten(title: string, call: string | undefined): string[] {
  const words = title.replace(` · stream ${call}`, '').split(' ');
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1)!;
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= LINE || line === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.slice(0, LINES);
  if (lines.length > LINES) shown[LINES - 1] += ' …';
  return shown.map((line) => (line.length <= LINE ? line : `${line.slice(0, LINE - 1)}…`));
}

/**
 * Outlines that tell calls apart without colour, around the point 0,0: circle, square, diamond,
 * triangle, hexagon, pentagon. With the seventh call they begin again; the number stays.
 */
const CORNERS = [0, 4, 4, 3, 6, 5];
const TURNS = [0, Math.PI / 4, 0, 0, 0, 0];
const SIZES = [9.5, 11.5, 11.5, 12.5, 10.5, 11];

export function shapePath(shape: number): string {
  const kind = shape % CORNERS.length;
  const size = SIZES[kind]!;
  const corners = CORNERS[kind]!;
  if (corners === 0)
    return `M${-size},0a${size},${size} 0 1,0 ${2 * size},0a${size},${size} 0 1,0 ${-2 * size},0z`;
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = TURNS[kind]! + (2 * Math.PI * i) / corners - Math.PI / 2;
    return `${(size * Math.cos(angle)).toFixed(1)},${(size * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join('L')}z`;
}
