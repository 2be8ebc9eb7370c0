import { createRequire } from 'node:module';
import { relative } from 'node:path';
import type ts from 'typescript';
import type { CatalogueEntry } from '#course/catalogue';
import type { Exercise } from '#course/exercise/exercise';
import { ROOT } from '#course/paths';
import { wrap } from '#inspect/draw/wrap';

/** By `require`: `import` would first read nine megabytes to find the names that it exports. */
const loadCompiler = () => createRequire(import.meta.url)('typescript') as typeof ts;

/** A line that does not type-check, as an editor shows it. */
export interface TypeProblem {
  /** `exercises/03-framing/frame.ts:12:5` */
  place: string;
  message: string;
}

/** More than these are not read beside a verdict. */
const MAX_SHOWN = 5;

/** Files that the learner does not write are read once: in a watch they stay as they are. */
const unchanging = new Map<string, ts.SourceFile | undefined>();

/**
 * What an editor would underline in the files of an exercise. The compiler takes a second or two
 * to load, so this is asked for when the verdict is on the screen.
 */
export function findTypeErrors({ folder }: CatalogueEntry, { pieces }: Exercise): TypeProblem[] {
  const ts = loadCompiler();
  const { config } = ts.readConfigFile(`${ROOT}exercises/tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, `${ROOT}exercises`);
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (file, ...rest) => {
    if (file.startsWith(`${ROOT}exercises/`)) return getSourceFile(file, ...rest);
    if (!unchanging.has(file)) unchanging.set(file, getSourceFile(file, ...rest));
    return unchanging.get(file);
  };
  const files = pieces.map(({ file }) => `${ROOT}exercises/${folder}/${file}`);
  const program = ts.createProgram(files, options, host);
  return files
    .flatMap((file) => program.getSourceFile(file) ?? [])
    .flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ])
    .map(({ file, start = 0, messageText }) => {
      const { line = 0, character = 0 } = file?.getLineAndCharacterOfPosition(start) ?? {};
      const path = relative(ROOT, file?.fileName ?? '').replaceAll('\\', '/');
      return {
        place: `${path}:${line + 1}:${character + 1}`,
        message: ts.flattenDiagnosticMessageText(messageText, '\n'),
      };
    });
}

/** The problems below a verdict; an empty text if there are none. */
export function drawTypeErrors(problems: readonly TypeProblem[], width: number): string {
  if (problems.length === 0) return '';
  const rows = problems
    .slice(0, MAX_SHOWN)
    .flatMap(({ place, message }) => [
      `  ${place}`,
      ...wrap(message, width - 5).map((line) => `     ${line}`),
    ]);
  const more = problems.length - MAX_SHOWN;
  if (more > 0) rows.push(`  … and ${more} more`);
  return ['', 'Types, which fail no task, but an editor underlines them:', ...rows].join('\n');
}
