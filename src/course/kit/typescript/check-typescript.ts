import ts from 'typescript';
import { containsAny } from './contains-any.ts';
import { MINIMAL_LIBRARY } from './minimal-library.ts';
import { remembering } from './remembering.ts';
import { lineAt, NoProgramError } from './run-typescript.ts';

/** A type that a program has, and the one that it should have; both as TypeScript writes types. */
export interface Compared {
  received: string;
  expected: string;
  isSame: boolean;
}

export interface Checked {
  compared: Compared[];
  /** What an editor shows as the comment of `Interface.member`. */
  commentOf(interfaceName: string, member: string): string;
}

const CODE = 'generated.ts';
const LIBRARY = 'library.d.ts';

/**
 * Has the TypeScript compiler look at a program that was generated as text, and compares types in
 * it with those that are wanted, each written as one would write it: `Order['dishes']` and
 * `Dish[]`. Two types are the same if each can stand in the other's place. In memory, with a
 * library of a page, so that it takes milliseconds.
 *
 * @param given declarations that the program may use and does not have
 * @throws NoProgramError for the first line that does not compile
 */
export function checkTypescript(code: string, given: string, pairs: Pairs): Checked {
  return checkAnew(JSON.stringify([code, given, pairs]));
}

type Pairs = readonly (readonly [received: string, expected: string])[];

const checkAnew = remembering((question) => {
  const [code, given, pairs] = JSON.parse(question) as [string, string, Pairs];
  const questions = pairs.map(
    ([received, expected], i) => `type $received${i} = ${received};
type $expected${i} = ${expected};`,
  );
  const text = `${code}\n${questions.join('\n')}\n`;
  const program = compile({ [CODE]: text, 'given.d.ts': given });
  const file = program.getSourceFile(CODE)!;
  const problems = [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ];
  const own = problems.find(({ start = 0 }) => start < code.length);
  if (own !== undefined) {
    throw new NoProgramError(
      `what you emit does not compile: ${messageOf(own)}${lineAt(code, own.start)}`,
    );
  }
  const checker = program.getTypeChecker();
  const types = new Map<string, ts.Type>();
  for (const statement of file.statements) {
    if (!ts.isTypeAliasDeclaration(statement)) continue;
    types.set(statement.name.text, checker.getTypeFromTypeNode(statement.type));
  }
  const compared = pairs.map((_, i): Compared => {
    const received = types.get(`$received${i}`)!;
    const expected = types.get(`$expected${i}`)!;
    const problem = problems.find((one) => aliasAround(file, one.start) === `$received${i}`);
    return {
      received: problem === undefined ? write(received) : messageOf(problem),
      expected: write(expected),
      isSame: problem === undefined && isSame(received, expected),
    };
  });

  function write(type: ts.Type): string {
    const { NoTruncation, InTypeAlias } = ts.TypeFormatFlags;
    return checker.typeToString(type, undefined, NoTruncation | InTypeAlias);
  }

  function isSame(a: ts.Type, b: ts.Type): boolean {
    // `any` can stand in the place of everything, and says nothing.
    if (containsAny(a, checker, LIBRARY) !== containsAny(b, checker, LIBRARY)) return false;
    return checker.isTypeAssignableTo(a, b) && checker.isTypeAssignableTo(b, a);
  }

  return {
    compared,
    commentOf(interfaceName, member) {
      const declared = file.statements.find(
        (one) => ts.isInterfaceDeclaration(one) && one.name.text === interfaceName,
      ) as ts.InterfaceDeclaration | undefined;
      const symbol = declared && checker.getTypeAtLocation(declared.name).getProperty(member);
      return ts.displayPartsToString(symbol?.getDocumentationComment(checker));
    },
  } satisfies Checked;
});

/** Files that never change, parsed once. */
const library = ts.createSourceFile(LIBRARY, MINIMAL_LIBRARY, ts.ScriptTarget.ES2022);

function compile(texts: Record<string, string>): ts.Program {
  const host: ts.CompilerHost = {
    getSourceFile: (name, target) =>
      name === LIBRARY
        ? library
        : name in texts
          ? ts.createSourceFile(name, texts[name]!, target, true)
          : undefined,
    getDefaultLibFileName: () => LIBRARY,
    fileExists: (name) => name in texts,
    readFile: (name) => texts[name],
    writeFile: () => {},
    getCurrentDirectory: () => '',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
  };
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  return ts.createProgram(Object.keys(texts), options, host);
}

/** The type alias in which the character at `start` stands. */
function aliasAround(file: ts.SourceFile, start = 0): string | undefined {
  const statement = file.statements.find((one) => one.pos <= start && start < one.end);
  return statement && ts.isTypeAliasDeclaration(statement) ? statement.name.text : undefined;
}

const messageOf = ({ messageText }: ts.Diagnostic) =>
  ts.flattenDiagnosticMessageText(messageText, ' ');
