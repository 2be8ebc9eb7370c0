import type { Finding, Line, Stage } from './stages.ts';

export interface Rule {
  id: string;
  /** What is right, in a few words. */
  title: string;
  find(stages: readonly Stage[]): Finding[];
}

export const linesOf = (stage: Stage, ...keywords: string[]) =>
  stage.lines.filter(({ keyword }) => keywords.includes(keyword));
export const at = ({ number }: Line, text: string): Finding => ({ line: number, text });

/** A RUN that installs packages: `npm ci`, `npm install`, with all that stands behind it. */
export const installs = (stage: Stage) =>
  linesOf(stage, 'RUN').flatMap((line) => {
    const [, verb = '', rest = ''] =
      /\bnpm(?: -\S+)* (ci|clean-install|install|i|add)\b([^&;|]*)/.exec(line.words.join(' ')) ??
      [];
    return verb === '' ? [] : [{ line, verb, rest }];
  });

/** What a COPY takes from the context, and not from another stage. */
export const sourcesOf = (line: Line) => (line.flags.has('from') ? [] : line.words.slice(0, -1));
export const isPackageFile = (source: string) =>
  /(^|\/)(package[\w*-]*\.json|\.npmrc)$/.test(source);
