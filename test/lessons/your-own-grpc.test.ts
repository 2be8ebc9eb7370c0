import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT } from '#course/paths';
import { loadLayers } from '#course/tiers/layers';
import type { Trace, TraceMessage } from '#inspect/trace';
import { floorsOf } from '../../lessons/33-your-own-grpc/draw.ts';
import { loadEarned } from '../../lessons/33-your-own-grpc/judged.ts';
import { pageOf } from '../../lessons/33-your-own-grpc/page.ts';
import { WRITERS, writersOf } from '../../lessons/33-your-own-grpc/writers.ts';
import { runCases } from '../judges/interop/grpc-js/rounds.ts';

const trace: Trace = JSON.parse(
  readFileSync(`${ROOT}lessons/33-your-own-grpc/call.trace.json`, 'utf8'),
);
const messages = trace.events.filter((event): event is TraceMessage => event.kind === 'message');

test('each byte of the call has one writer, which is a layer of its lesson', async () => {
  expect(messages).toHaveLength(5);
  const layers = await loadLayers(new Set());
  for (const message of messages) {
    let at = 0;
    for (const { offset, length, layer } of writersOf(message)) {
      expect(offset).toBe(at);
      at += length;
      const lesson = layers.find(({ name }) => name === layer)?.entry.number;
      expect(WRITERS[layer]?.lesson, layer).toBe(lesson);
    }
    expect(at).toBe(message.bytes.length / 2);
  }
});

test('every layer of the stack stands on a floor', async () => {
  const layers = await loadLayers(new Set());
  const onFloors = floorsOf(layers).flatMap((floor) => floor.layers);
  const others = layers.filter((layer) => !onFloors.includes(layer)).map(({ name }) => name);
  // What is about other people's libraries is not a part of the stack.
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } });
  const imports = manifest.imports as Record<string, { default?: string } | string>;
  for (const name of others) {
    expect((imports[name] as { default: string }).default, name).toMatch(/^\.\/solutions\//);
  }
});

test('the page to show is one file without scripts, and shows what it was given', async () => {
  const layers = await loadLayers(new Set(['exercise-07']));
  const { earned } = await loadEarned();
  const ratio = { median: 5.5, lowest: 4, highest: 7 };
  const html = pageOf({
    layers,
    trace,
    meetings: [{ who: '<grpc>', theyCall: '14 of 14 cases', weCall: '"Hello & goodbye"' }],
    figures: [{ inFlight: 16, ours: 12_345, grpcJs: 2_000, ratio }],
    earned: earned.map((one) => ({ ...one, state: 'passed' as const, said: '146 of 146' })),
    when: '2026-11-28; your layers then: those of 33',
  });
  expect(html).not.toMatch(/<script|https?:/);
  expect(html).toContain('calls it: 14 of 14 cases');
  expect(html).toContain('&#60;grpc&#62;');
  expect(html).toContain('12,345');
  expect(html).toContain('5.50 × (4.00 … 7.00)');
  expect(html).toContain('2026-11-28');
  expect(html.match(/class="yours"/g)).toHaveLength(5);
  const shown = [...html.matchAll(/<span class="by-\w" title="[^"]*">([^<]*)</g)];
  const bytes = shown
    .map(([, part]) => part)
    .join('')
    .replaceAll(' ', '');
  expect(bytes).toBe(messages.map((message) => message.bytes).join(''));
});

test('a case that hangs fails by itself, and the others do not', async () => {
  const { all, failed, reasons } = await runCases(
    (name) => (name === 'ping_pong' ? new Promise(() => {}) : Promise.resolve()),
    50,
  );
  expect([all, failed, reasons]).toEqual([14, ['ping_pong'], ['ping_pong: no answer in 50 ms']]);
});
