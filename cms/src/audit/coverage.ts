// What is not logged, or not in full, and why. Everything that is not named here is logged with all its changes.

/** Written by programs on every visit or message: only what a person does to them is logged. */
export const MACHINE_WRITTEN: Record<string, string> = {
  'terminal-sessions': 'One row for each terminal that a visitor closed.',
  'terminal-days': 'Sums that change every few seconds while visitors are there.',
  'terminal-smoke-runs': 'One row for each demo and night.',
  'webhook-deliveries': 'One row for each message to the site.',
  'health-checks': 'One row for each change of what works, and each hour.',
  'page-counts': 'Sums that change every minute while the site is visited.',
  'page-count-messages': 'One row for each message of the site.',
  messages: 'Visitors write them.',
}

/** Of these neither titles nor values are kept: they are about people who never asked for an account. */
export const WITHOUT_VALUES = new Set(['messages', 'terminal-sessions'])

/** Tables of Payload's own, and the log itself. */
export const UNLOGGED: Record<string, string> = {
  'audit-log': 'It would log itself.',
  logins: 'What is known of each login, which is logged itself.',
  'second-factors': 'Adding and removing one is logged as what it is.',
  'payload-jobs':
    'Programs queue and run them; deleting one is logged when the CMS starts to listen.',
  'payload-jobs-stats': 'When jobs were last scheduled; nobody may write it.',
  'payload-locked-documents': 'Says for minutes who has a document open.',
  'payload-preferences': 'Column widths and the like of one person.',
  'payload-migrations': 'Written by migrations, which are in the repository.',
  'payload-kv': 'A cache of Payload’s own.',
}
