import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Layer } from '#course/tiers/layers';
import { UserError } from '#course/user-error';
import type { Trace, TraceMessage } from '#inspect/trace';
import { floorsOf } from './draw.ts';
import type { Earned } from './judged.ts';
import { STYLE } from './page-style.ts';
import { type Figure, ratioText } from './speed/measure.ts';
import type { Meeting } from './strangers.ts';
import { countWritten, WRITERS, writersOf } from './writers.ts';

/** All that the page shows; each of it comes from this run, or from the judges' last one. */
export interface Shown {
  layers: readonly Layer[];
  trace: Trace;
  meetings: readonly Meeting[];
  figures: readonly Figure[];
  earned: readonly Earned[];
  when: string | undefined;
}

/**
 * Writes one HTML file, without scripts and without anything from elsewhere.
 * @returns its path
 * @throws UserError if it cannot be written
 */
export function writePage(name: string, shown: Shown): string {
  // npm starts its programs in the package's folder; the learner may stand somewhere else.
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), name);
  try {
    if (!existsSync(dirname(file))) mkdirSync(dirname(file));
    writeFileSync(file, pageOf(shown));
  } catch (error) {
    throw new UserError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code})`, 1);
  }
  return file;
}

export function pageOf(shown: Shown): string {
  const layers = floorsOf(shown.layers).flatMap((floor) => floor.layers);
  const mine = layers.filter(({ whose }) => whose === 'yours').length;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>My own gRPC</title>
<style>${STYLE}</style>
<main>
<h1>My own gRPC</h1>
<p>A gRPC stack in TypeScript, built layer by layer. ${mine} of the ${layers.length} layers that its course has as exercises are mine.</p>
<h2>Who says that it works</h2>
${judgesOf(shown)}
<h2>Whose layer is whose</h2>
${stackOf(shown.layers)}
<h2>One call, each byte in the colour of the layer that wrote it</h2>
${bytesOf(shown)}
<h2>Beside @grpc/grpc-js, on my machine</h2>
${figuresOf(shown)}
</main>
</html>
`;
}

function judgesOf({ earned, meetings, when }: Shown): string {
  const sign = { passed: '✓', failed: '✗', absent: '·', open: '·' };
  const rows = earned.map(
    ({ tier, state, said }) =>
      `<tr class="${state}"><td>${sign[state]}<td>${text(tier.title)}<td>${text(said)}`,
  );
  const met = meetings.map(
    ({ who, theyCall, weCall }) =>
      `<tr><td>${text(who)}<td>calls it: ${text(theyCall)}<td>is called: ${text(weCall)}`,
  );
  const judged = when ? `<p>The judges were asked on ${text(when)}.</p>` : '';
  return `<table>${rows.join('\n')}</table>${judged}<table>${met.join('\n')}</table>`;
}

function stackOf(layers: readonly Layer[]): string {
  const floors = floorsOf(layers).map(({ name, layers: own }) => {
    const boxes = own.map(
      ({ name: layer, whose, entry }) =>
        `<li class="${whose}">${text(layer.split('/').at(-1) ?? '')} <small>${entry.number}</small>`,
    );
    return `<tr><th>${text(name)}<td><ul>${boxes.join('')}</ul>`;
  });
  return `<p><b class="key yours">mine</b> <b class="key ours">borrowed</b> The number is the lesson’s.</p><table class="stack">${floors.join('\n')}</table>`;
}

function bytesOf({ trace, layers }: Shown): string {
  const messages = trace.events.filter((event): event is TraceMessage => event.kind === 'message');
  const keys = countWritten(messages).map(([layer, count]) => {
    const owner = layers.find(({ name }) => name === layer);
    const whose = owner?.whose === 'yours' ? ', mine' : '';
    return `<li><b class="${classOf(layer)}">${text(layer)}</b> ${count} bytes${whose}`;
  });
  const shown = messages.map((message) => {
    const bytes = message.bytes.match(/../g) ?? [];
    const parts = writersOf(message).map(
      ({ offset, length, layer }) =>
        `<span class="${classOf(layer)}" title="${text(layer)}">${bytes.slice(offset, offset + length).join(' ')}</span>`,
    );
    return `<p class="title">${message.from}: ${text(message.title)}</p><p class="bytes">${parts.join(' ')}</p>`;
  });
  return `<ul class="legend">${keys.join('\n')}</ul>${shown.join('\n')}`;
}

function figuresOf({ figures }: Shown): string {
  const rows = figures.map(
    (figure) =>
      `<tr><td>${figure.inFlight}<td>${figure.ours.toLocaleString('en')}<td>${figure.grpcJs.toLocaleString('en')}<td>${ratioText(figure)}`,
  );
  return `<table><tr><th>calls in flight<th>calls a second<th>grpc-js<th>ratio (lowest … highest)${rows.join('\n')}</table>`;
}

const classOf = (layer: string) => `by-${WRITERS[layer]?.letter ?? 'other'}`;

function text(value: string): string {
  return value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
