// What kinds of projects there are.

export const KINDS = ['school', 'professional', 'internship', 'personal', 'open-source'] as const
