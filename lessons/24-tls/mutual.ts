import * as grpc from '@grpc/grpc-js';
import type { RunningServer } from '#course/lesson/define-lesson';
import { clientCredentials, serverCredentials } from '#tls/credentials';
import type { Identity } from '../security/certificates.ts';
import { QUIET } from '../shop/with-shop.ts';
import { callJs } from './client.ts';
import { guardOf } from './guard.ts';
import { callOurs, connectOurs, ourGuard, startOurShop } from './ours.ts';
import type { Papers } from './papers.ts';
import { buffers, startJsShop } from './server.ts';

export const STACKS = ['grpc-js', 'ours'] as const;
export type Stack = (typeof STACKS)[number];

/** Every client shows a certificate, and the guard asks whose it is. */
export function startMutual(stack: Stack, { shop, roots }: Papers): Promise<RunningServer> {
  // #region server
  if (stack === 'ours') {
    const tls = { ...shop, clientRoots: roots };
    return startOurShop(QUIET, tls, [ourGuard]);
  }
  const clientRoots = Buffer.from(roots);
  return startJsShop(QUIET, {
    credentials: serverCredentials(grpc, buffers(shop), clientRoots),
    interceptors: [guardOf(() => {})],
  });
  // #endregion server
}

/** The four kinds, by a client that shows this: the code of each, and the text of the first. */
export async function callAs(
  stack: Stack,
  at: RunningServer,
  { roots }: Papers,
  shown: Identity | undefined,
): Promise<string[]> {
  if (stack === 'ours') return callOurs(connectOurs(at, { roots, ...shown }));
  const credentials = clientCredentials(grpc, Buffer.from(roots), shown && buffers(shown));
  return (await callJs(at, credentials)).map(({ text }) => text);
}
