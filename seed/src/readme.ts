// The README of a project of this folder, so that the site shows the very text that lies beside the source.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const PROJECTS = join(import.meta.dirname, '../projects')

/** `key`: a folder under `projects`. */
export const readReadme = (key: string): Promise<string> =>
  readFile(join(PROJECTS, key, 'README.md'), 'utf8')
