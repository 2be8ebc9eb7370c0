import { existsSync } from 'node:fs';
import { ROOT } from '#course/paths';
import type { Layer } from '#course/tiers/layers';
import type { TraceMessage } from '#inspect/trace';
import { WRITERS, writersOf } from './writers.ts';

/** The floors of the house, the lowest first (CONTRIBUTING.md). */
const FLOORS = [
  ...['bytes', 'transport', 'framing', 'time', 'rpc', 'protobuf', 'hpack', 'http2', 'grpc'],
  ...['channel', 'services', 'inspect'],
];

/** A layer's floor is the beginning of its name. */
export const floorOf = ({ name }: Pick<Layer, 'name'>) => /^#([^/]+)/.exec(name)?.[1] ?? '';

export interface Floor {
  name: string;
  layers: Layer[];
}

/**
 * The stack as it stands: the topmost floor first. Pieces about other people's libraries have no
 * folder in src/, and are not in it.
 */
export function floorsOf(layers: readonly Layer[]): Floor[] {
  const names = new Set([...FLOORS, ...layers.map(floorOf)]);
  return [...names]
    .filter((name) => existsSync(`${ROOT}src/${name}`))
    .map((name) => ({ name, layers: layers.filter((layer) => floorOf(layer) === name) }))
    .filter(({ layers: own }) => own.length > 0)
    .reverse();
}

export const SIGN = { yours: '■', solution: '▣', ours: '□' } as const;

const SIGNS_A_ROW = 24;

/** A row for each floor, a sign for each layer. */
export function drawStack(layers: readonly Layer[]): string {
  const rows = floorsOf(layers).flatMap(({ name, layers: own }) => {
    const signs = own.map(({ whose }) => SIGN[whose]);
    const borrowed = own.filter(({ whose }) => whose === 'ours').length;
    const lines = Array.from({ length: Math.ceil(signs.length / SIGNS_A_ROW) }, (_, i) =>
      signs.slice(i * SIGNS_A_ROW, (i + 1) * SIGNS_A_ROW).join(''),
    );
    return lines.map((line, i) => {
      const count = i === 0 ? `${String(borrowed).padStart(3)} of ${own.length} borrowed` : '';
      return `${(i === 0 ? name : '').padEnd(10)}${line.padEnd(SIGNS_A_ROW)}${count}`.trimEnd();
    });
  });
  return rows.join('\n');
}

/** The layers that are not ours, by lesson, each named. */
export function namesOf(layers: readonly Layer[]): string {
  const named = layers.filter(({ whose }) => whose !== 'ours');
  const lessons = [...new Set(named.map(({ entry }) => entry.number))];
  return lessons
    .map((number) => {
      const own = named.filter(({ entry }) => entry.number === number);
      return `${number}: ${own.map(({ name }) => name.split('/').at(-1)).join(', ')}`;
    })
    .join(' · ');
}

const A_ROW = 16;

/** A message's bytes, and below each the letter of the layer that wrote it. */
export function drawWritten(message: TraceMessage): string {
  const letters: string[] = [];
  for (const { length, layer } of writersOf(message)) {
    for (let i = 0; i < length; i++) letters.push(WRITERS[layer]?.letter ?? '?');
  }
  const bytes = message.bytes.match(/../g) ?? [];
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += A_ROW) {
    lines.push(bytes.slice(at, at + A_ROW).join(' '));
    lines.push(letters.slice(at, at + A_ROW).join('  '));
  }
  return lines.join('\n');
}
