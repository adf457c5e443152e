// Which languages visitors may choose: what is written in others waits.
import type { Payload } from 'payload'
import { isLanguage, isTranslation, type Language } from './languages.ts'

/** Beside the default one, as the settings of the site say. */
export const shownTranslations = async (payload: Payload): Promise<Language[]> => {
  const { languages } = await payload.findGlobal({
    slug: 'site',
    depth: 0,
    select: { languages: true },
    overrideAccess: true,
  })
  return (languages ?? []).filter((code) => isLanguage(code) && isTranslation(code))
}
