/** Asks the server in the same container, as `HEALTHCHECK` does: exit code 0 if the shop serves. */
import { DEFAULTS } from '#image/configuration';
import { probe } from '#services/probe';
import { reach } from '../../29-health/reach.ts';
import { SHOP } from '../order-server.ts';

const port = Number(process.env.SHOP_PORT) || DEFAULTS.port;

async function main(): Promise<void> {
  const address = { host: '127.0.0.1', port };
  const { exitCode, text } = await probe((until) => reach(address, until), { service: SHOP });
  console.log(text);
  process.exit(exitCode === 0 ? 0 : 1);
}

void main();
