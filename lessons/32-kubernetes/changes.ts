import { EndpointChanges, type EndpointSlice } from '#channel/names/endpoint-slices';

type Conditions = NonNullable<NonNullable<EndpointSlice['endpoints']>[number]['conditions']>;

const slice = (name: string, endpoints: Record<string, Conditions>): EndpointSlice => ({
  metadata: { name },
  addressType: 'IPv4',
  ports: [{ name: 'grpc', port: 50_051 }],
  endpoints: Object.entries(endpoints).map(([end, conditions]) => ({
    addresses: [`10.1.0.${end}`],
    conditions,
  })),
});
const READY = { ready: true };
const STARTS = { ready: false, serving: false };
const LEAVES = { ready: false, serving: true, terminating: true };

/** What a watch tells in an update, and what a resolver makes of it. */
export function tellChanges(): { what: string; told: string }[] {
  let told: string | undefined;
  const changes = new EndpointChanges({
    portName: 'grpc',
    found: (addresses) => {
      told = addresses.map(({ host }) => host.replace('10.1.0', '')).join(' ') || 'nobody';
    },
  });
  const steps: { what: string; told: string }[] = [];
  const step = (what: string, work: () => void) => {
    told = undefined;
    work();
    steps.push({ what, told: told ?? '–' });
  };
  const set = (endpoints: Record<string, Conditions>) => () =>
    changes.changed({ type: 'MODIFIED', object: slice('orders-a', endpoints) });
  step('list: .7 is ready', () => changes.listed([slice('orders-a', { 7: READY })]));
  step('.8 starts', set({ 7: READY, 8: STARTS }));
  step('.8 is ready', set({ 7: READY, 8: READY }));
  step('the same, once more', set({ 7: READY, 8: READY }));
  step('.7 leaves', set({ 7: LEAVES, 8: READY }));
  step('.8 leaves, too: nobody is ready', set({ 7: LEAVES, 8: LEAVES }));
  step('.9, in a second slice, is ready', () =>
    changes.changed({ type: 'ADDED', object: slice('orders-b', { 9: READY }) }),
  );
  step('the first slice is deleted', () =>
    changes.changed({ type: 'DELETED', object: slice('orders-a', {}) }),
  );
  return steps;
}
