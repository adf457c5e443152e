// What the admin says in English; the shape that every other language has.

export const en = {
  terminal: {
    ageAndIdle: '{{age}}, idle {{idle}}',
    actions: 'Actions',
    capacity: '{{count}} of {{capacity}} terminals in use',
    cpu: 'Processor',
    demo: 'Demo',
    disabled: 'The terminals are switched off: nobody can launch one.',
    draining: 'The terminal service takes no new sessions.',
    drain: 'Take no new sessions',
    drainBody:
      'Sessions that run go on; their visitors are told. The service has to be started again to take new ones.',
    drained: 'The terminal service takes no new sessions now.',
    end: 'End',
    endBody:
      'The visitor is told that the session was ended by the owner. What runs in it is lost.',
    endLabel: 'End the session of {{demo}}',
    ended: 'The session has been ended.',
    failed: 'That did not work: {{reason}}',
    liveSessions: 'Live sessions',
    memory: 'Memory',
    none: 'Nobody runs a demo right now.',
    notAllowed: 'You may not look at sessions.',
    output: 'Output',
    pageHint: 'What visitors run now. What they type is never shown here.',
    started: 'Since',
    state: 'State',
    state_detached: 'waiting for its visitor',
    state_ending: 'ending',
    state_live: 'live',
    state_starting: 'starting',
    switchOff: 'Switch the terminals off',
    switchOffBody:
      'Nobody can launch a terminal until you switch them on again, and every session that runs is ended within half a minute.',
    switchOn: 'Switch the terminals on',
    switchedOff: 'The terminals are switched off.',
    switchedOn: 'The terminals are switched on.',
    terminals: 'Terminals',
    unavailable: 'The terminal service does not answer. Sessions that run cannot be listed.',
    viewers: 'Watching',
    waiting: '{{count}} waiting',
  },
}

export type Words = typeof en
export type WordKey = `terminal:${keyof Words['terminal']}`
