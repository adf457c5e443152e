// Lets JSX write the plugin's custom element.
import type { HTMLAttributes } from 'react'

type LiveTerminalAttributes = HTMLAttributes<HTMLElement> & {
  class?: string
  label?: string
  project?: string
  'tickets-url'?: string
  'moments-url'?: string
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'live-terminal': LiveTerminalAttributes
    }
  }
}
