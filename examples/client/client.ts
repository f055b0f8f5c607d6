import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import generated from './generated/possible-types.ts';

/** A client of the service at an address; a request that is not answered within `timeout` milliseconds fails. */
export function createClient(uri: string, timeout: number): ApolloClient {
  return new ApolloClient({
    link: new HttpLink({
      uri,
      fetch: (input, init) => {
        const signals = [AbortSignal.timeout(timeout), ...(init?.signal ? [init.signal] : [])];
        return fetch(input, { ...init, signal: AbortSignal.any(signals) });
      },
    }),
    cache: new InMemoryCache({
      // Without this the cache does not know that a person is a `Speaker`, and drops what a fragment asks for.
      possibleTypes: generated.possibleTypes,
      // A page that is fetched with `after` joins the list that is already there; another filter or order is another list.
      typePolicies: { Person: { fields: { statements: relayStylePagination(['filter', 'orderBy']) } } },
    }),
  });
}
