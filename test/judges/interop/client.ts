/**
 * Our client against other people's interop servers:
 * `client.ts --port N --case NAME [--ca FILE]`; exits 0 if the case passes.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Channel } from '#channel/channel';
import { type Case, cases, largeUnary } from './cases.ts';
import { compressionCases } from './compression-cases.ts';

const { values } = parseArgs({
  options: { port: { type: 'string' }, case: { type: 'string' }, ca: { type: 'string' } },
});
const tls = values.ca
  ? { roots: readFileSync(values.ca), serverName: 'foo.test.google.fr' }
  : undefined;
const connect = () => new Channel(`dns:127.0.0.1:${values.port}`, { tls });

/** Each call on a new channel. */
const channelSoak: Case = async () => {
  for (let i = 0; i < 100; i++) {
    const channel = connect();
    await largeUnary(channel);
    await channel.close();
  }
};

const name = values.case ?? '';
const run = name === 'channel_soak' ? channelSoak : (cases[name] ?? compressionCases[name]);
if (run === undefined) {
  console.error(`no case '${name}'`);
  process.exit(2);
}
const channel = connect();
try {
  await run(channel);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
await channel.close();
