import { signalOfSeveral } from '../repository/store-time.js';
import { atEndOfTurn } from './turn.js';

/** Up to how many keys, and how many rows, are looked up at once for several: a statement stops whatever else the process does. */
const MOST_KEYS = 256;
const MOST_ROWS = 2560;

/** A question that several may ask of a source at once. */
export interface SharedQuestion<Key, Value> {
  /** What is asked, with all its arguments: those who ask a source in the same words ask for the same. */
  readonly words: string;
  /** Gives a value for each key. The signal is that of whoever asks, or of several together, on whose account it is done. */
  readonly load: (keys: readonly Key[], signal: AbortSignal) => Promise<Value[]>;
  /** How many rows a key asks for, where it is not one. Whoever asks for the most gets that for all. */
  readonly rows?: number;
  /** What tells keys apart, where they are objects. */
  readonly identify?: (key: Key) => unknown;
}

/** What is being gathered in this turn, by the source that it is asked of and the words. */
const GATHERINGS = new WeakMap<object, Map<string, Gathering<unknown, unknown>>>();

/**
 * Looks up together what several requests ask of one source in the same turn of the event loop, and each key once: under
 * load most of them ask for the same front page. Nothing is kept: what is asked a turn later is looked up anew. Whoever is
 * gone by then gets no answer, and stops nobody else’s.
 */
export function askTogether<Key, Value>(
  source: object,
  question: SharedQuestion<Key, Value>,
  keys: readonly Key[],
  signal: AbortSignal,
): Promise<Value[]> {
  const gatherings = GATHERINGS.get(source) ?? new Map<string, Gathering<unknown, unknown>>();
  GATHERINGS.set(source, gatherings);
  // The same words have the same keys and values.
  const open = gatherings.get(question.words) as Gathering<Key, Value> | undefined;
  if (open?.hasRoomFor(question, keys)) return open.join(question, keys, signal);
  const gathering = new Gathering(question, () => {
    if (gatherings.get(question.words) === kept) gatherings.delete(question.words);
  });
  const kept = gathering as Gathering<unknown, unknown>;
  gatherings.set(question.words, kept);
  return gathering.join(question, keys, signal);
}

/** What several ask at once. */
class Gathering<Key, Value> {
  readonly #askers: { readonly signal: AbortSignal; readonly asks: number }[] = [];
  readonly #keys: Key[] = [];
  /** Where each key stands among them. */
  readonly #places = new Map<unknown, number>();
  readonly #values: Promise<Value[]>;
  /** That of whoever wants the most rows. */
  #question: SharedQuestion<Key, Value>;

  /** `ended` is told when nobody can join any longer. */
  constructor(question: SharedQuestion<Key, Value>, ended: () => void) {
    this.#question = question;
    // What follows from a promise counts for the request that waits for it: the first one, here.
    this.#values = new Promise<void>(atEndOfTurn).then(() => {
      ended();
      return this.#load();
    });
  }

  hasRoomFor(question: SharedQuestion<Key, Value>, { length }: readonly Key[]): boolean {
    const keys = this.#keys.length + length;
    return keys <= MOST_KEYS && keys * Math.max(rowsOf(this.#question), rowsOf(question)) <= MOST_ROWS;
  }

  async join(question: SharedQuestion<Key, Value>, keys: readonly Key[], signal: AbortSignal): Promise<Value[]> {
    if (rowsOf(question) > rowsOf(this.#question)) this.#question = question;
    this.#askers.push({ signal, asks: Math.max(keys.length, 1) * rowsOf(question) });
    const { identify } = question;
    const places = keys.map((key) => this.#place(key, identify === undefined ? key : identify(key)));
    try {
      const values = await this.#values;
      signal.throwIfAborted();
      return places.map((place) => values[place] as Value);
    } catch (error) {
      signal.throwIfAborted();
      // Alone it may ask for less, or have more time left.
      if (this.#askers.length > 1) return question.load(keys, signal);
      throw error;
    }
  }

  #place(key: Key, identity: unknown): number {
    const known = this.#places.get(identity);
    if (known !== undefined) return known;
    this.#places.set(identity, this.#keys.length);
    return this.#keys.push(key) - 1;
  }

  async #load(): Promise<Value[]> {
    const waiting = this.#askers.filter(({ signal }) => !signal.aborted);
    const [first, ...others] = waiting;
    if (first === undefined) return [];
    if (others.length === 0) return this.#question.load(this.#keys, first.signal);
    const asked = waiting.reduce((sum, { asks }) => sum + asks, 0);
    const shares = waiting.map(({ signal, asks }) => ({ signal, share: asks / asked }));
    return this.#question.load(this.#keys, signalOfSeveral(shares));
  }
}

function rowsOf({ rows = 1 }: SharedQuestion<never, unknown>): number {
  return rows;
}
