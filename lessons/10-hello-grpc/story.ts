import { loadSync } from '@grpc/proto-loader';
import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import type { Trace } from '#inspect/trace';
import { LOOPBACK } from '#transport/tcp';
import { drawTable, headersIn, sentOn, sideBySide, sizeOf } from './compare.ts';
import { giveUp, leakText, showPair, stopServer, withoutServer } from './experiments.ts';
import { hello, LOADING } from './load.ts';
import { connect, nameOf, PAIRINGS, start } from './pairings.ts';
import { recordPairing } from './traces.ts';

/** `npm run lesson 10`: the library, the first call done right, and who else can be at either end. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { pair, deadline, leak, absent, stop } = experiments;
  if (pair !== undefined) return showPair(stage, String(pair));
  if (deadline !== undefined) return giveUp(stage, Number(deadline));
  if (leak) return leakText(stage);
  if (absent) return withoutServer(stage);
  if (stop) return stopServer(stage);

  await showLoading(stage);
  await showCalls(stage);
  const traces = await showPairings(stage);
  await showHeaders(stage, traces);
}

async function showLoading(stage: Stage): Promise<void> {
  await stage.scene('From a file to a stub');
  stage.say(
    'proto/hello.proto says that there is a service hello.Greeter with a method SayHello. grpc-js does not read such files; @grpc/proto-loader does, while the program runs, and this is what grpc-js gets of it:',
  );
  const { path, originalName, requestSerialize } = hello.Greeter.service.SayHello;
  stage.step('path', path);
  stage.step('in JavaScript', `greeter.${originalName}(request, options, callback)`);
  const bytes = requestSerialize({ name: 'world' });
  stage.step(
    'serialize',
    `{ name: "world" } → ${bytes.toString('hex').replace(/(..)(?=.)/g, '$1 ')}`,
  );
  stage.say(
    'A path, and functions to and from bytes: grpc-js knows nothing else of Protobuf. So a generator can write them just as well, before the program runs (static.ts). Choose the options of the loader with care. An empty HelloReply takes no bytes at all, and the options say what is read out of them:',
  );
  for (const defaults of [false, true]) {
    const loaded = loadSync('hello.proto', { ...LOADING, defaults });
    const { SayHello } = loaded['hello.Greeter'] as unknown as typeof hello.Greeter.service;
    const empty = SayHello.responseDeserialize(Buffer.alloc(0));
    stage.step(`defaults: ${defaults}`, JSON.stringify(empty));
  }
}

async function showCalls(stage: Stage): Promise<void> {
  await stage.scene('Calls, with a deadline from the first one on');
  const log = (line: string) => stage.step('server', line);
  const server = await start('grpc-js', { host: LOOPBACK, port: 0, log });
  const client = connect('grpc-js', server);
  try {
    for (const [name, timeoutMs] of CALLS) {
      const answer = await client.sayHello(name, { timeoutMs }).catch((error) => error.message);
      // grpc-js adds after how long, and where: another text each time.
      stage.step('client', `${name || 'no name'}: ${answer.replace(/ after .*/, '')}`);
    }
  } finally {
    client.close();
    await server.close();
  }
  stage.say(
    'A greeting, a refusal, an accident and a sloth. The refusal has its code because the handler threw it; the accident is UNKNOWN, and what happened stays in the server’s log. The sloth never answers: after 60 ms the client gives up, and the server hears of it. Without a deadline both would wait for ever.',
  );
}

const CALLS: [name: string, timeoutMs: number][] = [
  ['world', 1_000],
  ['', 1_000],
  ['bug', 1_000],
  ['sloth', 60],
];

async function showPairings(stage: Stage): Promise<Trace[]> {
  await stage.scene('Two stacks, four pairings');
  stage.say(
    'The same Greeter on the stack in src/, the one that lessons 1 to 9 took apart. Each client calls each server twice, over real sockets, with a tap in between that writes down every byte:',
  );
  const traces: Trace[] = [];
  const rows = [['client/server', 'request', 'answer', '2nd request', '2nd answer']];
  for (const pairing of PAIRINGS) {
    const trace = await recordPairing(pairing);
    traces.push(trace);
    const size = (from: 'client' | 'server', stream: number) =>
      `${sentOn(trace, from, stream).reduce((sum, message) => sum + sizeOf(message), 0)} bytes`;
    rows.push([
      nameOf(pairing),
      size('client', 1),
      size('server', 1),
      size('client', 3),
      size('server', 3),
    ]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'All four work, and no end can tell who is at the other. What each client sends depends on the client alone, and what each server sends on the server: read the columns. The second call is short because HPACK remembers the headers (lesson 8).',
  );
  return traces;
}

async function showHeaders(stage: Stage, traces: Trace[]): Promise<void> {
  const [js, , , ours] = traces;
  if (js === undefined || ours === undefined) return;
  await stage.scene('What differs on the wire');
  stage.say('The request’s headers, and in parentheses the bytes that each costs:');
  const requests = [js, ours].map((trace) => sentOn(trace, 'client', 1)[0]!);
  stage.print(table(requests.map(headersIn)));
  stage.say('The answer’s headers, and its trailers:');
  for (const last of [0, -1]) {
    const answers = [js, ours].map((trace) => sentOn(trace, 'server', 1).at(last)!);
    stage.print(table(answers.map(headersIn)));
  }
  stage.say(
    'Both are right. HTTP/2 wants the names with a colon first, in any order; gRPC wants te and content-type, and asks that grpc-timeout come right behind the colons, which only ours does. `date` comes from Node’s HTTP/2, which serves web pages too. grpc-js says OK in words, and that nothing is compressed; both may be left out. The message is the same in all four pairings, byte for byte:',
  );
  stage.show(sentOn(js, 'client', 1)[1]!);
  stage.say(
    'One thing is worth a second look. grpc-js puts grpc-timeout into HPACK’s table. With a real clock it is 1000m, 998m, 999m: each a new entry, until the table is full and older ones have to go. Ours is written out every time and not remembered: it costs some bytes more, and the table stays as it is.',
  );
  stage.say(
    'One request, one answer. What if the answer does not fit into one message, or is never finished? That is lesson 11.',
  );
}

function table([js = [], ours = []]: ReturnType<typeof headersIn>[]): string {
  return drawTable([['', 'grpc-js', 'ours'], ...sideBySide(js, ours)]);
}
