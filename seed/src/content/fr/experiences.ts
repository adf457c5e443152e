// The positions of the sample portfolio, in French.
import type { Translated } from '../translation.ts'
import type { SeedExperience } from '../types.ts'

export const experiences: Record<string, Translated<SeedExperience>> = {
  'kvitsund-instruments': {
    role: 'Programmeuse système',
    subtitle: 'Un fabricant de bouées qui mesurent les vagues et rapportent ce qu’elles ont vu.',
    location: 'Bergen, Norvège',
    overview:
      'J’écris le programme qui tourne sur la bouée : il échantillonne, filtre, garde ce qu’une tempête ne doit pas emporter, et l’envoie dès qu’il y a du réseau. Tout doit tenir dans 256 Ko et dans un hiver de piles.',
    impact: [
      {
        label: 'Aucune mesure perdue lors d’un redémarrage',
        description:
          'Les échantillons sont ajoutés à un anneau en mémoire flash avant d’être acquittés.',
      },
    ],
    architecture: {
      description:
        'Une tâche échantillonne dans un anneau, une autre filtre, une troisième envoie. L’anneau est en mémoire flash, et sa tête est la seule chose qu’elles partagent toutes.',
    },
  },
  'sund-harbour-office': {
    role: 'Stagiaire',
    subtitle: 'Un bureau qui dit à quarante ports jusqu’où montera l’eau.',
    location: 'Sund, Norvège',
    overview:
      'Trois mois, une question : le bureau peut-il calculer les tables qu’il achète ? Il le pouvait. J’ai écrit l’ajustement et la comparaison avec ce qui s’est passé, et j’ai laissé les deux avec une page qui explique comment les lancer.',
    stats: [{ label: 'ports' }, { label: 'semaines' }],
    impact: [
      {
        label: 'table par an, calculée au lieu d’être achetée',
        description: 'Le bureau lance le programme chaque année en novembre.',
      },
    ],
    codeSamples: [
      {
        title: 'Une marée est une somme de cosinus',
        description: 'Les hauteurs d’un port, à partir des amplitudes ajustées.',
        explanation:
          'L’astronomie fixe les vitesses : il ne reste à ajuster que les amplitudes et les phases.',
      },
    ],
    documents: [
      {
        title: 'Quatorze jours dans un port',
        category: 'Résultats',
        description: 'Vive-eau et morte-eau, telles que le programme les prévoit.',
      },
    ],
  },
}
