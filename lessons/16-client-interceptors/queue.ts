import type { Stage } from '#course/lesson/stage';
import type { GrpcError } from '#grpc/grpc-error';
import { concurrencyLimit } from '#grpc/interceptors/concurrency-limit';
import { statusName } from '#grpc/status';
import { ourHandlers, startOurShop } from '../15-server-interceptors/ours.ts';
import { QUIET } from '../shop/with-shop.ts';
import { withOurs } from './ours.ts';

/** How long the impatient one waits. Nobody works that long: the shop waits until it has left. */
const IMPATIENT_MS = 30;

const TURNS = 2;

/** Something that is waited for, until it is opened. */
function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}

/** Five calls, two turns, and one caller who cannot wait. */
export async function showQueue(stage: Stage): Promise<void> {
  await stage.scene('Two at once');
  stage.say(
    'Five calls at the same time, and an interceptor that lets two of them run. The shop is slow: it answers when we say so. The fourth caller has a deadline of 30 ms.',
  );
  const heard: string[] = [];
  let [running, most] = [0, 0];
  const full = gate();
  const open = gate();
  const getOrder = async (request: { value: string }) => {
    heard.push(request.value);
    most = Math.max(most, ++running);
    if (running === TURNS) full.open();
    await open.passed;
    running--;
    return ourHandlers.getOrder(request);
  };
  const limit = concurrencyLimit({ most: TURNS });
  await withOurs(startOurShop(QUIET, [], { getOrder }), [limit], async (shop) => {
    const ended: string[] = [];
    const call = async (value: string, timeoutMs?: number) => {
      const outcome = await shop.getOrder({ value }, { timeoutMs }).then(
        () => 'OK',
        (error: GrpcError) => statusName(error.code),
      );
      ended.push(`${value} ${outcome}`);
    };
    const calls = ['101', '102', '103'].map((value) => call(value));
    await full.passed;
    const impatient = call('104', IMPATIENT_MS);
    calls.push(call('105'));
    await impatient;
    stage.step('after 30 ms', `ended: ${ended.join(', ')}. In the shop: ${heard.join(', ')}`);
    open.open();
    await Promise.all(calls);
    stage.step('at the end', `ended: ${[...ended].sort().join(', ')}`);
    stage.step('the shop', `had ${most} at once at the most, and heard of ${heard.join(', ')}`);
  });
  stage.say(
    'The fourth left the queue, and the shop never heard of it. Its place went to nobody: the fifth was next. Without an end to waiting, a slow server fills its clients with calls that nobody wants any more.',
  );
}
