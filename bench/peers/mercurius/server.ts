// Mercurius on Fastify with its just-in-time mode, over the schema as type-graphql makes it; with `lean` as the argument
// over the same schema with the service’s own resolvers.
import fastify from 'fastify';
import { mercurius } from 'mercurius';
import { createSchema, createWrappedSchema, LISTEN, openContext } from '../answering.ts';
import { makeCompilable } from './compilable.ts';

const lean = createSchema();
const schema = process.argv[2] === 'lean' ? lean : createWrappedSchema();
makeCompilable(schema, lean);
const app = fastify();
app.register(mercurius, { schema, context: await openContext(), jit: 1 });
await app.listen(LISTEN);
