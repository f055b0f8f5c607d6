import type { ApolloClient } from '@apollo/client';
import { MoreStatementsDocument, PersonPageDocument, type PersonPageQuery } from './generated/operations.ts';

export type Person = NonNullable<PersonPageQuery['person']>;

/**
 * The person who has a slug, with all of their statements, however many pages those take; null where nobody has it.
 * Throws what the service or the network objects to.
 */
export async function loadPerson(client: ApolloClient, slug: string, pageSize: number): Promise<Person | null> {
  const variables = { slug, pageSize };
  await client.query({ query: PersonPageDocument, variables });

  // In React, useQuery gives the same `data` and `fetchMore`.
  const page = client.watchQuery({ query: PersonPageDocument, variables });
  let after: string | undefined;
  for (;;) {
    const { data, dataState } = page.getCurrentResult();
    if (dataState !== 'complete')
      throw new Error('The cache has lost a part of the page: is an id missing in a query?');
    const { hasNextPage, endCursor } = data.person?.statements.pageInfo ?? {};
    if (!hasNextPage || typeof endCursor !== 'string') return data.person;
    if (endCursor === after)
      throw new Error('The last page did not join the list: does the cache know how to page it?');
    after = endCursor;
    await page.fetchMore({ query: MoreStatementsDocument, variables: { ...variables, after } });
  }
}
