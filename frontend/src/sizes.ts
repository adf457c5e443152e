// Writes sizes of files for people: "12 kB", "3,4 Mo".
import { type Language, LOCALES } from './i18n/languages.ts'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
const STEP = 1000

/** In the largest unit that leaves at least one; three digits are enough to decide whether to fetch it. */
export const bytesText = (bytes: number, language: Language): string => {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    // Symbols that everybody knows, but none for a few bytes.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumSignificantDigits: 3,
  }).format(bytes / STEP ** power)
}
