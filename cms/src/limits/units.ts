// Units that bounds are given in.

export const MIB = 1024 * 1024
export const DAY_MS = 24 * 60 * 60 * 1000
