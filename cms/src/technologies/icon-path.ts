// How a mark is drawn: one path in a square of 24. Read from the file of that mark, so that no process holds them all.
import { readFile } from 'node:fs/promises'
import { packageFile } from '../package-file.ts'

const PATH = /<path d="([^"]+)"/

/** `slug`: of a mark that simple-icons has. @throws for any other */
export const iconPath = async (slug: string): Promise<string> => {
  const svg = await readFile(packageFile('simple-icons', 'icons', `${slug}.svg`), 'utf8')
  return PATH.exec(svg)?.[1] ?? ''
}
