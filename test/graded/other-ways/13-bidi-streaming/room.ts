/** Another way: a small class for each policy's seat, and the promises by counting. */
export type Policy = 'drop' | 'wait' | 'disconnect';
export const PATIENCE = 3;
export const ROOM = '*';
export const TOO_SLOW = 'you read too slowly';

export interface Line {
  from: string;
  text: string;
}

export interface Member {
  readonly name: string;
  write(line: Line): boolean;
  end(reason: string): void;
}

export interface Seat {
  say(text: string): Promise<void>;
  drained(): void;
  leave(): void;
}

interface Place {
  member: Member;
  here: boolean;
  full: boolean;
  behind: number;
}

export class Room {
  #places: Place[] = [];
  #waiting: { on: Place[]; go: () => void }[] = [];
  readonly policy: Policy;

  constructor(policy: Policy) {
    this.policy = policy;
  }

  get size(): number {
    return this.#places.length;
  }

  join(member: Member): Seat {
    const place: Place = { member, here: true, full: false, behind: 0 };
    this.#places = [...this.#places, place];
    return {
      say: (text) => this.#say(place, text),
      leave: () => this.#remove(place),
      drained: () => {
        const missed = place.behind;
        place.full = false;
        place.behind = 0;
        this.#look();
        if (this.policy === 'drop' && missed > 0 && place.here) {
          const what = missed === 1 ? '1 line missed' : `${missed} lines missed`;
          this.#give(place, { from: ROOM, text: what });
        }
      },
    };
  }

  #say(speaker: Place, text: string): Promise<void> {
    if (!speaker.here) return Promise.resolve();
    const others = this.#places.filter((place) => place !== speaker);
    for (const place of others) {
      if (!place.here) continue;
      if (place.full) place.behind += 1;
      const tooLate = place.full && this.policy === 'disconnect' && place.behind > PATIENCE;
      if (tooLate) {
        this.#remove(place);
        place.member.end(TOO_SLOW);
      } else if (!(place.full && this.policy === 'drop')) {
        this.#give(place, { from: speaker.member.name, text });
      }
    }
    if (this.policy !== 'wait') return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push({ on: others.filter((place) => place.full), go: resolve });
      this.#look();
    });
  }

  #give(place: Place, line: Line): void {
    try {
      place.full = !place.member.write(line) || place.full;
    } catch {
      this.#remove(place);
    }
  }

  #remove(place: Place): void {
    place.here = false;
    this.#places = this.#places.filter((other) => other !== place);
    this.#look();
  }

  /** Lets go on whoever has nobody to wait for. */
  #look(): void {
    this.#waiting = this.#waiting.filter(({ on, go }) => {
      if (on.some((place) => place.full && place.here)) return true;
      go();
      return false;
    });
  }
}
