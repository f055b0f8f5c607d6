// Apollo Server on Fastify as its documentation sets it up, over the schema as type-graphql makes it.
import { ApolloServer } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastify from 'fastify';
import { createWrappedSchema, LISTEN, openContext, type RequestContext } from '../answering.ts';

const context = await openContext();
const app = fastify();
const apollo = new ApolloServer<RequestContext>({
  schema: createWrappedSchema(),
  plugins: [fastifyApolloDrainPlugin(app)],
});
await apollo.start();
await app.register(fastifyApollo(apollo), { context: async () => context() });
await app.listen(LISTEN);
