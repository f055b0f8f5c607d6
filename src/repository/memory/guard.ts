import { OnRecordError } from '../../domain/errors.js';

/** The door that every question passes: shut once the store is closed. */
export class Guard {
  #closed = false;

  /** Throws when the store is closed, and the signal's reason when the question was called off. */
  enter(signal?: AbortSignal): void {
    signal?.throwIfAborted();
    if (this.#closed) throw new OnRecordError('STORE_UNAVAILABLE', 'The store is closed.');
  }

  close(): void {
    this.#closed = true;
  }
}
