// PostGraphile on node:http as its documentation sets it up, over a copy of the store in a PostgreSQL of its own.
import { createServer } from 'node:http';
import { PgSimplifyInflectionPreset } from '@graphile/simplify-inflection';
import { Pool } from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { Cluster } from './cluster.ts';

const cluster = await Cluster.start(process.env['ONRECORD_STORE'] ?? '');
const pool = new Pool({ connectionString: cluster.url });
// Clients that are still connected when the cluster stops say so.
pool.on('error', () => undefined);
pool.on('connect', (client) => client.on('error', () => undefined));
const graphile = postgraphile({
  extends: [PostGraphileAmberPreset, PgSimplifyInflectionPreset],
  pgServices: [makePgService({ pool, schemas: ['public'], pubsub: false })],
  grafserv: { watch: false },
});
const server = createServer();
await graphile.createServ(grafserv).addTo(server);
const stop = async () => {
  server.close();
  server.closeAllConnections();
  await graphile.release();
  await cluster.stop();
  process.exit();
};
for (const end of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(end, () => void stop());
server.listen(Number(process.env['PORT']), '127.0.0.1');
