import { type RawBuilder, sql } from 'kysely';
import type { SpeakerId } from '../../domain/speaker.js';
import type { StatementFilter } from '../filters.js';
import {
  type Choice,
  type Condition,
  conditions,
  contains,
  type Filtering,
  idsOf,
  isAnyOf,
  isAnyoneOf,
  isInDays,
  isInTimeDescending,
  isShown,
  type Membership,
} from './filters.js';
import { whileInTime } from './in-time.js';

/** What a statement `n` has to fulfil; that it is the first report of its utterance apart. */
export function statementConditions(filter: StatementFilter = {}): Filtering[] {
  return conditions<Filtering>(
    isShown(filter),
    isAnyoneOf('n.speaker_id', filter.speakers),
    isAffiliated(filter),
    isAnyOf('n.speaker_status', filter.speakerStatus),
    isThrough(filter),
    isAbout(filter),
    isAnyOf('n.article_id', filter.articles),
    isInArticle(filter),
    isAnyOf('n.kind', filter.kinds),
    isAnyOf('n.force', filter.forces),
    isInDays('n.said_desc', filter.said),
    contains('statement', filter.text, {
      rank: sql`((select a.published_day from article a where a.id = n.article_id) << 30) + n.seq`,
      hidden: filter.review?.includes('REJECTED') ?? false,
    }),
    isRelated(filter),
    isTopLevel(filter),
    filter.utterance === undefined ? undefined : sql`n.utterance_id = ${filter.utterance}`,
  );
}

function isAffiliated({ speakerAffiliations: organizations }: StatementFilter): Condition | undefined {
  const ids = organizations && idsOf(organizations);
  return (
    ids &&
    sql`n.speaker_id in (
      select person_id from role where ${whileInTime('role')} and organization_id in ${ids}
      union all select id from unnamed_source where ${whileInTime('unnamed_source')} and affiliation_id in ${ids})`
  );
}

function isThrough({ through }: StatementFilter): Membership | undefined {
  return through && { ids: reportedThrough(through) };
}

/** All that anyone of these says, and all that is reported in it, however deep. */
function reportedThrough(speakers: readonly SpeakerId[]): RawBuilder<unknown> {
  return sql`(
    with recursive reported (id) as (
      select s.id from statement s where ${whileInTime('s')} and s.listed and s.speaker_id in ${idsOf(speakers)}
      union select s.id from statement s where ${whileInTime('s')} and not s.listed and s.speaker_id in ${idsOf(speakers)}
      union select s.id from statement s join reported on s.parent_id = reported.id where ${whileInTime('s')})
    select id from reported)`;
}

function isAbout({ about }: StatementFilter): Membership | undefined {
  return (
    about && {
      ids: sql`(select statement_id from about where ${whileInTime('about')} and subject_id in ${idsOf(about)})`,
    }
  );
}

/** Looking at the article of one row takes about as long as gathering a row. */
const FEW_STATEMENTS = 5000;

/** What is asked of the article that a statement stands in. */
function isInArticle({ publishers, topics, published }: StatementFilter): Choice | undefined {
  const asked = conditions(
    isAnyOf('a.publisher_id', publishers),
    topics && sql`exists (select 1 from appearance t where t.article_id = a.id and t.subject_id in ${idsOf(topics)})`,
    isInTimeDescending('a.published_desc', published),
  );
  if (asked.length === 0) return undefined;
  // Only statements of listed articles are ever shown; said once more, so that the indexes of listed articles serve.
  const where = sql`a.listed and ${sql.join(asked, sql` and `)}`;
  const gathered = sql`${whileInTime('a')} and ${where}`;
  return {
    few: FEW_STATEMENTS,
    candidates: sql`select 1 from article a join statement s on s.article_id = a.id and s.listed
      where ${whileInTime('s')} and ${gathered}`,
    byNumber: false,
    gathered: sql`n.article_id in (select a.id from article a where ${gathered})`,
    oneByOne: sql`exists (select 1 from article a where a.id = n.article_id and ${where})`,
  };
}

function isRelated({ relatedBy }: StatementFilter): Condition | undefined {
  return (
    relatedBy &&
    sql`exists (
      select 1 from relation r join statement s on s.id = r.from_id
      where r.to_id = n.id and r.review <> 'REJECTED' and s.listed and ${isAnyOf('r.kind', relatedBy)})`
  );
}

/** Most statements have no parent: behind a plus, the column is none by which SQLite looks up those without. */
function isTopLevel({ topLevel }: StatementFilter): Condition | undefined {
  if (topLevel === undefined) return undefined;
  return topLevel ? sql`+n.parent_id is null` : sql`n.parent_id is not null`;
}
