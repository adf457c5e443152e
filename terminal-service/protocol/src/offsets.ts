// Stream offsets: the low 32 bits of a byte counter, compared by signed difference, so that they may wrap.

const MODULUS = 2 ** 32

/** The offset `bytes` after `offset`. */
export const advance = (offset: number, bytes: number): number => (offset + bytes) % MODULUS

/** How many bytes `later` is ahead of `earlier`; negative when it is behind. Right for distances below 2³¹. */
export const distance = (earlier: number, later: number): number => (later - earlier) | 0
