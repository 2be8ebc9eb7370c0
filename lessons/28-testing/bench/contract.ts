/** What the shop promises: each sentence is one that a test can ask about. */

export const FOUND = 'GetOrder gives the order that has this id, with all of its fields.';
export const UNKNOWN = 'If no order has this id, GetOrder fails with NOT_FOUND.';
export const ADDED =
  'AddOrder adds the order as it is, under a new id that the shop chooses, and answers with that id. An id in the request counts for nothing.';
export const REFUSED =
  'An order without items, or without a destination, is refused with INVALID_ARGUMENT, and nothing is added.';

export const MATCHES =
  'SearchOrders sends every order that has an item whose name contains the text, each once, the oldest first. Orders that have just been added are the newest.';
export const NONE = 'If nothing is found, the stream is empty, and ends in OK.';
export const AT_ONCE =
  'What is found is sent when it is found: the server reads at most three orders more before it sends it.';
export const CLOSED =
  'If an order cannot be read, the search fails with UNAVAILABLE, behind all that was found before.';
export const LEAVES =
  'When the caller leaves, the server reads at most three orders more, and then the call is over for it, too.';
export const ENDS =
  'A search ends within two seconds. Who searches at the same time does not matter.';
