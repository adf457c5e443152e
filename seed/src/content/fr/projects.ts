// The sample projects, in French.
import { SAME, type Translated } from '../translation.ts'
import type { SeedProject } from '../types.ts'

const philosophers: Translated<SeedProject> = {
  title: 'Philosophes',
  summary:
    'Jusqu’à 200 threads se partagent des fourchettes, et de deux voisins affamés, c’est celui qui attend depuis le plus longtemps qui mange d’abord.',
  problem:
    'Des philosophes sont assis autour d’une table, une fourchette entre chacun. Pour manger, il faut celles des deux côtés. Chaque philosophe est un thread ; qui attend trop longtemps meurt de faim.',
  body: [
    { type: 'heading', level: 2, text: 'Les deux fourchettes ou aucune' },
    {
      type: 'paragraph',
      text: [
        'La solution classique ordonne les fourchettes. Elle évite l’interblocage, mais laisse encore un philosophe mourir de faim, car rien ne dit à qui est le tour. Ici, un philosophe prend ',
        { text: 'les deux fourchettes à la fois ou aucune', format: 'bold' },
        ', et de deux voisins affamés, celui qui attend depuis le plus longtemps passe d’abord.',
      ],
    },
    SAME,
    { type: 'heading', level: 2, text: 'Un journal auquel se fier' },
    {
      type: 'paragraph',
      text: 'Des threads qui écrivent eux-mêmes écrivent dans le désordre. Les événements sont notés sous le verrou qui les a rendus vrais, et un seul thread les affiche.',
    },
    {
      type: 'callout',
      tone: 'note',
      text: 'Avec --naive, chacun prend d’abord la fourchette de gauche. Le programme trouve le cercle et le nomme, en quelques millisecondes.',
    },
  ],
  challenges:
    'Réveiller exactement les voisins que concerne une fourchette libérée, et personne d’autre.',
  lessons: 'Une règle juste est plus courte qu’un ordre astucieux.',
  features: [
    { text: 'Jusqu’à 200 places' },
    { text: 'Une famine repérée en 10 ms' },
    { text: 'L’interblocage trouvé et expliqué' },
  ],
  stats: [{ label: 'threads' }, { label: 'thread qui affiche' }],
  badges: [{ text: 'S’exécute ici' }, { text: 'Interblocage compris' }],
  walkthrough: [
    {
      title: 'Qui peut manger',
      description: 'Toute la règle de la table, posée sous son verrou.',
      explanation:
        'Les deux fourchettes doivent être libres, si bien que personne n’en tient une en attendant l’autre : c’en est fini de l’interblocage. Un voisin affamé qui attend depuis plus longtemps passe d’abord : c’en est fini de la famine.',
    },
    {
      title: 'Deux voisins ne mangent jamais ensemble',
      description: 'Un test qui rejoue le journal d’un dîner bondé.',
      explanation: 'Il ne se fie qu’à ce que le programme a affiché.',
    },
  ],
  diagrams: [
    {
      title: 'La journée d’un philosophe',
      textAlternative:
        'Un philosophe pense, a faim, mange dès que les deux fourchettes sont libres et qu’aucun voisin n’attend depuis plus longtemps, repose les fourchettes, dort et pense de nouveau. Celui qui a faim trop longtemps meurt, ce qui met fin au dîner.',
    },
  ],
  documents: [
    {
      title: 'Un interblocage, trouvé',
      category: 'Preuve',
      description: 'Ce que l’ordre naïf affiche à l’instant où plus personne ne peut avancer.',
    },
  ],
  galleries: [{ name: 'Deux dîners', images: [{}, {}] }],
  installSteps: [
    { title: 'Compiler' },
    { title: 'Dîner', text: 'Les places, puis les millisecondes, puis les repas.' },
  ],
  role: 'Autrice',
}

const stackSort: Translated<SeedProject> = {
  title: 'Tri à deux piles',
  summary:
    '500 nombres triés avec deux piles en 5 100 opérations en moyenne, mesurées sur 100 listes.',
  problem:
    'Deux piles, onze opérations : échanger, pousser, tourner. Trier une liste avec le moins possible d’entre elles.',
  body: [
    { type: 'heading', level: 2, text: 'Le moins cher d’abord' },
    {
      type: 'paragraph',
      text: 'La seconde pile est tenue comme un anneau en ordre décroissant. Avant chaque déplacement, le programme compte ce qu’il en coûterait d’amener chaque nombre à sa place, une rotation commune aux deux piles ne comptant qu’une fois, et déplace le moins cher.',
    },
    {
      type: 'list',
      items: [
        'Trois nombres restent sur la première pile.',
        'Tout le reste passe de l’autre côté, le moins cher d’abord.',
        'Puis tout revient, chaque nombre posé sur celui qui le suit.',
      ],
    },
    { type: 'heading', level: 2, text: 'Un vérificateur qui ne croit personne' },
    {
      type: 'paragraph',
      text: [
        'Il lit les opérations dans un tube, les exécute sur ses propres piles et répond ',
        { text: 'OK', format: 'code' },
        ' ou ',
        { text: 'KO', format: 'code' },
        '. Le tri n’est testé que par lui.',
      ],
    },
  ],
  features: [{ text: 'Un vérificateur pour toute solution' }, { text: 'Dessiné pas à pas' }],
  stats: [
    { value: '5 100', label: 'opérations en moyenne pour 500 nombres' },
    { value: '5 453', label: 'au plus, sur 100 listes' },
    { label: 'au plus pour 100 nombres' },
  ],
  badges: [{ text: 'S’exécute ici' }],
  walkthrough: [
    {
      title: 'Le chemin le moins cher',
      description:
        'Deux piles tournent en avant ou en arrière, ensemble ou séparément : quatre chemins, un prix chacun.',
      explanation:
        'Une rotation commune aux deux piles n’est payée qu’une fois, et c’est là que s’économisent la plupart des opérations.',
    },
  ],
  diagrams: [
    {
      title: 'D’une liste à un verdict',
      textAlternative:
        'La liste va au tri et au vérificateur. Les opérations du tri vont au vérificateur, qui les exécute et répond OK si la liste est triée, KO sinon.',
    },
  ],
  installSteps: [{ title: 'Compiler' }],
}

const tinyShell: Translated<SeedProject> = {
  title: 'Mini-shell',
  summary: 'Un shell de 800 lignes qui traite tubes, heredocs et Ctrl-C comme on s’y attend.',
  problem: 'Un shell paraît simple, jusqu’au moment où il faut l’interrompre.',
  body: [
    { type: 'heading', level: 2, text: 'D’une ligne à des processus' },
    {
      type: 'paragraph',
      text: 'Un analyseur lexical garde les guillemets à l’intérieur des mots, un analyseur syntaxique en fait des pipelines, et les variables sont remplacées au dernier moment. Puis un processus par commande, un tube entre deux.',
    },
    {
      type: 'quote',
      text: 'Ce qui a l’air d’un argument est un argument. La valeur d’une variable n’est jamais découpée.',
    },
    SAME,
  ],
  challenges:
    'Ctrl-C doit ouvrir une nouvelle ligne à l’invite, quitter un heredoc, et n’atteindre que le programme quand il y en a un.',
  features: [
    { text: 'Tubes, redirections, heredocs' },
    { text: 'Conditions : && et ||' },
    { text: 'Contrôle des tâches' },
  ],
}

const halfblock: Translated<SeedProject> = {
  title: 'Rendu en demi-blocs',
  summary:
    'Un moteur de ray marching qui dessine 24 images par seconde dans un terminal ordinaire.',
  problem: 'Combien d’image tient dans du texte ? Deux pixels par caractère, à ce qu’il semble.',
  body: [
    { type: 'heading', level: 2, text: 'Marcher le long d’un rayon' },
    {
      type: 'paragraph',
      text: 'Une scène est une fonction qui donne la distance à sa surface la plus proche. En avançant le long d’un rayon de cette distance, on ne traverse jamais rien ; là où elle devient infime, le rayon est arrivé. Normales, ombres douces et un reflet viennent de la même fonction.',
    },
    {
      type: 'callout',
      tone: 'tip',
      text: 'Agrandissez le terminal pendant qu’il tourne : l’image suit.',
    },
  ],
  galleries: [
    {
      name: 'Scènes',
      description: 'Calculées par le même programme, avec --ppm.',
      images: [{}, {}, {}],
    },
  ],
  stats: [{ label: 'pixels par caractère' }],
}

const tideTables: Translated<SeedProject> = {
  title: 'Tables de marée',
  summary: 'Les marées de quarante ports, calculées une fois par an au lieu d’être achetées.',
  problem: 'Le bureau du port payait des tables qu’il aurait pu calculer.',
  body: [
    {
      type: 'paragraph',
      text: 'La hauteur de la marée est une somme de cosinus, chacun avec une vitesse que fixe l’astronomie et une amplitude que donnent les mesures d’un port. Le programme ajuste les amplitudes, prévoit une année et compare la prévision à ce qui s’est passé.',
    },
  ],
  badges: [{ text: 'En service' }],
  impact: [
    {
      label: 'ports avec leurs propres tables',
      description: 'Le bureau calcule en novembre ce qu’il achetait autrefois.',
    },
  ],
  role: 'Stagiaire',
  roleDescription: 'A écrit l’ajustement et la comparaison ; le bureau utilise les deux.',
}

const untitledSketch: Translated<SeedProject> = {
  title: 'Esquisse sans titre',
  summary: 'Un nom, et une idée que l’on tourne et retourne encore.',
}

export const projects: Record<string, Translated<SeedProject>> = {
  philosophers,
  'stack-sort': stackSort,
  'tiny-shell': tinyShell,
  'halfblock-renderer': halfblock,
  'tide-tables': tideTables,
  'untitled-sketch': untitledSketch,
}
