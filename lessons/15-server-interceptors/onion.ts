import type { handleServerStreamingCall, handleUnaryCall } from '@grpc/grpc-js';
import type { RunningServer } from '#course/lesson/define-lesson';
import { mapMessages } from '#grpc/interceptor';
import type { ServerInterceptor as OurInterceptor } from '#grpc/server/server-options';
import type { Order } from '#protobuf/generated/ecommerce';
import { QUIET } from '../shop/with-shop.ts';
import { layer, type MakeLayer } from './layer.ts';
import { startOurShop } from './ours.ts';
import { startShop } from './server.ts';
import { foundBy, orderOf, type Text } from './shop.ts';

/** One thing that goes by one place: `request`, at `guard`. */
export interface Passage {
  what: 'call' | 'request' | 'response' | 'status';
  where: string;
}

// #region note
/** Changes nothing, and writes down what goes by. */
const note =
  (where: string, passed: Passage[]): MakeLayer =>
  () => {
    const as = (what: Passage['what']) => {
      return <T>(thing: T): T => {
        passed.push({ what, where });
        return thing;
      };
    };
    return {
      enter: as('call'),
      request: as('request'),
      response: as('response'),
      leave: as('status'),
    };
  };
// #endregion note

/** grpc-js's shop behind three layers that write down what goes by. */
export function startNoted(names: readonly string[], passed: Passage[]): Promise<RunningServer> {
  const here = (what: Passage['what']) => passed.push({ what, where: 'handler' });
  const GetOrder: handleUnaryCall<Text, Order> = (call, callback) => {
    here('request');
    const order = orderOf(call.request.value);
    here('response');
    callback(null, order);
  };
  const SearchOrders: handleServerStreamingCall<Text, Order> = (call) => {
    here('request');
    for (const order of foundBy(call.request.value)) {
      here('response');
      call.write(order);
    }
    call.end();
  };
  const interceptors = names.map((name) => layer(note(name, passed)));
  return startShop(QUIET, { interceptors }, { GetOrder, SearchOrders });
}

/** Our shop behind the same, each in a line, set in as far as it is in. */
export function startOurNoted(names: readonly string[], lines: string[]): Promise<RunningServer> {
  const write = (depth: number, text: string) => lines.push(`${'  '.repeat(depth)}${text}`);
  const interceptors = names.map(
    (name, depth): OurInterceptor =>
      async (request, call, next) => {
        write(depth, `${name} {`);
        const answer = await next(request, call);
        write(depth, `} ${name}`);
        return mapMessages(answer, call.method.responseStream, (message) => {
          write(depth, `${name}: ${(message as Order).id} goes out`);
          return message;
        });
      },
  );
  return startOurShop(QUIET, interceptors, {
    getOrder: ({ value }) => {
      write(names.length, 'getOrder answers');
      return orderOf(value);
    },
    async *searchOrders({ value }) {
      for (const order of foundBy(value)) {
        write(names.length, `searchOrders finds ${order.id}`);
        yield order;
      }
    },
  });
}

/** A row for each thing that went by, a column for each place: which number it was there. */
export function asTable(passed: readonly Passage[], places: readonly string[]): string[][] {
  const rows: { what: string; cells: string[] }[] = [];
  const seen = new Map<string, number>();
  passed.forEach(({ what, where }, i) => {
    const nth = (seen.get(`${where} ${what}`) ?? 0) + 1;
    seen.set(`${where} ${what}`, nth);
    const name = `${WHAT[what]}${what === 'response' && nth > 1 ? ` ${nth}` : ''}`;
    let row = rows.find((one) => one.what === name);
    if (row === undefined) {
      row = { what: name, cells: places.map(() => '') };
      rows.push(row);
    }
    row.cells[places.indexOf(where)] = String(i + 1);
  });
  return [['', ...places], ...rows.map(({ what, cells }) => [what, ...cells])];
}

const WHAT = {
  call: '→ the call, with its metadata',
  request: '→ the request',
  response: '← a response',
  status: '← the status',
};
