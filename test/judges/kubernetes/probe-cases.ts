import { ServingStatus } from '#services/health';
import { startShop } from '../../../lessons/29-health/shop.ts';
import { SERVICE } from '../../../lessons/32-kubernetes/probes.ts';
import type { Case } from '../kit/cases.ts';
import { kubeletProbe } from './node.ts';

type Shop = Awaited<ReturnType<typeof startShop>>;

/** The kubelet's own code asks our server. */
export function probeCases(program: string): Case[] {
  const cases: [string, string, (shop: Shop) => unknown, string, RegExp][] = [
    ['the server', '', () => {}, 'success', /^service healthy$/],
    ['the service', SERVICE, () => {}, 'success', /^service healthy$/],
    ['a service that nobody has set', 'ecommerce.OrderManagment', () => {}, 'failure', /NotFound/],
    [
      'a service that does not serve',
      SERVICE,
      ({ health }) => health.set(SERVICE, ServingStatus.NOT_SERVING),
      'failure',
      /NOT_SERVING/,
    ],
    [
      'the server, while its service does not serve',
      '',
      ({ health }) => health.set(SERVICE, ServingStatus.NOT_SERVING),
      'success',
      /^service healthy$/,
    ],
    ['a server that leaves', SERVICE, ({ health }) => health.shutdown(), 'failure', /NOT_SERVING/],
    ['a server that is gone', '', (shop) => shop.close(), 'failure', /^timeout: failed to connect/],
  ];
  return cases.map(([name, service, prepare, result, text]) => ({
    name,
    async run() {
      const shop = await startShop();
      try {
        await prepare(shop);
        const said = await kubeletProbe(program, shop.port, service);
        if (said.result !== result || !text.test(said.text)) throw new Error(JSON.stringify(said));
      } finally {
        await shop.close();
      }
    },
  }));
}
