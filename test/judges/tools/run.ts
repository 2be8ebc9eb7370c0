/**
 * npm run judge:tools: what people point at a gRPC server (grpcurl, ghz, grpc_health_probe, buf)
 * against ours, plaintext and TLS. None of them is given a `.proto` file: they ask by reflection.
 * Exits 0 only if as many cases have passed as there are.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createAuthority, dns } from '../../../lessons/security/certificates.ts';
import { Score } from '../kit/cases.ts';
import { installGoTool, requireGo } from '../kit/go-tools.ts';
import { grpcurlCases } from './grpcurl.ts';
import { bufCases, ghzCases, probeCases } from './others.ts';
import { type Shop, startShop } from './server.ts';

const score = new Score('judge:tools', 52);

const GRPCURL = 'github.com/fullstorydev/grpcurl/cmd/grpcurl@v1.9.4';
const GHZ = 'github.com/bojand/ghz/cmd/ghz@v0.93.0';
const PROBE = 'github.com/grpc-ecosystem/grpc-health-probe@v0.4.62';
const BUF = '@bufbuild/buf@1.75.0';
const folder = resolve('.judges/tools');

/** buf's programs come as npm packages, which only this judge needs. */
function installBuf(): string {
  const program = join(folder, 'node_modules/.bin/buf');
  if (!existsSync(program)) {
    console.log(`installing ${BUF} …`);
    execFileSync('npm', ['install', '--silent', '--prefix', folder, BUF], { stdio: 'inherit' });
  }
  return program;
}

requireGo('judge:tools');
const [grpcurl, ghz, probe] = [GRPCURL, GHZ, PROBE].map((path) => installGoTool(path, folder)) as [
  string,
  string,
  string,
];
const buf = installBuf();

const plain: Shop = await startShop();
await score.round('grpcurl, plaintext', grpcurlCases(grpcurl, plain.address));
await score.round('grpc_health_probe, plaintext', probeCases(probe, plain.address));
await score.round('ghz', ghzCases(ghz, plain.address));
await score.round('buf curl', bufCases(buf, plain.address));
await plain.close();

const authority = await createAuthority();
const secured = await startShop({ tls: await authority.sign([dns('shop.test')]) });
const files = mkdtempSync(join(tmpdir(), 'judge-tools-'));
try {
  const roots = join(files, 'roots.pem');
  writeFileSync(roots, authority.certificate);
  const { address } = secured;
  await score.round(
    'grpcurl, TLS',
    grpcurlCases(grpcurl, address, ['-cacert', roots, '-authority', 'shop.test']),
  );
  const secure = ['-tls', `-tls-ca-cert=${roots}`, '-tls-server-name=shop.test'];
  await score.round('grpc_health_probe, TLS', probeCases(probe, address, secure));
} finally {
  rmSync(files, { recursive: true });
  await secured.close();
}

score.finish();
