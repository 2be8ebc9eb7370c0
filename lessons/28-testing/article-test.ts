import { createServer } from 'node:net';
import { credentials } from '@grpc/grpc-js';
import { ecommerce } from '../shop/load.ts';
import { CATALOGUES, type Catalogue, type Product, startCatalogue } from './catalogue.ts';

const GALAXY = {
  id: '',
  name: 'Samsung S10',
  description: 'launched in February 2019',
  price: 700,
};

type Start = () => Promise<Catalogue>;
type Log = (text: string) => void;

/** The test of the article, line by line in TypeScript. */
// #region article
async function testAddProduct(start: Start, log: Log): Promise<void> {
  const server = await start(); // on a fixed port
  const client = connect(server);
  const response = await client.add(GALAXY);
  log(`Res ${response.value}`);
  client.close();
  await server.stop();
}
// #endregion article

/** The same, with what is missing: an assertion, and an end that comes whatever happens. */
// #region mended
async function testAdded(start: Start): Promise<void> {
  const server = await start(); // on any free port
  const client = connect(server);
  try {
    const { value } = await client.add(GALAXY);
    const product = await client.get({ value });
    same(product, { ...GALAXY, id: value });
  } finally {
    client.close();
    await server.stop();
  }
}
// #endregion mended

function connect({ port }: Catalogue) {
  const stub = new ecommerce.ProductInfo(`127.0.0.1:${port}`, credentials.createInsecure());
  const deadline = () => ({ deadline: Date.now() + 10_000 });
  return {
    add: (product: Product) =>
      new Promise<{ value: string }>((resolve, reject) => {
        stub.addProduct(product, deadline(), (error, id) => (error ? reject(error) : resolve(id!)));
      }),
    get: (id: { value: string }) =>
      new Promise<unknown>((resolve, reject) => {
        stub.getProduct(id, deadline(), (error, found) => (error ? reject(error) : resolve(found)));
      }),
    close: () => stub.close(),
  };
}

function same(received: unknown, expected: object): void {
  for (const [name, value] of Object.entries(expected)) {
    const got = (received as Record<string, unknown>)[name];
    if (got !== value) throw new Error(`${name}: expected ${value}, received ${got}`);
  }
}

export interface Tried {
  server: string;
  article: string;
  /** What the next test finds at the port. */
  port: string;
  mended: string;
}

/** Both tests, against a catalogue that is right and four that are not. */
export async function tryBoth(): Promise<Tried[]> {
  const rows: Tried[] = [];
  for (const [server, add] of Object.entries(CATALOGUES)) {
    const started: Catalogue[] = [];
    const start = async (port = 0) => {
      const catalogue = await startCatalogue(add, port);
      started.push(catalogue);
      return catalogue;
    };
    const article = await outcome(() => testAddProduct(start, () => {}));
    const port = started[0]?.port ?? 0;
    const next = await isFree(port);
    const mended = await outcome(() => testAdded(() => start()));
    rows.push({ server, article, port: next ? 'free' : 'in use', mended });
    // What the article's test has left behind is ours to end.
    for (const one of started) await one.stop().catch(() => {});
  }
  return rows;
}

/** Whether the next test could listen there. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function outcome(test: () => Promise<unknown>): Promise<string> {
  try {
    await test();
    return 'passes';
  } catch {
    return 'fails';
  }
}
