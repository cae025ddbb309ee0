/** How feeds call themselves. */
export const enFeeds = {
  feeds: {
    follow: 'Follow what is new (a feed)',
    ofArchive: (archive: string) => `Opened and changed · ${archive}`,
    ofCollection: (collection: string, archive: string) => `${collection}: opened and changed · ${archive}`,
  },
} as const;
