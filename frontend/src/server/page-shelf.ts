// A part of the page cache with bounds of its own: the pages that were put there first make room.

export type Shelf<Page> = {
  get: (path: string) => Page | undefined
  /** `bytes`: what the page weighs. */
  put: (path: string, page: Page, bytes: number) => void
  clear: () => void
}

export const createShelf = <Page>({
  maxPages,
  maxBytes,
}: {
  maxPages: number
  maxBytes: number
}): Shelf<Page> => {
  const pages = new Map<string, { page: Page; bytes: number }>()
  let weight = 0
  const drop = (path: string) => {
    weight -= pages.get(path)?.bytes ?? 0
    pages.delete(path)
  }
  return {
    get: (path) => pages.get(path)?.page,
    put: (path, page, bytes) => {
      drop(path)
      pages.set(path, { page, bytes })
      weight += bytes
      for (const oldest of pages.keys()) {
        if (pages.size <= maxPages && weight <= maxBytes) break
        drop(oldest)
      }
    },
    clear: () => {
      pages.clear()
      weight = 0
    },
  }
}
