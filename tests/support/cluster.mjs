// What the packed cluster of the tests is made of, for who makes it and who unpacks it.

/** For what does not have to survive a crash. */
export const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

export const CLUSTER_PARTS = { cluster: 'cluster', password: 'password' }

/** The database in it that has the current schema. */
export const MIGRATED = 'migrated'
