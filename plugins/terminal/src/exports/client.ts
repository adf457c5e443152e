'use client'
// Parts of the admin that run in its browser.
export { TerminalNavLink } from '../admin/nav-link/nav-link.tsx'
export { RecordingPlayer } from '../admin/record/recording-player.tsx'
export { TryDemo } from '../admin/try-demo/try-demo.tsx'
