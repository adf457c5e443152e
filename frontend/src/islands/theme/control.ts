// Light, dark or as the system: shows the choice, keeps it, and follows what other tabs choose.
import { applyChoice, type Choice, storeChoice, storedChoice } from './theme.ts'

export const wireTheme = (): void => {
  const control = document.querySelector<HTMLFieldSetElement>('[data-theme-choice]')
  const root = document.documentElement
  // A preview's theme was asked for by its address. Any other is the choice that there was when the page was fetched.
  if (!control || root.dataset.themeAsked !== undefined) return
  const radios = [...control.querySelectorAll<HTMLInputElement>('input')]
  const follow = () => {
    const choice = storedChoice()
    applyChoice(choice)
    for (const radio of radios) radio.checked = radio.value === choice
  }
  follow()
  control.hidden = false
  control.addEventListener('change', () => {
    const choice = radios.find(({ checked }) => checked)?.value as Choice | undefined
    storeChoice(choice ?? 'system')
    applyChoice(choice ?? 'system')
  })
  // Pages that another tab was before, that come back from the browser's memory, that were rendered ahead.
  document.addEventListener('visibilitychange', follow)
  addEventListener('pageshow', follow)
  document.addEventListener('prerenderingchange', follow)
}
