// Longest texts, in characters. Generous for people, tight for whoever wants to fill the database.

export const LINE = 200
export const SENTENCE = 500
export const PARAGRAPH = 4000
export const ADDRESS = 2000
export const ROWS = 40
export const BADGES = 8
