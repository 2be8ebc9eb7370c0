import { RpcError } from '#rpc/codes';

/** How long each dish takes, in milliseconds. */
const COOKING_MS: Record<string, number> = { roast: 60, soup: 30, salad: 0, stew: 400 };

// #region kitchen
/** The procedures of this lesson: some are slow, some fail, and one must not run twice. */
export function createKitchen(log: (line: string) => void) {
  let orders = 0;
  return {
    /** A dish, when it is ready. */
    async cook(dish: string): Promise<string> {
      const ms = COOKING_MS[dish];
      if (ms === undefined) throw new RpcError('NOT_FOUND', `'${dish}' is not on the menu`);
      log(`cooking ${dish}`);
      await new Promise((resolve) => setTimeout(resolve, ms));
      return `one ${dish}`;
    },

    /** Takes an order and gives its number. Each call is another order. */
    order(dish: string): string {
      orders++;
      log(`order ${orders}: ${dish}`);
      return `order ${orders}: ${dish}`;
    },

    /** A bug in the server, whose text is nobody's business. */
    bill(): never {
      throw new TypeError("Cannot read properties of undefined (reading '/etc/passwd')");
    },
  };
}
// #endregion kitchen
