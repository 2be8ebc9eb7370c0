import type { ServerCall } from '#grpc/server/server-call';
import { statusName } from '#grpc/status';
import { createRecorder } from '#inspect/recorder';
import type { Trace, TraceEvent } from '#inspect/trace';
import { isOfACall } from '../09-grpc-by-hand/at-greeter.ts';
import { BUDGET_MS } from './plan.ts';
import { Clocks, connectOurs, endOf, serve, TEAPOT } from './world.ts';

/** Whose clock says first that the time is over; or the answer is on its way when it does. */
export const MOMENTS = ['the client first', 'the server first', 'an answer on its way'] as const;
export type Moment = (typeof MOMENTS)[number];

/** What each side took with it from one call. */
export interface Beliefs {
  client: string;
  server: string;
  trace: Trace;
}

// #region moments
/** When each clock moves. The handler is in the middle of the call, and its client waits. */
const HAPPENS: Record<Moment, (clocks: Clocks, call: ServerCall) => Promise<unknown>> = {
  'the client first': (clocks, call) => {
    clocks.of('client').advance(BUDGET_MS);
    return call.ended;
  },
  'the server first': (clocks, call) => {
    clocks.of('server').advance(BUDGET_MS);
    return call.ended;
  },
  // The handler returns right after this: its answer and the client's RST_STREAM meet on the way.
  'an answer on its way': async (clocks) => clocks.of('client').advance(BUDGET_MS),
};
// #endregion moments

/** A call with a budget, on two machines with a clock each, and what each of them thinks of it. */
export async function twoBeliefs(
  moment: Moment,
  onEvent: (event: TraceEvent) => void = () => {},
): Promise<Beliefs> {
  const clocks = new Clocks();
  const recorder = createRecorder(`A budget of ${BUDGET_MS} ms: ${moment}`, 'gRPC over HTTP/2');
  let told = (_code: string) => {};
  const believed = new Promise<string>((resolve) => {
    told = resolve;
  });
  const server = await serve(clocks.of('server'), async ({ value }, call) => {
    if (value !== '101') return TEAPOT;
    call.ended.then(({ code }) => told(statusName(code)));
    await HAPPENS[moment](clocks, call);
    return TEAPOT;
  });
  const client = connectOurs(server.port, clocks.of('client'), recorder);
  try {
    const end = await endOf(client.shop.getOrder({ value: '101' }, { timeoutMs: BUDGET_MS }));
    const beliefs = { client: end, server: await believed };
    // What is still on its way to the client comes before the answer to this.
    await client.shop.getOrder({ value: '102' }).catch(() => {});
    const events = recorder.trace.events.filter(
      (event) => isOfACall(event) && event.call === FIRST_STREAM,
    );
    for (const event of events) onEvent(event);
    return { ...beliefs, trace: { ...recorder.trace, events } };
  } finally {
    await client.close();
    await server.close();
  }
}

/** A client's streams have odd numbers. */
const FIRST_STREAM = '1';
