// The laid out page of the sample portfolio, in French: block by block as it stands in English.
import type { Translated } from '../translation.ts'
import type { SeedPage } from '../types.ts'

const howItRuns: Translated<SeedPage> = {
  title: 'Sous le capot',
  seo: {
    title: 'Comment s’exécutent les programmes de ce site',
    description:
      'Ce qui se passe entre le bouton Lancer et l’invite : un ticket, un bac à sable pour vous seul, et un projet compilé avant votre arrivée.',
  },
  layout: [
    {
      blockType: 'hero',
      title: 'Sous le capot',
      text: 'Appuyez sur Lancer dans un projet, et vous avez un shell, sur une vraie machine, dans un bac à sable que personne d’autre ne voit. Voici ce qui se passe entre les deux.',
      actions: [{ label: 'En essayer un' }],
    },
    {
      blockType: 'statBar',
      stats: [
        { label: 'clic, de la page à l’invite' },
        { label: 'compte, et aucun cookie' },
        { label: 'pour revenir après une coupure' },
      ],
    },
    {
      blockType: 'prose',
      body: [
        { type: 'heading', level: 2, text: 'Du bouton à l’invite' },
        {
          type: 'list',
          ordered: true,
          items: [
            'La page demande un ticket. Il sert une fois et vaut trente secondes.',
            'Le CMS regarde combien de terminaux tournent, et pour qui, puis laisse passer la connexion.',
            'Un service joignable de nulle part ailleurs bâtit le bac à sable autour d’un shell.',
            'Le projet y est déjà compilé : ses sources l’ont été au moment du dépôt.',
          ],
        },
        { type: 'heading', level: 2, text: 'Ce que vous pouvez y faire' },
        {
          type: 'paragraph',
          text: [
            'Ce que vous voulez. Le bac à sable n’a ',
            { text: 'aucun réseau', format: 'bold' },
            ', il a ses propres processus, un petit disque en mémoire et une limite pour tout. Quand vous partez, il est jeté avec tout ce que vous y avez fait.',
          ],
        },
      ],
    },
    {
      blockType: 'table',
      caption: 'Ce que reçoit un bac à sable',
      rows: [
        ['Quoi', 'Combien', 'Ce qui se passe au-delà'],
        ['Temps', '30 minutes, prolongeables une fois', 'Un avertissement, une minute avant'],
        ['Inactivité', '5 minutes', 'Il s’arrête, et dit pourquoi'],
        ['Réseau', 'Aucun', 'Il n’y a rien à joindre'],
        ['Autres visiteurs', 'Aucun', 'Chacun a son bac à sable'],
      ],
    },
    {
      blockType: 'tabs',
      title: 'Les questions qui reviennent',
      tabs: [
        {
          label: 'Est-ce sûr ?',
          sections: [
            {
              title: 'Pour la machine',
              text: 'Le shell n’a aucun droit, ne voit que ses propres fichiers et ne peut appeler qu’une petite partie du noyau. Si le bac à sable ne peut pas être bâti, il n’y a pas de terminal.',
            },
          ],
        },
        {
          label: 'Est-ce réel ?',
          sections: [
            {
              title: 'Aussi réel que chez vous',
              text: 'Un compilateur, vos propres processus vus comme par un débogueur, des tubes et des signaux. Tuez le programme, cassez la compilation, remplissez le disque : le visiteur suivant repart de la même copie intacte.',
              links: [{ label: 'Casser un shell' }],
            },
          ],
        },
      ],
    },
    {
      blockType: 'technologyGroups',
      title: 'Avec quoi les programmes sont faits',
      groups: [{ title: 'Langages' }, { title: 'En dessous' }],
    },
    { blockType: 'projectList', title: 'Ceux qui s’exécutent' },
    {
      blockType: 'callToAction',
      title: 'Quelque chose ne marche pas ?',
      text: 'Dites-moi ce que vous avez tapé et ce qui en est sorti.',
      actions: [{ label: 'M’écrire' }],
    },
  ],
}

export const pages: Record<string, Translated<SeedPage>> = { 'how-it-runs': howItRuns }
