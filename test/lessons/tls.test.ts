import { readdirSync, readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { createTlsDissectors } from '#inspect/tls/dissector';
import type { Field } from '#inspect/trace';
import { clientCredentials } from '#tls/credentials';
import { standBetween } from '../../lessons/24-tls/between.ts';
import { callJs } from '../../lessons/24-tls/client.ts';
import { helloIn, overhear, wordsIn } from '../../lessons/24-tls/eavesdropper.ts';
import { FAILURES, meet } from '../../lessons/24-tls/failures.ts';
import { callAs, STACKS, startMutual } from '../../lessons/24-tls/mutual.ts';
import { callOurs, connectOurs, startOurShop } from '../../lessons/24-tls/ours.ts';
import { createPapers } from '../../lessons/24-tls/papers.ts';
import { rotate } from '../../lessons/24-tls/rotate.ts';
import { buffers, startJsShop } from '../../lessons/24-tls/server.ts';
import { recordSession } from '../../lessons/24-tls/session.ts';
import { createSelfSigned, dns } from '../../lessons/security/certificates.ts';
import { QUIET } from '../../lessons/shop/with-shop.ts';

/** What lesson 24 says of TLS, where its recorded output cannot say it again. */

const papers = await createPapers();
const roots = Buffer.from(papers.roots);

test.each(FAILURES)(
  '$name: no call gets through, but on grpc-js with a common name',
  async (failure) => {
    const { js, ours } = await meet(failure, papers);
    expect(js === 'OK').toBe(failure.name === 'only-a-cn');
    expect(ours).not.toBe('OK');
    if (failure.name === 'no-alpn') expect(js).toBe('DEADLINE_EXCEEDED: Deadline exceeded');
  },
);

test.each(STACKS)('mTLS on %s, all four kinds: by name, and not by common name', async (stack) => {
  const server = await startMutual(stack, papers);
  for (const client of STACKS) {
    const call = async (shown?: typeof papers.till) =>
      (await callAs(client, server, papers, shown)).map((end) => end.split(':')[0]);
    const all = (code: string) => [code, code, code, code];
    expect(await call(papers.office)).toEqual(all('OK'));
    expect(await call(papers.till)).toEqual(['OK', ...all('PERMISSION_DENIED').slice(1)]);
    expect(await call(papers.impostor)).toEqual(all('UNAVAILABLE'));
    expect(await call()).toEqual(all('UNAVAILABLE'));
  }
  await server.close();
});

test('without mTLS the guard knows nobody, on all four kinds', async () => {
  const { guardOf } = await import('../../lessons/24-tls/guard.ts');
  const { serverCredentials } = await import('#tls/credentials');
  const { ourGuard } = await import('../../lessons/24-tls/ours.ts');
  const js = await startJsShop(QUIET, {
    credentials: serverCredentials(grpc, buffers(papers.shop)),
    interceptors: [guardOf(() => {})],
  });
  const ours = await startOurShop(QUIET, { ...papers.shop }, [ourGuard]);
  for (const server of [js, ours]) {
    const codes = await callOurs(connectOurs(server, { roots: papers.roots, ...papers.office }));
    expect(codes.map((end) => end.split(':')[0])).toEqual(Array(4).fill('UNAUTHENTICATED'));
    await server.close();
  }
});

test('a listener finds words in the clear, and over TLS none but the names in the hello', async () => {
  for (const tls of [undefined, { ...papers.shop }]) {
    const server = await startOurShop(QUIET, tls);
    const heard = await overhear(server, (at) =>
      callOurs(connectOurs(at, tls && { roots: papers.roots })),
    );
    await server.close();
    const words = [...wordsIn(heard.bytes.client), ...wordsIn(heard.bytes.server)].join(' ');
    expect(words.includes('teapot')).toBe(tls === undefined);
    if (tls === undefined) continue;
    expect(helloIn(heard.bytes.client)).toMatchObject({
      serverName: 'localhost',
      protocols: ['h2'],
    });
    expect(words).toContain('localhost');
  }
});

/** The names of all fields, in order. */
const namesOf = (fields: readonly Field[]): string[] =>
  fields.flatMap(({ name, children = [] }) => [name, ...namesOf(children)]);

test('a hello of today has all the fields of the recorded one, and more to offer', async () => {
  const { events } = JSON.parse(readFileSync('lessons/24-tls/hellos.trace.json', 'utf8'));
  const recorded = new Set(namesOf(events[0].fields));
  const server = await startOurShop(QUIET, { ...papers.shop });
  const heard = await overhear(server, (at) => callOurs(connectOurs(at, { roots: papers.roots })));
  await server.close();
  const [hello] = createTlsDissectors().client.push(heard.bytes.client);
  const today = new Set(namesOf(hello!.fields));
  expect([...recorded].filter((name) => !today.has(name))).toEqual([]);
  expect(hello!.bytes.length).toBeGreaterThan(events[0].bytes.length / 2);
});

test('what chance has decided is zeros in the recording, and is not in the session', async () => {
  const { events } = JSON.parse(readFileSync('lessons/24-tls/hellos.trace.json', 'utf8'));
  const { hellos, labels } = await recordSession();
  expect(hellos).toEqual(events.slice(0, 2));
  for (const { bytes } of hellos) expect(bytes).toMatch(/(00){32}.*(00){32}/);
  expect(labels).toContain('CLIENT_TRAFFIC_SECRET_0');
});

test('somebody between: a client that looks gives nothing away', async () => {
  const server = await startOurShop(QUIET, { ...papers.shop });
  const between = await standBetween(server, papers.wrong.stranger);
  const call = async (credentials: grpc.ChannelCredentials) =>
    (await callJs(between, credentials, ['GetOrder']))[0]!.code;
  expect(await call(clientCredentials(grpc, roots))).toBe(grpc.status.UNAVAILABLE);
  expect(await callOurs(connectOurs(between, { roots: papers.roots }))).not.toContain('OK');
  expect(between.read).toEqual([]);
  const blind = grpc.credentials.createSsl(roots, null, null, { rejectUnauthorized: false });
  expect(await call(blind)).toBe(grpc.status.OK);
  expect(between.read.join()).toContain('teapot');
  await between.close();
  await server.close();
});

test('a leaf as the root: good until the next certificate', async () => {
  const [today, tomorrow] = [
    await createSelfSigned([dns('localhost')]),
    await createSelfSigned([dns('localhost')]),
  ];
  for (const [shown, isGood] of [
    [today, true],
    [tomorrow, false],
  ] as const) {
    const server = await startOurShop(QUIET, { ...shown });
    const [js] = await callJs(server, clientCredentials(grpc, Buffer.from(today.certificate)), [
      'GetOrder',
    ]);
    const [ours] = await callOurs(connectOurs(server, { roots: today.certificate }));
    expect([js!.code === grpc.status.OK, ours === 'OK']).toEqual([isGood, isGood]);
    await server.close();
  }
});

test.each(STACKS)('%s: a new certificate without a restart, and no broken one', async (stack) => {
  expect(await rotate(stack, papers)).toEqual({
    before: 1,
    after: 2,
    afterBroken: 2,
    oldConnection: 'OK OK OK OK',
    errors: [expect.stringContaining('does not belong'), 'expired'],
  });
});

test('grpc-js with a pair that does not fit refuses everybody, until it is mended', async () => {
  const listeners = new Set<(update: { certificate: Buffer; privateKey: Buffer }) => void>();
  const credentials = grpc.experimental.createCertificateProviderServerCredentials(
    {
      addCaCertificateListener() {},
      removeCaCertificateListener() {},
      addIdentityCertificateListener: (listener) => listeners.add(listener),
      removeIdentityCertificateListener: (listener) => listeners.delete(listener),
    },
    null,
    false,
  );
  const server = await startJsShop(QUIET, { credentials });
  const codeWith = async (shown: ReturnType<typeof buffers>) => {
    for (const listener of listeners) listener(shown);
    return (await callJs(server, clientCredentials(grpc, roots), ['GetOrder']))[0]!.code;
  };
  const good = buffers(papers.shop);
  expect(await codeWith(good)).toBe(grpc.status.OK);
  const { privateKey } = buffers(papers.office);
  expect(await codeWith({ ...good, privateKey })).toBe(grpc.status.UNAVAILABLE);
  expect(await codeWith(good)).toBe(grpc.status.OK);
  await server.close();
});

test('no secret, key or certificate in anything that is recorded', () => {
  const folders = ['lessons/24-tls', 'test/graded/__snapshots__/24-tls', 'lessons/24-tls/outputs'];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => /\.(json|txt)$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  expect(files.length).toBeGreaterThan(20);
  // PEM; a line of a key log; DER of a certificate or key with P-256, as hex or base64.
  const SECRET = /-----BEGIN|TRAFFIC_SECRET_?0? [0-9a-f]{64}|2a8648ce3d0301|KoZIzj0DAQ|tea-4711/;
  for (const file of files) expect(readFileSync(file, 'utf8'), file).not.toMatch(SECRET);
});
