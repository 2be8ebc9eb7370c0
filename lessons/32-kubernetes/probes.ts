import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { ServingStatus } from '#services/health';
import { startShop } from '../29-health/shop.ts';
import { probePod as probeWithin } from './pods.ts';

export const SERVICE = OrderManagementDefinition.name;

/** Longer than the kubelet's second: a machine that is busy is not a pod that is ill. */
const PATIENT_MS = 30_000;
const probePod = (port: number, service?: string) => probeWithin(port, service, PATIENT_MS);

/** A pod at a moment of its life, and what the kubelet's two questions come to. */
export interface Probed {
  when: string;
  readiness: boolean;
  liveness: boolean;
}

/** Asks one server at each moment, as the kubelet would: by port and service, with no tool in the pod. */
export async function probeMoments(): Promise<Probed[]> {
  const shop = await startShop();
  const { health, port } = shop;
  const moments: Probed[] = [];
  const ask = async (when: string) => {
    const [readiness, liveness] = [await probePod(port, SERVICE), await probePod(port)];
    moments.push({ when, readiness, liveness });
  };
  try {
    health.set(SERVICE, ServingStatus.NOT_SERVING);
    await ask('it loads its catalogue');
    health.set(SERVICE, ServingStatus.SERVING);
    await ask('it works');
    health.set(SERVICE, ServingStatus.NOT_SERVING);
    await ask('its database is away');
    health.set('', ServingStatus.NOT_SERVING);
    await ask('it is beyond help');
  } finally {
    await shop.close();
  }
  await ask('its process is gone');
  return moments;
}

/** What a client's typing mistake in the probe's `service` comes to. */
export async function probeMisspelt(): Promise<boolean> {
  const shop = await startShop();
  try {
    return await probePod(shop.port, 'ecommerce.OrderManagment');
  } finally {
    await shop.close();
  }
}
