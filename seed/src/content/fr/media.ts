// What the sample images show, in French.
import type { Translated } from '../translation.ts'
import type { SeedMedia } from '../types.ts'

export const media: Record<string, Translated<SeedMedia>> = {
  'philosophers.webp': {
    alt: 'Sortie d’un terminal, un dîner de cinq philosophes : le journal des repas, puis un graphique où deux d’entre eux mangent toujours en même temps.',
    caption: 'Cinq places, trois repas chacun, 1,6 seconde.',
  },
  'philosophers-deadlock.webp': {
    alt: 'Sortie d’un terminal, un interblocage : les cinq philosophes tiennent chacun une fourchette, et le cercle de ceux qui s’attendent est donné en liste.',
    caption: 'L’ordre naïf, et le cercle auquel il aboutit.',
  },
  'stack-sort.webp': {
    alt: 'Deux colonnes de barres colorées dans un terminal : la pile de gauche encore en désordre, celle de droite presque en ordre décroissant.',
    caption: 'Étape 35 du tri de 24 nombres.',
  },
  'tiny-shell.webp': {
    alt: 'Une session de tiny-shell : un tube, une commande qui échoue avec son code de retour, une redirection, et une invite rouge après une commande inconnue.',
  },
  'halfblock-rings.webp': {
    alt: 'Image de synthèse : un anneau orange traversé par un anneau bleu-vert, flottant au-dessus d’un damier gris à l’ombre douce.',
    caption: 'rings, à 2,2 secondes.',
  },
  'halfblock-drops.webp': {
    alt: 'Image de synthèse : des gouttes rondes, ivoire et cuivre, qui se fondent les unes dans les autres au-dessus d’un damier.',
    caption: 'drops, à 3,6 secondes.',
  },
  'halfblock-sponge.webp': {
    alt: 'Image de synthèse : un cube percé de trous carrés de trois tailles, ivoire en haut et bleu-vert en bas.',
    caption: 'sponge, à 1,1 seconde.',
  },
  'tide-tables.webp': {
    alt: 'Courbe de la hauteur de marée prévue sur quatorze jours, entre plus et moins 2,5 mètres en vive-eau, et la moitié en morte-eau.',
  },
}
