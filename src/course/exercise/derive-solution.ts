import { posix } from 'node:path';

/**
 * Makes a solution out of a piece of src/. The text stays; only what it imports from beside it
 * (`./head.ts`) gets the name by which that can be imported from everywhere (`#grpc/wire/head`),
 * and what marks regions for the pages goes.
 *
 * @param path the piece's, from the repository: `src/grpc/wire/trailers.ts`
 */
export function deriveSolution(source: string, path: string): string {
  const text = source.replace(REGION, '').replace(RELATIVE, (_, before, beside) => {
    const target = posix.join(posix.dirname(path), beside);
    return `${before}'#${target.replace(/^src\//, '').replace(/\.ts$/, '')}'`;
  });
  return `${derivedFrom(path)}\n${text.replace(IMPORTS, sortImports)}`;
}

/** The first line of a solution that is derived. */
export function derivedFrom(path: string): string {
  return `// Derived from ${path} by npm run skeletons: change it there.`;
}

const REGION = /^ *\/\/ #(?:end)?region .*\n/gm;
const RELATIVE = /(\bfrom )'(\.[^']*)'/g;
const ONE_IMPORT = /^import [^;]*;\n/gm;
/** The imports of a piece stand in one block. */
const IMPORTS = /(?:^import [^;]*;\n)+/m;

/** In the order that the linter wants: by what is imported. */
function sortImports(block: string): string {
  const from = (statement: string) => /'([^']*)';/.exec(statement)?.[1] ?? '';
  return (block.match(ONE_IMPORT) ?? []).sort((a, b) => (from(a) < from(b) ? -1 : 1)).join('');
}
