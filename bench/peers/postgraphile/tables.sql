-- What the front page reads, in tables of the shape that the store has.
create table publisher (id text primary key, name text not null);
create table metric (id text primary key, name text not null);
create table place (id text primary key, name text not null);
-- People, organizations and unnamed sources under one key, as the store has them.
create table named (id text primary key, display_name text not null);
create table article (
  id text primary key, slug text not null, title text not null, published_at timestamptz not null,
  publisher_id text not null references publisher, listed boolean not null
);
create table statement (
  id text primary key, article_id text not null references article, kind text not null, text text not null,
  force text not null, said_at text, speaker_status text not null, speaker_id text references named,
  position integer not null, listed boolean not null
);
create table statistic (
  id text primary key, article_id text not null references article, value_text text not null, unit text, as_of text,
  metric_id text not null references metric, place_id text references place, claimed_by_id text references named,
  statement_id text, position integer not null, listed boolean not null
);
-- Only those that dispute, doubt or deny, of listed statements; a null stands for all figures of the statement.
create table dispute (statement_id text not null, statistic_id text);

-- PostGraphile filters and orders by columns that begin an index, and follows references that have one.
create index on article (published_at desc, id) where listed;
create index on article (published_at);
create index on article (listed);
create index on article (publisher_id);
create index on statement (article_id, listed, position, id);
create index on statement (position);
create index on statement (listed);
create index on statement (speaker_id);
create index on statistic (article_id, listed, position, id);
create index on statistic (position);
create index on statistic (listed);
create index on statistic (metric_id);
create index on statistic (place_id);
create index on statistic (claimed_by_id);
create index on dispute (statement_id);
create index on dispute (statistic_id);
comment on table dispute is '@omit';

-- PostGraphile takes it for a field of statistics.
create function statistic_disputed(f statistic) returns boolean stable language sql as $$
  select exists (select from dispute where statistic_id = f.id)
    or exists (select from dispute where statement_id = f.statement_id and statistic_id is null)
$$;
