import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { ServingStatus } from '#services/health';
import { StatusBoard } from '#services/status-board';
import { nameOf } from './both.ts';
import { deploy, WAYS, type Way } from './deploy.ts';
import { drawDeployed } from './draw-deployed.ts';
import { askOnce, PROBED } from './probes.ts';

const LONGEST_NOTICE = 2_000;

/** `--notice <ms>`: how long the server still takes calls after it has said NOT_SERVING. */
export async function showNotice(stage: Stage, text: string): Promise<void> {
  const noticeMs = Number(text);
  if (!/^\d+$/.test(text) || noticeMs > LONGEST_NOTICE) {
    throw new UserError(`--notice takes milliseconds, 0 to ${LONGEST_NOTICE}`);
  }
  await stage.scene(`NOT_SERVING, and ${noticeMs} ms to notice it`);
  stage.say('The balancer asks every 50 ms. Calls that were lost, three times:');
  const results = [];
  for (const time of ['first', 'second', 'third']) {
    results.push([time, await deploy('ours', 'in order', noticeMs)] as const);
  }
  stage.print(drawDeployed(results));
  stage.say(
    'Those who lose are those who connect anew. The wait has to be longer than what your balancer needs to notice, and that is nearly always seconds: a probe every ten, times three, or a DNS answer that somebody keeps for thirty.',
  );
}

/** `--grpc-js`: the ends of a server of grpc-js. */
export async function showGrpcJs(stage: Stage): Promise<void> {
  await stage.scene('The same ends, of a server of grpc-js');
  stage.say(
    'The same state machine; its steps are setStatus, tryShutdown and forceShutdown. Calls that were lost:',
  );
  const results = [];
  for (const way of Object.keys(WAYS) as Way[]) {
    results.push([way, await deploy('grpc-js', way)] as const);
  }
  stage.print(drawDeployed(results));
}

/** `--probe`: what a probe says of seven servers. */
export async function showProbes(stage: Stage): Promise<void> {
  await stage.scene('A probe, and seven servers');
  stage.say(
    'The exit codes are those of grpc_health_probe: 0 it serves, 2 no connection, 3 no answer, 4 another answer. A server that …',
  );
  for (const probed of PROBED) {
    const { exitCode, text } = await askOnce(probed);
    stage.step(`exit code ${exitCode}`, `${probed.what} → ${text}`);
  }
  stage.say(
    'Two of them are silent, at different places, and each has a limit of its own. Without those the probe itself would hang, and a probe that hangs says nothing.',
  );
}

/** `--slow`: who reads slowly, and what a watch tells them. */
export async function showSlow(stage: Stage): Promise<void> {
  await stage.scene('A watcher who reads slowly');
  stage.say(
    'The status changes five times. One watcher reads each time, another one only after the fifth:',
  );
  const board = new StatusBoard();
  const stop = new AbortController();
  const watch = () => board.watch('', [stop.signal]);
  const [quick, slow] = [watch(), watch()];
  const told = async (reader: typeof quick) => nameOf((await reader.next()).value ?? -1);
  const heard = { quick: [await told(quick)], slow: [await told(slow)] };
  const { NOT_SERVING, SERVING } = ServingStatus;
  for (const status of [NOT_SERVING, SERVING, NOT_SERVING, SERVING, NOT_SERVING]) {
    board.set('', status);
    heard.quick.push(await told(quick));
  }
  heard.slow.push(await told(slow));
  stage.step('quick', heard.quick.join(', '));
  stage.step('slow', heard.slow.join(', '));
  stage.step('in memory', `${board.watching} watches, each with one status, and without a list`);
  stop.abort();
  for (const reader of [quick, slow]) await reader.next();
  stage.say(
    'What a balancer wants to know is how it is, and not how it was. So a watch keeps one status, and not a queue: a reader who never reads costs nothing more.',
  );
}
