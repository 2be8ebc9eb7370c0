import { readFileSync } from 'node:fs';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { expect, test } from 'vitest';
// @ts-expect-error the configuration is plain JavaScript
import configuration from '../.dependency-cruiser.cjs';

/**
 * The house has floors (CONTRIBUTING.md): imports of src/ run one way, without circles; sockets
 * are opened in one place; protocols know nothing of Node.
 */
test('imports run one way', { timeout: 60_000 }, async () => {
  const { output } = await cruise(
    ['src', 'lessons', 'solutions', 'test'],
    { ...configuration.options, ruleSet: { forbidden: configuration.forbidden }, validate: true },
    configuration.options.enhancedResolveOptions,
    { tsConfig: extractTSConfig('./tsconfig.json') },
  );
  const { summary, modules } = output as ICruiseResult;
  // A checker that cannot read TypeScript sees nothing, and finds nothing wrong with it.
  const seen = modules.filter((module) => module.source.startsWith('src/'));
  expect(seen.length).toBeGreaterThan(50);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual(
    [],
  );
});

/**
 * A lock file made where some platform's package could not be had leaves it out, and `npm ci` then
 * fails for everybody. So whatever a package may need on some platform has to be named.
 */
test('the lock file names every platform', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});
