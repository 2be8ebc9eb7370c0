import { type KitchenServer, Menu, Receipt } from '#protobuf/generated/kitchen/kitchen';
import { Course, type Dish } from '#protobuf/generated/kitchen/menu';
import { RpcError } from '#rpc/codes';

const DISHES: readonly (Dish & { cents: number })[] = [
  { name: 'soup', course: Course.COURSE_STARTER, cents: 450 },
  { name: 'stew', course: Course.COURSE_MAIN, cents: 1250 },
  { name: 'roast', course: Course.COURSE_MAIN, cents: 1490 },
  { name: 'cake', course: Course.COURSE_DESSERT, cents: 380 },
];

/** The number before the first order's: from here on a JavaScript number would skip every other. */
const NUMBERS_BEGIN = 2n ** 53n;

// #region kitchen
/** `KitchenServer` was generated: leave a method out, or answer with something else, and this
 * file does not compile. */
export function createKitchen(log: (line: string) => void): KitchenServer {
  let orders = NUMBERS_BEGIN;
  return {
    getMenu({ course }) {
      const dishes = DISHES.filter((dish) => course === 0 || dish.course === course);
      return Menu.create({ prices: new Map(dishes.map(({ name, cents }) => [name, cents])) });
    },

    placeOrder({ dishes, place, tipCents = 0 }) {
      const totalCents = dishes.reduce((sum, { name }) => sum + priceOf(name), tipCents);
      const where = place?.case === 'table' ? `table ${place.value}` : (place?.value ?? 'nowhere');
      log(`for ${where}: ${dishes.map(({ name }) => name).join(', ')}`);
      return Receipt.create({ orderId: ++orders, totalCents });
    },

    async *watchOrder(receipt) {
      yield receipt;
      yield { ...receipt, paid: true };
    },
  };
}
// #endregion kitchen

function priceOf(name: string): number {
  const dish = DISHES.find((one) => one.name === name);
  if (dish === undefined) throw new RpcError('NOT_FOUND', `'${name}' is not on the menu`);
  return dish.cents;
}
