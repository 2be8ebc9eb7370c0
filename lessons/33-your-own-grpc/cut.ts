import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import type { Connection, Listener } from '#transport/connection';
import { connectTcp, LOOPBACK, listenTcp, type TcpAddress } from '#transport/tcp';
import { connectGrpcJs, grpcJsCases } from '../../test/judges/interop/grpc-js/client.ts';
import { runCases } from '../../test/judges/interop/grpc-js/rounds.ts';
import { startServer } from './server.ts';

const CASE_MS = 20_000;

/** The same cases, through a network that cuts all that it carries. */
export async function tellCut(stage: Stage, text: string): Promise<void> {
  const size = Number(text);
  if (!/^\d+$/.test(text) || size < 1 || size > 65_536) {
    throw new UserError(`--cut takes a number of bytes from 1 to 65536, not '${text}'`);
  }
  await stage.scene('A network that cuts');
  stage.say(
    'TCP promises bytes in order, and says nothing of where they are cut. Between grpc-js and this server stands a proxy that hands on everything in small pieces, both ways.',
  );
  const server = await startServer({ host: LOOPBACK, port: 0, log: () => {} });
  let pieces = 0;
  const proxy = await startCutter(server, size, () => pieces++);
  const clients = connectGrpcJs(proxy.port);
  try {
    const options = () => ({ deadline: Date.now() + CASE_MS });
    const { all, failed } = await runCases(
      (name) => grpcJsCases[name]!(clients, options()),
      CASE_MS,
    );
    stage.step('grpc-js', `${all - failed.length} of ${all} cases passed ${failed.join(' ')}`);
    stage.say(
      'Every layer above keeps what is not whole: the frame reader, the header block, the message decoder. That was lesson 3, and it has not become less true.',
    );
    stage.step(
      'pieces',
      `${pieces > 1_000 ? 'more than a thousand' : pieces}, of ${size} bytes at most`,
    );
  } finally {
    clients.close();
    await proxy.destroy();
    await server.close();
  }
}

function startCutter(server: TcpAddress, size: number, onPiece: () => void): Promise<Listener> {
  return listenTcp({ host: LOOPBACK, port: 0 }, async (client) => {
    const upstream = await connectTcp(server);
    pass(client, upstream);
    pass(upstream, client);
  });

  function pass(from: Connection, to: Connection): void {
    from.start({
      data(chunk) {
        for (let at = 0; at < chunk.length; at += size) {
          to.write(chunk.slice(at, at + size));
          onPiece();
        }
      },
      end: () => to.end(),
      close: (error) => (error ? to.destroy(error) : to.end()),
    });
  }
}
