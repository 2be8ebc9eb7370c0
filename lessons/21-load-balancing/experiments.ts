import { POLICIES } from '#channel/balancing/policies';
import { PolicySet } from '#channel/balancing/policy-set';
import { Channel } from '#channel/channel';
import { CONNECTION_ATTEMPT_DELAY_MS } from '#channel/limits';
import { ServiceConfig } from '#channel/names/service-config';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { FakeClock } from '#time/fake-clock';
import { LOOPBACK, listenTcp } from '#transport/tcp';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { endUnderWay } from './coming-and-going.ts';
import { deploy } from './deploy.ts';
import { drawBars, NAMES, withFleet } from './fleet.ts';
import { FOR_MS, SCENARIOS, SEED } from './scenarios.ts';
import { POLICY_NAMES, type PolicyName, simulate } from './simulate.ts';
import { askTimes, connectTo } from './world.ts';

/** `--kill`: a server ends while calls are under way. */
export async function showKill(stage: Stage): Promise<void> {
  await stage.scene('A server ends, and calls are under way');
  stage.say('round_robin, nine calls under way: three at each server. Then shop-2 ends.');
  for (const [how, name] of [
    ['stop', 'it waits'],
    ['kill', 'it is killed'],
  ] as const) {
    const { failed, after } = await endUnderWay(how);
    stage.step(name, failed === 0 ? 'none of the nine has failed' : `${failed} of the nine failed`);
    stage.print(drawBars(NAMES, after));
  }
  stage.say(
    'The bars are the thirty calls after it. No policy saves the three: nobody knows how far the server had got with them. That is a question for lesson 22.',
  );
}

/** `--deploy`: all servers are restarted, one after the other. */
export async function showDeploy(stage: Stage): Promise<void> {
  await stage.scene('After a deploy');
  stage.say(
    'Twelve clients, three servers. Each server is restarted in turn, and the clients go on calling. Connections of each server before and after, with a TCP proxy between:',
  );
  const l4 = await deploy('l4');
  stage.print(drawBars(NAMES, l4.before));
  stage.step('then', 'shop-1, shop-2 and shop-3 are restarted');
  stage.print(drawBars(NAMES, l4.after));
  stage.say(
    'The server that was restarted last has nobody: when it came back, all clients had a connection elsewhere, and nothing makes them leave it. The same with round_robin in the clients, calls this time:',
  );
  const own = await deploy('round_robin');
  stage.print(drawBars(NAMES, own.after));
  stage.say(
    'Behind a proxy of layer 4 it helps to end connections now and then, by GOAWAY: grpc.max_connection_age_ms, on the server.',
  );
}

/** `--eyeballs`: the first address says nothing. */
export async function showEyeballs(stage: Stage): Promise<void> {
  await stage.scene('An address that says nothing');
  stage.say(
    'pick_first, two addresses. At the first one somebody accepts connections and is silent; the second is a server. The client’s clock is moved by hand:',
  );
  const silent = await listenTcp({ host: LOOPBACK, port: 0 }, () => {});
  await withFleet(async ([shop]) => {
    const clock = new FakeClock();
    const target = `ipv4:${LOOPBACK}:${silent.port},${LOOPBACK}:${shop!.port}`;
    const channel = new Channel(target, { clock });
    const ready = channel.ready();
    const look = async (ms: number) => {
      clock.advance(ms);
      for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
    };
    await look(0);
    stage.step('at 0 ms', channel.state);
    await look(CONNECTION_ATTEMPT_DELAY_MS - 1);
    stage.step('at 249 ms', channel.state);
    clock.advance(1);
    await ready;
    stage.step('at 250 ms', `${channel.state}: the second address`);
    await channel.close();
  });
  await silent.destroy();
  stage.say(
    'Happy Eyeballs (RFC 8305): after 250 ms the next address is tried, and the first is not given up. Who answers first wins. Without it the call would wait for 20 seconds, until the first attempt is over.',
  );
}

// #region configs
export const CONFIGS: readonly [name: string, config: object][] = [
  ['round_robin', { loadBalancingConfig: [{ round_robin: {} }] }],
  ['unknown, round_robin', { loadBalancingConfig: [{ by_the_moon: {} }, { round_robin: {} }] }],
  ['unknown', { loadBalancingConfig: [{ by_the_moon: {} }] }],
  ['not a list', { loadBalancingConfig: { round_robin: {} } }],
  ['loadBalancingPolicy', { loadBalancingPolicy: 'round_robin' }],
  ['one choice', { loadBalancingConfig: [{ least_request_experimental: { choiceCount: 1 } }] }],
  ['outliers, no child', { loadBalancingConfig: [{ outlier_detection: {} }] }],
];
// #endregion configs

/** `--config`: what becomes of a service config, in both stacks. */
export async function showConfig(stage: Stage): Promise<void> {
  await stage.scene('What a service config says, and who listens');
  const rows = [['the config', 'our stack', 'grpc-js uses']];
  for (const [name, config] of CONFIGS) rows.push([name, ours(config), await usedByJs(config)]);
  stage.print(drawTable(rows));
  stage.say(
    'Of the list, the first policy that a client knows is taken: so a config can ask for something new. What cannot be read makes our channel throw, when it is made. grpc-js throws at what is not a list. Otherwise it says nothing (a line in its log at most, with GRPC_VERBOSITY=DEBUG), uses what it would use without a config, and goes on: with pick_first, on one server. Look at the bars, not at the config.',
  );
}

function ours(config: object): string {
  try {
    return new ServiceConfig(config, new PolicySet(POLICIES)).loadBalancing?.name ?? 'pick_first';
  } catch (error) {
    const { message } = error as Error;
    return message.length > 36 ? `${message.slice(0, 35)}…` : message;
  }
}

/** Seen by the calls: three servers that share them, or one that gets all. */
function usedByJs(config: object): Promise<string> {
  return withFleet(async (servers) => {
    const target = `ipv4:${servers.map(({ host, port }) => `${host}:${port}`)}`;
    let shop: ReturnType<typeof connectTo>;
    try {
      shop = connectTo(target, { 'grpc.service_config': JSON.stringify(config) });
    } catch {
      return 'it throws';
    }
    try {
      await askTimes(shop, 60);
      const used = servers.filter(({ calls }) => calls > 0).length;
      return ['it fails', 'pick_first', 'round_robin'][Math.min(2, used)]!;
    } finally {
      shop.close();
    }
  });
}

/** `--policy <name>`: the queues of four servers, one of them slow, moment by moment. */
export async function showPolicy(stage: Stage, name: string): Promise<void> {
  const policy = POLICY_NAMES.find((one) => one === name);
  if (policy === undefined) {
    throw new UserError(`--policy takes one of:\n  ${POLICY_NAMES.join('\n  ')}`);
  }
  await stage.scene(`${policy}, and one server that is slow`);
  stage.print(queues(policy));
  stage.say(
    'A column is half a second, its height the queue of that server: one step up is one call, then two, four, eight, and so on. The last server has a fifth of the speed of the others.',
  );
}

const STEPS = ' ▁▂▃▄▅▆▇█';

function queues(policy: PolicyName): string {
  const setup = { ...SCENARIOS.slow, policy, outliers: false, seed: SEED, forMs: FOR_MS };
  const { samples, calls, p99 } = simulate(setup);
  const lines = setup.servers.map(({ perSecond }, i) => {
    const heights = samples
      .filter((_, at) => at % 5 === 4)
      .map(({ queues }) => Math.min(8, Math.ceil(Math.log2(queues[i]! + 1))));
    const curve = heights.map((height) => STEPS[height]).join('');
    return `${String(perSecond).padStart(2)}/s  ${curve.padEnd(40)}  ${calls[i]} calls`;
  });
  return [...lines, `p99   ${Math.round(p99)} ms`].join('\n');
}
