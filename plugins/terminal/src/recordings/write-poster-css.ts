// Run by hand after a change of the palette: node --import tsx src/recordings/write-poster-css.ts
import { writeFile } from 'node:fs/promises'
import { posterCss } from './palette.ts'

await writeFile(new URL('../client/player/poster.css', import.meta.url), posterCss())
