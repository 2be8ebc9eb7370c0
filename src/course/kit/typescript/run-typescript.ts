import ts from 'typescript';
import { remembering } from './remembering.ts';

/** A text that was generated and is not a program, with the line at which the compiler stumbles. */
export class NoProgramError extends Error {
  override readonly name = 'NoProgramError';
}

/**
 * Compiles a module that was generated as text, and runs it: types are taken away and nothing is
 * checked, as `tsx` and Node do it. Nothing touches a disk, so it works in a browser too.
 *
 * @param modules what it may import, by the name that stands in its imports
 * @returns what it exports
 * @throws NoProgramError if the text is not TypeScript, or fails before it has exported anything
 */
export function runTypescript(
  text: string,
  modules: Record<string, unknown> = {},
): Record<string, unknown> {
  const { outputText, diagnostics = [] } = transpile(text);
  const [first] = diagnostics;
  if (first !== undefined) {
    throw new NoProgramError(
      `what you emit is not TypeScript: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}${lineAt(text, first.start)}`,
    );
  }
  const required = (name: string) => {
    if (Object.hasOwn(modules, name)) return modules[name];
    throw new NoProgramError(`what you emit imports '${name}', and there is no such module`);
  };
  const exported: Record<string, unknown> = {};
  try {
    new Function('require', 'exports', outputText)(required, exported);
  } catch (error) {
    if (error instanceof NoProgramError) throw error;
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new NoProgramError(`what you emit compiles, and fails when it is loaded: ${reason}`);
  }
  return exported;
}

const transpile = remembering((text: string) =>
  ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  }),
);

/** The line in which the character at `start` stands, to be shown below a message. */
export function lineAt(text: string, start = 0): string {
  const line = text.slice(0, start).split('\n').length - 1;
  return `\n\n  ${text.split('\n')[line]?.trim()}`;
}
