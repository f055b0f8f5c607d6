import { OnRecordError } from '../../domain/errors.js';

/** Why an address gave no document; the message names the address and says what is wrong with it. */
export class FetchError extends OnRecordError {
  constructor(url: string, reason: string, options?: ErrorOptions) {
    super('BAD_USER_INPUT', `${url} cannot be fetched: ${reason}`, options);
  }
}
