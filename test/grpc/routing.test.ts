import { describe, expect, it, test } from 'vitest';
import { MAX_COMPARED_NAME_LENGTH, MAX_EXCERPT_LENGTH, MAX_TYPOS } from '#grpc/limits';
import { countTypos, nearestName } from '#grpc/routing/nearest-name';
import { Router, splitPath } from '#grpc/routing/router';

/** From a call's path to what answers it, and what is said if nothing does. */

function shop() {
  const router = new Router<string>();
  const add = (service: string, ...methods: string[]) =>
    router.add(service, new Map(methods.map((method) => [`/${service}/${method}`, method])));
  add('ecommerce.OrderManagement', 'GetOrder', 'AddOrder');
  add('hello.Greeter', 'SayHello');
  return { router, add };
}

test.each([
  ['/hello.Greeter/SayHello', { service: 'hello.Greeter', method: 'SayHello' }],
  ['/Greeter/SayHello', { service: 'Greeter', method: 'SayHello' }],
  ['', undefined],
  ['/', undefined],
  ['//', undefined],
  ['/hello.Greeter', undefined],
  ['/hello.Greeter/', undefined],
  ['//SayHello', undefined],
  ['hello.Greeter/SayHello', undefined],
  ['/hello.Greeter/SayHello/', undefined],
  ['/api/hello.Greeter/SayHello', undefined],
])('splitPath(%j)', (path, name) => expect(splitPath(path)).toEqual(name));

describe('a router', () => {
  it('finds what is there, exactly', () => {
    const { router } = shop();
    expect(router.find('/hello.Greeter/SayHello')).toBe('SayHello');
    for (const path of [
      '/hello.Greeter/sayHello',
      '/hello.greeter/SayHello',
      '/hello.Greeter/SayHello/',
      '/__proto__/constructor',
      '',
    ]) {
      expect(router.find(path), path).toBeUndefined();
    }
  });

  it('has a service once, and says so before it adds anything', () => {
    const { router, add } = shop();
    expect(() => add('hello.Greeter', 'SayGoodbye')).toThrow('hello.Greeter is served already');
    expect(router.find('/hello.Greeter/SayGoodbye')).toBeUndefined();
  });

  it.each([
    ['/hello.Greeter/sayHello', 'hello.Greeter has no method sayHello; did you mean SayHello?'],
    ['/hello.Greeter/GetOrder', 'hello.Greeter has no method GetOrder'],
    ['/Greeter/SayHello', 'there is no service Greeter here; did you mean hello.Greeter?'],
    ['/helo.Greter/SayHello', 'there is no service helo.Greter here; did you mean hello.Greeter?'],
    ['/shop.Prices/Get', 'there is no service shop.Prices here'],
    ['SayHello', 'SayHello is not a path: /service/method is'],
  ])('explains %s', (path, text) => expect(shop().router.explain(path)).toBe(text));

  it('repeats no more of a long path than an excerpt', () => {
    const long = 'x'.repeat(16_000);
    for (const path of [long, `/${long}/x`, `/hello.Greeter/${long}`]) {
      expect(shop().router.explain(path).length).toBeLessThan(MAX_EXCERPT_LENGTH + 60);
    }
  });
});

test('MAX_TYPOS and one for three letters', () => {
  expect(nearestName('abcdefXX', ['abcdefgh'])).toBe('abcdefgh');
  expect(nearestName('abcdeXXX', ['abcdefgh'])).toBeUndefined();
  expect(nearestName('Get', ['Put', 'Gex'])).toBe('Gex');
  expect(nearestName('abcXX', ['abcde'])).toBeUndefined();
  expect(MAX_TYPOS).toBe(2);
});

test('the nearest, and of equals the first', () => {
  expect(nearestName('GetOrders', ['SetOrder', 'GetOrder', 'GetOrderz'])).toBe('GetOrder');
  expect(nearestName('GETORDER', ['GetOrders', 'GetOrder'])).toBe('GetOrder');
});

test('MAX_COMPARED_NAME_LENGTH: a longer one is compared with nothing', () => {
  const name = 'a'.repeat(MAX_COMPARED_NAME_LENGTH);
  expect(nearestName(name, [name])).toBe(name);
  expect(nearestName(`${name}a`, [name, `${name}a`])).toBeUndefined();
});

test('countTypos is symmetric, and what it should be', () => {
  for (const [a, b, typos] of [
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['flaw', 'lawn', 2],
  ] as const) {
    expect(countTypos(a, b, 3)).toBe(typos);
    expect(countTypos(b, a, 3)).toBe(typos);
    if (typos > 0) expect(countTypos(a, b, typos - 1)).toBeUndefined();
  }
});
