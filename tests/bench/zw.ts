import { startWorld } from './site/world.ts'
const w = await startWorld({ projects: 40 } as never)
console.log(w.url)
process.on('SIGTERM', () => void w.stop().then(() => process.exit()))
setInterval(() => {}, 1e6)
