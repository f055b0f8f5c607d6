// Emits the SDL of the built schema to schema/schema.graphql, and what a gateway composes from to schema/subgraph.graphql.
// With --check it writes nothing: where a committed file differs from what the code gives, it shows what clients would
// notice and fails.
import { readFile, writeFile } from 'node:fs/promises';
import { buildSchema, findBreakingChanges, findDangerousChanges, lexicographicSortSchema, printSchema } from 'graphql';
import { printSubgraph } from '../dist/graphql/federation/subgraph-sdl.js';
import { createSchema } from '../dist/graphql/schema.js';

const HEADER = '# Emitted from src/graphql by `npm run schema`; not edited by hand.\n\n';

const schema = lexicographicSortSchema(createSchema());

/** Each file with what it has to hold, and what is shown of changes beside its lines. */
const FILES = [
  { name: 'schema/schema.graphql', sdl: `${HEADER}${printSchema(schema)}\n`, report: clientChanges },
  // Of what clients notice it has nothing that the other has not.
  { name: 'schema/subgraph.graphql', sdl: `${HEADER}${printSubgraph(schema)}`, report: () => [] },
];

for (const { name, sdl, report } of FILES) {
  const file = new URL(`../${name}`, import.meta.url);
  if (!process.argv.includes('--check')) {
    await writeFile(file, sdl);
    process.stdout.write(`${name} is up to date.\n`);
    continue;
  }
  const committed = await readFile(file, 'utf8').catch(() => '');
  if (committed === sdl) {
    process.stdout.write(`${name} is what the code gives.\n`);
    continue;
  }
  const lines =
    committed.trim() === '' ? ['There is no such file.'] : [...report(committed), ...changes(committed, sdl)];
  process.stderr.write(
    `${name} is not what the code gives. Run \`npm run schema\` and commit it.\n${lines.join('\n')}\n`,
  );
  process.exitCode = 1;
}

function clientChanges(committed) {
  const before = buildSchema(committed);
  const described = (found) => found.map(({ description }) => description);
  return [
    ...titled('Changes that break clients', described(findBreakingChanges(before, schema))),
    ...titled('Changes that clients may notice', described(findDangerousChanges(before, schema))),
  ];
}

/** The lines that only one of the two has, first what is lost, then what is new. */
function changes(before, after) {
  const only = (a, b) => a.split('\n').filter((line) => line.trim() !== '' && !b.split('\n').includes(line));
  return titled('Other differences, line by line', [
    ...only(before, after).map((line) => `- ${line}`),
    ...only(after, before).map((line) => `+ ${line}`),
  ]);
}

function titled(title, found) {
  return [`${title}:`, ...(found.length ? found.map((line) => `  - ${line}`) : ['  none'])];
}
