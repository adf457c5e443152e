// From the moment that the CMS tells of a change until a visitor gets it. What the CMS itself needs before is not in it.
import type { Figure } from '../terminal/budgets.ts'
import type { World } from './world.ts'

const TIMES = 10

export const measurePublish = async ({ url, publish }: World): Promise<Figure[]> => {
  const page = `${url}/projects/philosophers`
  const shows = async (title: string) => (await (await fetch(page)).text()).includes(title)
  await shows('')
  const ours: number[] = []
  for (let index = 0; index < TIMES; index += 1) {
    const title = `Title number ${index}`
    const begun = performance.now()
    let isDone = false
    const told = publish(title).finally(() => {
      isDone = true
    })
    while (!(await shows(title))) {
      if (isDone) {
        if (await shows(title)) break
        throw new Error('The site acted on the message, and shows the old page.')
      }
    }
    ours.push(performance.now() - begun)
    await told
  }
  return [
    { what: 'told of a change → visible', unit: 'ms', ours, budget: { at: 'most', value: 1000 } },
  ]
}
