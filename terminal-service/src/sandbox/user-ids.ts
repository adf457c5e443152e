// A host user of its own for each sandbox, so that the kernel's counts for users are never shared.

/** Far above the users of any system, below those that container runtimes map. */
const FIRST = 200_000
const COUNT = 4096

export type UserIds = { take: () => number | undefined; give: (id: number | undefined) => void }

/** Only root may change users; otherwise every sandbox runs as the service's own, in a user namespace. */
export const createUserIds = (isRoot = process.getuid?.() === 0): UserIds => {
  const taken = new Set<number>()
  return {
    take: () => {
      if (!isRoot) return undefined
      for (let id = FIRST; id < FIRST + COUNT; id += 1) {
        if (taken.has(id)) continue
        taken.add(id)
        return id
      }
      throw new RangeError('Every user of the sandboxes is in use.')
    },
    give: (id) => {
      if (id !== undefined) taken.delete(id)
    },
  }
}
