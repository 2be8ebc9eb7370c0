import * as grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { PROTOS } from '../protos.ts';
import { body, checkDownload, checkGreeting, greeting, HOLD, NAME, type Peer } from './peer.ts';

const definitions = loadSync(`${PROTOS}/bench.proto`);
export const service = definitions['bench.Bench'] as grpc.ServiceDefinition;
const BenchClient = grpc.makeClientConstructor(service, 'Bench');

/** Many connections from one process are wanted where memory is measured. */
const OPTIONS = { 'grpc.use_local_subchannel_pool': 1 };

type Greet = (
  request: unknown,
  done: (error: Error | null, response: { message: string }) => void,
) => void;
type Download = (request: unknown) => grpc.ClientReadableStream<{ body: Uint8Array }>;

/** The reference: `@grpc/grpc-js` with `@grpc/proto-loader`, as its own documentation uses it. */
export const grpcJs: Peer = {
  serve() {
    const server = new grpc.Server();
    server.addService(service, { Greet: greet, Download: download });
    return listen(server);
  },

  async connect(port) {
    const client = new BenchClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), OPTIONS);
    await new Promise<void>((resolve, reject) => {
      client.waitForReady(Date.now() + 10_000, (error) => (error ? reject(error) : resolve()));
    });
    const greet = (client.Greet as Greet).bind(client);
    const download = (client.Download as Download).bind(client);
    return {
      greet: () =>
        new Promise((resolve, reject) => {
          greet({ name: NAME }, (error, response) => {
            if (error) return reject(error);
            checkGreeting(response.message);
            resolve();
          });
        }),
      download: (count, size) =>
        new Promise((resolve, reject) => {
          let got = 0;
          let bytes = 0;
          const stream = download({ count, size });
          stream.on('data', (piece) => {
            got++;
            bytes += piece.body.length;
          });
          stream.on('error', reject);
          stream.on('end', () => {
            checkDownload(got, bytes, count, size);
            resolve();
          });
        }),
      hold() {
        greet({ name: HOLD }, () => {});
      },
      close: () => client.close(),
    };
  },
};

export function listen(server: grpc.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve(port),
    );
  });
}

function greet(
  call: grpc.ServerUnaryCall<{ name: string }, unknown>,
  done: grpc.sendUnaryData<unknown>,
): void {
  if (call.request.name !== HOLD) done(null, greeting(call.request.name));
}

/** Writes as long as the stream has room, then waits for `drain`: grpc-js' fastest way. */
function download(call: grpc.ServerWritableStream<{ count: number; size: number }, unknown>): void {
  const { count, size } = call.request;
  const piece = { body: body(size) };
  let sent = 0;
  const write = () => {
    while (sent < count) {
      sent++;
      if (!call.write(piece)) {
        call.once('drain', write);
        return;
      }
    }
    call.end();
  };
  write();
}
