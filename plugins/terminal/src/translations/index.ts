// Languages of the admin's words, as Payload's i18n takes them.
import { en } from './en.ts'
import { fr } from './fr.ts'

export type { WordKey, Words } from './en.ts'

export const translations = { en, fr }
