import type { Trace, TraceEvent } from '#inspect/trace';
import { LOOPBACK } from '#transport/tcp';
import { atGreeter } from './at-greeter.ts';
import { callUnary } from './call.ts';
import { greet, greeting } from './client.ts';
import { describeStatus, encodeRequest, GODOT, STRANGER } from './greeter.ts';
import { startProxy } from './proxy.ts';
import { startServer } from './server.ts';

/** Ada is greeted. */
export function recordCall(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  return atGreeter({ title: 'One unary call', onEvent }, async ({ http2, authority }) => {
    await greet(http2, authority, 'Ada');
  });
}

/** Ada is greeted twice, over one connection. */
export function recordTwice(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  return atGreeter({ title: 'The same call twice', onEvent }, async ({ http2, authority }) => {
    await greet(http2, authority, 'Ada');
    await greet(http2, authority, 'Ada');
  });
}

/** Zoë is not. */
export function recordRefusal(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  return atGreeter({ title: 'A call that fails', onEvent }, async ({ http2, authority }) => {
    await greet(http2, authority, STRANGER);
  });
}

/** A proxy answers in the server's place. */
export function recordPage(
  onEvent?: (event: TraceEvent) => void,
  httpStatus = '200',
): Promise<Trace> {
  const start = () => startProxy(httpStatus);
  return atGreeter({ title: 'A web page', start, onEvent }, async (scene) => {
    const { status } = await greet(scene.http2, scene.authority, 'Ada');
    scene.recorder.mark('client', `the call has failed: ${describeStatus(status)}`, '1');
  });
}

/** The caller does not want to wait for Godot. */
export function recordCancel(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  const leave = new AbortController();
  const begun = createSignal();
  const heard = createSignal();
  const start = () =>
    startServer({ host: LOOPBACK, port: 0, log: heard.give }, { began: begun.give });
  return atGreeter({ title: 'A call that is cancelled', onEvent, start }, async (scene) => {
    const { http2, authority, recorder } = scene;
    const call = callUnary(http2, greeting(authority), encodeRequest(GODOT), leave.signal);
    await begun.given;
    recorder.mark('client', 'the user has closed the window');
    leave.abort();
    await call;
    await heard.given;
    recorder.mark('server', 'the procedure is told to stop', '1');
  });
}

function createSignal() {
  let give: () => void = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
