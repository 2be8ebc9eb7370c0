import { gzipCompression } from '#grpc/compression/gzip';
import { GrpcError } from '#grpc/grpc-error';
import { Status, statusName } from '#grpc/status';
import type { Order } from '#protobuf/generated/ecommerce';
import { addOrder, connectWithGzip, getOrder } from '../../../../lessons/23-compression/client.ts';
import { brotli } from '../../../../lessons/23-compression/compressors.ts';
import { metered, type Went } from '../../../../lessons/23-compression/meter.ts';
import { connectOurs, startOurServer } from '../../../../lessons/23-compression/ours.ts';
import { ORDER, startServer } from '../../../../lessons/23-compression/server.ts';
import { QUIET } from '../../../../lessons/shop/with-shop.ts';
import type { Case } from '../../kit/cases.ts';
import { expect } from '../expect.ts';
import { type GoServer, runGoClient } from '../programs.ts';

/** Gzip both ways: who has said it, and whose first message has the flag. */

const TEXT = 'tea '.repeat(500);
const said = ({ encoding, flag }: Went) => `${encoding} ${flag}`;

/** `grpc.UseCompressor(gzip.Name)`, as the article has it, at a server of ours. */
export function gzipClientCases(program: string, stack: 'grpc-js' | 'ours'): Case[] {
  const serve = () => (stack === 'ours' ? startOurServer(QUIET) : startServer(QUIET));
  return [
    {
      name: 'AddOrder by gzip is read, and so is the answer to GetOrder',
      async run() {
        const server = await serve();
        try {
          const { code, lines } = await runGoClient(program, server.port);
          expect('what it logs', lines, [
            'AddOrder Response -> 101',
            `GetOrder Response -> ${ORDER.description.length}`,
          ]);
          expect('its exit code', code, 0);
        } finally {
          await server.close();
        }
      },
    },
    {
      name: 'its requests have the flag, and the list',
      async run() {
        const server = await serve();
        try {
          const { client } = await metered(server, ({ port }) => runGoClient(program, port));
          expect('the request', said(client), 'gzip 1');
          expect('its list has gzip', client.accepts.split(',').includes('gzip'), true);
        } finally {
          await server.close();
        }
      },
    },
  ];
}

/** A client of grpc-js at grpc-go, which answers in kind. */
export function gzipByGrpcJs(server: GoServer): Case[] {
  return [
    {
      name: 'AddOrder by gzip is read',
      async run() {
        const from = server.log.length;
        const { client } = await metered(closeless(server), async (at) => {
          const shop = connectWithGzip(at);
          expect(
            'the answer',
            await addOrder(shop, { ...ORDER, description: TEXT } as Order),
            'order 101',
          );
          shop.close();
        });
        expect('the request', said(client), 'gzip 1');
        await server.logged(`AddOrder: ${TEXT.length} characters`, from);
      },
    },
    {
      name: 'GetOrder is answered by gzip',
      async run() {
        const { server: answer } = await metered(closeless(server), async (at) => {
          const shop = connectWithGzip(at);
          expect('the answer', await getOrder(shop), `a letter of ${TEXT.length} characters`);
          shop.close();
        });
        expect('the answer', said(answer), 'gzip 1');
      },
    },
  ];
}

/** A client of ours at grpc-go. */
export function gzipByOurs(server: GoServer): Case[] {
  const compressions = [gzipCompression, brotli];
  return [
    {
      name: 'AddOrder by gzip is read',
      async run() {
        const from = server.log.length;
        const { client } = await metered(closeless(server), async (at) => {
          const { shop, close } = connectOurs(at);
          const { value } = await shop.addOrder({ ...ORDER, description: TEXT } as Order);
          expect('the answer', value, '101');
          await close();
        });
        expect('the request', said(client), 'gzip 1');
        await server.logged(`AddOrder: ${TEXT.length} characters`, from);
      },
    },
    {
      name: 'GetOrder is answered by gzip',
      async run() {
        const { server: answer } = await metered(closeless(server), async (at) => {
          const { shop, close } = connectOurs(at);
          const { description } = await shop.getOrder({ value: '101' });
          expect('the answer', description, TEXT);
          await close();
        });
        expect('the answer', said(answer), 'gzip 1');
      },
    },
    {
      name: 'by Brotli, which it does not have: UNIMPLEMENTED',
      async run() {
        const { shop, close } = connectOurs({ host: '127.0.0.1', port: server.port }, 'br', {
          compressions,
        });
        const error = await shop.addOrder(ORDER as Order).catch((thrown: unknown) => thrown);
        await close();
        const code = error instanceof GrpcError ? error.code : Status.OK;
        expect('the status', statusName(code), 'UNIMPLEMENTED');
      },
    },
  ];
}

/** Who has started a program of Go ends it. */
const closeless = ({ port }: GoServer) => ({ host: '127.0.0.1', port, close: async () => {} });
