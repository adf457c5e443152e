// What the element says, in French, by what it says in English. A test holds it against all sentences that there are.
import type { Say } from './say.ts'

const SENTENCES: Readonly<Record<string, string>> = {
  // Buttons and names
  'Launch again': 'Relancer',
  'Try again': 'Réessayer',
  'End session': 'Terminer',
  'Leave the queue': 'Quitter la file',
  Cancel: 'Annuler',
  Extend: 'Prolonger',
  'Screen reader': 'Lecteur d’écran',
  'Watch again': 'Observer de nouveau',
  'Stop watching': 'Cesser d’observer',
  'Live terminal': 'Terminal',
  'Launch the terminal': 'Lancer le terminal',
  'Shift+Tab leaves the terminal backwards; Esc and then Tab leaves it forwards.':
    'Maj+Tab quitte le terminal vers l’arrière ; Échap puis Tab le quitte vers l’avant.',
  'You look on: nothing that you type goes to this session.':
    'Vous observez : rien de ce que vous tapez ne va à cette session.',
  'This session is recorded for the owner of this site.':
    'Cette session est enregistrée pour le propriétaire du site.',
  '1 other person is watching': '1 autre personne regarde',

  // On the way
  'Asking for a terminal …': 'Demande d’un terminal…',
  'Connecting …': 'Connexion…',
  'Connected. Preparing …': 'Connecté. Préparation…',
  'Fetching the project …': 'Récupération du projet…',
  'Building the project …': 'Compilation du projet…',
  'Starting its sandbox …': 'Démarrage de son bac à sable…',
  'Starting anew …': 'Nouveau départ…',
  'The terminal is ready.': 'Le terminal est prêt.',
  'The connection is back.': 'La connexion est rétablie.',
  'You are looking on.': 'Vous observez.',
  'The connection was lost. Coming back …': 'La connexion est perdue. Reprise…',
  // Told by the service
  'The session cannot be extended again.': 'La session ne peut plus être prolongée.',
  'Wait a moment before the next restart.': 'Attendez un moment avant le prochain redémarrage.',
  'The program waits: this page is behind with showing its output.':
    'Le programme attend : cette page est en retard dans l’affichage de sa sortie.',
  'This server is about to restart. Your session goes on until then.':
    'Ce serveur va redémarrer. Votre session continue jusque-là.',
  'The sandbox was started anew.': 'Le bac à sable a été relancé.',
  'Some output was left out.': 'Une partie de la sortie a été omise.',
  'That is too much to type or paste at once.': 'C’est trop à taper ou à coller d’un coup.',
  'Every terminal is in use. You are next.':
    'Tous les terminaux sont occupés. Vous êtes le prochain.',

  // Over
  'The shell has ended.': 'Le shell s’est terminé.',
  'You ended the session.': 'Vous avez terminé la session.',
  'The session was closed because nothing was typed for too long.':
    'La session a été fermée : rien n’a été tapé depuis trop longtemps.',
  'The session has reached its time limit.': 'La session a atteint sa limite de temps.',
  'The session was ended: it used more memory than it may.':
    'La session a été arrêtée : elle dépassait la mémoire permise.',
  'The session was ended: it used more processor time than it may.':
    'La session a été arrêtée : elle dépassait le temps de processeur permis.',
  'The session was ended: it printed more than it may.':
    'La session a été arrêtée : elle affichait plus qu’il n’est permis.',
  'The project could not be fetched.': 'Le projet n’a pas pu être récupéré.',
  'The project could not be built.': 'Le projet n’a pas pu être compilé.',
  'The sandbox could not be started.': 'Le bac à sable n’a pas pu démarrer.',
  'The session was ended by the server.': 'La session a été arrêtée par le serveur.',
  'Nobody came back.': 'Personne n’est revenu.',
  'The launch was cancelled.': 'Le lancement a été annulé.',
  'The session ended when you left the page.':
    'La session s’est terminée quand vous avez quitté la page.',
  'The connection was lost and did not come back in time.':
    'La connexion est perdue et n’est pas revenue à temps.',
  'The connection was lost.': 'La connexion est perdue.',
  'Your place in the queue is no longer there. Launch again.':
    'Votre place dans la file n’existe plus. Relancez.',
  'The session has ended.': 'La session est terminée.',
  'The server is going away. Launch again in a moment.':
    'Le serveur s’arrête. Relancez dans un instant.',
  'The server is restarting. Launch again in a moment.':
    'Le serveur redémarre. Relancez dans un instant.',
  'The session was closed because nothing happened for too long.':
    'La session a été fermée : rien ne s’est passé depuis trop longtemps.',
  'The session was opened in another tab.': 'La session a été ouverte dans un autre onglet.',
  'The session is over. Launch a new one to go on.':
    'La session est finie. Lancez-en une autre pour continuer.',
  'This session is no longer there. Launch a new one.':
    'Cette session n’existe plus. Lancez-en une autre.',
  'That session is no longer there. Launch a new one.':
    'Cette session n’existe plus. Lancez-en une autre.',
  'That session is no longer there.': 'Cette session n’existe plus.',
  'The visitor has ended the session.': 'Le visiteur a terminé la session.',
  'The session was closed because its visitor typed nothing for too long.':
    'La session a été fermée : son visiteur n’a rien tapé depuis trop longtemps.',
  'The visitor did not come back.': 'Le visiteur n’est pas revenu.',
  'You no longer look on.': 'Vous n’observez plus.',

  // Not to be had
  'The terminal could not be loaded. Check your connection and try again.':
    'Le terminal n’a pas pu être chargé. Vérifiez votre connexion et réessayez.',
  'The terminal could not be reached. Check your connection and try again.':
    'Le terminal est injoignable. Vérifiez votre connexion et réessayez.',
  'The server could not be reached. Check your connection and try again.':
    'Le serveur est injoignable. Vérifiez votre connexion et réessayez.',
  'The server is not available right now. Try again in a moment.':
    'Le serveur n’est pas disponible pour l’instant. Réessayez dans un moment.',
  'This browser cannot show a terminal.': 'Ce navigateur ne peut pas afficher de terminal.',
  'This browser does not let the page open a terminal.':
    'Ce navigateur ne laisse pas la page ouvrir un terminal.',
  'The browser sent more at once than the terminal accepts.':
    'Le navigateur a envoyé plus d’un coup que le terminal n’accepte.',
  'The browser and the server did not understand each other. Reload the page.':
    'Le navigateur et le serveur ne se sont pas compris. Rechargez la page.',
  'This launch is no longer valid. Launch again.': 'Ce lancement n’est plus valable. Relancez.',
  'Too much input at once. The session was closed.':
    'Trop de saisie d’un coup. La session a été fermée.',
  'Too many messages at once. The session was closed.':
    'Trop de messages d’un coup. La session a été fermée.',
  'No terminal is free right now. Try again in a moment.':
    'Aucun terminal n’est libre pour l’instant. Réessayez dans un moment.',
  'The request could not be understood.': 'La demande n’a pas été comprise.',
  'This page may not open a terminal here.': 'Cette page ne peut pas ouvrir de terminal ici.',
  'You may not do that.': 'Vous n’avez pas le droit de faire cela.',
  'There is no such demo.': 'Cette démonstration n’existe pas.',
  'There is nothing here.': 'Il n’y a rien ici.',
  'This address does not take that method.': 'Cette adresse n’accepte pas cette méthode.',
  'The request is too large.': 'La demande est trop grande.',
  'Too many requests from here. Wait a moment and try again.':
    'Trop de demandes d’ici. Attendez un moment et réessayez.',
  'The owner has switched the terminals off for now.':
    'Le propriétaire a coupé les terminaux pour le moment.',
  'Every terminal is in use. Try again in a moment.':
    'Tous les terminaux sont occupés. Réessayez dans un moment.',
  'Every terminal is in use, and many visitors wait. Try again later.':
    'Tous les terminaux sont occupés et beaucoup de visiteurs attendent. Réessayez plus tard.',
  'Terminals are not available on this server: its sandbox could not be set up.':
    'Il n’y a pas de terminal sur ce serveur : son bac à sable n’a pas pu être mis en place.',
  'The terminal service does not answer. The page works without it; try again later.':
    'Le service des terminaux ne répond pas. La page marche sans lui ; réessayez plus tard.',
  'The archive was refused.': 'L’archive a été refusée.',
  'The signature of this request is not valid.': 'La signature de cette demande n’est pas valable.',
  'Something went wrong on our side.': 'Quelque chose s’est mal passé de notre côté.',

  'about a minute': 'environ une minute',
}

/** Sentences that are made with something; what they are made with may be words again. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^(.+), being watched, read-only$/, '$1, observé, en lecture seule'],
  [/^(\d+) other people are watching$/, '$1 autres personnes regardent'],
  [/^The shell has ended with status (\d+)\.$/, 'Le shell s’est terminé avec le code $1.'],
  [
    /^Nothing was typed for a while: the session ends in (.+)\.$/,
    'Rien n’a été tapé depuis un moment : la session se termine dans $1.',
  ],
  [
    /^The session reaches its time limit in (.+)\.$/,
    'La session atteint sa limite de temps dans $1.',
  ],
  [
    /^The session was extended: it may go on for (.+)\.$/,
    'La session a été prolongée : elle peut durer encore $1.',
  ],
  [
    /^Every terminal is in use\. You are next, in (.+)\.$/,
    'Tous les terminaux sont occupés. Vous êtes le prochain, dans $1.',
  ],
  [
    /^Every terminal is in use\. You are number (\d+) in line\.$/,
    'Tous les terminaux sont occupés. Vous êtes numéro $1 dans la file.',
  ],
  [
    /^Every terminal is in use\. You are number (\d+) in line, in (.+)\.$/,
    'Tous les terminaux sont occupés. Vous êtes numéro $1 dans la file, ce sera à vous dans $2.',
  ],
  [/^(\d+) seconds$/, '$1 secondes'],
  [/^(\d+) minutes$/, '$1 minutes'],
  [/^about (\d+) seconds$/, 'environ $1 secondes'],
  [/^about (\d+) minutes$/, 'environ $1 minutes'],
]

/** The sources have plain spaces; these do not break. */
const set = (text: string) => text.replaceAll(/ (?=[;:!?])/g, '\u202f')

export const say: Say = (english) => {
  const sentence = Object.hasOwn(SENTENCES, english) ? SENTENCES[english] : undefined
  if (sentence !== undefined) return set(sentence)
  for (const [pattern, french] of PATTERNS) {
    const parts = pattern.exec(english)
    if (parts) return set(french.replaceAll(/\$(\d)/g, (_, at) => say(parts[at] ?? '')))
  }
  return english
}
