import { status } from '@grpc/grpc-js';
import { contextKey } from '#grpc/context-values';
import { bearerTokenOf } from '#grpc/credentials/bearer-token';
import { guard } from '#grpc/interceptors/guard';
import type { Grant } from '#grpc/oauth/introspection-cache';
import { ScopeTable } from '#grpc/oauth/scopes';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { CallError } from '#hello/call';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { MakeLayer } from '../15-server-interceptors/layer.ts';

/** Whom a token stands for; `undefined`: it is not good. */
export type GrantOf = (token: string) => Promise<Grant | undefined>;

// #region rules
/** What each method needs. TypeScript asks for every method, and so does the table. */
export const RULES = new ScopeTable().require(OrderManagementDefinition, {
  addOrder: 'orders.write',
  getOrder: 'orders.read',
  searchOrders: 'orders.read',
  updateOrders: 'orders.write',
  processOrders: 'orders.read orders.write',
});
// #endregion rules

/** Who calls, for those further in. */
export const caller = contextKey<Grant>('caller');

// #region ours
/** On our stack: the guard of lesson 15, asked with a token. */
export const tokenGuard = (grantOf: GrantOf): ServerInterceptor =>
  guard<Grant>({
    caller,
    async identify({ metadata }) {
      const token = bearerTokenOf(metadata.getAll('authorization'));
      return token === undefined ? undefined : grantOf(token);
    },
    mayCall: ({ scope }, path) => RULES.allows(path, scope),
  });
// #endregion ours

// #region js
/** On grpc-js: a layer of lesson 15, in front of all four kinds. */
export const jsTokenGuard =
  (grantOf: GrantOf): MakeLayer =>
  (path) => ({
    async enter(metadata) {
      const token = bearerTokenOf(metadata.get('authorization').map(String));
      const grant = token === undefined ? undefined : await grantOf(token);
      if (grant === undefined) {
        throw new CallError(status.UNAUTHENTICATED, 'who are you?');
      }
      if (RULES.allows(path, grant.scope)) return;
      throw new CallError(status.PERMISSION_DENIED, `${path} is not for you`);
    },
  });
// #endregion js
