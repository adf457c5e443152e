// What a password may be: long, not on the lists that attackers try first, and not made from the account's own name.
import { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS, PASSWORD_RULES } from '../limits.ts'
import { commonPasswords } from './common-passwords.ts'

/** Whose password it is; what is not known is not compared. */
export type PasswordOwner = { email?: string | undefined; name?: string | undefined }

const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const readAsLetters = (text: string) =>
  text.replace(/[013457@$!]/g, (sign) => LOOKALIKES[sign] ?? sign)
const withoutEnds = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
const reversed = (text: string) => [...text].reverse().join('')

/** `abcabcabc` says no more than `abc`. */
const withoutRepeats = (text: string): string => {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const unit = text.slice(0, length)
    if (text.length % length === 0 && unit.repeat(text.length / length) === text) return unit
  }
  return text
}

/** The same password with the usual disguises taken off. */
const disguisesOf = (password: string): string[] => {
  const plain = password.toLowerCase()
  const bare = [plain, withoutEnds(plain)]
  const letters = [...bare, ...bare.map(readAsLetters), withoutEnds(readAsLetters(plain))]
  const single = [...letters, ...letters.map(withoutRepeats)]
  return [...new Set([...single, ...single.map(reversed)])]
}

/** `123456789012`, `abcdefghijkl` and backwards: each character follows the one before. */
const isRow = (password: string): boolean => {
  const codes = [...password.toLowerCase()].map((sign) => sign.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  const breaks = steps.filter((step, index) => index > 0 && step !== steps[index - 1]).length
  return breaks <= PASSWORD_RULES.maxBreaksOfRow
}

const ownWords = ({ email = '', name = '' }: PasswordOwner): string[] =>
  [email.toLowerCase(), ...`${email} ${name}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)].filter(
    (word) => word.length >= PASSWORD_RULES.minOwnWord,
  )

/** Whether too little is left once the account's own words are taken out. */
const isOwn = (password: string, owner: PasswordOwner): boolean => {
  const words = ownWords(owner)
  return disguisesOf(password).some((disguise) => {
    const rest = words.reduce((text, word) => text.replaceAll(word, ''), disguise)
    return rest !== disguise && rest.length < PASSWORD_RULES.minBesideOwn
  })
}

/** A sentence that says what is wrong with `password`, or nothing when it will do. */
export const refusalOfPassword = async (
  password: unknown,
  owner: PasswordOwner,
): Promise<string | undefined> => {
  if (typeof password !== 'string') return 'Give a password.'
  if (password.length < MIN_PASSWORD_CHARACTERS) {
    return `A password needs at least ${MIN_PASSWORD_CHARACTERS} characters.`
  }
  if (password.length > MAX_PASSWORD_CHARACTERS) {
    return `A password has at most ${MAX_PASSWORD_CHARACTERS} characters.`
  }
  if (isOwn(password, owner)) return 'A password must not be made from your name or address.'
  const common = await commonPasswords()
  const isCommon = disguisesOf(password).some((disguise) => common.has(disguise))
  if (isCommon || isRow(password)) {
    return 'This password is among those that are tried first. Choose another, for example four words by chance.'
  }
  return undefined
}
