/**
 * npm run judge:article: the article's own Go programs (go/; README.md says what had to change),
 * with grpc-js and with our stack at the other end, in both directions. Exits 0 only if as many
 * cases have passed as there are.
 */
import { LOOPBACK } from '#transport/tcp';
import { startOurServer } from '../../../lessons/10-hello-grpc/ours.ts';
import { startServer } from '../../../lessons/10-hello-grpc/server.ts';
import { createPapers } from '../../../lessons/24-tls/papers.ts';
import * as shop from '../../shop/clients.ts';
import { Score } from '../kit/cases.ts';
import { goBalancerCases, jsAgrees } from './balance/cases.ts';
import * as balance from './balance/servers.ts';
import { basicClientCases, basicServerCases, startGoGuarded } from './basic/cases.ts';
import { connectGrpcJs, connectOurStack, goClientCases, goServerCases } from './cases.ts';
import { gzipByGrpcJs, gzipByOurs, gzipClientCases } from './compression/cases.ts';
import { buildArticle } from './install.ts';
import { jwtClientCases } from './jwt/cases.ts';
import {
  connectTwoOnGrpcJs,
  connectTwoOnOurs,
  goTwoClientCases,
  goTwoServerCases,
  startTwoOnGrpcJs,
  startTwoOnOurs,
} from './multiplex.ts';
import {
  goTokenClientCases,
  goTokenServerCases,
  inFiles,
  startGoTokenServer,
} from './oauth2/cases.ts';
import { addByGrpcJs, addByOurs } from './orders/add-clients.ts';
import { addClientCases, streamingClientCases } from './orders/go-client-cases.ts';
import { addServerCases, GRPC_JS, OURS, streamingServerCases } from './orders/go-server-cases.ts';
import { startOnGrpcJs, startOnOurs } from './orders/servers.ts';
import { startGoServer } from './programs.ts';
import { goFailureCases, goTlsClientCases, goTlsServerCases } from './tls/cases.ts';
import { createFiles } from './tls/files.ts';

const score = new Score('judge:article', 215);

const programs = buildArticle();
const options = { host: LOOPBACK, port: 0, log: () => {} };
for (const [name, start] of [
  ['grpc-js', startServer],
  ['our', startOurServer],
] as const) {
  const running = await start(options);
  await score.round(
    `the article's Greeter client, ${name} server`,
    goClientCases(programs.client, running),
  );
  await running.close();
}

const greeter = await startGoServer(programs.server);
await score.round(
  "grpc-js client, the article's Greeter",
  goServerCases(greeter, () => connectGrpcJs(greeter)),
);
await score.round(
  "our client, the article's Greeter",
  goServerCases(greeter, () => connectOurStack(greeter)),
);
await greeter.stop();

for (const [name, start] of [
  ['grpc-js', startOnGrpcJs],
  ['our', startOnOurs],
] as const) {
  const running = await start();
  await score.round(
    `the article's streaming clients, ${name} server`,
    streamingClientCases(programs, running),
  );
  await score.round(`the article's AddOrder, ${name} server`, addClientCases(programs, running));
  await running.close();
}

for (const [name, connect, add, manners] of [
  ['grpc-js', shop.connectGrpcJs, addByGrpcJs, GRPC_JS],
  ['our', shop.connectOurs, addByOurs, OURS],
] as const) {
  // A server for each: what they add and update stays in its book.
  const orders = await startGoServer(programs['orders/server']);
  await score.round(
    `${name} client, the article's streaming server`,
    streamingServerCases(orders, () => connect(orders.port), manners),
  );
  await score.round(`${name} client, the article's AddOrder`, addServerCases(orders, add, manners));
  await orders.stop();
}

const MISSING = {
  'grpc-js': 'The server does not implement the method /ecommerce.OrderManagement/AddOrder',
  our: 'there is no service ecommerce.OrderManagement here',
};
const two = await startGoServer(programs['multiplex/server']);
for (const [name, start, connect] of [
  ['grpc-js', startTwoOnGrpcJs, connectTwoOnGrpcJs],
  ['our', startTwoOnOurs, connectTwoOnOurs],
] as const) {
  await score.round(
    `the article's client of two services, ${name} server`,
    goTwoClientCases(programs['multiplex/client'], start, MISSING[name]),
  );
  await score.round(
    `${name} client, the article's server of two services`,
    goTwoServerCases(two, connect),
  );
}
await two.stop();

for (const stack of ['grpc-js', 'ours'] as const) {
  await score.round(
    `gzip from Go, ${stack === 'ours' ? 'our' : stack} server`,
    gzipClientCases(programs['gzip/client'], stack),
  );
}
const packing = await startGoServer(programs['gzip/server']);
await score.round('grpc-js client, gzip to Go', gzipByGrpcJs(packing));
await score.round('our client, gzip to Go', gzipByOurs(packing));
await packing.stop();

for (const stack of ['grpc-js', 'our'] as const) {
  await score.round(
    `the article's basic client, ${stack} server`,
    basicClientCases(programs['basic/client'], stack),
  );
}
const guarded = await startGoGuarded(programs['basic/server']);
for (const stack of ['grpc-js', 'our'] as const) {
  await score.round(
    `${stack} client, the article's basic server`,
    basicServerCases(guarded, stack),
  );
}
await guarded.stop();
await inFiles(async (world, folder) => {
  const place = { world, folder };
  const guarded = await startGoTokenServer(programs['oauth2/server'], place);
  for (const stack of ['grpc-js', 'our'] as const) {
    await score.round(
      `the article's token client, ${stack} server`,
      goTokenClientCases(programs['oauth2/client'], place, stack),
    );
    await score.round(
      `${stack} client, the article's token server`,
      goTokenServerCases(guarded, world, stack),
    );
  }
  await guarded.stop();
});

for (const [name, start] of [
  ['grpc-js', balance.startOnGrpcJs],
  ['our', balance.startOnOurs],
] as const) {
  await score.round(`round_robin from Go, three ${name} servers`, [
    ...goBalancerCases(programs.balance, start),
    jsAgrees(start),
  ]);
}

const papers = await createPapers();
const files = createFiles();
for (const stack of ['grpc-js', 'ours'] as const) {
  await score.round(
    `TLS from Go, ${stack === 'ours' ? 'our' : stack} server`,
    goTlsClientCases(programs['tls/client'], stack, papers, files),
  );
}
await score.round(
  'what is wrong with TLS, in the words of Go',
  goFailureCases(programs['tls/client'], papers, files),
);
const mutual = await startGoServer(programs['tls/server'], {
  flags: [files.ca(papers.roots), ...files.shows(papers.shop)],
});
await score.round('mTLS to Go, both clients', goTlsServerCases(mutual, papers));
await mutual.stop();
files.remove();
for (const stack of ['grpc-js', 'ours'] as const) {
  await score.round(
    `a token from Go, ${stack === 'ours' ? 'our' : stack} server`,
    jwtClientCases(programs.jwt, stack),
  );
}

score.finish();
