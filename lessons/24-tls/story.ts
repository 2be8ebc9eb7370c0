import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { Metadata } from '#grpc/metadata';
import { createGrpcDissectors } from '#inspect/grpc/dissector';
import { createRecorder, type Recorder } from '#inspect/recorder';
import { versionName } from '#inspect/tls/numbers';
import type { Field } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { drawTable, headersIn } from '../10-hello-grpc/compare.ts';
import { startTap } from '../10-hello-grpc/tap.ts';
import { QUIET } from '../shop/with-shop.ts';
import { helloIn, overhear, recordsIn, wordsIn } from './eavesdropper.ts';
import { showBetween, showFailure, showLeaf, showRotation } from './experiments.ts';
import { FAILURES, meet } from './failures.ts';
import { callAs, STACKS, startMutual } from './mutual.ts';
import { connectOurs, startOurShop } from './ours.ts';
import { createPapers, type Papers } from './papers.ts';
import { recordSession } from './session.ts';

/** `npm run lesson 24`: who listens, who is there, and who may. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { fail, between, leaf, rotate } = experiments;
  if (fail !== undefined) return showFailure(stage, `${fail}`);
  if (between) return showBetween(stage);
  if (leaf) return showLeaf(stage);
  if (rotate) return showRotation(stage);

  const papers = await createPapers();
  await showListener(stage, papers);
  await showHellos(stage);
  await showOpened(stage);
  await showFailures(stage, papers);
  await showCallers(stage, papers);
  await showRotation(stage, papers);
  stage.say(
    'A certificate says which program calls. It does not say for which person. A till has one certificate, and six people who work at it: that is lesson 25.',
  );
}

const PASSWORD = 'tea-4711';
const { addOrder } = OrderManagementDefinition.methods;
const ORDER: Order = {
  id: '237',
  items: ['teapot'],
  description: 'a gift for Ada',
  price: 24,
  destination: 'Leeds',
};

/** Adds an order, with a password that no client should send like this. */
async function addWithPassword(at: { host: string; port: number }, roots?: string): Promise<void> {
  const { shop, close } = connectOurs(at, roots === undefined ? undefined : { roots });
  const proof = btoa(`ada:${PASSWORD}`);
  await shop.addOrder(ORDER, { metadata: new Metadata({ authorization: `Basic ${proof}` }) });
  await close();
}

async function showListener(stage: Stage, { shop, roots }: Papers): Promise<void> {
  await stage.scene('What the line tells');
  stage.say('Our client adds an order at our shop, in the clear. Somebody on the way reads:');
  const open = await startOurShop(QUIET, undefined);
  const recorder: Recorder = createRecorder('', '');
  const methods = { [addOrder.path]: [Order.descriptor, StringValue.descriptor] } as const;
  const tap = await startTap(open, recorder, () =>
    createGrpcDissectors({ methods: { ...methods } as never, showSecrets: true }),
  );
  await addWithPassword(tap);
  await tap.close();
  await open.close();
  const frames = recorder.trace.events.filter((event) => event.kind === 'message');
  const proof = frames.flatMap(headersIn).find(({ name }) => name === 'authorization')?.value ?? '';
  const [name = '', password = ''] = atob(proof.replace('Basic ', '')).split(':');
  for (const { title } of frames.filter((one) => /POST|Order \{/.test(one.title))) {
    stage.step('they read', title.replace(/^(HEADERS|DATA) · stream 1 · /, ''));
  }
  stage.step('the password', `of ${name}: ${password.length} letters, the first is ${password[0]}`);

  stage.say('The same over TLS:');
  const closed = await startOurShop(QUIET, { ...shop });
  const heard = await overhear(closed, (at) => addWithPassword(at, roots));
  await closed.close();
  const hello = helloIn(heard.bytes.client);
  const words = [...wordsIn(heard.bytes.client), ...wordsIn(heard.bytes.server)].join(' ');
  stage.step('names', `${hello?.serverName}, ${hello?.protocols.join(', ')}`);
  stage.step('versions', `${hello?.versions.map(versionName).join(', ')}`);
  const records = recordsIn(heard);
  for (const side of ['client', 'server'] as const) {
    const list = records[side].map(({ title, size }) => `${title} ${size}`);
    stage.step(`the ${side}’s`, list.join(', '));
  }
  const found = [PASSWORD, 'teapot', 'Leeds', 'AddOrder', 'Ada'].filter((word) =>
    words.includes(word),
  );
  stage.step(
    'words found',
    found.length === 0 ? 'none of the order, and no password' : found.join(', '),
  );
  stage.say(
    'Names, sizes, and when: an order is as long as it was. Who is called stands in the first message, in the clear. (A name that must not be seen needs Encrypted Client Hello, RFC 9849; Node has none.)',
  );
}

async function showHellos(stage: Stage): Promise<void> {
  await stage.scene('Two hellos');
  stage.say(
    'The first message of a connection, of a client that offers one of everything, and what the server has chosen. What chance has decided is zeros here: random numbers, and half of a key.',
  );
  const { hellos } = await recordSession();
  const [client, server] = hellos;
  stage.show(client!);
  const chosen = ['supported_versions', 'cipher suite', 'key_share'];
  stage.step('ServerHello', chosen.map((name) => valueIn(server!.fields, name)).join(', '));
  stage.say(
    'Each side has sent half of a key agreement. From both halves, and a number that it has kept to itself, each makes the same key. Whoever has only the halves has nothing. All that follows is encrypted, the certificate too.',
  );
}

async function showOpened(stage: Stage): Promise<void> {
  await stage.scene('The same connection, with the secrets');
  stage.say(
    'Node gives the secrets of a session to whoever asks, for tools like Wireshark. With them the records open again: HKDF makes keys of the secrets, AES-GCM opens with the keys.',
  );
  const { inside, call, labels } = await recordSession();
  stage.step('secrets', labels.join(', '));
  for (const side of ['server', 'client'] as const) {
    const titles = inside.filter(({ from }) => from === side).map(({ title }) => title);
    const names = [...new Set(titles)].map((title) => {
      const times = titles.filter((one) => one === title).length;
      return title === 'HTTP/2' || times === 1 ? title : `${times} × ${title}`;
    });
    stage.step(`the ${side}’s`, names.join(', '));
  }
  for (const { title, message } of inside) {
    if (title !== 'EncryptedExtensions' || !message) continue;
    stage.step('agreed', `${valueIn(message.fields, 'ALPN')}, in ${title}`);
  }
  for (const event of call) if (event.kind === 'message') stage.step(event.from, event.title);
  stage.say(
    'A file with these lines opens a recording made years ago. It is a key, and belongs in no log.',
  );
}

async function showFailures(stage: Stage, papers: Papers): Promise<void> {
  await stage.scene('What a client checks');
  stage.say(
    'In this order: does the other side speak TLS, in a version that we take · has an authority that we trust signed the certificate · is it valid today · is it meant for servers · is it for the name that we asked for · has the server agreed to h2. What is wrong, and what each stack says:',
  );
  for (const failure of FAILURES) {
    const { js, ours } = await meet(failure, papers);
    stage.step(failure.name, `grpc-js: ${js}`);
    stage.step('', `ours: ${ours}`);
  }
  stage.say(
    'All but two are UNAVAILABLE, and will be tomorrow: to try again does not help. The two are those of grpc-js that stand out. It believes a common name if there is no other, which RFC 9525 forbids. And it does not look at ALPN: it sends HTTP/2 to somebody who speaks none, and waits.',
  );
}

async function showCallers(stage: Stage, papers: Papers): Promise<void> {
  await stage.scene('Who is calling?');
  stage.say(
    'mTLS: the client shows a certificate, too. The guard reads its name and looks up what it may. Unary, and the three kinds of streams: O is OK, P is PERMISSION_DENIED, U is UNAVAILABLE.',
  );
  const rows = [['server', 'the client shows', 'grpc-js as client', 'ours as client']];
  for (const stack of STACKS) {
    const server = await startMutual(stack, papers);
    for (const [name, shown] of [
      ['the office’s', papers.office],
      ['a till’s', papers.till],
      ['an impostor’s', papers.impostor],
      ['nothing', undefined],
    ] as const) {
      const [js, ours] = [
        await callAs('grpc-js', server, papers, shown),
        await callAs('ours', server, papers, shown),
      ];
      rows.push([stack, name, codesOf(js), codesOf(ours)]);
    }
    await server.close();
  }
  stage.print(drawTable(rows));
  stage.say(
    'The till’s common name is "admin", and nobody has looked. The impostor’s certificate has the right name, signed by somebody else: its calls do not get as far as the guard.',
  );
}

/** What stands in a field of a message, wherever in it. */
function valueIn(fields: readonly Field[], name: string): string | undefined {
  for (const field of fields) {
    const value = field.name === name ? field.value : valueIn(field.children ?? [], name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The first letter of each code: O for OK, P for PERMISSION_DENIED, U for UNAVAILABLE. */
const codesOf = (ends: readonly string[]) => ends.map((end) => end[0]).join(' ');
