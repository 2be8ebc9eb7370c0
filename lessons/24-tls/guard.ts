import {
  Metadata,
  ServerInterceptingCall,
  type ServerInterceptingCallInterface,
  type ServerInterceptor,
  status,
} from '@grpc/grpc-js';
import type { PeerIdentity } from '#transport/tls/identity';
import { principalOf } from '#transport/tls/principal';
import { OFFICE, TILL, TRUST_DOMAIN } from './papers.ts';

// #region may
/** Who may call what. What is not named is for nobody. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  '/ecommerce.OrderManagement/AddOrder': [TILL, OFFICE],
  '/ecommerce.OrderManagement/GetOrder': [TILL, OFFICE],
  '/ecommerce.OrderManagement/SearchOrders': [OFFICE],
  '/ecommerce.OrderManagement/UpdateOrders': [OFFICE],
  '/ecommerce.OrderManagement/ProcessOrders': [OFFICE],
};

export const mayCall = (who: string, path: string) =>
  Object.hasOwn(MAY, path) && MAY[path]!.includes(who);
// #endregion may

// #region identity
/** What `grpc-js` knows of the client, in the words of `principalOf`. */
function identityOf(call: ServerInterceptingCallInterface): PeerIdentity {
  const { transportSecurityType, sslPeerCertificate: certificate } = call.getAuthContext();
  return {
    address: call.getPeer(),
    secure: transportSecurityType === 'ssl',
    ...(certificate?.raw && {
      certificate: {
        commonName: String(certificate.subject.CN ?? ''),
        names: certificate.subjectaltname?.split(', ') ?? [],
        fingerprint: certificate.fingerprint256,
        raw: new Uint8Array(certificate.raw),
      },
    }),
  };
}
// #endregion identity

// #region guard
/** For all four kinds: it is asked before any of them has a handler. */
export const guardOf =
  (heard: (who: string | undefined) => void): ServerInterceptor =>
  (method, call) => {
    const who = principalOf(identityOf(call), TRUST_DOMAIN);
    heard(who);
    const refused =
      who === undefined
        ? { code: status.UNAUTHENTICATED, details: 'who are you?' }
        : mayCall(who, method.path)
          ? undefined
          : { code: status.PERMISSION_DENIED, details: `${method.path} is not for you` };
    if (refused === undefined) return new ServerInterceptingCall(call);
    return new ServerInterceptingCall(call, {
      start(next) {
        next({
          onReceiveMetadata: () => call.sendStatus({ ...refused, metadata: new Metadata() }),
        });
      },
    });
  };
// #endregion guard
