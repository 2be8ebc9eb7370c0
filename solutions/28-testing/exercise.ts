import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    { name: '#testing/answers', file: 'answers.ts', solution: 'only' },
    { name: '#testing/searches', file: 'searches.ts', solution: 'only' },
    { name: '#testing/client', file: 'client.ts', solution: 'only' },
    { name: '#testing/steady', file: 'steady.ts', solution: 'only' },
  ],
  tasks: [
    {
      title: 'Tests of answers',
      file: 'answers.ts',
      asked:
        'You write the tests, and we bring the servers: three that are right, and thirteen with a fault. Your tests pass with the right ones, and with each faulty one at least one of them fails. The contract: GetOrder gives the order that has this id, with all of its fields. If no order has this id, it fails with NOT_FOUND. AddOrder adds the order as it is, under a new id that the shop chooses, and answers with that id; an id in the request counts for nothing. An order without items, or without a destination, is refused with INVALID_ARGUMENT, and nothing is added. What the contract does not say is free: the texts of errors, what an id looks like, and how long an answer takes (up to a second; a search takes up to two).',
      hints: [
        'Go through the contract, sentence by sentence: how could a server break this one, and what would you have to ask in order to notice? One question per server is not enough: some faults show only at the second call.',
        'Add an order and get it again, and compare all of it: equal("the order", received, { ...TWO_CUPS, id: value }). Ask for two different orders. Add one with the id "101" in it, then look at 101. After a refusal, look whether the order is there all the same: a search finds it by its items.',
        'Four tests are enough: codeOf of an unknown id; add and get, compared as a whole; two added, the first with the id "101", and then 101 and the first of them; no items, no destination, and a search for what was refused.',
      ],
    },
    {
      title: 'Tests of a stream',
      file: 'searches.ts',
      asked:
        'The same for SearchOrders, and fifteen faults. The contract: it sends every order that has an item whose name contains the text, each once, the oldest first; orders that have just been added are the newest. If nothing is found, the stream is empty and ends in OK. What is found is sent when it is found: the server reads at most three orders more before it sends it. If an order cannot be read, the search fails with UNAVAILABLE, behind all that was found before. When the caller leaves, the server reads at most three orders more, and then the call is over for it, too. A search ends within two seconds, and who searches at the same time does not matter. A test that waits for ever is stopped, and has found nothing: so give each call a deadline.',
      hints: [
        'A stream has a beginning, a middle and an end, and it has somebody who reads. Which sentence of the contract is about which of them? For those about reading you need warehouse.reads and serving().',
        'for await (…) { break; } leaves. Then await pass(1_000), and look at warehouse.reads and at serving(). With warehouse.failAt an order in the middle cannot be read: collect what comes before in a list of your own, because all(…) throws it away when the stream fails.',
        'Five tests are enough: add an order and search by a part of a name ("up" is in cup and cupboard); search for what nobody has; two searches with Promise.all; failAt = 8, with the ids that came before and the status; leave after the first, where reads is at most 4, and after pass(5_000) at most 3 more, and serving() is 0.',
      ],
    },
    {
      title: 'A client without a server',
      file: 'client.ts',
      asked:
        'Now a client is tested, findOrder(shop, text, most), and the server is yours: a fake that speaks the real protocol, in this process. Two clients are right, seventeen are not. The contract: findOrder calls SearchOrders with exactly the text that it was given. It gives the first order whose price is at most what one has (most; exactly so much is fine); if there is none, it gives undefined. As soon as it has that order, it cancels the call. If the search fails, findOrder fails with the same code. Each call has a deadline of one second: if the server is silent, findOrder fails with DEADLINE_EXCEEDED. If the search fails with UNAVAILABLE before any order has come, it tries once more, and only once, and what comes of that counts; it does not try again for another code, nor when an order has come. How long it waits before it tries again is free, up to a second.',
      hints: [
        'The fake does two things: it plays a role (too dear, silent, away, broken off in the middle), and it writes down what happened to it: what was asked, how often, and whether the client has left.',
        'A list of asked texts, a counter of calls, call.signal.addEventListener("abort", …). A server that is silent waits: await pass(5_000). One that is away throws new GrpcError(Status.UNAVAILABLE, "away") at once; one that breaks off yields an order that is too dear, and then throws.',
        'Send 25, 24 and 23 to somebody who has 24, who looks for "Tea pot"; wait for 900 ms in the fake before it ends, and see that the client left long before. Then: only 25. Then: silence. Then three that fail: INVALID_ARGUMENT (asked once), UNAVAILABLE (twice), an order and UNAVAILABLE (once). And one that is away only once: the second time it sends an order, and that is found.',
      ],
    },
    {
      title: 'A flaky test',
      file: 'steady.ts',
      asked:
        'A test is given as a comment in the file. It passes on one machine, and on another one now and then. Write it anew, so that it asks for the same and is steady: two orders that are added at the same time are both found by a search, each once. It runs 40 times with a right server that takes its time, and must pass each time: mostly up to 200 ms for each access, another time for each, and on a bad day up to ten seconds. With four faulty servers it must fail each time. Which of the two orders is found first is open.',
      hints: [
        'What does the test know, and what does it only believe? It believes in two lengths of time, in an order of two things that happen at once, and in how often it has run before.',
        'Wait for the thing itself, and not for a time: await the answers of addOrder, and read the stream to its end. Nothing that a test needs stands beside it. What may come in any order is sorted before it is compared.',
        'await Promise.all([shop.addOrder(GLASSES), shop.addOrder(VASES)]); then all(shop.searchOrders(…)), the names of the first items, sorted, compared with ["glass", "glass vase"].',
      ],
    },
  ],
};
