import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Bencher, type Reply } from './bencher.ts';
import { compileWorker } from './compile.ts';
import { programOf } from './compiled/all.ts';
import { CompiledProcess } from './compiled/compiled-process.ts';

const WORKER = await compileWorker();

/** A worker: a process of Node. */
class WorkerProcess extends Bencher {
  constructor(what: string) {
    super(
      fork(WORKER, {
        execArgv: ['--expose-gc'],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      }),
      what,
    );
  }

  protected async reply(signal: AbortSignal): Promise<Reply> {
    const [reply] = await once(this.child, 'message', { signal });
    return reply;
  }

  protected send(name: string, ask: object): void {
    this.child.send({ name, ask });
  }
}

function start(peer: string, end: 'server' | 'client'): Bencher {
  const program = programOf(peer);
  const what = `the ${end} of ${peer}`;
  return program === undefined ? new WorkerProcess(what) : new CompiledProcess(program, what);
}

export async function startServer(peer: string): Promise<{ server: Bencher; port: number }> {
  const server = start(peer, 'server');
  return { server, port: await server.ask('serve', { peer }) };
}

export async function startClient(peer: string, port: number, connections = 1): Promise<Bencher> {
  const client = start(peer, 'client');
  await client.ask('connect', { peer, port, connections });
  return client;
}
