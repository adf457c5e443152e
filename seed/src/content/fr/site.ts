// What is on every page of the sample portfolio, and its résumé, in French.
import type { SeedTranslation } from '../translation.ts'

export const site: SeedTranslation['site'] = {
  title: 'Programmeuse système',
  intro:
    'J’écris en C de petits programmes qui font une seule chose, et je mesure s’ils la font. Les projets de ce site s’exécutent : ouvrez-en un, appuyez sur Lancer, et vous voilà dans un terminal avec ses sources et son exécutable.',
  location: 'Bergen, Norvège',
  availability: 'Disponible à partir de mars 2027',
  navigation: [
    { label: 'Projets' },
    { label: 'Parcours' },
    { label: 'Sous le capot' },
    { label: 'CV' },
    { label: 'Contact' },
  ],
  footer: 'Noor Halden est inventée ; les programmes sont réels.',
  seo: {
    title: 'Noor Halden, programmeuse système',
    description:
      'De petits programmes en C qui s’exécutent sur cette page : un dîner de threads, un casse-tête de tri, un shell, et un moteur de rendu fait de texte.',
  },
}

export const resume: SeedTranslation['resume'] = {
  headline: 'Programmeuse système',
  summary:
    'J’écris en C de petits programmes qui font une seule chose, et je mesure s’ils la font : des ordonnanceurs, des shells, des moteurs de rendu, et le micrologiciel d’une bouée.',
  education: [
    {
      area: 'Programmation système',
      studyType: 'Diplôme',
      courses: ['Concurrence', 'Systèmes d’exploitation', 'Infographie'],
    },
  ],
  skills: [{ name: 'Langages' }, { name: 'Systèmes' }, { name: 'Idées' }],
  languages: [
    { language: 'Norvégien', fluency: 'langue maternelle' },
    { language: 'Anglais', fluency: 'C1' },
  ],
  interests: [{ name: 'La mer', keywords: ['marées', 'cartes marines', 'petits bateaux'] }],
}
