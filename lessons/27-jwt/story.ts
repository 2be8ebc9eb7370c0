import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from 'jose';
import type { RunOptions } from '#course/lesson/define-lesson';
import type { Stage } from '#course/lesson/stage';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { type Struck, strike } from './attacks.ts';
import { showKids, showStream, showToken } from './experiments.ts';
import { swapped } from './forge.ts';
import { showOutage } from './outage.ts';
import { compareRevocation } from './revocation.ts';
import { SIGNED, SIGNED_KEY } from './rfc.ts';
import { rotate } from './rotation.ts';
import { recordSigned } from './traces.ts';
import { ALGORITHMS } from './verifier.ts';
import { inWorld, type World } from './world.ts';

/** `npm run lesson 27`: tokens that anybody can read, and one server can make. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { token, kid, stream } = experiments;
  if (token !== undefined) return showToken(stage, String(token));
  if (kid) return showKids(stage);
  if (stream) return showStream(stage);

  await showParts(stage);
  await stage.scene('A token of our token server');
  await inWorld((world) => showCalls(stage, world));
  await stage.scene('Keys rotate while calls run');
  stage.print(await inWorld(rotate));
  stage.say(
    'Ours asks for the keys when it meets a name that it does not know, and at once. jose does not ask again within 30 s of its last request: so long are the tokens of a new key refused. Token servers that know this publish a key first, and sign with it later. And look at key-1 after it was forgotten: it is still taken, by both, until they ask again. (jose asks after ten minutes.)',
  );
  await stage.scene('Attacks');
  showAttacks(stage, await inWorld(strike));
  await stage.scene('The token server is down');
  await inWorld((world) => showOutage(stage, world));
  await stage.scene('Taking one back');
  stage.print(await inWorld(compareRevocation));
  stage.say(
    'A signed token costs nobody a question, and so nobody can say no to it. Whoever wants that has to ask, or to keep the tokens short, or to hand a list of the refused ones to every server: and then it is a question again.',
  );
  stage.say(
    'How does one test all this, without a network, and without waiting? That is lesson 28.',
  );
}

async function showParts(stage: Stage): Promise<void> {
  await stage.scene('Three parts');
  stage.say(
    'A token of RFC 7515. It is printed there with its key, and expired in 2011, so that it may stand here:',
  );
  const { events } = await recordSigned();
  for (const event of events.slice(0, 3)) stage.show(event);
  const key = await importJWK(SIGNED_KEY, 'ES256');
  const verdict = (text: string) =>
    compactVerify(text, key, { algorithms: ALGORITHMS }).then(
      () => 'the signature is good',
      () => 'the signature is wrong',
    );
  stage.step('as it came', await verdict(SIGNED));
  stage.step('another subject', await verdict(swapped(SIGNED)));
  stage.step('with padding', await verdict(`${SIGNED}=`));
  stage.say(
    'Everybody can read it: base64url is not encryption. Nobody can change it. And a good signature says nothing about who may use it, or until when.',
  );
}

async function showCalls(stage: Stage, { tokens, serveJose, serveOurs }: World): Promise<void> {
  const token = await tokens.fetchToken();
  const { alg, typ, kid } = decodeProtectedHeader(token);
  const { aud, sub, scope, iat = 0, exp = 0 } = decodeJwt(token);
  stage.step('its header', `alg ${alg}, typ ${typ}, kid ${kid}`);
  stage.step('its claims', `aud ${aud}, sub ${sub}, scope “${scope}”, good for ${exp - iat} s`);
  stage.say('To a shop on grpc-js with jose, and to ours. TLS, and calls of all four kinds:');
  const shops = [await serveJose(), await serveOurs()];
  const rows = [['token', 'grpc-js and jose', 'ours']];
  for (const [what, sent] of [
    ['reads and writes', token],
    ['only reads', await tokens.fetchToken({ scope: 'orders.read' })],
    ['the last letter is missing', token.slice(0, -1)],
    ['some word', 'tea-4711'],
  ] as const) {
    const ends = [];
    for (const shop of shops) ends.push(await shop.tryAll(sent));
    rows.push([what, ...ends.map((end) => end.replace('PERMISSION_DENIED', 'DENIED'))]);
  }
  stage.print(drawTable(rows));
  const asked = tokens.server.asked.get('/jwks') ?? 0;
  stage.say(
    `32 calls, and the token server was asked ${asked} times: once by each shop, for its public keys. DENIED is PERMISSION_DENIED: we know who it is, and they may not.`,
  );
}

function showAttacks(stage: Stage, struck: readonly Struck[]): void {
  stage.say(
    'Each against a verifier as somebody has written it, and against two that were set right: jose with all its options, and ours. Over TLS, with tokens of the token server; four kinds of calls each.',
  );
  const rows = struck.map(({ name, naive, fell }) => [name, naive, fell]);
  stage.print(drawTable([['attack', 'a verifier that', 'came of it'], ...rows]));
  const all = struck.flatMap(({ jose, ours }) => [jose, ours]);
  const isRefused = all.every((end) => end === 'UNAUTHENTICATED 4×');
  stage.step(
    'jose and ours',
    isRefused ? `UNAUTHENTICATED, ${4 * all.length} of them` : all.join(),
  );
  const faults = struck.map(({ name, faults: why }) => [name, why]);
  stage.say('Their senders read “this call needs a valid token”, all of them. Our log has more:');
  stage.print(drawTable(faults));
}
