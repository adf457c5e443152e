// Marks writes of an import, which the log names so. Requests from outside cannot set it.

export const IMPORT_CONTEXT = { isImport: true } as const
