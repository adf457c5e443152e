// Tells the log what operators do to terminals.
import type { OnTerminalFact, TerminalFact } from '@shellfolio/payload-terminal/types'
import { type AuditEvent, audit } from './record.ts'

const eventOf = (fact: TerminalFact): AuditEvent => {
  switch (fact.what) {
    case 'end':
      return { action: 'terminal-ended', target: { title: fact.session } }
    case 'watch':
      return { action: 'terminal-watched', target: { title: fact.session } }
    case 'notice':
      return { action: 'terminal-told', target: { title: fact.session } }
    case 'drain':
      return { action: 'service-drained', target: { title: fact.service ?? 'every service' } }
    case 'try':
      return { action: 'terminal-tried', target: { id: fact.demo, title: fact.demo } }
    case 'keep-recording':
      return { action: 'terminal-recorded', target: { title: fact.title } }
  }
}

export const logTerminalFact: OnTerminalFact = (fact, { req }) => audit(req, eventOf(fact))
