import * as grpc from '@grpc/grpc-js';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { printable } from '#grpc/client/printable';
import { clientCredentials } from '#tls/credentials';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { createSelfSigned, dns } from '../security/certificates.ts';
import { QUIET } from '../shop/with-shop.ts';
import { standBetween } from './between.ts';
import { callJs } from './client.ts';
import { FAILURES, inShort, meet } from './failures.ts';
import { STACKS, startMutual } from './mutual.ts';
import { callOurs, connectOurs, startOurShop } from './ours.ts';
import { createPapers, type Papers, SHOP } from './papers.ts';
import { rotate } from './rotate.ts';
import { buffers } from './server.ts';

/** `--fail <name>`: one thing that is wrong, and what each stack says of it. */
export async function showFailure(stage: Stage, name: string): Promise<void> {
  const failure = FAILURES.find((one) => one.name === name);
  if (failure === undefined) {
    const names = FAILURES.map((one) => one.name).join(', ');
    throw new UserError(`--fail takes one of ${names}; not ${printable(name, 40)}`);
  }
  await stage.scene(`${failure.name}: ${failure.about}`);
  const { js, ours } = await meet(failure, await createPapers());
  stage.step('grpc-js', js);
  stage.step('ours', ours);
}

/** One GetOrder by a client of grpc-js with these credentials. */
async function getOrder(at: { host: string; port: number }, credentials: grpc.ChannelCredentials) {
  const [outcome] = await callJs(at, credentials, ['GetOrder']);
  return inShort(outcome!.text);
}

/** `--between`: a client that looks, one that does not, and a server that asks who it is. */
export async function showBetween(stage: Stage): Promise<void> {
  const papers = await createPapers();
  const server = await startOurShop(QUIET, { ...papers.shop });
  const between = await standBetween(server, papers.wrong.stranger);
  const roots = Buffer.from(papers.roots);

  await stage.scene('Somebody between');
  stage.say(
    'They speak TLS with both sides: as the shop with the client, with a certificate that their own authority has signed, and as a client with the shop.',
  );
  stage.step('a client', await getOrder(between, clientCredentials(grpc, roots)));
  stage.step('they have read', describe(between.read));

  await stage.scene('A client that does not look');
  stage.say(
    'The option that is in every second answer on the web: rejectUnauthorized: false. It encrypts, and does not ask with whom.',
  );
  const blind = grpc.credentials.createSsl(roots, null, null, { rejectUnauthorized: false });
  stage.step('the client', await getOrder(between, blind));
  for (const title of between.read.filter((one) => /POST|value|Order \{/.test(one))) {
    stage.step('they have read', title);
  }
  await between.close();
  await server.close();

  await stage.scene('The same, and the shop asks who it is');
  stage.say(
    'mTLS. The office’s client does not look, and shows its certificate to whoever asks. Can they use it?',
  );
  const mutual = await startMutual('ours', papers);
  const again = await standBetween(mutual, papers.wrong.stranger);
  const { privateKey, certificate } = buffers(papers.office);
  const shown = grpc.credentials.createSsl(roots, privateKey, certificate, {
    rejectUnauthorized: false,
  });
  stage.step('the client', await getOrder(again, shown));
  stage.step('they have seen', again.names[0] ?? 'no certificate');
  stage.step('they have read', describe(again.read.filter((one) => /POST|Order \{/.test(one))));
  stage.say(
    'They have the office’s certificate, as everybody may, and not its key. So they cannot sign a handshake with the shop, and the shop does not let them in. The client has waited for the shop’s first word, and has sent no call.',
  );
  await again.close();
  await mutual.close();
}

const describe = (read: readonly string[]) => (read.length === 0 ? 'nothing' : read.join('; '));

/** `--leaf`: whose certificate goes into a client's roots. */
export async function showLeaf(stage: Stage): Promise<void> {
  const papers = await createPapers();
  await stage.scene('A client that trusts the server’s own certificate');
  stage.say(
    'The article gives the client the file of the server: NewClientTLSFromFile("server.crt", …). With a certificate that the server has signed itself, this works:',
  );
  const [today, tomorrow] = [
    await createSelfSigned([dns(SHOP)]),
    await createSelfSigned([dns(SHOP)]),
  ];
  const rows = [['the server shows', 'the client trusts', 'grpc-js', 'ours']];
  for (const [shows, shown, trusts, roots] of [
    ['its own', today, 'that', today.certificate],
    ['its own, renewed', tomorrow, 'the old one', today.certificate],
    ['the authority’s', papers.shop, 'that', papers.shop.certificate],
    ['the authority’s', papers.shop, 'the authority', papers.roots],
    ['that, renewed', await papers.renew(), 'the authority', papers.roots],
  ] as const) {
    const server = await startOurShop(QUIET, { ...shown });
    const js = await getOrder(server, clientCredentials(grpc, Buffer.from(roots)));
    const [ours] = await callOurs(connectOurs(server, { roots }));
    rows.push([shows, trusts, codeIn(js), codeIn(ours!)]);
    await server.close();
  }
  stage.print(drawTable(rows));
  stage.say(
    'With the next certificate every client has to be changed, at the same moment. That is why certificates of servers then live for ten years. A client that trusts an authority hears nothing of a new one.',
  );
}

const codeIn = (text: string) => (text === 'OK' ? text : 'refused');

/** `--rotate`: certificates that change under calls. */
export async function showRotation(stage: Stage, papers?: Papers): Promise<void> {
  const made = papers ?? (await createPapers());
  await stage.scene('A new certificate, without a restart');
  stage.say(
    'A server with its first certificate, and a client that stays connected. A second one is put where the server looks; then one whose key does not fit, and then one that has expired.',
  );
  const rows = [['server', 'before', 'after', 'broken ones', 'the old connection']];
  const errors: string[] = [];
  for (const stack of STACKS) {
    const seen = await rotate(stack, made);
    const cells = [seen.before, seen.after, seen.afterBroken].map((number) => `number ${number}`);
    rows.push([stack, ...cells, seen.oldConnection]);
    errors.push(...seen.errors);
  }
  stage.print(drawTable(rows));
  for (const error of [...new Set(errors)]) stage.step('onError', error);
}
