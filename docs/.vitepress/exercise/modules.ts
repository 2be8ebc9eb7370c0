/** A module that is called to be run, as `build/exercise/bundle-suite.ts` and `compile.ts` make them. */
export type Factory = (
  module: { exports: Exports },
  exports: Exports,
  require: (name: string) => Exports,
) => void;

export type Exports = Record<string, unknown>;

/**
 * Runs modules, each once and when it is first asked for. Of two that import each other the second
 * gets what the first has exported until then, as everywhere.
 *
 * @param given modules that are there already, by name
 */
export function createRequire(
  factories: ReadonlyMap<string, Factory>,
  given: Readonly<Record<string, Exports>>,
): (name: string) => Exports {
  const modules = new Map<string, { exports: Exports }>();
  return function require(name) {
    const known = given[name] ?? modules.get(name)?.exports;
    if (known !== undefined) return known;
    const factory = factories.get(name);
    if (factory === undefined) {
      throw new Error(
        `there is no module '${name}' in this page; in the terminal there may be one`,
      );
    }
    const module = { exports: {} };
    modules.set(name, module);
    factory(module, module.exports, require);
    return module.exports;
  };
}
