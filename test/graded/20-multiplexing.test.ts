import { test } from 'vitest';
import { StreamQueue, type StreamWaiter } from '#channel/connections/stream-queue';
import { check, fail } from '#course/kit/compare/finding';
import { expectSame } from '#course/kit/compare/same';
import { expectThrown, thrownBy } from '#course/kit/compare/thrown';
import { unchanged } from '#course/kit/given';
import { Random } from '#course/kit/random';
import { task } from '#course/kit/task';
import { MAX_COMPARED_NAME_LENGTH, MAX_EXCERPT_LENGTH, MAX_TYPOS } from '#grpc/limits';
import { countTypos, nearestName } from '#grpc/routing/nearest-name';
import { Router, splitPath } from '#grpc/routing/router';
import { createHttp2Client, createHttp2Server, type Http2Connection } from '#http2/connection';
import type { ConnectionHandler } from '#http2/events';
import { REMEMBERED_STREAMS } from '#http2/limits/limits';
import { type Ending, LAST_STREAM_ID, StreamIds } from '#http2/streams/stream-ids';
import { askedByStranger, queuedAtStranger } from './20-multiplexing.node.ts';

/*
 * Names, ids and a queue need no network. The last tests end at a stranger's: a
 * client of grpc-js calls wrong paths, and a server of grpc-js takes two calls at once. That part
 * needs Node: `20-multiplexing.node.ts`.
 */

// ---- task 1

/** The same, by the definition, and slowly: the suite's own. */
function distanceOf(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      table[i]![j] = Math.min(
        table[i - 1]![j - 1]! + same,
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
      );
    }
  }
  return table[a.length]![b.length]!;
}

const METHODS = Object.freeze(['GetOrder', 'AddOrder', 'SearchOrders', 'GetOrders']);
const SERVICES = Object.freeze(['ecommerce.OrderManagement', 'hello.Greeter', 'shop.v1.Prices']);

task(1, () => {
  test('how many letters are wrong', () => {
    for (const [a, b, typos, cause] of [
      ['order', 'order', 0, 'Nothing has to be done.'],
      ['oder', 'order', 1, 'One has to be put in.'],
      ['orrder', 'order', 1, 'One has to be taken out.'],
      ['orden', 'order', 1, 'One has to be exchanged: that is one step, not one out and one in.'],
      ['odrer', 'order', 2, 'Two letters in each other’s place are two exchanges here.'],
      ['kitten', 'sitting', 3, 'k and s, e and i, and a g.'],
      ['', 'abc', 3, 'All of them have to be put in.'],
      ['abc', '', 3, 'All of them have to be taken out.'],
      ['', '', 0, 'Nothing has to be done.'],
    ] as const) {
      const counted = countTypos(a, b, 5);
      const why =
        counted === undefined
          ? 'undefined is for more than most, and this is less. Before you give up on a row, look at all of its cells: the way to the answer leads through the least of them.'
          : cause;
      expectSame(`countTypos("${a}", "${b}", 5)`, counted, typos, why);
    }
  });

  test('no more than asked for', () => {
    const LIMIT = 'most itself is allowed; undefined is for more than most.';
    expectSame('countTypos("kitten", "sitting", 3)', countTypos('kitten', 'sitting', 3), 3, LIMIT);
    expectSame(
      'countTypos("kitten", "sitting", 2)',
      countTypos('kitten', 'sitting', 2),
      undefined,
      LIMIT,
    );
    expectSame('countTypos("abc", "abc", 0)', countTypos('abc', 'abc', 0), 0, LIMIT);
    expectSame('countTypos("abc", "abd", 0)', countTypos('abc', 'abd', 0), undefined, LIMIT);
    expectSame(
      'countTypos("abcdef", "abcd", 1)',
      countTypos('abcdef', 'abcd', 1),
      undefined,
      'Two letters more are two steps at least.',
    );
    expectSame(
      'countTypos("Order", "order", 2)',
      countTypos('Order', 'order', 2),
      1,
      'countTypos compares letters as they are. It is nearestName that makes them lower case.',
    );
  });

  test('any two words', () => {
    const random = new Random(20);
    const word = () =>
      Array.from({ length: random.integer(0, 9) }, () => 'abc'[random.integer(0, 2)]).join('');
    for (let round = 0; round < 500; round++) {
      const [a, b] = [word(), word()];
      const most = random.integer(0, 6);
      const distance = distanceOf(a, b);
      expectSame(
        `countTypos("${a}", "${b}", ${most})`,
        countTypos(a, b, most),
        distance <= most ? distance : undefined,
        'Each cell is the least of three: above and left plus 1 each, and above to the left, plus 1 if the two letters differ. The answer stands in the last cell of the last row.',
      );
    }
  });

  test('the nearest name', () => {
    const near = (
      wrong: string,
      names: readonly string[],
      name: string | undefined,
      why: string,
    ) => {
      const found = nearestName(wrong, names);
      const changed = found !== name && found === name?.toLowerCase();
      expectSame(
        `nearestName("${wrong}", ${JSON.stringify(names)})`,
        found,
        name,
        changed
          ? 'The name is given as it stands in names: it is what somebody has to write.'
          : why,
      );
    };
    near('GetOder', METHODS, 'GetOrder', 'One letter too few.');
    near(
      'getorder',
      METHODS,
      'GetOrder',
      'Upper and lower case are the same here, and the name is given as it stands in names.',
    );
    near(
      'GETODER',
      METHODS,
      'GetOrder',
      'Upper and lower case are the same here: one letter is missing, and no other is wrong.',
    );
    near(
      'GETORDER',
      METHODS,
      'GetOrder',
      'Upper and lower case are the same here: GETORDER has no typo at all.',
    );
    near('AddOrders', METHODS, 'AddOrder', 'One step to AddOrder; two to GetOrders are not fewer.');
    near(
      'GetOrderss',
      METHODS,
      'GetOrders',
      'Fewest typos win, and not who comes first: GetOrder is two steps away, GetOrders one.',
    );
    near('DeleteOrder', METHODS, undefined, 'Nothing is near: no name is better than a wrong one.');
    near('GetOrder', [], undefined, 'There are no names at all.');
    near('SetOrder', ['LetOrder', 'BetOrder'], 'LetOrder', 'Of equally near ones the first.');
    near('SetOrder', ['SetOrders', 'LetOrder'], 'SetOrders', 'Of equally near ones the first.');
    near(
      'SetOrder',
      ['LetOrder', 'SetOrder'],
      'SetOrder',
      'Fewest typos win: LetOrder is one step away, and SetOrder none. Look at all of them.',
    );
    near(
      'Get',
      METHODS,
      undefined,
      'Five letters are missing: a name that only contains this one, or begins like it, is not near.',
    );
  });

  test('near enough', () => {
    const LETTERS = 'abcdefghijkl';
    for (const [length, allowed] of [
      [1, 0],
      [2, 0],
      [3, 1],
      [5, 1],
      [6, 2],
      [9, 2],
      [12, 2],
    ] as const) {
      const wrong = LETTERS.slice(0, length);
      for (const typos of [allowed, allowed + 1]) {
        const name = 'z'.repeat(Math.min(typos, length)) + wrong.slice(typos);
        expectSame(
          `nearestName("${wrong}", ["${name}"])`,
          nearestName(wrong, [name]),
          typos <= allowed ? name : undefined,
          `MAX_TYPOS is ${MAX_TYPOS}, and one for three letters of the wrong name, rounded down: if it has ${length === 1 ? 'one letter' : `${length} letters`}, ${allowed} may be wrong.`,
        );
      }
    }
  });

  test('near enough, by the length of the wrong name', () => {
    const WRONG =
      'How many may be wrong goes by the length of the wrong name, not by that of the right one.';
    expectSame('nearestName("Gt", ["Get"])', nearestName('Gt', ['Get']), undefined, WRONG);
    expectSame('nearestName("Get", ["Ge"])', nearestName('Get', ['Ge']), 'Ge', WRONG);
  });

  test('who leaves out the package', () => {
    const near = (wrong: string, name: string | undefined, why: string) =>
      expectSame(`nearestName("${wrong}", …)`, nearestName(wrong, SERVICES), name, why);
    const LAST = 'If no name is near, the part behind the last dot decides: lastPart.';
    near('Greeter', 'hello.Greeter', LAST);
    near('greeter', 'hello.Greeter', LAST);
    near('com.example.shop.v2.Prices', 'shop.v1.Prices', LAST);
    near('shop.v2.Prices', 'shop.v1.Prices', 'One letter is wrong.');
    near('Manage', undefined, 'Only the whole part behind the dot counts.');
    expectSame(
      'nearestName("a.b.Orders", ["other.Orders", "a.c.Ordera"])',
      nearestName('a.b.Orders', ['other.Orders', 'a.c.Ordera']),
      'a.c.Ordera',
      'First the names that are near, all of them; the last part only if there is none.',
    );
    expectSame(
      'nearestName("shop.v1.Orders", ["Order", "Orders"])',
      nearestName('shop.v1.Orders', ['Order', 'Orders']),
      'Orders',
      'A name without a dot is its own last part: here somebody has added a package.',
    );
    expectSame(
      'nearestName("Orders", ["a.Orders", "b.Orders"])',
      nearestName('Orders', ['a.Orders', 'b.Orders']),
      'a.Orders',
      'The first whose last part is the same.',
    );
  });

  test('a name that is too long is compared with nothing', () => {
    const name = `shop.${'a'.repeat(MAX_COMPARED_NAME_LENGTH - 5)}`;
    expectSame(
      `a name of ${MAX_COMPARED_NAME_LENGTH} characters, which is there`,
      nearestName(name, [name]),
      name,
      'MAX_COMPARED_NAME_LENGTH itself is still compared.',
    );
    expectSame(
      `a name of ${MAX_COMPARED_NAME_LENGTH} characters, and one of the list has one more`,
      nearestName(name, [`${name}b`]),
      `${name}b`,
      'Only the wrong name has a limit: it is a stranger’s. The list is ours.',
    );
    expectSame(
      `a name of ${MAX_COMPARED_NAME_LENGTH + 1} characters`,
      nearestName(`${name}a`, [name, `${name}a`]),
      undefined,
      'Longer than MAX_COMPARED_NAME_LENGTH: it compares nothing, not even last parts. A stranger sends it as often as they like.',
    );
  });

  test('the list stays as it is', () => {
    const names = ['b.Orders', 'a.Orders', 'GetOrder'];
    unchanged('the list of names', names, (given) => {
      nearestName('getorder', given);
      nearestName('Orders', given);
    });
  });
});

// ---- task 2

function shop() {
  const router = new Router<string>();
  const add = (service: string, ...methods: string[]) =>
    router.add(
      service,
      new Map(methods.map((method) => [`/${service}/${method}`, `${service} ${method}`])),
    );
  add('ecommerce.OrderManagement', 'GetOrder', 'AddOrder');
  add('hello.Greeter', 'SayHello');
  return { router, add };
}

task(2, () => {
  test('a path in two parts', () => {
    for (const [path, name, cause] of [
      [
        '/hello.Greeter/SayHello',
        { service: 'hello.Greeter', method: 'SayHello' },
        'The service with its package, and the method.',
      ],
      [
        '/Greeter/SayHello',
        { service: 'Greeter', method: 'SayHello' },
        'A package may be missing: the name is the whole of it.',
      ],
      [
        '/my-shop.Größen/Get Order',
        { service: 'my-shop.Größen', method: 'Get Order' },
        'What stands between the slashes is a name, whatever its letters are.',
      ],
      [
        '/hello.Greeter/Say%48ello',
        { service: 'hello.Greeter', method: 'Say%48ello' },
        'A path is taken as it came: nothing in it is decoded.',
      ],
      [
        '/hello.Greeter/SayHello?x=1',
        { service: 'hello.Greeter', method: 'SayHello?x=1' },
        'A path of gRPC has no query: the question mark is a letter like any other.',
      ],
      [
        '/hello.Greeter/SayHello ',
        { service: 'hello.Greeter', method: 'SayHello ' },
        'A path is taken as it came: nothing is cut off.',
      ],
      ['', undefined, 'Nothing is not a path.'],
      ['/', undefined, 'There is neither a service nor a method.'],
      ['//', undefined, 'Both parts are there, and empty.'],
      ['/hello.Greeter', undefined, 'There is no method.'],
      ['/hello.Greeter/', undefined, 'The method is empty.'],
      ['//SayHello', undefined, 'The service is empty.'],
      ['hello.Greeter/SayHello', undefined, 'A path begins with a slash.'],
      ['x/hello.Greeter/SayHello', undefined, 'Nothing stands in front of the first slash.'],
      ['/hello.Greeter/SayHello/', undefined, 'A third part, and be it empty, is one too many.'],
      ['/api/hello.Greeter/SayHello', undefined, 'Three parts are one too many.'],
    ] as const) {
      expectSame(`splitPath("${path}")`, splitPath(path), name, cause);
    }
  });

  test('what is there is found', () => {
    const { router } = shop();
    for (const [service, method] of [
      ['ecommerce.OrderManagement', 'GetOrder'],
      ['ecommerce.OrderManagement', 'AddOrder'],
      ['hello.Greeter', 'SayHello'],
    ]) {
      expectSame(
        `find("/${service}/${method}")`,
        router.find(`/${service}/${method}`),
        `${service} ${method}`,
        'find gives the route that was added for this path. All services are in one table.',
      );
    }
  });

  test('what is not there is not', () => {
    const { router } = shop();
    for (const [path, cause] of [
      ['/hello.Greeter/sayHello', 'Upper and lower case differ.'],
      ['/Hello.Greeter/SayHello', 'Upper and lower case differ.'],
      ['/Greeter/SayHello', 'The package belongs to the name.'],
      ['/hello.Greeter/GetOrder', 'That method is another service’s.'],
      ['/hello.Greeter/SayHello/', 'The whole path counts.'],
      ['/hello.Greeter/Say%48ello', 'A path is compared as it came: nothing in it is decoded.'],
      ['/hello.Greeter/SayHello?x=1', 'The whole path counts.'],
      ['/hello.Greeter/SayHello ', 'The whole path counts: nothing is cut off.'],
      ['hello.Greeter/SayHello', 'The whole path counts, with the slash that it begins with.'],
      [
        'constructor',
        'In an object every name of Object.prototype is there. A Map has only what was set.',
      ],
      [
        '__proto__',
        'In an object every name of Object.prototype is there. A Map has only what was set.',
      ],
      ['', 'Nobody has added it.'],
    ] as const) {
      expectSame(`find("${path}")`, router.find(path), undefined, cause);
    }
  });

  test('routes of any kind', () => {
    const router = new Router<number | undefined | false>();
    router.add(
      'a.B',
      new Map<string, number | false>([
        ['/a.B/Zero', 0],
        ['/a.B/No', false],
      ]),
    );
    expectSame(
      'a route that is 0',
      router.find('/a.B/Zero'),
      0,
      'find gives what was added, whatever it is.',
    );
    expectSame(
      'a route that is false',
      router.find('/a.B/No'),
      false,
      'find gives what was added, whatever it is.',
    );
  });

  test('a service twice', async () => {
    const { router, add } = shop();
    await expectThrown(
      () => add('hello.Greeter', 'SayGoodbye'),
      { name: 'Error', message: 'hello.Greeter is served already' },
      'Two implementations of one service: only one of them would be called, and nobody would know which.',
    );
    expectSame(
      'find("/hello.Greeter/SayGoodbye"), after add has thrown',
      router.find('/hello.Greeter/SayGoodbye'),
      undefined,
      'Look first, and throw before anything is added.',
    );
    expectSame(
      'find("/hello.Greeter/SayHello")',
      router.find('/hello.Greeter/SayHello'),
      'hello.Greeter SayHello',
      'What was there stays.',
    );
    expectSame(
      'a service without methods, twice',
      thrownBy(() => {
        add('shop.Empty');
        add('shop.Empty');
      }) instanceof Error,
      true,
      'A service is there already also if it has no methods.',
    );
  });

  test('the map that was given is the caller’s', () => {
    const router = new Router<string>();
    const routes = new Map([['/a.B/C', 'c']]);
    router.add('a.B', routes);
    expectSame(
      'the map, after add',
      [...routes],
      [['/a.B/C', 'c']],
      'Your code changes what it was given.',
    );
    routes.set('/a.B/D', 'd').delete('/a.B/C');
    const CAUSE =
      'You keep the map that was given, and it belongs to the caller: copy what is in it into your own.';
    expectSame(
      'find("/a.B/C"), after the caller has changed its map',
      router.find('/a.B/C'),
      'c',
      CAUSE,
    );
    expectSame('find("/a.B/D"), which was never added', router.find('/a.B/D'), undefined, CAUSE);
    expectSame('explain("/a.B/D")', router.explain('/a.B/Delta'), 'a.B has no method Delta', CAUSE);
  });

  test('each router has its own table', () => {
    shop();
    const other = new Router<string>();
    other.add('hello.Greeter', new Map());
    expectSame(
      'find at another router',
      other.find('/hello.Greeter/SayHello'),
      undefined,
      'Two servers in one process have two tables.',
    );
  });

  test('why there is nothing', () => {
    const { router } = shop();
    for (const [path, text, cause] of [
      [
        '/hello.Greeter/Wave',
        'hello.Greeter has no method Wave',
        'The service is there: name it, and the method that it has not.',
      ],
      [
        '/hello.Greeter/sayHello',
        'hello.Greeter has no method sayHello; did you mean SayHello?',
        'didYouMean(nearestName(method, …)) stands behind it.',
      ],
      [
        '/hello.Greeter/GetOrder',
        'hello.Greeter has no method GetOrder',
        'Only this service’s methods are looked through, and none is near.',
      ],
      [
        '/Greeter/SayHello',
        'there is no service Greeter here; did you mean hello.Greeter?',
        'The service is not there: the nearest of all services, and no word about the method.',
      ],
      [
        '/shop.Prices/Get',
        'there is no service shop.Prices here',
        'The service is wrong before the method can be.',
      ],
      [
        '/constructor/SayHello',
        'there is no service constructor here',
        'In an object every name of Object.prototype is there. A Map has only what was set.',
      ],
      [
        '/hello.Greeter',
        '/hello.Greeter is not a path: /service/method is',
        'That is not a path, so nobody can say which service was meant.',
      ],
      [
        '/Greeter/SayHello/',
        '/Greeter/SayHello/ is not a path: /service/method is',
        'That is not a path, so nobody can say which service was meant.',
      ],
    ] as const) {
      expectSame(`explain("${path}")`, router.explain(path), text, cause);
    }
  });

  test('of two methods that are equally near', () => {
    const { router, add } = shop();
    add('a.B', 'SetOrder', 'LetOrder');
    expectSame(
      'explain("/a.B/BetOrder")',
      router.explain('/a.B/BetOrder'),
      'a.B has no method BetOrder; did you mean SetOrder?',
      'The names keep the order in which they were added, and nearestName takes the first of equals.',
    );
  });

  test('a service without methods', () => {
    const { router, add } = shop();
    add('shop.Empty');
    expectSame(
      'explain("/shop.Empty/Get")',
      router.explain('/shop.Empty/Get'),
      'shop.Empty has no method Get',
      'The service is there: its name is what add was given, and not what stands in the paths of its methods.',
    );
    expectSame(
      'explain("/shop.Emty/Get")',
      router.explain('/shop.Emty/Get'),
      'there is no service shop.Emty here; did you mean shop.Empty?',
      'The nearest of all services, also of those without methods.',
    );
  });

  test('a service that was added later', () => {
    const { router, add } = shop();
    router.explain('/shop.Prices/Get');
    add('shop.v1.Prices', 'Get');
    expectSame(
      'explain("/Prices/Get")',
      router.explain('/Prices/Get'),
      'there is no service Prices here; did you mean shop.v1.Prices?',
      'The names are looked up when somebody asks: a service may have come since.',
    );
  });

  test('no more of a long path than an excerpt', () => {
    const { router } = shop();
    const long = 'x'.repeat(16_000);
    for (const [what, path] of [
      ['no path', long],
      ['a long service', `/${long}/SayHello`],
      ['a long method', `/hello.Greeter/${long}`],
    ] as const) {
      const text = router.explain(path);
      check(
        text.length < MAX_EXCERPT_LENGTH + 60 && text.includes('xxx…'),
        `${what}: the explanation has ${text.length} characters`,
        'A path comes from a peer, and costs it one octet once it is in the compression table. What you repeat of it goes through excerpt.',
      );
    }
  });

  test('the whole name is compared, and an excerpt of it repeated', () => {
    const { router, add } = shop();
    const long = 'a'.repeat(MAX_EXCERPT_LENGTH + 5);
    add(`${long}S`, `${long}M`);
    const seen = `${'a'.repeat(MAX_EXCERPT_LENGTH)}…`;
    const WHOLE = 'nearestName gets the name itself: an excerpt of it has other letters.';
    expectSame(
      `explain of a service’s name of ${long.length} letters, where one is missing`,
      router.explain(`/${long}/Get`),
      `there is no service ${seen} here; did you mean ${long}S?`,
      WHOLE,
    );
    const text = router.explain(`/${long}S/${long}`);
    check(
      text.endsWith(` has no method ${seen}; did you mean ${long}M?`),
      `explain of a method’s name of ${long.length} letters, where one is missing: ${JSON.stringify(text)}`,
      WHOLE,
    );
  });
});

// ---- task 3

/** Ids of streams that have begun, and ended as said. */
function begun(...ids: (number | [id: number, ending: Ending])[]): StreamIds {
  const streams = new StreamIds();
  for (const each of ids) {
    const [id, ending] = typeof each === 'number' ? [each] : each;
    streams.begin(id);
    if (ending) streams.end(id, ending);
  }
  return streams;
}

const REQUEST = Object.freeze(
  [
    [':method', 'POST'],
    [':scheme', 'http'],
    [':path', '/a.B/C'],
    [':authority', 'localhost'],
  ].map(([name, value]) => Object.freeze({ name: name!, value: value! })),
);

function exchange(a: Http2Connection, b: Http2Connection): void {
  for (let moved = true; moved; ) {
    moved = false;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      for (let bytes = from.takeOutput(); bytes !== undefined; bytes = from.takeOutput()) {
        moved = true;
        to.receive(bytes, 0);
        from.outputWritten();
      }
    }
  }
}

task(3, () => {
  test('the next one', () => {
    const NEXT =
      'The first id is `first`; each after that is 2 more than the highest that has begun.';
    const ids = new StreamIds();
    expectSame('next, of a new connection', ids.next, 1, NEXT);
    expectSame(
      'next, when one looks again',
      ids.next,
      1,
      'Looking takes nothing: an id is used when its stream begins. If the headers cannot be sent, it has not been.',
    );
    ids.begin(1);
    expectSame('next, after 1', ids.next, 3, NEXT);
    ids.begin(3);
    ids.end(3, 'ended');
    expectSame(
      'next, after 3 has begun and ended',
      ids.next,
      5,
      'No id is ever used twice, also when its stream is over.',
    );
    expectSame('next, of a connection that begins with 7', new StreamIds(7).next, 7, NEXT);
    expectSame('highest, of a new connection', new StreamIds(7).highest, 0, 'Nothing has begun.');
    expectSame('highest, after 3', ids.highest, 3, 'begin notes the id: GOAWAY names the highest.');
  });

  test('the last one', () => {
    const ids = new StreamIds(LAST_STREAM_ID - 2);
    expectSame('next', ids.next, LAST_STREAM_ID - 2, 'There are two left.');
    ids.begin(LAST_STREAM_ID - 2);
    expectSame(
      'next, with one left',
      ids.next,
      LAST_STREAM_ID,
      '2³¹−1 is odd: it is the last id, and a good one.',
    );
    ids.begin(LAST_STREAM_ID);
    expectSame(
      'next, behind 2³¹−1',
      ids.next,
      undefined,
      'There is none: 2³¹+1 has no room in 31 bits, and 1 was used.',
    );
    ids.end(LAST_STREAM_ID, 'ended');
    expectSame(
      'next, when the last stream is over',
      ids.next,
      undefined,
      'No id is ever used twice.',
    );
    expectSame(
      'canBegin(1), then',
      ids.canBegin(1),
      false,
      '1 was passed over: when a stream begins, all lower ids are closed.',
    );
  });

  test('what may begin', () => {
    const ids = begun(1, 3, 9);
    for (const [id, may, cause] of [
      [11, true, 'Odd, and above all that have begun.'],
      [13, true, 'It need not be the very next: what is passed over is closed.'],
      [LAST_STREAM_ID, true, '2³¹−1 is the last id, and a good one.'],
      [9, false, 'It has begun.'],
      [3, false, 'It has begun.'],
      [7, false, 'It was passed over: when 9 began, all lower ids were closed (RFC 9113 §5.1.1).'],
      [10, false, 'Even ids are a server’s, and none begins here.'],
      [12, false, 'Even ids are a server’s, and none begins here.'],
      [0, false, '0 is the connection itself.'],
      [LAST_STREAM_ID + 2, false, 'That has no room in 31 bits.'],
    ] as const) {
      expectSame(`1, 3 and 9 have begun; canBegin(${id})`, ids.canBegin(id), may, cause);
    }
    expectSame('highest, after all these questions', ids.highest, 9, 'canBegin only looks.');
    expectSame(
      'canBegin(1), of a new connection',
      new StreamIds().canBegin(1),
      true,
      'Nothing has begun.',
    );
    expectSame(
      'canBegin(0), of a new connection',
      new StreamIds().canBegin(0),
      false,
      '0 is the connection itself.',
    );
  });

  test('what has become of an id', () => {
    const ids = begun(1, [3, 'ended'], [5, 'reset by us'], [9, 'reset by peer']);
    for (const [id, absence, cause] of [
      [3, 'ended', 'It has begun, and end has said how it ended.'],
      [5, 'reset by us', 'It has begun, and end has said how it ended.'],
      [9, 'reset by peer', 'It has begun, and end has said how it ended.'],
      [7, 'skipped', '9 has begun, and 7 never did: it was closed by that.'],
      [11, 'idle', 'It is above all that have begun.'],
      [4, 'idle', 'Even ids never begin here, low or high.'],
      [12, 'idle', 'Even ids never begin here, low or high.'],
      [0, 'idle', 'Even ids never begin here, low or high.'],
    ] as const) {
      expectSame(`absence(${id})`, ids.absence(id), absence, cause);
    }
    const others = begun(1, 3, 5, 7);
    others.end(5, 'reset by us');
    others.end(1, 'ended');
    others.end(3, 'reset by peer');
    expectSame(
      'absence(1), (3) and (5), which ended in another order than they began',
      [1, 3, 5].map((id) => others.absence(id)),
      ['ended', 'reset by peer', 'reset by us'],
      'Streams end in any order: end remembers each of them.',
    );
    expectSame(
      'absence(1), of a new connection',
      new StreamIds().absence(1),
      'idle',
      'Nothing has begun.',
    );
    expectSame('next, after all these questions', ids.next, 11, 'absence only looks.');
  });

  test('what is forgotten', () => {
    // So many and one more: the first is forgotten. Each third id, so that each has a place of its own.
    const fill = (ending: Ending, first: number, more: number, ids = new StreamIds()) => {
      for (let i = 0; i < REMEMBERED_STREAMS + more; i++) {
        ids.begin(first + 6 * i);
        ids.end(first + 6 * i, ending);
      }
      return ids;
    };
    const FORGOTTEN =
      'forgotten is the highest id that a list has had to forget; up to that one, and that one itself, nobody knows any more.';
    const ended = fill('ended', 5, 2);
    expectSame('absence of the last that was forgotten', ended.absence(11), 'ended', FORGOTTEN);
    expectSame('absence of what lies below it', ended.absence(7), 'ended', FORGOTTEN);
    expectSame(
      'absence of what lies just above it, and never began',
      ended.absence(13),
      'skipped',
      'Nothing as high has been forgotten: so it never began.',
    );
    expectSame(
      'absence of the first that is remembered',
      ended.absence(17),
      'ended',
      'It is remembered.',
    );
    const reset = fill('reset by us', 5, 2);
    const HARMLESS =
      'What is forgotten is "reset by us" if that list has forgotten as high an id: of such a stream, what comes late is taken amiss by nobody.';
    expectSame(
      'absence of a reset stream that was forgotten',
      reset.absence(11),
      'reset by us',
      HARMLESS,
    );
    expectSame(
      'absence of what lies above, and never began',
      reset.absence(13),
      'skipped',
      HARMLESS,
    );
    // Both lists have forgotten.
    for (let i = 0; i < REMEMBERED_STREAMS + 1; i++) {
      const id = 6 * REMEMBERED_STREAMS + 101 + 2 * i;
      reset.begin(id);
      reset.end(id, 'ended');
    }
    expectSame(
      'absence of 11, when the list of ended ones has forgotten as well',
      reset.absence(11),
      'reset by us',
      HARMLESS,
    );
    expectSame(
      'absence of 13, which the list of ended ones may have forgotten',
      reset.absence(13),
      'ended',
      FORGOTTEN,
    );
    const REMEMBERED =
      'First what is remembered, in each of the three lists; only then what may be forgotten.';
    for (const forgotten of ['ended', 'reset by us'] as const) {
      const other = forgotten === 'ended' ? 'reset by us' : 'ended';
      const both = fill(forgotten, 5, 2, begun([1, other], [3, 'reset by peer']));
      expectSame(
        `absence of what is remembered, and lower than an id that was forgotten as "${forgotten}"`,
        [both.absence(1), both.absence(3)],
        [other, 'reset by peer'],
        REMEMBERED,
      );
    }
    const peer = begun([1, 'reset by peer'], [3, 'reset by us']);
    expectSame(
      'absence(1), with nothing forgotten',
      peer.absence(1),
      'reset by peer',
      'Each ending has a list of its own.',
    );
  });

  test('each connection has its own', () => {
    begun([1, 'ended'], [3, 'reset by us']);
    const other = new StreamIds();
    other.begin(5);
    expectSame(
      'absence(1) and absence(3) of another connection',
      [other.absence(1), other.absence(3)],
      ['skipped', 'skipped'],
      'What is remembered belongs to one connection.',
    );
  });

  test('a connection at its end', () => {
    const news: string[] = [];
    const opened: number[] = [];
    const serving: ConnectionHandler = {
      stream(stream) {
        opened.push(stream.id);
        stream.sendHeaders([{ name: ':status', value: '204' }], true);
        return { close() {} };
      },
      close() {},
    };
    const server = createHttp2Server(serving);
    const client = createHttp2Client(
      { streamsUsedUp: () => news.push('used up'), close() {} },
      { firstStreamId: LAST_STREAM_ID - 2 },
    );
    exchange(client, server);
    for (const expected of ['none', 'used up']) {
      client.open(REQUEST, true, { close() {} });
      expectSame(
        'what the client’s connection has said',
        news.join() || 'none',
        expected,
        'It is used up when the last id has been given to a stream, and not before.',
      );
      exchange(client, server);
    }
    expectSame(
      'the ids at the server',
      opened,
      [LAST_STREAM_ID - 2, LAST_STREAM_ID],
      'The server takes both: canBegin.',
    );
    expectSame(
      'streams that can be opened then',
      client.availableStreams,
      0,
      'next is undefined: there is no further stream.',
    );
  });
});

// ---- task 4

/** A queue with room for so many, and what its waiters have been told. */
function line(room: number, most = 10) {
  const told: string[] = [];
  const unbound: string[] = [];
  let left = room;
  const queue = new StreamQueue(() => left > 0, most);
  const tell = (what: string, then: () => void) => {
    told.push(what);
    if (told.length > 1_000) {
      fail(
        'more than 1,000 were told',
        'Take a waiter out before you tell it: who is told waits no longer.',
      );
    }
    // Who is told again and again has seen enough: the list says the rest.
    if (told.length <= 20) then();
  };
  const waiter = (name: string, then: () => void = () => {}, takes = 1) => {
    const each: StreamWaiter = {
      streamAvailable() {
        left -= takes;
        if (this !== each) unbound.push('streamAvailable');
        tell(name, then);
      },
      transportLost() {
        if (this !== each) unbound.push('transportLost');
        tell(`${name} lost`, then);
      },
    };
    return each;
  };
  const joined = (...names: string[]) =>
    names.map((name) => {
      const each = waiter(name);
      queue.join(each);
      return each;
    });
  const expectBound = () =>
    check(
      unbound.length === 0,
      `${unbound[0]} was called without its waiter`,
      `Call it on the waiter: waiter.${unbound[0]}(). A method that is taken out of its object has lost \`this\`.`,
    );
  return { queue, told, waiter, joined, give: (more: number) => (left += more), expectBound };
}

task(4, () => {
  test('a newcomer', () => {
    const free = line(1);
    expectSame(
      'open, with room and nobody waiting',
      free.queue.open,
      true,
      'It may open its stream at once.',
    );
    const full = line(0);
    expectSame('open, without room', full.queue.open, false, 'There is no room: hasRoom().');
    full.joined('a');
    full.give(1);
    expectSame(
      'open, with room for one, and one waits',
      full.queue.open,
      false,
      'The place is for who waits: a newcomer would overtake.',
    );
    expectSame(
      'told, when open was read',
      full.told,
      [],
      'open only looks: it is serve that tells.',
    );
    full.queue.serve();
    full.give(1);
    expectSame(
      'open, when nobody waits any more',
      full.queue.open,
      true,
      'There is room, and nobody waits for it: who was served waits no longer.',
    );
  });

  test('in the order of arrival', () => {
    const { queue, told, joined, give, expectBound } = line(0);
    const free = line(2);
    free.joined('a', 'b');
    expectSame(
      'told by join, with room for both',
      free.told,
      [],
      'join only puts into the queue: it is serve that tells.',
    );
    free.queue.serve();
    expectSame(
      'told by serve, with room for both',
      free.told,
      ['a', 'b'],
      'The first ones, and as many as there is room for.',
    );
    expectSame('told, before there is room', told, [], 'join only puts into the queue.');
    joined('a', 'b', 'c', 'd');
    queue.serve();
    expectSame('told by serve, without room', told, [], 'serve asks hasRoom() before each.');
    give(2);
    queue.serve();
    expectSame(
      'told, with room for two',
      told,
      ['a', 'b'],
      'The first ones, and as many as there is room for.',
    );
    give(1);
    queue.serve();
    expectSame(
      'told, with room for one more',
      told,
      ['a', 'b', 'c'],
      'Who has been told waits no longer.',
    );
    give(5);
    queue.serve();
    queue.serve();
    expectSame('told, with room for all', told, ['a', 'b', 'c', 'd'], 'Each once.');
    expectBound();
  });

  test('who leaves', () => {
    const { queue, told, waiter, joined, give } = line(0);
    const [a, , c, d] = joined('a', 'b', 'c', 'd');
    queue.leave(c!);
    queue.leave(a!);
    queue.leave(a!);
    queue.leave(waiter('stranger'));
    give(5);
    queue.serve();
    expectSame(
      'told, when a and c have left',
      told,
      ['b', 'd'],
      'leave takes out this one, wherever it stands, and does nothing if it is not there.',
    );
    queue.leave(d!);
    expectSame('open', queue.open, true, 'Nobody waits any more.');

    const other = line(0);
    const [first] = other.joined('a', 'b');
    other.give(1);
    other.queue.leave(first!);
    expectSame(
      'told by leave, with room for one',
      other.told,
      [],
      'leave only takes one out: it is serve that tells.',
    );
  });

  test('so many, and no more', () => {
    const { queue, told, waiter, give } = line(0, 3);
    const waiters = ['a', 'b', 'c', 'd'].map((name) => waiter(name));
    expectSame(
      'join, four times, where three may wait',
      waiters.map((each) => queue.join(each)),
      [true, true, true, false],
      '`most` itself is allowed. false: too many wait already.',
    );
    queue.leave(waiters[0]!);
    expectSame('join, when one has left', queue.join(waiters[3]!), true, 'There is a place again.');
    give(1);
    queue.serve();
    expectSame(
      'join, when one was served',
      queue.join(waiter('e')),
      true,
      'There is a place again.',
    );
    give(9);
    queue.serve();
    expectSame('told', told, ['b', 'c', 'd', 'e'], 'Who was refused does not wait.');

    const none = line(0, 0);
    expectSame(
      'join, where none may wait',
      none.queue.join(none.waiter('a')),
      false,
      '`most` may be 0, and then nobody waits.',
    );
  });

  test('who does not take its place', () => {
    const { queue, told, waiter, joined, give } = line(0);
    queue.join(waiter('its headers are too large', () => {}, 0));
    joined('next');
    give(1);
    queue.serve();
    expectSame(
      'told, with room for one that the first did not take',
      told,
      ['its headers are too large', 'next'],
      'Ask hasRoom() again before each: do not count places beforehand.',
    );
  });

  test('who takes two', () => {
    const { queue, told, waiter, joined, give } = line(0);
    queue.join(waiter('greedy', () => {}, 2));
    joined('next');
    give(2);
    queue.serve();
    expectSame(
      'told, with room for two that the first took',
      told,
      ['greedy'],
      'Ask hasRoom() again before each: do not count places beforehand.',
    );
  });

  test('what they do when they are told', () => {
    const { queue, told, waiter, joined, give } = line(0);
    const again: StreamWaiter = waiter('again', () => {
      if (told.length === 1) queue.join(again);
    });
    queue.join(again);
    joined('next');
    give(1);
    queue.serve();
    give(2);
    queue.serve();
    expectSame(
      'told, of one that joins again when it is told',
      told,
      ['again', 'next', 'again'],
      'It has a new place, at the end. Take a waiter out before you tell it, not after.',
    );

    const quick = line(0);
    const twice: StreamWaiter = quick.waiter('again', () => {
      if (quick.told.length === 1) quick.queue.join(twice);
    });
    quick.queue.join(twice);
    quick.joined('next');
    quick.give(3);
    quick.queue.serve();
    expectSame(
      'told, of one that joins again when it is told, with room for three',
      quick.told,
      ['again', 'next', 'again'],
      'serve goes on as long as hasRoom() says so, also to those that have joined meanwhile: do not go through a copy.',
    );

    const ends = line(0);
    const victim = ends.waiter('victim');
    ends.queue.join(ends.waiter('first', () => ends.queue.leave(victim)));
    ends.queue.join(victim);
    ends.joined('third');
    ends.give(3);
    ends.queue.serve();
    expectSame(
      'told, when the first makes the second leave',
      ends.told,
      ['first', 'third'],
      'Who has left waits no longer, also if you are just going through the queue: do not go through a copy of it.',
    );
  });

  test('serve, while it serves', () => {
    const { queue, told, waiter, joined, give } = line(0);
    queue.join(waiter('a', () => queue.serve()));
    joined('b', 'c');
    give(2);
    queue.serve();
    expectSame(
      'told, when the first calls serve',
      told,
      ['a', 'b'],
      'Each once, and as many as there is room for.',
    );
  });

  test('close', () => {
    const { queue, told, waiter, joined, give, expectBound } = line(0);
    const [a, b, c] = joined('a', 'b', 'c');
    queue.leave(b!);
    queue.close();
    expectSame(
      'told by close',
      told,
      ['a lost', 'c lost'],
      'All that wait, in order. Who has left does not wait.',
    );
    queue.close();
    expectSame('told by close, once more', told, ['a lost', 'c lost'], 'Each once.');
    give(3);
    queue.serve();
    expectSame(
      'told by serve, after that',
      told,
      ['a lost', 'c lost'],
      'Nobody waits here any longer.',
    );
    expectSame(
      'open, with room',
      queue.open,
      false,
      'close is for good: the connection takes no more streams, whatever hasRoom says.',
    );
    expectSame(
      'join',
      [queue.join(a!), queue.join(waiter('new')), queue.join(c!)],
      [false, false, false],
      'Who joined now would wait for ever.',
    );
    give(3);
    queue.serve();
    queue.close();
    expectSame('told, of those who were refused', told, ['a lost', 'c lost'], 'They do not wait.');
    expectBound();
  });

  test('what they do when it closes', () => {
    const { queue, told, waiter, joined } = line(0);
    const victim = waiter('victim');
    let joinedAgain: boolean | undefined;
    const again: StreamWaiter = waiter('again', () => {
      joinedAgain ??= queue.join(again);
      queue.leave(victim);
      queue.close();
    });
    queue.join(again);
    queue.join(victim);
    joined('last');
    queue.close();
    expectSame(
      'join, while it closes',
      joinedAgain,
      false,
      'It is closed before anybody is told: otherwise one that looks for another connection finds this one.',
    );
    expectSame(
      'told by close, when the first makes the second leave',
      told,
      ['again lost', 'last lost'],
      'Each once, but not who leaves before its turn.',
    );
  });

  test('close, while it serves', () => {
    const { queue, told, waiter, joined, give } = line(0);
    queue.join(waiter('a', () => queue.close()));
    joined('b', 'c');
    give(3);
    queue.serve();
    expectSame(
      'told, when the first closes the queue',
      told,
      ['a', 'b lost', 'c lost'],
      'Once it is closed nobody gets a place.',
    );
  });

  test('a client of grpc-js calls wrong paths', async () => {
    const seen = await askedByStranger([
      '/hello.Greeter/SayHello',
      '/hello.Greeter/SayHelo',
      '/Greeter/SayHello',
    ]);
    expectSame(
      'how three calls ended at grpc-js',
      seen,
      [
        '0 ',
        '12 hello.Greeter has no method SayHelo; did you mean SayHello?',
        '12 there is no service Greeter here; did you mean hello.Greeter?',
      ],
      'The server puts what explain gives into the details of UNIMPLEMENTED.',
    );
  });

  test('a server of grpc-js that takes two at once', async () => {
    const seen = await queuedAtStranger();
    expectSame(
      'calls at the server, before anything was answered',
      seen.first,
      2,
      'It has said that it takes two (SETTINGS_MAX_CONCURRENT_STREAMS).',
    );
    expectSame(
      'the call whose deadline has passed',
      seen.impatient,
      'DEADLINE_EXCEEDED',
      'A call that waits has a deadline like any other.',
    );
    expectSame(
      'the call that was cancelled',
      seen.cancelled,
      'CANCELLED',
      'A call that waits can be cancelled.',
    );
    expectSame(
      'the ids at the server, in order',
      seen.came,
      ['1', '2', '3', '6'],
      'In the order in which they were made. 4 and 5 have left the queue, and the server never hears of them.',
    );
  });
});
