/** An article of an invented outlet, as a feed has it: with its content, or with a summary of it alone. */
export interface FeedItem {
  readonly url: string;
  readonly title: string;
  /** One paragraph; null where the feed has only a summary. */
  readonly text: string | null;
  /** Null for an item that does not say when it was published. */
  readonly day: string | null;
}

const FEED = { title: 'The Skerry Post', home: 'https://skerry-post.example/' };

function rss(items: readonly FeedItem[]): string {
  const written = items.map(({ url, title, text, day }) => {
    const content = text === null ? '' : `<content:encoded><![CDATA[<p>${text}</p>]]></content:encoded>`;
    const date = day === null ? '' : `<pubDate>${new Date(day).toUTCString()}</pubDate>`;
    return `<item><title>${title}</title><link>${url}</link><description>In short.</description>${date}${content}</item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>${FEED.title}</title><link>${FEED.home}</link><language>en</language>${written.join('')}</channel></rss>`;
}

function atom(items: readonly FeedItem[]): string {
  const written = items.map(({ url, title, text, day }) => {
    const content =
      text === null ? '<summary>In short.</summary>' : `<content type="html">&lt;p&gt;${text}&lt;/p&gt;</content>`;
    const date = day === null ? '' : `<published>${day}T00:00:00Z</published>`;
    return `<entry><id>${url}</id><title>${title}</title><link href="${url}"/>${date}${content}</entry>`;
  });
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>${FEED.home}</id>
    <title>${FEED.title}</title>${written.join('')}</feed>`;
}

function rdf(items: readonly FeedItem[]): string {
  const written = items.map(({ url, title, text, day }) => {
    const content = text === null ? '' : `<content:encoded><![CDATA[<p>${text}</p>]]></content:encoded>`;
    const date = day === null ? '' : `<dc:date>${day}</dc:date>`;
    return `<item rdf:about="${url}"><title>${title}</title><link>${url}</link>${date}${content}</item>`;
  });
  return `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel rdf:about="${FEED.home}"><title>${FEED.title}</title><link>${FEED.home}</link></channel>${written.join('')}</rdf:RDF>`;
}

function jsonFeed(items: readonly FeedItem[]): string {
  const written = items.map(({ url, title, text, day }) => ({
    ...{ id: url, url, title },
    ...(text === null ? { summary: 'In short.' } : { content_text: text }),
    ...(day === null ? {} : { date_published: `${day}T00:00:00Z` }),
  }));
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: FEED.title, home_page_url: FEED.home };
  return JSON.stringify({ ...feed, language: 'en', items: written });
}

/** The kinds of feeds, each with a path to serve it at, its content type and how items are written in it. */
export const FEED_KINDS = [
  { path: '/rss', type: 'application/rss+xml', write: rss },
  { path: '/atom', type: 'application/atom+xml', write: atom },
  { path: '/rdf', type: 'application/rdf+xml', write: rdf },
  { path: '/feed.json', type: 'application/feed+json', write: jsonFeed },
] as const;
