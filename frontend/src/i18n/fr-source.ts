// What pages of source code say, in French.
import type { enSource } from './en-source.ts'

export const frSource: typeof enSource = {
  titleOf: (project) => `Sources de ${project}`,
  description: (project) => `Le code source de ${project}, fichier par fichier.`,
  path: 'Où l’on est',
  files: (count) => (count === 1 ? '1 fichier' : `${count} fichiers`),
  lines: (count) => (count === 1 ? '1 ligne' : `${count} lignes`),
  link: 'un lien',
  notShown: 'non montré',
  notShownWhy: 'Ne sont pas montrés les fichiers qui ne sont pas du texte, ou trop longs.',
  others: (count) => `Non listés ici : ${count}.`,
  emptyFolder: 'Ce dossier est vide.',
  emptyFile: 'Ce fichier est vide.',
  firstLines: (shown, all) => `Voici les ${shown} premières lignes sur ${all}.`,
  beginning: 'Ce n’est que le début : le fichier est trop long pour une page.',
  spelledOut:
    'Les signes invisibles, ou qui retournent le texte, sont écrits en toutes lettres ici, comme U+202E.',
}
