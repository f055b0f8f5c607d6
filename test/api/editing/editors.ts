import { afterAll, beforeAll, expect } from 'vitest';
import type { Answer, KeyOptions, RunningService } from '../../support/running-service.js';
import { runService } from '../../support/running-service.js';
import { RECORDS } from './harbour.js';

const ADA: KeyOptions = { name: 'Ada', scopes: ['edit'] };
export const BRAM: KeyOptions = { name: 'Bram', scopes: ['edit'] };

/** A service over the harbour's articles with editors at work. */
export interface Desk {
  readonly service: RunningService;
  /** Asks as an editor and gives the data; fails where the request itself has errors. */
  ask(query: string, variables?: object, as?: KeyOptions): Promise<Answer['data']>;
  /**
   * Makes an edit and gives its payload, of which `selection` is selected beside the change and the errors of the user.
   */
  make(mutation: string, input: object, selection?: string, as?: KeyOptions): Promise<Answer['data']>;
}

/** What a mutation's payload selects of its change and its errors. */
const OUTCOME =
  'change { id action actor at reason undone targets { id typeName node { id } } } userErrors { field code message }';

/** Runs one service for all tests of a file. */
export function runDesk(): Desk {
  let service: RunningService | undefined;
  const running = () => {
    if (service === undefined) throw new Error('The service does not run yet.');
    return service;
  };
  beforeAll(async () => {
    service = await runService({ records: RECORDS, environment: { ONRECORD_MAX_COST: '100000' } });
  });
  afterAll(() => service?.stop());
  const ask: Desk['ask'] = async (query, variables, as = ADA) => {
    const { data, errors } = await running().askAs(as, query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  return {
    get service() {
      return running();
    },
    ask,
    make: async (mutation, input, selection = '', as = ADA) => {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} ${OUTCOME} } }`;
      const data = await ask(query, { input }, as);
      return data[mutation];
    },
  };
}

/** Expects that an edit was refused for one field, and that its payload is otherwise empty. Gives the message. */
export function expectRefused(payload: Answer['data'], code: string, ...field: readonly string[]): string {
  const { userErrors, ...rest } = payload;
  expect(userErrors).toEqual([{ field: field.length === 0 ? null : field, code, message: expect.any(String) }]);
  expect(Object.values(rest).every((value) => value === null)).toBe(true);
  return userErrors[0].message;
}

/** Expects that an edit was made. */
export function expectMade(payload: Answer['data']): void {
  expect(payload.userErrors).toEqual([]);
  expect(payload.change).not.toBeNull();
}
