// How mermaid draws here, in the editor's browser and in the server's alike.
import type { MermaidConfig } from 'mermaid'
import { DIAGRAM } from '../limits.ts'

export type Theme = 'light' | 'dark'
export const THEMES: readonly Theme[] = ['light', 'dark']

/** Words are SVG text, not HTML: what is stored holds none. The font is as wide as what visitors have. */
export const mermaidSettings = (theme: Theme): MermaidConfig => ({
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  htmlLabels: false,
  flowchart: { htmlLabels: false },
  class: { htmlLabels: false },
  deterministicIds: true,
  theme: theme === 'dark' ? 'dark' : 'neutral',
  fontFamily: 'Arial, "Liberation Sans", Helvetica, sans-serif',
  maxTextSize: DIAGRAM.maxSourceCharacters,
  // What a source may not change about itself.
  secure: [
    'secure',
    'securityLevel',
    'startOnLoad',
    'maxTextSize',
    'suppressErrorRendering',
    'maxEdges',
    'htmlLabels',
    'fontFamily',
    'themeCSS',
    'deterministicIds',
  ],
})
