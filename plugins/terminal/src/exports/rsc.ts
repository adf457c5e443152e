// Pages and parts of the admin, rendered by the server.
export { Columns } from '../admin/charts/columns.tsx'
export { InsightsView } from '../admin/insights/view.tsx'
export { LiveSessionsView } from '../admin/live-sessions/view.tsx'
export { TerminalWidget } from '../admin/widget/widget.tsx'
