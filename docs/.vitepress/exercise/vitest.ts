import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import { afterAll, afterEach, beforeAll, beforeEach, describe, suite, test } from '@vitest/runner';
import type { Exports } from './modules.ts';

/**
 * What a graded suite imports as 'vitest', made of vitest's own parts. Only what starts servers and
 * watches files stays behind in Node.
 */
chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

type Expect = typeof chai.expect & { extend(matchers: unknown): void };

const expect = ((value: unknown, message?: string) => chai.expect(value, message)) as Expect;
Object.assign(
  expect,
  chai.expect,
  (globalThis as unknown as Record<symbol, object>)[ASYMMETRIC_MATCHERS_OBJECT],
);
setState({ assertionCalls: 0 }, expect as never);
expect.extend = (matchers) =>
  (chai.expect as unknown as { extend(to: Expect, matchers: unknown): void }).extend(
    expect,
    matchers,
  );

export const vitest: Exports = {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it: test,
  suite,
  test,
  /** What a run tells its suites; a page has nothing to tell. */
  inject: () => undefined,
};
