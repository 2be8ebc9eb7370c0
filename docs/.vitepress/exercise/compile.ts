import { transform } from 'sucrase';
import type { ErrorReport, Place } from '#course/grading/report';
import { alignedColumn } from './align.ts';
import type { LearnerFile } from './messages.ts';
import type { Factory } from './modules.ts';

/** A learner's file as a module of this page. */
export interface Compiled {
  /** Where the browser has it: a stack names it so. */
  url: string;
  /** The place in the learner's text, from one in what the browser runs. */
  original(line: number, column: number): Place | undefined;
  load(): Promise<Factory>;
}

/** In one line with the first of the learner's own, so that lines keep their numbers. */
const OPENING = 'export default function (module, exports, require) {';

/**
 * Takes the types away. What is left becomes a module with an address of its own (`blob:`), which
 * the browser loads as it loads any other: nothing here runs a text.
 * @throws SyntaxProblem where the file is not TypeScript
 */
export function compile({ path, text }: LearnerFile): Compiled {
  const code = strip(path, text);
  const url = URL.createObjectURL(new Blob([`${OPENING}${code}\n}`], { type: 'text/javascript' }));
  const [theirs, ours] = [text.split('\n'), code.split('\n')];
  return {
    url,
    original(line, column) {
      const before = theirs[line - 1];
      if (before === undefined) return undefined;
      // Engines and people count columns from 1.
      const at = column - 1 - (line === 1 ? OPENING.length : 0);
      return { file: path, line, column: alignedColumn(before, ours[line - 1]!, at) + 1 };
    },
    load: async () => ((await import(/* @vite-ignore */ url)) as { default: Factory }).default,
  };
}

/** The same text in lines of the same numbers, without types, and with imports as calls. */
function strip(path: string, text: string): string {
  try {
    return transform(text, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      filePath: path,
    }).code;
  } catch (error) {
    throw new SyntaxProblem(path, error as SucraseError);
  }
}

interface SucraseError extends Error {
  loc?: { line: number; column: number };
}

/** A file that cannot be read as TypeScript, and where it stops being one. */
export class SyntaxProblem extends Error {
  override readonly name = 'SyntaxError';
  readonly report: ErrorReport;

  constructor(file: string, { message, loc }: SucraseError) {
    // "Error transforming exercises/…/frame.ts: Unexpected token (3:9)"
    super(message.replace(/^Error transforming .*?: /, '').replace(/ \(\d+:\d+\)$/, ''));
    const at = loc && { file, line: loc.line, column: loc.column };
    this.report = { name: this.name, message: this.message, ...(at && { at }) };
  }
}
