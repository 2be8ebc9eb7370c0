// Not derived: it stands beside grpc-js, and src/ has no such piece.

/**
 * What a room does with a member that reads more slowly than the others talk:
 *
 * - `drop`: while it is full, lines for it are dropped. When it has room again it is told how many.
 * - `wait`: whoever talks waits until all others have room again. All talk as fast as the slowest reads.
 * - `disconnect`: it may be `PATIENCE` lines behind. With one more it has to leave.
 */
export type Policy = 'drop' | 'wait' | 'disconnect';

export const PATIENCE = 3;

export interface Line {
  from: string;
  text: string;
}

/** A member as the room sees it: with grpc-js, the stream of its call. */
export interface Member {
  readonly name: string;
  /** Takes the line, always. False: and that is enough, until `Seat.drained()`. May throw. */
  write(line: Line): boolean;
  /** "You have to leave": its call ends with this text. */
  end(reason: string): void;
}

/** What a member has in its hands while it is in the room. */
export interface Seat {
  /** Says something to all others. Resolves when one may go on talking; never rejects. */
  say(text: string): Promise<void>;
  /** The member has room again. */
  drained(): void;
  /** It leaves. A second time does nothing. */
  leave(): void;
}

/** The name under which the room itself speaks. */
export const ROOM = '*';
export const TOO_SLOW = 'you read too slowly';

interface Seated {
  readonly member: Member;
  /** `write` has said false. */
  full: boolean;
  /** Lines that it was given, or not given, since then. */
  behind: number;
  /** Who waits for its room. */
  waiting: (() => void)[];
}

export class Room {
  readonly #policy: Policy;
  readonly #seated = new Set<Seated>();

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  /** How many are in the room. */
  get size(): number {
    return this.#seated.size;
  }

  join(member: Member): Seat {
    const seated: Seated = { member, full: false, behind: 0, waiting: [] };
    this.#seated.add(seated);
    return {
      say: (text) => this.#say(seated, { from: member.name, text }),
      drained: () => this.#drained(seated),
      leave: () => this.#leave(seated),
    };
  }

  async #say(speaker: Seated, line: Line): Promise<void> {
    // <task 3>
    //? Each of the others gets the line, as this.#policy says, through this.#write(seated, line). One
    //? of them may leave, or be made to leave, while you go through them: go through a copy. Whoever
    //? has left says nothing. With 'wait', resolve when nobody else who is still here is full.
    if (!this.#seated.has(speaker)) return;
    for (const seated of [...this.#seated]) {
      if (seated === speaker || !this.#seated.has(seated)) continue;
      if (!seated.full) this.#write(seated, line);
      else this.#writeToFull(seated, line);
    }
    if (this.#policy !== 'wait') return;
    const full = [...this.#seated].filter((seated) => seated !== speaker && seated.full);
    await Promise.all(
      full.map((seated) => new Promise<void>((resolve) => seated.waiting.push(resolve))),
    );
    // </task>
  }

  #writeToFull(seated: Seated, line: Line): void {
    // <task 3>
    //? For a member that is full. With 'wait' it is written to all the same (two may talk at once).
    seated.behind++;
    if (this.#policy === 'wait') {
      this.#write(seated, line);
    } else if (this.#policy === 'disconnect') {
      if (seated.behind <= PATIENCE) {
        this.#write(seated, line);
      } else {
        this.#leave(seated);
        seated.member.end(TOO_SLOW);
      }
    }
    // </task>
  }

  #drained(seated: Seated): void {
    // <task 3>
    //? It has room again: whoever waits for it goes on. With 'drop' it is told what it missed, by the
    //? room: { from: ROOM, text: '3 lines missed' }, or '1 line missed'; and may be full after that.
    const { behind } = seated;
    seated.full = false;
    seated.behind = 0;
    for (const resolve of seated.waiting.splice(0)) resolve();
    if (this.#policy !== 'drop' || behind === 0 || !this.#seated.has(seated)) return;
    this.#write(seated, {
      from: ROOM,
      text: `${behind} ${behind === 1 ? 'line' : 'lines'} missed`,
    });
    // </task>
  }

  #leave(seated: Seated): void {
    // <task 3>
    //? It is no longer here, and nobody may wait for it.
    this.#seated.delete(seated);
    for (const resolve of seated.waiting.splice(0)) resolve();
    // </task>
  }

  /** Writes, and remembers if that was enough. A member that throws has left. */
  #write(seated: Seated, line: Line): void {
    try {
      if (!seated.member.write(line)) seated.full = true;
    } catch {
      this.#leave(seated);
    }
  }
}
