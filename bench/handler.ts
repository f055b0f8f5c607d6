// The front page by hand, which the service is measured against: node:http, node:sqlite and one SQL statement that makes
// the whole answer. It takes the same request and gives the same answer; nothing else a service does is done here.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { DatabaseSync } from 'node:sqlite';

/** A speaker's label, whatever the speaker is. */
const displayName = (id: string) => `case substr(${id}, 1, 4)
  when 'per_' then (select name from person where id = ${id})
  when 'org_' then (select name from organization where id = ${id})
  else (select description from unnamed_source where id = ${id}) end`;

const STATEMENTS = `select json_group_array(json_object(
    'id', id, 'kind', kind, 'text', text, 'force', force, 'saidAt', said_to, 'speakerStatus', speaker_status,
    'speaker', iif(speaker_id is null, null, json_object('displayName', ${displayName('speaker_id')}, 'id', speaker_id))))
  from (select * from statement where article_id = a.id and listed order by position, id limit :statements + 0)`;

const DISPUTES = `r.kind in ('DISPUTES', 'DOUBTS', 'DENIES') and r.review <> 'REJECTED'
  and exists (select 1 from statement where id = r.from_id and listed)`;

const STATISTICS = `select json_group_array(json_object(
    'id', f.id, 'valueText', f.value_text, 'unit', f.unit, 'asOf', f.as_of_to,
    'disputed', json(iif(
      exists (select 1 from relation r where r.to_statistic_id = f.id and ${DISPUTES})
      or exists (select 1 from relation r where r.to_id = f.statement_id and r.to_statistic_id is null and ${DISPUTES}),
      'true', 'false')),
    'metric', json_object('name', (select name from metric where id = f.metric_id)),
    'place', iif(f.place_id is null, null, json_object('name', (select name from place where id = f.place_id))),
    'claimedBy', iif(f.claimed_by_id is null, null, json_object('displayName', ${displayName('f.claimed_by_id')}))))
  from (select * from statistic where article_id = a.id and listed order by position, id limit :statistics + 0) f`;

/** Limits are sums: SQLite would prepare the whole anew each time that it binds one that stands alone. */
const FRONT_PAGE = `select published_desc as publishedDesc, id, json_object(
    'id', id, 'slug', slug, 'title', title,
    'publishedAt', strftime('%Y-%m-%dT%H:%M:%fZ', published_at / 1000.0, 'unixepoch'),
    'publisher', json_object('name', (select name from publisher where id = publisher_id)),
    'statements', json_object('nodes', (${STATEMENTS})),
    'statistics', json_object('nodes', (${STATISTICS}))) as json
  from (select * from article where listed order by published_desc, id limit :articles + 0) a`;

/** What the operation's variables are when they are left out. */
const DEFAULTS = { articles: 10, statements: 5, statistics: 5 };

/** The seal of the service's cursors into the list of all articles, latest first. */
const SEAL = createHash('sha256')
  .update(JSON.stringify(['Query.articles', '*', 'PUBLISHED_AT_DESC', null]))
  .digest('base64url')
  .slice(0, 8);

/** A server that answers any request with the front page of a store, as the variables in the request want it. */
export function createHandler(file: string): Server {
  const database = new DatabaseSync(file, { readOnly: true });
  const frontPage = database.prepare(FRONT_PAGE);

  function answer(body: string): string {
    const { variables } = JSON.parse(body);
    const { articles, statements, statistics } = { ...DEFAULTS, ...variables };
    const rows = frontPage.all({ articles: articles + 1, statements, statistics });
    const shown = rows.slice(0, articles);
    const last = shown.at(-1);
    const endCursor =
      last && Buffer.from(JSON.stringify([SEAL, last['publishedDesc'], last['id']])).toString('base64url');
    const pageInfo = JSON.stringify({ hasNextPage: rows.length > articles, endCursor: endCursor ?? null });
    return `{"data":{"articles":{"nodes":[${shown.map(({ json }) => json).join(',')}],"pageInfo":${pageInfo}}}}\n`;
  }

  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const json = Buffer.from(answer(body));
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': json.length });
      response.end(json);
    });
  });
  return server.on('close', () => database.close());
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

if (import.meta.main) {
  const { PORT, ONRECORD_STORE = '' } = process.env;
  const server = createHandler(ONRECORD_STORE).listen(Number(PORT), '127.0.0.1');
  process.once('SIGTERM', () => {
    server.close();
    server.closeAllConnections();
  });
}
