// What the admin says in French.
import type { Words } from './en.ts'

export const fr: Words = {
  terminal: {
    ageAndIdle: '{{age}}, inactive depuis {{idle}}',
    actions: 'Actions',
    capacity: '{{count}} terminaux sur {{capacity}} utilisés',
    cpu: 'Processeur',
    demo: 'Démo',
    disabled: 'Les terminaux sont désactivés : personne ne peut en lancer.',
    draining: 'Le service de terminaux n’accepte plus de nouvelles sessions.',
    drain: 'Ne plus accepter de sessions',
    drainBody:
      'Les sessions en cours continuent ; leurs visiteurs sont prévenus. Il faut redémarrer le service pour en accepter de nouvelles.',
    drained: 'Le service de terminaux n’accepte plus de nouvelles sessions.',
    end: 'Terminer',
    endBody:
      'Le visiteur apprend que le propriétaire a terminé la session. Ce qui y tourne est perdu.',
    endLabel: 'Terminer la session de {{demo}}',
    ended: 'La session a été terminée.',
    failed: 'Échec : {{reason}}',
    liveSessions: 'Sessions en cours',
    memory: 'Mémoire',
    none: 'Personne n’exécute de démo en ce moment.',
    notAllowed: 'Vous ne pouvez pas consulter les sessions.',
    output: 'Sortie',
    pageHint:
      'Ce que les visiteurs exécutent en ce moment. Ce qu’ils tapent n’est jamais affiché ici.',
    started: 'Depuis',
    state: 'État',
    state_detached: 'attend son visiteur',
    state_ending: 'se termine',
    state_live: 'en cours',
    state_starting: 'démarre',
    switchOff: 'Désactiver les terminaux',
    switchOffBody:
      'Personne ne pourra lancer de terminal avant leur réactivation, et toute session en cours se termine dans la demi-minute.',
    switchOn: 'Activer les terminaux',
    switchedOff: 'Les terminaux sont désactivés.',
    switchedOn: 'Les terminaux sont activés.',
    terminals: 'Terminaux',
    unavailable: 'Le service de terminaux ne répond pas. Impossible de lister les sessions.',
    viewers: 'Observateurs',
    waiting: '{{count}} en attente',
  },
}
