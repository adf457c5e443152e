// Every tunable bound of the site's process, with its unit and reason.

export const LIMITS = {
  /** One question to the CMS. Longer than its slowest read, shorter than a visitor's patience. */
  cmsTimeoutMs: 4000,
  /** One answer of the CMS: the addresses of 20 000 documents are about a third of it. */
  cmsMaxBytes: 4 * 1024 * 1024,
  /** What GitHub said longer ago is not shown; the CMS tells it for as long. */
  activityLifetimeMs: 7 * 24 * 60 * 60_000,
  /** Projects on one page of the list. */
  projectsPerPage: 40,
  /** Results on one page of the search, in the palette, and the last of its pages: as many as the CMS counts. */
  resultsPerPage: 10,
  paletteResults: 8,
  maxSearchPage: 20,
  /** Searches that wait for the CMS at the same time; more are told to come back. One visitor cannot be all of them. */
  searchesAtOnce: 32,
  /**
   * What one visitor may ask for at once and per minute. The palette asks after each pause in typing, the admin's frame for
   * its preview after each save while somebody types.
   */
  askings: {
    search: { burst: 12, perMinute: 90 },
    contact: { burst: 30, perMinute: 15 },
    preview: { burst: 60, perMinute: 120 },
  },
  /** Visitors of each kind of asking that are remembered: some 100 bytes each. */
  maxAskers: 10_000,
  /** A rendered page is renewed after this even if every webhook was lost. */
  pageLifetimeS: 3600,
  /** Pages of a list after its first, which no webhook renews, are renewed after this. */
  laterPageLifetimeS: 60,
  /** A page that does not exist may appear without a webhook after this. */
  missingPageLifetimeS: 60,
  /** A finished page is asked of Next again after this, so that Next's own lifetime counts. */
  pageCacheLifetimeMs: 30_000,
  /** Pages in the cache, each counted with its compressed forms and those in both themes: about 100 KB. */
  cachedPages: { maxEntries: 2000, maxBytes: 192 * 1024 * 1024 },
  /** Pages of source code in the cache, apart from the others: there are as many as files, and some are long. */
  cachedSourcePages: { maxEntries: 500, maxBytes: 32 * 1024 * 1024 },
  source: {
    /** Characters of a path in it: as much as the CMS takes. */
    maxPath: 1024,
    /** Trees that are remembered: half a megabyte each of the largest that there are. */
    maxKnown: 32,
    /** Lines of a tree on one page, about 4 KB compressed, and folders within folders on it. */
    maxLines: 300,
    maxDepth: 12,
    /** As much of a file as its page holds: of code, lines are a bound first, of anything else characters. */
    maxFileLines: 2000,
    maxFileCharacters: 100_000,
    /** A longer README is a file like the others. */
    maxReadmeBytes: 20_000,
    /** Files that are read from the CMS at the same time; who asks on top is told to come back. */
    readsAtOnce: 16,
  },
  /** While the CMS is of no use, the log says so once in this time. */
  troubleLogMs: 60_000,
  /** What a visitor of a page that could not be rendered is told to wait: the CMS is mostly back by then. */
  retryAfterS: 30,
  /**
   * Files made from content that are kept: how many, and bytes of all. They are made again on demand, feeds, sitemaps and Markdown
   * in milliseconds, pictures for link previews in half a second: a walk through all addresses of the ones costs none of the others.
   */
  shelves: {
    files: { maxEntries: 500, maxBytes: 40 * 1024 * 1024 },
    pictures: { maxEntries: 500, maxBytes: 24 * 1024 * 1024 },
  },
  /** Files that the CMS turned out to have nothing for, of which that is remembered until something changes. */
  maxMissingFiles: 1000,
  /** Résumés that are drawn for paper: one language after the other, each in well under the time that it may take. */
  resumePdfs: { atOnce: 1, waiting: 10, timeoutMs: 10_000 },
  /** Pictures for link previews that wait to be drawn, at half a second each; beyond that the site's own is shown. */
  maxWaitingPictures: 20,
  /** Drawn pictures, 30 KB each, kept for as long as they would be drawn the same. */
  maxDrawnPictures: 500,
  /** A kept file is made anew after this, should the news of a change ever be lost. */
  fileLifetimeMs: 5 * 60_000,
  /** Projects of a feed, and of llms.txt; the API gives this many at once. */
  feedEntries: 50,
  maxListedProjects: 200,
  /** What one sitemap may hold and weigh; those who read them stop at 50 000 and 50 MB. */
  sitemap: { maxUrls: 45_000, maxBytes: 40_000_000 },
  /** How long the lists of slugs and redirects answer for the CMS; a webhook ends it at once. */
  listLifetimeMs: 10_000,
  /** After a failed question for a list, the next one waits this long. */
  listRetryMs: 1000,
  /** A webhook names a document and the pages that show it: at most 50, 200 bytes each. */
  webhookMaxBytes: 16_384,
  /**
   * Redis must answer within `timeoutMs` and is left alone for `pauseMs` when it does not; a start waits for it `startMs`.
   * A page is kept for as long as a CMS may be away, and when it is this large by nobody.
   */
  redis: {
    timeoutMs: 250,
    pauseMs: 1000,
    startMs: 2000,
    pageTtlS: 7 * 24 * 3600,
    maxPageBytes: 2 * 1024 * 1024,
  },
  /** A copy of a webhook is known as one for longer than its timestamp may differ either way. */
  seenMessageMs: 11 * 60_000,
  maxSeenMessages: 10_000,
  /** How long the theme of a preview is remembered: as long as its link works. */
  previewThemeS: 15 * 60,
  /** Longer code is shown plain: as much as one listing in the CMS may have. */
  highlightMaxCharacters: 20_000,
  /** A longer line is not code that people wrote; it stays plain. */
  highlightMaxLine: 1000,
  /** Drawings kept ready, all together: about a thousand usual ones. */
  drawingsMaxCharacters: 16 * 1024 * 1024,
  /** A page is asked again for a drawing that it did not have after this; until then it has none. */
  drawingRetryMs: 10_000,
  /** Pages of which it is remembered that they were asked for drawings; how many are asked at once, and how many wait. */
  maxDrawingPages: 1000,
  drawingQuestions: { atOnce: 4, waiting: 40 },
  /** A drawing of a draft is given for as long as a preview's link works. */
  draftDrawingMs: 15 * 60_000,
  /** Pages rendered at the same time after a change: one core is left for visitors. */
  revalidationsAtOnce: 4,
  /** Times that one is rendered again because it joined a render from before the change. */
  maxJoinedRenders: 3,
  /**
   * Pages rendered again behind the answer to a webhook: at once, waiting for it, tries of each, and the pause before the next
   * one, in milliseconds. A path that waits takes 300 bytes.
   */
  renewals: { atOnce: 2, maxWaiting: 50_000, tries: 3, retryMs: 5000 },
  /** A request handed on to the CMS: the answer has to start within this time. */
  forwardTimeoutMs: 15_000,
  /**
   * While such an answer is passed on, nothing may be said, or nothing be read, for so long: four heartbeats of a stream of
   * events. Milliseconds.
   */
  forwardStallMs: 60_000,
  /** Body of a request handed on to the CMS: the longest message of the contact form. */
  forwardMaxBytes: 65_536,
  /**
   * Views of pages that are counted and not sent yet: pages and hosts together are as many rows as the CMS takes in one
   * message, and it takes as many characters and views.
   */
  counts: {
    flushMs: 60_000,
    /** The process has ten seconds for its end. */
    sendTimeoutMs: 2500,
    maxPages: 800,
    maxHosts: 200,
    maxViews: 1_000_000,
    maxHostCharacters: 253,
    /** What a browser says of a page that it shows: two addresses. */
    maxSeenBytes: 4096,
    /** What could not be sent for so long is let go: the CMS knows a message again for a week. */
    keptMs: 3 * 24 * 60 * 60_000,
  },
  /** The contact form, in characters: as much as the CMS takes. */
  contact: {
    maxName: 200,
    maxEmail: 254,
    minMessage: 10,
    maxMessage: 4000,
    maxToken: 100,
    /** In bytes: each character of a form may be written as an escape of twelve, and there are few other fields. */
    maxBodyBytes: 65_536,
  },
} as const
