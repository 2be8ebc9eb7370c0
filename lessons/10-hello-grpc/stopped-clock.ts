/**
 * Runs `scene` while `Date` shows one moment. grpc-js says in `grpc-timeout` how many milliseconds
 * are left when the request goes out: 1000, or 999, or 997. A recording that is to be the same every
 * time needs a clock that stands still.
 */
export async function withStoppedClock<T>(scene: () => Promise<T>): Promise<T> {
  const { Date: RealDate } = globalThis;
  const moment = RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(at = moment) {
      super(at);
    }
    static override now() {
      return moment;
    }
  } as DateConstructor;
  try {
    return await scene();
  } finally {
    globalThis.Date = RealDate;
  }
}
