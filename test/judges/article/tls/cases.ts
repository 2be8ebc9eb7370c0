import * as grpc from '@grpc/grpc-js';
import { serverCredentials } from '#tls/credentials';
import { FAILURES } from '../../../../lessons/24-tls/failures.ts';
import { callAs, STACKS, type Stack, startMutual } from '../../../../lessons/24-tls/mutual.ts';
import { startOurShop } from '../../../../lessons/24-tls/ours.ts';
import type { Papers } from '../../../../lessons/24-tls/papers.ts';
import { buffers, startJsShop } from '../../../../lessons/24-tls/server.ts';
import type { Identity } from '../../../../lessons/security/certificates.ts';
import { QUIET } from '../../../../lessons/shop/with-shop.ts';
import type { Case } from '../../kit/cases.ts';
import { expect } from '../expect.ts';
import { type GoServer, runGoClient } from '../programs.ts';
import type { Files } from './files.ts';

/** TLS and mTLS, with Go at one end; all four kinds of call each time. */

const METHODS = ['GetOrder', 'SearchOrders', 'UpdateOrders', 'ProcessOrders'];

/** The codes of Go’s client, as it prints them, in the order of the four kinds. */
const codesIn = (lines: readonly string[]) =>
  METHODS.map((method) => lines.find((line) => line.startsWith(`${method}: `))?.split(/: ?/)[1]);

const four = <T>(one: T) => [one, one, one, one];

/** Go’s client at a server of ours. */
export function goTlsClientCases(
  program: string,
  stack: Stack,
  papers: Papers,
  files: Files,
): Case[] {
  const ca = files.ca(papers.roots);
  const open = () =>
    stack === 'ours'
      ? startOurShop(QUIET, { ...papers.shop })
      : startJsShop(QUIET, { credentials: serverCredentials(grpc, buffers(papers.shop)) });
  const clients: [string, () => ReturnType<typeof open>, Identity | undefined, string[]][] = [
    ['over TLS', open, undefined, four('OK')],
    ['over mTLS, the office', () => startMutual(stack, papers), papers.office, four('OK')],
    [
      'over mTLS, a till',
      () => startMutual(stack, papers),
      papers.till,
      ['OK', ...four('PermissionDenied').slice(1)],
    ],
    [
      'over mTLS, an impostor',
      () => startMutual(stack, papers),
      papers.impostor,
      four('Unavailable'),
    ],
    [
      'over mTLS, without a certificate',
      () => startMutual(stack, papers),
      undefined,
      four('Unavailable'),
    ],
  ];
  return clients.map(([name, start, shown, codes]) => ({
    name,
    async run() {
      const server = await start();
      try {
        const flags = [ca, ...(shown ? files.shows(shown) : [])];
        const { lines } = await runGoClient(program, server.port, ...flags);
        expect('the four kinds', codesIn(lines), codes);
      } finally {
        await server.close();
      }
    },
  }));
}

/** What Go says of each failure of the lesson; the page quotes it. */
const SAYS: Readonly<Record<string, RegExp>> = {
  'unknown-ca': /x509: certificate signed by unknown authority/,
  'no-chain': /x509: certificate signed by unknown authority/,
  expired: /x509: certificate has expired or is not yet valid: current time \S+ is after /,
  'not-yet': /x509: certificate has expired or is not yet valid: current time \S+ is before /,
  'for-clients': /x509: certificate specifies an incompatible key usage/,
  'wrong-name': /x509: certificate is valid for other\.test, not localhost/,
  'only-a-cn': /x509: certificate relies on legacy Common Name field, use SANs instead/,
  'plain-to-tls': /error reading server preface: (EOF|.*connection reset by peer)/,
  'tls-to-plain': /tls: first record does not look like a TLS handshake/,
  'no-alpn': /missing selected ALPN property/,
  'tls-1.1': /tls: protocol version not supported/,
  // The client is done before the server has looked: which of its reads and writes fails, is chance.
  'no-certificate': /tls: certificate required|connection reset by peer|EOF|broken pipe/,
  // Go shows no certificate that the server cannot want: it was told of its authorities.
  impostor: /tls: certificate required|connection reset by peer|EOF|broken pipe/,
};

export function goFailureCases(program: string, papers: Papers, files: Files): Case[] {
  const ca = files.ca(papers.roots);
  return FAILURES.map((failure) => ({
    name: failure.name,
    async run() {
      const server = await failure.start(papers);
      try {
        const shown = failure.client?.(papers);
        const flags = failure.plaintext ? [] : [ca, ...(shown ? files.shows(shown) : [])];
        const { lines } = await runGoClient(program, server.port, ...flags);
        expect('the four kinds', codesIn(lines), four('Unavailable'));
        const [said = ''] = lines;
        if (!SAYS[failure.name]!.test(said)) throw new Error(`it says: ${said}`);
      } finally {
        await server.close();
      }
    },
  }));
}

/** Our clients at Go’s server, which lets the office in. */
export function goTlsServerCases(server: GoServer, papers: Papers): Case[] {
  const at = { host: '127.0.0.1', port: server.port, close: async () => {} };
  const path = (method: string) => `/ecommerce.OrderManagement/${method}`;
  return STACKS.flatMap((stack): Case[] => [
    {
      name: `${stack}: the office, and Go knows who it is`,
      async run() {
        const from = server.log.length;
        expect('the four kinds', await callAs(stack, at, papers, papers.office), four('OK'));
        for (const method of METHODS) {
          await server.logged(`${path(method)} from spiffe://shop.test/office`, from);
        }
      },
    },
    {
      name: `${stack}: a till is known, and may not`,
      async run() {
        const ends = await callAs(stack, at, papers, papers.till);
        expect(
          'the four kinds',
          ends.map((end) => end.split(':')[0]),
          four('PERMISSION_DENIED'),
        );
      },
    },
    {
      name: `${stack}: without a certificate, and with a stranger’s`,
      async run() {
        for (const shown of [undefined, papers.impostor]) {
          const ends = await callAs(stack, at, papers, shown);
          expect(
            'the four kinds',
            ends.map((end) => end.split(':')[0]),
            four('UNAVAILABLE'),
          );
        }
      },
    },
  ]);
}
