import type { RetryPolicyJson, ServiceConfigJson } from '#channel/names/service-config-json';

// #region policy
/** Three tries, after UNAVAILABLE and nothing else. */
export const THREE_TIMES: RetryPolicyJson = {
  maxAttempts: 3,
  initialBackoff: '0.02s',
  maxBackoff: '1s',
  backoffMultiplier: 2,
  retryableStatusCodes: ['UNAVAILABLE'],
};

/** For one method: somebody who knows GetOrder has said that it may be called twice. */
export const GET_ORDER_AGAIN: ServiceConfigJson = {
  methodConfig: [
    {
      name: [{ service: 'ecommerce.OrderManagement', method: 'GetOrder' }],
      retryPolicy: THREE_TIMES,
    },
  ],
};
// #endregion policy

/** For every method, and without a wait that one would notice. */
export const everyMethod = (maxAttempts: number): ServiceConfigJson => ({
  methodConfig: [
    {
      name: [{}],
      retryPolicy: {
        ...THREE_TIMES,
        maxAttempts,
        initialBackoff: '0.001s',
        maxBackoff: '0.002s',
      },
    },
  ],
});

export const ALL_AGAIN = everyMethod(3);

// #region bucket
/** Ten tokens. A failure takes one, a success gives a tenth back. */
export const BUCKET = { maxTokens: 10, tokenRatio: 0.1 };
// #endregion bucket

// #region hedging
/** A second try after 20 ms, a third after 40, although the first has not failed. */
export const HEDGED: ServiceConfigJson = {
  loadBalancingConfig: [{ round_robin: {} }],
  methodConfig: [
    {
      name: [{}],
      hedgingPolicy: {
        maxAttempts: 3,
        hedgingDelay: '0.02s',
        nonFatalStatusCodes: ['UNAVAILABLE'],
      },
    },
  ],
};
// #endregion hedging
