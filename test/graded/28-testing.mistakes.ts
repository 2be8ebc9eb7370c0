import type { ClassicMistake } from '#course/kit/mistake';

const mistake = (
  task: number,
  file: string,
  name: string,
  hint: string,
  ...change: [string, string][]
): ClassicMistake => ({ name, task, file: `${file}.ts`, change, hint });

const FIRST =
  "    equal('where the first goes', (await shop.getOrder({ value })).destination, 'Hull');\n";
const SECOND = "    await shop.addOrder({ ...TWO_CUPS, destination: 'Ely' });\n";
const UNKNOWN =
  "    equal('the status', await codeOf(shop.getOrder({ value: '999' })), 'NOT_FOUND');\n";
const WHOLE =
  "    equal('the order', await shop.getOrder({ value }), { ...TWO_CUPS, id: value });\n";
const OLD_101 =
  "    equal('where 101 goes', (await shop.getOrder({ value: '101' })).destination, 'Leeds');\n";
const NO_ITEMS = "    equal('without items', await empty, 'INVALID_ARGUMENT');\n";
const TRAYS = "    equal('trays', await all(shop.searchOrders({ value: 'tray' })), []);\n";

const NEWEST = "    equal('found', idsOf(found), ['101', '107', '111', value]);\n";
const SOFA = "    equal('found', await all(shop.searchOrders({ value: 'sofa' }, IN_TIME)), []);\n";
const UNAVAILABLE = "    equal('the status', await codeOf(search()), 'UNAVAILABLE');\n";
const BEFORE = "    equal('found before', found, ['101', '107']);\n";
const AT_ONCE = "    equal('it comes at once', soon <= 4, true);\n";
const STOPS = "    equal('the server stops reading', warehouse.reads <= soon + 3, true);\n";
const SERVING = "    equal('calls at the server', serving(), 0);\n";
const BOTH = '    const both = await Promise.all([search(), search()]);\n';
const DEADLINES = 'const IN_TIME = { timeoutMs: 5_000 };';

const FOUND = "    equal('found', found?.id, '2');\n";
const ASKED = "    equal('asked for', asked, ['Tea pot']);\n";
const LEFT = "    equal('it has left', left, true);\n";
const TEXT = "    const found = await findOrder(shop, 'Tea pot', 24);\n";
const NOTHING = "    equal('found', await findOrder(shop, 'teapot', 24), undefined);\n";
const SILENT =
  "    equal('the status', await codeOf(findOrder(shop, 'cup', 9)), 'DEADLINE_EXCEEDED');\n";
const TIMES = `    return \`\${status}, asked \${calls} times\`;\n`;
const BROKEN = "    equal('broken off', broken, 'UNAVAILABLE, asked 1 times');\n";
const BACK = "    equal('found', (await findOrder(shop, 'cup', 10))?.id, '1');\n";
const REFUSED = "    equal('refused', refused, 'INVALID_ARGUMENT, asked 1 times');\n";

const ADD_BOTH = '  await Promise.all([shop.addOrder(GLASSES), shop.addOrder(VASES)]);\n';
const READ =
  "  const found = await all(shop.searchOrders({ value: 'glass' }, { timeoutMs: 60_000 }));\n";
const COMPARE =
  "  equal('found', found.map(({ items }) => items[0]).sort(), ['glass', 'glass vase']);\n";
const TOOLS = '  const { shop, equal, all } = bench;\n';

export const mistakes: ClassicMistake[] = [
  // ---- task 1
  mistake(1, 'answers', 'only-one-order', 'gets the first one again', [FIRST, '']),
  mistake(1, 'answers', 'any-failure', 'reads UNKNOWN', [
    UNKNOWN,
    "    equal('it fails', (await codeOf(shop.getOrder({ value: '999' }))) !== 'OK', true);\n",
  ]),
  mistake(1, 'answers', 'caught-and-never-thrown', 'in a catch, a callback or a loop', [
    UNKNOWN,
    `    try {
      await shop.getOrder({ value: '999' });
    } catch (error) {
      equal('it is an error', error instanceof Error, true);
    }
`,
  ]),
  mistake(1, 'answers', 'one-field', 'ring twice', [
    WHOLE,
    "    equal('its items', (await shop.getOrder({ value })).items, TWO_CUPS.items);\n",
  ]),
  mistake(1, 'answers', 'nothing-compared', 'a price of 6.50 becomes 6', [
    WHOLE,
    '    await shop.getOrder({ value });\n',
  ]),
  mistake(1, 'answers', 'an-id-that-counts', 'more than the contract says', [
    WHOLE,
    "    equal('the id', value, '113');\n".concat(WHOLE),
  ]),
  mistake(1, 'answers', 'an-id-that-is-a-number', 'ids like "order-7k2f"', [
    WHOLE,
    "    equal('the id is a number', Number.isInteger(Number(value)), true);\n".concat(WHOLE),
  ]),
  mistake(1, 'answers', 'ids-that-grow', 'which order is newer', [
    SECOND,
    SECOND.replace('await', 'const second = await').concat(
      "    equal('the second is greater', second.value > value, true);\n",
    ),
  ]),
  mistake(1, 'answers', 'an-answer-within-half-a-second', 'nearly a second for an answer', [
    UNKNOWN,
    UNKNOWN.replace("'999' }", "'999' }, { timeoutMs: 500 }"),
  ]),
  mistake(1, 'answers', 'the-text-of-an-error', 'other texts in its errors', [
    UNKNOWN,
    `    const text = await shop.getOrder({ value: '999' }).catch((error) => error.details);
    equal('the text', text, "no order '999'");
`,
  ]),
  mistake(1, 'answers', 'not-looked-at-101', 'replaces the order of somebody else', [OLD_101, '']),
  mistake(1, 'answers', 'empty-not-asked', 'without a single item', [
    NO_ITEMS,
    "    equal('without items', typeof (await empty), 'string');\n",
  ]),
  mistake(1, 'answers', 'refused-and-not-looked', 'there all the same', [TRAYS, '']),
  mistake(1, 'answers', 'not-awaited', 'after it is over', [
    UNKNOWN,
    "    codeOf(shop.getOrder({ value: '999' })).then((code) => equal('it', code, 'NOT_FOUND'));\n",
  ]),
  mistake(1, 'answers', 'always-fails', 'does all that the contract says', [
    FIRST,
    "    equal('one', 1, 2);\n",
  ]),
  mistake(1, 'answers', 'every-test-fails', 'tell none from another', [
    "  test('an id that nobody has'",
    '  const declare = test;\n  test = (name) => declare(name, async () => { throw new Error("no"); });\n  test(\'an id that nobody has\'',
  ]),
  mistake(1, 'answers', 'no-test', 'declares no test', [
    "  test('an id that nobody has'",
    "  test = () => {};\n  test('an id that nobody has'",
  ]),
  mistake(1, 'answers', 'one-name-for-two', 'two tests have the name', [
    "  test('an id that nobody has'",
    "  test('each order has an id of its own'",
  ]),
  mistake(
    1,
    'answers',
    'a-variable-for-all',
    'in another order',
    [
      "  test('an id that nobody has', async ({ shop, equal, codeOf }) => {\n",
      "  let first = true;\n  test('an id that nobody has', async ({ shop, equal, codeOf }) => {\n    equal('it is the first', first, true);\n",
    ],
    [
      "  test('what was added is there, with all of its fields', async ({ shop, equal }) => {\n",
      "  test('what was added is there, with all of its fields', async ({ shop, equal }) => {\n    first = false;\n",
    ],
  ),
  mistake(1, 'answers', 'sleeps', 'pass(ms) lets it pass', [
    WHOLE,
    '    await new Promise((resolve) => setTimeout(resolve, 50));\n'.concat(WHOLE),
  ]),
  // ---- task 2
  mistake(2, 'searches', 'only-old-orders', 'what was ordered a moment ago', [
    NEWEST,
    "    equal('found', idsOf(found).slice(0, 3), ['101', '107', '111']);\n",
  ]),
  mistake(2, 'searches', 'nothing-not-asked', 'finds nothing fails', [SOFA, '']),
  mistake(2, 'searches', 'the-failure-forgotten', 'looks like the whole', [
    UNAVAILABLE,
    '    await codeOf(search());\n',
  ]),
  mistake(2, 'searches', 'only-the-failure', 'nothing at all', [BEFORE, '']),
  mistake(2, 'searches', 'late-is-fine', 'only when the search is over', [AT_ONCE, '']),
  mistake(2, 'searches', 'exactly-one-read', 'reads four orders', [
    AT_ONCE,
    "    equal('reads', soon, 1);\n",
  ]),
  mistake(2, 'searches', 'reads-not-counted', 'who have left', [STOPS, '']),
  mistake(2, 'searches', 'calls-not-counted', 'memory for ever', [SERVING, '']),
  mistake(2, 'searches', 'asked-too-soon', 'calls at the server', [
    '    await pass(5_000);\n    equal(',
    '    equal(',
  ]),
  mistake(2, 'searches', 'never-two-at-a-time', 'half of it each', [
    BOTH,
    '    const both = [await search(), await search()];\n',
  ]),
  mistake(2, 'searches', 'no-deadline', 'waits for ever', [DEADLINES, 'const IN_TIME = {};']),
  mistake(2, 'searches', 'a-deadline-that-is-too-short', 'in time', [
    DEADLINES,
    'const IN_TIME = { timeoutMs: 300 };',
  ]),
  mistake(2, 'searches', 'a-second-and-a-half', 'nearly two for a search', [
    DEADLINES,
    'const IN_TIME = { timeoutMs: 1_500 };',
  ]),
  mistake(2, 'searches', 'an-empty-text', 'an empty text', [
    SOFA,
    "    equal('all', (await all(shop.searchOrders({ value: '' }, IN_TIME))).length, 12);\n".concat(
      SOFA,
    ),
  ]),
  mistake(2, 'searches', 'a-stream-left-open', 'under way when it is over', [
    SOFA,
    SOFA.concat(
      "    const orders = shop.searchOrders({ value: 'cup' }, IN_TIME)[Symbol.asyncIterator]();\n    await orders.next();\n",
    ),
  ]),
  mistake(2, 'searches', 'compared-and-not-awaited', 'nobody awaits it', [
    BEFORE,
    BEFORE.concat("    void (async () => equal('found', found, []))();\n"),
  ]),
  // ---- task 3
  mistake(3, 'client', 'agrees-with-every-text', 'anything may come', [ASKED, '']),
  mistake(
    3,
    'client',
    'in-small-letters',
    'in capitals',
    [TEXT, "    const found = await findOrder(shop, 'teapot', 24);\n"],
    [ASKED, "    equal('asked for', asked, ['teapot']);\n"],
  ),
  mistake(3, 'client', 'not-looked-what', 'cannot buy', [
    FOUND,
    "    equal('found something', found !== undefined, true);\n",
  ]),
  mistake(3, 'client', 'exactly-so-much', 'costs 24', [
    TEXT,
    "    const found = await findOrder(shop, 'Tea pot', 24.5);\n",
  ]),
  mistake(3, 'client', 'not-that-it-leaves', 'has what they want', [LEFT, '']),
  mistake(3, 'client', 'something-always-fits', 'shows an error', [NOTHING, '']),
  mistake(3, 'client', 'called-and-not-compared', 'the last thing all the same', [
    NOTHING,
    "    await findOrder(shop, 'teapot', 24);\n",
  ]),
  mistake(3, 'client', 'broken-off-and-only-counted', 'breaks off behind', [
    BROKEN,
    "    equal('broken off', broken.endsWith('asked 1 times'), true);\n",
  ]),
  mistake(3, 'client', 'only-how-often', 'a server that is back', [
    BACK,
    "    await findOrder(shop, 'cup', 10).catch(() => {});\n    equal('calls', calls, 2);\n",
  ]),
  mistake(3, 'client', 'never-silent', 'never stops loading', [SILENT, '']),
  mistake(3, 'client', 'only-the-code', 'ten times as many searches', [
    TIMES,
    `    const times = calls > 0 && code === Status.UNAVAILABLE && sent.length === 0 ? 2 : 1;
    return \`\${status}, asked \${times} times\`;
`,
  ]),
  mistake(3, 'client', 'never-broken-off', 'all of it again', [BROKEN, '']),
  mistake(3, 'client', 'never-refused', 'a search that the shop refuses', [REFUSED, '']),
  mistake(3, 'client', 'again-at-once', 'waits for 200 ms', [
    "    const status = await bench.codeOf(bench.findOrder(shop, 'cup', 9));\n",
    `    let status = 'not over yet';
    const over = bench.codeOf(bench.findOrder(shop, 'cup', 9)).then((code) => {
      status = code;
    });
    await bench.pass(20);
    const soon = status;
    await over;
    status = soon;
`,
  ]),
  // ---- task 4
  mistake(4, 'steady', 'a-time-in-place-of-the-answers', 'believes in something', [
    ADD_BOTH,
    '  void shop.addOrder(GLASSES);\n  void shop.addOrder(VASES);\n  await bench.pass(100);\n',
  ]),
  mistake(4, 'steady', 'a-long-time-in-place-of-the-answers', 'how long an access takes', [
    ADD_BOTH,
    '  void shop.addOrder(GLASSES);\n  void shop.addOrder(VASES);\n  await bench.pass(2_000);\n',
  ]),
  mistake(4, 'steady', 'one-after-the-other', 'at the same time', [
    ADD_BOTH,
    '  await shop.addOrder(GLASSES);\n  await shop.addOrder(VASES);\n',
  ]),
  mistake(4, 'steady', 'an-order-of-its-own', 'believes in something', ['.sort()', '']),
  mistake(4, 'steady', 'only-how-many', 'gets what the first wanted', [
    COMPARE,
    "  equal('how many', found.length, 2);\n",
  ]),
  mistake(4, 'steady', 'at-least', 'delivered twice', [
    COMPARE,
    "  const items = found.map((order) => order.items[0]);\n  equal('both', ['glass', 'glass vase'].every((item) => items.includes(item)), true);\n",
  ]),
  mistake(
    4,
    'steady',
    'counts-its-runs',
    'how often it has run',
    ['export async function', 'let added = 0;\n\nexport async function'],
    [COMPARE, "  added += 2;\n  equal('how many', found.length, added);\n"],
  ),
  mistake(4, 'steady', 'nothing-asked', 'fails 0 times', [COMPARE, '']),
  mistake(4, 'steady', 'tries-until-it-passes', 'does not come to an end', [
    `${READ}${COMPARE}`,
    `  for (;;) {
    const found = await all(shop.searchOrders({ value: 'glass' }, { timeoutMs: 60_000 }));
    const names = found.map(({ items }) => items[0]).sort();
    if (names.join() === 'glass,glass vase') break;
    await bench.pass(100);
  }
  equal('it is there', true, true);
`,
  ]),
  mistake(
    4,
    'steady',
    'a-search-that-goes-on',
    'under way',
    [
      TOOLS,
      `${TOOLS}  void all(shop.searchOrders({ value: 'cup' })).catch(() => {});\n  await bench.pass(1);\n`,
    ],
    [COMPARE, `${COMPARE}  void all(shop.searchOrders({ value: 'cup' })).catch(() => {});\n`],
  ),
];
