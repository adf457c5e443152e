// What a visitor's browser has to fetch of each kind of page, compressed as it comes.
import { request } from 'node:http'
import type { Figure } from '../terminal/budgets.ts'
import type { World } from './world.ts'

const PAGES = [
  '/',
  '/projects',
  '/projects/philosophers',
  '/experiences',
  '/experiences/harbour-office',
  '/uses',
  '/resume',
  '/nobody-is-here',
]
const KB = 1000
const HTML_KB = 20
const CSS_KB = 15

const bytesOf = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip' }
    const sent = request(url, { headers }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength
      })
      response.on('end', () => resolve(bytes))
    })
    sent.on('error', reject)
    sent.end()
  })

export const measureBytes = async ({ url, staticFile }: World): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const path of PAGES) {
    const bytes = await bytesOf(url + path)
    const budget = { at: 'most', value: HTML_KB } as const
    figures.push({ what: `HTML of ${path}`, unit: 'KB', ours: [bytes / KB], budget })
  }
  const css = await bytesOf(url + staticFile)
  const budget = { at: 'most', value: CSS_KB } as const
  return [...figures, { what: 'CSS', unit: 'KB', ours: [css / KB], budget }]
}
