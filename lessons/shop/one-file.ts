import { conditionsOf } from '#course/tiers/layers';

/**
 * How esbuild makes one file of a program and all that it imports, so that it starts at once and
 * needs nothing beside it. The learner's layers are in it, if this process has them (--mine).
 */
export const oneFile = () => ({
  bundle: true,
  platform: 'node' as const,
  target: 'node20',
  conditions: [...conditionsOf(process.execArgv)],
  logLevel: 'silent' as const,
});
