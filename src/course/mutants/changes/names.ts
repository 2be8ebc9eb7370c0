import ts from 'typescript';
import { ROOT } from '#course/paths';
import { type Change, replace } from './syntax.ts';

/**
 * The compiler that `nameChanges` asks.
 * @param paths the solutions' files, from the repository
 */
export function compile(paths: string[]): ts.Program {
  const files = paths.map((path) => `${ROOT}${path}`);
  return ts.createProgram(files, compilerOptions());
}

/**
 * `--names`: one variable or property in another's place, where the types allow it, as when an
 * `offset` is written for an `end`.
 *
 * @param path one of the compiled files
 * @param before the characters of that file before the text that is changed
 */
export function nameChanges(program: ts.Program, path: string, before: number): Change {
  const source = program.getSourceFile(`${ROOT}${path}`);
  if (source === undefined) throw new Error(`there is no ${path}`);
  const checker = program.getTypeChecker();
  const identifiers = new Map<number, ts.Identifier>();
  const collect = (node: ts.Node) => {
    if (ts.isIdentifier(node)) identifiers.set(node.getStart(source) - before, node);
    ts.forEachChild(node, collect);
  };
  collect(source);

  return (node, file) => {
    const typed = ts.isIdentifier(node) ? identifiers.get(node.getStart(file)) : undefined;
    if (typed === undefined) return [];
    return namesInstead(typed, checker).map((name) => replace(node, name, file));
  };
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  return { ...options, incremental: false, tsBuildInfoFile: undefined };
}

/** The names that may stand where `node` does. */
function namesInstead(node: ts.Identifier, checker: ts.TypeChecker): string[] {
  const { parent } = node;
  const isProperty = ts.isPropertyAccessExpression(parent) && parent.name === node;
  if (!isProperty && !isUse(node)) return [];
  const wanted = checker.getTypeAtLocation(node);
  // Of a call, the receiver; a method for another one is rarely a slip.
  if (wanted.getCallSignatures().length > 0) return [];
  const candidates = isProperty
    ? checker.getTypeAtLocation(parent.expression).getProperties()
    : checker
        .getSymbolsInScope(node, ts.SymbolFlags.Variable)
        .filter((symbol) => symbol.valueDeclaration?.getSourceFile() === node.getSourceFile());
  return candidates
    .filter(({ name }) => name !== node.text && /^[A-Za-z_$][\w$]*$/.test(name))
    .filter((symbol) =>
      checker.isTypeAssignableTo(checker.getTypeOfSymbolAtLocation(symbol, node), wanted),
    )
    .map(({ name }) => name);
}

/** Whether a variable is read here, or written; not declared, and not only a name. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isTypeNode(parent) || ts.isShorthandPropertyAssignment(parent)) return false;
  return (parent as { name?: ts.Node }).name !== node && ts.isExpression(node);
}
