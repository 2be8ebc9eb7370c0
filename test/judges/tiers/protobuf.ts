import { spawnSync } from 'node:child_process';
import { conditionsOf, flagsOf } from '#course/tiers/layers';
import { cannotRun, finish, mayInstall } from './tier.ts';

/** protobuf's own conformance suite, on the layers with which this program was started. */
if (process.platform === 'win32') cannotRun('there is no conformance runner for Windows');
const { stdout, stderr, status } = spawnSync('bash', ['test/judges/protobuf/run.sh'], {
  encoding: 'utf8',
  env: {
    ...process.env,
    JUDGE_FLAGS: flagsOf(conditionsOf(process.execArgv)).join(' '),
    ...(mayInstall ? {} : { JUDGE_OFFLINE: '1' }),
  },
});
if (status === 3) cannotRun(`${stderr.trim()}; --install fetches it`);
console.log(`${stdout}${stderr}`.trim());
const counts = [...stdout.matchAll(/: (\d+) of (\d+) passed/g)];
const passed = counts.reduce((sum, [, count]) => sum + Number(count), 0);
finish(status === 0 && passed === 2_952, `${passed} of 2952 cases passed`);
