import { list, record } from '#channel/names/json-fields';
import type { KnownPolicies, PolicyConfig } from './load-balancer.ts';

/** A policy as a service config names it. */
export interface ChosenPolicy {
  readonly name: string;
  readonly config: PolicyConfig;
}

/**
 * Of a list such as `[{ "newest": {} }, { "round_robin": {} }]` the first that is known: so a config
 * can name a policy that only newer clients have (grpc/grpc doc/service_config.md).
 * @throws RangeError if none is known, or if the config of the one that is chosen is not valid.
 */
export function choosePolicy(value: unknown, field: string, known: KnownPolicies): ChosenPolicy {
  for (const entry of list(value, field)) {
    const [first] = Object.entries(record(entry, field));
    if (first === undefined || !known.has(first[0])) continue;
    const [name, given] = first;
    const config = record(given, name);
    known.check?.(name, config);
    return { name, config };
  }
  throw new RangeError(`${field}: none of these policies is known`);
}
