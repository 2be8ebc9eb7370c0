const PROGRAM = /<script type="module" src="([^"]+)"><\/script>/;
const PRELOAD = /[ \t]*<link rel="modulepreload" href="([^"]+)">\n?/g;

/**
 * The page, whose program is fetched when the text is there and drawn. A lesson is read first and
 * played with afterwards: on a slow line its fonts come before 70 KB of script, and on a slow phone
 * nothing stands in the way of the first picture.
 */
export function withLateStart(html: string): string {
  const program = PROGRAM.exec(html)?.[1];
  if (program === undefined) return html;
  const needed = [...html.matchAll(PRELOAD)].map(([, href]) => href);
  // Named here, all parts of the program are fetched at once, and none waits for its importer.
  const start = [
    'const start = () => {',
    `for (const href of ${JSON.stringify(needed)})`,
    "document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));",
    `import(${JSON.stringify(program)});`,
    '};',
    "addEventListener('load', () => requestAnimationFrame(() => setTimeout(start)));",
  ];
  return html
    .replaceAll(PRELOAD, '')
    .replace(PROGRAM, () => `<script type="module">${start.join(' ')}</script>`);
}
