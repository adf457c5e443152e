// Names of the plugin's own collections and fields, in the languages of the plugin: English stands with the fields.
import { type CollectionConfig, type Field, toWords } from 'payload'

const FRENCH: Record<string, string> = {
  Terminals: 'Terminaux',
  Recording: 'Enregistrement',
  Recordings: 'Enregistrements',
  'Past session': 'Session passée',
  'Past sessions': 'Sessions passées',
  'Smoke run': 'Essai',
  'Smoke runs': 'Essais',
  Title: 'Titre',
  Published: 'Publié',
  Kind: 'Genre',
  Demo: 'Démo',
  Milliseconds: 'Millisecondes',
  Bytes: 'Octets',
  'Is Whole': 'Entier',
  'Expires At': 'Expire le',
  'Address Hash': 'Empreinte de l’adresse',
  Country: 'Pays',
  'Started At': 'Début',
  'Ended At': 'Fin',
  'Duration Ms': 'Durée en millisecondes',
  Reason: 'Raison',
  'Exit Code': 'Code de sortie',
  'Bytes In': 'Octets reçus',
  'Bytes Out': 'Octets envoyés',
  'Cpu Ms': 'Processeur, en millisecondes',
  'Peak Memory Bytes': 'Mémoire maximale, en octets',
  'Start Ms': 'Démarrage, en millisecondes',
  'Has Typed': 'A tapé',
  Ok: 'Réussi',
  Commands: 'Commandes',
  Failed: 'Échecs',
  Detail: 'Détail',
  'Shown with the demo. Of several, the latest is.':
    'Montré avec la démo. S’il y en a plusieurs, c’est le plus récent.',
  'Off: it was cut at its largest size.': 'Désactivé : il a été coupé à sa taille maximale.',
  'The first thing that was wrong.': 'La première chose qui n’allait pas.',
}

type Said = { en: string; fr: string }

/** Text that has no French yet stays as it is; a test finds it. */
const inBoth = <Text>(text: Text): Said | Text => {
  const fr = typeof text === 'string' ? FRENCH[text] : undefined
  return typeof text === 'string' && fr !== undefined ? { en: text, fr } : text
}

const labelledField = (field: Field): Field => {
  if (!('name' in field) || field.type === 'ui') return field
  const description = field.admin?.description
  const label = 'label' in field && field.label !== undefined ? field.label : toWords(field.name)
  return {
    ...field,
    label: inBoth(label),
    ...(description && { admin: { ...field.admin, description: inBoth(description) } }),
  } as Field
}

/** `collection` as the admin shows it in each language. */
export const labelled = (collection: CollectionConfig): CollectionConfig => {
  const { labels, admin, fields } = collection
  return {
    ...collection,
    labels: { singular: inBoth(labels?.singular), plural: inBoth(labels?.plural) },
    admin: { ...admin, ...(admin?.group && { group: inBoth(admin.group) }) },
    fields: fields.map(labelledField),
  }
}
