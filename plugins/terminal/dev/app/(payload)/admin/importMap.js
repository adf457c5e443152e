import { TryDemo as TryDemo_03b7d743a8b1c3c73837544c7df9bebc } from '@shellfolio/payload-terminal/client'
import { RecordingPlayer as RecordingPlayer_03b7d743a8b1c3c73837544c7df9bebc } from '@shellfolio/payload-terminal/client'
import { TerminalNavLink as TerminalNavLink_03b7d743a8b1c3c73837544c7df9bebc } from '@shellfolio/payload-terminal/client'
import { TerminalWidget as TerminalWidget_d1f667b3cb6148893d0b2700b05f29bc } from '@shellfolio/payload-terminal/rsc'
import { InsightsView as InsightsView_d1f667b3cb6148893d0b2700b05f29bc } from '@shellfolio/payload-terminal/rsc'
import { LiveSessionsView as LiveSessionsView_d1f667b3cb6148893d0b2700b05f29bc } from '@shellfolio/payload-terminal/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@shellfolio/payload-terminal/client#TryDemo": TryDemo_03b7d743a8b1c3c73837544c7df9bebc,
  "@shellfolio/payload-terminal/client#RecordingPlayer": RecordingPlayer_03b7d743a8b1c3c73837544c7df9bebc,
  "@shellfolio/payload-terminal/client#TerminalNavLink": TerminalNavLink_03b7d743a8b1c3c73837544c7df9bebc,
  "@shellfolio/payload-terminal/rsc#TerminalWidget": TerminalWidget_d1f667b3cb6148893d0b2700b05f29bc,
  "@shellfolio/payload-terminal/rsc#InsightsView": InsightsView_d1f667b3cb6148893d0b2700b05f29bc,
  "@shellfolio/payload-terminal/rsc#LiveSessionsView": LiveSessionsView_d1f667b3cb6148893d0b2700b05f29bc,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
