import type { Order } from '#protobuf/generated/ecommerce';

export const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
export const BEFORE = 'voucher=';

const ADDRESS = 'Edith Marlow, 12 Mill Lane, Leeds; a gift from Agnes Marlow, 21 Mill Lane, York';

// #region gift
/** Its sender has written the note. The voucher is a secret. */
export const gift = (note: string, voucher: string): Order => ({
  id: '101',
  items: ['teapot', 'cup', 'cup', 'saucer', 'saucer'],
  description: note,
  price: 40,
  destination: `${ADDRESS}; ${BEFORE}${voucher}`,
});
// #endregion gift
