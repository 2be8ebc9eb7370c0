/** What the client promises: findOrder(shop, text, most). */

export const ASKS = 'findOrder calls SearchOrders with exactly the text that it was given.';
export const CHOOSES =
  'It gives the first order whose price is at most what one has: exactly so much is fine. If there is none, it gives undefined.';
export const STOPS = 'As soon as it has that order, it cancels the call.';
export const FAILS =
  'If the search fails, findOrder fails with the same code. A failure does not mean that there is nothing.';
export const IN_TIME =
  'Each call has a deadline of one second: if the server is silent, findOrder fails with DEADLINE_EXCEEDED.';
export const AWAY =
  'If the search fails with UNAVAILABLE before any order has come, findOrder tries once more, and only once; what comes of that counts. It does not try again for another code, nor when an order has come.';
