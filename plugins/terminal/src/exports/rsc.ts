// Pages of the admin, rendered by the server.
export { LiveSessionsView } from '../admin/live-sessions/view.tsx'
