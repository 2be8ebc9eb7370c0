import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { basicValue, type Proof } from '#grpc/credentials/basic';
import { GrpcError } from '#grpc/grpc-error';
import type { Order } from '#protobuf/generated/ecommerce';
import { call, METHODS, type Method } from '../../../../lessons/15-server-interceptors/client.ts';
import { createCheck } from '../../../../lessons/25-basic-auth/check.ts';
import { connectAs } from '../../../../lessons/25-basic-auth/client.ts';
import { connectOursAs, ourGuard, startOurShop } from '../../../../lessons/25-basic-auth/ours.ts';
import { ADA, BOB, createPeople, EVE } from '../../../../lessons/25-basic-auth/people.ts';
import { CHEAP } from '../../../../lessons/25-basic-auth/scrypt.ts';
import { guard, startShop } from '../../../../lessons/25-basic-auth/server.ts';
import { createIdentity, type Identity } from '../../../../lessons/25-basic-auth/world.ts';
import { QUIET } from '../../../../lessons/shop/with-shop.ts';
import type { Case } from '../../kit/cases.ts';
import { expect } from '../expect.ts';
import { type GoServer, runGoClient, startGoServer } from '../programs.ts';

/** A name and a password with each call, over TLS, in all four kinds. */

type Stack = 'grpc-js' | 'our';

/** Runs `scene` with files of these texts, which are gone afterwards. */
async function withFiles<T>(
  texts: readonly string[],
  scene: (...files: string[]) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'judge-article-'));
  const files = texts.map((text, i) => {
    const file = join(folder, `${i}.pem`);
    // One of them is a private key.
    writeFileSync(file, text, { mode: 0o600 });
    return file;
  });
  try {
    return await scene(...files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function startGuarded(stack: Stack, identity: Identity | undefined) {
  const check = await createCheck(await createPeople(CHEAP), { cost: CHEAP });
  return stack === 'our'
    ? startOurShop(QUIET, [ourGuard(check)], identity)
    : startShop(QUIET, [guard(check)], identity);
}

/** The article's client, at a server of ours. */
export function basicClientCases(program: string, stack: Stack): Case[] {
  const logs = (name: string, { user, password }: Proof, ends: readonly string[]): Case => ({
    name,
    async run() {
      const identity = await createIdentity();
      const server = await startGuarded(stack, identity);
      try {
        const { code, lines } = await withFiles([identity.roots], (roots) =>
          runGoClient(program, server.port, `-ca=${roots}`, `-user=${user}`, { input: password }),
        );
        expect(
          'what it logs',
          lines,
          METHODS.map((method, i) => `${method}: ${ends[i]}`),
        );
        expect('its exit code', code, 0);
      } finally {
        await server.close();
      }
    },
  });
  const all = (end: string) => Array<string>(4).fill(end);
  const denied = (method: Method) => `7 /ecommerce.OrderManagement/${method} is not for you`;
  return [
    logs('ada, who may everything', ADA, all('OK')),
    logs('bob, who may read: 7', BOB, [
      'OK',
      'OK',
      denied('UpdateOrders'),
      denied('ProcessOrders'),
    ]),
    logs('a wrong password: 16', { ...ADA, password: 'x' }, all('16 wrong user or password')),
    logs('nobody of that name: 16', EVE, all('16 wrong user or password')),
    {
      name: 'without TLS it does not even begin',
      async run() {
        const server = await startGuarded(stack, undefined);
        const { code, lines } = await runGoClient(program, server.port, '-user=ada', {
          input: ADA.password,
        });
        await server.close();
        expect('what it logs', lines, [
          'did not connect: grpc: the credentials require transport level security (use grpc.WithTransportCredentials() to set)',
        ]);
        expect('its exit code', code, 1);
      },
    },
  ];
}

export type Guarded = GoServer & { roots: string };

/** The article's server; ada may come. */
export async function startGoGuarded(program: string): Promise<Guarded> {
  const { certificate, privateKey, roots } = await createIdentity();
  // It has read its files before it says that it listens.
  const server = await withFiles([certificate, privateKey], (cert, key) =>
    startGoServer(program, {
      flags: [`-cert=${cert}`, `-key=${key}`, '-user=ada'],
      input: ADA.password,
    }),
  );
  return { ...server, roots };
}

/** A client of ours, at the article's server. */
export function basicServerCases(server: Guarded, stack: Stack): Case[] {
  const at = { host: '127.0.0.1', port: server.port };
  const codesOf = (proof: Proof) =>
    stack === 'our' ? codesByOurs(at, proof, server.roots) : codesByJs(at, proof, server.roots);
  const ends = (name: string, proof: Proof, code: number): Case => ({
    name,
    async run() {
      expect('the codes', await codesOf(proof), Array(4).fill(code));
    },
  });
  const cases = [
    ends('ada: all four kinds', ADA, 0),
    ends('a wrong password: 16, in all four', { ...ADA, password: BOB.password }, 16),
    ends('nobody of that name: 16, in all four', EVE, 16),
  ];
  if (stack === 'our') return cases;
  // What Go's decoder takes, and what it does not: by hand, as our clients do not send it.
  const value = basicValue(ADA);
  const byHand = (name: string, sent: string, code: number): Case => ({
    name,
    async run() {
      const shop = connectAs(at, server.roots);
      const outcome = await call(shop, 'SearchOrders', { token: sent });
      shop.close();
      expect('the code', outcome.code, code);
    },
  });
  return [
    ...cases,
    byHand('the scheme in small letters', value.replace('Basic', 'basic'), 0),
    byHand('no scheme: 16', value.replace('Basic ', ''), 16),
    byHand('base64 without its "=": 16', basicValue(ADA).replace(/=+$/, ''), 16),
  ];
}

async function codesByJs(at: { host: string; port: number }, proof: Proof, roots: string) {
  const shop = connectAs(at, roots, proof);
  const codes: number[] = [];
  for (const method of METHODS) codes.push((await call(shop, method)).code);
  shop.close();
  return codes;
}

async function codesByOurs(at: { host: string; port: number }, proof: Proof, roots: string) {
  const { shop, close } = connectOursAs(at, proof, roots);
  const order = { id: '101' } as Order;
  const text = { value: '101' };
  const calls = [
    () => shop.getOrder(text),
    () => readAll(shop.searchOrders(text)),
    () => shop.updateOrders([order]),
    () => readAll(shop.processOrders([text])),
  ];
  const codes: number[] = [];
  for (const make of calls) codes.push(await codeOf(make));
  await close();
  return codes;
}

async function readAll(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _message of stream);
}

async function codeOf(make: () => Promise<unknown> | unknown): Promise<number> {
  try {
    await make();
    return 0;
  } catch (error) {
    if (error instanceof GrpcError) return error.code;
    throw error;
  }
}
