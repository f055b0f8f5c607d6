/** How many clients’ budgets are remembered; whoever was not heard of for the longest begins anew. */
const REMEMBERED = 20_000;

const MINUTE = 60_000;

/** What is left of a client’s budget, and in how many seconds it is whole again. */
export interface Budget {
  readonly left: number;
  readonly seconds: number;
}

interface Bucket {
  left: number;
  at: number;
}

/**
 * Budgets in units of cost: each client has so many, and they come back evenly, all of them within a minute (a token
 * bucket). A client that asks more than it has left is refused, and pays nothing for that.
 */
export class CostBudget {
  readonly perMinute: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number, now: () => number = () => performance.now()) {
    this.perMinute = perMinute;
    this.#now = now;
  }

  /** Takes the cost of a request from a client’s budget. `refusedFor` is after how many seconds it can be asked again. */
  take(client: string, cost: number): Budget & { readonly refusedFor: number | null } {
    const bucket = this.#bucket(client);
    // Whoever asks for more than a whole budget gets it once it is whole: the limit of one request is another one.
    const needed = Math.min(cost, this.perMinute);
    if (needed > bucket.left) {
      return { ...this.#budget(bucket), refusedFor: Math.max(1, this.#secondsFor(needed - bucket.left)) };
    }
    bucket.left -= needed;
    return { ...this.#budget(bucket), refusedFor: null };
  }

  #bucket(client: string): Bucket {
    const now = this.#now();
    const known = this.#buckets.get(client);
    const bucket = known ?? { left: this.perMinute, at: now };
    bucket.left = Math.min(this.perMinute, bucket.left + ((now - bucket.at) / MINUTE) * this.perMinute);
    bucket.at = now;
    this.#buckets.delete(client);
    this.#buckets.set(client, bucket);
    if (this.#buckets.size > REMEMBERED) {
      for (const oldest of this.#buckets.keys()) {
        this.#buckets.delete(oldest);
        break;
      }
    }
    return bucket;
  }

  #budget({ left }: Bucket): Budget {
    return { left: Math.floor(left), seconds: this.#secondsFor(this.perMinute - left) };
  }

  #secondsFor(units: number): number {
    return Math.ceil((units / this.perMinute) * (MINUTE / 1000));
  }
}
