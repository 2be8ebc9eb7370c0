import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { expect, test } from 'vitest';
// @ts-expect-error the configuration is plain JavaScript
import configuration from '../../.dependency-cruiser.cjs';

/**
 * The house has floors (CONTRIBUTING.md): imports of src/ run one way, without circles; sockets
 * are opened in one place; protocols know nothing of Node.
 */
test('imports run one way', { timeout: 300_000 }, async () => {
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
