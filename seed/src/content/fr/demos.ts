// What the terminal demos say, in French.
import type { Translated } from '../translation.ts'
import type { SeedDemo } from '../types.ts'

export const demos: Record<string, Translated<SeedDemo>> = {
  philosophers: {
    title: 'Le dîner des philosophes',
    welcome: 'Le programme est compilé : ./dinner. Ses sources sont dans src/.',
    commands: [
      {
        label: 'Un dîner qui se passe bien',
        explanation:
          'Cinq places, 800 ms avant de mourir de faim, 200 ms pour un repas et autant pour un somme, trois repas chacun.',
      },
      {
        label: 'Un dîner impossible',
        explanation:
          'Deux repas l’un après l’autre durent plus de 310 ms : quelqu’un meurt de faim.',
      },
      {
        label: 'L’interblocage',
        explanation:
          'Chacun prend d’abord la fourchette de gauche. Le programme trouve le cercle : qui attend qui.',
      },
      {
        label: 'Les tests',
        explanation: 'Des tests unitaires des règles, puis des dîners entiers, montre en main.',
      },
    ],
  },
  'stack-sort': {
    title: 'Trier avec deux piles',
    welcome: 'Compilés : ./stack-sort, ./checker et ./numbers.',
    commands: [
      {
        label: 'Trier trois nombres',
        explanation: 'Affiche les opérations. Ici, un seul échange suffit.',
      },
      {
        label: 'En trier 500 et vérifier',
        explanation: 'Le vérificateur exécute les opérations et juge le résultat.',
      },
      {
        label: 'Le regarder faire',
        explanation: 'Dessine les deux piles après chaque opération.',
      },
      {
        label: 'Toutes les opérations d’un coup',
        explanation:
          'Les 400 dernières lignes sur environ 5 200, en colonnes : beaucoup de texte, aucun retard.',
      },
    ],
  },
  'tiny-shell': {
    title: 'Un shell dans le shell',
    welcome: 'Lancez-le avec ./tiny-shell, quittez-le avec exit ou Ctrl-D.',
    commands: [
      {
        label: 'Une ligne',
        explanation: 'Un tube et une condition, exécutés par tiny-shell.',
      },
      {
        label: 'Ses tests',
        explanation: '24 lignes, avec la sortie et le code de retour qu’elles doivent donner.',
      },
      {
        label: 'Une ligne qui échoue',
        explanation:
          'Le code de retour est celui que donne n’importe quel shell quand un programme manque.',
      },
      {
        label: 'L’utiliser vous-même',
        explanation:
          'Un shell à l’intérieur du shell. Essayez Ctrl-C, un heredoc, ou faites-le échouer pour voir l’invite rougir.',
      },
    ],
  },
  'halfblock-renderer': {
    title: 'Un moteur de rendu fait de texte',
    welcome:
      'Compilé : ./halfblock. Ses sources sont dans src/. Agrandissez le terminal autant que vous voulez.',
    commands: [
      {
        label: 'Une image',
        explanation: 'Deux pixels par caractère, en vraies couleurs.',
      },
      {
        label: 'Cent images',
        explanation: 'Quatre secondes de film environ, puis la vitesse atteinte.',
      },
      {
        label: 'Ses tests',
        explanation: 'Calcule chaque scène en petit, deux fois, et compare les octets.',
      },
      {
        label: 'Jusqu’à ce que vous l’arrêtiez',
        explanation:
          'n pour la scène suivante, q ou Ctrl-C pour quitter. Redimensionnez la fenêtre pendant qu’il tourne.',
      },
    ],
  },
}
