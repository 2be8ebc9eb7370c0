import ts from 'typescript';
import { ROOT } from '#course/paths';

/** A line of a program that does not compile. */
export interface Complaint {
  /** The line as it stands there. */
  line: string;
  message: string;
}

/**
 * What the TypeScript compiler says of a program. It need not be on the disk: `texts` are files
 * by their path from the package, in the place of what is there. Only they are judged: what they
 * import is checked with all the rest (`npm run typecheck`).
 */
export function typeCheck(path: string, texts: ReadonlyMap<string, string>): Complaint[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  const textOf = (file: string) => texts.get(file.replace(ROOT, ''));
  host.fileExists = (file) => textOf(file) !== undefined || fileExists(file);
  host.readFile = (file) => textOf(file) ?? readFile(file);
  host.getSourceFile = (file, target) => {
    const text = textOf(file);
    return text === undefined
      ? getSourceFile(file, target)
      : ts.createSourceFile(file, text, target);
  };
  const program = ts.createProgram([`${ROOT}${path}`], options, host);
  const files = [...texts.keys()].flatMap((file) => program.getSourceFile(`${ROOT}${file}`) ?? []);
  // Asked file by file: without one, the compiler would check all that they import.
  const ours = files.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  return ours.map(({ file, start = 0, messageText }) => {
    const row = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    return {
      line: file?.text.split('\n')[row]?.trim() ?? '',
      message: ts.flattenDiagnosticMessageText(messageText, ' '),
    };
  });
}
