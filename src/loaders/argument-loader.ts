import { BatchLoader, type BatchWatch, type Watchable } from './batch-loader.js';

/**
 * Loads a relationship that takes arguments. Keys that ask with the same arguments in one tick are answered by one call:
 * for each set of arguments there is a dataloader of its own.
 */
export class ArgumentLoader<Key, Arguments, Value> implements Watchable {
  watch: BatchWatch | undefined;
  readonly #load: (keys: readonly Key[], args: Arguments) => Promise<Value[]>;
  readonly #loaders = new Map<string, BatchLoader<Key, Value, string>>();

  constructor(load: (keys: readonly Key[], args: Arguments) => Promise<Value[]>) {
    this.#load = load;
  }

  load(key: Key, args: Arguments): Promise<Value> {
    return this.#loaderFor(args).load(key);
  }

  #loaderFor(args: Arguments): BatchLoader<Key, Value, string> {
    const name = JSON.stringify(args) ?? '';
    const known = this.#loaders.get(name);
    if (known !== undefined) return known;
    const loader = new BatchLoader(
      (keys: readonly Key[]) => this.#load(keys, args),
      (key) => (typeof key === 'string' ? key : JSON.stringify(key)),
    );
    loader.watch = this.watch;
    this.#loaders.set(name, loader);
    return loader;
  }
}
