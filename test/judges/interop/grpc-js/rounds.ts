import { Channel } from '#channel/channel';
import { Server } from '#grpc/server/server';
import { cases } from '../cases.ts';
import { TestServiceDefinition } from '../generated/grpc/testing/test.ts';
import { testService } from '../test-service.ts';
import { connectGrpcJs, grpcJsCases } from './client.ts';
import { startGrpcJsServer } from './server.ts';

/** How a round of cases went; `failed` has their names. */
export interface Round {
  all: number;
  failed: string[];
  /** What each that failed said. */
  reasons: string[];
}

/** The cases that need neither a cloud nor another language's extras. */
export const COMMON_CASES: readonly string[] = Object.keys(grpcJsCases);

/** How long a case may take, in ms: on a busy machine all of them take a second. */
const CASE_MS = 10_000;

/** All cases at once, on one connection: so a call that hangs stops no other. */
export async function runCases(
  each: (name: string) => Promise<void>,
  limitMs = CASE_MS,
): Promise<Round> {
  const failed: string[] = [];
  const reasons: string[] = [];
  await Promise.all(
    COMMON_CASES.map(async (name) => {
      try {
        await withTimeout(limitMs, each(name));
      } catch (error) {
        failed.push(name);
        reasons.push(`${name}: ${(error as Error).message}`);
      }
    }),
  );
  return { all: COMMON_CASES.length, failed: failed.sort(), reasons: reasons.sort() };
}

async function withTimeout(limitMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** grpc-js' client against our server. */
export async function grpcJsCalls(limitMs = CASE_MS): Promise<Round> {
  const server = new Server();
  server.addService(TestServiceDefinition, testService);
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const clients = connectGrpcJs(port);
  try {
    const options = () => ({ deadline: Date.now() + limitMs });
    return await runCases((name) => grpcJsCases[name]!(clients, options()), limitMs);
  } finally {
    clients.close();
    await server.close();
  }
}

/** Our client against grpc-js' server. */
export async function weCallGrpcJs(limitMs = CASE_MS): Promise<Round> {
  const server = await startGrpcJsServer();
  const channel = new Channel(`ipv4:127.0.0.1:${server.port}`);
  try {
    return await runCases((name) => cases[name]!(channel), limitMs);
  } finally {
    await channel.close();
    server.close();
  }
}
