// The player of recordings on a page, wired.
import { whenContent } from '../content.ts'
import { wireReplay } from './replay.ts'

whenContent(() => {
  for (const section of document.querySelectorAll<HTMLElement>('[data-terminal]')) {
    wireReplay(section, () => import('@shellfolio/payload-terminal/player'))
  }
})
