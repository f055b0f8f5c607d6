// GraphQL Yoga on node:http as its documentation sets it up, over the schema as type-graphql makes it.
import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { createWrappedSchema, LISTEN, openContext } from '../answering.ts';

const yoga = createYoga({ schema: createWrappedSchema(), context: await openContext() });
createServer(yoga).listen(LISTEN);
