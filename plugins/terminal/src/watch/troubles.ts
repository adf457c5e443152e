// Tells the operator of an outage once when it begins and once when it is over, however often it is met in between.

export type WatchLog = {
  error: (entry: { err?: unknown; msg: string }) => void
  info: (entry: { msg: string } & Record<string, unknown>) => void
}

export type Troubles<Subject extends string> = {
  met: (subject: Subject, error: unknown) => void
  over: (subject: Subject) => void
}

/** `sentences`: what is wrong, one for each subject. */
export const createTroubles = <Subject extends string>(
  sentences: Record<Subject, string>,
  log: WatchLog,
): Troubles<Subject> => {
  const current = new Set<Subject>()
  return {
    met: (subject, error) => {
      if (current.has(subject)) return
      current.add(subject)
      log.error({ err: error, msg: sentences[subject] })
    },
    over: (subject) => {
      if (!current.delete(subject)) return
      log.info({ msg: `No longer: ${sentences[subject]}` })
    },
  }
}
