/**
 * npm run judge:article: the article's own Go client and server (go/, as the article prints them;
 * README.md says what had to change around them), with grpc-js and with our stack at the other end,
 * in both directions. Exits 0 only if as many cases have passed as there are.
 */
import { LOOPBACK } from '#transport/tcp';
import { startOurServer } from '../../../lessons/10-hello-grpc/ours.ts';
import { startServer } from '../../../lessons/10-hello-grpc/server.ts';
import {
  type Case,
  connectGrpcJs,
  connectOurStack,
  goClientCases,
  goServerCases,
} from './cases.ts';
import { buildArticle } from './install.ts';
import { startGoServer } from './programs.ts';

/** What there must be: so that a case that is lost does not look like one that has passed. */
const EXPECTED = 30;

const { client, server } = buildArticle();
let passed = 0;
let all = 0;

async function round(title: string, cases: Case[]): Promise<void> {
  let good = 0;
  for (const { name, run } of cases) {
    try {
      await run();
      good++;
    } catch (error) {
      console.error(`--- ${title}: ${name}\n${(error as Error).message}`);
    }
  }
  console.log(`${title}: ${good} of ${cases.length} passed`);
  passed += good;
  all += cases.length;
}

const options = { host: LOOPBACK, port: 0, log: () => {} };
for (const [name, start] of [
  ['grpc-js', startServer],
  ['our', startOurServer],
] as const) {
  const running = await start(options);
  await round(`the article's client, ${name} server`, goClientCases(client, running));
  await running.close();
}

const go = await startGoServer(server);
await round(
  "grpc-js client, the article's server",
  goServerCases(go, () => connectGrpcJs(go)),
);
await round(
  "our client, the article's server",
  goServerCases(go, () => connectOurStack(go)),
);
await go.stop();

console.log(`judge:article: ${passed} passed, ${all - passed} failed, 0 skipped, of ${EXPECTED}`);
process.exitCode = passed === EXPECTED && all === EXPECTED ? 0 : 1;
