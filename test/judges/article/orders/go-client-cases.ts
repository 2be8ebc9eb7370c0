import { isFound, ORDERS } from '../../../../lessons/shop/orders.ts';
import type { Case } from '../../kit/cases.ts';
import { expect, until } from '../expect.ts';
import type { Programs } from '../install.ts';
import { runGoClient } from '../programs.ts';
import { INVALID_ID, SLOW_ID } from './add-order.ts';
import { TORN, UNKNOWN, WITHOUT_END } from './book.ts';
import type { OurServer } from './servers.ts';

const PATH = '/ecommerce.OrderManagement';

/** How long somebody has whose call never ends by itself, as Go writes it; and in milliseconds. */
const SHORT = '-timeout=700ms';
const SHORT_MS = 700;

/** So often a client of Go sends an order behind one that is refused: it would be megabytes. */
const MANY = 200_000;

const SENT = /^====== \[Client Stream Interceptor\] Send a message \(Type: \*(\S+)\) at \S+$/;
const RECEIVED =
  /^====== \[Client Stream Interceptor\] Receive a message \(Type: \*(\S+)\) at \S+$/;

const isInterceptors = (line: string) =>
  line.startsWith('====') || line.startsWith('Method : ') || line.startsWith('The second');

/** What a program said by itself, without its interceptors. */
const own = (lines: readonly string[]) => lines.filter((line) => !isInterceptors(line));
const count = (lines: readonly string[], line: RegExp) =>
  lines.filter((one) => line.test(one)).length;

/** As the article's client writes an order down. */
const resultOf = ({ id, items }: (typeof ORDERS)[number]) =>
  `Search Result : ${id} [${items.join(' ')}]`;

/** The article's streaming clients at a server of ours, whichever stack. */
export function streamingClientCases(programs: Programs, server: OurServer): Case[] {
  const run = (name: 'search' | 'update' | 'process', ...flags: string[]) =>
    runGoClient(programs[`orders/${name}`], server.port, ...flags);
  const teas = ORDERS.filter((order) => isFound(order, 'tea'));
  return [
    {
      name: 'SearchOrders: all that is found, in order, and EOF',
      async run() {
        const { code, lines } = await run('search', '-query=tea');
        expect('what it logs', own(lines), [...teas.map(resultOf), 'EOF']);
        expect('its exit code', code, 0);
      },
    },
    {
      name: 'SearchOrders: the log lines of its interceptor, one for each message',
      async run() {
        const { lines } = await run('search', '-query=tea');
        expect('the first', lines[0], `======= [Client Interceptor]  ${PATH}/SearchOrders`);
        expect('sent', count(lines, SENT), 1);
        expect('received', count(lines, RECEIVED), teas.length);
        expect('of type', RECEIVED.exec(lines[2]!)?.[1], 'ecommerce.Order');
      },
    },
    {
      name: 'SearchOrders: nothing found is an EOF, and no error',
      async run() {
        const { code, lines } = await run('search', '-query=coffee');
        expect('what it logs', own(lines), ['EOF']);
        expect('its exit code', code, 0);
      },
    },
    {
      name: 'SearchOrders: refused',
      async run() {
        const { code, lines } = await run('search', '-query=');
        const error = 'rpc error: code = InvalidArgument desc = search for what?';
        expect('what it logs', own(lines), [`could not search on: ${error}`]);
        expect('its exit code', code, 1);
      },
    },
    {
      name: 'SearchOrders: fails after three, which it has got',
      async run() {
        const { code, lines } = await run('search', `-query=${TORN}`);
        const error = 'rpc error: code = DataLoss desc = the book is torn';
        expect('what it logs', own(lines), [
          ...ORDERS.slice(0, 3).map(resultOf),
          `could not search on: ${error}`,
        ]);
        expect('its exit code', code, 1);
      },
    },
    {
      name: 'SearchOrders: it leaves after three, and a search without end is cleaned up',
      async run() {
        server.shop.seen.cleaned = false;
        const { code, lines } = await run('search', `-query=${WITHOUT_END}`, '-most=3');
        expect('what it logs', own(lines).at(-1), 'that is enough');
        expect('its exit code', code, 0);
        await until('its finally ran', () => server.shop.seen.cleaned);
      },
    },
    {
      name: 'UpdateOrders: all of them, and the answer is read',
      async run() {
        const { code, lines } = await run('update', '-ids=101,102,103');
        expect('what it logs', own(lines), ['Update Orders Res : updated 101, 102, 103']);
        expect('its exit code', code, 0);
        expect('the book', server.shop.book.get('102')?.destination, 'Oslo');
        expect('sent', count(lines, SENT), 3);
        expect('received', count(lines, RECEIVED), 1);
      },
    },
    {
      name: 'UpdateOrders: refused, and nothing has changed',
      async run() {
        const { code, lines } = await run('update', `-ids=104,${UNKNOWN},105`);
        const [line = ''] = own(lines);
        const error = `rpc error: code = NotFound desc = there is no order ${UNKNOWN}`;
        expect(
          'what it logs',
          line.replace(/sent \d/, 'sent N'),
          `could not update, sent N of 3: ${error}`,
        );
        expect('its exit code', code, 1);
        expect('the book', server.shop.book.get('104')?.destination, 'Leeds');
      },
    },
    {
      name: 'UpdateOrders: refused while it sends: it stops, and reads why',
      async run() {
        const { code, lines } = await run('update', `-ids=${UNKNOWN}`, `-times=${MANY}`);
        const said = /^could not update, sent (\d+) of 200000: (.*)$/.exec(own(lines)[0]!);
        const error = `rpc error: code = NotFound desc = there is no order ${UNKNOWN}`;
        expect('why', said?.[2], error);
        expect('it has stopped', Number(said?.[1]) < MANY, true);
        expect('its exit code', code, 1);
      },
    },
    {
      name: 'ProcessOrders: each order once, and the end',
      async run() {
        const ids = ORDERS.slice(0, 20).map(({ id }) => id);
        const { code, lines } = await run('process', `-ids=${ids.join(',')}`);
        const said = own(lines);
        expect('the last', said.at(-1), 'Server Closed');
        const shipped = said.slice(0, -1).flatMap((line) => line.split(' ').slice(2));
        expect('what it got', shipped.sort(), ids);
        expect('sent', count(lines, SENT), 20);
        expect('its exit code', code, 0);
      },
    },
    {
      name: 'ProcessOrders: fails in the middle, behind what was packed',
      async run() {
        const { code, lines } = await run('process', `-ids=102,103,104,${UNKNOWN},105`);
        const said = own(lines);
        const error = `rpc error: code = NotFound desc = there is no order ${UNKNOWN}`;
        expect('the last', said.at(-1), `could not process: ${error}`);
        expect('its exit code', code, 1);
      },
    },
    {
      name: 'ProcessOrders: with no time it ends, and does not spin',
      async run() {
        const { code, lines } = await run('process', '-ids=102', '-timeout=1ns');
        expect('why', /DeadlineExceeded/.test(own(lines).at(-1)!), true);
        expect('its exit code', code, 1);
      },
    },
    {
      name: "our interceptor's log: a line for each call, with what went by",
      async run() {
        server.log.length = 0;
        await run('search', '-query=spoon');
        await run('update', '-ids=101,102');
        await run('process', '-ids=102,103,104');
        const spoons = ORDERS.filter((order) => isFound(order, 'spoon')).length;
        const last = 'ProcessOrders: OK, 3 in, 3 out';
        await until('the last line', () => server.log.includes(last));
        // A line of the call before these may still have come first.
        expect('the log', server.log.slice(-3), [
          `SearchOrders: OK, 1 in, ${spoons} out`,
          'UpdateOrders: OK, 2 in, 1 out',
          last,
        ]);
      },
    },
  ];
}

/** The article's AddOrder: interceptors, deadline, error details and metadata. */
export function addClientCases(programs: Programs, server: OurServer): Case[] {
  const run = (...flags: string[]) => runGoClient(programs['orders/add'], server.port, ...flags);
  return [
    {
      name: 'AddOrder: the log lines of both its interceptors',
      async run() {
        const { code, lines } = await run('-id=101');
        const reply = lines[2]!.replaceAll(/\s+/g, ' ');
        expect('before', lines.slice(0, 2), [
          `Method : ${PATH}/AddOrder`,
          `The second interceptor : ${PATH}/AddOrder`,
        ]);
        expect('the reply', reply, 'value:"Order Added: 101"');
        expect('the response', lines.at(-1), 'AddOrder Response -> Order Added: 101');
        expect('its exit code', code, 0);
      },
    },
    {
      name: 'AddOrder: its metadata comes, two values for k1 in order',
      async run() {
        await run('-id=102');
        const { metadata } = server.added;
        expect('kn', metadata('kn'), ['vn']);
        expect(
          'k1',
          metadata('k1').flatMap((value) => String(value).split(', ')),
          ['v1', 'v2'],
        );
        expect('k2', metadata('k2'), ['v3']);
        expect(
          'timestamp',
          /^\w{3} [ \d]\d \d\d:\d\d:\d\d\.\d{9}$/.test(`${metadata('timestamp')[0]}`),
          true,
        );
      },
    },
    {
      name: 'AddOrder: it reads our headers and trailers',
      async run() {
        const { lines } = await run('-id=103');
        expect('headers', lines.includes('header location [San Jose] timestamp 1'), true);
        expect('trailers', lines.includes('trailer status [ok]'), true);
      },
    },
    {
      name: 'AddOrder: it reads our error details, and says of which it knows nothing',
      async run() {
        const { lines } = await run(`-id=${INVALID_ID}`);
        expect('what it logs', own(lines), [
          'header location [San Jose] timestamp 1',
          'trailer status [ok]',
          'Invalid Argument Error : InvalidArgument',
          `Request Field Invalid: ID: Order ID received is not valid ${INVALID_ID}:`,
          'Unexpected error type: *errdetails.RetryInfo',
        ]);
        expect(
          'no reply is logged',
          lines.filter((line) => line.startsWith('value')),
          [],
        );
      },
    },
    {
      name: 'AddOrder: its deadline comes, and our handler hears when it has passed',
      async run() {
        const before = server.added.givenUp;
        const { lines } = await run(`-id=${SLOW_ID}`, SHORT);
        const text = 'Unhandled error : DeadlineExceeded : ';
        expect('what it logs', own(lines).at(-1)?.slice(0, text.length), text);
        const { timeLeft = 0 } = server.added;
        expect(`what is left of ${SHORT_MS} ms`, timeLeft > 0 && timeLeft <= SHORT_MS, true);
        await until('it has heard', () => server.added.givenUp === before + 1);
      },
    },
  ];
}
