/** The figures as a picture for the site: ratios to grpc-js, one panel a shape. */
import { BASE, CEILING, OURS } from './peers/all.ts';
import type { Results } from './results.ts';
import type { Figure } from './rounds.ts';
import { digits } from './statistics.ts';

const WIDTH = 760;
const LABELS = 170;
const BARS = 470;
const ROW = 22;
const PANEL_HEAD = 34;
const HEAD = 64;

/**
 * It stands on its own ground, light or dark as the reader's system is, so that it can be read
 * wherever an `<img>` puts it. Bars are told apart by their labels; colour only points out ours.
 */
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #2b2b33; }
  .title { font-size: 17px; font-weight: 600; }
  .shape { font-weight: 600; }
  .quiet { fill: #5c5c68; }
  .ground { fill: #ffffff; }
  .bar { fill: #b4bac6; } .ours { fill: #2f6fde; }
  .ceiling { fill: none; stroke: #8a90a0; stroke-dasharray: 2 3; }
  .base { stroke: #5c5c68; stroke-dasharray: 3 3; } .spread { stroke: #2b2b33; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6e6ec; } .quiet { fill: #a5a5b3; } .ground { fill: #1c1c21; }
    .bar { fill: #555b69; } .ours { fill: #5c93f5; }
    .base { stroke: #a5a5b3; } .spread { stroke: #e6e6ec; }
  }`;

export function drawPicture({ made, stacks }: Results): string {
  const shapes = [...new Set(stacks.map((figure) => figure.shape))];
  let y = HEAD;
  const panels = shapes.map((shape) => {
    const figures = stacks.filter((figure) => figure.shape === shape);
    const drawn = drawPanel(figures, y);
    y += PANEL_HEAD + ROW * figures.length + 14;
    return drawn;
  });
  const height = y + 34;
  const summary = stacks
    .filter((figure) => figure.contestant === OURS)
    .map((figure) => `${figure.shape}: ${digits(figure.ratio.median)}`);
  const versions = `Node ${made.node.slice(1)}, ${BASE} ${made.versions[BASE]}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title what">
<title id="title">How many times as fast as ${BASE}</title>
<desc id="what">${escaped(`This repository's stack, in ratios to ${BASE}. ${summary.join('; ')}.`)}</desc>
<style>${STYLE}
</style>
<rect class="ground" width="${WIDTH}" height="${height}" rx="8"/>
<text class="title" x="20" y="32">How many times as fast as ${BASE}</text>
<text class="quiet" x="20" y="52">one connection; median of ${made.effort.rounds} interleaved rounds, with the lowest and the highest; dotted: off the scale</text>
${panels.join('\n')}
<text class="quiet" x="20" y="${height - 14}">${escaped(`${made.date} · ${versions} · ${made.cpu}`)}</text>
</svg>
`;
}

function drawPanel(figures: readonly Figure[], top: number): string {
  // The ceiling lies so far off that it would flatten all others: it runs out of the picture.
  const most = Math.max(
    ...figures.filter((each) => each.contestant !== CEILING).map((each) => each.ratio.highest),
  );
  const x = (ratio: number) => (LABELS + Math.min(1, ratio / most) * BARS).toFixed(1);
  const end = top + PANEL_HEAD + ROW * figures.length - 6;
  const rows = figures.map(({ contestant, ratio }, i) => {
    const y = top + PANEL_HEAD + ROW * i - 4;
    const middle = y + 8;
    const kind = contestant === OURS ? 'bar ours' : contestant === CEILING ? 'ceiling' : 'bar';
    const width = (Number(x(ratio.median)) - LABELS).toFixed(1);
    return [
      `<text x="${LABELS - 10}" y="${y + 12}" text-anchor="end">${escaped(contestant)}</text>`,
      `<rect class="${kind}" x="${LABELS}" y="${y}" width="${width}" height="16" rx="2"/>`,
      `<path class="spread" d="M${x(ratio.lowest)} ${middle}H${x(ratio.highest)}"/>`,
      `<text x="${LABELS + BARS + 12}" y="${y + 12}">× ${digits(ratio.median)}</text>`,
    ].join('');
  });
  return `<g><text class="shape" x="20" y="${top + 16}">${escaped(figures[0]!.shape)}</text>
<path class="base" d="M${x(1)} ${top + PANEL_HEAD - 8}V${end}"/>
${rows.join('\n')}</g>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
