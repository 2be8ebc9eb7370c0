import type { GRPCRoute, GRPCRouteSpecRules } from '#services/kubernetes/generated/types';

type Match = NonNullable<GRPCRouteSpecRules['matches']>[number];

/**
 * Which Service a call goes to, by a GRPCRoute (Gateway API): the rule whose match names most of the
 * path; without matches a rule takes all. Among a rule's backends each gets its share, by weight.
 *
 * @param path `/ecommerce.OrderManagement/GetOrder`
 * @param turn counts the calls
 */
export function routeOf({ spec }: GRPCRoute, path: string, turn: number): string | undefined {
  const [, service = '', method = ''] = path.split('/');
  let best: { rule: GRPCRouteSpecRules; exact: number } | undefined;
  for (const rule of spec.rules ?? []) {
    for (const match of rule.matches ?? [{}]) {
      const exact = fitOf(match, service, method);
      if (exact !== undefined && exact > (best?.exact ?? -1)) best = { rule, exact };
    }
  }
  const backends = best?.rule.backendRefs ?? [];
  const all = backends.reduce((sum, { weight = 1 }) => sum + weight, 0);
  let left = turn % Math.max(1, all);
  for (const { name, weight = 1 } of backends) {
    if (left < weight) return name;
    left -= weight;
  }
  return undefined;
}

/** How many characters of the path a match names; `undefined` if it does not fit. */
function fitOf(
  { method: wanted = {} }: Match,
  service: string,
  method: string,
): number | undefined {
  if (wanted.service !== undefined && wanted.service !== service) return undefined;
  if (wanted.method !== undefined && wanted.method !== method) return undefined;
  return (wanted.service?.length ?? 0) + (wanted.method?.length ?? 0);
}
