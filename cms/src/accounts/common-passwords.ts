// The passwords that are tried first, from a list of about 49 000. Read when the first password is set, not before.

let list: Promise<Set<string>> | undefined

const read = async (): Promise<Set<string>> => {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'])
}

/** In small letters. */
export const commonPasswords = (): Promise<Set<string>> => {
  list ??= read()
  return list
}
